# SPDX-License-Identifier: MIT
"""What in a file needs a look, by cause: rows, cells, what was expected, and what can be done.

Pure functions on what was seen; the page of problems shows them and remembers what was decided.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.research import draft, words
from persona_studio.gui.research.draft import Seen
from persona_studio.research.facts import DATES
from persona_studio.research.plan import Plan, Problem, Role

KEEP, MISSING, SKIP = "keep", "missing", "skip"

TITLES = {
    "stray_quote": QT_TRANSLATE_NOOP("research", "A quote stands inside a cell"),
    "unclosed_quote": QT_TRANSLATE_NOOP("research", "A quote is opened and never closed"),
    "bad_bytes": QT_TRANSLATE_NOOP("research", "Letters that do not fit the encoding"),
    "nul": QT_TRANSLATE_NOOP("research", "Invisible characters"),
    "ragged_rows": QT_TRANSLATE_NOOP("research", "More or fewer cells than headings"),
    "same_heading": QT_TRANSLATE_NOOP("research", "Columns with the same heading"),
    "no_rows": QT_TRANSLATE_NOOP("research", "No answers"),
    "several_tables": QT_TRANSLATE_NOOP("research", "More than one table"),
    "joined_tables": QT_TRANSLATE_NOOP("research", "Two tables with the same headings"),
    "excel_dates": QT_TRANSLATE_NOOP("research", "Ranges that became dates"),
    "crosstab": QT_TRANSLATE_NOOP("research", "A summary, not one person a row"),
    "encoding": QT_TRANSLATE_NOOP("research", "The encoding is a guess"),
    "several_currencies": QT_TRANSLATE_NOOP("research", "More than one currency"),
    "ticked_twice": QT_TRANSLATE_NOOP("research", "Two answers where one is awaited"),
    "before_first": QT_TRANSLATE_NOOP("research", "Text before the first person"),
    "not_notes": QT_TRANSLATE_NOOP("research", "Files that are no notes"),
    "odd_number": QT_TRANSLATE_NOOP("research", "Not a number"),
    "odd_date": QT_TRANSLATE_NOOP("research", "Not a date"),
    "odd_step": QT_TRANSLATE_NOOP("research", "Not a step of the scale"),
}
EXPECTED = {
    "stray_quote": QT_TRANSLATE_NOOP("research", "a quote only around a whole cell"),
    "unclosed_quote": QT_TRANSLATE_NOOP("research", "a second quote at the end of the cell"),
    "bad_bytes": QT_TRANSLATE_NOOP("research", "letters of {0}; others show as �"),
    "nul": QT_TRANSLATE_NOOP("research", "text; the invisible characters are taken out"),
    "ragged_rows": QT_TRANSLATE_NOOP("research", "{0} cells, one for each heading"),
    "same_heading": QT_TRANSLATE_NOOP("research", "a heading of its own for each column"),
    "no_rows": QT_TRANSLATE_NOOP("research", "at least one row below the headings"),
    "several_tables": QT_TRANSLATE_NOOP("research", "one table; choose another by its chip"),
    "joined_tables": QT_TRANSLATE_NOOP("research", "rows of answers, no title and no headings"),
    "excel_dates": QT_TRANSLATE_NOOP("research", "ranges like 6-25, not Jun-25"),
    "crosstab": QT_TRANSLATE_NOOP("research", "one person or one order a row"),
    "encoding": QT_TRANSLATE_NOOP("research", "accented letters that read right"),
    "several_currencies": QT_TRANSLATE_NOOP("research", "amounts in one currency"),
    "ticked_twice": QT_TRANSLATE_NOOP("research", "one tick a row, or several answers told"),
    "before_first": QT_TRANSLATE_NOOP("research", "a heading above each person's words"),
    "not_notes": QT_TRANSLATE_NOOP("research", "files ending in .txt, .md or .docx"),
    "odd_number": QT_TRANSLATE_NOOP("research", "a number"),
    "odd_date": QT_TRANSLATE_NOOP("research", "a date"),
    "odd_step": QT_TRANSLATE_NOOP("research", "{0} to {1}"),
}


@dataclass(frozen=True)
class Case:
    """One place that needs a look; `text` is the cell where only that cell is meant."""

    row: int | None = None
    column: int | None = None
    text: str | None = None
    sentence: str = ""


@dataclass(frozen=True)
class Trouble:
    """All places with one cause; `actions` of KEEP, MISSING, SKIP can be taken."""

    key: str
    cause: str
    title: str
    expected: str
    cases: tuple[Case, ...]
    actions: tuple[str, ...] = (KEEP,)
    column: int | None = None

    @property
    def rows(self) -> frozenset[int]:
        """The rows of the file it is about."""
        return frozenset(case.row for case in self.cases if case.row is not None)

    @property
    def texts(self) -> tuple[str, ...]:
        """The different cells it is about."""
        return tuple(dict.fromkeys(case.text for case in self.cases if case.text is not None))


def of(seen: Seen) -> list[Trouble]:
    """Return what needs a look, what concerns the whole file first."""
    found = [*_of_file(seen), *_of_cells(seen)]
    return sorted(found, key=lambda trouble: bool(trouble.rows))


def acted(seen: Seen, trouble: Trouble, action: str) -> Plan:
    """Return the plan after an action on all of a trouble's places."""
    plan = draft.skipping(seen.plan, trouble.rows, skip=action == SKIP, why=trouble.title)
    if trouble.column is None:
        return plan
    role = draft.role(plan, trouble.column)
    missing = [text for text in role.missing if text not in trouble.texts]
    if action == MISSING:
        missing += trouble.texts
    if tuple(missing) != role.missing:
        plan = draft.retell(plan, [trouble.column], missing=tuple(missing))
    return plan


