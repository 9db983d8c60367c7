# SPDX-License-Identifier: MIT
"""How a file would be read: `inspect(path)` finds everything, and keeps what a person chose."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from persona_studio.core.errors import StudioError
from persona_studio.research import (
    headings,
    kinds,
    note_files,
    notes,
    orders,
    problems,
    table_finder,
)
from persona_studio.research.body import of_answers
from persona_studio.research.handed import Handed, check_stamp, handed, stamp, told, unreadable
from persona_studio.research.holding import Block
from persona_studio.research.limits import check_width, refuse_wide
from persona_studio.research.looked import Looked
from persona_studio.research.plan import Plan, Role, from_json, to_json
from persona_studio.research.profile import Profile
from persona_studio.research.readers.csv_text import Places
from persona_studio.research.reasons import reasons
from persona_studio.research.roles import amounts, dates, deciding, one_answer, spread
from persona_studio.research.roles.stated import stated
from persona_studio.research.rows import hold, let_go, parted
from persona_studio.research.scanning import Scan, scan, scan_all
from persona_studio.research.sentence import sentence
from persona_studio.research.shapes import filled, is_blank
from persona_studio.research.source import Source, is_long, open_source, quick_share
from persona_studio.research.table_finder import HEAD, Table
from persona_studio.research.telling import CHOSEN, completed

PREVIEW_ROWS = 200


def nothing(_done: int, _total: int = 0) -> None:
    """Report to nobody."""


def inspect(
    where: str | Handed,
    fixed: Plan | None = None,
    report: Callable[[int, int], None] = nothing,
    *,
    quick: bool = False,
) -> Plan:
    """Return the plan for a file, a pasted table, or notes (see `look`)."""
    return look(where, fixed, report, quick=quick).plan


def look(
    where: str | Handed,
    fixed: Plan | None = None,
    report: Callable[[int, int], None] = nothing,
    *,
    quick: bool = False,
) -> Looked:
    """Look at a file, a pasted table, or notes.

    `fixed` is an earlier plan: the keys in its `chosen`, and roles and uses a person set, stay.
    `quick` looks only at the beginning of a long text: rows are not counted then. Raises
    StudioError for what cannot be read as a table.
    """
    where = handed(where)
    try:
        return _look(where, fixed, report, quick=quick)
    except OSError as error:
        raise unreadable(where.name, error) from error


def _look(
    where: Handed, fixed: Plan | None, report: Callable[[int, int], None], *, quick: bool
) -> Looked:
    known = stamp(where)
    if note_files.is_notes(where):
        plan, said = notes.look(where, fixed)
        texts = [[note.text] for note in said[:PREVIEW_ROWS]]
        return Looked(plan, texts, records=len(texts))
    let_go()
    source = open_source(where, fixed, quick=quick)
    source.cut_long = True
    chosen = set(fixed.chosen) if fixed else set()
    start = fixed.table_row if fixed and "table_row" in chosen else None
    head = source.head(HEAD + (start or 0))
    refuse_wide(head)
    table = _table(source, head, fixed if "header_rows" in chosen else None, start)
    if table is None or not any(filled(record) for record in head):
        hint = "Export it again and look at it."
        raise StudioError("There is no data in this file.", hint, kind="empty")
    check_width(table.width)
    source.places = Places()
    look_through = scan_all if source.sav else scan
    found = look_through(source.records(), table, head, lambda row: report(row, 0))
    source.faults.forget_after(found.read)
    plan = _Look(told(where), source, head, table, found).plan(fixed)
    mark = plan.decimal if "decimal" in chosen else None
    roles = completed(plan.roles, found.columns, mark)
    plan = problems.with_ticked_twice(replace(plan, roles=roles))
    plan = _with_orders(plan, replace(source, places=None), found, fixed)
    if quick and is_long(source.opened):
        plan = replace(plan, data_rows=None, last_data_row=None, footer_rows=0, collected_on=None)
        head = head[:-1]  # the last record of a cut text may be half of one
    faults = problems.faulty(found, source.faults)
    plan = replace(plan, faulty_rows=len(set().union(*faults.values())))
    plan = replace(plan, sentence=sentence(plan), stamp=known)
    check_stamp(where, known)
    if not source.faults.cut:
        hold(where, plan, found.held)
    ended = plan.data_rows is not None and not found.next_table
    share = (source.share or quick_share(source.opened)) if quick else 1.0
    return Looked(
        plan=plan,
        head=head[:PREVIEW_ROWS],
        columns=found.columns,
        places=source.places,
        records=found.read,
        ended=ended,
        expected=round(found.read / share),
        faults=faults,
    )


def inspect_job(
    these: list[str | Handed], *, report: Callable[[int, int], None]
) -> list[dict[str, Any]]:
    """Return an item of the contract for each file; what is wrong with one stands in its item."""
    items = []
    for done, where in enumerate(these):
        report(done, len(these))
        items.append(inspect_one(where, None, report))
    return items


def inspect_one(
    where: str | Handed,
    plan: Mapping[str, Any] | None,
    report: Callable[[int, int], None] = nothing,
    *,
    quick: bool = False,
) -> dict[str, Any]:
    """Return the item for one file, looked at anew where `plan` leaves room."""
    fixed = from_json(plan) if plan else None
    try:
        return to_json(inspect(where, fixed, report, quick=quick))
    except StudioError as error:
        name = told(handed(where))
        failed = Plan(name, format=Path(name).suffix.lower().lstrip("."))
        failed = replace(failed, error=error.as_dict(), sentence=error.message)
        return to_json(failed)


def _table(
    source: Source, head: Sequence[list[str]], fixed: Plan | None, start: int | None
) -> Table | None:
    if source.sav is not None:
        return Table((), None, 1, len(source.sav.variables))
    first = 2 if source.delimiter and source.delimiter.said else 1
    found = table_finder.find(head, start or first, source.merges())
    if found is None or fixed is None:
        return found
    header = tuple(n for n in fixed.header_rows if n <= len(head))
    after = header[-1] + 1 if header else (fixed.first_data_row or found.first)
    label = fixed.label_row if fixed.label_row in header else None
    body = of_answers(head[after - 1 :], found.width)
    return Table(header, label, after, found.width, body)


def _with_orders(plan: Plan, source: Source, found: Scan, fixed: Plan | None) -> Plan:
    """Return the plan with the columns of orders, where the rows are orders."""
    if not orders.may_be_orders(found.columns, plan.roles):
        return replace(plan, orders=None)
    start = (plan.first_data_row or 1) - 1
    records = islice(source.records(), start, start + orders.SAMPLE)
    width = found.width
    rows = [(r + [""] * (width - len(r)))[:width] for r in records if not is_blank(r)]
    told = fixed.orders if fixed and "orders" in fixed.chosen else None
    seen = replace(plan, orders=orders.find(found.columns, plan.roles, rows, told))
    if seen.orders and len(kinds := orders.currencies(found.columns, seen.orders)) > 1:
        seen = replace(seen, problems=(*seen.problems, problems.of_currencies(kinds)))
    rolled = bool(fixed and fixed.roll_up and "roll_up" in fixed.chosen)
    return orders.rolled_up(seen) if rolled else seen


@dataclass(frozen=True)
class _Look:
    """One look at a file: the open source, its first records, the table, and what is in it."""

    file: str
    source: Source
    head: list[list[str]]
    table: Table
    found: Scan

    def plan(self, fixed: Plan | None) -> Plan:
        names = self._names()
        for column, heading in zip(self.found.columns, names, strict=True):
            column.label, column.text = heading.label, heading.text
        told = fixed.date_order if fixed and "date_order" in fixed.chosen else None
        stems = headings.groups(names)
        roles = _grouped(deciding.decide(self.found.columns, told), stems)
        roles = {n: replace(role, ident=names[n - 1].ident) for n, role in roles.items()}
        roles, groups = spread.gather(roles, self.found.columns, stems)
        plan = self._laid_out(self._written())
        if sav := self.source.sav:
            roles = stated(roles, self.found.columns, sav.variables, sav.sets)
        else:
            roles = one_answer.put_together(roles, stems, self.found.rows, self._rows(plan))
        plan = replace(
            plan,
            date_order=told or _date_order(roles),
            decimal=amounts.mark_of(self.found.columns),
            multi_select_groups=spread.with_several(groups, roles),
            roles=roles,
        )
        plan = replace(plan, collected_on=_collected(self.found.columns, plan))
        told_of = problems.of(plan, self.found, self.source.faults, names)
        plan = keep_choices(replace(plan, problems=tuple(told_of)), fixed)
        return replace(plan, reasons=reasons(plan, self.source, self.head, self.found.columns))

    def _rows(self, plan: Plan) -> Iterator[Block]:
        """Yield the rows as the look has held them, else read once more."""
        held = self.found.held
        if held.rows == self.found.rows:
            return held.blocks(self.found.width)
        return parted(replace(self.source, places=None).records(), plan)

    def _names(self) -> list[headings.Heading]:
        if sav := self.source.sav:
            return [headings.Heading(each.name, each.text) for each in sav.variables]
        return headings.labels(self.head, self.table, self.found.width)

    def _written(self) -> Plan:
        """How the file is written down."""
        source = self.source
        return Plan(
            file=self.file,
            format=source.format,
            encoding=source.encoding.name if source.encoding else None,
            encoding_sure=_sureness(source),
            encoding_why=source.encoding.why if source.encoding else "",
            delimiter=source.delimiter.mark if source.delimiter else None,
            quote=(source.delimiter.quote if source.delimiter else '"')
            if source.encoding
            else None,
            sheet=source.sheet,
            sheets=tuple(s.name for s in source.sheets),
            hidden_sheets=tuple(s.name for s in source.sheets if s.hidden),
        )

    def _laid_out(self, plan: Plan) -> Plan:
        """Where the table is in it."""
        table, found = self.table, self.found
        return replace(
            plan,
            header_rows=table.header,
            label_row=table.label,
            first_data_row=table.first,
            last_data_row=found.last or None,
            data_rows=found.rows,
            columns_count=found.width,
            footer_rows=found.footer,
            ignore_rows=tuple(found.ignored),
            blank_rows=found.blank,
            tables=({"first_row": found.next_table},) if found.next_table else (),
            kind=kinds.of([self.head[n - 1] for n in table.header]),
        )


_KEPT = ("decimal", "collected_on", "table_row")


def keep_choices(plan: Plan, fixed: Plan | None) -> Plan:
    """Return the plan with what a person chose before: keys, roles and uses of columns."""
    if fixed is None:
        return plan
    kept = {key: getattr(fixed, key) for key in fixed.chosen if key in _KEPT}
    roles = dict(plan.roles)
    for n, role in fixed.roles.items():
        if n in roles and role.why == CHOSEN:
            roles[n] = replace(role.of_column(roles[n]), sure=1.0)
    return replace(
        plan,
        roles=roles,
        columns=dict(fixed.columns),
        skip_rows=fixed.skip_rows,
        skip_why=fixed.skip_why,
        missing=fixed.missing,
        chosen=fixed.chosen,
        **kept,
    )


def _sureness(source: Source) -> float | None:
    """Return 1 only for a text whose every byte is known to fit."""
    if source.encoding is None:
        return None
    return source.encoding.sure if source.encoding.clean else min(0.9, source.encoding.sure)


def _grouped(roles: Mapping[int, Role], groups: Mapping[int, str]) -> dict[int, Role]:
    return {n: replace(role, group=groups.get(n, "")) for n, role in roles.items()}


def _date_order(roles: Mapping[int, Role]) -> str | None:
    return next((role.date_order for role in roles.values() if role.date_order), None)


def _collected(columns: Sequence[Profile], plan: Plan) -> str | None:
    """Return the latest day of the first column of dates or times."""
    for kind in ("timestamp", "date"):
        for column in columns:
            role = plan.roles[column.number]
            if role.role == kind:
                latest = dates.look(column.texts, role.date_order).latest
                if latest:
                    return latest.isoformat()
    return None
