# SPDX-License-Identifier: MIT
"""Why the studio reads a file as it does, and how sure of it it is: one reason for each chip.

Reasons are stored with the plan, so they name rows and columns and never repeat a cell.
"""

from collections.abc import Iterator, Mapping, Sequence

from persona_studio.evidence.reading import number
from persona_studio.research.body import learn
from persona_studio.research.facts import DATES, telling
from persona_studio.research.plan import Plan, Reason, Role
from persona_studio.research.profile import Profile
from persona_studio.research.shapes import CODE, NUMBER, filled, shape
from persona_studio.research.source import Source
from persona_studio.research.telling import CHOSEN

CERTAIN, LIKELY, GUESS = 1.0, 0.8, 0.5
_CLEAR, _SLIGHT = 0.9, 0.3
_FEW = 3


def reasons(
    plan: Plan, source: Source, head: Sequence[list[str]], columns: Sequence[Profile]
) -> dict[str, Reason]:
    """Return a reason by the name of the plan's key; those a person chose say so."""
    found: dict[str, Reason] = {}
    if source.encoding:
        sure = plan.encoding_sure if plan.encoding_sure is not None else GUESS
        found["encoding"] = Reason(sure, source.encoding.why)
    if source.delimiter:
        found["delimiter"] = _delimiter(source, plan)
    if len(source.sheets) > 1:
        found["sheet"] = Reason(LIKELY, "of the sheets that are shown, most cells are filled here")
    if not plan.headless:
        found["header_rows"] = _heading(plan, head)
    if decimal := _decimal(columns, plan.roles):
        found["decimal"] = decimal
    if order := _date_order(columns, plan.roles):
        found["date_order"] = order
    told = [key for key in found if key in plan.chosen]
    return found | {key: Reason(CERTAIN, CHOSEN) for key in told}


def _delimiter(source: Source, plan: Plan) -> Reason:
    assert source.delimiter is not None
    if source.delimiter.said:
        return Reason(CERTAIN, "the file's first line says so")
    if plan.columns_count < 2:
        return Reason(GUESS, "there is only one column, so nothing tells")
    return Reason(source.delimiter.sure, f"it parts the lines into {plan.columns_count} cells each")


def _heading(plan: Plan, head: Sequence[list[str]]) -> Reason:
    rows = [n for n in plan.header_rows if n <= len(head)]
    first = plan.first_data_row or 1
    if not rows:
        return Reason(LIKELY, f"row {first} looks like answers already")
    coded = [n for n in rows if _is_coded(head[n - 1])]
    if coded:
        return Reason(CERTAIN, f"row {coded[-1]} holds codes of the tool that wrote the file")
    body = learn(head[first - 1 :], plan.columns_count)
    if body.rows < _FEW:
        return Reason(GUESS, f"below row {rows[-1]} there is too little to compare it with")
    apart = body.says(head[rows[-1] - 1]) - body.says(head[first - 1])
    sure = CERTAIN if apart >= _CLEAR else LIKELY if apart >= _SLIGHT else GUESS
    said = "differs from" if sure > GUESS else "differs little from"
    return Reason(sure, f"row {rows[-1]} {said} what stands below it")


def _is_coded(record: Sequence[str]) -> bool:
    return sum(shape(cell) == CODE for cell in record) > 0.5 * filled(record)


def _decimal(columns: Sequence[Profile], roles: Mapping[int, Role]) -> Reason | None:
    """Say where a mark stands in numbers whose value depends on it; None when none does."""
    for column, _ in _of_role(columns, roles, ("numeric",)):
        marked = (t for t in column.texts if ("," in t or "." in t) and shape(t) == NUMBER)
        if any(number(text, ".") != number(text, ",") for text in marked):
            return Reason(LIKELY, f"so the numbers in column {column.number} are written")
    return None


def _date_order(columns: Sequence[Profile], roles: Mapping[int, Role]) -> Reason | None:
    doubtful = None
    for column, role in _of_role(columns, roles, DATES):
        if not role.date_order:
            continue
        if telling(column.texts, role):
            return Reason(CERTAIN, f"in column {column.number} a number past 12 settles it")
        doubtful = doubtful or Reason(GUESS, "no date has a day past 12, so both would fit")
    return doubtful


def _of_role(
    columns: Sequence[Profile], roles: Mapping[int, Role], wanted: Sequence[str]
) -> Iterator[tuple[Profile, Role]]:
    for column in columns:
        role = roles.get(column.number)
        if role is not None and role.role in wanted:
            yield column, role
