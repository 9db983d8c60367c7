# SPDX-License-Identifier: MIT
"""The beginning of a large .xlsx as a workbook of its own, for a first look without the rest.

Each long sheet is cut after a whole row, so that the reader of workbooks makes of its first rows
exactly what it makes of them in the whole file.
"""

import re
import zipfile
from io import BytesIO

from persona_studio.research.open_file import archive_of

_HEAD = 512 * 1024
"""Bytes of a sheet's XML that a first look reads: a few hundred rows."""
_TEXTS = 1024 * 1024
_TEXT_OF = re.compile(rb"""t="s"[^>]*><(?:\w+:)?v>(\d{1,9})<""")
_TEXT = re.compile(rb"<(?:\w+:)?si\b")


def shorten(data: bytes) -> tuple[bytes, float]:
    """Return a workbook of the first rows of every sheet, and which share of the cells it has."""
    cut = BytesIO()
    longest, share, last = 0, 1.0, 0
    with archive_of(lambda: BytesIO(data)) as whole, zipfile.ZipFile(cut, "w") as short:
        for info in sorted(whole.infolist(), key=_is_texts):  # sheets say which texts they need
            if _is_texts(info):
                text = _texts(whole, info, last)
            elif _is_long_sheet(info):
                text = _ended(_first(whole, info, _HEAD), b"row", (b"sheetData", b"worksheet"))
            else:
                text = whole.read(info)
            if "worksheets/" in info.filename:
                last = max([last, *map(int, _TEXT_OF.findall(text))])
            if _is_long_sheet(info) and info.file_size > longest:
                longest, share = info.file_size, len(text) / info.file_size
            short.writestr(info.filename, text)
    return cut.getvalue(), share


def _is_texts(info: zipfile.ZipInfo) -> bool:
    return info.filename.endswith("sharedStrings.xml")


def _is_long_sheet(info: zipfile.ZipInfo) -> bool:
    name = info.filename
    return "worksheets/" in name and name.endswith(".xml") and info.file_size > _HEAD


def _texts(whole: zipfile.ZipFile, info: zipfile.ZipInfo, last: int) -> bytes:
    """Return the shared texts up to one number at least, all of them where that lies far."""
    if info.file_size > _TEXTS:
        text = _ended(_first(whole, info, _TEXTS), b"si", (b"sst",))
        if len(_TEXT.findall(text)) > last:
            return text
    return whole.read(info)


def _first(whole: zipfile.ZipFile, info: zipfile.ZipInfo, size: int) -> bytes:
    with whole.open(info) as part:
        return part.read(size)


def _ended(text: bytes, last: bytes, around: tuple[bytes, ...]) -> bytes:
    """Return the beginning of a part, closed after its last whole element of this name."""
    ends = list(re.finditer(rb"</(\w+:)?" + last + rb">", text))
    if not ends:
        return text  # nothing ends here: its reader says that it is broken
    prefix = ends[-1][1] or b""
    return text[: ends[-1].end()] + b"".join(b"</" + prefix + name + b">" for name in around)
