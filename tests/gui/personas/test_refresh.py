# SPDX-License-Identifier: MIT
"""The board changes only what changed; models meet any order; read-only boards only show."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from persona_studio.core.facts import strip, told
from persona_studio.core.persona import Claim
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.personas.claim_model import ClaimModel
from persona_studio.gui.personas.place import Place
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.workspace.workspace import Workspace
from tests.gui import project
from tests.gui.personas.hands import Hands

MAYA, RUTH = "Commuter Maya", "Host Ruth"
ORDERS = "Orders in the app"


def test_one_edit_repaints_one_card(hands: Hands) -> None:
    lists = {
        (person, section): hands.list(person, section)
        for person in (MAYA, RUTH)
        for section in ("channels", "goals", "pains")
    }
    heard: list[tuple[str, object]] = []
    for place, shown in lists.items():
        model = shown.claims
        model.dataChanged.connect(lambda a, b, _roles, p=place: heard.append(("changed", p)))
        model.modelReset.connect(lambda p=place: heard.append(("reset", p)))
        model.rowsInserted.connect(lambda *_, p=place: heard.append(("in", p)))
        model.rowsRemoved.connect(lambda *_, p=place: heard.append(("out", p)))
    hands.room.gestures.edit_text(hands.claim(ORDERS).id, "Orders ahead")
    assert heard == [("changed", (MAYA, "channels"))]
    assert hands.list(MAYA, "channels") is lists[MAYA, "channels"]


def test_a_change_of_evidence_reaches_its_card(hands: Hands) -> None:
    claim = hands.claim(ORDERS).id
    model = hands.list(MAYA, "channels").claims
    heard: list[int] = []
    model.dataChanged.connect(lambda first, _last, _roles: heard.append(first.row()))
    [item] = hands.bridge.snapshot.evidence_of(claim)
    hands.room.gestures.unlink(item.id)
    assert heard == [0]
    hands.bridge.undo()
    assert heard == [0, 0]


@given(some.lists(some.integers(0, 9), unique=True), some.lists(some.integers(0, 9), unique=True))
def test_a_list_comes_from_any_order_to_any_other(before: list[int], after: list[int]) -> None:
    said = SimpleNamespace(lead="", line="words")
    model = ClaimModel(Place("p", "goals"), lambda _claim: said)  # type: ignore[arg-type,return-value]
    model.show([Claim(str(n), "p", "goals", f"words {n}") for n in before])
    wanted = [Claim(str(n), "p", "goals", f"words {n}") for n in after]
    model.show(wanted)
    assert model.claims == wanted


def test_a_section_shows_when_it_is_filled_and_stays_when_it_is_emptied(hands: Hands) -> None:
    blocks = hands.room.board.columns[hands.persona(MAYA).id].blocks
    assert "values" not in blocks
    hands.room.gestures.move([hands.claim(ORDERS).id], Place(hands.persona(MAYA).id, "values"))
    assert hands.shown(MAYA, "values") == [ORDERS]
    hands.bridge.undo()
    assert hands.shown(MAYA, "values") == []
    order = [
        block.place.section
        for block in hands.room.board.columns[blocks and hands.persona(MAYA).id].ordered()
    ]
    assert order.index("values") > order.index("channels")


def test_facts_are_read_from_the_claims() -> None:
    def claim(attribute: str, op: str | None, value: object) -> Claim:
        return Claim("c", "p", "demographics", "", attribute=attribute, op=op, value=value)

    claims = [
        claim("age", "between", [25, 38]),
        claim("location", "is", "Old Town"),
        claim("income", "at_least", 30000),
        claim("visits", None, "4 a week"),
        claim("gender", None, None),
    ]
    assert [told(claim) for claim in strip(claims)] == [
        ("Age", "25\u201338"),
        ("Lives", "Old Town"),
        ("Income", "30000+"),
        ("Visits", "4 a week"),
    ]


def test_a_project_open_to_read_only_shows_and_keeps_still(
    qtbot: QtBot, look: None, jobs: Jobs, tmp_path: Path
) -> None:
    path = tmp_path / "closed.persona"
    project.make(path).close()
    workspace = Workspace.open(path, read_only=True)
    bridge = Bridge(workspace)
    room = PersonasRoom(bridge, jobs)
    qtbot.addWidget(room)
    with qtbot.waitExposed(room):
        room.show()
    room.activateWindow()
    hands = Hands(room, bridge)
    shown = hands.select(ORDERS)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Insert, Qt.Key.Key_Delete):
        hands.press(key)
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    target = hands.block(RUTH, "goals")
    hands.drop(target, QPoint(60, 20), shown.claims.mimeData(shown.selectedIndexes()))
    assert hands.texts(MAYA, "channels")[0] == ORDERS
    assert not room.title.add_button.isEnabled()
    hands.press(Qt.Key.Key_F4)
    assert room.side.currentWidget() is room.detail
    room.close()
    bridge.closing.emit()
    workspace.close()


@pytest.mark.parametrize("width", [1205, 1845])
def test_columns_share_the_width(hands: Hands, qtbot: QtBot, width: int) -> None:
    while len(hands.bridge.snapshot.personas) < (3 if width < 1500 else 5):
        hands.room.gestures.add_persona("Somebody")
    hands.room.resize(width, 670)
    bar = hands.room.board.horizontalScrollBar()
    qtbot.wait(50)
    assert bar.maximum() == 0
    columns = list(hands.room.board.columns.values())
    assert all(column.width() >= 280 for column in columns)
