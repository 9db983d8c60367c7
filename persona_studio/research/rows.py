# SPDX-License-Identifier: MIT
"""The rows of a table by its plan: as the look at the file has held them, else read once more."""

from collections.abc import Hashable, Iterator
from itertools import islice, repeat
from typing import TypeAlias

from persona_studio.research import note_files, notes
from persona_studio.research.handed import Handed, handed, stamp
from persona_studio.research.holding import Block, Holding
from persona_studio.research.plan import Plan
from persona_studio.research.source import again

_AT_ONCE = 100
"""Rows that are worked on together: so few stay in the processor's own memory."""
Numbered: TypeAlias = tuple[int, list[str]]
"""A row's number in the file, and its cells."""

_held: dict[Hashable, Holding] = {}
"""The table that was looked at last, by the file and all that decides which rows are read."""


def hold(where: Handed, plan: Plan, holding: Holding) -> None:
    """Keep what a look has held, for whoever reads the same rows next; nothing else is kept."""
    let_go()
    if plan.data_rows and holding.rows == plan.data_rows:
        _held[_reading(where, plan)] = holding


def let_go() -> None:
    """Keep no rows any more."""
    _held.clear()


def blocks(where: Handed, plan: Plan) -> Iterator[Block]:
    """Yield every row that counts as read, some at a time, cells untouched."""
    if note_files.is_notes(where):
        said = [note.text for note in notes.notes_of(where)]
        yield Block(range(1, len(said) + 1), [said])
        return
    holding = _held.get(_reading(where, plan))
    yield from holding.blocks(plan.columns_count) if holding else _read(where, plan)


def read(where: str | Handed, plan: Plan) -> Iterator[Numbered]:
    """Yield (row number, cells) of every row that counts as read, cells untouched."""
    for numbers, columns in blocks(handed(where), plan):
        rows = zip(*columns, strict=True) if columns else repeat((), len(numbers))
        yield from zip(numbers, map(list, rows), strict=True)


def _read(where: Handed, plan: Plan) -> Iterator[Block]:
    yield from parted(again(where, plan).records(), plan)


def parted(records: Iterator[list[str]], plan: Plan) -> Iterator[Block]:
    """Yield the records of a file that count as read, some at a time."""
    ignored = frozenset(plan.ignore_rows)
    width = plan.columns_count
    above = (plan.first_data_row or 1) - 1
    rows = islice(enumerate(records, start=1), above, plan.last_data_row)
    while part := list(islice(rows, _AT_ONCE)):
        part = [row for row in part if row[0] not in ignored and any(map(str.strip, row[1]))]
        if any(len(cells) != width for _, cells in part):
            part = [(n, (cells + [""] * (width - len(cells)))[:width]) for n, cells in part]
        if part:
            yield Block([n for n, _ in part], list(zip(*(cells for _, cells in part), strict=True)))


def _reading(where: Handed, plan: Plan) -> Hashable:
    """Return what two readings have in common that give the same rows."""
    return (
        where,
        stamp(where),
        plan.encoding,
        plan.encoding_sure,
        plan.delimiter,
        plan.quote,
        plan.sheet,
        plan.first_data_row,
        plan.last_data_row,
        plan.ignore_rows,
        plan.columns_count,
    )
