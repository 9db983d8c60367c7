# SPDX-License-Identifier: MIT
"""One pass over a whole file: where the table ends, which rows are no answers, what is in it."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from persona_studio.research import table_end
from persona_studio.research.holding import Holding
from persona_studio.research.limits import ROWS_MOST, check_width, too_many_rows
from persona_studio.research.profile import Profile, distinct_most
from persona_studio.research.shapes import (
    DATE,
    NUMBER,
    bare,
    filled,
    is_blank,
    is_rule,
    last_filled,
)
from persona_studio.research.table_finder import Table
from persona_studio.research.totals import has_total, is_total

_TAIL = 40
_BATCH = 100
"""Rows that are counted together: so few stay in the processor's own memory."""
_NOTES_MOST = 100_000
_REPORT_EVERY = 20_000
_DRAWN = frozenset({"---", "===", "***", "___", "~~~", "+++"})
_SIGNS = frozenset("#-=*_~+")
"""What comments and drawn lines begin with."""
_SPARSE = 4
"""A row with fewer filled cells than this is looked at more closely."""


@dataclass
class Scan:
    """What the rows of the table are: numbers of the last one, of ragged, blank, ignored ones.

    `joined` are titles and headings that come again inside: two tables with the same headings
    are one, and what parts them stays among its rows. As in a workbook, the width is that of the
    longest record, be it one of a further table.
    """

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
    joined: list[int] = field(default_factory=list)
    next_table: int | None = None
    held: Holding = field(default_factory=Holding)


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
        self._head = head
        above = head[: table.header[0] - 1] if table.header else ()
        self._above = {bare(record) for record in above if filled(record)}
        self._heads = {bare(head[n - 1]) for n in table.header} - {()}
        self._first_heads = {cells[0] for cells in self._heads}
        self._known = self._first_heads.union(cells[0] for cells in self._above)
        self._tail: deque[tuple[int, list[str]]] = deque()
        self._batch: list[tuple[int, list[str]]] = []
        self._width = max([table.width, *(last_filled(head[n - 1]) for n in table.header)])
        self._modal = table.width
        reach = max((last_filled(head[n - 1]) for n in table.header), default=0)
        self._headed = reach or table.width
        shapes = table.body.shapes
        self._figures = next((i for i, kind in enumerate(shapes) if kind in (NUMBER, DATE)), None)
        self._notes: set[int] = set()
        self._unnamed: set[int] = set()
        self._joined: set[int] = set()
        self._most = distinct_most(self._width)
        columns = [Profile(n + 1, most=self._most) for n in range(self._width)]
        self._scan = Scan(columns, self._width)

    def run(self, records: Iterator[list[str]], report: Callable[[int], None]) -> Scan:
        scan = self._scan
        numbered = enumerate(records, start=1)
        for row, record in islice(numbered, self._table.first - 1):
            scan.read = row
            if self._table.header and row > self._table.header[-1] and filled(record):
                scan.ignored.append(row)
        while not self._ended and (fresh := list(islice(numbered, _BATCH))):
            scan.read = fresh[-1][0]
            self._tail.extend(fresh)
            self._advance()
            if scan.read % _REPORT_EVERY < _BATCH:
                report(scan.read)
                if scan.read > 2 * ROWS_MOST:  # most of them blank
                    raise too_many_rows()
        while not self._ended and len(self._tail) > _TAIL:
            self._step()
        if self._ended:
            self._tail = deque(islice(self._tail, _TAIL))
            scan.read = self._tail[-1][0]
        self._finish()
        for column in scan.columns:
            column.close()
        scan.width = len(scan.columns)
        return scan

    @property
    def _ended(self) -> bool:
        """Whether a further table has begun."""
        return self._scan.next_table is not None

    def _advance(self) -> None:
        """Take in the next rows, once enough of those behind them are known."""
        if len(self._tail) < _BATCH + _TAIL:
            return
        block = list(islice(self._tail, _BATCH))
        if self._is_plain(block):
            self._tail = deque(islice(self._tail, _BATCH, None))
            self._take_all(block)
            return
        if all(is_blank(record) for _, record in block) and is_blank(self._tail[_BATCH][1]):
            self._tail = deque(islice(self._tail, _BATCH, None))
            self._scan.blank += len(block)
            return
        for _ in block:
            self._step()
            if self._ended:
                return

    def _is_plain(self, block: Sequence[tuple[int, list[str]]]) -> bool:
        """Tell at once that every row is one of answers, and none needs a closer look."""
        width, at = self._width, self._figures
        if width > self._headed or any(len(record) != width for _, record in block):
            return False
        names = [record[0].strip() for _, record in block]
        if not all(names) or not self._known.isdisjoint(names) or has_total(names):
            return False
        if not _SIGNS.isdisjoint(name[0] for name in names):
            return False
        if at is not None and any(record[at][:1].isalpha() for _, record in block):
            return False
        rows = range(block[0][0], block[-1][0] + 1)
        return self._notes.isdisjoint(rows) and self._joined.isdisjoint(rows)

    def _take_all(self, block: Sequence[tuple[int, list[str]]]) -> None:
        """Take in rows of answers."""
        self._count(block[-1][0], len(block))
        self._batch += block
        self._flush()

    def _step(self) -> None:
        """Take in the next record, having looked at those behind it."""
        row, record = self._tail.popleft()
        fill = len(record) - record.count("")
        if fill < _SPARSE:
            fill = filled(record)
        if not fill or is_blank(record):
            self._scan.blank += 1
            self._look_below(list(islice(self._tail, _TAIL)))
            return
        if self._is_other_heading(record):
            self._scan.next_table = row
            return
        if not record[0].strip() and self._is_sum(record):
            self._unnamed.add(row)
        if row in self._notes or row in self._unnamed:
            self._scan.ignored.append(row)
        else:
            self._take(row, record, fill)

    def _is_sum(self, record: list[str]) -> bool:
        """Tell whether a row is an unnamed total: nothing but a gap or the end is below it."""
        last = not self._tail or is_blank(self._tail[0][1])
        return last and self._table.body.is_sum(record)

    def _look_below(self, rows: list[tuple[int, list[str]]]) -> None:
        """Look what stands below a blank row: more answers, notes among them, another table."""
        body = self._table.body
        if not rows or is_blank(rows[0][1]) or self._width < 2 or body.is_like(rows[0][1]):
            return
        self._join(table_end.joined(rows, body, self._heads))
        self._scan.next_table = table_end.next_table(rows, body, self._heads)
        if not self._ended:
            self._notes.update(table_end.notes_above_more(rows, body))

    def _join(self, rows: table_end.Rows) -> None:
        """Keep the titles and headings of a part that is joined; those of each page are none."""
        if not any(bare(record) in self._above for _, record in rows):
            self._joined.update(row for row, _ in rows)

    def _is_other_heading(self, record: list[str]) -> bool:
        """Tell whether a further table begins without a gap; cheap for rows of answers."""
        at = self._figures
        if at is None or at >= len(record) or not record[at][:1].isalpha() or not self._tail:
            return False
        known = self._is_heading(record)
        return not known and table_end.is_other_heading(record, self._tail[0][1], self._table.body)

    def _is_heading(self, record: list[str]) -> bool:
        first = record[0].strip() if record else ""
        return first in self._first_heads and bare(record) in self._heads

    def _take(self, row: int, record: list[str], fill: int) -> None:
        scan = self._scan
        if row in self._joined:
            scan.joined.append(row)
        elif self._is_ignored(record, fill):
            scan.ignored.append(row)
            return
        self._count(row, 1)
        self._ragged(row, record)
        self._batch.append((row, record))
        if len(self._batch) >= _BATCH:
            self._flush()

    def _count(self, last: int, rows: int) -> None:
        self._scan.rows += rows
        self._scan.last = last
        if self._scan.rows > ROWS_MOST:
            raise too_many_rows()

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
        check_width(width)
        self._flush()
        rows = self._scan.columns[0].rows
        for n in range(self._width, width):
            column = Profile(n + 1, most=self._most)
            column.counts[""] = 0
            column.rows = rows
            self._scan.columns.append(column)
        self._width = width

    def _reach(self, further: Sequence[list[str]]) -> None:
        """Make the table as wide as the records of further tables are."""
        self._widen(max([self._width, *map(last_filled, further)]))

    def _flush(self) -> None:
        batch, self._batch = self._batch[:_BATCH], self._batch[_BATCH:]
        width = self._width
        if not batch:
            return
        if any(len(record) != width for _, record in batch):
            batch = [(row, self._padded(record)) for row, record in batch]
        columns = list(zip(*(record for _, record in batch), strict=True))
        for column, cells in zip(self._scan.columns, columns, strict=True):
            column.add(cells)
        self._scan.held.add([row for row, _ in batch], columns)

    def _padded(self, record: list[str]) -> list[str]:
        """Return a record as wide as the table; spaces beyond it may yet belong to a column."""
        if any(record[self._width :]):
            self._scan.held.give_up()
        return (record + [""] * (self._width - len(record)))[: self._width]

    def _is_ignored(self, record: list[str], fill: int) -> bool:
        """Tell comments, headings and titles that come again, and totals from answers."""
        first = record[0].strip()
        if first.startswith("#") and fill == 1 and self._width > 1:
            return True
        if self._is_heading(record) or (first[:3] in _DRAWN and is_rule(record)):
            return True
        if fill < self._table.body.usual and bare(record) in self._above:
            return True
        return self._width > 2 and is_total(record)

    def _finish(self) -> None:
        """Part the last records into answers, notes below the table, and blank lines."""
        scan = self._scan
        tail = list(self._tail)
        cut = 0 if scan.next_table else len(tail)
        for place, (_, record) in enumerate(tail[:cut]):
            if is_blank(record):
                self._look_below(tail[place + 1 :])
            if self._ended:
                break
        if scan.next_table:
            more = [r for n, r in tail if n >= scan.next_table]
            self._reach([*self._head[scan.next_table - 1 :], *more])
            tail = tail[: len(tail) - len(more)]
        if cut:
            cut = table_end.notes_below(tail, self._table.body) if self._width > 1 else len(tail)
        self._tail = deque(tail[:cut])
        while self._tail:
            self._step()
        scan.ignored += [row for row, r in tail[cut:] if filled(r)]
        self._flush()
        below = [row for row in scan.ignored if row > scan.last and row not in self._unnamed]
        scan.footer = max(below) - scan.last if below and scan.rows else 0
