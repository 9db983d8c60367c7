# SPDX-License-Identifier: MIT
"""Shares can be asked of everyone or of a persona's people, and are counted among the same."""

from pathlib import Path

from persona_studio.core.persona import Persona
from persona_studio.core.workshop import WorkshopSession
from persona_studio.storage import personas, workshops
from persona_studio.workspace import guessing
from tests.workspace import two_groups


def test_a_share_is_counted_among_those_it_is_asked_of(tmp_path: Path) -> None:
    space = two_groups.make(tmp_path / "a.persona")
    few = next(p for p in space.snapshot.table(Persona).values() if p.name == "few")
    assert few in guessing.with_people(space.snapshot)
    found = {}
    for whose in (None, few.id):
        asks = [ask for part in guessing.asks(space, whose) for ask in part]
        bread = next(ask for ask in asks if "Bread" in ask.text)
        found[whose] = bread.exercise("w")
        assert bread.measure.base == ("segment" if whose else "all")
    assert guessing.counted(space, found[None]) == (40, 40)
    assert guessing.counted(space, found[few.id]) == (10, 10)
    assert guessing.disputed(found[few.id]).startswith("few: ")
    with space.edit("Ask") as write:
        workshops.begin(write, WorkshopSession("w", "W"))
        workshops.ask(write, found[few.id])
        personas.change(write, few.id, segment=None)
    told = "a group that is gone is not counted as everyone"
    assert guessing.counted(space, found[few.id]) is None, told
    space.close()
