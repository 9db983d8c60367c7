# SPDX-License-Identifier: MIT
"""Where the table is: titles above it, its heading rows, and the first row of answers.

General rules on the shapes of cells, for files nobody has seen; nothing here knows a tool. The
columns' types are learned from rows further down; a row near the top that breaks them is a
heading, a row that fits them is an answer.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from persona_studio.research.shapes import (
    BLANK,
    CODE,
    DATE,
    NUMBER,
    WORDS,
    filled,
    is_series,
    last_filled,
    shape,
)

HEAD = 400
_HEADER_MOST = 8
_LEARN = 120


@dataclass(frozen=True)
class Table:
    """The top of a table, in 1-based rows; `first` is where the answers begin."""

    header: tuple[int, ...]
    label: int | None
    first: int
    width: int


@dataclass(frozen=True)
class Body:
    """What rows further down say of each column: its main shape, and its texts."""

    shapes: tuple[str, ...]
    texts: tuple[Counter[str], ...]
    rows: int
    fill: float

    def says(self, record: Sequence[str]) -> float:
        """Return how much a row looks like a heading (above 0) or like answers (below 0)."""
        cells = [(i, cell.strip()) for i, cell in enumerate(record[: len(self.shapes)])]
        given = [(i, cell, shape(cell)) for i, cell in cells if cell]
        if is_series([cell for _, cell, kind in given if kind == NUMBER]):
            given = [(i, c, WORDS if kind == NUMBER else kind) for i, c, kind in given]
        return sum(self._cell(i, cell, kind) for i, cell, kind in given) / max(1, len(given))

    def _cell(self, column: int, cell: str, kind: str) -> float:
        main, texts = self.shapes[column], self.texts[column]
        if kind == CODE and main != CODE:
            return 2.0
        if main in (NUMBER, DATE):
            if kind == main:
                return -2.0
            return 0.3 if texts[cell] else 1.0
        if main == BLANK:
            return 0.0
        if kind in (NUMBER, DATE) and main == WORDS:
            return -0.5
        if len(texts) == 1 and texts[cell]:
            return 0.0
        if self._repeats(texts):
            return -1.0 if texts[cell] else 0.7
        return -0.5 if texts[cell] else 0.1

    @staticmethod
    def _repeats(texts: Counter[str]) -> bool:
        whole = sum(texts.values())
        return whole >= 6 and len(texts) <= whole * 0.5


def find(records: Sequence[list[str]], first_row: int = 1) -> Table | None:
    """Return the top of the first table in the file's first records, None where there is none."""
    rows = list(enumerate(records, start=1))
    rows = [(n, r) for n, r in rows if n >= first_row]
    width = table_width([r for _, r in rows])
    if not width:
        return None
    start = _start(rows, width)
    end = _end(rows, start)
    body = learn([r for n, r in rows if n > start and n < end], width)
    header, first = _header(rows, start, end, width, body)
    header = tuple(_bands(records, header, start, first_row, width))
    return Table(header, _label(records, header), first, width)


def table_width(records: Sequence[list[str]]) -> int:
    """Return how many cells most rows with something in them have."""
    widths = Counter(len(r) for r in records if filled(r))
    parted = {w: n for w, n in widths.items() if w > 1}
    if not parted or sum(parted.values()) * 4 < widths.get(1, 0):
        return 1 if widths else 0
    return max(parted, key=lambda w: (parted[w], w))


def learn(records: Sequence[list[str]], width: int) -> Body:
    """Return what the rows say of their columns; the first third is passed over when there is
    enough, since headings may stand there.
    """
    given = [r for r in records if filled(r)]
    if len(given) > 12:
        given = given[min(8, len(given) // 3) :]
    given = given[:_LEARN]
    shapes, texts = [], []
    for column in range(width):
        counts: Counter[str] = Counter()
        kinds: Counter[str] = Counter()
        for record in given:
            cell = record[column].strip() if column < len(record) else ""
            if cell:
                counts[cell] += 1
                kinds[shape(cell)] += 1
        main, n = kinds.most_common(1)[0] if kinds else (BLANK, 1)
        steady = n >= 0.7 * sum(kinds.values()) if kinds else True
        shapes.append(main if steady else WORDS)
        texts.append(counts)
    fill = sum(map(filled, given)) / len(given) if given else 0.0
    return Body(tuple(shapes), tuple(texts), len(given), fill)


def _start(rows: Sequence[tuple[int, list[str]]], width: int) -> int:
    """Return the first row as full as a heading or an answer may be; titles are emptier."""
    given = [(n, r) for n, r in rows if filled(r)]
    fills = sorted(filled(r) for _, r in given if len(r) >= width * 0.5) or [1]
    usual = fills[len(fills) // 2]
    need = 1 if width == 1 else max(2, usual * 0.4)
    for place, (n, record) in enumerate(given):
        comment = record[0].lstrip().startswith("#") and filled(record) == 1
        if comment and place + 1 < len(given):
            continue
        if filled(record) >= need and last_filled(record) >= min(width, 2):
            return n
    return given[0][0]


def _end(rows: Sequence[tuple[int, list[str]]], start: int) -> int:
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


def _header(
    rows: Sequence[tuple[int, list[str]]], start: int, end: int, width: int, body: Body
) -> tuple[tuple[int, ...], int]:
    """Return the heading rows from `start` on, and the first row of answers."""
    header: list[int] = []
    top: list[str] = []
    for n, record in rows:
        if n < start or n >= end:
            continue
        if not filled(record):
            if header:
                continue
            continue
        if len(header) < _HEADER_MOST and _is_heading(record, header, top, body, width):
            header.append(n)
            top = top or [cell.strip() for cell in record]
            continue
        return tuple(header), n
    if len(header) > 1 and body.rows < 3:
        return tuple(header[:1]), header[1]
    return tuple(header), (header[-1] + 1 if header else start)


def _is_heading(
    record: list[str], header: list[int], top: list[str], body: Body, width: int
) -> bool:
    score = body.says(record)
    if not header:
        lone = body.rows == 0 and filled(record) == 1
        return score > -0.35 and not lone
    if [cell.strip() for cell in record] == top:
        return True
    codes = sum(shape(cell) == CODE for cell in record)
    if codes >= 0.6 * max(1, filled(record)) and CODE not in body.shapes:
        return True
    if body.rows < 3:
        return False
    return score >= 0.45 or (score > 0.2 and _completes(record, top))


def _completes(record: Sequence[str], top: Sequence[str]) -> bool:
    """Tell whether a row fills gaps of the heading above it and leaves its own first cell out."""
    gaps = [i for i, cell in enumerate(top) if not cell]
    closed = sum(1 for i in gaps if i < len(record) and record[i].strip())
    return not record[0].strip() or (bool(gaps) and closed >= 0.6 * len(gaps))


def _bands(
    records: Sequence[list[str]],
    header: tuple[int, ...],
    start: int,
    first_row: int,
    width: int,
) -> list[int]:
    """Add rows of group headings right above; drop titles that were taken for a heading."""
    found = list(header)
    if not found:
        return found
    above = found[0] - 1
    while above >= first_row:
        record = records[above - 1]
        if not filled(record) or record[0].strip() or last_filled(record) < 2:
            break
        found.insert(0, above)
        above -= 1
    return found


def _label(records: Sequence[list[str]], header: tuple[int, ...]) -> int | None:
    """Return the heading row with the words people were asked, when there are several rows."""
    if len(header) < 2:
        return None
    words = {n: sum(len(c) for c in records[n - 1] if shape(c) == WORDS) for n in header}
    return max(header, key=lambda n: words[n])
