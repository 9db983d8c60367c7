# SPDX-License-Identifier: MIT
"""Columns of choices: one of a few, several with a mark between, steps of a scale, yes or no."""

from collections.abc import Sequence

from persona_studio.evidence.reading import fold
from persona_studio.research.plan import Role
from persona_studio.research.profile import Profile
from persona_studio.research.roles import degrees, frequency, ranges, scales
from persona_studio.research.roles.several import OPTIONS_MOST
from persona_studio.research.shapes import NUMBER

_STEPS_MOST = 25
# Columns of the words Yes and No are single choices with their own words; these are not words.
_YES_NO = (
    {"true", "false"},
    {"0", "1"},
    {"y", "n"},
)


def yes_no(column: Profile) -> Role | None:
    """Return the role of a column of yes and no that is coded: 1 and 0, TRUE and FALSE."""
    said: set[str] = set()
    for text in filter(scales.is_step, column.texts):
        said.add(fold(text))
        if len(said) > 2:
            return None
    if said in _YES_NO:
        return Role("yes_no", 0.9, "the answers are yes and no", options=_options(column))
    return None


def scale(column: Profile) -> Role | None:
    """Return the role of a column whose choices are steps with an order."""
    texts = column.texts
    if not 2 <= len(texts) <= _STEPS_MOST:
        return None
    inside = scales.inside_of(texts)
    found = [each for ask in (_worded, _graded, _rated) if (each := ask(texts, inside))]
    if found:
        best = max(found, key=lambda role: len(role.order))
        ranged = _ranged(inside)  # "18-24 years" holds a word of rates, "under 18" none
        return ranged if ranged and len(ranged.order) > len(best.order) else best
    if steps := scales.of_steps(texts):
        return Role("likert", 0.85, "each choice begins with its step", order=steps, options=steps)
    if column.share(NUMBER) > 0.95 and not any("-" in text.strip("-") for text in texts):
        return None
    return _ranged(inside)


def _ranged(inside: Sequence[str]) -> Role | None:
    if not (steps := ranges.order(inside)):
        return None
    return Role("ordinal", 0.85, "the choices are ranges", order=steps, options=steps)


def _worded(texts: Sequence[str], _: Sequence[str]) -> Role | None:
    if not (found := scales.of_words(texts)):
        return None
    kind, order = found
    return Role(kind, 0.9, "the choices are steps of a known scale", order=order, options=order)


def _graded(_: Sequence[str], inside: Sequence[str]) -> Role | None:
    if not (found := degrees.order(inside)):
        return None
    kind, order = found
    return Role(kind, 0.85, "the choices are degrees of one thing", order=order, options=order)


def _rated(_: Sequence[str], inside: Sequence[str]) -> Role | None:
    if not (order := frequency.order(inside)):
        return None
    return Role("ordinal", 0.85, "the choices say how often", order=order, options=order)


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
