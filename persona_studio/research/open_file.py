# SPDX-License-Identifier: MIT
"""What a file is, told by its content; everything unsafe is refused before a reader sees it."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from persona_studio.core.errors import StudioError
from persona_studio.research.encoding import wide
from persona_studio.research.handed import File, unreadable
from persona_studio.research.readers.workbook import damaged, protected

UNPACKED_LIMIT = 300 * 1024 * 1024
FILE_LIMIT = 4 * 1024 * 1024 * 1024
_PARTS_MOST = 20_000
_DENSE = 100
"""A part of a workbook that unpacks to so many times its size was made to burst."""
_SMALL = 16 * 1024 * 1024
_BLANK_MOST = 16 * 1024 * 1024
_PAGE_LIMIT = 20 * 1024 * 1024
_PASSWORD = re.compile(rb"\x09\x08[\x08\x10]\x00.{8,20}?\x2f\x00[\x04-\xff]\x00", re.DOTALL)
"""The beginning of an old workbook, then the record that says how the rest is hidden."""
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|table|meta)\b", re.I | re.DOTALL)
_BINARY_HEADS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
_NOTHING = b" \t\r\n\0\xef\xbb\xbf\xff\xfe,;"
_SPSS = (b"$FL2", b"$FL3")
_TEXTS = (".csv", ".tsv", ".txt", ".tab")
_WORKBOOKS = (".xlsx", ".xls", ".xlsb", ".ods")
TABLES = (*_TEXTS, *_WORKBOOKS, ".xlsm", ".sav", ".zsav")
_NAMED = 5
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)
"""What reading from an archive raises that is damaged or not packed as others are."""


@dataclass(frozen=True)
class Opened:
    """A file that passed the pre-flight: its format, and how to open its bytes."""

    name: str
    format: str
    open: Callable[[], BinaryIO]
    size: int


def identify(file: File) -> Opened:
    """Return what the file is; raise StudioError with the kind of what is wrong with it."""
    try:
        with file.open() as opened:
            head = opened.read(8192)
        return _of_head(file, head)
    except OSError as error:
        raise unreadable(file.name, error) from error


def _of_head(file: File, head: bytes) -> Opened:
    if not head.strip(_NOTHING) and _only_blank(file):
        raise _empty(file)
    if file.size > FILE_LIMIT:
        raise too_big("4 GB")
    if head.startswith(b"PK"):
        return _zip(file)
    if head.startswith(_OLE2):
        return _ole2(file)
    if head.startswith(_SPSS):
        return _as(file, "sav")
    if _HTML.match(head):
        if file.size > _PAGE_LIMIT:
            raise too_big("20 MB for a web page")
        return _as(file, "html")
    return _text(file, head)


def _as(file: File, form: str) -> Opened:
    return Opened(file.name, form, file.open, file.size)


def _only_blank(file: File) -> bool:
    with file.open() as opened:
        for _ in range(_BLANK_MOST >> 20):
            if opened.read(1 << 20).strip(_NOTHING):
                return False
    return True


def _text(file: File, head: bytes) -> Opened:
    if any(head.startswith(mark) for mark in _BINARY_HEADS):
        raise _binary(file)
    if head[:2] not in (b"\xff\xfe", b"\xfe\xff") and not wide(head):
        zeros = head.count(0)
        controls = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1a" for byte in head)
        if zeros > len(head) * 0.002 + 2:
            raise _binary(file)
        if controls - zeros > max(8, len(head) * 0.02):
            raise _binary(file)
        if file.ending in (".xlsx", ".xlsb", ".ods") and controls:
            raise _not_a_workbook(file)
    if file.ending in _WORKBOOKS and not _tabular(head):
        raise _not_a_workbook(file)
    return _as(file, "text")


def _tabular(head: bytes) -> bool:
    """Tell whether text under a workbook's name is a table: cells parted in its first lines."""
    lines = head.replace(b"\0", b"").splitlines()
    return len(lines) >= 2 and any(mark in lines[0] for mark in (b",", b";", b"\t", b"|"))


def _ole2(file: File) -> Opened:
    if file.size > UNPACKED_LIMIT:
        raise too_big("300 MB for a workbook")
    with file.open() as opened:
        start = opened.read()
    if _ENCRYPTED in start or _has_password(start):
        raise protected()
    if file.size < 1536:
        raise damaged()
    if not any(name.encode("utf-16-le") in start for name in ("Workbook", "Book")):
        raise StudioError(
            f"“{file.name}” is no table.",
            "It is an older document of another program. Export the table as CSV or .xlsx.",
            kind="unsupported",
        )
    return _as(file, "xls")


def _has_password(data: bytes) -> bool:
    """Tell whether a workbook in an OLE2 file, which begins at a sector, has a password."""
    return any(found.start() % 512 == 0 for found in _PASSWORD.finditer(data))


@contextmanager
def archive_of(opener: Callable[[], BinaryIO]) -> Iterator[zipfile.ZipFile]:
    """Open an archive for the block; whatever breaks it is the error of a damaged file."""
    try:
        with opener() as file, zipfile.ZipFile(file) as archive:
            yield archive
    except (*BROKEN, OSError) as error:
        raise damaged(error) from error


