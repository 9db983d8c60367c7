# SPDX-License-Identifier: MIT
"""A look through a workbook's XML before a reader: how far its cells reach, and error values."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from persona_studio.core.errors import StudioError
from persona_studio.research.open_file import UNPACKED_LIMIT, archive_of, unsafe

CELLS_LIMIT = 60_000_000
_CHUNK = 1 << 20
_OVERLAP = 4096
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\sr\s*=\s*["'](\d{1,9})["']""")
_CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\sr\s*=\s*["']([A-Za-z]{1,4})(\d{0,9})["']""")
_COLUMN = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,4})\d""")
_BAD = re.compile(
    rb"""<(?:\w+:)?c\b([^>]*\st\s*=\s*["']e["'][^>]*)>(?:(?!</(?:\w+:)?c>).)*?"""
    rb"""<(?:\w+:)?v>([^<]{1,40})</""",
    re.DOTALL,
)
_AT = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,4})(\d{1,9})["']""")


@dataclass
class Extent:
    """The reach of one sheet part, 1-based, and its error values by 0-based row and column."""

    rows: int = 0
    columns: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)


def scan(opener: Callable[[], BinaryIO]) -> dict[str, Extent]:
    """Return the reach of every sheet part; raise when one is unsafe or reaches too far."""
    found = {}
    with archive_of(opener) as archive:
        for info in archive.infolist():
            if not info.filename.endswith((".xml", ".rels")):
                continue
            extent = _part(archive, info)
            if "worksheets/" in info.filename and info.filename.endswith(".xml"):
                found[info.filename] = extent
    for extent in found.values():
        if extent.rows * extent.columns > CELLS_LIMIT:
            raise StudioError(
                f"A cell of this workbook lies far away, in row {extent.rows:,}, "
                f"column {extent.columns:,}: too far to read everything before it.",
                "Delete what is stray there, or copy the table into a new workbook.",
                kind="too_big",
            )
    return found


def _part(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Extent:
    extent = Extent()
    sheet = "worksheets/" in info.filename
    carried, read = b"", 0
    with archive.open(info) as file:
        while chunk := file.read(_CHUNK):
            read += len(chunk)
            if read > UNPACKED_LIMIT:
                raise StudioError(
                    "This workbook unpacks to more than 300 MB.",
                    "Save the table as CSV.",
                    kind="too_big",
                )
            text = carried + chunk
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                raise unsafe()
            if sheet:
                _measure(extent, text)
            carried = text[-_OVERLAP:]
    return extent


def _measure(extent: Extent, text: bytes) -> None:
    rows = [int(row) for row in _ROW.findall(text)]
    if rows:
        extent.rows = max(extent.rows, *rows)
    for letters in set(_COLUMN.findall(text)):
        extent.columns = max(extent.columns, column_number(letters))
    if not rows and (cells := _CELL.findall(text)):
        extent.rows = max(extent.rows, *(int(row or 0) for _, row in cells))
    if b't="e"' in text or b"t='e'" in text:
        for attributes, value in _BAD.findall(text):
            if at := _AT.search(attributes):
                place = (int(at[2]) - 1, column_number(at[1]) - 1)
                extent.errors[place] = value.decode("utf-8", "replace")


def column_number(letters: bytes) -> int:
    """Return the 1-based number of a column named by letters (A is 1, AA is 27)."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
