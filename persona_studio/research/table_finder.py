# SPDX-License-Identifier: MIT
"""Where the table is: titles above it, its heading rows, and the first row of answers.

General rules on the shapes of cells, for files nobody has seen; nothing here knows a tool. The
file is parted at its blank rows; the first part with rows like the bulk of the file is the table.
A row near its top that breaks what the rows below have in common is a heading, one that fits is
an answer.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from persona_studio.research import heading_rows
from persona_studio.research.body import NOTHING, Body, learn, of_answers
from persona_studio.research.readers.workbook import Merge
from persona_studio.research.shapes import (
    filled,
    is_rule,
    last_filled,
)
from persona_studio.research.totals import is_total

HEAD = 400
_NOTES_MOST = 60

Rows: TypeAlias = list[tuple[int, list[str]]]


@dataclass(frozen=True)
class Table:
    """The top of a table, in 1-based rows; `first` is where the answers begin."""

    header: tuple[int, ...]
    label: int | None
    first: int
    width: int
    body: Body = NOTHING


def find(
    records: Sequence[list[str]], first_row: int = 1, merges: Sequence[Merge] = ()
) -> Table | None:
    """Return the top of the first table in the file's first records, None where there is none."""
    rows = [(n, r) for n, r in enumerate(records, start=1) if n >= first_row]
    width = table_width([r for _, r in rows])
    if not width:
        return None
    blocks = _blocks(rows, width)
    body = _bulk(blocks, width)
    block = _block(blocks, body, width)
    start = _past_notes(block, body, width)
    end = _end(rows, start)
    all_inside = [(n, r) for n, r in rows if start <= n < end]
    inside = [(n, r) for n, r in all_inside if not _is_comment(r, width)] or all_inside
    header, first = heading_rows.coded(inside) or heading_rows.plain(inside, width)
    titled = block[0][0] < start and filled(block[0][1]) == 1
    if titled and header[:1] == (start,):
        header = header[-1:]
    header = tuple(heading_rows.bands(records, header, first_row, width, titled=titled))
    header, first = heading_rows.merged(header, first, merges, rows)
    first = _past_total(inside, first, width)
    body = of_answers(records[first - 1 :], width)
    return Table(header, heading_rows.label_of(records, header), first, width, body)


def table_width(records: Sequence[list[str]]) -> int:
    """Return how many cells most rows with something in them have."""
    widths = Counter(len(r) for r in records if filled(r))
    parted = {w: n for w, n in widths.items() if w > 1}
    if not parted or sum(parted.values()) * 4 < widths.get(1, 0):
        return 1 if widths else 0
    return max(parted, key=lambda w: (parted[w], w))


def _is_comment(record: Sequence[str], width: int) -> bool:
    return is_rule(record) or _is_remark(record, width)


def _is_remark(record: Sequence[str], width: int) -> bool:
    return width > 1 and record[:1] != [] and record[0].lstrip()[:1] == "#" and filled(record) == 1


def _blocks(rows: Rows, width: int) -> list[Rows]:
    """Return the rows with something in them, parted at blank rows; comments are left out."""
    blocks: list[Rows] = [[]]
    for n, record in rows:
        if not filled(record):
            blocks.append([])
        elif not _is_comment(record, width):
            blocks[-1].append((n, record))
    found = [block for block in _closed_up(blocks, width) if block]
    return found or [[(n, r) for n, r in rows if filled(r)]]


def _closed_up(blocks: Sequence[Rows], width: int) -> list[Rows]:
    """Join full rows that have a blank row between each of them and the next."""
    found: list[Rows] = []
    spaced = False
    for block in blocks:
        single = len(block) == 1 and filled(block[0][1]) >= max(2, 0.6 * width)
        if spaced and single:
            found[-1] += block
        else:
            found.append(block)
        spaced = single
    return found


def _bulk(blocks: Sequence[Rows], width: int) -> Body:
    """Return what the rows of the largest part have in common; of all where parts are tiny."""
    largest = max(blocks, key=lambda b: sum(filled(r) for _, r in b if filled(r) > 1))
    if len(largest) < 3 < len(blocks):
        largest = [each for block in blocks for each in block]
    return learn([r for _, r in largest[1:] or largest], width)


def _block(blocks: Sequence[Rows], body: Body, width: int) -> Rows:
    """Return the part of the file where the table begins: answers, or headings over a gap."""
    for place, block in enumerate(blocks[:-1]):
        if _holds_answers(block, body, width):
            return block
        below = blocks[place + 1][0][1]
        heading = block[-1][1]
        full = filled(heading) >= max(2, 0.5 * filled(below)) or width == 1
        if (
            full
            and len(block) <= heading_rows.HEADER_MOST
            and body.fits(below)
            and body.says(below) < -0.3
        ):
            return block
    return max(reversed(blocks), key=lambda b: max(min(filled(r), width) for _, r in b))


def _holds_answers(block: Rows, body: Body, width: int) -> bool:
    """Tell whether rows of a part are like the bulk of the file, or make a table themselves."""
    like = [body.says(r) for _, r in block if body.fits(r)]
    if 4 * sum(score < -0.3 for score in like) > len(block) or len(like) >= 3:
        return True
    reaches = Counter(last_filled(r) for _, r in block)
    reach, n = reaches.most_common(1)[0]
    return n >= 3 and n >= 0.6 * len(block) and reach >= min(3, width)


def _past_notes(block: Rows, body: Body, width: int) -> int:
    """Return the first row of a part that is no note: notes are emptier, and lie to the left."""
    full = max(filled(r) for _, r in block[:_NOTES_MOST])
    for (n, record), (_, below) in pairwise(block[:_NOTES_MOST]):
        if not _is_note(record, below, full, body):
            return n
    return block[-1][0] if len(block) <= _NOTES_MOST else block[0][0]


def _is_note(record: list[str], below: list[str], full: int, body: Body) -> bool:
    given, reach = filled(record), last_filled(record)
    if full < 2 or not record[0].strip():
        return False
    if reach == 1:
        return True
    if record[0].rstrip().endswith((":", "\uff1a")) and given <= 3 and given < full:
        return True
    if given < reach or given > 3:
        return False
    answered = body.fits(below) and body.says(below) < -0.3
    return not answered and given <= (0.7 if any(s != "words" for s in body.shapes) else 0.5) * full


def _end(rows: Rows, start: int) -> int:
    """Return the row where the first table ends: a blank line before rows of another width."""
    widths: Counter[int] = Counter()
    blank = None
    for n, record in rows:
        if n < start:
            continue
        if not filled(record):
            blank = blank or n
            continue
        if blank and widths and len(record) != widths.most_common(1)[0][0] and n > start + 2:
            return blank
        widths[len(record)] += 1
        blank = None
    return rows[-1][0] + 1


def _past_total(rows: Rows, first: int, width: int) -> int:
    """Return the first row of answers; a total above them, named or not, is passed over."""
    given = [(n, r) for n, r in rows if n >= first and filled(r)]
    if len(given) < 2 or given[0][0] != first or width < 2:
        return first
    (_, record), (second, _) = given[:2]
    if is_total(record):
        return second
    if len(given) < 5 or width - filled(record) < 2:
        return first
    return second if learn([r for _, r in given[1:]], width).is_unnamed(record) else first
