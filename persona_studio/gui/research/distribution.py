# SPDX-License-Identifier: MIT
"""How the answers to one question are spread: shares of choices, of steps, of ranges of numbers."""

from collections import Counter
from dataclasses import dataclass, field
from math import floor, isnan, log10
from typing import TYPE_CHECKING

from persona_studio.core.persona import Measure
from persona_studio.core.research import Question
from persona_studio.evidence.reading import NUMERIC, Reader, fold

if TYPE_CHECKING:
    from persona_studio.evidence.columns import Column

WORDS = ("free_text",)
NO_PICTURE = ("respondent_id", "record_id", "timestamp", "date", "pii", "ignore")
_RANGES = 8
_FEW = 12


@dataclass(frozen=True)
class Bar:
    """One choice and how many gave it; `measure` counts the same people on any wave."""

    label: str
    count: int
    measure: Measure | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Distribution:
    """The bars of a question; `answered` of `rows` gave an answer; `more` choices are not shown."""

    bars: tuple[Bar, ...]
    answered: int
    rows: int
    more: int = 0


def spread(question: Question, column: "Column", most: int = 14) -> Distribution:
    """Return how the answers to a question are spread."""
    reader = Reader(question)
    counts = [int(n) for n in column.counts]
    pairs = [(t, n) for t, n in zip(column.labels, counts, strict=True) if not _blank(reader, t)]
    answered = sum(n for _, n in pairs)
    rows = len(column)
    if question.role in NUMERIC and not question.order and len(pairs) > _FEW:
        return Distribution(_ranges(question.variable, column, dict(pairs)), answered, rows)
    found: Counter[str] = Counter()
    shown: dict[str, str] = {fold(text): text for text in (*question.order, *question.options)}
    for text, count in pairs:
        for tick in reader.ticks(text) if reader.many else (reader.choice(text),):
            shown.setdefault(tick, text if not reader.many else tick)
            found[tick] += count
    order = [reader.choice(step) for step in question.order]
    if not order and question.role in NUMERIC:
        order = sorted(found, key=_as_number)
    ranked = [(t, found[t]) for t in order] or found.most_common()
    ranked += [(t, n) for t, n in found.items() if order and t not in order]
    bars = tuple(_bar(question, shown.get(tick, tick), count) for tick, count in ranked[:most])
    return Distribution(bars, answered, rows, max(0, len(ranked) - most))


def _bar(question: Question, label: str, count: int) -> Bar:
    op = "includes" if question.role == "multi_select" else "is"
    return Bar(label, count, Measure(question.variable, op, label))


def _blank(reader: Reader, text: str) -> bool:
    return not text or reader.is_missing(text)


def _as_number(text: str) -> tuple[int, float, str]:
    try:
        return (0, float(text.replace(",", ".")), text)
    except ValueError:
        return (1, 0.0, text)


def _ranges(variable: str, column: "Column", kept: dict[str, int]) -> tuple[Bar, ...]:
    """Return a few equal ranges of a column of many different numbers."""
    pairs = [
        (float(value), kept[text])
        for text, value in zip(column.labels, column.numbers, strict=True)
        if text in kept and not isnan(value)
    ]
    if not pairs:
        return ()
    low, high = min(v for v, _ in pairs), max(v for v, _ in pairs)
    step = _round_step((high - low) / _RANGES)
    start = floor(low / step)
    sums: Counter[int] = Counter()
    within: dict[int, list[float]] = {}
    for value, count in pairs:
        place = floor(value / step) - start
        sums[place] += count
        within.setdefault(place, []).append(value)
    whole = step >= 1 and all(value.is_integer() for value, _ in pairs)
    return tuple(
        Bar(
            _range_words(start + place, step, whole=whole),
            sums[place],
            _between(variable, within.get(place)),
        )
        for place in range(max(sums) + 1)
    )


def _between(variable: str, values: list[float] | None) -> Measure | None:
    """Return the measure of the numbers in one bar, by the least and the greatest of them."""
    if not values:
        return None
    ends = [int(end) if end.is_integer() else end for end in (min(values), max(values))]
    return Measure(variable, "between", ends)


def _round_step(wanted: float) -> float:
    """Return the next step people count in: 1, 2, 5, 10 ... that is no smaller than wanted."""
    if wanted <= 0:
        return 1.0
    ten = 10.0 ** floor(log10(wanted))
    return next(ten * part for part in (1, 2, 5, 10) if ten * part >= wanted * 0.999)


def _range_words(place: int, step: float, *, whole: bool) -> str:
    low, high = place * step, (place + 1) * step
    if whole and step == 1:
        return f"{low:,.0f}"
    last = high - 1 if whole else high
    joint = " to " if whole else " to under "
    return f"{low:,.10g}{joint}{last:,.10g}"
