# SPDX-License-Identifier: MIT
"""The import job: reads a file by its plan, hides personal data, and streams slices of rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress
from typing import Any

import orjson

from persona_studio.evidence import privacy
from persona_studio.research import note_files, notes, over_columns, people
from persona_studio.research.handed import (
    Handed,
    Pasted,
    check_stamp,
    file_of,
    fingerprint,
    handed,
    unreadable,
)
from persona_studio.research.hiding import OwnNames, change_of, is_clean_of
from persona_studio.research.holding import Block
from persona_studio.research.inspecting import inspect, inspect_job
from persona_studio.research.keeping import LABELS_MOST, Change, Codes, Kept, labels_most
from persona_studio.research.orders import no_orders
from persona_studio.research.plan import BY_HAND, Plan, Role, Use, from_json
from persona_studio.research.roles import dates
from persona_studio.research.rolling import RolledUp
from persona_studio.research.rows import blocks, let_go
from persona_studio.research.source import forget

__all__ = [
    "LABELS_MOST",
    "Codes",
    "ImportResult",
    "Slice",
    "import_job",
    "inspect_job",
]
ROWS_A_SLICE = 500
_NEEDED = ("first_data_row", "roles")


@dataclass(frozen=True)
class Slice:
    """Some rows: (row number in the file, respondent key, JSON array of the kept cells in UTF-8).

    The key is "" where a file that names its people leaves one out. Rows `of_people` are the
    customers that the file's orders were rolled up into.
    """

    rows: list[tuple[int, str, bytes]]
    codes: dict[int, Codes]
    of_people: bool = False


@dataclass(frozen=True)
class ImportResult:
    """What came of the whole file (contracts: `import --json`); read = imported + skipped.

    `masked` counts passages hidden in words, `replaced` letters that did not fit the encoding;
    `names` are keyed digests of the names in columns that were left out; `put_together` are
    questions with one answer whose choices have a column each, and how many rows tick more.
    """

    read: int
    imported: int
    skipped: list[dict[str, Any]]
    left_out: list[dict[str, Any]]
    masked: int
    sha256: str
    linked: bool
    questions: list[dict[str, Any]]
    labels: dict[int, list[str]]
    collected_on: str | None = None
    replaced: int = 0
    names: tuple[str, ...] = ()
    rolled_up: RolledUp | None = None
    put_together: list[dict[str, Any]] = field(default_factory=list)


def import_job(
    where: str | Handed,
    plan: Mapping[str, Any],
    key: bytes,
    *,
    report: Callable[[int, int], None],
    emit: Callable[[object], None],
) -> ImportResult:
    """Read a file by its plan, emit slices of rows, and return what came of it.

    A plan that says only what a person chose is completed by looking at the file.
    """
    where = handed(where)
    settled = complete(where, plan)
    if plan.get("roll_up") and settled.orders is None:
        raise no_orders(where.name)
    check_stamp(where, settled.stamp)
    try:
        result = _Import(where, settled, key, emit).run(report)
    except OSError as error:
        raise unreadable(where.name, error) from error
    finally:
        forget()
        let_go()
    check_stamp(where, settled.stamp)
    return result


def complete(where: str | Handed, plan: Mapping[str, Any] | None) -> Plan:
    """Return a whole plan: as given, or with the missing parts found in the file."""
    given = from_json(plan or {})
    if plan and all(plan.get(each) for each in _NEEDED) and plan.get("data_rows") is not None:
        return given
    chosen = tuple({*given.chosen, *(key for key in plan or {} if key not in ("file",))})
    return inspect(where, replace(given, chosen=chosen))


class _Import:
    def __init__(
        self, where: Handed, plan: Plan, key: bytes, emit: Callable[[object], None]
    ) -> None:
        self._where, self._plan, self._key, self._emit = where, plan, key, emit
        self._own_names = OwnNames(plan)
        self._kept = self._columns()
        self._person, self._changes_person = self._respondent()
        self._skip = frozenset(plan.skip_rows)
        self._why_skipped = plan.reasons_to_skip
        self._skipped: list[dict[str, Any]] = []
        self._rows: list[tuple[int, str, bytes]] = []
        self._read = self._imported = self._replaced = 0
        self._people = people.roll_up_of(plan, self._kept, lambda text: self._pseudonym(text)[0])
        of_people = note_files.is_notes(where)
        self._notes = [note.key for note in notes.notes_of(where)] if of_people else None

    def run(self, report: Callable[[int, int], None]) -> ImportResult:
        """Stream the file."""
        total = self._plan.data_rows or 0
        for block in blocks(self._where, self._plan):
            self._read += len(block.numbers)
            self._take(self._wanted(block))
            if len(self._rows) >= ROWS_A_SLICE:
                self._send()
                report(self._imported, total)
        if self._rows:
            self._send()
        rolled_up = None
        if self._people is not None:
            customers = people.Customers(self._people)
            for rows, codes in customers.slices(ROWS_A_SLICE):
                self._emit(Slice(rows, codes, of_people=True))
            rolled_up = customers.found
        report(self._imported, max(total, self._imported))
        return self._result(rolled_up)

    def _columns(self) -> list[Kept]:
        kept: list[Kept] = []
        plan = self._plan
        most = labels_most(plan.columns_count)
        for column, over in over_columns.stored(plan):
            use = plan.use(column)
            role = plan.roles.get(column) or Role("free_text", label=f"Column {column}")
            role = over_columns.whole_of(plan.roles, over) if over else role
            answers = over_columns.Answers(plan.roles, over, plan.missing) if over else None
            is_clean = None if use == "pseudonymise" else is_clean_of(use)
            change = self._change(use, role)
            kept.append(Kept(column, len(kept), role, change, is_clean, most, answers))
        return kept

    def _pseudonym(self, text: str) -> tuple[str, int]:
        return (privacy.pseudonym(self._key, text) if text.strip() else text), 0

    def _change(self, use: Use, role: Role) -> Change | None:
        if use == "pseudonymise":
            return self._pseudonym
        if use == "keep" and role.role == "respondent_id":
            return self._own_key
        return change_of(use, role)

    def _own_key(self, text: str) -> tuple[str, int]:
        """Let an address that serves as a key stay the key of one person."""
        hits = privacy.mask_certain(text)[1]
        return (privacy.pseudonym(self._key, text), 1) if hits else (text, 0)

    def _respondent(self) -> tuple[int | None, bool]:
        """Return the position among the kept columns that names the person of a row."""
        orders = self._plan.orders if self._plan.roll_up else None
        for kept in self._kept:
            if orders and kept.column == orders.customer:
                return kept.position, self._plan.use(kept.column) == "pseudonymise"
        for kept in self._kept:
            if kept.role.role == "respondent_id":
                return kept.position, False
        for kept in self._kept:
            if self._plan.use(kept.column) == "pseudonymise":
                return kept.position, True
        return None, False

    def _wanted(self, block: Block) -> Block:
        """Return the rows that are not passed over."""
        if self._skip.isdisjoint(block.numbers):
            return block
        wanted = [number not in self._skip for number in block.numbers]
        for number in filter(self._skip.__contains__, block.numbers):
            why = self._why_skipped.get(number, BY_HAND)
            self._skipped.append({"row": number, "reason": why})
        columns: list[Sequence[str]] = [list(compress(each, wanted)) for each in block.columns]
        return Block(list(compress(block.numbers, wanted)), columns)

    def _take(self, block: Block) -> None:
        """Turn some rows into what is stored of them."""
        numbers, columns = block
        if not numbers:
            return
        self._own_names.take(columns)
        if self._people is not None:
            self._people.take(columns)
        stored = [kept.take_from(columns) for kept in self._kept]
        whole: list[tuple[str, ...]] = list(zip(*stored, strict=True)) or [()] * len(numbers)
        who = self._whose(numbers, stored)
        self._rows += zip(numbers, who, map(orjson.dumps, whole), strict=True)
        if self._plan.encoding_sure != 1.0:
            self._replaced += sum(cell.count("\ufffd") for cells in stored for cell in cells)

    def _send(self) -> None:
        rows, self._rows = self._rows, []
        codes = {kept.position: each for kept in self._kept if (each := kept.cut()) is not None}
        self._imported += len(rows)
        self._emit(Slice(rows, codes))

    def _whose(self, numbers: Sequence[int], stored: Sequence[Sequence[str]]) -> Iterable[str]:
        """Return the keys of the people of some rows."""
        if self._notes is not None:
            return [self._notes[number - 1] or str(number) for number in numbers]
        if self._person is None:
            return map(str, numbers)
        return map(str.strip, stored[self._person])

    def _result(self, rolled_up: RolledUp | None) -> ImportResult:
        left_out = [
            {"column": n, "label": _label(self._plan, n), "why": self._why(n)}
            for n in range(1, self._plan.columns_count + 1)
            if self._plan.use(n) == "leave_out"
        ]
        linked = self._person is not None
        if self._notes is not None:
            linked = all(self._notes)
        return ImportResult(
            read=self._read,
            imported=self._imported,
            skipped=self._skipped,
            left_out=left_out,
            masked=sum(kept.masked for kept in self._kept) + self._own_names.hidden,
            names=self._own_names.digests(self._key),
            sha256=sha256_of(self._where),
            linked=linked,
            questions=[question(kept, self._plan) for kept in self._kept],
            labels={kept.position: kept.labels for kept in self._kept if not kept.open_ended},
            collected_on=self._collected(),
            replaced=self._replaced,
            rolled_up=rolled_up,
            put_together=[
                {
                    "column": kept.column,
                    "columns": kept.answers.columns,
                    "label": kept.role.label,
                    "ticked_twice": kept.answers.twice,
                }
                for kept in self._kept
                if kept.answers
            ],
        )

    def _why(self, column: int) -> str:
        chosen = self._plan.columns.get(column)
        if chosen is not None and chosen.reason:
            return chosen.reason
        role = self._plan.roles.get(column)
        if role is not None and role.role == "pii":
            return f"personal data ({role.pii})" if role.pii else "personal data"
        return "left out by you"

    def _collected(self) -> str | None:
        if "collected_on" in self._plan.chosen or self._plan.collected_on:
            return self._plan.collected_on
        for kind in ("timestamp", "date"):
            for kept in self._kept:
                if kept.role.role == kind and len(kept.labels) > 1:
                    latest = dates.look(kept.labels[1:], kept.role.date_order).latest
                    if latest:
                        return latest.isoformat()
        return None


def question(kept: Kept, plan: Plan) -> dict[str, Any]:
    """Return a stored column as the fields of a question, and the tool's own id of it."""
    role = kept.role
    missing = tuple(dict.fromkeys([*role.missing, *plan.missing]))
    return {
        "position": kept.position,
        "column": kept.column,
        "label": role.label or f"Column {kept.column}",
        "text": role.text,
        "role": role.role,
        "options": list(role.options),
        "order": list(role.order),
        "separator": role.separator,
        "group": role.group,
        "missing": list(missing),
        "ident": role.ident,
    }


def sha256_of(where: Handed) -> str:
    """Return the fingerprint of a file, of a folder that of its notes in order."""
    if isinstance(where, Pasted):
        return fingerprint([file_of(where).open])
    return fingerprint(note_files.openers(where))


def _label(plan: Plan, column: int) -> str:
    role = plan.roles.get(column)
    return (role.label if role else "") or f"Column {column}"
