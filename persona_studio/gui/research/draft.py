# SPDX-License-Identifier: MIT
"""What the import page does with a plan: counts, choices for columns, things told by the user.

Pure functions on the plan of `research.plan`; the page holds the latest one and shows it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from persona_studio.research.plan import Column, Plan, Role, Use

Head: TypeAlias = Sequence[tuple[int, Sequence[str]]]
"""The first records of a file: (row number, cells)."""

TOLD = "chosen by you"
"""Why a role is what it is when a person said so; a new look at the file leaves it."""

HIDDEN: tuple[Use, ...] = ("leave_out", "pseudonymise")
HEADING, ASKED, DATA, UNUSED = "heading", "asked", "data", "unused"


@dataclass(frozen=True)
class Sum:
    """What will become of the rows: read = to import + passed over."""

    read: int
    to_import: int
    passed_over: int


def numbers(plan: Plan) -> list[int]:
    """Return the 1-based numbers of the plan's columns."""
    return list(range(1, max(plan.columns_count, *plan.roles, 0) + 1)) if plan.roles else []


def rows(plan: Plan) -> Sum:
    """Return how many rows are read and how many of them come in."""
    read = plan.data_rows or 0
    passed = len(set(plan.skip_rows))
    return Sum(read, max(0, read - passed), min(read, passed))


def are_people(plan: Plan) -> bool:
    """Tell whether each row is a person: no records are numbered and nobody comes twice."""
    return not any(
        r.role == "record_id" or (r.role == "respondent_id" and r.distinct < r.filled)
        for r in plan.roles.values()
    )


def role(plan: Plan, column: int) -> Role:
    """Return what a column means."""
    return plan.roles.get(column, Role("ignore"))


def private(plan: Plan) -> list[int]:
    """Return the columns that hold personal data."""
    return [n for n in numbers(plan) if role(plan, n).pii or role(plan, n).role == "pii"]


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


def needs_reason(plan: Plan, column: int) -> bool:
    """Tell whether a private column is kept without a reason."""
    told = plan.columns.get(column)
    open_private = column in private(plan) and plan.use(column) == "keep"
    return open_private and not (told and told.reason.strip())


def with_role(plan: Plan, column: int, name: str) -> Plan:
    """Return the plan with another meaning of a column, told by the user."""
    before = role(plan, column)
    pii = before.pii or "id_number" if name == "pii" else None
    told = replace(before, role=name, sure=1.0, why=TOLD, pii=pii, **_fitting(before, name))
    return replace(plan, roles={**plan.roles, column: told}, chosen=_told(plan, "roles"))


def with_use(plan: Plan, column: int, use: Use, reason: str = "") -> Plan:
    """Return the plan with another fate of a column."""
    columns = {**plan.columns, column: Column(use, reason)}
    return replace(plan, columns=columns, chosen=_told(plan, "columns"))


def with_order(plan: Plan, column: int, order: Sequence[str]) -> Plan:
    """Return the plan with the steps of a scale in another order, low to high."""
    told = replace(role(plan, column), order=tuple(order))
    return replace(plan, roles={**plan.roles, column: told}, chosen=_told(plan, "roles"))


def told(plan: Plan, **facts: Any) -> Plan:
    """Return the plan with facts about the file that the user insists on."""
    return replace(plan, **facts, chosen=_told(plan, *facts))


def headings_end(plan: Plan, row: int) -> Plan:
    """Return the plan whose heading is one row, and whose data begin below it (0: no heading)."""
    return told(
        plan,
        header_rows=(row,) if row else (),
        label_row=row or None,
        first_data_row=row + 1,
    )


def kind_of_row(plan: Plan, number: int) -> str:
    """Tell what a row of the file is: HEADING, ASKED (the readable one), DATA or UNUSED."""
    if number in plan.header_rows:
        asked = plan.label_row or (plan.header_rows[-1] if plan.header_rows else None)
        return ASKED if number == asked else HEADING
    first, last = plan.first_data_row or 1, plan.last_data_row
    outside = number < first or (last is not None and number > last)
    if outside or number in plan.ignore_rows or number in plan.skip_rows:
        return UNUSED
    return DATA


def merged(fresh: Plan, mine: Plan) -> Plan:
    """Return a new look at the file with everything the user has told about it before."""
    roles, columns = dict(fresh.roles), dict(fresh.columns)
    if "roles" in mine.chosen:
        roles.update({n: r for n, r in mine.roles.items() if r.why == TOLD and n in roles})
    if "columns" in mine.chosen:
        columns.update(mine.columns)
    return replace(fresh, roles=roles, columns=columns, chosen=_told(fresh, *mine.chosen))


def _fitting(before: Role, name: str) -> dict[str, Any]:
    """Keep of a role what the new meaning still needs."""
    out: dict[str, Any] = {}
    if name != "multi_select":
        out["separator"] = None
        out["choices_containing_separator"] = ()
    if name in ("ordinal", "likert") and not before.order:
        out["order"] = before.options
    elif name not in ("ordinal", "likert", "nps"):
        out["order"] = ()
    return out


def _told(plan: Plan, *names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*plan.chosen, *names]))
