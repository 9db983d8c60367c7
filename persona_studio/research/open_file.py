# SPDX-License-Identifier: MIT
"""What a file is, told by its content; everything unsafe is refused before a reader sees it."""

import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from persona_studio.core.errors import StudioError
from persona_studio.research.readers.workbook import damaged, protected

UNPACKED_LIMIT = 300 * 1024 * 1024
FILE_LIMIT = 4 * 1024 * 1024 * 1024
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BIFF = re.compile(rb"\x09\x08[\x04\x08\x10]\x00.{4,16}?", re.DOTALL)
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|table|meta)\b", re.I | re.DOTALL)
_BINARY_HEADS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
_NOTHING = b" \t\r\n\0\xef\xbb\xbf\xff\xfe,;"
_TEXT_ENDINGS = (".csv", ".tsv", ".txt", ".tab")


@dataclass(frozen=True)
class Opened:
    """A file that passed the pre-flight: its format, and how to open its bytes."""

    path: Path
    format: str
    open: Callable[[], BinaryIO]
    size: int


def identify(path: Path) -> Opened:
    """Return what the file is; raise StudioError with the kind of what is wrong with it."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(8192)
    except OSError as error:
        raise StudioError(
            f"“{path.name}” cannot be opened.",
            "Look whether it is still there and whether you may read it.",
            type(error).__name__,
            kind="unreadable",
        ) from error
    if not head.strip(_NOTHING) and _only_blank(path):
        raise _empty(path)
    if size > FILE_LIMIT:
        raise _too_big("4 GB")
    if head.startswith(b"PK"):
        return _zip(path, size)
    if head.startswith(_OLE2):
        return _ole2(path, size)
    if _HTML.match(head):
        return Opened(path, "html", partial(_open, path), size)
    return _text(path, head, size)


def _open(path: Path) -> BinaryIO:
    return path.open("rb")


def _only_blank(path: Path) -> bool:
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            if chunk.strip(_NOTHING):
                return False
    return True


def _text(path: Path, head: bytes, size: int) -> Opened:
    if any(head.startswith(mark) for mark in _BINARY_HEADS):
        raise _binary(path)
    plain = head if head[:2] in (b"\xff\xfe", b"\xfe\xff") else b""
    if not plain:
        zeros = head.count(0)
        paired = max(head[0::2].count(0), head[1::2].count(0))
        controls = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1a" for byte in head)
        if zeros and paired < len(head) * 0.2 and zeros > len(head) * 0.002 + 2:
            raise _binary(path)
        if controls - zeros > max(8, len(head) * 0.02):
            raise _binary(path)
        if path.suffix.lower() in (".xlsx", ".xlsb", ".ods") and controls:
            raise _not_a_workbook(path)
    if path.suffix.lower() in (".xls", ".xlsx", ".xlsb", ".ods") and not _tabular(head):
        raise _not_a_workbook(path)
    return Opened(path, "text", partial(_open, path), size)


def _tabular(head: bytes) -> bool:
    """Tell whether text under a workbook's name is a table: cells parted in its first lines."""
    lines = head.replace(b"\0", b"").splitlines()
    return len(lines) >= 2 and any(mark in lines[0] for mark in (b",", b";", b"\t", b"|"))


def _ole2(path: Path, size: int) -> Opened:
    with path.open("rb") as file:
        start = file.read(UNPACKED_LIMIT)
    if _ENCRYPTED in start:
        raise protected()
    if size < 1536:
        raise damaged()
    if not any(name.encode("utf-16-le") in start for name in ("Workbook", "Book")):
        raise StudioError(
            f"“{path.name}” is no table.",
            "It is an older document of another program. Export the table as CSV or .xlsx.",
            kind="unsupported",
        )
    return Opened(path, "xls", partial(_open, path), size)


def _zip(path: Path, size: int) -> Opened:
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
            if sum(info.file_size for info in infos) > UNPACKED_LIMIT or len(infos) > 20_000:
                raise _too_big("300 MB once unpacked")
            if any(info.flag_bits & 1 for info in infos):
                raise protected()
            names = {info.filename for info in infos}
            return _of_names(path, size, archive, names)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise damaged(error) from error


def _of_names(path: Path, size: int, archive: zipfile.ZipFile, names: set[str]) -> Opened:
    if "xl/workbook.bin" in names:
        return Opened(path, "xlsb", partial(_open, path), size)
    if any(name.endswith("workbook.xml") for name in names) or "[Content_Types].xml" in names:
        if not any(name.startswith(("xl/", "/xl/")) for name in names):
            kind = "docx" if any(name.startswith("word/") for name in names) else "other"
            raise _unsupported(path, kind)
        return Opened(path, "xlsx", partial(_open, path), size)
    if "content.xml" in names:
        _check_ods(archive, names)
        return Opened(path, "ods", partial(_open, path), size)
    return _member(path, archive, names)


def _check_ods(archive: zipfile.ZipFile, names: set[str]) -> None:
    if "META-INF/manifest.xml" in names:
        with archive.open("META-INF/manifest.xml") as file:
            if b"encryption-data" in file.read(1 << 20):
                raise protected()
    repeated = re.compile(rb'number-(?:columns|rows)-repeated="(\d+)"')
    with archive.open("content.xml") as file:
        content = file.read(UNPACKED_LIMIT)
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content[:4096]:
        raise unsafe()
    numbers = [int(found) for found in repeated.findall(content)]
    if any(number > 2_000_000 for number in numbers):
        raise _too_big("2 million rows")


def _member(path: Path, archive: zipfile.ZipFile, names: set[str]) -> Opened:
    """Return the one table in a zip, as survey tools deliver their exports."""
    tables = [
        info
        for info in archive.infolist()
        if info.filename.lower().endswith(_TEXT_ENDINGS)
        and not info.filename.startswith(("__MACOSX", "."))
        and not Path(info.filename).name.startswith(".")
    ]
    if not tables:
        raise _unsupported(path, "zip")
    largest = max(tables, key=lambda info: info.file_size)
    return Opened(path, "text", partial(_open_member, path, largest.filename), largest.file_size)


def _open_member(path: Path, name: str) -> BinaryIO:
    return cast("BinaryIO", zipfile.ZipFile(path).open(name))


def _empty(path: Path) -> StudioError:
    return StudioError(
        f"“{path.name}” is empty.", "Export it again and look at its size.", kind="empty"
    )


def _too_big(limit: str) -> StudioError:
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


def _binary(path: Path) -> StudioError:
    return StudioError(
        f"“{path.name}” does not look like a table.",
        "It holds something other than text. Export the table as CSV or .xlsx.",
        kind="binary",
    )


def _not_a_workbook(path: Path) -> StudioError:
    return StudioError(
        f"“{path.name}” is named like a workbook but is none.",
        "Export it again, or save the table as CSV.",
        kind="damaged",
    )


def _unsupported(path: Path, what: str) -> StudioError:
    words = {"docx": "a text document", "zip": "an archive without a table"}
    return StudioError(
        f"“{path.name}” is {words.get(what, 'no table that the studio reads')}.",
        "The studio reads CSV, .xlsx, .xls, .xlsb, .ods and notes as .txt or .md.",
        kind="unsupported",
    )
