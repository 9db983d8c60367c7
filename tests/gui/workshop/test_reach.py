# SPDX-License-Identifier: MIT
"""Everything on every page of a workshop, desk and stage, can be named."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from persona_studio.core.persona import Measure
from persona_studio.core.research import Wave
from persona_studio.core.workshop import Decision, Exercise, Option
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.gui.workshop.room import WorkshopRoom
from persona_studio.storage import workshops
from persona_studio.workspace import dealing
from tests.gui.shell.test_names import nameless


def test_a_file_made_by_other_hands_neither_hangs_nor_outgrows_the_screen(
    room: WorkshopRoom, bridge: Bridge
) -> None:
    session = room.flow.session
    assert session is not None
    long = "<b>Long</b> " * 2000
    wave = next(iter(bridge.snapshot.table(Wave)))
    measure = Measure("channel", "is", "App", "all")
    options = (Option("a", long), Option("b", "Quiet"))
    asked = Exercise(
        "", session.id, title=long, wave=wave, measure=measure, options=options, dots=1, rows=(2, 3)
    )
    with bridge.edit("From elsewhere") as write:
        people = tuple(f"Person {n}" for n in range(5000))
        workshops.change(write, session.id, participants=people, name=long)
        for kind in ("guess", "vote", "sort"):
            workshops.ask(
                write,
                replace(asked, kind=kind),
            )
        (vote,) = write.find(Exercise, workshop=session.id, kind="vote")
        workshops.cast(write, vote.id, "9" * 12, {"a": 1})
    room.project()
    assert room.projector is not None
    room.projector.showNormal()
    room.projector.resize(1280, 720)
    for page in ("agenda", "guess", "vote", "sort", "close"):
        room.flow.go(page)
        QApplication.processEvents()
        assert room.projector.minimumSizeHint().height() <= 720, page
        assert room.projector.minimumSizeHint().width() <= 1280, page
    assert len(room.panel.findChildren(Chip)) < 100
    room.projector.close()


def test_whatever_takes_the_keyboard_has_a_name(room: WorkshopRoom, bridge: Bridge) -> None:
    session = room.flow.session
    assert session is not None
    wave = next(iter(bridge.snapshot.table(Wave)))
    measure = Measure("channel", "is", "App", "all")
    options = (Option("a", "Speed"), Option("b", "Quiet"))
    who = dealing.personas_to_sort(bridge.snapshot)
    with bridge.edit("Prepare") as write:
        for exercise in (
            Exercise("", session.id, "guess", "In the app", wave=wave, measure=measure),
            Exercise("", session.id, "vote", "What first?", options=options, dots=1),
            Exercise("", session.id, "sort", wave=wave, options=who, rows=(2, 3)),
        ):
            workshops.ask(write, exercise)
        workshops.change(write, session.id, decisions=(Decision("Ask again"),))
    room.project()
    assert room.projector is not None
    for page in ("agenda", "guess", "vote", "sort", "close"):
        room.flow.go(page)
        QApplication.processEvents()
        assert nameless(room) == []
        assert nameless(room.projector) == []
    room.projector.close()


def test_a_page_that_is_not_prepared_says_where_it_is(room: WorkshopRoom) -> None:
    room.project()
    assert room.projector is not None
    for page in ("guess", "vote", "sort"):
        room.flow.go(page)
        QApplication.processEvents()
        found = room.projector.panel.pages[page].findChildren(EmptyState)
        assert any("Esc leads there" in each.sentence.text() for each in found if each.isVisible())
    room.projector.close()
