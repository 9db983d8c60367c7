# SPDX-License-Identifier: MIT
"""Workbooks as records of texts: numbers in their shortest form, dates in ISO, errors by name."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Any, NamedTuple

from persona_studio.core.errors import StudioError


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook."""

    name: str
    hidden: bool


class Merge(NamedTuple):
    """Merged cells of a sheet, 1-based, corners included."""

    top: int
    left: int
    bottom: int
    right: int


class Workbook:
    """An open workbook; only ever used in the reading child, after the pre-flight."""

    def __init__(self, data: bytes) -> None:
        import python_calamine

        self._library = python_calamine
        self._held: tuple[str, Any] | None = None
        try:
            # From memory, so that the file is opened by its content and never by its ending.
            self._book = python_calamine.load_workbook(BytesIO(data))
        except python_calamine.PasswordError as error:
            raise protected() from error
        except (python_calamine.CalamineError, OSError, ValueError) as error:
            raise damaged(error) from error
        visible = python_calamine.SheetVisibleEnum.Visible
        table = python_calamine.SheetTypeEnum.WorkSheet
        self.sheets = tuple(
            Sheet(each.name, each.visible != visible)
            for each in self._book.sheets_metadata
            if each.typ == table
        )

    def merges(self, sheet: str) -> tuple[Merge, ...]:
        """Return the merged cells of a sheet, where the format tells them."""
        found = self._sheet(sheet).merged_cell_ranges or ()
        return tuple(Merge(a + 1, b + 1, c + 1, d + 1) for (a, b), (c, d) in found)

    def records(
        self, sheet: str, errors: Mapping[tuple[int, int], str] | None = None, first: int = 1
    ) -> Iterator[list[str]]:
        """Yield the rows of a sheet from `first` on; `errors` are texts by 0-based row, column.

        Rows are turned into texts one by one: all at once they would double the memory.
        """
        by_row: dict[int, dict[int, str]] = {}
        for (row, place), text in (errors or {}).items():
            by_row.setdefault(row, {})[place] = text
        found = self._sheet(sheet)
        if found.start is None:
            return
        before = [""] * found.start[1]
        rows = islice(found.iter_rows(), first - 1, None)
        for number, values in enumerate(rows, start=first - 1):
            cells = before + [each if type(each) is str else as_text(each) for each in values]
            for column, text in by_row.get(number, {}).items():
                if column < len(cells) and not cells[column]:
                    cells[column] = text
            yield cells

    def _sheet(self, name: str) -> Any:
        """Return a sheet; the last one is held, for reading it takes the longest."""
        if self._held is None or self._held[0] != name:
            self._held = None
            try:
                self._held = (name, self._book.get_sheet_by_name(name))
            except (self._library.CalamineError, ValueError) as error:
                raise damaged(error) from error
        return self._held[1]


def as_text(value: Any) -> str:
    """Return one cell's value as text."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(" ")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, dt.timedelta):
        seconds = int(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return "" if value is None else str(value)


def protected() -> StudioError:
    """Return the error for a workbook with a password."""
    return StudioError(
        "This workbook is protected by a password.",
        "Open it in a spreadsheet and save a copy without the password.",
        kind="encrypted",
    )


def damaged(error: Exception | None = None) -> StudioError:
    """Return the error for a workbook that cannot be read."""
    if error is not None and "assword" in str(error):
        return protected()
    return StudioError(
        "This workbook is damaged or incomplete.",
        "Download it again, or open it in a spreadsheet and save it as CSV.",
        type(error).__name__ if error else "",
        kind="damaged",
    )
