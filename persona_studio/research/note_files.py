# SPDX-License-Identifier: MIT
"""Which files are interview notes: a file, several together, a folder of them, or an archive.

Nothing of an archive is written to the disk: its notes are opened where they lie.
"""

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import BinaryIO

from persona_studio.core.errors import StudioError
from persona_studio.research import delimiter
from persona_studio.research.handed import (
    File,
    Handed,
    NoteFiles,
    Pasted,
    check_end,
    file_of,
    stamp,
    unreadable,
)
from persona_studio.research.open_file import (
    BROKEN,
    TABLES,
    archive_of,
    check_archive,
    members,
    too_big,
)
from persona_studio.research.readers import docx

ENDINGS = (".md", ".markdown", ".txt", ".docx")
PACKED_MOST = 2_000
"""Notes that one archive may hold."""
_NO_ARCHIVES = (".xlsx", ".xlsm", ".xlsb", ".ods", *ENDINGS)
_LOOKED_AT = 8
_HEAD = 1 << 16
_PACKED = b"PK\x03\x04"


def is_notes(where: Handed) -> bool:
    """Tell whether these are notes and not a table."""
    if isinstance(where, Pasted):
        return False
    if isinstance(where, NoteFiles) or where.is_dir():
        return True
    check_end(where)
    return _is_note(where) or (_is_archive(where) and _holds_notes(where, stamp(where)))


def gathered(paths: Sequence[Path]) -> list[Handed]:
    """Return what several paths are: notes handed over together are one wave of interviews."""
    notes = tuple(path for path in paths if path.is_file() and _is_note(path))
    if len(notes) < 2:
        return list(paths)
    found: list[Handed] = [path for path in paths if path not in notes]
    return [*found, NoteFiles(notes)]


def files(where: Handed) -> Iterator[File]:
    """Yield the notes in the order of their names; a packed one can be read until the next."""
    if isinstance(where, Path) and _is_archive(where):
        yield from _packed(where)
        return
    for path in _paths(where):
        yield file_of(path)


def openers(where: Handed) -> list[Callable[[], BinaryIO]]:
    """Return how to open what was handed over, for its fingerprint."""
    if isinstance(where, Path) and not where.is_dir():
        return [file_of(where).open]
    return [file_of(path).open for path in _paths(where)]


def others(where: Handed) -> list[str]:
    """Return the names of what lies beside the notes of a folder or an archive."""
    if not isinstance(where, Path):
        return []
    if where.is_dir():
        beside = [path for path in where.iterdir() if not path.name.startswith(".")]
        return sorted(p.name for p in beside if p.is_dir() or not p.name.lower().endswith(ENDINGS))
    if not _is_archive(where):
        return []
    with _opened(where) as archive:
        names = [_name(info) for info in members(archive)]
    return sorted(name for name in names if not name.lower().endswith(ENDINGS))


def is_table(file: File) -> bool:
    """Tell a table from prose: most lines have the same number of cells, more than one."""
    try:
        with file.open() as opened:
            raw = opened.read(_HEAD)
    except OSError:
        return True
    if not raw.strip() or raw[:2] == b"PK":
        return True
    name = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    lines = [line for line in raw.decode(name, "replace").splitlines() if line.strip()][:50]
    mark = delimiter.choose("\n".join(lines)).mark
    counts = [line.count(mark) for line in lines]
    if not counts or not max(counts):
        return False
    usual = max(set(counts), key=counts.count)
    return usual > 0 and counts.count(usual) >= 0.7 * len(counts)


def _is_note(path: Path) -> bool:
    ending = path.suffix.lower()
    return ending in ENDINGS and (ending != ".txt" or not is_table(file_of(path)))


def _paths(where: Handed) -> list[Path]:
    if isinstance(where, NoteFiles):
        return sorted(where.paths, key=lambda path: _natural(path.name))
    assert isinstance(where, Path)
    if not where.is_dir():
        return [where]
    try:
        found = [p for p in where.iterdir() if p.suffix.lower() in ENDINGS and p.is_file()]
    except OSError as error:
        raise unreadable(where.name, error) from error
    return sorted((p for p in found if not _is_aside(p.name)), key=lambda path: _natural(path.name))


def _is_archive(path: Path) -> bool:
    """Tell by its first letters whether a file may be an archive of notes."""
    if path.suffix.lower() in _NO_ARCHIVES or path.is_dir():
        return False
    with suppress(OSError), path.open("rb") as file:
        return file.read(len(_PACKED)) == _PACKED
    return False


@lru_cache(maxsize=8)
def _holds_notes(path: Path, _stamp: str) -> bool:
    """Tell whether an archive holds notes and no table; what is unsafe holds none."""
    try:
        with _opened(path) as archive:
            names = [_name(info).lower() for info in members(archive)]
            if any(name.endswith(TABLES) and not name.endswith(".txt") for name in names):
                return False
            notes = _notes(archive)
            texts = [info for info in notes if _name(info).lower().endswith(".txt")]
            looked_at = [_file(archive, info) for info in texts[:_LOOKED_AT]]
            return bool(notes) and not any(map(_is_packed_table, looked_at))
    except StudioError:
        return False


def _is_packed_table(file: File) -> bool:
    try:
        return is_table(file)
    except BROKEN:  # whoever reads it says so
        return False


def _packed(path: Path) -> Iterator[File]:
    with _opened(path) as archive:
        found = _notes(archive)
        if len(found) > PACKED_MOST:
            raise too_big(f"{PACKED_MOST:,} notes in one archive")
        unpacked = 0
        for info in found:
            file = _file(archive, info)
            unpacked += docx.weight(file.open) if file.ending == ".docx" else info.file_size
            if unpacked > docx.UNPACKED_LIMIT:
                raise too_big("64 MB of notes in one archive")
            yield file


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    with archive_of(file_of(path).open) as archive:
        check_archive(archive)
        yield archive


def _notes(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    found = [info for info in members(archive) if _name(info).lower().endswith(ENDINGS)]
    found = [info for info in found if not _is_aside(_name(info))]
    return sorted(found, key=lambda info: _natural(info.filename))


def _file(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> File:
    return File(_name(info), partial(_unpacked, archive, info), info.file_size)


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    return archive.open(info)  # type: ignore[return-value]  # it reads bytes


def _name(info: zipfile.ZipInfo) -> str:
    return info.filename.rpartition("/")[2]


def _is_aside(name: str) -> bool:
    """Tell files that only lie beside notes: a read-me, hidden files, locks of a word processor."""
    return name.casefold() == "readme.md" or name.startswith((".", "~$"))


def _natural(name: str) -> list[tuple[int, str]]:
    parts = re.split(r"(\d+)", name.casefold())
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts]
