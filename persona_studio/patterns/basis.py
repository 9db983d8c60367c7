# SPDX-License-Identifier: MIT
"""Which questions should form groups, which only describe them, and which are left out and why.

Needs, motives and behaviour form groups; who people are (age, area, income) and how content they
are describe the groups afterwards: mixed into the basis they hide real groups. The words below
propose; the user decides.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

from persona_studio.core.research import Question
from persona_studio.evidence.attributes import attribute_of
from persona_studio.evidence.columns import Answers, Column, Mask, Numbers
from persona_studio.evidence.question_words import speaks_of
from persona_studio.evidence.reading import Reader
from persona_studio.patterns.blocks import Block, Blocks
from persona_studio.patterns.groups import thinned
from persona_studio.patterns.prepare import (
    answer_counts,
    by_words,
    kind_of,
    numbers_of,
    shown_rows,
    steps_of,
)

_NEVER = {
    "respondent_id": "tells people apart, no answer",
    "record_id": "numbers the rows, no answer",
    "timestamp": "a moment, no answer",
    "date": "a date, no answer",
    "free_text": "free text: see themes",
    "pii": "personal data",
    "ignore": "left out at import",
}
_MISSING, _SAME, _ALIKE = 0.5, 0.95, 0.95
_MOST_CHOICES = 60
_COMPARED = 2000

_Said: TypeAlias = tuple[Numbers, int]
"""Answers as numbers, and how many a choice has (0: a scale)."""


@dataclass(frozen=True)
class Proposal:
    """Variables that form groups, that describe them, and left out with the reason in words."""

    basis: tuple[str, ...] = ()
    descriptors: tuple[str, ...] = ()
    out: Mapping[str, str] = field(default_factory=dict)


def propose_basis(answers: Answers) -> Proposal:
    """Return a proposal for the questions of a wave, in the order of the file."""
    ordered = sorted(answers.questions.values(), key=lambda q: q.position)
    out = {q.variable: why for q in ordered if (why := why_out(q, answers)) is not None}
    rest = [q for q in ordered if q.variable not in out]
    descriptors = tuple(q.variable for q in rest if describes(q))
    repeats = _repeats([q.variable for q in rest if q.variable not in descriptors], answers)
    kept = (*descriptors, *repeats)
    basis = tuple(q.variable for q in rest if q.variable not in kept)
    why_not = {q.variable: (out | repeats).get(q.variable) for q in ordered}
    return Proposal(basis, descriptors, {v: why for v, why in why_not.items() if why is not None})


def describes(question: Question) -> bool:
    """Tell whether a question says who people are or how content they are."""
    words = f"{question.label} {question.text}"
    who = attribute_of(words) is not None or speaks_of("who else", words)
    return question.role == "nps" or who or speaks_of("verdict", words)


def why_out(question: Question, answers: Answers) -> str | None:
    """Return why a question can take no part at all, None where it can."""
    if question.role in _NEVER:
        return _NEVER[question.role]
    if question.variable not in answers.columns:
        return "not asked in this wave"
    column = answers.columns[question.variable]
    unknown = 1 - float(np.count_nonzero(_known(question, column, answers))) / max(1, len(answers))
    if unknown > _MISSING:
        return f"{unknown:.0%} gave no answer".replace("%", " %")
    return _why_no_use(question, column)


def _known(question: Question, column: Column, answers: Answers) -> Mask:
    if question.role == "multi_select":
        return shown_rows([question.variable], answers)
    read = Reader(question)
    known = np.array([not read.is_missing(label) for label in column.labels], dtype=np.bool_)
    return known[column.codes]


def _why_no_use(question: Question, column: Column) -> str | None:
    if question.role == "multi_select":
        return None if len(column.counts.nonzero()[0]) > 1 else "nobody ticked anything"
    counted = answer_counts(question, column)
    if len(counted) < 2:
        return "everyone gave the same answer"
    asked = sum(counted.values())
    most = max(counted.values()) / asked
    if most > _SAME:
        return f"{most:.0%} gave the same answer".replace("%", " %")
    if kind_of(question, column) == "single" and len(counted) > max(_MOST_CHOICES, asked // 4):
        return "nearly everyone answered in other words"
    return None


def _repeats(variables: Sequence[str], answers: Answers) -> dict[str, str]:
    """Return which questions say the same as another one, and as which.

    Kept is the one that more people answered, then by its words: in whatever order columns come.
    People are compared who are chosen by what they said: in whatever order rows come.
    """
    ordered = sorted(variables, key=lambda v: (_blanks(v, answers), by_words(v, answers)))
    asked = [v for v in ordered if answers.questions[v].role != "multi_select"]
    places = {v: _places(answers.questions[v], answers) for v in asked}
    people = thinned(_by_content(asked, places, answers), _COMPARED)
    kept: dict[str, _Said] = {}
    out: dict[str, str] = {}
    for variable in asked:
        labels, many = places[variable]
        ours = labels[answers.columns[variable].codes[people]], many
        same = next((other for other, theirs in kept.items() if _alike(ours, theirs)), None)
        if same is None:
            kept[variable] = ours
        else:
            out[variable] = f"says the same as “{answers.questions[same].label}”"
    return out


def _by_content(asked: Sequence[str], places: Mapping[str, _Said], answers: Answers) -> Numbers:
    parts = [
        Block(1, ((places[v][0][:, None].astype(np.float64), answers.columns[v].codes),))
        for v in sorted(asked, key=lambda v: by_words(v, answers))
    ]
    return Blocks(parts, len(answers)).order() if parts else np.zeros(0, dtype=np.int64)


def _blanks(variable: str, answers: Answers) -> int:
    known = _known(answers.questions[variable], answers.columns[variable], answers)
    return len(answers) - int(np.count_nonzero(known))


def _places(question: Question, answers: Answers) -> _Said:
    """Return each label's answer as a number from 0 (-1 none)."""
    column = answers.columns[question.variable]
    kind = kind_of(question, column)
    if kind == "single":
        read = Reader(question)
        texts = [read.choice(label) for label in column.labels]
        known = [None if read.is_missing(x) else x for x in column.labels]
        names = {text: i for i, text in enumerate(sorted(set(texts)))}
        places = [-1 if k is None else names[t] for k, t in zip(known, texts, strict=True)]
        return np.array(places, dtype=np.int64), len(names)
    values = steps_of(question, column) if kind == "ordinal" else numbers_of(question, column)
    ranks = np.searchsorted(np.unique(values[~np.isnan(values)]), values)
    ranks[np.isnan(values)] = -1
    return ranks, 0


def _alike(first: _Said, second: _Said) -> bool:
    (a, many_a), (b, many_b) = first, second
    both = (a >= 0) & (b >= 0)
    if np.count_nonzero(both) < 10 or (many_a == 0) != (many_b == 0):
        return False
    a, b = a[both], b[both]
    if many_a == 0:
        if a.std() == 0 or b.std() == 0:
            return False
        return bool(abs(np.corrcoef(a, b)[0, 1]) > _ALIKE)
    return _cramer(a, b, many_a, many_b) > _ALIKE


def _cramer(a: Numbers, b: Numbers, many_a: int, many_b: int) -> float:
    """Return Cramer's V of two choices, 0-1."""
    table = np.bincount(a * many_b + b, minlength=many_a * many_b).reshape(many_a, many_b)
    table = table[table.sum(1) > 0][:, table.sum(0) > 0].astype(float)
    least = min(table.shape) - 1
    if least < 1:
        return 0.0
    expected = np.outer(table.sum(1), table.sum(0)) / table.sum()
    return float(np.sqrt(((table - expected) ** 2 / expected).sum() / table.sum() / least))
