# SPDX-License-Identifier: MIT
"""A look through a workbook's XML before a reader: how far its cells reach, and error values.

The reader keeps a place in memory for every cell up to the last one: a file of a kilobyte with
one cell in the far corner would ask it for more memory than there is.
"""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import BinaryIO

from persona_studio.core.errors import StudioError
from persona_studio.research.open_file import UNPACKED_LIMIT, archive_of, unsafe

CELLS_LIMIT = 8_000_000
_CHUNK = 1 << 20
_ROW_LIMIT = 32 << 20
_PREFIX = re.compile(rb"<(\w+:)?(?:sheetData|table-row)\b")
_NUMBER = re.compile(rb"""[^>]*?\sr\s*=\s*["'](\d{1,9})""")
_NAMED = re.compile(rb"""r=["']([A-Z]{1,4})\d""")
_AT = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,4})(\d{1,9})["']""")
_ERROR = re.compile(rb"""\st\s*=\s*["']e["']""")
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]{1,40})<")
_TABLE_CELL = re.compile(rb"<(?:\w+:)?(?:covered-)?table-cell\b([^>]*?)(/?)>")
_TIMES = re.compile(rb"""-repeated\s*=\s*["'](\d{1,9})""")


@dataclass
class Extent:
    """The reach of one sheet, 1-based, and its error values by 0-based row and column."""

    rows: int = 0
    columns: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)

    def widen(self, row: int, column: int) -> None:
        """Take in a row whose last cell is in this column; raise when that is too far."""
        self.rows = max(self.rows, row)
        self.columns = max(self.columns, column)
        if self.rows * self.columns > CELLS_LIMIT:
            raise StudioError(
                f"A cell of this workbook lies far away, in row {self.rows:,}, "
                f"column {self.columns:,}; the studio reads sheets of up to {CELLS_LIMIT:,} cells.",
                "Delete what is stray there, or copy the table into a new workbook.",
                kind="too_big",
            )


def scan(opener: Callable[[], BinaryIO]) -> dict[str, Extent]:
    """Return the reach of every sheet of an .xlsx; raise if one is unsafe or reaches too far."""
    found = {}
    with archive_of(opener) as archive:
        for info in archive.infolist():
            if info.filename.endswith((".xml", ".rels")):
                sheet = "worksheets/" in info.filename and info.filename.endswith(".xml")
                rows = _pieces(archive, info, b"row" if sheet else b"")
                if sheet:
                    found[info.filename] = _measured(rows)
                else:
                    for _ in rows:
                        pass  # it is looked through for what is unsafe
    return found


def scan_open_document(opener: Callable[[], BinaryIO]) -> None:
    """Raise if a sheet of an .ods is unsafe or reaches too far, repeated cells included."""
    with archive_of(opener) as archive:
        extent, row = Extent(), 0
        for mark, piece in _pieces(archive, archive.getinfo("content.xml"), b"table-row"):
            for text in piece.split(mark)[1:]:
                row += _times(text[: text.find(b">") + 1])
                reach = _reach(text)
                if reach:
                    extent.widen(row, reach)


def _pieces(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, row: bytes
) -> Iterator[tuple[bytes, bytes]]:
    """Yield an XML part in pieces of whole rows, each with the tag a row begins with."""
    mark, carried, read = b"<" + row, b"", 0
    with archive.open(info) as file:
        while chunk := file.read(_CHUNK):
            read += len(chunk)
            text = carried + chunk
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                raise unsafe()
            if read > UNPACKED_LIMIT:
                raise _too_big("300 MB once unpacked")
            if prefix := _PREFIX.search(text):
                mark = b"<" + (prefix[1] or b"") + row
            cut = max(0, text.rfind(mark))
            if len(text) - cut > _ROW_LIMIT:
                raise _too_big("a row of 32 MB")
            yield mark, text[:cut]
            carried = text[cut:]
    yield mark, carried


def _measured(pieces: Iterator[tuple[bytes, bytes]]) -> Extent:
    extent, row = Extent(), 0
    for mark, piece in pieces:
        cell = mark[:-3] + b"c"
        cells = [cell + end for end in (b" ", b">", b"/>")]
        for text in piece.split(mark)[1:]:
            said = _NUMBER.match(text)
            row = int(said[1]) if said else row + 1
            named = _NAMED.findall(text)
            unnamed = sum(map(text.count, cells)) - len(named)
            if named or unnamed > 0:
                extent.widen(row, max(map(column_number, named), default=0) + max(0, unnamed))
        if b'"e"' in piece or b"'e'" in piece:
            _note_errors(extent, piece)
    return extent


def _note_errors(extent: Extent, text: bytes) -> None:
    for found in _ERROR.finditer(text):
        at = _AT.search(text, text.rfind(b"<", 0, found.start()), text.find(b">", found.end()))
        value = _VALUE.search(text, found.end(), found.end() + 2000)
        if at and value:
            place = (int(at[2]) - 1, column_number(at[1]) - 1)
            extent.errors[place] = value[1].decode("utf-8", "replace")


def _reach(row: bytes) -> int:
    """Return the last filled column of a row of an .ods."""
    column = reach = 0
    for attributes, closed in _TABLE_CELL.findall(row):
        column += _times(attributes)
        if not closed or b"value" in attributes:
            reach = column
    return reach


def _times(attributes: bytes) -> int:
    said = _TIMES.search(attributes)
    return int(said[1]) if said else 1


@cache
def column_number(letters: bytes) -> int:
    """Return the 1-based number of a column named by letters (A is 1, AA is 27)."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _too_big(limit: str) -> StudioError:
    return StudioError(
        f"This workbook is larger than the studio reads: {limit}.",
        "Save the table as CSV.",
        kind="too_big",
    )
