# SPDX-License-Identifier: MIT
"""The columns of a file as a person counts them: a select-all question over columns is one."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from persona_studio.evidence.privacy import mask
from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.research import draft, words
from persona_studio.gui.research.draft import Seen
from persona_studio.research import headings
from persona_studio.research.facts import Facts
from persona_studio.research.plan import Plan

_DIFFERENT = QT_TRANSLATE_NOOP("research", "{0} different answer")
_DIFFERENT_MANY = QT_TRANSLATE_NOOP("research", "{0} different answers")
_CELL = QT_TRANSLATE_NOOP("research", "{0} filled cell, hidden")
_CELLS = QT_TRANSLATE_NOOP("research", "{0} filled cells, hidden")
_CHOICE = QT_TRANSLATE_NOOP("research", "{0} choice over columns")
_CHOICES = QT_TRANSLATE_NOOP("research", "{0} choices over columns")
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


def _question(plan: Plan) -> Callable[[int], tuple[str, int]]:
    """Return what neighbours share when they are choices of one question; else their number."""

    def key(column: int) -> tuple[str, int]:
        role = draft.role(plan, column)
        spread = role.role == "multi_select" and role.group and not role.separator
        return (role.group, 0) if spread else ("", column)

    return key


def choice_name(plan: Plan, column: int, stem: str) -> str:
    """Return what one column of a question over columns stands for."""
    text = draft.label(plan, column)
    return headings.choice(text, stem) or text


def choices(seen: Seen, entry: Entry) -> list[tuple[str, int]]:
    """Return the answers of an entry with how often each was given."""
    if entry.several:
        return [(choice_name(seen.plan, n, entry.title), seen.of(n).filled) for n in entry.columns]
    return list(seen.of(entry.first).tops)


def line(seen: Seen, entry: Entry) -> str:
    """Return what is in an entry on one line; nothing of a column that stays out."""
    facts, plan = seen.of(entry.first), seen.plan
    if all(draft.hidden(plan, column) for column in entry.columns):
        return words.counted(_CELL, _CELLS, facts.filled) if facts.filled else ""
    if entry.several:
        return words.counted(_CHOICE, _CHOICES, len(entry.columns))
    if facts.tops:
        return _shares(facts)
    if facts.low:
        return _tr("{0} to {1}").format(facts.low, facts.high)
    if draft.role(plan, entry.first).role == "free_text":
        return " · ".join(examples(seen, entry.first))
    if facts.partial:
        return _tr("too many different answers to count")
    return words.counted(_DIFFERENT, _DIFFERENT_MANY, facts.distinct) if facts.distinct else ""


def examples(seen: Seen, column: int) -> list[str]:
    """Return a few answers of a column, personal data hidden; none of a column that stays out."""
    if draft.hidden(seen.plan, column):
        return []
    found = [" ".join(text.split())[:160] for text in seen.of(column).examples]
    masks = seen.plan.use(column) == "mask"
    return [f"“{mask(text)[0] if masks else text}”" for text in found]


def missing(seen: Seen, entry: Entry) -> float | None:
    """Return the share of rows without an answer; None where that cannot be told."""
    facts = [seen.of(column) for column in entry.columns]
    if entry.several or not facts[0].rows or facts[0].partial:
        return None
    return facts[0].missing


def _shares(facts: Facts) -> str:
    ranked = sorted(facts.tops, key=lambda each: -each[1])[:_SHOWN]
    base = facts.filled or 1
    # Isolates keep an answer written from right to left from turning the figures round.
    said = [f"\u2068{text[:40]}\u2069 {words.percent(n / base)}" for text, n in ranked if n]
    rest = len(facts.tops) + facts.more - len(said)
    return ", ".join(said) + (_tr(" and {0} more").format(rest) if rest > 0 and said else "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("research", text)
