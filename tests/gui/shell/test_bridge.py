# SPDX-License-Identifier: MIT
"""The bridge hands edits in and changes out."""

from pytestqt.qtbot import QtBot

from persona_studio.core.persona import Persona
from persona_studio.gui.bridge import Bridge
from persona_studio.storage import claims, personas


def test_an_edit_reaches_listeners_as_one_change(bridge: Bridge, qtbot: QtBot) -> None:
    maya = bridge.snapshot.personas[0]
    with qtbot.waitSignal(bridge.changed) as told, bridge.edit("Rename persona") as write:
        personas.change(write, maya.id, name="Maya K.")
    assert told.args[0].touches("persona")
    assert bridge.snapshot.personas[0].name == "Maya K."


def test_a_refused_edit_changes_nothing_and_is_told(bridge: Bridge, qtbot: QtBot) -> None:
    before = bridge.snapshot.table(Persona)
    with qtbot.waitSignal(bridge.failed) as told, bridge.edit("Add claim") as write:
        claims.add(write, bridge.snapshot.personas[0].id, "goals", "Never stored")
        personas.add(write, "  ")
    assert told.args[0].kind == "empty_name"
    assert bridge.snapshot.table(Persona) == before
    assert "Never stored" not in [c.text for c in bridge.snapshot.claims_of(None)]


def test_undo_and_redo_go_through_the_bridge(bridge: Bridge) -> None:
    with bridge.edit("Add persona") as write:
        personas.add(write, "Bean Tomas")
    bridge.undo()
    assert [p.name for p in bridge.snapshot.personas] == ["Commuter Maya", "Host Ruth"]
    bridge.redo()
    assert bridge.snapshot.personas[-1].name == "Bean Tomas"
