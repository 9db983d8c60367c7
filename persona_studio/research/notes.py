# SPDX-License-Identifier: MIT
"""Interview notes as .txt, .md or .docx: each person a row, their words one free-text answer."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from persona_studio.core.errors import StudioError
from persona_studio.research import encoding, note_files, note_people
from persona_studio.research.handed import File, Handed, told, unreadable
from persona_studio.research.open_file import BROKEN
from persona_studio.research.plan import Plan, Problem, Role
from persona_studio.research.readers import docx
from persona_studio.research.readers.csv_text import CELL_LIMIT
from persona_studio.research.readers.workbook import damaged
from persona_studio.research.sentence import sentence

LABEL = "Note"
_DAY = re.compile(r"\b(20\d\d|19\d\d)-(\d\d)-(\d\d)\b")
_FIRST_LINES = 12


@dataclass(frozen=True)
class Note:
    """One person's words; without a code they are known by their row alone."""

    key: str
    text: str
    day: date | None = None


def notes_of(where: Handed) -> list[Note]:
    """Return every person's note in order."""
    return [note for file in note_files.files(where) for note in _of_file(file)[0]]


def look(where: Handed, fixed: Plan | None = None) -> tuple[Plan, list[Note]]:
    """Return the plan for notes, one row a person, and the notes."""
    before: list[tuple[str, str]] = []
    found: list[Note] = []
    for file in note_files.files(where):
        notes, said = _of_file(file)
        found += notes
        before.append((file.name, said))
    if not found:
        raise _none(where)
    days = [note.day for note in found if note.day]
    role = Role("free_text", 1.0, "each note is one person's words", LABEL)
    number = len(found)
    plan = Plan(
        file=told(where),
        format=_format(before),
        first_data_row=1,
        last_data_row=number,
        data_rows=number,
        columns_count=1,
        kind="interview_notes",
        collected_on=max(days).isoformat() if days else None,
        roles={1: replace(role, filled=number, distinct=len({n.text for n in found}))},
        problems=tuple(_problems(where, before)),
    )
    plan = replace(plan, sentence=sentence(plan))
    if fixed is None:
        return plan, found
    kept = {key: getattr(fixed, key) for key in fixed.chosen if key == "collected_on"}
    plan = replace(
        plan, columns=fixed.columns, skip_rows=fixed.skip_rows, chosen=fixed.chosen, **kept
    )
    return plan, found


def text_of(file: File) -> str:
    """Return the text of a note, without invisible NULs."""
    try:
        return _text_of(file)
    except BROKEN as error:
        raise damaged(error) from error
    except OSError as error:
        raise unreadable(file.name, error) from error


def _text_of(file: File) -> str:
    if file.ending == ".docx":
        return _bounded(file, docx.text(file.open))
    if file.size > CELL_LIMIT:
        raise _too_long(file)
    with file.open() as opened:
        data = opened.read()
    if not data:
        return ""
    settled = encoding.choose(partial(io.BytesIO, data))
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


def _of_file(file: File) -> tuple[list[Note], str]:
    """Return the notes in one file, and what stands before the first of several."""
    text = text_of(file)
    if not text.strip():
        return [], ""
    people, before = note_people.parts(text)
    if len(people) == 1:
        only = people[0]
        key = only.key or note_people.code_in(Path(file.name).stem)
        return [Note(key, only.text, day_of(text))], ""
    return [Note(p.key, p.text, day_of(p.text) or day_of(before)) for p in people], before


def _bounded(file: File, text: str) -> str:
    if len(text) > CELL_LIMIT:
        raise _too_long(file)
    return text


def _too_long(file: File) -> StudioError:
    return StudioError(f"“{file.name}” is longer than 4 MB.", "Split the note.", kind="too_big")


def _problems(where: Handed, before: Sequence[tuple[str, str]]) -> Iterable[Problem]:
    for name, said in before:
        if said:
            yield Problem(
                "before_first", f"“{name}”: what stands before the first person is not imported."
            )
    if others := note_files.others(where):
        names = ", ".join(others[:5])
        more = f" and {len(others) - 5} more" if len(others) > 5 else ""
        yield Problem("not_notes", f"Not read, because it is no note: {names}{more}.")


def _format(files: Sequence[tuple[str, str]]) -> str:
    return "docx" if all(name.lower().endswith(".docx") for name, _ in files) else "txt"


def _none(where: Handed) -> StudioError:
    tables = isinstance(where, Path) and where.is_dir() and any(where.iterdir())
    hint = "Notes are files ending in .txt, .md or .docx."
    if tables:
        hint += " Tables are handed over as files, not as a folder."
    return StudioError("There are no notes here.", hint, kind="empty")
