# SPDX-License-Identifier: MIT
"""One pass over a whole file: where the table ends, which rows are no answers, what is in it."""

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from persona_studio.core.errors import StudioError
from persona_studio.evidence.reading import number
from persona_studio.research.profile import Profile, distinct_most
from persona_studio.research.shapes import DATE, NUMBER, WORDS, filled, is_blank, last_filled, shape
from persona_studio.research.table_finder import Table

COLUMNS_MOST = 2_000
ROWS_MOST = 2_000_000
_TAIL = 40
_BATCH = 100
"""Rows that are counted together: so few stay in the processor's own memory."""
_TOTAL = frozenset(
    {
        *("total", "totals", "subtotal", "subtotals", "sum", "summe", "gesamt", "gesamtsumme"),
        *("zwischensumme", "endsumme", "somme", "totale", "totaal", "итого", "всего"),
        *("合計", "合计", "总计", "المجموع"),
    }
)
_NOTES_MOST = 500
_SPARSE = 4
"""A row with fewer filled cells than this is looked at more closely."""


@dataclass
class Scan:
    """What the rows of the table are: numbers of the last one, of ragged, blank, ignored ones."""

    columns: list[Profile]
    width: int
    rows: int = 0
    last: int = 0
    read: int = 0
    footer: int = 0
    blank: int = 0
    ignored: list[int] = field(default_factory=list)
    short: list[int] = field(default_factory=list)
    long: list[int] = field(default_factory=list)
    next_table: int | None = None


def scan(
    records: Iterator[list[str]],
    table: Table,
    head: Sequence[list[str]],
    report: Callable[[int], None],
) -> Scan:
    """Read every record of the table once and return what is in it."""
    return _Scanner(table, head).run(records, report)


def scan_all(
    records: Iterator[list[str]],
    table: Table,
    _head: Sequence[list[str]],
    report: Callable[[int], None],
) -> Scan:
    """Return what is in records that are answers every one, as the file itself says."""
    found = Scan([Profile(n + 1) for n in range(table.width)], table.width)
    while batch := list(islice(records, _BATCH)):
        found.blank += sum(map(is_blank, batch))
        found.read += len(batch)
        for column, cells in zip(found.columns, zip(*batch, strict=True), strict=True):
            column.add(cells)
        report(found.read)
        if found.read > ROWS_MOST:
            raise too_many_rows()
    found.rows, found.last = found.read - found.blank, found.read
    for column in found.columns:
        column.close()
    return found


