# SPDX-License-Identifier: MIT
"""The preview scrolls through a file of any length, and its rows are told by keys and clicks."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from persona_studio.gui.research import draft
from persona_studio.gui.research.fact_chip import FactChip
from persona_studio.gui.research.preview_model import BARS, COMING, KIND
from persona_studio.gui.research.preview_table import PreviewTable
from persona_studio.gui.research.room import ResearchRoom
from persona_studio.gui.research.row_store import RowStore
from persona_studio.research.browsing import Page
from persona_studio.research.facts import Facts
from persona_studio.research.readers.csv_text import Place
from tests.gui.research.files import survey
from tests.gui.research.test_importing import pick
from tests.shared import IMPORTS, needs_shared

Look = Callable[[Path], None]


def long_file(folder: Path, rows: int) -> Path:
    path = folder / "long.csv"
    words = "words that make a long file long " * 2
    path.write_text(
        "Code,How,Why\n" + "".join(f"C{n},{n % 3},{words}{n}\n" for n in range(rows)), "utf-8"
    )
    return path


def table(room: ResearchRoom) -> PreviewTable:
    return room.importing.pages.check.table


def ready(room: ResearchRoom, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: room.importing.looking.whole, timeout=20000)


def test_any_row_of_a_long_file_is_fetched_when_it_is_looked_at(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(long_file(tmp_path, 30_000))
    view = table(room)
    assert view.model_.rowCount() == 30_001
    last = view.model_.index(30_000, 0)
    assert last.data(COMING)
    assert last.data() == ""
    view.scrollToBottom()
    qtbot.waitUntil(lambda: not last.data(COMING), timeout=20000)
    assert last.data() == "C29999"
    assert view.model_.index(199, 0).data() == "C198"


def test_pages_that_are_far_away_are_forgotten_and_asked_for_once(qtbot: QtBot) -> None:
    store = RowStore()
    wanted: list[tuple[object, int, int]] = []
    store.wanted.connect(lambda *asked: wanted.append(asked))
    store.begin([["a"]] * 200)
    store.know(100_000)
    store.know_places([Place(50_000, 7)])
    for number in (60_001, 60_002, 60_150):
        assert store.cells(number) is None
    qtbot.waitUntil(lambda: bool(wanted))
    assert wanted == [(Place(50_000, 7), 60_001, 200)]
    store.take(Page(60_001, [["b"]] * 200, ended=False))
    assert store.cells(60_150) == ["b"]
    for first in range(201, 200 * 62, 200):
        store.take(Page(first, [["c"]] * 200, ended=False))
    assert store.cells(60_150) is None
    store.take(Page(99_801, [["d"]] * 150, ended=True))
    assert store.count == 99_950


def test_h_ends_the_headings_in_a_row_and_delete_passes_over_one(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    view = table(room)
    view.go_to(2)
    qtbot.keyClick(view, Qt.Key.Key_H)
    ready(room, qtbot)
    assert room.importing.pages.check.facts.heading.fact == "row 2, rows 1 to 2"
    assert room.importing.verdict.bring.text() == "Import 59 people"
    view.go_to(10)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert view.model_.index(9, 0).data(KIND) == draft.UNUSED
    assert "59 read = 58 to import + 1 passed over" in room.importing.verdict.detail.text()
    pick(view.menu(view.model_.index(9, 0)), "Take in row 10\tDel")
    assert room.importing.verdict.bring.text() == "Import 59 people"


def test_a_click_on_a_row_number_puts_the_heading_there(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    side = table(room).verticalHeader()
    place = QPoint(10, side.sectionViewportPosition(1) + 5)
    qtbot.mouseClick(side.viewport(), Qt.MouseButton.LeftButton, pos=place)
    ready(room, qtbot)
    assert room.importing.plan is not None
    assert room.importing.plan.header_rows == (1, 2)


def test_a_scale_whose_steps_nobody_gave_has_a_head_without_bars(
    room: ResearchRoom, look_at: Look, tmp_path: Path
) -> None:
    look_at(survey(tmp_path))
    looking = room.importing.looking
    assert looking.seen is not None
    nobody = Facts(rows=60, tops=(("low", 0), ("high", 0)))
    looking.seen = replace(looking.seen, facts={**looking.seen.facts, 3: nobody})
    looking.changed.emit()
    assert table(room).model_.headerData(2, Qt.Orientation.Horizontal, BARS) == [0, 0]
    table(room).setColumnWidth(2, 500)
    assert not table(room).horizontalHeader().grab().isNull()


def test_what_was_told_of_columns_outlives_every_new_look(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    page = room.importing
    facts = page.pages.check.facts
    page.looking.tell(draft.with_use(page.plan, [6], "leave_out"))  # type: ignore[arg-type]
    page.looking.tell(draft.with_role(page.plan, [3], "ordinal"), [3])  # type: ignore[arg-type]
    for words in ("semicolon", "comma"):
        pick(facts.menu(facts.between), words)
        ready(room, qtbot)
    assert page.plan is not None
    assert facts.between.fact == "comma"
    assert facts.between.why == "Chosen by you."
    assert page.plan.use(6) == "leave_out"
    assert page.plan.roles[3].role == "ordinal"


@needs_shared
def test_chips_say_how_sure_and_why(room: ResearchRoom, look_at: Look) -> None:
    look_at(IMPORTS / "gen_late_evidence.csv")
    facts = room.importing.pages.check.facts
    assert facts.dates.fact == "month first"
    assert facts.dates.why.startswith("Sure: ")
    assert facts.text.why == "Sure: every byte fits UTF-8."
    assert said(facts.between) == "Sure: it parts the lines into 3 cells each."


def said(chip: FactChip) -> str:
    return chip.accessibleDescription()


@needs_shared
def test_another_sheet_is_chosen_by_its_chip(
    room: ResearchRoom, look_at: Look, qtbot: QtBot
) -> None:
    look_at(IMPORTS / "several_tables_one_book.xlsx")
    page, facts = room.importing, room.importing.pages.check.facts
    assert page.plan is not None
    before = [role.label for role in page.plan.roles.values()]
    other = next(name for name in page.plan.sheets if name != page.plan.sheet)
    pick(facts.menu(facts.sheet), other)
    ready(room, qtbot)
    assert facts.sheet.fact == other
    assert page.plan is not None
    assert [role.label for role in page.plan.roles.values()] != before


def test_a_table_further_down_is_chosen_by_its_chip(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    first = "".join(f"C{n},Oslo\n" for n in range(20))
    second = "".join(f"2026-05-{n:02},{n},{n * 3}\n" for n in range(1, 20))
    path = tmp_path / "two.csv"
    path.write_text(f"Code,City\n{first}\n\nDay,Visits,Sales\n{second}", "utf-8")
    look_at(path)
    facts = room.importing.pages.check.facts
    assert facts.table.fact == "the first of 2"
    pick(facts.menu(facts.table), "The table from row 24")
    ready(room, qtbot)
    assert room.importing.verdict.sentence.text().startswith("CSV file, 19 rows, 3 columns")
    pick(facts.menu(facts.table), "The first table")
    ready(room, qtbot)
    assert room.importing.verdict.sentence.text().startswith("CSV file, 20 rows, 2 columns")


def test_cancel_ends_the_reading_at_once(room: ResearchRoom, tmp_path: Path, qtbot: QtBot) -> None:
    room.import_files([long_file(tmp_path, 60_000)])
    qtbot.waitUntil(lambda: room.importing.plan is not None, timeout=20000)
    assert not room.importing.looking.whole
    qtbot.keyClick(room.importing, Qt.Key.Key_Escape)
    assert room.sources.isVisible()
    assert not room.importing.looking.busy


def test_everything_the_keyboard_reaches_has_a_name(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    qtbot.waitUntil(lambda: not room.importing.looking.busy, timeout=20000)
    nameless = []
    for page in range(4):
        room.importing.pages.tabs.page_wanted.emit(page)
        for widget in room.importing.findChildren(QWidget):
            reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
            found = QAccessible.queryAccessibleInterface(widget) if reached else None
            if found and not found.text(QAccessible.Text.Name):
                nameless.append(f"{page} {type(widget).__name__} {widget.objectName()}")
    assert nameless == []


@needs_shared
@pytest.mark.shared
def test_a_column_without_answers_is_called_empty(room: ResearchRoom, look_at: Look) -> None:
    look_at(IMPORTS / "meta_audience_utf16_multi_table.csv")
    model = table(room).model_
    heads = [
        model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())
    ]
    assert "3 columns" in room.importing.verdict.sentence.text()
    assert set(heads[3:]) == {"Empty"}
    assert "Empty" not in heads[:3]
    look_at(IMPORTS / "shopify_orders.csv")
    assert model.headerData(5, Qt.Orientation.Horizontal) == "Empty"
