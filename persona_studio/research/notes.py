# SPDX-License-Identifier: MIT
"""Interview notes as .txt, .md or .docx: each person a row, their words one free-text answer."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from persona_studio.core.errors import StudioError
from persona_studio.research import delimiter, encoding, note_people
from persona_studio.research.handed import (
    Handed,
    NoteFiles,
    Pasted,
    check_end,
    told,
    unreadable,
)
from persona_studio.research.plan import Plan, Problem, Role
from persona_studio.research.readers import docx
from persona_studio.research.readers.csv_text import CELL_LIMIT
from persona_studio.research.sentence import sentence

ENDINGS = (".md", ".markdown", ".txt", ".docx")
LABEL = "Note"
_DAY = re.compile(r"\b(20\d\d|19\d\d)-(\d\d)-(\d\d)\b")
_FIRST_LINES = 12
_HEAD = 1 << 16


@dataclass(frozen=True)
class Note:
    """One person's words; without a code they are known by their row alone."""

    key: str
    text: str
    day: date | None = None


def is_notes(where: Handed) -> bool:
    """Tell whether these are notes: a folder, several notes, or a file of words, not a table."""
    if isinstance(where, Pasted):
        return False
    if isinstance(where, NoteFiles) or where.is_dir():
        return True
    check_end(where)
    ending = where.suffix.lower()
    return ending in ENDINGS and (ending != ".txt" or not is_table(where))


def gathered(paths: Sequence[Path]) -> list[Handed]:
    """Return what several paths are: notes handed over together are one wave of interviews."""
    notes = tuple(path for path in paths if path.is_file() and is_notes(path))
    if len(notes) < 2:
        return list(paths)
    found: list[Handed] = [path for path in paths if path not in notes]
    return [*found, NoteFiles(notes)]


def files(where: Handed) -> list[Path]:
    """Return the notes of a folder in the order of their names, or the notes handed over."""
    if isinstance(where, NoteFiles):
        return sorted(where.paths, key=_natural)
    assert isinstance(where, Path)
    if not where.is_dir():
        return [where]
    try:
        found = [p for p in where.iterdir() if p.suffix.lower() in ENDINGS and p.is_file()]
    except OSError as error:
        raise unreadable(where.name, error) from error
    return sorted((p for p in found if not _is_aside(p)), key=_natural)


def openers(where: Handed) -> Iterable[Callable[[], BinaryIO]]:
    """Return how to open each file, for its fingerprint."""
    return [partial(_open, path) for path in files(where)]


def notes_of(where: Handed) -> list[Note]:
    """Return every person's note in order."""
    return [note for path in files(where) for note in _of_file(path)[0]]


def plan_of(where: Handed, fixed: Plan | None = None) -> Plan:
    """Return the plan for notes: one row a person."""
    paths = files(where)
    looked = [_of_file(path) for path in paths]
    found = [note for notes, _ in looked for note in notes]
    if not found:
        raise _none(where)
    days = [note.day for note in found if note.day]
    role = Role("free_text", 1.0, "each note is one person's words", LABEL)
    number = len(found)
    plan = Plan(
        file=told(where),
        format=_format(paths),
        first_data_row=1,
        last_data_row=number,
        data_rows=number,
        columns_count=1,
        kind="interview_notes",
        collected_on=max(days).isoformat() if days else None,
        roles={1: replace(role, filled=number, distinct=len({n.text for n in found}))},
        problems=tuple(_problems(where, [before for _, before in looked], paths)),
    )
    plan = replace(plan, sentence=sentence(plan))
    if fixed is None:
        return plan
    kept = {key: getattr(fixed, key) for key in fixed.chosen if key == "collected_on"}
    return replace(
        plan, columns=fixed.columns, skip_rows=fixed.skip_rows, chosen=fixed.chosen, **kept
    )


def head(where: Handed, most: int) -> list[list[Any]]:
    """Return the first notes as preview rows."""
    return [[n, [note.text]] for n, note in enumerate(notes_of(where)[:most], start=1)]


def text_of(path: Path) -> str:
    """Return the text of a note, without invisible NULs."""
    try:
        if path.suffix.lower() == ".docx":
            return _bounded(path, docx.text(partial(_open, path)))
        if path.stat().st_size > CELL_LIMIT:
            raise _too_long(path)
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path.name, error) from error
    if not data:
        return ""
    settled = encoding.choose(partial(_open, path))
    text = data.decode(settled.name, "replace").replace("\0", "")
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")


def day_of(text: str) -> date | None:
    """Return the first ISO date in the first lines of a note."""
    for line in text.splitlines()[:_FIRST_LINES]:
        if found := _DAY.search(line):
            try:
                return date(int(found[1]), int(found[2]), int(found[3]))
            except ValueError:
                continue
    return None


def is_table(path: Path) -> bool:
    """Tell a table from prose: most lines have the same number of cells, more than one."""
    try:
        with path.open("rb") as file:
            raw = file.read(_HEAD)
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


def _of_file(path: Path) -> tuple[list[Note], str]:
    """Return the notes in one file, and what stands before the first of several."""
    text = text_of(path)
    if not text.strip():
        return [], ""
    people, before = note_people.parts(text)
    if len(people) == 1:
        only = people[0]
        key = only.key or note_people.code_in(path.stem)
        return [Note(key, only.text, day_of(text))], ""
    return [Note(p.key, p.text, day_of(p.text) or day_of(before)) for p in people], before


def _bounded(path: Path, text: str) -> str:
    if len(text) > CELL_LIMIT:
        raise _too_long(path)
    return text


def _too_long(path: Path) -> StudioError:
    return StudioError(f"“{path.name}” is longer than 4 MB.", "Split the note.", kind="too_big")


def _problems(where: Handed, before: Sequence[str], paths: Sequence[Path]) -> Iterable[Problem]:
    for path, said in zip(paths, before, strict=True):
        if said:
            yield Problem(
                "before_first",
                f"“{path.name}”: what stands before the first person is not imported.",
            )
    if isinstance(where, Path) and where.is_dir():
        others = [p for p in where.iterdir() if p not in paths and not p.name.startswith(".")]
        others = [p for p in others if p.is_dir() or p.suffix.lower() not in ENDINGS]
        if others:
            names = ", ".join(sorted(p.name for p in others)[:5])
            more = f" and {len(others) - 5} more" if len(others) > 5 else ""
            yield Problem("not_notes", f"Not read, because it is no note: {names}{more}.")


def _format(paths: Sequence[Path]) -> str:
    return "docx" if all(path.suffix.lower() == ".docx" for path in paths) else "txt"


def _none(where: Handed) -> StudioError:
    tables = isinstance(where, Path) and where.is_dir() and any(where.iterdir())
    hint = "Notes are files ending in .txt, .md or .docx."
    if tables:
        hint += " Tables are handed over as files, not as a folder."
    return StudioError("There are no notes here.", hint, kind="empty")


def _is_aside(path: Path) -> bool:
    """Tell files that only lie beside notes: a read-me, hidden files, locks of a word processor."""
    return path.name.casefold() == "readme.md" or path.name.startswith((".", "~$"))


def _natural(path: Path) -> list[tuple[int, str]]:
    parts = re.split(r"(\d+)", path.name.casefold())
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts]


def _open(path: Path) -> BinaryIO:
    return path.open("rb")
