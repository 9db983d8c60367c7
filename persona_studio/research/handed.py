# SPDX-License-Identifier: MIT
"""What a person hands over to be read: a file, a folder, several notes, or a pasted table."""

import hashlib
import io
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeAlias

from persona_studio.core.errors import StudioError


@dataclass(frozen=True)
class Pasted:
    """A table from the clipboard; it lives in memory and never touches the disk."""

    name: str
    data: bytes


@dataclass(frozen=True)
class NoteFiles:
    """Several notes handed over together: one wave, whose people are in these files."""

    paths: tuple[Path, ...]

    @property
    def name(self) -> str:
        """How many there are, for lists of waves."""
        return f"{len(self.paths)} notes"


Handed: TypeAlias = Path | Pasted | NoteFiles


@dataclass(frozen=True)
class File:
    """One file to be looked at: its name, how to open it, and its size in bytes."""

    name: str
    open: Callable[[], BinaryIO]
    size: int

    @property
    def ending(self) -> str:
        """The end of the name from its last dot, in small letters."""
        return Path(self.name).suffix.lower()


def handed(where: str | Handed) -> Handed:
    """Return what was handed over; a text is a path."""
    return Path(where) if isinstance(where, str) else where


def check_end(path: Path) -> None:
    """Refuse a device or a pipe, which has no end, before anything waits for it."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise unreadable(path.name, error) from error
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise StudioError(
            f"“{path.name}” is a device or a pipe, no file.",
            "Save the table as a file and open that.",
            kind="unsupported",
        )


def stem(where: Handed) -> str:
    """Return its name without ending; a folder has none."""
    if not isinstance(where, Path):
        return where.name
    return where.name if where.is_dir() else where.stem


def told(where: Handed) -> str:
    """Return how it is named in a plan: a path, or what else it is."""
    return str(where) if isinstance(where, Path) else where.name


def file_of(where: Handed) -> File:
    """Return the one file that was handed over; StudioError when it cannot be opened."""
    assert not isinstance(where, NoteFiles), "notes are opened one by one"
    if isinstance(where, Pasted):
        return File(where.name, partial(io.BytesIO, where.data), len(where.data))
    check_end(where)
    try:
        return File(where.name, partial(_open, where), where.stat().st_size)
    except OSError as error:
        raise unreadable(where.name, error) from error


def stamp(where: Handed) -> str:
    """Return size and time of a file, which tell that it was changed; "" where there is none."""
    if not isinstance(where, Path) or where.is_dir():
        return ""
    try:
        told = where.stat()
    except OSError as error:
        raise unreadable(where.name, error) from error
    return f"{told.st_size}-{told.st_mtime_ns}"


def check_stamp(where: Handed, known: str) -> None:
    """Raise when a file is no longer what it was at its stamp."""
    if known and stamp(where) != known:
        raise StudioError(
            f"“{where.name}” was changed since it was looked at.",
            "Nothing was imported. Look at it again, so that nothing is read in the wrong place.",
            kind="changed",
        )


def fingerprint(openers: Iterable[Callable[[], BinaryIO]]) -> str:
    """Return the SHA-256 of the bytes of some files in order."""
    digest = hashlib.sha256()
    for opener in openers:
        with opener() as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
    return digest.hexdigest()


def unreadable(name: str, error: OSError) -> StudioError:
    """Return the error for a file that is gone or forbidden."""
    return StudioError(
        f"“{name}” cannot be opened.",
        "Look whether it is still there and whether you may read it.",
        type(error).__name__,
        kind="unreadable",
    )


def _open(path: Path) -> BinaryIO:
    return path.open("rb")
