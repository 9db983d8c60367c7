# SPDX-License-Identifier: MIT
"""Binary workbooks written by hand, record by record: .xls as OLE2 with BIFF8, and .xlsb."""

import struct
from collections.abc import Sequence
from pathlib import Path

from tests.research.documents import archive

SECTOR = 512
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
Cells = Sequence[tuple[int, int, float]]
"""Numbers by 0-based row and column."""


def xls(path: Path, cells: Cells, blanks: Sequence[tuple[int, int]] = ()) -> Path:
    """Write an old workbook of one sheet; `blanks` are cells that are only dressed."""
    start = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0x600))
    name = b"\x01\x00A"
    bound = 4 + 2 + len(name)
    place = len(start) + 4 + bound + 4
    book = start + _record(0x85, struct.pack("<IH", place, 0) + name[:1] + name[1:])
    book += _record(0x0A, b"")
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0x600))
    sheet += b"".join(_record(0x203, struct.pack("<HHHd", r, c, 0, v)) for r, c, v in cells)
    sheet += b"".join(_record(0x201, struct.pack("<HHH", r, c, 0)) for r, c in blanks)
    path.write_bytes(ole2(book + sheet + _record(0x0A, b"")))
    return path


def ole2(stream: bytes) -> bytes:
    """Return an OLE2 file around the stream of a workbook."""
    stream = stream.ljust(max(4096, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    count = len(stream) // SECTOR
    table = [TABLE, END, *range(3, count + 2), END]
    tables = [0]
    assert len(table) <= SECTOR // 4, "one sector of the table holds the whole chain"
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0)
    header += struct.pack("<109I", *tables, *[FREE] * 108)
    folder = _entry("Root Entry", 5, END, 0, child=1) + _entry("Workbook", 2, 2, len(stream))
    packed = struct.pack(f"<{SECTOR // 4}I", *table, *[FREE] * (SECTOR // 4 - len(table)))
    return header + packed + folder.ljust(SECTOR, b"\0") + stream


def xlsb(path: Path, cells: Cells, blanks: Sequence[tuple[int, int]] = ()) -> Path:
    """Write a binary workbook of one sheet."""
    sheet = _brt(129, b"") + _brt(148, struct.pack("<IIII", 0, 0, 0, 0)) + _brt(145, b"")
    for row, column, value in cells:
        sheet += _brt(0, struct.pack("<I", row) + bytes(13))
        sheet += _brt(5, struct.pack("<IId", column, 0, value))
    for row, column in blanks:
        sheet += _brt(0, struct.pack("<I", row) + bytes(13))
        sheet += _brt(1, struct.pack("<II", column, 0))
    sheet += _brt(146, b"") + _brt(130, b"")
    book = _brt(131, b"") + _brt(143, b"")
    book += _brt(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("A"))
    book += _brt(144, b"") + _brt(132, b"")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    return archive(
        path,
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="rId1" Type="{kind}" Target="worksheets/sheet1.bin"/>'
                "</Relationships>"
            ),
            "xl/worksheets/sheet1.bin": sheet,
        },
    )


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _brt(kind: int, data: bytes) -> bytes:
    named = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    assert len(data) < 128
    return named + bytes([len(data)]) + data


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    said = (name + "\0").encode("utf-16-le")
    told = struct.pack("<HBBIII", len(said), kind, 1, FREE, FREE, child)
    return said.ljust(64, b"\0") + told + bytes(36) + struct.pack("<III", start, size, 0)
