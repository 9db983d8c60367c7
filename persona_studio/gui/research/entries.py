# SPDX-License-Identifier: MIT
"""The columns of a file as a person counts them: a question over several columns is one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from persona_studio.evidence.privacy import mask
from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.research import draft, words
from persona_studio.gui.research.draft import Seen
from persona_studio.research import headings
from persona_studio.research.facts import Facts
from persona_studio.research.over_columns import TOGETHER
from persona_studio.research.plan import Plan

_DIFFERENT = QT_TRANSLATE_NOOP("research", "{0} different answer")
_DIFFERENT_MANY = QT_TRANSLATE_NOOP("research", "{0} different answers")
_CELL = QT_TRANSLATE_NOOP("research", "{0} filled cell, hidden")
_CELLS = QT_TRANSLATE_NOOP("research", "{0} filled cells, hidden")
_CHOICE = QT_TRANSLATE_NOOP("research", "{0} choice over columns")
_CHOICES = QT_TRANSLATE_NOOP("research", "{0} choices over columns")
_TWICE = QT_TRANSLATE_NOOP("research", "{0} row ticks two or more of its columns.")
_TWICE_MANY = QT_TRANSLATE_NOOP("research", "{0} rows tick two or more of its columns.")
_SHOWN = 3


@dataclass(frozen=True)
class Entry:
    """One question: its columns, and what it is called."""

    columns: tuple[int, ...]
    title: str

    @property
    def first(self) -> int:
        """The number of its first column."""
        return self.columns[0]

    @property
    def several(self) -> bool:
        """Whether its choices are spread over columns."""
        return len(self.columns) > 1

    @property
    def place(self) -> str:
        """Its column numbers in words."""
        return f"{self.first}\u2013{self.columns[-1]}" if self.several else str(self.first)


def entries(plan: Plan) -> list[Entry]:
    """Return the questions of a plan in the order of the file."""
    found = []
    for (stem, _), run in groupby(draft.numbers(plan), _question(plan)):
        columns = tuple(run)
        together = stem and len(columns) > 1
        groups = [columns] if together else [(column,) for column in columns]
        for group in groups:
            title = stem if together else draft.label(plan, group[0])
            found.append(Entry(group, " ".join(title.split())[:200]))
    return found


def _question(plan: Plan) -> Callable[[int], tuple[str, str]]:
    """Return what neighbours share when they are choices of one question; else their number."""

    def key(column: int) -> tuple[str, str]:
        role = draft.role(plan, column)
        of_many = role.role == "multi_select" and not role.separator
        together = role.group and (role.choice or of_many)
        return (role.group, role.role) if together else ("", str(column))

    return key


def choice_name(plan: Plan, column: int, stem: str) -> str:
    """Return what one column of a question over columns stands for."""
    text = draft.label(plan, column)
    return headings.choice(text, stem) or text


def choices(seen: Seen, entry: Entry) -> list[tuple[str, int]]:
    """Return the answers of an entry with how often each was given."""
    if _ticks(seen.plan, entry):
        return [(choice_name(seen.plan, n, entry.title), seen.of(n).filled) for n in entry.columns]
    return list(facts(seen, entry).tops)


def facts(seen: Seen, entry: Entry) -> Facts:
    """Return the facts of an entry: of a question with one answer over columns, of all of them."""
    first = seen.of(entry.first)
    if not entry.several or _ticks(seen.plan, entry):
        return first
    given = {draft.role(seen.plan, n).choice: seen.of(n).filled for n in entry.columns}
    steps = draft.role(seen.plan, entry.first).order
    tops = [(step, given[step]) for step in steps if step in given]
    tops += [(choice, n) for choice, n in given.items() if choice not in steps]
    filled = min(first.rows, sum(given.values()))  # who ticks two is one person
    distinct = sum(n > 0 for n in given.values())
    return replace(first, filled=filled, distinct=distinct, tops=tuple(tops), more=0)


def _ticks(plan: Plan, entry: Entry) -> bool:
    """Tell whether an entry has several answers, each a column of its own."""
    return entry.several and draft.role(plan, entry.first).role == "multi_select"


def line(seen: Seen, entry: Entry) -> str:
    """Return what is in an entry on one line; nothing of a column that stays out."""
    known, plan = facts(seen, entry), seen.plan
    if all(draft.hidden(plan, column) for column in entry.columns):
        return words.counted(_CELL, _CELLS, known.filled) if known.filled else ""
    if _ticks(plan, entry):
        return words.counted(_CHOICE, _CHOICES, len(entry.columns))
    if known.tops:
        return _shares(known)
    if known.low:
        return _tr("{0} to {1}").format(known.low, known.high)
    if draft.role(plan, entry.first).role == "free_text":
        return " · ".join(examples(seen, entry.first))
    if known.partial:
        return _tr("too many different answers to count")
    return words.counted(_DIFFERENT, _DIFFERENT_MANY, known.distinct) if known.distinct else ""


def examples(seen: Seen, column: int) -> list[str]:
    """Return a few answers of a column, personal data hidden; none of a column that stays out."""
    if draft.hidden(seen.plan, column):
        return []
    found = [" ".join(text.split())[:160] for text in seen.of(column).examples]
    masks = seen.plan.use(column) == "mask"
    return [f"“{mask(text)[0] if masks else text}”" for text in found]


def missing(seen: Seen, entry: Entry) -> float | None:
    """Return the share of rows without an answer; None where that cannot be told."""
    known, plan = facts(seen, entry), seen.plan
    unsure = known.partial or (entry.several and draft.role(plan, entry.first).twice > 0)
    return None if unsure or _ticks(plan, entry) or not known.rows else known.missing


def told_of_ticks(plan: Plan, entry: Entry) -> str:
    """Return how many tick more than one choice of a question over columns, "" for no such one."""
    role = draft.role(plan, entry.first)
    if not entry.several or not role.choice or role.why == TOGETHER:
        return ""
    if role.twice:
        return words.counted(_TWICE, _TWICE_MANY, role.twice)
    return _tr("Nobody ticks two of its columns.")


def _shares(known: Facts) -> str:
    ranked = sorted(known.tops, key=lambda each: -each[1])[:_SHOWN]
    base = known.filled or 1
    # Isolates keep an answer written from right to left from turning the figures round.
    said = [f"\u2068{text[:40]}\u2069 {words.percent(n / base)}" for text, n in ranked if n]
    rest = len(known.tops) + known.more - len(said)
    return ", ".join(said) + (_tr(" and {0} more").format(rest) if rest > 0 and said else "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("research", text)
