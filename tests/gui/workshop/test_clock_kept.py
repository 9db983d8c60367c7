# SPDX-License-Identifier: MIT
"""The clock of a meeting is right again after the window was closed; what is typed is assumed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from persona_studio.core import clock
from persona_studio.core.persona import Claim, Evidence
from persona_studio.core.research import Source
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.personas.place import Place
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.gui.workshop.room import WorkshopRoom
from persona_studio.storage import workshops
from persona_studio.workspace.agenda import LONG
from persona_studio.workspace.assumptions import open_assumptions

WORKSHOP = "Spring & <i>summer</i>"


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let the clock on the wall go on by so many seconds."""
    moment = [datetime(2026, 11, 26, 9, tzinfo=UTC)]
    monkeypatch.setattr(clock, "now", lambda: moment[0])

    def go_on(seconds: int) -> None:
        moment[0] += timedelta(seconds=seconds)

    return go_on


@pytest.fixture
def again(bridge: Bridge, jobs: Jobs, qtbot: QtBot) -> Callable[[], WorkshopRoom]:
    """Return what enters the workshop in a new window."""

    def enter() -> WorkshopRoom:
        made = WorkshopRoom(bridge, jobs)
        qtbot.addWidget(made)
        made.activate()
        return made

    return enter


def test_a_running_clock_has_gone_on_while_the_window_was_closed(
    later: Callable[[int], None], room: WorkshopRoom, again: Callable[[], WorkshopRoom]
) -> None:
    room.flow.begin(1)
    room.flow.more_time()
    left = room.flow.clock.left
    later(300)
    resumed = again().flow
    assert (resumed.item, resumed.page, resumed.clock.running) == (1, LONG[1].page, True)
    assert abs(resumed.clock.left - (left - 300)) <= 1
    later(left)
    assert abs(again().flow.clock.left + 300) <= 1, "it tells by how much it ran over"


def test_a_clock_that_rests_stays_and_an_old_meeting_is_over(
    later: Callable[[int], None],
    room: WorkshopRoom,
    again: Callable[[], WorkshopRoom],
    bridge: Bridge,
) -> None:
    room.flow.begin(0)
    room.flow.start_or_pause()
    left = room.flow.clock.left
    later(5400)
    resumed = again().flow
    assert (resumed.item, resumed.clock.running, resumed.clock.left) == (0, False, left)
    later(13 * 3600)
    assert again().flow.item is None
    later(-13 * 3600)
    with bridge.edit("Shorten the agenda") as write:
        workshops.change(write, room.flow.session.id, agenda=())
    assert again().flow.item is None


@pytest.fixture
def board(bridge: Bridge, jobs: Jobs, qtbot: QtBot, room: WorkshopRoom) -> PersonasRoom:
    """Give the board beside the workshop."""
    made = PersonasRoom(bridge, jobs)
    qtbot.addWidget(made)
    made.resize(1205, 670)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: bool(made.tray.list.cards.items), timeout=4000)
    return made


def written(board: PersonasRoom, words: str, modifiers: Qt.KeyboardModifier) -> list[Evidence]:
    """Write a claim for the first persona; return what stands behind it."""
    column = next(iter(board.board.columns.values()))
    shown = column.list_of("goals")
    shown.write_new(len(shown.claims.claims))
    editor = QApplication.focusWidget()
    QTest.keyClicks(editor, words)
    QTest.qWait(300)
    QTest.keyClick(editor, Qt.Key.Key_Return, modifiers)
    QTest.qWait(20)
    snapshot = board.bridge.snapshot
    claim = next(c for c in snapshot.table(Claim).values() if c.text == words)
    return list(snapshot.evidence_of(claim.id))


NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def test_a_claim_typed_while_a_workshop_runs_is_its_assumption_and_says_so(
    later: Callable[[int], None], room: WorkshopRoom, board: PersonasRoom
) -> None:
    told: list[str] = []
    board.announced.connect(told.append)
    assert written(board, "Wants to sit by the window", NONE) == []
    room.flow.begin(0)
    [item] = written(board, "Brings a friend along", NONE)
    source = board.bridge.snapshot.table(Source)[item.source or ""]
    assert (source.kind, item.who, item.since) == ("assumption", WORKSHOP, clock.today())
    assert told[-1].startswith(f"Added as an assumption of {WORKSHOP}")
    assert {a.claim.text for a in open_assumptions(board.bridge.snapshot)} == {
        "Follows us on Instagram", "Brings a friend along",
    }  # fmt: skip
    board.bridge.undo()
    assert not [a for a in open_assumptions(board.bridge.snapshot) if a.item.who == WORKSHOP]
    later(2 * 3600)
    assert written(board, "Sits outside", NONE) == [], "the meeting is over for an hour"


def test_a_claim_that_is_linked_is_no_assumption(
    later: Callable[[int], None], room: WorkshopRoom, board: PersonasRoom
) -> None:
    room.flow.begin(0)
    [item] = written(board, "Orders in the App", CTRL)
    assert item.measure is not None
    assert item.who == ""


def test_a_test_that_was_planned_stays_when_evidence_comes(
    later: Callable[[int], None], room: WorkshopRoom, board: PersonasRoom
) -> None:
    room.flow.begin(0)
    [item] = written(board, "Pays by phone", NONE)
    board.gestures.assume([item.claim], how="Ask ten people")
    figure = board.tray.item(board.tray.list.cards.items[0].key)
    assert figure is not None
    assert board.gestures.link(figure, item.claim)
    kept = board.bridge.snapshot.evidence_of(item.claim)
    assert sorted(each.how_to_test for each in kept) == ["", "Ask ten people"]
    [other] = written(board, "Comes alone", NONE)
    assert board.gestures.link(figure, other.claim)
    assert [each.who for each in board.bridge.snapshot.evidence_of(other.claim)] == [""]
    made = board.gestures.add(Place(None), ["Parked"])
    assert board.bridge.snapshot.evidence_of(made[0])[0].who == WORKSHOP
