# SPDX-License-Identifier: MIT
"""Files the user gets: written whole or not at all, and never over a project."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from persona_studio.core.errors import StudioError

PROJECT = ".persona"
"""How the name of a project file ends."""


@contextmanager
def reaching(path: Path) -> Iterator[None]:
    """Turn what the system says about a path inside the block into an error for the user."""
    try:
        yield
    except OSError as error:
        raise StudioError(
            f"“{path.name or path}” cannot be written or read.",
            "Check its name, that the folder is there, that you may write in it and that the disk"
            " is connected and not full.",
            f"{type(error).__name__} {error.errno}",
            kind="unreachable",
        ) from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file; one that is there is replaced only when all is written to the disk.

    Raises StudioError (kind `exists`) for a project: nothing is ever written over one.
    """
    if path.suffix.casefold() == PROJECT:
        raise StudioError(
            f"“{path.name}” is the name of a project, which nothing else is written over.",
            "Choose another name.",
            kind="exists",
        )
    with reaching(path):
        target = path.resolve()
        if target.exists() and not target.is_file():  # a folder says so, a pipe takes it
            target.write_bytes(data)
            return
        part = target.with_name(f"{target.name}.part")
        try:
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
