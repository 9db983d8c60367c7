# SPDX-License-Identifier: MIT
"""Questions with one answer whose choices stand over columns: told from tick lists, put together.

Some tools give each choice of every question a column of its own. Of such a question each column
is a `choice`; where nobody ticked two, and that is no chance, it has one answer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import exp, lgamma

from persona_studio.evidence.reading import fold
from persona_studio.research.holding import Block
from persona_studio.research.over_columns import TOGETHER, Ticks, choice_of, groups, together
from persona_studio.research.plan import Role
from persona_studio.research.profile import Profile
from persona_studio.research.roles import amounts, choices, deciding, scales
from persona_studio.research.roles import vocabulary as words

_ANSWERED = 30
_ANSWERED_SCALE = 10
_CHANCE = 0.001


def put_together(
    roles: Mapping[int, Role], stems: Mapping[int, str], rows: int, blocks: Iterator[Block]
) -> dict[int, Role]:
    """Return the roles in which a question with one answer is one, wherever nobody ticked two.

    `stems` are the questions that headings name: without one, neighbouring columns may be several
    questions, and stay as they are. `blocks` yields all rows.
    """
    found = dict(roles)
    for columns, twice in _ticked_twice(blocks, roles).items():
        found |= {n: replace(found[n], twice=twice) for n in columns}
        group = found[columns[0]].group
        answers = {fold(found[n].choice) for n in columns}
        if twice or stems.get(columns[0]) != group or len(answers) < len(columns):
            continue
        whole = decided(found, columns)
        ticks = [found[n].filled for n in columns]
        if has_one(ticks, rows, group, scale=bool(whole.order)):
            found |= {n: choice_of(whole, found[n]) for n in columns}
    return found


def _ticked_twice(blocks: Iterable[Block], roles: Mapping[int, Role]) -> dict[tuple[int, ...], int]:
    """Return in how many rows more than one choice of a question over columns is ticked."""
    wanted = groups(roles)
    marks = {n: Ticks(roles[n]) for columns in wanted for n in columns}
    twice = dict.fromkeys(wanted, 0)
    for _, cells in blocks if wanted else ():
        for columns in wanted:
            ticks = [[bool(marks[n][cell]) for cell in cells[n - 1]] for n in columns]
            twice[columns] += sum(n > 1 for n in map(sum, zip(*ticks, strict=True)))
    return twice


def has_one(ticks: Sequence[int], rows: int, asked: str, *, scale: bool) -> bool:
    """Tell whether a question of which nobody ticked two choices has one answer.

    Not where it is asked to tick all that apply, and not where that could be chance: were the
    ticks of each choice set among the rows without regard to the others, they would so seldom all
    miss each other (Fisher's exact test, of any number of choices: R. A. Fisher, Statistical
    Methods for Research Workers, 1934). People also have to be enough: of 30 who answer and never
    tick two, no more than one in ten would (the rule of three: Hanley and Lippman-Hand, JAMA 249,
    1983, 1743-1745). Steps of a scale shut each other out already, so ten people do.
    """
    enough = _ANSWERED_SCALE if scale else _ANSWERED
    if sum(ticks) < enough or sum(n > 0 for n in ticks) < 2:
        return False
    return not words.speaks_of("several", asked) and chance(ticks, rows) <= _CHANCE


def chance(ticks: Sequence[int], rows: int) -> float:
    """Return how likely ticks thrown among rows, choice by choice, never fall on one row twice."""
    used, found = 0, 0.0
    for n in ticks:
        if used + n > rows:
            return 0.0
        found += _ways(rows - used, n) - _ways(rows, n)
        used += n
    return exp(found)


def _ways(of: int, n: int) -> float:
    return lgamma(of + 1) - lgamma(n + 1) - lgamma(of - n + 1)


def decided(roles: Mapping[int, Role], columns: Sequence[int]) -> Role:
    """Return what a question is by its answers alone: they are offered, so nobody's own."""
    column = together(roles, columns)
    bare = Profile(column.number, column.label)
    missing = deciding.missing_in(column)
    bare.counts.update({text: n for text, n in column.counts.items() if text not in missing})
    asked = (choices.yes_no, amounts.amount, choices.scale)
    role = next((role for ask in asked if (role := ask(bare))), None)
    role = role or Role("single_choice", options=tuple(bare.texts))
    return replace(as_asked(role, bare.texts), sure=0.8, why=TOGETHER, missing=tuple(missing))


def as_asked(role: Role, texts: Sequence[str]) -> Role:
    """Return a scale with all its steps where the columns stand from low to high, or high to low.

    Words alone do not know every step; those between known ones are told by their place.
    """
    order = [text for text in texts if text in set(role.order)]
    if not order or role.order not in (tuple(order), tuple(reversed(order))):
        return role
    steps = scales.inside_of(texts)
    full = tuple(steps if role.order == tuple(order) else reversed(steps))
    return replace(role, order=full, options=full)
