# SPDX-License-Identifier: MIT
"""Any stretch of a file's rows as a plan reads it, without reading all that stands before."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from persona_studio.research import note_files, notes
from persona_studio.research.handed import Handed, handed
from persona_studio.research.plan import Plan, from_json
from persona_studio.research.readers.csv_text import Place, Places
from persona_studio.research.source import again

CELL_MOST = 2_000
"""Letters of a cell that are shown; the import takes all of them."""
_ENTERED = ("csv", "tsv", "xlsx", "xlsb", "xls", "ods")
"""Formats that can be read from the middle."""


@dataclass(frozen=True)
class Page:
    """Records from number `first` on; `ended` says that no more follow."""

    first: int
    records: list[list[str]]
    ended: bool
    places: tuple[Place, ...] = ()


def page_job(
    where: str | Handed,
    plan: dict[str, Any],
    start: Place | None,
    first: int,
    count: int,
    *,
    report: Callable[[int, int], None],
) -> Page:
    """Return the records `first` to `first + count - 1`, reading from `start` where it is known.

    Beginnings of records met on the way come along, for the next page.
    """
    report(0, 0)
    settled = from_json(plan)
    where = handed(where)
    if note_files.is_notes(where):
        said = notes.notes_of(where)[: first + count]
        return _cut([[note.text] for note in said], first, count)
    if settled.format not in _ENTERED:
        changed = where.stat().st_mtime_ns if isinstance(where, Path) else 0
        return _cut(_sheet(where, changed, settled.sheet, settled.encoding), first, count)
    source = again(where, settled)
    source.cut_long = True
    source.places = Places()
    if source.book is not None:
        start = Place(first, 0)
    skipped = first - (start.number if start else 1)
    # One more than wanted, to know whether the file ends here.
    found = list(islice(source.records(start), skipped, skipped + count + 1))
    return _page(first, found, count, tuple(source.places))


def _cut(records: list[list[str]], first: int, count: int) -> Page:
    return _page(first, records[first - 1 : first + count], count)


def _page(first: int, found: list[list[str]], count: int, places: tuple[Place, ...] = ()) -> Page:
    shown = [[cell[:CELL_MOST] for cell in record] for record in found[:count]]
    return Page(first, shown, len(found) <= count, places)


@lru_cache(maxsize=1)
def _sheet(
    where: Handed, _changed: int, sheet: str | None, encoding: str | None
) -> list[list[str]]:
    """Return a whole table that cannot be entered in the middle."""
    return list(again(where, Plan("", sheet=sheet, encoding=encoding)).records())
