# SPDX-License-Identifier: MIT
"""Columns of numbers: amounts, lengths of time, 0-10 recommendations, numbered scales, dates."""

import re
from collections.abc import Sequence

from persona_studio.evidence.reading import decimal_mark, fold, number
from persona_studio.research.plan import Role
from persona_studio.research.profile import Profile
from persona_studio.research.roles import dates
from persona_studio.research.roles import vocabulary as words
from persona_studio.research.shapes import DATE, NUMBER

_MOST = 0.9
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")


def moment(column: Profile, order: str | None = None) -> Role | None:
    """Return the role of a column of dates or times."""
    texts = column.texts
    if not texts:
        return None
    if column.share(DATE) < 0.4 and not _compact(column):
        return None
    found = dates.look(texts, order)
    if found.share < 0.8:
        return None
    why = "the cells are dates with times" if found.timed else "the cells are dates"
    known = found.order if found.order != "ymd" else None
    return Role("timestamp" if found.timed else "date", 0.95, why, date_order=known)


def _compact(column: Profile) -> bool:
    """Tell dates like 20231010 from other numbers of eight digits by their heading or spread."""
    texts = column.texts
    return all(len(t) == 8 and t.isdigit() for t in texts) and all(
        dates.parse(t) is not None for t in texts
    )


def length_of_time(column: Profile) -> Role | None:
    """Return the role of a column of durations."""
    if not column.filled:
        return None
    lengths = sum(1 for text in column.texts if dates.is_clock(text) or dates.is_length(text))
    if lengths >= _MOST * len(column.texts):
        return Role("duration", 0.8, "the cells are lengths of time")
    return None


def amount(column: Profile) -> Role | None:
    """Return the role of a column of numbers, also 0-10 recommendations and numbered scales."""
    if not column.filled:
        return None
    share = _numeric_share(column)
    if share < _MOST:
        return None
    decimal = decimal_mark(column.texts)
    values = {v for text in column.texts if (v := number(text, decimal)) is not None}
    steps = all(v.is_integer() and 0 <= v <= 10 for v in values)
    if steps and words.speaks_of("recommend", column.said):
        return Role("nps", 0.95, "0 to 10, and the question is whether to recommend")
    if steps and not words.speaks_of("counted", column.said) and _is_scale(column, values):
        order = tuple(str(int(v)) for v in sorted(values))
        return Role("ordinal", 0.7, "whole numbers of a short scale", order=order, options=order)
    return Role("numeric", 0.9 if share > 0.98 else 0.7, "the cells are numbers", decimal=decimal)


def _numeric_share(column: Profile) -> float:
    return column.share(NUMBER) if column.filled else 0.0


def _is_scale(column: Profile, values: set[float]) -> bool:
    if column.filled < 10 or len(values) < 3 or len(values) > 11:
        return False
    top, low = max(values), min(values)
    plain = all(fold(text).isdigit() for text in column.texts)
    return (
        plain
        and (1 <= low <= 2 or (low == 0 and top == 10))
        and top in (3, 4, 5, 6, 7, 8, 9, 10)
        and len(values) >= 0.6 * (top - low)
    )


def mark_of(columns: Sequence[Profile]) -> str:
    """Return the decimal mark of a file's numbers."""
    votes = {".": 0, ",": 0}
    for column in columns:
        if column.share(NUMBER) >= 0.8 and any("," in t or "." in t for t in column.texts):
            votes["," if _parted(column.texts) else decimal_mark(column.texts)] += 1
    return "," if votes[","] > votes["."] else "."


def _parted(texts: Sequence[str]) -> bool:
    """Tell whether dots part thousands: each stands before three digits, no longer run is bare."""
    dotted = [text for text in texts if "." in text and any(c.isdigit() for c in text)]
    bare = [text for text in texts if text.strip().isdigit()]
    grouped = all(_GROUPED.fullmatch(text.strip()) for text in dotted)
    return len(dotted) >= 3 and grouped and bool(bare) and all(len(t.strip()) <= 3 for t in bare)
