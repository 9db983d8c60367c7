# SPDX-License-Identifier: MIT
"""Which tool wrote a file: a name for the sentence, from headings that only it writes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from persona_studio.evidence.reading import fold
from persona_studio.research.shapes import CODE, shape


@dataclass(frozen=True)
class Kind:
    """A tool: its title, the kind of source its files are, and its headings."""

    id: str
    title: str
    source: str
    least: int
    headings: frozenset[str]


def of(rows: Sequence[Sequence[str]]) -> str | None:
    """Return the kind of a file by its heading rows, None where no tool is sure."""
    if any(sum(shape(c) == CODE and "ImportId" in c for c in row) > 1 for row in rows):
        return "qualtrics"
    if len(rows) == 2 and {"response", "open-ended response"} & {fold(c) for c in rows[1]}:
        return "surveymonkey"
    said = {fold(cell) for row in rows for cell in row} - {""}
    hits = [(len(kind.headings & said), kind) for kind in known()]
    told = [(n, kind) for n, kind in hits if n >= kind.least and _begins(kind, rows)]
    return max(told, key=lambda hit: (hit[0], hit[1].least))[1].id if told else None


def title(kind: str | None) -> str | None:
    """Return how a kind of file is called in the sentence."""
    if kind == "qualtrics":
        return "Qualtrics export"
    return next((each.title for each in known() if each.id == kind), None)


def source(kind: str | None) -> str:
    """Return the kind of source that such a file most likely is."""
    return next((each.source for each in known() if each.id == kind), "survey")


def _begins(kind: Kind, rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether one heading is enough: it is the first one, and questions follow."""
    if kind.least > 1:
        return True
    row = next(iter(rows), ())
    asked = [cell for cell in row[1:] if "?" in cell or "\uff1f" in cell or len(cell.split()) > 2]
    return bool(row) and fold(row[0]) in kind.headings and len(asked) >= 0.4 * (len(row) - 1)


@cache
def known() -> tuple[Kind, ...]:
    """Return the tools of `kinds.txt`."""
    lines = Path(__file__).with_name("kinds.txt").read_text("utf-8").splitlines()
    found: list[Kind] = []
    for line in lines:
        if line.startswith("["):
            told, _, name = line[1:].partition("] ")
            key, least, kind = told.split(", ")
            found.append(Kind(key, name, kind, int(least), frozenset()))
        elif line and not line.startswith("# "):
            last = found.pop()
            both = last.headings | set(_names(line.split(" | ")))
            found.append(Kind(last.id, last.title, last.source, last.least, both))
    return tuple(found)


def _names(cells: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, cells))