def _zip(file: File) -> Opened:
    with archive_of(file.open) as archive:
        check_archive(archive)
        return _of_names(file, archive, set(archive.namelist()))


def check_archive(archive: zipfile.ZipFile) -> None:
    """Refuse an archive that unpacks to too much, or only with a password."""
    infos = archive.infolist()
    if sum(info.file_size for info in infos) > UNPACKED_LIMIT:
        raise too_big("300 MB once unpacked")
    if len(infos) > _PARTS_MOST:
        raise too_big(f"{_PARTS_MOST:,} parts")
    if any(info.flag_bits & 1 for info in infos):
        raise protected()


def members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the files of an archive without what a system puts beside them."""
    return [
        info
        for info in archive.infolist()
        if not info.is_dir()
        and not info.filename.startswith(("__MACOSX", "."))
        and not info.filename.rpartition("/")[2].startswith((".", "~$"))
    ]


def _of_names(file: File, archive: zipfile.ZipFile, names: set[str]) -> Opened:
    if "xl/workbook.bin" in names:
        _check_density(archive)
        return _as(file, "xlsb")
    if any(name.endswith("workbook.xml") for name in names) or "[Content_Types].xml" in names:
        if not any(name.startswith(("xl/", "/xl/")) for name in names):
            kind = "docx" if any(name.startswith("word/") for name in names) else "other"
            raise _unsupported(file, kind)
        _check_density(archive)
        return _as(file, "xlsx")
    if "content.xml" in names:
        _check_ods(archive, names)
        return _as(file, "ods")
    return _member(file, archive)


def _check_density(archive: zipfile.ZipFile) -> None:
    """Refuse what unpacks to far more than any table does: its reader keeps all of it."""
    for info in archive.infolist():
        if info.file_size > max(_SMALL, _DENSE * info.compress_size):
            raise too_big(f"a part that unpacks to {_DENSE} times its size")


def _check_ods(archive: zipfile.ZipFile, names: set[str]) -> None:
    if "META-INF/manifest.xml" in names:
        with archive.open("META-INF/manifest.xml") as file:
            if b"encryption-data" in file.read(1 << 20):
                raise protected()
    _check_density(archive)


def _member(file: File, archive: zipfile.ZipFile) -> Opened:
    """Return the one table in an archive, as survey tools deliver their exports."""
    tables = [info for info in members(archive) if info.filename.lower().endswith(TABLES)]
    if not tables:
        raise _unsupported(file, "zip")
    # Beside a table a .txt is what was written about it.
    tables = [info for info in tables if not info.filename.lower().endswith(".txt")] or tables
    if len(tables) > 1:
        raise _several(file, [info.filename for info in tables])
    (info,) = tables
    name = info.filename.rpartition("/")[2]
    inner = File(name, partial(_open_member, file.open, info.filename), info.file_size)
    if inner.ending in _TEXTS:
        return identify(inner)
    with archive.open(info) as packed:
        data = packed.read(UNPACKED_LIMIT)
    return identify(File(name, partial(io.BytesIO, data), len(data)))


class _Member(io.BufferedReader):
    """A file inside an archive; closing it closes the archive."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._archive = zipfile.ZipFile(file)
        self._file = file
        super().__init__(self._archive.open(name))  # type: ignore[arg-type]  # it reads bytes

    def close(self) -> None:
        super().close()
        self._archive.close()
        self._file.close()


def _open_member(opener: Callable[[], BinaryIO], name: str) -> BinaryIO:
    return _Member(opener(), name)


def _several(file: File, names: list[str]) -> StudioError:
    listed = ", ".join(sorted(names)[:_NAMED])
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return StudioError(
        f"“{file.name}” holds {len(names)} tables: {listed}{more}.",
        "Unpack it and import the tables you want; several files can be dropped at once.",
        kind="several_tables",
    )


def _empty(file: File) -> StudioError:
    return StudioError(
        f"“{file.name}” is empty.", "Export it again and look at its size.", kind="empty"
    )


def too_big(limit: str) -> StudioError:
    """Return the error for a file past a limit, which it names."""
    return StudioError(
        f"This file is larger than the studio reads: {limit}.",
        "Export fewer columns or rows, or save the table as CSV.",
        kind="too_big",
    )


def unsafe() -> StudioError:
    """Return the error for a file that is made to do harm."""
    return StudioError(
        "This file holds instructions that could do harm, and was not opened.",
        "Open it in a spreadsheet you trust and save it as CSV.",
        kind="unsafe",
    )


def _binary(file: File) -> StudioError:
    return StudioError(
        f"“{file.name}” does not look like a table.",
        "It holds something other than text. Export the table as CSV or .xlsx.",
        kind="binary",
    )


def _not_a_workbook(file: File) -> StudioError:
    return StudioError(
        f"“{file.name}” is named like a workbook but is none.",
        "Export it again, or save the table as CSV.",
        kind="damaged",
    )


def _unsupported(file: File, what: str) -> StudioError:
    words = {"docx": "a text document", "zip": "an archive without a table"}
    return StudioError(
        f"“{file.name}” is {words.get(what, 'no table that the studio reads')}.",
        "The studio reads CSV, .xlsx, .xls, .xlsb, .ods, .sav, and notes as .txt, .md or .docx.",
        kind="unsupported",
    )
