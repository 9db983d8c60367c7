# SPDX-License-Identifier: MIT
"""Decisions and open assumptions get owners and dates, and the minutes are saved."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from persona_studio.core import clock
from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Evidence
from persona_studio.core.research import Wave
from persona_studio.core.workshop import Decision, Exercise, Option, WorkshopSession
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.workshop.close_page import ClosePage
from persona_studio.gui.workshop.room import WorkshopRoom
from persona_studio.publish import preview
from persona_studio.storage import workshops


def words(widget: QWidget) -> str:
    return "\n".join(x.text() for x in widget.findChildren(QLabel) if x.isVisible())


@pytest.fixture
def page(room: WorkshopRoom) -> ClosePage:
    room.flow.go("close")
    QApplication.processEvents()
    found = room.panel.pages["close"]
    assert isinstance(found, ClosePage)
    return found


def session_of(bridge: Bridge) -> WorkshopSession:
    (found,) = bridge.snapshot.table(WorkshopSession).values()
    return found


def fill(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_decision_gets_an_owner_and_a_day_and_each_step_is_undone(
    page: ClosePage, bridge: Bridge
) -> None:
    assert "Nothing is decided yet" in words(page)
    fill(page.field, "Maya <i>first</i>")
    row = page.decisions[0]
    assert row.owner.hasFocus()
    fill(row.owner, "Anna")
    fill(row.due, "2026-06")
    assert session_of(bridge).decisions == (
        Decision("Maya <i>first</i>", "Anna", date(2026, 6, 1)),
    )
    row.gone.click()
    assert session_of(bridge).decisions == ()
    for _ in range(2):
        bridge.undo()
    assert session_of(bridge).decisions == (Decision("Maya <i>first</i>", "Anna"),)
    assert page.decisions[0].due.text() == ""


def test_what_is_no_day_is_said_and_takes_no_day_away(page: ClosePage, bridge: Bridge) -> None:
    fill(page.field, "Ask again")
    QApplication.processEvents()
    row = page.decisions[0]
    assert row.due.placeholderText() == (clock.today() + timedelta(weeks=2)).isoformat()
    fill(row.due, "5.12.2026")
    assert row.due.text() == "2026-12-05"
    fill(row.due, "tomorrow")
    assert "\u201ctomorrow\u201d is no day that can be read here." in words(page)
    assert session_of(bridge).decisions == (Decision("Ask again", "", date(2026, 12, 5)),)
    fill(row.due, "2026-12-06")
    assert "tomorrow" not in words(page)


def test_open_assumptions_get_an_owner_and_a_day(page: ClosePage, bridge: Bridge) -> None:
    assert "Follows us on Instagram" in words(page)
    assert "Commuter Maya" in words(page)
    (row,) = page.assumptions
    assert row.owner.text() == "A. Keller"
    assert not row.text.isVisible()
    fill(row.owner, "Bo")
    fill(row.due, "2026-07-01")
    items = [e for e in bridge.snapshot.table(Evidence).values() if e.who]
    assert [(e.who, e.test_by) for e in items] == [("Bo", date(2026, 7, 1))]
    bridge.undo()
    bridge.undo()
    assert row.owner.text() == "A. Keller"


def test_the_day_of_the_next_review_is_set(page: ClosePage, bridge: Bridge) -> None:
    fill(page.review, "2026-11-20")
    assert session_of(bridge).review_on == date(2026, 11, 20)
    bridge.undo()
    page.field.setFocus()
    page.refresh()
    assert page.review.text() == ""


def test_before_the_room_decisions_are_added_but_not_changed(
    page: ClosePage, room: WorkshopRoom, bridge: Bridge
) -> None:
    fill(page.field, "Maya first")
    room.project()
    QApplication.processEvents()
    assert room.projector is not None
    assert "Maya first" in words(room.projector)
    (field,) = [f for f in room.projector.findChildren(QLineEdit) if f.isVisible()]
    fill(field, "Ask again in autumn")
    assert len(session_of(bridge).decisions) == 2
    room.projector.close()


def test_the_minutes_are_saved_from_the_window(
    room: WorkshopRoom,
    bridge: Bridge,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    target = tmp_path / "minutes"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(bridge.saved, timeout=20_000):
        room.save_minutes()
    assert (tmp_path / "minutes.pdf").read_bytes().startswith(b"%PDF")
    target = tmp_path / "nowhere" / "minutes.pdf"
    told: list[StudioError] = []
    bridge.failed.connect(told.append)
    with qtbot.waitSignal(bridge.failed, timeout=20_000):
        room.save_minutes()
    assert told[0].kind == "unreachable"


def test_ballots_and_cards_are_saved_to_be_printed_and_hold_nothing_private(
    room: WorkshopRoom,
    bridge: Bridge,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    target = tmp_path / "paper.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    session, wave = session_of(bridge), next(iter(bridge.snapshot.table(Wave)))
    options = (Option("a", "Speed"), Option("b", "<b>Quiet</b>"))
    with bridge.edit("Prepare") as write:
        vote = Exercise("", session.id, "vote", "What first?", options=options, dots=1)
        workshops.ask(write, vote)
        workshops.ask(write, Exercise("", session.id, "sort", wave=wave, rows=(2, 3)))
    wanted = {"vote": ("Ballot 3", "<b>Quiet</b>"), "sort": ("Card 2", "Let me pay")}
    for page, (number, words_) in wanted.items():
        room.flow.go(page)
        QApplication.processEvents()
        with qtbot.waitSignal(bridge.saved, timeout=20_000):
            room.panel.pages[page].sheet.bar.paper.click()  # type: ignore[attr-defined]
        pdf = target.read_bytes()
        told = " ".join(preview.page_text(pdf, n) for n in range(preview.page_count(pdf)))
        assert number in told
        assert words_ in told
        assert "P-2" not in told
    with bridge.edit("Nobody") as write:
        workshops.change(write, session.id, participants=())
    with qtbot.waitSignal(bridge.failed, timeout=20_000):
        room.save_pages("ballots")
