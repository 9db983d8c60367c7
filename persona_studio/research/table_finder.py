# SPDX-License-Identifier: MIT
"""Where the table is: titles above it, its heading rows, and the first row of answers.

General rules on the shapes of cells, for files nobody has seen; nothing here knows a tool. The
columns' types are learned from rows further down; a row near the top that breaks them is a
heading, a row that fits them is an answer.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from persona_studio.evidence.reading import number
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
    members: frozenset[int]
    serial: bool

    def says(self, record: Sequence[str]) -> float:
        """Return how much a row looks like a heading (above 0) or like answers (below 0)."""
        cells = [(i, cell.strip()) for i, cell in enumerate(record[: len(self.shapes)])]
        given = [(i, cell, shape(cell)) for i, cell in cells if cell]
        figures = [cell for _, cell, kind in given if kind == NUMBER]
        if not self.serial and is_series(figures):
            given = [(i, c, WORDS if kind == NUMBER else kind) for i, c, kind in given]
        own = int(id(record) in self.members)
        said = [self._cell(i, cell, kind, own) for i, cell, kind in given]
        telling = [score for score in said if score is not None]
        return sum(telling) / max(1, len(telling))

    def _cell(self, column: int, cell: str, kind: str, own: int) -> float | None:
        main, texts = self.shapes[column], self.texts[column]
        seen = texts[cell] > own
        if kind == CODE and main != CODE:
            return 2.0
        if main in (NUMBER, DATE):
            if kind == main:
                return -2.0
            return 0.3 if seen else 1.0
        if main == BLANK:
            return None
        if kind in (NUMBER, DATE) and main == WORDS:
            return -0.5
        if len(texts) == 1 and seen:
            # Either the one choice of this column under its name, or a plain answer.
            return None
        if self._repeats(texts):
            return -1.0 if seen else 0.7
        return -0.5 if seen else 0.1

    def is_unnamed(self, record: Sequence[str]) -> bool:
        """Tell whether a row of sums lacks at least two names that all other rows have."""
        lacking = 0
        sums = []
        for column, main in enumerate(self.shapes):
            cell = record[column].strip() if column < len(record) else ""
            if main == WORDS and not cell:
                lacking += sum(self.texts[column].values()) >= 0.95 * self.rows
            elif main == NUMBER and (value := number(cell)) is not None:
                others = [number(text) or 0 for text in self.texts[column]]
                sums.append(value >= max(others))
        return lacking >= 2 and len(sums) >= 2 and all(sums)

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
    inside = [(n, r) for n, r in rows if start <= n < end]
    body = learn([r for _, r in inside[1:]], width)
    header, first = _coded(inside) or _header(inside, body)
    titled = _has_title(records, start, first_row)
    if titled and header[:1] == (start,):
        header = header[-1:]
    header = tuple(_bands(records, header, first_row, width, titled=titled))
    first = _past_total(inside, first, body)
    return Table(header, _label(records, header), first, width)


def table_width(records: Sequence[list[str]]) -> int:
    """Return how many cells most rows with something in them have."""
    widths = Counter(len(r) for r in records if filled(r))
    parted = {w: n for w, n in widths.items() if w > 1}
    if not parted or sum(parted.values()) * 4 < widths.get(1, 0):
        return 1 if widths else 0
    return max(parted, key=lambda w: (parted[w], w))


def learn(records: Sequence[list[str]], width: int) -> Body:
    """Return what the rows say of their columns.

    The first rows are passed over when there are enough others: headings may stand there.
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
    serial = sum(is_series([c for c in r if shape(c) == NUMBER]) for r in given) > 0.3 * len(given)
    return Body(tuple(shapes), tuple(texts), len(given), frozenset(map(id, given)), serial)


def _start(rows: Sequence[tuple[int, list[str]]], width: int) -> int:
    """Return the first row as full as a heading or an answer may be; titles are emptier."""
    given = [(n, r) for n, r in rows if filled(r)]
    fills = sorted(filled(r) for _, r in given if len(r) >= width * 0.5) or [1]
    usual = fills[len(fills) // 2]
    need = 1 if width == 1 else max(2, usual * 0.4)
    for place, (n, record) in enumerate(given):
        comment = width > 1 and record[0].lstrip().startswith("#") and filled(record) == 1
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


def _header(rows: Sequence[tuple[int, list[str]]], body: Body) -> tuple[tuple[int, ...], int]:
    """Return the heading rows of the table, and the first row of answers."""
    header: list[int] = []
    top: list[str] = []
    for n, record in rows:
        if not filled(record):
            continue
        if len(header) < _HEADER_MOST and _is_heading(record, header, top, body):
            header.append(n)
            top = top or [cell.strip() for cell in record]
            continue
        return tuple(header), n
    if len(header) > 1 and body.rows < 3:
        return tuple(header[:1]), header[1]
    return tuple(header), (header[-1] + 1 if header else rows[0][0])


def _is_heading(record: list[str], header: list[int], top: list[str], body: Body) -> bool:
    score = body.says(record)
    if not header:
        lone = body.rows == 0 and filled(record) == 1
        kinds = {shape(cell) for cell in record} - {BLANK}
        series = not body.serial and is_series([c for c in record if c.strip()])
        figures = kinds <= {NUMBER, DATE} and not series
        return score > -0.35 and not lone and not figures
    if [cell.strip() for cell in record] == top:
        return True
    if body.rows < 3:
        return False
    return score >= 0.45 or (score > 0.2 and _completes(record, top))


def _completes(record: Sequence[str], top: Sequence[str]) -> bool:
    """Tell whether a row fills gaps of the heading above it and leaves its own first cell out."""
    gaps = [i for i, cell in enumerate(top) if not cell]
    closed = sum(1 for i in gaps if i < len(record) and record[i].strip())
    return not record[0].strip() or (bool(gaps) and closed >= 0.6 * len(gaps))


def _has_title(records: Sequence[list[str]], start: int, first_row: int) -> bool:
    """Tell whether the block of rows around the heading begins with a lone title.

    Then what follows the title is more of the same, and only the last row is the heading.
    """
    top = start
    while top > first_row and filled(records[top - 2]):
        top -= 1
    title = records[top - 1]
    return top < start and filled(title) == 1 and bool(title[0].strip())


def _past_total(rows: Sequence[tuple[int, list[str]]], first: int, body: Body) -> int:
    """Return the first row of answers; a row of sums without a name above them is passed over."""
    given = [(n, r) for n, r in rows if n >= first and filled(r)]
    if len(given) < 5 or given[0][0] != first or not body.is_unnamed(given[0][1]):
        return first
    return given[1][0]


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
        if sum(shape(c) == CODE for c in records[n - 1]) > 0.5 * filled(records[n - 1])
    ]
    named = [n for n in header if n not in coded and records[n - 1][0].strip()]
    named = named or [n for n in header if n not in coded] or list(header)
    most = max(filled(records[n - 1]) for n in named)
    full = [n for n in named if filled(records[n - 1]) >= 0.9 * most]
    return max(full, key=lambda n: _mean_length(records[n - 1]))


def _mean_length(record: Sequence[str]) -> float:
    cells = {cell for cell in record if cell.strip()}
    return sum(map(len, cells)) / len(cells) if cells else 0.0
