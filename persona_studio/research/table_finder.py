# SPDX-License-Identifier: MIT
"""Where the table is: titles above it, its heading rows, and the first row of answers.

General rules on the shapes of cells, for files nobody has seen; nothing here knows a tool. The
file is parted at its blank rows; the first part with rows like the bulk of the file is the table.
A row near its top that breaks what the rows below have in common is a heading, one that fits is
an answer.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from persona_studio.research.body import NOTHING, Body, learn, of_answers
from persona_studio.research.readers.workbook import Merge
from persona_studio.research.shapes import (
    BLANK,
    CODE,
    DATE,
    NUMBER,
    filled,
    is_rule,
    is_series,
    last_filled,
    shape,
)
from persona_studio.research.totals import is_total

HEAD = 400
_HEADER_MOST = 8
_CODE_NAME = re.compile(r"[A-Za-z]{1,10}[ _.-]?\d{1,4}(?:[ _.\-\[(]\w+[\])]?)*")
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
    header, first = _coded(inside) or _header(inside, width)
    titled = block[0][0] < start and filled(block[0][1]) == 1
    if titled and header[:1] == (start,):
        header = header[-1:]
    header = tuple(_bands(records, header, first_row, width, titled=titled))
    header, first = _merged(header, first, merges, rows)
    first = _past_total(inside, first, width)
    body = of_answers(records[first - 1 :], width)
    return Table(header, _label(records, header), first, width, body)


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
    found = [block for block in blocks if block]
    return found or [[(n, r) for n, r in rows if filled(r)]]


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
        if full and len(block) <= _HEADER_MOST and body.fits(below) and body.says(below) < -0.3:
            return block
    return blocks[-1]


def _holds_answers(block: Rows, body: Body, width: int) -> bool:
    """Tell whether rows of a part are like the bulk of the file, or make a table themselves."""
    like = [body.says(r) for _, r in block if body.fits(r)]
    if any(score < -0.3 for score in like) or len(like) >= 3:
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


def _coded(rows: Sequence[tuple[int, list[str]]]) -> tuple[tuple[int, ...], int] | None:
    """Return the heading when one of its rows is machine code ({...}) in nearly every cell."""
    given = [(n, r) for n, r in rows if filled(r)]
    last = None
    for place, (_, record) in enumerate(given[:_HEADER_MOST]):
        codes = sum(shape(cell) == CODE for cell in record)
        if codes > 1 and codes >= 0.6 * filled(record):
            last = place
        elif last is not None:
            break
    if last is None or last == 0:
        return None
    header = tuple(n for n, _ in given[: last + 1])
    return header, header[-1] + 1


def _header(rows: Rows, width: int) -> tuple[tuple[int, ...], int]:
    """Return the heading rows of the table, and the first row of answers."""
    given = [(n, r) for n, r in rows if filled(r)]
    if len(given) == 2 and learn([given[1][1]], width).has_more(given[0][1]):
        return (), given[0][0]
    header: list[int] = []
    top: list[str] = []
    for place, (n, record) in enumerate(given):
        body = learn([r for _, r in given[place + 1 :] if not is_total(r)], width, record)
        if len(header) < _HEADER_MOST and _is_heading(record, header, top, body):
            header.append(n)
            top = top or [cell.strip() for cell in record]
            continue
        return tuple(header), n
    if len(header) > 1:
        return tuple(header[:1]), header[1]
    return tuple(header), (header[-1] + 1 if header else rows[0][0])


def _is_heading(record: list[str], header: list[int], top: list[str], body: Body) -> bool:
    score = body.says(record)
    if not header:
        lone = body.rows == 0 and filled(record) == 1
        kinds = {shape(cell) for cell in record} - {BLANK}
        series = not body.serial and is_series([c for c in record if shape(c) == NUMBER])
        answers = kinds <= {NUMBER, DATE} or (body.rows < 3 and kinds & {NUMBER, DATE})
        return score > -0.25 and not lone and (series or not answers)
    if [cell.strip() for cell in record] == top:
        return True
    if not body.rows or is_total(record):
        return False
    if score >= 0.45 or (score > 0.2 and _completes(record, top)):
        return True
    return score > 0 and (_are_units(record) or _asks(record, top, body))


def _are_units(record: Sequence[str]) -> bool:
    """Tell whether nearly all cells stand in brackets: (kg), [EUR]."""
    return filled(record) > 1 and sum(map(_is_bracketed, record)) >= 0.6 * filled(record)


def _asks(record: Sequence[str], top: Sequence[str], body: Body) -> bool:
    """Tell whether a row has the questions in full that are named by codes above it."""
    codes = [cell for cell in top if cell]
    numbered = [cell for cell in codes if _CODE_NAME.fullmatch(cell)]
    if len(numbered) < max(2, 0.6 * len(codes)) or filled(record) < 0.6 * len(codes):
        return False
    below = [text for texts in body.texts for text in texts]
    longer = _mean_length(record) > 1.5 * sum(map(len, below)) / max(1, len(below))
    return longer or sum("?" in cell for cell in record) >= 0.3 * len(codes)


def _completes(record: Sequence[str], top: Sequence[str]) -> bool:
    """Tell whether a row fills gaps of the heading above it and leaves its own first cell out."""
    gaps = [i for i, cell in enumerate(top) if not cell]
    closed = sum(1 for i in gaps if i < len(record) and record[i].strip())
    return not record[0].strip() or (bool(gaps) and closed >= 0.6 * len(gaps))


def _merged(
    header: tuple[int, ...], first: int, merges: Sequence[Merge], rows: Rows
) -> tuple[tuple[int, ...], int]:
    """Let the heading reach as far up and down as cells merged with it do."""
    own = [m for m in merges if header and m.top <= header[-1] and m.bottom >= header[0]]
    own = [m for m in own if m.bottom > m.top]
    top = min([m.top for m in own] + [*header[:1]], default=0)
    last = max([m.bottom for m in own] + [*header[-1:]], default=0)
    after = [n for n, r in rows if n > last and filled(r)]
    if not own or not after or last - top >= _HEADER_MOST:
        return header, first
    return tuple(range(top, last + 1)), after[0]


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


def _bands(
    records: Sequence[list[str]],
    header: tuple[int, ...],
    first_row: int,
    width: int,
    *,
    titled: bool,
) -> list[int]:
    """Add rows of group headings right above: sparse, over the columns, no lone title."""
    found = list(header)
    if not found:
        return found
    above = found[0] - 1
    while above >= first_row and _is_band(records, above, first_row, width):
        if titled and records[above - 1][0].strip():
            break
        found.insert(0, above)
        above -= 1
    return found


def _is_band(records: Sequence[list[str]], row: int, first_row: int, width: int) -> bool:
    record = records[row - 1]
    reach = last_filled(record)
    if reach < 2 or any(shape(cell) in (NUMBER, DATE, CODE) for cell in record):
        return False
    if not record[0].strip():
        return True
    above = records[row - 2] if row > first_row else []
    if filled(above) == 1:
        return False
    given = [i for i, cell in enumerate(record) if cell.strip()]
    gaps = sum(b - a > 1 for a, b in pairwise(given))
    return reach >= 0.5 * width and (gaps >= 1 or len(given) >= 3)


def _label(records: Sequence[list[str]], header: tuple[int, ...]) -> int | None:
    """Return the heading row with the words people were asked, when there are several rows."""
    if len(header) < 2:
        return None
    coded = [
        n
        for n in header
        if sum(_is_bracketed(c) for c in records[n - 1]) > 0.5 * filled(records[n - 1])
    ]
    named = [n for n in header if n not in coded and records[n - 1][0].strip()]
    named = named or [n for n in header if n not in coded] or list(header)
    most = max(_different(records[n - 1]) for n in named)
    full = [n for n in named if _different(records[n - 1]) >= 0.5 * most]
    return max(full, key=lambda n: _mean_length(records[n - 1]))


def _is_bracketed(cell: str) -> bool:
    """Tell machine code and units ("{...}", "[...]", "(kg)") from words that were asked."""
    return shape(cell) == CODE or (cell.strip()[:1] == "(" and cell.strip()[-1:] == ")")


def _different(record: Sequence[str]) -> int:
    return len({cell.strip() for cell in record} - {""})


def _mean_length(record: Sequence[str]) -> float:
    cells = {cell for cell in record if cell.strip()}
    return sum(map(len, cells)) / len(cells) if cells else 0.0
