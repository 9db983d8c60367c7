# SPDX-License-Identifier: MIT
"""People are placed on scales by hand and by keyboard, light up together, become a persona."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from persona_studio.core.research import Question
from persona_studio.core.scales import Placement, Scale
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.gui.personas.switch import SCALES
from persona_studio.gui.scales.page import ScalesPage
from persona_studio.gui.scales.track import ScaleTrack
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.storage import scales, waves
from persona_studio.workspace.workspace import Workspace

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def room(qtbot: QtBot, bridge: Bridge, jobs: Jobs) -> Iterator[PersonasRoom]:
    made = PersonasRoom(bridge, jobs)
    qtbot.addWidget(made)
    made.resize(1205, 670)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.close()


@pytest.fixture
def page(room: PersonasRoom) -> ScalesPage:
    return room.views.show(SCALES)


def add(page: ScalesPage, low: str, high: str, name: str = "") -> ScaleTrack:
    """Write a scale and return it."""
    for field, words in ((page.add.low, low), (page.add.name, name), (page.add.high, high)):
        QTest.keyClicks(field, words)
    QTest.keyClick(page.add.high, K.Key_Return)
    QApplication.processEvents()  # a new scale is shown in the next turn
    return list(page.tracks.values())[-1]


def placed(bridge: Bridge) -> dict[int, int]:
    return {item.row: item.at for item in bridge.snapshot.table(Placement).values()}


def middle(track: ScaleTrack, step: int) -> QPoint:
    """Return a point on a step."""
    xs = [x for x in range(track.width()) if track.step_at(QPoint(x, 40).toPointF()) == step]
    return QPoint(xs[len(xs) // 2], 45)


def test_a_person_is_dragged_along_a_scale_and_off_it(page: ScalesPage, bridge: Bridge) -> None:
    track = add(page, "books ahead", "on the day", "Planning")
    row = page.shown.people[2].row
    for step in (4, 1):
        QTest.mousePress(track, LEFT, NONE, track.dot_at(row).toPoint())
        QTest.mouseMove(track, middle(track, step))
        QTest.mouseRelease(track, LEFT, NONE, middle(track, step))
        assert placed(bridge) == {row: step}
    assert bridge.workspace.undo_label == "Place on scale"
    bridge.undo()
    assert placed(bridge) == {}
    bridge.redo()
    assert placed(bridge) == {row: 1}
    QTest.mousePress(track, LEFT, NONE, track.dot_at(row).toPoint())
    QTest.mouseRelease(track, LEFT, NONE, QPoint(20, 45))
    assert placed(bridge) == {}
    assert bridge.workspace.undo_label == "Take off scale"


def test_people_are_placed_by_keyboard_and_each_step_is_told(
    page: ScalesPage, bridge: Bridge
) -> None:
    heard: list[str] = []
    page.announced.connect(heard.append)
    first = add(page, "a", "b")
    second = add(page, "c", "d", "Second")
    first = page.tracks[first.scale.id]
    first.setFocus()
    assert heard[-1] == "from a to b. 1 is not placed"
    QTest.keyClicks(first, "12")
    assert page.shown.current == page.shown.people[11].row
    QTest.keyClick(first, K.Key_Right)
    assert heard[-1] == "12 on step 3 of 5, by hand"
    QTest.keyClick(first, K.Key_Left)
    assert placed(bridge) == {page.shown.people[11].row: 1}
    QTest.keyClick(first, K.Key_Right, CTRL)
    assert heard[-1].startswith("13 (")
    QTest.keyClick(first, K.Key_Down)
    assert second.hasFocus()
    assert heard[-1] == "Second, from c to d. 13 is not placed"
    QTest.keyClick(second, K.Key_Delete, CTRL)
    assert len(page.tracks) == 1
    bridge.undo()
    assert len(page.tracks) == 2


def test_who_travels_together_lights_up_and_becomes_a_persona(
    page: ScalesPage, bridge: Bridge, room: PersonasRoom
) -> None:
    for n in range(6):
        add(page, f"low {n}", f"high {n}")
    for person in (1, 3, 4):
        page.choose(page.shown.people[person].row)
        for track in list(page.tracks.values()):
            QTest.keyClick(track, K.Key_Right)
    assert page.groups.along.text().endswith("travels with 2, 4")
    assert page.shown.companions == {page.shown.people[n].row for n in (1, 3)}
    page.groups.enough.setValue(7)
    assert page.shown.companions == frozenset()
    said = [label.text() for label in page.groups.findChildren(PlainLabel)]
    assert "On 6 scales nobody can sit together on 7: add some, or ask for fewer." in said
    bridge.undo()
    assert page.groups.enough.value() == 6
    make = next(b for b in page.findChildren(QPushButton) if b.text().startswith("Make a persona"))
    assert make.accessibleName() == "Make a persona of 2, 4, 5"
    make.click()
    made = bridge.snapshot.personas[-1]
    assert len(bridge.snapshot.claims_of(made.id)) == 6
    assert made.segment is None
    assert room.board.columns[made.id].head.name.hasFocus()
    bridge.undo()
    assert made not in bridge.snapshot.personas


def test_answers_place_people_and_a_hand_is_told_from_them(
    page: ScalesPage, bridge: Bridge
) -> None:
    failed: list[str] = []
    bridge.failed.connect(lambda error: failed.append(error.message))
    page.add.questions.click()
    assert failed == ["No further question of these people has answers in an order."]
    (question,) = [q for q in bridge.snapshot.table(Question).values() if q.variable == "visits"]
    with bridge.edit("Order") as write:
        order = ("Rarely", "Once a week", "Most days")
        write.change(Question, question.id, role="ordinal", order=order)
    page.add.questions.click()
    (track,) = page.tracks.values()
    assert (track.scale.low, track.scale.high) == ("Rarely", "Most days")
    assert len(track.spots) == 40
    assert not any(spot.by_hand for spot in track.spots.values())
    page.choose(2)
    QTest.keyClick(track, K.Key_Left)
    assert track.spots[2].by_hand
    QTest.keyClick(track, K.Key_Delete)
    assert (track.spots[2].at, track.spots[2].by_hand) == (4, False)


def test_a_scale_needs_two_poles_and_goes_with_its_people(page: ScalesPage, bridge: Bridge) -> None:
    failed: list[str] = []
    bridge.failed.connect(lambda error: failed.append(error.message))
    QTest.keyClicks(page.add.low, "only one")
    page.add.button.click()
    assert failed == ["A scale needs two poles."]
    assert page.add.low.text() == "only one"
    page.add.low.clear()
    add(page, "a", "b")
    with bridge.edit("Remove wave") as write:
        waves.remove(write, next(iter(bridge.snapshot.table(Scale).values())).wave)
    assert not bridge.snapshot.table(Scale)
    assert page.empty.isVisible()


def test_what_is_on_the_page_has_a_name_and_read_only_changes_nothing(
    qtbot: QtBot, page: ScalesPage, bridge: Bridge, jobs: Jobs
) -> None:
    add(page, "a", "b")
    reached = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    named = [each for each in reached if each.isVisible() and each.focusProxy() is None]
    assert [each for each in named if not each.accessibleName()] == []
    path = bridge.workspace.path
    bridge.workspace.close()
    space = Workspace.open(path, read_only=True)
    locked = Bridge(space)
    shown = ScalesPage(locked)
    qtbot.addWidget(shown)
    shown.show()
    (track,) = shown.tracks.values()
    for key in (K.Key_Right, K.Key_Delete):
        QTest.keyClick(track, key)
    assert not space.snapshot.table(Placement)
    assert not shown.add.button.isEnabled()
    locked.closing.emit()
    space.close()
    bridge.workspace = Workspace.open(path)  # for the fixture that closes it


@pytest.mark.usefixtures("mirrored")
def test_a_mirrored_scale_begins_at_the_right_for_the_hand_and_the_arrow_keys(
    page: ScalesPage, bridge: Bridge
) -> None:
    track = add(page, "books ahead", "on the day", "Planning")
    row = page.shown.people[2].row
    assert track.dot_at(row).x() > track.width() - 130
    assert middle(track, 0).x() > middle(track, 4).x()
    QTest.mousePress(track, LEFT, NONE, track.dot_at(row).toPoint())
    QTest.mouseRelease(track, LEFT, NONE, middle(track, 1))
    assert placed(bridge) == {row: 1}
    before = track.dot_at(row).x()
    QTest.keyClick(track, K.Key_Left)
    assert placed(bridge) == {row: 2}
    assert track.dot_at(row).x() < before


def test_each_person_is_a_node_that_tells_where_it_stands_and_can_be_chosen(
    page: ScalesPage,
) -> None:
    track = add(page, "a", "b", "First")
    row = page.shown.people[2].row
    page.gestures.place(track.scale.id, row, 4)
    node = QAccessible.queryAccessibleInterface(track.spoken)
    assert node.text(QAccessible.Text.Name) == "People on First, from a to b"
    assert node.childCount() == len(page.shown.people)
    dot = node.child(2)
    assert dot.role() == QAccessible.Role.ListItem
    assert dot.text(QAccessible.Text.Name).startswith("3 (")
    assert dot.text(QAccessible.Text.Description) == "on step 5 of 5, by hand"
    assert dot.rect().contains(track.mapToGlobal(track.dot_at(row).toPoint()))
    assert dot.rect().width() < 30
    assert node.child(0).text(QAccessible.Text.Description) == "not placed"
    node.selectionInterface().select(dot)
    assert page.shown.current == row
    assert dot.state().focused


def test_escape_puts_a_dot_back_and_the_board_moves_under_one_at_its_edge(
    page: ScalesPage, bridge: Bridge, qtbot: QtBot
) -> None:
    track = add(page, "a", "b")
    track.setMinimumWidth(2000)
    bar = page.list.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(0)
    row = page.shown.people[0].row
    QTest.mousePress(track, LEFT, NONE, track.dot_at(row).toPoint())
    QTest.mouseMove(track, QPoint(page.list.viewport().width() - 25, 45))
    qtbot.waitUntil(lambda: bar.value() > 0)
    QTest.keyClick(track, K.Key_Escape)
    assert not page.list.auto_scroll.active
    QTest.mouseRelease(track, LEFT, NONE, middle(track, 4))
    assert placed(bridge) == {}


def test_the_board_is_found_again_with_its_person_and_place(
    page: ScalesPage, room: PersonasRoom, bridge: Bridge, jobs: Jobs, qtbot: QtBot
) -> None:
    for n in range(8):
        add(page, f"low {n}", f"high {n}")
    row = page.shown.people[4].row
    page.choose(row)
    bar = page.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 40)
    bar.setValue(40)
    room.views.keep()
    again = PersonasRoom(bridge, jobs)
    qtbot.addWidget(again)
    again.resize(room.size())
    with qtbot.waitExposed(again):
        again.show()
    assert again.views.view == SCALES
    found = again.views.show(SCALES)
    assert found.shown.current == row
    qtbot.waitUntil(lambda: found.list.verticalScrollBar().value() == 40)
    found.take_up({"wave": "gone", "person": "x"})
    assert found.shown.current == row, "what was kept of another project says nothing"


def test_a_wider_window_needs_fewer_lines_of_dots(
    page: ScalesPage, room: PersonasRoom, bridge: Bridge
) -> None:
    track = add(page, "a", "b")
    with bridge.edit("Place everybody") as write:
        for person in page.shown.people:
            scales.place(write, track.scale.id, person.row, 2)
    QApplication.processEvents()
    before = track.height()
    room.resize(room.width() + 900, room.height())
    QApplication.processEvents()
    assert track.height() == track.sizeHint().height()
    assert track.height() < before
