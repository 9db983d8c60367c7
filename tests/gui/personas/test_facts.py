# SPDX-License-Identifier: MIT
"""Facts under the name: at most six, chosen and ordered beside the board, printed the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from persona_studio.core import clock
from persona_studio.core.facts import SECTION, strip, told
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.facts_page import FactsPage
from persona_studio.publish.sheet import sheet_of
from persona_studio.storage import claims, evidence
from persona_studio.workspace.drawing import Measure
from persona_studio.workspace.workspace import Workspace
from tests.gui.personas.hands import ALT, Hands
from tests.workspace import two_groups


@pytest.fixture
def sample_workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Give a persona with a measured age and seven more claims on who it is."""
    made = two_groups.make(tmp_path / "a.persona", ages=True)
    with made.edit("Claims") as write:
        who = next(p.id for p in made.snapshot.personas if p.name == "many")
        value = {"attribute": "age", "op": "between", "value": [21, 50]}
        claim = claims.add(write, who, SECTION, "21 to 50", quantifier="most", **value)
        measure = Measure("age", "between", [21, 50])
        evidence.link_measure(write, claim, "wave", measure)
        claims.add(write, who, SECTION, "Home", attribute="location", op="is", value="Old Town")
        for number in range(6):
            claims.add(write, who, SECTION, f"Has pets {number}")
    yield made
    made.close()


@pytest.fixture
def page(hands: Hands) -> FactsPage:
    """Give the page, opened by its action."""
    hands.room.tray.show_persona(hands.persona("many").id)
    hands.room.choose_facts()
    made = hands.room.care.pages.page(FactsPage)
    assert made is not None
    return made


def shown(hands: Hands) -> str:
    return hands.room.board.columns[hands.persona("many").id].head.facts.accessibleName()


def test_facts_are_ticked_up_to_six_and_ordered_by_keyboard(
    page: FactsPage, hands: Hands, bridge: Bridge
) -> None:
    assert shown(hands) == "Age 21\u201350 n 30, Lives Old Town"
    told: list[str] = []
    bridge.failed.connect(lambda error: told.append(error.kind))
    for row in range(2, 7):
        page.list.setCurrentRow(row)
        QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert told == ["too_many_facts"]
    assert len(strip(bridge.snapshot.claims_of(hands.persona("many").id))) == 6
    assert page.list.item(6).checkState() == Qt.CheckState.Unchecked
    page.list.setCurrentRow(0)
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    page.list.setCurrentRow(1)
    QTest.keyClick(page.list, Qt.Key.Key_Down, ALT)
    assert shown(hands) == "Has pets 0, Lives Old Town, Has pets 1, Has pets 2, Has pets 3"
    sheet = sheet_of(
        bridge.snapshot, hands.persona("many").id, bridge.workspace.assess, clock.today()
    )
    assert [fact.label for fact in sheet.facts][:2] == ["Profile", "Lives"]
    QTest.keyClicks(page.field, "Work: Nurse")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert shown(hands).endswith("Has pets 3, Work Nurse")
    for _ in range(3):
        bridge.undo()
    assert shown(hands).startswith("Age 21\u201350 n 30, Lives Old Town, Has pets 0")


def test_an_eighth_attribute_waits_below_the_strip(bridge: Bridge, hands: Hands) -> None:
    who = hands.persona("few").id
    with bridge.edit("Claims") as write:
        for number in range(8):
            fields = {"attribute": f"own_{number}", "op": "is", "value": number}
            claims.add(write, who, SECTION, "Said", **fields)
    assert [told(claim)[1] for claim in strip(bridge.snapshot.claims_of(who))] == list("012345")


def test_what_the_persona_rests_on_moves_with_its_claims(hands: Hands, bridge: Bridge) -> None:
    head = hands.room.board.columns[hands.persona("many").id].head
    hands.room._show_reach()
    assert head.basis.text() == "Proto: mostly assumed"
    assert head.strength.text() == "strength 8", "65 of one claim in eight"
    hands.room.gestures.remove([hands.claim(f"Has pets {number}").id for number in range(6)])
    hands.room._show_reach()
    assert head.strength.text() == "strength 33", "65 of one claim in two"
    assert "50 % of its claims are well backed, 30 people behind it" in head.basis.toolTip()
    assert head.basis.text() == "Partly researched"
    few = hands.room.board.columns[hands.persona("few").id].head
    assert few.basis.isHidden(), "who says nothing rests on nothing"


def test_a_long_line_is_no_fact_until_it_is_written_shorter(
    page: FactsPage, hands: Hands, bridge: Bridge
) -> None:
    pets = hands.claim("Has pets 0").id
    hands.room.gestures.edit_text(pets, "Has pets, and has had them for a very long time")
    told: list[str] = []
    bridge.failed.connect(lambda error: told.append(error.kind))
    page.list.setCurrentRow(2)
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert told == ["long_fact"]
    hands.room.gestures.edit_text(pets, "Has pets")
    page.list.setCurrentRow(2)
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert shown(hands).endswith("Lives Old Town, Has pets")
