# SPDX-License-Identifier: MIT
"""Which rows are the heading of a table: those that break what the rows below have in common.

Codes, questions, units, and the names of groups over several columns may stand in rows of their
own; merged cells hold together what they cover.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from persona_studio.research.body import Body, learn
from persona_studio.research.readers.workbook import Merge
from persona_studio.research.shapes import (
    BLANK,
    CODE,
    DATE,
    NUMBER,
    filled,
    is_numbered,
    is_series,
    last_filled,
    shape,
)
from persona_studio.research.totals import is_total

HEADER_MOST = 8
_CODE_NAME = re.compile(r"[A-Za-z]{1,10}[ _.-]?\d{1,4}(?:[ _.\-\[(]\w+[\])]?)*")

Rows: TypeAlias = list[tuple[int, list[str]]]


def coded(rows: Sequence[tuple[int, list[str]]]) -> tuple[tuple[int, ...], int] | None:
    """Return the heading when one of its rows is machine code ({...}) in nearly every cell."""
    given = [(n, r) for n, r in rows if filled(r)]
    last = None
    for place, (_, record) in enumerate(given[:HEADER_MOST]):
        codes = sum(shape(cell) == CODE for cell in record)
        if codes > 1 and codes >= 0.6 * filled(record):
            last = place
        elif last is not None:
            break
    if last is None or last == 0:
        return None
    header = tuple(n for n, _ in given[: last + 1])
    return header, header[-1] + 1


def plain(rows: Rows, width: int) -> tuple[tuple[int, ...], int]:
    """Return the heading rows of the table, and the first row of answers."""
    given = [(n, r) for n, r in rows if filled(r)]
    if len(given) == 2 and learn([given[1][1]], width).has_more(given[0][1]):
        return (), given[0][0]
    header: list[int] = []
    top: list[str] = []
    for place, (n, record) in enumerate(given):
        body = learn([r for _, r in given[place + 1 :] if not is_total(r)], width, record)
        if len(header) < HEADER_MOST and _is_heading(record, header, top, body):
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
        series = series or _are_days(record, body)
        answers = kinds <= {NUMBER, DATE} or (body.rows < 3 and kinds & {NUMBER, DATE})
        return score > -0.25 and not lone and (series or not answers)
    if [cell.strip() for cell in record] == top:
        return True
    if not body.rows or is_total(record):
        return False
    if _names_choices(record, top, body):
        return True
    if score >= 0.45 or (score > 0.2 and _completes(record, top)):
        return True
    return score > 0 and (_are_units(record) or is_numbered(record) or _asks(record, top, body))


def _are_days(record: Sequence[str], body: Body) -> bool:
    """Tell whether different days name columns that hold none."""
    days = [i for i, cell in enumerate(record) if shape(cell) == DATE]
    named = len(days) > 2 and len({record[i].strip() for i in days}) == len(days)
    return named and all(i < len(body.shapes) and body.shapes[i] != DATE for i in days)


def _are_units(record: Sequence[str]) -> bool:
    """Tell whether nearly all cells stand in brackets: (kg), [EUR]."""
    return filled(record) > 1 and sum(map(_is_bracketed, record)) >= 0.6 * filled(record)


def _is_bracketed(cell: str) -> bool:
    """Tell machine code and units ("{...}", "[...]", "(kg)") from words that were asked."""
    return shape(cell) == CODE or (cell.strip()[:1] == "(" and cell.strip()[-1:] == ")")


def _asks(record: Sequence[str], top: Sequence[str], body: Body) -> bool:
    """Tell whether a row has the questions in full that are named by codes above it."""
    codes = [cell for cell in top if cell]
    numbered = [cell for cell in codes if _CODE_NAME.fullmatch(cell)]
    if len(numbered) < max(2, 0.6 * len(codes)) or filled(record) < 0.6 * len(codes):
        return False
    below = [text for texts in body.texts for text in texts]
    longer = _mean_length(record) > 1.5 * sum(map(len, below)) / max(1, len(below))
    return longer or sum("?" in cell for cell in record) >= 0.3 * len(codes)


def _names_choices(record: Sequence[str], top: Sequence[str], body: Body) -> bool:
    """Tell whether a row names choices under the questions above: below each, one thing is said.

    It is nobody's row, for it leaves blank what every row below has first.
    """
    named = [i for i, cell in enumerate(record[: len(body.texts)]) if cell.strip()]
    gaps = any(i >= len(top) or not top[i] for i in named)
    said = [i for i in named if body.texts[i]]
    own = sum(len(body.texts[i]) == 1 for i in said)
    return 0 not in named and bool(body.texts[0]) and gaps and own >= max(2, 0.5 * len(said))


def _completes(record: Sequence[str], top: Sequence[str]) -> bool:
    """Tell whether a row fills gaps of the heading above it and leaves its own first cell out."""
    gaps = [i for i, cell in enumerate(top) if not cell]
    closed = sum(1 for i in gaps if i < len(record) and record[i].strip())
    return not record[0].strip() or (bool(gaps) and closed >= 0.6 * len(gaps))


def merged(
    header: tuple[int, ...], first: int, merges: Sequence[Merge], rows: Rows
) -> tuple[tuple[int, ...], int]:
    """Let the heading reach as far up and down as cells merged with it do."""
    own = [m for m in merges if header and m.top <= header[-1] and m.bottom >= header[0]]
    own = [m for m in own if m.bottom > m.top]
    top = min([m.top for m in own] + [*header[:1]], default=0)
    last = max([m.bottom for m in own] + [*header[-1:]], default=0)
    after = [n for n, r in rows if n > last and filled(r)]
    if not own or not after or last - top >= HEADER_MOST:
        return header, first
    return tuple(range(top, last + 1)), after[0]


def bands(
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


def label_of(records: Sequence[list[str]], header: tuple[int, ...]) -> int | None:
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


def _different(record: Sequence[str]) -> int:
    return len({cell.strip() for cell in record} - {""})


def _mean_length(record: Sequence[str]) -> float:
    cells = {cell for cell in record if cell.strip()}
    return sum(map(len, cells)) / len(cells) if cells else 0.0
