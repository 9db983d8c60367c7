# SPDX-License-Identifier: MIT
"""A workshop is begun, its agenda kept to, shown to the room; what is private stays on the desk."""

import shutil
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from persona_studio.core import clock
from persona_studio.core.workshop import Exercise, Option, WorkshopSession
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.workshop.agenda_page import AgendaPage
from persona_studio.gui.workshop.agenda_row import AgendaRow
from persona_studio.gui.workshop.countdown import Countdown, spoken
from persona_studio.gui.workshop.projector import Projector
from persona_studio.gui.workshop.room import WorkshopRoom
from persona_studio.storage import workshops
from persona_studio.workspace.agenda import LONG, SHORT, minutes
from persona_studio.workspace.people_in_room import added
from persona_studio.workspace.workspace import Workspace


def session_of(bridge: Bridge) -> WorkshopSession:
    (found,) = bridge.snapshot.table(WorkshopSession).values()
    return found


def agenda_of(room: WorkshopRoom) -> AgendaPage:
    page = room.panel.pages["agenda"]
    assert isinstance(page, AgendaPage)
    return page


def row_of(room: WorkshopRoom, place: int) -> AgendaRow:
    row = agenda_of(room).rows[place]
    assert isinstance(row, AgendaRow)
    return row


def words(widget: QWidget) -> str:
    return "\n".join(x.text() for x in widget.findChildren(QLabel) if x.isVisible())


def shown(room: WorkshopRoom) -> Projector:
    room.project()
    QApplication.processEvents()
    assert room.projector is not None
    return room.projector


def test_a_workshop_is_begun_from_the_keyboard_and_undone(
    empty_room: WorkshopRoom, bridge: Bridge
) -> None:
    form = empty_room.beginning
    assert form.name.hasFocus()
    form.length.setCurrentIndex(1)
    QTest.keyClicks(form.people, "Anna, Bo,  Bo ,")
    QTest.keyClick(form.people, Qt.Key.Key_Return)
    session = session_of(bridge)
    assert session.name == "Workshop with Riverside Coffee"
    assert session.participants == ("Anna", "Bo", "Bo 2")
    assert session.agenda == LONG
    assert len(agenda_of(empty_room).rows) == len(LONG)
    bridge.undo()
    assert not bridge.snapshot.table(WorkshopSession)
    assert form.isVisible()


