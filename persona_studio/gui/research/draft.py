# SPDX-License-Identifier: MIT
"""What the import page does with a plan: counts, choices for columns, things told by the user.

Pure functions on the plan of `research.plan`; the page holds the latest one and shows it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from persona_studio.research.facts import Facts
from persona_studio.research.plan import Column, Plan, Role, Use
from persona_studio.research.problems import with_ticked_twice
from persona_studio.research.sentence import sentence
from persona_studio.research.telling import CHOSEN, as_a_whole

TOLD = CHOSEN
HIDDEN: tuple[Use, ...] = ("leave_out", "pseudonymise")
HEADING, ASKED, DATA, UNUSED = "heading", "asked", "data", "unused"
_SCALES = ("ordinal", "likert", "nps")
_CHOICES = ("single_choice", "multi_select", "yes_no", *_SCALES)


@dataclass(frozen=True)
class Sum:
    """What will become of the rows: read = to import + passed over."""

    read: int
    to_import: int
    passed_over: int


@dataclass(frozen=True)
class Seen:
    """A plan with what is known of the columns, of odd cells and of rows that need a look."""

    plan: Plan
    facts: Mapping[int, Facts] = field(default_factory=dict)
    rows: Mapping[tuple[int, str], Sequence[int]] = field(default_factory=dict)
    faults: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def of(self, column: int) -> Facts:
        """Return the facts of a column, empty ones while it is being read."""
        return self.facts.get(column, Facts())


def numbers(plan: Plan) -> list[int]:
    """Return the 1-based numbers of the plan's columns."""
    return list(range(1, max(plan.columns_count, *plan.roles, 0) + 1)) if plan.roles else []


def rows(plan: Plan) -> Sum:
    """Return how many rows are read and how many of them come in."""
    read = plan.data_rows or 0
    passed = sum(1 for number in set(plan.skip_rows) if _is_answer(plan, number))
    return Sum(read, max(0, read - passed), min(read, passed))


def role(plan: Plan, column: int) -> Role:
    """Return what a column means."""
    return plan.roles.get(column, Role("ignore"))


def private(plan: Plan) -> list[int]:
    """Return the columns that hold personal data."""
    return [n for n in numbers(plan) if is_private(plan, n)]


def is_private(plan: Plan, column: int) -> bool:
    """Tell whether a column holds personal data."""
    return bool(role(plan, column).pii) or role(plan, column).role == "pii"


def staying_out(plan: Plan) -> list[int]:
    """Return the columns that are left out."""
    return [n for n in numbers(plan) if plan.use(n) == "leave_out"]


def hidden(plan: Plan, column: int) -> bool:
    """Tell whether the preview must not show a column's cells."""
    return plan.use(column) in HIDDEN


def label(plan: Plan, column: int) -> str:
    """Return a column's heading, or its number where it has none."""
    found = role(plan, column)
    return found.text or found.label or str(column)


