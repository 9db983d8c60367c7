# SPDX-License-Identifier: MIT
"""Old and binary workbooks are looked through before their reader; what is near comes in."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
import python_calamine

from persona_studio.core.errors import StudioError
from persona_studio.research import binary_scan
from persona_studio.research.sheet_scan import Extent
from tests.research import old_books
from tests.research.reading import imported, inspected
from tests.shared import IMPORTS, needs_shared

PEOPLE = [(row, column, row + column + 0.5) for row in range(12) for column in range(3)]
Make = Callable[..., Path]


@pytest.mark.parametrize("make", [old_books.xls, old_books.xlsb])
def test_cells_that_are_only_dressed_do_not_count_as_far(tmp_path: Path, make: Make) -> None:
    path = make(tmp_path / f"a.{make.__name__}", PEOPLE, [(65_535, 255)])
    read = imported(path)
    assert read.result.imported == 12
    assert read.cells[3] == ["3.5", "4.5", "5.5"]


@pytest.mark.parametrize("make", [old_books.xls, old_books.xlsb])
def test_a_row_far_below_is_an_answer_as_long_as_the_sheet_is_read(
    tmp_path: Path, make: Make
) -> None:
    path = make(tmp_path / f"a.{make.__name__}", [*PEOPLE, (65_535, 0, 1.0)])
    assert imported(path).numbers == [*range(1, 13), 65_536]


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize("name", ["title_rows_and_footer.xls", "vietnamese.xls", "date_1904.xlsb"])
def test_the_reach_that_is_found_is_that_of_the_reader(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[tuple[int, int]] = []

    def widen(extent: Extent, row: int, column: int) -> None:
        extent.rows, extent.columns = max(extent.rows, row), max(extent.columns, column)
        found.append((extent.rows, extent.columns))

    monkeypatch.setattr(Extent, "widen", widen)
    data = (IMPORTS / name).read_bytes()
    if name.endswith(".xls"):
        binary_scan.scan_old(data)
    else:
        binary_scan.scan_binary(partial(BytesIO, data))
    book = python_calamine.load_workbook(BytesIO(data))
    sheets = [book.get_sheet_by_index(n) for n in range(len(book.sheet_names))]
    ends = [sheet.end for sheet in sheets if sheet.end is not None]
    assert max(found) == max((row + 1, column + 1) for row, column in ends)


@pytest.mark.parametrize("cut", [10, 600, 1300, 2000])
def test_a_torn_workbook_is_said_to_be_damaged(tmp_path: Path, cut: int) -> None:
    path = old_books.xls(tmp_path / "a.xls", PEOPLE)
    path.write_bytes(path.read_bytes()[:cut])
    assert inspected(path)["error"]["kind"] == "damaged"


def test_a_workbook_whose_chain_turns_back_to_itself_is_damaged(tmp_path: Path) -> None:
    path = old_books.xls(tmp_path / "a.xls", PEOPLE)
    chained = bytearray(path.read_bytes())
    chained[512 + 8 : 512 + 12] = (2).to_bytes(4, "little")
    path.write_bytes(chained)
    assert inspected(path)["error"]["kind"] == "damaged"


def test_more_records_than_any_sheet_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(binary_scan, "_RECORDS_MOST", 20)
    data = old_books.xls(tmp_path / "a.xls", PEOPLE).read_bytes()
    with pytest.raises(StudioError, match="20 cells in all"):
        binary_scan.scan_old(data)
