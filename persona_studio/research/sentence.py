# SPDX-License-Identifier: MIT
"""The one sentence that says what a file is and what will happen on import; every part is true."""

from persona_studio.research import kinds, over_columns
from persona_studio.research.plan import Plan, Role

NOTES = "interview_notes"
_OF_PEOPLE = ("pii", "likert", "nps", "multi_select", "yes_no")
_GUESSED = 0.6


def sentence(plan: Plan) -> str:
    """Return the sentence for a plan."""
    if plan.error:
        return plan.error["message"]
    notes = "Interview notes" if plan.kind == NOTES else None
    what = notes or kinds.title(plan.kind) or _FORMATS.get(plan.format, "Table")
    columns = _count(_columns(plan), "column")
    if plan.data_rows is None:
        return f"{what}, {columns}; still counting the rows ..."
    rows = plan.data_rows
    people = _count(rows, "person", "people") if are_people(plan) else _count(rows, "row")
    if plan.kind == NOTES:
        return f"{what}: {people}, one row each."
    parts = [f"{what}, {people}, {columns}"]
    said = (_orders(plan), _put_together(plan), _private(plan), _look(plan))
    parts += [part for part in said if part]
    return "; ".join(parts) + "."


def _columns(plan: Plan) -> int:
    """Return how many columns have a heading or an answer: of a wider file, the others are bare."""
    told = [n for n, role in plan.roles.items() if role.filled or role.label != f"Column {n}"]
    return len(told) or plan.columns_count


def are_people(plan: Plan) -> bool:
    """Tell whether each row is a person: it is asked or named, and no row is an order or a sum."""
    if plan.kind == NOTES:
        return True
    roles = list(plan.roles.values())
    named = [r for r in roles if r.role == "respondent_id"]
    recorded = any(r.role == "record_id" for r in roles)
    source = kinds.source(plan.kind)
    repeated = any(r.distinct < r.filled for r in named)
    records = recorded and (not named or source == "sales_support")
    summed = any(problem.cause == "crosstab" for problem in plan.problems)
    if repeated or records or summed or plan.orders or source in ("analytics", "social"):
        return False
    return any(_tells_of_people(role) for role in roles)


def _tells_of_people(role: Role) -> bool:
    """Tell whether a column is an answer, a name or a surely named key of a person."""
    if role.role == "respondent_id":
        return role.sure > _GUESSED
    if role.role == "ordinal":
        return role.distinct < role.filled and not all(step.isdigit() for step in role.order)
    return role.role in _OF_PEOPLE


_FORMATS = {
    "csv": "CSV file",
    "tsv": "Text table with tabs",
    "xlsx": "Workbook",
    "xls": "Workbook",
    "xlsb": "Workbook",
    "ods": "Spreadsheet",
    "html": "Web table",
    "sav": "SPSS file",
}


def _orders(plan: Plan) -> str:
    if plan.orders is None:
        return ""
    n = plan.orders.customers
    customers = _count(n, "customer") if n is not None else "customers"
    return f"orders of {customers}" + (", each of whom gets a row as well" if plan.roll_up else "")


def _put_together(plan: Plan) -> str:
    found = over_columns.questions(plan.roles)
    if not found:
        return ""
    questions = _count(len(found), "question with one answer", "questions with one answer")
    made = "is" if len(found) == 1 else "are"
    return f"{questions} {made} put together from {sum(map(len, found))} columns"


def _private(plan: Plan) -> str:
    uses = {n: plan.use(n) for n, role in plan.roles.items() if role.role == "pii"}
    if not uses:
        return ""
    out = sum(use == "leave_out" for use in uses.values())
    made = sum(use == "pseudonymise" for use in uses.values())
    kept = len(uses) - out - made
    said = []
    for n, end in (
        (out, "will be left out"),
        (made, "will be replaced by a code"),
        (kept, "will be kept"),
    ):
        if n:
            said.append(f"{_count(n, 'column')} with personal data {end}")
    return ", ".join(said)


def _look(plan: Plan) -> str:
    rows = plan.faulty_rows
    return f"{_count(rows, 'row')} {'needs' if rows == 1 else 'need'} a look" if rows else ""


def _count(n: int, one: str, many: str = "") -> str:
    return f"{n:,} {one if n == 1 else many or one + 's'}"
