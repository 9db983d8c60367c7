# SPDX-License-Identifier: MIT
"""Columns are told by mouse and by keys; what is told is read again and imported."""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from persona_studio.core.research import Question
from persona_studio.gui.research.columns_page import ColumnsPage
from persona_studio.gui.research.order_list import OrderList
from persona_studio.gui.research.room import ResearchRoom
from persona_studio.research.facts import Facts
from tests.gui.research.files import survey
from tests.gui.research.test_importing import bring_in
from tests.research.made.ticked import Asked, Written, table, write
from tests.shared import IMPORTS, needs_shared

Look = Callable[[Path], None]


def columns(room: ResearchRoom, qtbot: QtBot, column: int) -> ColumnsPage:
    """Open the Columns page by its key and look at one column."""
    settled(room, qtbot)
    qtbot.keyClick(room.importing, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    page = room.importing.pages.columns
    assert page.isVisible()
    page.look_at(column)
    return page


def settled(room: ResearchRoom, qtbot: QtBot) -> None:
    """Wait until told columns have been read again."""
    qtbot.waitUntil(lambda: not room.importing.looking.busy, timeout=20000)


def facts(room: ResearchRoom, column: int) -> Facts:
    assert room.importing.looking.seen is not None
    return room.importing.looking.seen.of(column)


def role(room: ResearchRoom, column: int) -> str:
    assert room.importing.plan is not None
    return room.importing.plan.roles[column].role


def test_a_digit_gives_the_column_a_meaning_and_it_is_imported_so(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    page = columns(room, qtbot, 6)
    qtbot.keyClick(page.list, Qt.Key.Key_5)
    assert role(room, 6) == "likert"
    assert page.detail.role_box.currentData() == "likert"
    settled(room, qtbot)
    assert page.detail.order.steps[:3] == ["0", "1", "2"]
    bring_in(room, qtbot)
    (visits,) = (q for q in room._bridge.snapshot.table(Question).values() if q.label == "Visits")
    assert (visits.role, visits.order[:3]) == ("likert", ("0", "1", "2"))


def test_the_steps_of_a_scale_are_moved_by_keys_and_by_dragging(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    page = columns(room, qtbot, 3)
    qtbot.keyClick(page.list, Qt.Key.Key_4)
    settled(room, qtbot)
    steps = page.detail.order.steps
    assert steps == ["Never", "Rarely", "Once a week", "Most days"]
    order = page.detail.order
    order.setCurrentIndex(order.model().index(0, 0))
    qtbot.keyClick(order, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert order.steps[:2] == ["Rarely", "Never"]
    assert room.importing.plan is not None
    assert room.importing.plan.roles[3].order == tuple(order.steps)
    drag(order, 3, 0)
    settled(room, qtbot)
    assert room.importing.plan.roles[3].order == ("Most days", "Rarely", "Never", "Once a week")
    qtbot.mouseClick(page.detail.turn, Qt.MouseButton.LeftButton)
    assert order.steps[0] == "Once a week"


def drag(order: OrderList, source: int, target: int) -> None:
    """Let a step go over the upper half of another one."""
    model = order.model()
    data = model.mimeData([model.index(source, 0)])
    place = QPointF(order.visualRect(model.index(target, 0)).topLeft() + QPoint(20, 3))
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    move, port = Qt.DropAction.MoveAction, order.viewport()
    QApplication.sendEvent(port, QDragEnterEvent(place.toPoint(), move, data, left, none))
    QApplication.sendEvent(port, QDragMoveEvent(place.toPoint(), move, data, left, none))
    QApplication.sendEvent(port, QDropEvent(place, move, data, left, none))


def test_another_separator_parts_the_choices_at_once(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    page = columns(room, qtbot, 4)
    detail = page.detail
    assert detail.separator.currentData() == ";"
    assert dict(facts(room, 4).tops) == {"App": 60, "Shop": 40, "Phone, incl. SMS": 20}
    detail.separator.setCurrentIndex(detail.separator.findData(","))
    detail.separator.activated.emit(detail.separator.currentIndex())
    settled(room, qtbot)
    assert "incl. SMS" in dict(facts(room, 4).tops)
    assert role(room, 4) == "multi_select"


def test_a_text_that_means_no_answer_is_ticked_or_typed(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    page = columns(room, qtbot, 3)
    assert facts(room, 3).filled == 60
    page.detail.missing.field.setText("Never")
    qtbot.keyClick(page.detail.missing.field, Qt.Key.Key_Return)
    settled(room, qtbot)
    assert facts(room, 3).filled == 45
    (box,) = page.detail.missing.boxes
    assert box.text() == "“Never” (15)"
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    settled(room, qtbot)
    assert facts(room, 3).filled == 60


def test_a_column_can_stay_out_and_arrows_walk_on(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    page = columns(room, qtbot, 5)
    page.detail.comes_in.click()
    assert "2 columns left out" in room.importing.verdict.detail.text()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.entry is not None
    assert page.list.entry.first == 6
    assert page.detail.comes_in.isChecked()


@needs_shared
def test_a_select_all_question_over_columns_is_one_line_with_its_choices(
    room: ResearchRoom, look_at: Look, qtbot: QtBot
) -> None:
    look_at(IMPORTS / "surveymonkey_2header_multiselect_spread.csv")
    assert room.importing.plan is not None
    page = columns(room, qtbot, 1)
    entries = [page.list.columns.entry(row) for row in range(page.list.columns.rowCount())]
    many = (entry for entry in entries if entry.several)
    several = next(entry for entry in many if role(room, entry.first) == "multi_select")
    assert sum(len(entry.columns) for entry in entries) == len(room.importing.plan.roles)
    page.look_at(several.columns[1])
    assert page.list.entry == several
    assert f"{len(several.columns)} choices over columns" in spoken(page, several.columns)
    assert page.detail.answers.accessibleDescription().count(":") >= len(several.columns[:10])
    qtbot.keyClick(page.list, Qt.Key.Key_6)
    assert {role(room, column) for column in several.columns} == {"yes_no"}


def spoken(page: ColumnsPage, columns: Sequence[int]) -> str:
    row = page.list.columns.row_of(columns[0])
    return str(page.list.columns.index(row).data(Qt.ItemDataRole.AccessibleTextRole))


@needs_shared
def test_the_row_that_settles_day_or_month_is_shown(
    room: ResearchRoom, look_at: Look, qtbot: QtBot
) -> None:
    look_at(IMPORTS / "gen_late_evidence.csv")
    settled(room, qtbot)
    page = columns(room, qtbot, 2)
    said = page.detail.evidence.text()
    assert "Row 2,502 has “1/31/2024”, which can only be month first" in said


def test_columns_are_found_by_name(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    page = columns(room, qtbot, 1)
    qtbot.keyClicks(page.search, "order")
    assert page.list.columns.rowCount() == 1
    assert page.list.entry is not None
    assert page.list.entry.first == 4


def test_a_question_over_columns_is_one_and_is_made_several_and_one_again(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    places = Asked("Region", ("North", "East"), tuple((n % 2,) for n in range(40)))
    ages = Asked("Age", ("18-29", "30-44", "> 44"), tuple((n % 3,) for n in range(40)))
    rows = table([places, ages], Written(), Random(1))
    look_at(Path(write(tmp_path / "spread.csv", rows)))
    assert (
        "2 questions with one answer are put together from 5"
        in room.importing.verdict.sentence.text()
    )
    page = columns(room, qtbot, 3)
    assert page.list.entry is not None
    assert (page.list.entry.columns, page.list.entry.title) == ((2, 3), "Region")
    said = page.list.columns.index(1).data()
    assert said == "2\u20133 Region: One answer, \u2068North\u2069 50 %, \u2068East\u2069 50 %"
    page.look_at(6)
    assert page.detail.order.steps == ["18-29", "30-44", "> 44"]
    qtbot.keyClick(page.list, Qt.Key.Key_3)
    settled(room, qtbot)
    assert {role(room, n) for n in (5, 6, 7)} == {"multi_select"}
    assert "Nobody ticks two" in page.detail.why.text()
    qtbot.keyClick(page.list, Qt.Key.Key_4)
    settled(room, qtbot)
    assert page.detail.order.steps == ["18-29", "30-44", "> 44"]
    bring_in(room, qtbot)
    (age,) = (q for q in room._bridge.snapshot.table(Question).values() if q.label == "Age")
    assert (age.role, age.order, age.group) == ("ordinal", ("18-29", "30-44", "> 44"), "")