def test_the_agenda_is_changed_moved_and_undone(room: WorkshopRoom, bridge: Bridge) -> None:
    row = row_of(room, 4)
    row.text.setFocus()
    row.text.selectAll()
    QTest.keyClicks(row.text, "Coffee")
    QTest.keyClick(row.text, Qt.Key.Key_Return)
    assert session_of(bridge).agenda[4].text == "Coffee"
    QTest.keyClick(row.text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [item.text for item in session_of(bridge).agenda[3:5]] == ["Coffee", LONG[3].text]
    assert row_of(room, 3).text.hasFocus()
    agenda_of(room).add.click()
    assert len(session_of(bridge).agenda) == len(LONG) + 1
    row_of(room, 0).gone.click()
    for _ in range(4):
        bridge.undo()
    assert session_of(bridge).agenda == LONG


def test_people_come_by_name_or_number_and_leave(room: WorkshopRoom, bridge: Bridge) -> None:
    people = agenda_of(room).people
    QTest.keyClicks(people.field, "2")
    QTest.keyClick(people.field, Qt.Key.Key_Return)
    assert session_of(bridge).participants[3:] == ("Person 4", "Person 5")
    bridge.undo()
    assert len(session_of(bridge).participants) == 3
    QApplication.processEvents()
    assert "<b>Chris</b>" in words(people)


@pytest.mark.parametrize(
    ("text", "people"),
    [("", ()), (" , ;", ()), ("A\nB", ("A", "B")), ("2", ("P1", "P2")), ("A,A", ("A", "A 2"))],
)
def test_what_is_typed_becomes_people(text: str, people: tuple[str, ...]) -> None:
    assert added((), text, "P{0}") == people
    assert len(added((), "100000")) == 60


def test_a_clock_runs_rests_takes_more_and_runs_over() -> None:
    now = [100.0]
    clock = Countdown(lambda: now[0])
    clock.set(60)
    now[0] += 10
    assert clock.left == 60, "it rests until it is started"
    clock.start()
    now[0] += 15
    assert clock.left == 45
    clock.pause()
    now[0] += 1000
    clock.add(60)
    assert clock.left == 105
    clock.start()
    now[0] += 120
    assert clock.left == -15
    assert spoken(clock.left) == "0:15"
    assert spoken(3725) == "1:02:05"


def test_the_proposed_agendas_are_those_of_the_method() -> None:
    assert [item.minutes for item in SHORT] == [10, 20, 15, 30, 20]
    assert minutes(LONG) == 240


def test_a_part_begins_opens_its_page_and_the_next_follows(room: WorkshopRoom) -> None:
    bar = room.panel.clock
    bar.start.click()
    assert room.flow.item == 0
    assert room.flow.clock.running
    assert bar.time.text().startswith(("25:0", "24:5"))
    bar.start.click()
    assert not room.flow.clock.running
    bar.more.click()
    assert bar.time.text().startswith(("26:0", "25:5"))
    bar.next.click()
    assert room.flow.now == LONG[1]
    assert room.flow.page == "guess"
    room.flow.clock.add(-21 * 60)
    bar.refresh()
    assert "over" in bar.time.text()


def test_notes_are_kept_undone_and_never_shown_to_the_room(
    room: WorkshopRoom, bridge: Bridge
) -> None:
    room.notes.paper.setFocus()
    QTest.keyClicks(room.notes.paper, "Mind Bo")
    room.notes.paper.clearFocus()
    assert session_of(bridge).note == "Mind Bo"
    projector = shown(room)
    assert not projector.findChildren(QPlainTextEdit)
    assert "Mind Bo" not in words(projector)
    assert "<b>Chris</b>" in words(projector)
    projector.close()
    bridge.undo()
    assert room.notes.paper.toPlainText() == ""


def test_the_projector_fills_the_screen_has_few_tools_and_is_left_by_escape(
    room: WorkshopRoom,
) -> None:
    projector = shown(room)
    assert projector.isFullScreen()
    assert not projector.findChildren(AgendaRow)
    QTest.keyClick(projector, Qt.Key.Key_F7)
    assert room.flow.item == 0
    size = projector.findChildren(QLabel)[0].fontInfo().pixelSize()
    projector.resize(1920, 1080)
    QApplication.processEvents()
    assert projector.findChildren(QLabel)[0].fontInfo().pixelSize() > size
    QTest.keyClick(projector, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert room.projector is None


def test_a_second_screen_only_shows_and_the_desk_keeps_the_tools(
    room: WorkshopRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = room.screen().geometry()
    monkeypatch.setattr(room, "_where", lambda: (place, True))
    projector = shown(room)
    for page in ("agenda", "guess", "vote", "sort", "close"):
        room.flow.go(page)
        QApplication.processEvents()
        active = [w for w in projector.findChildren(QAbstractButton) if w.isVisible()]
        assert [w.accessibleName() for w in active] == []
        assert not [w for w in projector.findChildren(QLineEdit) if w.isVisible()]
    assert room.panel.clock.start.isVisible()
    projector.close()


def test_removing_the_workshop_ends_the_show_and_undo_brings_it_back(
    room: WorkshopRoom, bridge: Bridge
) -> None:
    shown(room)
    room.gone.click()
    assert room.projector is None
    assert room.beginning.isVisible()
    bridge.undo()
    assert session_of(bridge).agenda == LONG
    assert not room.beginning.isVisible()


def test_another_workshop_is_begun_or_called_off_and_one_of_them_chosen(
    room: WorkshopRoom, bridge: Bridge
) -> None:
    room.another.click()
    room.beginning.name.setText("Autumn")
    with bridge.edit("Something else") as write:
        workshops.change(write, session_of(bridge).id, note="new")
    assert room.beginning.isVisible(), "what is being typed stays"
    QTest.keyClick(room.beginning.name, Qt.Key.Key_Return)
    assert room.name.text() == "Autumn"
    assert len(bridge.snapshot.table(WorkshopSession)) == 2
    room.which.setCurrentIndex(1 - room.which.currentIndex())
    room.which.activated.emit(room.which.currentIndex())
    assert room.name.text() == "Spring & <i>summer</i>"
    room.another.click()
    room.beginning._stop.click()
    assert not room.beginning.isVisible()


def test_the_day_is_set_and_undone(room: WorkshopRoom, bridge: Bridge) -> None:
    room.day.setFocus()
    room.day.selectAll()
    QTest.keyClicks(room.day, "2026-12-03")
    QTest.keyClick(room.day, Qt.Key.Key_Return)
    assert session_of(bridge).held_on == date(2026, 12, 3)
    bridge.undo()
    assert room.day.text() == clock.today().isoformat()


def test_closing_the_project_ends_the_show(window: MainWindow) -> None:
    window.commands.made["project_workshop"].trigger()
    assert window.view is not None
    room = window.view.go("workshop")
    assert isinstance(room, WorkshopRoom)
    room.beginning.button.click()
    room.flow.begin(0)
    room.project()
    assert room.projector is not None
    window.close_project()
    assert room.projector is None


def test_a_project_to_read_only_shows_its_workshop_and_takes_nothing(
    room: WorkshopRoom, bridge: Bridge, jobs: Jobs, qtbot: QtBot
) -> None:
    path = bridge.workspace.path.with_name("copy.persona")
    with bridge.edit("Ask") as write:
        options = (Option("a", "Speed"), Option("b", "Quiet"))
        workshops.ask(write, Exercise("", session_of(bridge).id, options=options, dots=1))
    shutil.copy(bridge.workspace.path, path)
    other = Workspace.open(path, read_only=True)
    reader = Bridge(other)
    shown = WorkshopRoom(reader, jobs)
    qtbot.addWidget(shown)
    shown.show()
    shown.activate()
    for page in ("agenda", "guess", "vote", "sort", "close"):
        shown.flow.go(page)
        QApplication.processEvents()
        assert not [f for f in shown.findChildren(QLineEdit) if f.isVisible() and writable(f)]
    reader.closing.emit()
    other.close()


def writable(field: QLineEdit) -> bool:
    return field.isEnabled() and not field.isReadOnly()


def test_f5_in_the_window_begins_the_show_and_f5_in_the_show_ends_it(window: MainWindow) -> None:
    window.commands.made["project_workshop"].trigger()
    assert window.view is not None
    room = window.view.go("workshop")
    assert isinstance(room, WorkshopRoom)
    assert room.projector is None, "there is nothing to show yet"
    room.beginning.button.click()
    window.commands.made["project_workshop"].trigger()
    assert isinstance(room.projector, Projector)
    QTest.keyClick(room.projector, Qt.Key.Key_F5)
    assert room.projector is None