class _Scanner:
    def __init__(self, table: Table, head: Sequence[list[str]]) -> None:
        self._table = table
        self._heads = [tuple(c.strip() for c in head[n - 1]) for n in table.header]
        self._first_heads = {cells[0] for cells in self._heads if cells}
        self._tail: deque[tuple[int, list[str]]] = deque()
        self._batch: list[list[str]] = []
        self._width = max([table.width, *(last_filled(head[n - 1]) for n in table.header)])
        self._fills: Counter[int] = Counter()
        self._modal = table.width
        reach = max((last_filled(head[n - 1]) for n in table.header), default=0)
        self._headed = reach or table.width
        self._most = distinct_most(self._width)
        columns = [Profile(n + 1, most=self._most) for n in range(self._width)]
        self._scan = Scan(columns, self._width)

    def run(self, records: Iterator[list[str]], report: Callable[[int], None]) -> Scan:
        scan = self._scan
        near = 0  # how many records below a blank one may begin another table
        for row, record in enumerate(records, start=1):
            scan.read = row
            if row < self._table.first:
                if self._table.header and row > self._table.header[-1] and filled(record):
                    scan.ignored.append(row)
                continue
            if near and (self._ends(row, record) or self._begins_again(row, record)):
                break
            near = 2 if is_blank(record) else near - 1 if near else 0
            self._tail.append((row, record))
            if len(self._tail) > _TAIL:
                self._take(*self._tail.popleft())
            if row % 20_000 == 0:
                report(row)
        self._finish()
        for column in scan.columns:
            column.close()
        scan.width = len(scan.columns)
        return scan

    def _ends(self, row: int, record: list[str]) -> bool:
        """Tell whether another table begins here: blank, then a heading of another width."""
        if len(self._tail) < 2 or not is_blank(self._tail[-1][1]) or is_blank(record):
            return False
        width = last_filled(record)
        before = [r for _, r in self._tail if filled(r)]
        if not before:
            return False
        usual = Counter(len(r) for r in before).most_common(1)[0][0]
        lone = width == 1 and usual >= 2 and len(record) != usual
        if not lone and (len(record) == usual or width < 2):
            return False
        if lone:
            return False
        if any(shape(cell) in (NUMBER, DATE) for cell in record if cell):
            return False
        self._scan.next_table = row
        return True

    def _begins_again(self, row: int, record: list[str]) -> bool:
        """Tell whether the same headings stand here again under a lone title after a blank."""
        if len(self._tail) < 3 or not self._is_heading(record):
            return False
        (_, before), (title_row, title) = self._tail[-2], self._tail[-1]
        if not is_blank(before) or filled(title) != 1 or self._width < 2:
            return False
        self._tail.pop()
        self._scan.next_table = title_row
        return True

    def _is_heading(self, record: list[str]) -> bool:
        first = record[0].strip() if record else ""
        return first in self._first_heads and tuple(c.strip() for c in record) in self._heads

    def _take(self, row: int, record: list[str]) -> None:
        scan = self._scan
        fill = len(record) - record.count("")
        if fill < _SPARSE:
            fill = filled(record)
        if not fill or is_blank(record):
            scan.blank += 1
            return
        if self._is_ignored(record, fill):
            scan.ignored.append(row)
            return
        scan.rows += 1
        scan.last = row
        self._fills[fill] += 1
        if scan.rows > ROWS_MOST:
            raise too_many_rows()
        self._ragged(row, record)
        self._batch.append(record)
        if len(self._batch) >= _BATCH:
            self._flush()

    def _ragged(self, row: int, record: list[str]) -> None:
        scan = self._scan
        if len(record) < self._modal and len(scan.short) < _NOTES_MOST:
            scan.short.append(row)
        if len(record) > self._headed:
            reach = last_filled(record)
            if reach > self._headed and len(scan.long) < _NOTES_MOST:
                scan.long.append(row)
            if reach > self._width:
                self._widen(reach)

    def _widen(self, width: int) -> None:
        if width > COLUMNS_MOST:
            raise too_many_columns(width)
        self._flush(but_last=True)
        rows = self._scan.rows - 1
        for n in range(self._width, width):
            column = Profile(n + 1, most=self._most)
            column.counts[""] = 0
            column.rows = rows
            self._scan.columns.append(column)
        self._width = width

    def _flush(self, *, but_last: bool = False) -> None:
        batch, self._batch = self._batch, []
        width = self._width
        padded = [r if len(r) == width else (r + [""] * (width - len(r)))[:width] for r in batch]
        if not padded:
            return
        for column, cells in zip(self._scan.columns, zip(*padded, strict=True), strict=True):
            column.add(cells)

    def _is_ignored(self, record: list[str], fill: int) -> bool:
        """Tell comments, repeated headings and totals from answers."""
        first = record[0].strip()
        if first.startswith("#") and fill == 1 and self._width > 1:
            return True
        if self._is_heading(record):
            return True
        return self._width > 2 and is_total(record)

    def _finish(self) -> None:
        """Part the last records into answers, notes below the table, and blank lines."""
        tail = list(self._tail)
        cut = self._cut(tail)
        notes = tail[cut:]
        kept = tail[:cut]
        while kept and not filled(kept[-1][1]) and not notes:
            kept.pop()
        while kept and not filled(kept[-1][1]):
            notes.insert(0, kept.pop())
        if kept and self._is_sum(kept[-1][1]):
            self._scan.ignored.append(kept.pop()[0])
        for row, record in kept:
            self._take(row, record)
        self._flush()
        given = [n for n, (_, r) in enumerate(notes) if filled(r)]
        self._scan.footer = given[-1] + 1 if given else 0
        self._scan.ignored += [row for row, r in notes if filled(r)]

    def _cut(self, tail: list[tuple[int, list[str]]]) -> int:
        """Return where in the last records the notes begin."""
        if self._width < 2:
            return len(tail)
        fills = [filled(r) for _, r in tail if filled(r)]
        usual = sorted(self._fills.elements() if self._fills else fills)
        if not usual:
            return len(tail)
        # Nearly every row of answers is at least this full.
        least = usual[len(usual) // 20] if len(usual) > 20 else usual[len(usual) // 3]
        cut = len(tail)
        for place in range(len(tail) - 1, -1, -1):
            _, record = tail[place]
            fill = filled(record)
            if not fill:
                continue
            if self._is_note(record, fill, least):
                cut = place
                continue
            break
        if cut == 0 and not self._scan.rows:
            return len(tail)
        return cut

    def _is_note(self, record: list[str], fill: int, least: int) -> bool:
        if is_total(record):
            return True
        if fill >= least and not (fill == 1 and len(record) == 1 and self._modal > 1):
            return False
        return fill <= max(1, min(3, 0.34 * self._modal)) and fill < least

    def _is_sum(self, record: list[str]) -> bool:
        """Tell whether a row of figures has no name where every other row has one."""
        first, cells = record[0].strip(), [c for c in record[1:] if c.strip()]
        named = [r[0] for _, r in self._tail if filled(r) and r[0].strip()]
        given = sum(1 for _, r in self._tail if filled(r))
        worded = named and all(shape(name) == WORDS for name in named)
        figures = len(cells) >= 2 and all(shape(c) in (NUMBER, DATE) for c in cells)
        return not first and bool(worded) and figures and len(named) >= given - 1 >= 2


def is_total(cells: Sequence[str]) -> bool:
    """Tell whether a row is a total: its first filled cell says so, and no other is words."""
    name = next(filter(str.strip, cells), "")
    if not name or len(name) > 40:
        return False
    first = name.casefold().partition("(")[0].replace(":", " ").split()
    if not first or (first[0] not in _TOTAL and first[-1] not in _TOTAL) or len(first) > 4:
        return False
    rest = [cell for cell in cells if cell.strip()][1:]
    return all(number(cell) is not None or shape(cell) == NUMBER for cell in rest)


def too_many_columns(width: int) -> StudioError:
    """Return the error for a table wider than the studio keeps."""
    return StudioError(
        f"This table has {width:,} columns; the studio reads up to {COLUMNS_MOST:,}.",
        "Export only the columns you need.",
        kind="too_many_columns",
    )


def too_many_rows() -> StudioError:
    """Return the error for a table longer than the studio keeps."""
    return StudioError(
        f"This table has more than {ROWS_MOST:,} rows.",
        "Export a part of it, or a random sample.",
        kind="too_big",
    )
