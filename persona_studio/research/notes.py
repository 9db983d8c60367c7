# SPDX-License-Identifier: MIT
"""Interview notes as text files: one person a file, the whole note one free-text answer."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from persona_studio.core.errors import StudioError
from persona_studio.research import encoding
from persona_studio.research.plan import Plan, Role
from persona_studio.research.readers.csv_text import CELL_LIMIT

ENDINGS = (".md", ".txt", ".markdown")
LABEL = "Note"
_CODE = re.compile(r"\b([A-Z]{1,5}[-_]?\d{2,8})\b")
_DAY = re.compile(r"\b(20\d\d|19\d\d)-(\d\d)-(\d\d)\b")
_FIRST_LINES = 12


def is_notes(path: Path) -> bool:
    """Tell whether a path is a folder of notes or one note: words, not a table."""
    if path.is_dir():
        return True
    if path.suffix.lower() not in ENDINGS:
        return False
    return path.suffix.lower() != ".txt" or not _is_table(path)


def files(path: Path) -> list[Path]:
    """Return the notes of a folder in the order of their names, or the one note."""
    if not path.is_dir():
        return [path]
    found = [p for p in path.iterdir() if p.suffix.lower() in ENDINGS and p.is_file()]
    return sorted((p for p in found if p.name.casefold() != "readme.md"), key=_natural)


def plan_of(path: Path, fixed: Plan | None = None) -> Plan:
    """Return the plan for a note or a folder of notes: one row a file."""
    found = [(note, text_of(note)) for note in files(path)]
    found = [(note, text) for note, text in found if text.strip()]
    if not found:
        raise StudioError(
            "There are no notes here.", "Notes are text files ending in .txt or .md.", kind="empty"
        )
    days = [day for _, text in found if (day := day_of(text))]
    role = Role("free_text", 1.0, "each file is one note", LABEL, filled=len(found))
    number = len(found)
    people = "1 person" if number == 1 else f"{number} people"
    plan = Plan(
        file=str(path),
        format="txt",
        encoding="utf-8",
        first_data_row=1,
        last_data_row=number,
        data_rows=number,
        columns_count=1,
        kind="interview_notes",
        collected_on=max(days).isoformat() if days else None,
        sentence=f"Interview notes: {people}, one note each.",
        roles={1: replace(role, distinct=number)},
    )
    if fixed is None:
        return plan
    kept = {key: getattr(fixed, key) for key in fixed.chosen if key == "collected_on"}
    return replace(
        plan, columns=fixed.columns, skip_rows=fixed.skip_rows, chosen=fixed.chosen, **kept
    )


def head(path: Path, most: int) -> list[list[Any]]:
    """Return the first notes as preview rows."""
    found = [text for note in files(path)[:most] if (text := text_of(note)).strip()]
    return [[n, [text]] for n, text in enumerate(found, start=1)]


def rows(path: Path) -> list[tuple[str, str, bool]]:
    """Return (respondent, text, whether the key is a code) of each note in order."""
    found = []
    for note in files(path):
        text = text_of(note)
        if text.strip():
            key, coded = respondent(note, text)
            found.append((key, text, coded))
    return found


def text_of(path: Path) -> str:
    """Return the text of a note, without invisible NULs."""
    try:
        if path.stat().st_size > CELL_LIMIT:
            raise StudioError(
                f"“{path.name}” is longer than 4 MB.", "Split the note.", kind="too_big"
            )
        data = path.read_bytes()
    except OSError as error:
        raise StudioError(
            f"“{path.name}” cannot be opened.", "Look whether it is there.", kind="unreadable"
        ) from error
    if not data:
        return ""
    settled = encoding.choose(lambda: path.open("rb"))
    text = data.decode(settled.name, "replace").replace("\0", "")
    return text.replace("\r\n", "\n").removeprefix("\ufeff")


def respondent(path: Path, text: str) -> tuple[str, bool]:
    """Return the person's key: a code in the first heading or the file's name, else the name."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    for place in (first, path.stem.replace("_", " ")):
        if found := _CODE.search(place):
            return found[1], True
    return path.stem, False


def day_of(text: str) -> date | None:
    """Return the first ISO date in the first lines of a note."""
    for line in text.splitlines()[:_FIRST_LINES]:
        if found := _DAY.search(line):
            try:
                return date(int(found[1]), int(found[2]), int(found[3]))
            except ValueError:
                continue
    return None


def _natural(path: Path) -> list[tuple[int, str]]:
    parts = re.split(r"(\d+)", path.name.casefold())
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts]


def _is_table(path: Path) -> bool:
    """Tell a table from prose: most lines have the same number of cells, more than one."""
    from persona_studio.research import delimiter

    try:
        with path.open("rb") as file:
            raw = file.read(1 << 16)
        if not raw.strip() or raw[:2] == b"PK":
            return True
        name = encoding.choose(lambda: path.open("rb")).name
    except OSError:
        return True
    lines = [line for line in raw.decode(name, "replace").splitlines() if line.strip()][:50]
    mark = delimiter.choose("\n".join(lines)).mark
    counts = [line.count(mark) for line in lines]
    if not counts or not max(counts):
        return False
    usual = max(set(counts), key=counts.count)
    return usual > 0 and counts.count(usual) >= 0.7 * len(counts)
