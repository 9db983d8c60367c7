# SPDX-License-Identifier: MIT
"""The project's own files, read without git so that a bare machine can run the rules too."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "persona_studio"
FORMS = PACKAGE / "gui" / "forms"
GENERATED = {"demo", "dist", "build", "__pycache__"}
KEPT_HIDDEN = {".ci", ".gitignore", ".pre-commit-config.yaml"}


def belongs(path: Path) -> bool:
    """Tell whether a file or folder is written by us and kept in the repository."""
    hidden = path.name.startswith(".") and path.name not in KEPT_HIDDEN
    return not hidden and path.name not in GENERATED and path.suffix != ".egg-info"


def walk(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder in a fixed order."""
    for path in sorted(folder.iterdir()):
        if belongs(path):
            yield from walk(path) if path.is_dir() else [path]


@cache
def files(*suffixes: str) -> tuple[Path, ...]:
    """Return the project's files, or those with one of the endings."""
    return tuple(path for path in walk(ROOT) if not suffixes or path.suffix in suffixes)


@cache
def text(path: Path) -> str | None:
    """Return a file's text, or None where it is not text."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return None


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a Python file."""
    return ast.parse(text(path) or "", str(path))


def modules() -> tuple[Path, ...]:
    """Return the hand-written modules of the package."""
    return tuple(path for path in files(".py") if PACKAGE in path.parents and path.parent != FORMS)


def short(path: Path) -> str:
    """Return a path as the reader of a failure wants it."""
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Yield each absolute import of a file as (line, dotted name); names of `from` are joined."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
