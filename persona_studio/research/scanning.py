# SPDX-License-Identifier: MIT
"""One pass over a whole file: where the table ends, which rows are no answers, what is in it."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from persona_studio.core.errors import StudioError
from persona_studio.research import table_end
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
from persona_studio.research.totals import is_total

COLUMNS_MOST = 2_000
ROWS_MOST = 2_000_000
_TAIL = 40
_BATCH = 100
"""Rows that are counted together: so few stay in the processor's own memory."""
_NOTES_MOST = 100_000
_DRAWN = frozenset({"---", "===", "***", "___", "~~~", "+++"})
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
        self._tail: deque[tuple[int, list[str]]] = deque()
        self._batch: list[list[str]] = []
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
        for row, record in enumerate(records, start=1):
            scan.read = row
            if row < self._table.first:
                if self._table.header and row > self._table.header[-1] and filled(record):
                    scan.ignored.append(row)
                continue
            self._tail.append((row, record))
            if len(self._tail) > _TAIL and self._step():
                break
            if row % 20_000 == 0:
                report(row)
                if row > 2 * ROWS_MOST:  # most of them blank
                    raise too_many_rows()
        self._finish()
        for column in scan.columns:
            column.close()
        scan.width = len(scan.columns)
        return scan

    def _step(self) -> bool:
        """Take in the next record, having looked at those behind it; tell when the table ends."""
        row, record = self._tail.popleft()
        fill = len(record) - record.count("")
        if fill < _SPARSE:
            fill = filled(record)
        if not fill or is_blank(record):
            self._scan.blank += 1
            return self._after_gap()
        if self._is_other_heading(record):
            self._scan.next_table = row
            return True
        if not record[0].strip() and self._is_sum(record):
            self._unnamed.add(row)
        if row in self._notes or row in self._unnamed:
            self._scan.ignored.append(row)
        else:
            self._take(row, record, fill)
        return False

    def _is_sum(self, record: list[str]) -> bool:
        """Tell whether a row is an unnamed total: nothing but a gap or the end is below it."""
        last = not self._tail or is_blank(self._tail[0][1])
        return last and self._table.body.is_sum(record)

    def _after_gap(self) -> bool:
        """Look what stands below a blank row: more answers, notes among them, another table."""
        return bool(self._tail) and self._is_end(list(self._tail))

    def _is_end(self, rows: list[tuple[int, list[str]]]) -> bool:
        """Tell whether another table begins after a gap; notes before more answers are kept."""
        body = self._table.body
        if is_blank(rows[0][1]) or self._width < 2 or body.is_like(rows[0][1]):
            return False
        self._join(table_end.joined(rows, body, self._heads))
        self._scan.next_table = table_end.next_table(rows, body, self._heads)
        if self._scan.next_table is None:
            self._notes.update(table_end.notes_above_more(rows, body))
        return self._scan.next_table is not None

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
        scan.rows += 1
        scan.last = row
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
        batch, self._batch = self._batch, []
        width = self._width
        padded = [r if len(r) == width else (r + [""] * (width - len(r)))[:width] for r in batch]
        if not padded:
            return
        for column, cells in zip(self._scan.columns, zip(*padded, strict=True), strict=True):
            column.add(cells)

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
            if is_blank(record) and (place + 1 < len(tail)) and self._is_end(tail[place + 1 :]):
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


def refuse_wide(head: Sequence[Sequence[str]]) -> None:
    """Refuse what is too wide at once: finding a table in it would take long."""
    widths = sorted(width for record in head if (width := last_filled(record)))
    check_width(widths[len(widths) // 2] if widths else 0)


def check_width(width: int) -> None:
    """Raise for a table that is wider than the studio keeps."""
    if width > COLUMNS_MOST:
        raise too_many_columns(width)


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
