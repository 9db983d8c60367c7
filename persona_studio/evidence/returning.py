# SPDX-License-Identifier: MIT
"""Which people of a wave answered an earlier wave as well, and who of them says otherwise now."""

from collections.abc import Iterator, Set

import numpy as np

from persona_studio.core.research import Question
from persona_studio.evidence.columns import Answers, Mask, Numbers
from persona_studio.evidence.reading import Reader

NOT_ANSWERS = (
    *("timestamp", "date", "duration", "record_id", "respondent_id", "ignore", "pii"),
    "free_text",
)
"""Roles that differ between two waves whatever a person thinks; own words are never the same."""


def changed(before: Answers, now: Answers, keys: Set[str]) -> Iterator[frozenset[str]]:
    """Yield question by question whose first row in either wave differs in what both waves asked.

    The last set holds everybody: a window can rest between the questions.
    """
    if not keys:
        yield frozenset()
        return
    then, today = _places(before, keys), _places(now, keys)
    differs = np.zeros(len(then), dtype=np.bool_)
    order = sorted(keys)
    for variable, asked in now.questions.items():
        known = before.questions.get(variable)
        if known is not None and asked.same and asked.role not in NOT_ANSWERS:
            differs |= _differ(before, now, (known, asked), (then, today))
            yield frozenset()
    yield frozenset(key for key, other in zip(order, differs.tolist(), strict=True) if other)


def _places(answers: Answers, keys: Set[str]) -> Numbers:
    """Return the place of each key's first row, by key in sorted order."""
    first: dict[str, int] = {}
    for place, key in enumerate(answers.respondents):
        if key in keys:
            first.setdefault(key, place)
    return np.array([first[key] for key in sorted(keys)], dtype=np.int64)


def _differ(
    before: Answers,
    now: Answers,
    questions: tuple[Question, Question],
    places: tuple[Numbers, Numbers],
) -> Mask:
    """Tell for pairs of rows whether the answers to one question differ, spellings apart."""
    known: dict[object, int] = {}
    codes = []
    for answers, question, rows in zip((before, now), questions, places, strict=True):
        read, column = Reader(question), answers.columns[question.variable]
        said = [read.ticks(t) if read.many else read.choice(t) for t in column.labels]
        each = [known.setdefault(what, len(known)) for what in said]
        codes.append(np.array(each, dtype=np.int64)[column.codes[rows]])
    found: Mask = codes[0] != codes[1]
    return found
