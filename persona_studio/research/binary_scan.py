# SPDX-License-Identifier: MIT
"""A look through the binary workbooks, .xls and .xlsb, before a reader: how far cells reach.

The reader keeps a place in memory for every cell up to the last one that holds something. The
records are walked as the reader walks them, and only what tells a place is looked at.
"""

import re
import struct
from collections.abc import Callable, Iterator
from struct import unpack_from
from typing import BinaryIO

from persona_studio.research.open_file import UNPACKED_LIMIT, archive_of, too_big
from persona_studio.research.sheet_scan import CELLS_LIMIT, Extent

_RECORDS_MOST = 4 * CELLS_LIMIT
_LEAST = 8
"""Bytes of a record that are looked at: its kind, its size, and where its cell stands."""
_END, _SHEET, _ROW = 0x0A, 0x85, 0
_CELLS = frozenset({0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x0206, 0x027E, 0x0406})
_MANY = 0x00BD
"""Several numbers in one record; the last two bytes name the last of their columns."""
_END_OF_CHAIN = 0xFFFFFFFA
_ENTRY = 128
_SHEET_PART = re.compile(rb"""Target\s*=\s*["']/?(?:xl/)?([^"']+\.bin)["']""")
_OLE2 = b"\xd0\xcf\x11\xe0"


def scan_old(data: bytes) -> None:
    """Raise if a cell of an .xls lies too far from the others."""
    stream = _stream(data).ljust(_LEAST, b"\0")
    left = _RECORDS_MOST
    for start in sorted(set(_sheets(stream))):
        left -= _walk(stream, start, left)


def _sheets(stream: bytes) -> Iterator[int]:
    """Yield where the sheets begin, as the first part of the stream tells."""
    place, last = 0, len(stream) - _LEAST
    while place <= last:
        kind, size = unpack_from("<HH", stream, place)
        if kind == _END:
            return
        if kind == _SHEET:
            yield unpack_from("<I", stream, place + 4)[0]
        place += 4 + size


def _walk(stream: bytes, place: int, most: int) -> int:
    """Widen over the cells from a place to the end of the part; return how many records it has."""
    extent, rows, columns, count = Extent(), -1, -1, 0
    read, last = struct.Struct("<HHHH").unpack_from, len(stream) - _LEAST
    while place <= last:
        kind, size, row, column = read(stream, place)
        if kind == _END:
            break
        place += 4 + size
        if kind == _MANY and place <= last + _LEAST:
            column = unpack_from("<H", stream, place - 2)[0]
        if (row > rows or column > columns) and (kind in _CELLS or kind == _MANY) and size >= 4:
            rows, columns = max(rows, row), max(columns, column)
            extent.widen(row + 1, column + 1)
        count += 1
        if count > most:
            raise too_big(f"{_RECORDS_MOST:,} cells in all")
    return count


def scan_binary(opener: Callable[[], BinaryIO]) -> None:
    """Raise if a cell of an .xlsb lies too far from the others."""
    with archive_of(opener) as archive:
        names = set(archive.namelist())
        wanted = {name for name in names if "worksheets/" in name and name.endswith(".bin")}
        if "xl/_rels/workbook.bin.rels" in names:
            said = archive.read("xl/_rels/workbook.bin.rels")
            wanted |= {
                f"xl/{part.decode('utf-8', 'replace')}" for part in _SHEET_PART.findall(said)
            }
        for name in sorted(wanted & names):
            with archive.open(name) as part:
                data = part.read(UNPACKED_LIMIT)
            if not data.startswith(_OLE2):
                _measure(data)


def _measure(data: bytes) -> None:
    """Widen over the cells of one part; where it breaks off, the reader breaks off too."""
    extent, row, columns, place, length = Extent(), 0, -1, 0, len(data)
    read = struct.Struct("<I").unpack_from
    try:
        while place < length:
            kind, size = data[place], data[place + 1]
            place += 2
            if kind & 0x80:
                kind = (kind & 0x7F) | (size & 0x7F) << 7
                size = data[place]
                place += 1
            if size & 0x80:
                size, place = _long(data, size, place)
            if kind == _ROW:
                row, columns = read(data, place)[0], -1
            elif 2 <= kind <= 11 and (column := read(data, place)[0]) > columns:
                columns = column
                if row >= extent.rows or column >= extent.columns:
                    extent.widen(row + 1, column + 1)
            place += size
    except (IndexError, struct.error):
        return


def _long(data: bytes, size: int, place: int) -> tuple[int, int]:
    """Return a size of more than one byte, seven bits in each, and the place behind it."""
    size &= 0x7F
    for shift in (7, 14, 21):
        more = data[place]
        place += 1
        size |= (more & 0x7F) << shift
        if not more & 0x80:
            break
    return size, place


def _stream(data: bytes) -> bytes:
    """Return the records of the workbook inside an OLE2 file, as far as they can be followed."""
    try:
        return _Ole(data).workbook()
    except struct.error:  # broken off: the reader says so
        return b""


class _Ole:
    """The sectors of an OLE2 file and how they go on."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._size = 1 << min(unpack_from("<H", data, 30)[0], 16)
        self._small = 1 << min(unpack_from("<H", data, 32)[0], 16)
        self._next = self._table(self._tables())

    def workbook(self) -> bytes:
        """Return the stream that holds the workbook."""
        first, most = unpack_from("<I", self._data, 48)[0], unpack_from("<I", self._data, 56)[0]
        folder = self._chain(first)
        entries = [folder[at : at + _ENTRY] for at in range(0, len(folder) - _ENTRY + 1, _ENTRY)]
        found = {_name(entry): entry for entry in reversed(entries)}
        book = found.get("workbook") or found.get("book")
        if book is None:
            return b""
        start, size = unpack_from("<II", book, 116)
        if size >= most or not entries:
            return self._chain(start)[:size]
        root = self._chain(unpack_from("<I", entries[0], 116)[0])
        table = self._table_of(self._chain(unpack_from("<I", self._data, 60)[0]))
        parts = (root[n * self._small : (n + 1) * self._small] for n in _follow(table, start))
        return b"".join(parts)[:size]

    def _tables(self) -> Iterator[int]:
        """Yield the sectors that hold the table of how sectors go on."""
        yield from unpack_from("<109I", self._data, 76)
        sector, seen = unpack_from("<I", self._data, 68)[0], set()
        each = self._size // 4
        while sector < _END_OF_CHAIN and sector not in seen:
            seen.add(sector)
            numbers = unpack_from(f"<{each}I", self._data, (sector + 1) * self._size)
            yield from numbers[:-1]
            sector = numbers[-1]

    def _table(self, sectors: Iterator[int]) -> list[int]:
        parts = (self._sector(n) for n in dict.fromkeys(sectors) if n < _END_OF_CHAIN)
        return self._table_of(b"".join(parts))

    def _table_of(self, raw: bytes) -> list[int]:
        return list(unpack_from(f"<{len(raw) // 4}I", raw))

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _follow(self._next, start)))

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._size : (number + 2) * self._size]


def _follow(table: list[int], start: int) -> Iterator[int]:
    """Yield the sectors of a chain, as long as it goes on and does not turn back."""
    seen = bytearray(len(table))
    while start < len(table) and not seen[start]:
        seen[start] = 1
        yield start
        start = table[start]


def _name(entry: bytes) -> str:
    length = unpack_from("<H", entry, 64)[0]
    return entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace").lower()
