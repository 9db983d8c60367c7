# SPDX-License-Identifier: MIT
"""What needs a look is grouped by cause, shown with row and cell, and settled group by group."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from persona_studio.core.research import Wave
from persona_studio.gui.research import draft
from persona_studio.gui.research.problems_page import ProblemsPage
from persona_studio.gui.research.room import ResearchRoom
from persona_studio.gui.research.troubles import KEEP, MISSING, SKIP
from tests.gui.research.test_importing import bring_in
from tests.shared import IMPORTS, needs_shared

Look = Callable[[Path], None]


def spending(folder: Path) -> Path:
    """Write a file with two cells that are no numbers and two rows with a cell too many."""
    rows = ["Code,Spend,City"]
    for n in range(200):
        spend = "about 20" if n in (60, 150) else str(n % 37 * 3)
        more = ",left over" if n in (80, 90) else ""
        rows.append(f"C-{n:03},{spend},{('Oslo', 'Rome')[n % 2]}{more}")
    path = folder / "spending.csv"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


def problems(room: ResearchRoom, qtbot: QtBot, title: str) -> ProblemsPage:
    """Open the Problems page by its chip at the group with a title."""
    qtbot.waitUntil(lambda: not room.importing.looking.busy, timeout=20000)
    qtbot.mouseClick(room.importing.pages.check.facts.problems, Qt.MouseButton.LeftButton)
    page = room.importing.pages.problems
    assert page.isVisible()
    titles = [page.causes.trouble(row).title for row in range(page.causes.rowCount())]
    place = next(row for row, text in enumerate(titles) if title in text)
    page.list.setCurrentIndex(page.causes.index(place))
    return page


def cells(page: ProblemsPage) -> list[tuple[str, str, str]]:
    model = page.cases
    rows = range(model.rowCount())
    return [tuple(model.index(r, c).data() for c in range(3)) for r in rows]  # type: ignore[misc]


def act(page: ProblemsPage, action: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.buttons[action], Qt.MouseButton.LeftButton)


def test_odd_cells_are_shown_with_their_rows_and_become_missing_in_one_press(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(spending(tmp_path))
    page = problems(room, qtbot, "Not a number: Spend")
    assert cells(page) == [("62", "Spend", "about 20"), ("152", "Spend", "about 20")]
    assert page.expected.text() == "Expected: a number."
    before = page.open
    act(page, MISSING, qtbot)
    qtbot.waitUntil(lambda: not room.importing.looking.busy, timeout=20000)
    assert page.open == before - 1
    assert room.importing.plan is not None
    assert room.importing.plan.roles[2].missing == ("about 20",)
    act(page, KEEP, qtbot)
    assert room.importing.plan.roles[2].missing == ()


def test_rows_passed_over_are_counted_and_can_come_back(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(spending(tmp_path))
    page = problems(room, qtbot, "More or fewer cells")
    assert page.expected.text() == "Expected: 3 cells, one for each heading."
    assert page.table.isColumnHidden(1)
    assert [row for row, _, _ in cells(page)] == ["82", "92"]
    assert "left over" in cells(page)[0][2]
    act(page, SKIP, qtbot)
    assert "200 read = 198 to import + 2 passed over; 0 columns left out." in page.sum.text()
    assert room.importing.verdict.bring.text() == "Import 198 rows"
    act(page, KEEP, qtbot)
    assert "200 read = 200 to import + 0 passed over" in page.sum.text()
    act(page, SKIP, qtbot)
    bring_in(room, qtbot)
    (wave,) = room._bridge.snapshot.table(Wave).values()
    assert (wave.n, wave.report["read"], len(wave.report["skipped"])) == (198, 200, 2)


def test_many_rows_of_a_cause_are_all_counted_and_all_passed_over(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "ragged.csv"
    rows = [f"C{n},Oslo,{n}{',more' if n % 5 == 0 else ''}" for n in range(1500)]
    path.write_text("Code,City,Visits\n" + "\n".join(rows) + "\n", "utf-8")
    look_at(path)
    assert "300 rows need a look" in room.importing.verdict.sentence.text()
    page = problems(room, qtbot, "More or fewer cells")
    assert page.cases.rowCount() == 300
    act(page, SKIP, qtbot)
    assert "1,500 read = 1,200 to import + 300 passed over" in page.sum.text()
    assert "need a look" not in room.importing.verdict.sentence.text()


def test_rejected_rows_are_saved_with_their_reasons(
    room: ResearchRoom,
    look_at: Look,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    look_at(spending(tmp_path))
    page = problems(room, qtbot, "Not a number")
    assert not page.save.isVisible()
    act(page, SKIP, qtbot)
    target = tmp_path / "rejected.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    banner = room.importing.banner
    qtbot.waitUntil(banner.isVisible, timeout=20000)
    assert banner.message.text() == "2 rows were saved with their reasons."
    assert banner.hint.text().startswith("rejected.csv: ")
    assert "personal data too" in banner.hint.text()
    lines = target.read_text("utf-8-sig").splitlines()
    assert lines[1] == "62,Not a number: Spend,C-060,about 20,Oslo,"


def test_a_place_leads_to_its_row_in_the_preview(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(spending(tmp_path))
    page = problems(room, qtbot, "Not a number")
    page.table.setCurrentIndex(page.cases.index(1, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert room.importing.pages.check.isVisible()
    assert room.importing.pages.check.table.currentIndex().row() == 151


@needs_shared
def test_private_cells_of_a_broken_row_stay_hidden(
    room: ResearchRoom, look_at: Look, qtbot: QtBot
) -> None:
    look_at(IMPORTS / "gen_mixed_utf8_latin1.csv")
    page = problems(room, qtbot, "Letters that do not fit")
    assert cells(page) == [("32", "", "30 | ▒▒▒")]


@needs_shared
def test_a_summary_is_imported_only_by_a_button_that_says_so(
    room: ResearchRoom, look_at: Look, qtbot: QtBot
) -> None:
    look_at(IMPORTS / "crosstab_not_responses.csv")
    page = problems(room, qtbot, "A summary")
    assert room.importing.verdict.bring.text() == "Import 230 rows anyway"
    assert "summary of groups" in room.importing.verdict.detail.text()
    act(page, KEEP, qtbot)
    assert page.open == 0


def test_a_file_without_problems_says_so(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "fine.csv"
    path.write_text("Code,City\n" + "\n".join(f"C-{n},Oslo" for n in range(40)), "utf-8")
    look_at(path)
    qtbot.keyClick(room.importing, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert room.importing.pages.problems.empty.isVisible()
    assert "40 read = 40 to import + 0 passed over" in room.importing.pages.problems.sum.text()
    assert draft.rows(room.importing.plan).to_import == 40  # type: ignore[arg-type]