def _of_file(seen: Seen) -> Iterator[Trouble]:
    by_cause: dict[str, list[Problem]] = {}
    for problem in seen.plan.problems:
        by_cause.setdefault(problem.cause, []).append(problem)
    for cause, problems in by_cause.items():
        trouble = Trouble(
            cause,
            cause,
            words.say(TITLES.get(cause, problems[0].sentence)),
            _expected(cause, seen.plan),
            _places(seen, cause, problems),
        )
        first = seen.plan.first_data_row or 1
        skips = cause in seen.faults and all(row >= first for row in trouble.rows)
        yield replace(trouble, actions=(KEEP, SKIP)) if skips else trouble


def _places(seen: Seen, cause: str, problems: list[Problem]) -> tuple[Case, ...]:
    """Return all places of a cause; a plan names only the first of many."""
    rows = seen.faults.get(cause)
    if rows:
        return tuple(Case(row) for row in rows)
    return tuple(Case(p.row, p.column, None, p.sentence) for p in problems)


def _expected(cause: str, plan: Plan) -> str:
    said = words.say(EXPECTED.get(cause, ""))
    named = [n for n, role in plan.roles.items() if role.label != f"Column {n}"]
    wide = str(max(named, default=plan.columns_count))
    filled = {"bad_bytes": words.encoding(plan.encoding), "ragged_rows": wide}
    return said.format(filled.get(cause, ""))


def _of_cells(seen: Seen) -> Iterator[Trouble]:
    for column, facts in seen.facts.items():
        if not facts.odd or draft.hidden(seen.plan, column):
            continue
        role = draft.role(seen.plan, column)
        cause = "odd_date" if role.role in DATES else "odd_step" if role.order else "odd_number"
        cases = tuple(_cases(seen, column, [text for text, _ in facts.odd]))
        title = f"{words.say(TITLES[cause])}: {draft.short(seen.plan, column)}"
        expected = _step_expected(role) if cause == "odd_step" else words.say(EXPECTED[cause])
        actions = (KEEP, MISSING, SKIP)
        yield Trouble(f"{cause} {column}", cause, title, expected, cases, actions, column)


def _step_expected(role: Role) -> str:
    return words.say(EXPECTED["odd_step"]).format(role.order[0], role.order[-1])


def _cases(seen: Seen, column: int, texts: list[str]) -> Iterator[Case]:
    places: Mapping[int, str] = {
        row: text for text in texts for row in seen.rows.get((column, text), ())
    }
    for row in sorted(places):
        yield Case(row, column, places[row])
    for text in texts:
        if not seen.rows.get((column, text)):
            yield Case(None, column, text)