def short(plan: Plan, column: int, most: int = 60) -> str:
    """Return a column's heading on one line, cut where it is long."""
    text = " ".join(label(plan, column).split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def needs_reason(plan: Plan, column: int) -> bool:
    """Tell whether personal data, or own words with nothing hidden, are kept without a reason."""
    told = plan.columns.get(column)
    delicate = is_private(plan, column) or role(plan, column).role == "free_text"
    return delicate and plan.use(column) == "keep" and not (told and told.reason.strip())


def with_role(plan: Plan, columns: Iterable[int], name: str) -> Plan:
    """Return the plan with another meaning of columns, told by the user.

    Separator, choices and steps are found anew when the columns are read again.
    """
    roles = dict(plan.roles)
    for column in columns:
        before = role(plan, column)
        if before.choice and before.role == "multi_select":  # its option is a tick, no answer
            before = replace(before, options=())
        pii = before.pii or "id_number" if name == "pii" else None
        roles[column] = replace(
            before,
            role=name,
            sure=1.0,
            why=TOLD,
            pii=pii,
            separator=None,
            options=before.options if name in _CHOICES else (),
            choices_containing_separator=(),
            order=before.order or before.options if name in _SCALES else (),
        )
    return replace(plan, roles=as_a_whole(roles), chosen=_told(plan, "roles"))


def retell(plan: Plan, columns: Iterable[int], **parts: Any) -> Plan:
    """Return the plan with parts of columns' roles (separator, order, missing) told."""
    roles = dict(plan.roles)
    for column in columns:
        roles[column] = replace(role(plan, column), sure=1.0, why=TOLD, **parts)
    return replace(plan, roles=roles, chosen=_told(plan, "roles"))


def with_use(plan: Plan, columns: Iterable[int], use: Use, reason: str = "") -> Plan:
    """Return the plan with another fate of columns."""
    uses = {**plan.columns, **{column: Column(use, reason) for column in columns}}
    return replace(plan, columns=uses, chosen=_told(plan, "columns"))


def skipping(plan: Plan, rows: Collection[int], *, skip: bool, why: str = "") -> Plan:
    """Return the plan that passes over some rows for a reason, or takes them in again."""
    kept = [number for number in plan.skip_rows if number not in rows]
    reasons = {
        said: left
        for said, given in plan.skip_why.items()
        if (left := tuple(number for number in given if number not in rows))
    }
    if skip and why:
        reasons[why] = tuple(sorted({*reasons.get(why, ()), *rows}))
    skipped = tuple(sorted({*kept, *rows})) if skip else tuple(kept)
    return replace(plan, skip_rows=skipped, skip_why=reasons)


def told_roles(plan: Plan) -> list[int]:
    """Return the columns whose roles a person has told."""
    return [number for number, each in plan.roles.items() if each.why == TOLD]


def own_words(plan: Plan) -> list[int]:
    """Return the columns of own words: what is hidden there depends on the columns of names."""
    return [number for number, each in plan.roles.items() if each.role == "free_text"]


def in_words(plan: Plan, faults: Mapping[str, Sequence[int]]) -> Plan:
    """Return the plan with the sentence that is true of it now."""
    faulty = set[int]().union(*faults.values()) - set(plan.skip_rows)
    plan = with_ticked_twice(replace(plan, faulty_rows=len(faulty)))
    return replace(plan, sentence=sentence(plan))


def told(plan: Plan, **facts: Any) -> Plan:
    """Return the plan with facts about the file that the user insists on."""
    return replace(plan, **facts, chosen=_told(plan, *facts))


_OF_ROWS = ("header_rows", "label_row", "first_data_row")


def elsewhere(plan: Plan, **facts: Any) -> Plan:
    """Return the plan for another sheet or table: what was told about rows is left behind."""
    chosen = [key for key in plan.chosen if key not in _OF_ROWS and facts.get(key, key)]
    keys = [key for key, value in facts.items() if value is not None]
    return replace(
        plan, **facts, skip_rows=(), skip_why={}, chosen=tuple(dict.fromkeys([*chosen, *keys]))
    )


def headings_end(plan: Plan, row: int) -> Plan:
    """Return the plan whose heading is one row, and whose data begin below it (0: no heading)."""
    return told(
        plan,
        header_rows=(row,) if row else (),
        label_row=row or None,
        first_data_row=row + 1,
    )


def headings_end_here(plan: Plan, row: int, head: Sequence[Sequence[str]]) -> Plan:
    """Return the plan whose heading ends in a row, with the rows above that belong to it.

    The heading keeps its first row where that is above; rows between are headings too as long as
    they are about as full. A title is emptier, and the heading begins below it.
    """
    first = min(plan.header_rows[0], row) if plan.header_rows else row
    rows = [n for n in range(first, row + 1) if n <= len(head)]
    fills = {n: sum(1 for cell in head[n - 1] if cell.strip()) for n in rows}
    most = max(fills.values(), default=0)
    start = row
    while start > first and 2 * fills.get(start - 1, 0) >= most:
        start -= 1
    heading = tuple(range(start, row + 1))
    label = plan.label_row if plan.label_row in heading else row
    return told(plan, header_rows=heading, label_row=label, first_data_row=row + 1)


class Kinds:
    """What a row of the file is: HEADING, ASKED (the heading people read), DATA or UNUSED."""

    def __init__(self, plan: Plan) -> None:
        self._heading = frozenset(plan.header_rows)
        self._asked = plan.label_row or (plan.header_rows[-1] if plan.header_rows else None)
        self._first, self._last = plan.first_data_row or 1, plan.last_data_row
        self._out = frozenset(plan.ignore_rows) | frozenset(plan.skip_rows)

    def of(self, number: int) -> str:
        """Return the kind of one row."""
        if number in self._heading:
            return ASKED if number == self._asked else HEADING
        after = self._last is not None and number > self._last
        return UNUSED if number < self._first or after or number in self._out else DATA


def taking_in(plan: Plan, rows: Collection[int]) -> Plan:
    """Return the plan that takes rows for answers which were passed over as notes or totals."""
    taken = sorted(set(rows) & set(plan.ignore_rows))
    if not taken:
        return plan
    return replace(
        plan,
        ignore_rows=tuple(n for n in plan.ignore_rows if n not in taken),
        first_data_row=min(taken[0], plan.first_data_row or 1),
        last_data_row=max(taken[-1], plan.last_data_row or 0),
        data_rows=(plan.data_rows or 0) + len(taken),
    )


def _is_answer(plan: Plan, number: int) -> bool:
    after = plan.last_data_row is not None and number > plan.last_data_row
    return number >= (plan.first_data_row or 1) and not after and number not in plan.ignore_rows


def _told(plan: Plan, *names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*plan.chosen, *names]))
