# SPDX-License-Identifier: MIT
"""Columns of choices: one of a few, several with a mark between, steps of a scale, yes or no."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from persona_studio.evidence.reading import fold
from persona_studio.research.plan import Role
from persona_studio.research.profile import Profile
from persona_studio.research.roles import scales
from persona_studio.research.shapes import NUMBER

SEPARATORS = (";", "┋", "、", "،", "|", "\n", ",")
OPTIONS_MOST = 60
# Columns of the words Yes and No are single choices with their own words; these are not words.
_YES_NO = (
    {"true", "false"},
    {"0", "1"},
    {"y", "n"},
)


@dataclass(frozen=True)
class Parted:
    """The choices of a multi-select column under one separator."""

    separator: str
    options: tuple[str, ...]
    containing: tuple[str, ...]
    share: float


def yes_no(column: Profile) -> Role | None:
    """Return the role of a column of yes and no that is coded: 1 and 0, TRUE and FALSE."""
    said = {fold(text) for text in column.texts} - scales.OUTSIDE
    if len(said) == 2 and any(said == pair for pair in _YES_NO):
        return Role("yes_no", 0.9, "the answers are yes and no", options=_options(column))
    return None


def scale(column: Profile) -> Role | None:
    """Return the role of a column whose choices are steps with an order."""
    texts = column.texts
    if not 2 <= len(texts) <= 25:
        return None
    if found := scales.of_words(texts):
        kind, order = found
        return Role(kind, 0.9, "the choices are steps of a known scale", order=order, options=order)
    if steps := scales.of_degrees(texts):
        return Role("ordinal", 0.8, "the choices are degrees", order=steps, options=steps)
    if steps := scales.of_steps(texts):
        return Role("likert", 0.85, "each choice begins with its step", order=steps, options=steps)
    if column.share(NUMBER) > 0.95 and not any("-" in text.strip("-") for text in texts):
        return None
    if steps := scales.of_ranges(texts):
        return Role("ordinal", 0.85, "the choices are ranges", order=steps, options=steps)
    return None


def several(column: Profile) -> Role | None:
    """Return the role of a column where one cell holds several of a few choices."""
    best = max(
        (found for mark in SEPARATORS if (found := part(column, mark))),
        key=lambda found: (found.share, -SEPARATORS.index(found.separator.strip() or "\n")),
        default=None,
    )
    if best is None:
        return None
    return Role(
        "multi_select",
        round(min(0.95, 0.6 + best.share / 2), 2),
        "the same choices come together in different cells",
        separator=best.separator,
        options=best.options,
        choices_containing_separator=best.containing,
    )


def part(column: Profile, mark: str) -> Parted | None:
    """Return the choices under a separator, None when cells are no sets of recurring choices."""
    cells = [(text, n) for text, n in column.counts.items() if mark in text.rstrip(mark)]
    joined = sum(n for _, n in cells)
    if joined < max(2, 0.05 * column.filled) or column.share(NUMBER) > 0.6:
        return None
    spaced = sum(n for text, n in cells if f"{mark} " in text)
    separator = f"{mark} " if spaced > 0.9 * joined and mark not in "┋、\n" else mark
    pieces: Counter[str] = Counter()
    for text, n in column.counts.items():
        for piece in text.strip().rstrip(mark).split(separator):
            pieces[piece.strip()] += n
    pieces.pop("", None)
    containing = _containing(column, separator, pieces)
    if containing and _still_joined(column, separator, containing) < max(2, 0.05 * column.filled):
        return None
    options = [piece for piece, n in pieces.items()] + list(containing)
    recurring = sum(n for n in pieces.values() if n >= 3)
    whole = sum(pieces.values())
    few = len(options) <= max(8, min(OPTIONS_MOST, 0.35 * column.filled))
    short = sum(len(p) * n for p, n in pieces.items()) / whole <= 60 if whole else False
    if not (few and short and recurring >= 0.8 * whole):
        return None
    if len(column.texts) <= len(options) * 0.6 and len(column.texts) < 12:
        return None
    return Parted(separator, tuple(options), containing, joined / column.filled)


def _still_joined(column: Profile, separator: str, containing: tuple[str, ...]) -> int:
    """Return how many cells hold several choices once choices with the mark are one."""
    joined = 0
    for text, n in column.counts.items():
        for choice in containing:
            text = text.replace(choice, "")
        joined += n * (len([p for p in text.split(separator) if p.strip()]) > 1)
    return joined


def _containing(column: Profile, separator: str, pieces: Counter[str]) -> tuple[str, ...]:
    """Return choices that hold the separator: pieces that never come one without the other.

    They are put together in `pieces`. Two choices that always come together are told from one
    choice by chance: at least five cells, and each piece always beside the same neighbour.
    """
    beside: dict[str, Counter[str]] = {}
    for text, n in column.counts.items():
        parts = [p.strip() for p in text.strip().split(separator)]
        for left, right in pairwise(parts):
            beside.setdefault(left, Counter())[right] += n
    found = []
    for left, nexts in beside.items():
        right, n = nexts.most_common(1)[0]
        if n < 3 or pieces[left] != n or pieces[right] != n or left == right:
            continue
        if right[:1].islower() or n >= 5:
            found.append((left, right, n))
    joined = []
    for left, right, n in found:
        if pieces[left] != n or pieces[right] != n:
            continue
        del pieces[left], pieces[right]
        pieces[f"{left}{separator}{right}"] = n
        joined.append(f"{left}{separator}{right}")
    for each in joined:
        del pieces[each]
        pieces[each] = 0
    for each in joined:
        del pieces[each]
    return tuple(joined)


def single(column: Profile) -> Role | None:
    """Return the role of a column with one of a few recurring choices in each cell."""
    texts, filled = column.texts, column.filled
    if not texts or column.open_ended:
        return None
    if column.words_each > 12 and len(texts) > 12:
        return None
    if _names_groups(column):
        return Role("single_choice", 0.5, "short names, each once: rows are groups, not people")
    few = len(texts) <= max(2, min(OPTIONS_MOST, 0.5 * filled))
    many = filled >= 200 and len(texts) <= 0.12 * filled and column.words_each <= 5
    if few or many:
        sure = 0.85 if len(texts) <= 0.3 * filled else 0.6
        return Role("single_choice", sure, "few different answers recur", options=_options(column))
    return None


def _names_groups(column: Profile) -> bool:
    """Tell whether a first column names what each row of figures is about."""
    short = column.words_each <= 4 and max(map(len, column.texts)) <= 60
    return column.number == 1 and short and column.unique == 1 and column.spoken < 0.2


def _options(column: Profile) -> tuple[str, ...]:
    return tuple(column.texts[: OPTIONS_MOST * 2])
