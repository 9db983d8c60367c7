# SPDX-License-Identifier: MIT
"""The one sentence that says what a file is and what will happen on import; every part is true."""

from persona_studio.research.plan import Plan

KINDS = {
    "qualtrics": "Qualtrics export",
    "surveymonkey": "SurveyMonkey export",
    "interview_notes": "Interview notes",
}


def sentence(plan: Plan) -> str:
    """Return the sentence for a plan."""
    if plan.error:
        return plan.error["message"]
    what = KINDS.get(plan.kind or "", f"{_FORMATS.get(plan.format, 'Table')}")
    columns = _count(plan.columns_count, "column")
    if plan.data_rows is None:
        return f"{what}, {columns}; still counting the rows ..."
    rows = plan.data_rows
    people = _count(rows, "person", "people") if are_people(plan) else _count(rows, "row")
    if plan.kind == "interview_notes":
        return f"{what}: {people}, one row each."
    parts = [f"{what}, {people}, {columns}"]
    parts += [part for part in (_orders(plan), _private(plan), _look(plan)) if part]
    return "; ".join(parts) + "."


def are_people(plan: Plan) -> bool:
    """Tell whether each row is a person: no records, nobody comes twice, no summary of groups."""
    roles = plan.roles.values()
    records = any(r.role == "record_id" for r in roles)
    repeated = any(r.role == "respondent_id" and r.distinct < r.filled for r in roles)
    summary = any(problem.cause == "crosstab" for problem in plan.problems)
    return not (records or repeated or summary or plan.orders)


_FORMATS = {
    "csv": "Text table",
    "tsv": "Text table",
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
