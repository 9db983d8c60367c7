# SPDX-License-Identifier: MIT
"""What in a file needs a look, each with the row it is in: nothing is mended in silence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from persona_studio.research import over_columns
from persona_studio.research.headings import Heading, duplicates
from persona_studio.research.plan import Plan, Problem
from persona_studio.research.profile import Profile
from persona_studio.research.readers.csv_text import Faults
from persona_studio.research.scanning import Scan
from persona_studio.research.summary_alarm import is_summary

_MOST = 50
_FEW = 4
_UNSURE = 0.5
_LONG = 60
TICKED_TWICE = "ticked_twice"
_MONTH_RANGE = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{1,2}")
_RANGE = re.compile(r"\d+\s?-\s?\d+|More than \d+|\d+\+")
_SAID = {
    "stray_quote": "a quote stands inside a cell; it was kept as text",
    "unclosed_quote": "a quote is opened and never closed; it was kept as text",
    "bad_bytes": "some bytes do not fit the encoding and will show as �",
    "nul": "an invisible character (NUL) was taken out",
}


def of(plan: Plan, scan: Scan, faults: Faults, names: Sequence[Heading]) -> Iterator[Problem]:
    """Yield what is odd about the file, with row numbers as in the file."""
    for cause, said in _SAID.items():
        for row in faults.rows.get(cause, ())[:_MOST]:
            yield Problem(cause, f"Row {row}: {said}.", row)
    yield from _ragged(scan)
    for row in scan.joined[:_MOST]:
        said = (
            f"Row {row} is a title, or the headings again, of a further table joined to this one."
        )
        yield Problem("joined_tables", said, row)
    yield from _about_headings(names)
    yield from _about_all(plan, scan)


def faulty(scan: Scan, faults: Faults) -> dict[str, list[int]]:
    """Return all rows that need a look, by cause; a plan names only the first of them."""
    found = {cause: list(faults.rows[cause]) for cause in _SAID if faults.rows.get(cause)}
    ragged = scan.short if _is_wide(scan) else [*scan.short, *scan.long]
    if ragged:
        found["ragged_rows"] = sorted(set(ragged))
    if scan.joined:
        found["joined_tables"] = list(scan.joined)
    return found


def of_currencies(kinds: Sequence[str]) -> Problem:
    """Return the problem of amounts that cannot be added up as they stand."""
    named = ", ".join(kinds[:_FEW]) + (" ..." if len(kinds) > _FEW else "")
    said = f"Amounts are in {len(kinds)} currencies ({named}); sums add them as they are."
    return Problem("several_currencies", said)


def with_ticked_twice(plan: Plan) -> Plan:
    """Return the plan with the questions named that have one answer and of which some tick two."""
    said = [each for each in plan.problems if each.cause != TICKED_TWICE]
    for columns in over_columns.questions(plan.roles):
        role = plan.roles[columns[0]]
        if role.twice:
            told = f"{role.twice} rows tick more than one of “{role.group[:_LONG]}”; all stay."
            said.append(Problem(TICKED_TWICE, told, None, columns[0]))
    return replace(plan, problems=tuple(said))


def _ragged(scan: Scan) -> Iterator[Problem]:
    for row in scan.short[:_MOST]:
        yield Problem("ragged_rows", f"Row {row} has fewer cells than the headings.", row)
    if _is_wide(scan):
        said = "Most rows have more cells than there are headings."
        yield Problem("ragged_rows", said, scan.long[0])
        return
    for row in scan.long[:_MOST]:
        yield Problem("ragged_rows", f"Row {row} has more cells than the headings.", row)


def _is_wide(scan: Scan) -> bool:
    """Tell whether most rows have more cells than there are headings."""
    return len(scan.long) > max(3, 0.5 * scan.rows)


def _about_headings(names: Sequence[Heading]) -> Iterator[Problem]:
    for label, columns in duplicates(names).items():
        if not label.startswith("Column "):
            numbers = ", ".join(map(str, columns[:8]))
            yield Problem("same_heading", f"Columns {numbers} have the same heading.")


def _about_all(plan: Plan, scan: Scan) -> Iterator[Problem]:
    if not plan.data_rows:
        yield Problem("no_rows", "There are headings but no rows with answers.")
    if scan.next_table:
        said = f"Another table begins in row {scan.next_table}; only the first is imported."
        yield Problem("several_tables", said, scan.next_table)
    for column in scan.columns:
        if any(_MONTH_RANGE.fullmatch(t) for t in column.texts[:200]) and _has_ranges(column):
            said = f"Column {column.number}: ranges such as 6-25 were turned into dates by Excel."
            yield Problem("excel_dates", said, None, column.number)
    if is_summary(scan.columns, plan.roles):
        yield Problem("crosstab", "This looks like a summary of groups, not one person a row.")
    if plan.encoding_sure is not None and plan.encoding_sure < _UNSURE:
        yield Problem("encoding", "The encoding is a guess; look at accented letters.")


def _has_ranges(column: Profile) -> bool:
    return any(_RANGE.fullmatch(text) for text in column.texts[:200])
