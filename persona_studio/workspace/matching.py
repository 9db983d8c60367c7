# SPDX-License-Identifier: MIT
"""Which column of a new wave is which question of the waves before it.

The order of columns never counts. Columns pair by their name, by the tool's own id, or, where a
name was only extended and the answers are the same, as a renamed question. Anything less sure is
offered and left to the user. Where names and answers contradict each other, as when two headings
were swapped, the columns keep the question of their name but are not compared.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from persona_studio.workspace.naming import (
    Asked,
    answered_alike,
    carried_role,
    likeness,
    one_in_other,
    same_name,
    shared_answers,
    shared_words,
    turned_round,
)

SAME, RENAMED, CHOSEN = "same", "renamed", "chosen"
_CLEAR = 0.15
_OFFERED = 0.45
_ALIKE = 0.7
_MOST_COMPARED = 20_000


@dataclass(frozen=True)
class Pair:
    """A column that is asked again; `same` tells whether in the same way, `doubt` why not."""

    column: str
    variable: str
    kind: str = SAME
    role: str = ""
    same: bool = True
    doubt: str = ""


@dataclass(frozen=True)
class Fit:
    """Columns that are asked again, offers for those that may be, and what is new or gone.

    `offers` maps a new column to the known question it may be; both also stand in `new`, `gone`.
    """

    pairs: tuple[Pair, ...] = ()
    offers: Mapping[str, str] | None = None
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def of(self) -> Mapping[str, Pair]:
        """The pairs by column."""
        return {pair.column: pair for pair in self.pairs}


def fit(known: Sequence[Asked], new: Sequence[Asked]) -> Fit:
    """Return how the columns of a file fit the known questions."""
    pairs: list[Pair] = []
    for step in (_by_name, _by_extended_name, _by_code):
        left = _left(known, new, pairs)
        pairs.extend(step(*left))
    return _checked(known, new, pairs)


def chosen(known: Sequence[Asked], new: Sequence[Asked], wanted: Mapping[str, str]) -> Fit:
    """Return the fit in which the columns in `wanted` are the question named there, "" for none."""
    found = fit(known, new)
    taken = {variable for variable in wanted.values() if variable}
    known_keys = {each.key for each in known}
    pairs = [p for p in found.pairs if p.column not in wanted and p.variable not in taken]
    before = {(p.column, p.variable): p.kind for p in found.pairs}
    for column, variable in wanted.items():
        if variable in known_keys:
            pairs.append(Pair(column, variable, before.get((column, variable), CHOSEN)))
    return _checked(known, new, pairs)


def _left(
    known: Sequence[Asked], new: Sequence[Asked], pairs: Sequence[Pair]
) -> tuple[list[Asked], list[Asked]]:
    variables, columns = {p.variable for p in pairs}, {p.column for p in pairs}
    return (
        [each for each in known if each.key not in variables],
        [each for each in new if each.key not in columns],
    )


def _by_name(known: Sequence[Asked], new: Sequence[Asked]) -> list[Pair]:
    """Pair columns of one name; several of one name pair in order when they are as many."""
    theirs = _grouped(new)
    pairs: list[Pair] = []
    for name, mine in _grouped(known).items():
        others = theirs.get(name, [])
        if len(mine) == len(others):
            pairs.extend(
                Pair(n.key, k.key) for k, n in zip(mine, others, strict=True) if same_name(k, n)
            )
    known, new = _left(known, new, pairs)
    by_any: dict[str, list[Asked]] = {}
    for each in new:
        for name in each.names:
            by_any.setdefault(name, []).append(each)
    for each in known:
        found = {
            n.key: n for name in each.names for n in by_any.get(name, ()) if same_name(each, n)
        }
        if len(found) == 1 and not {p.column for p in pairs} & found.keys():
            pairs.append(Pair(next(iter(found)), each.key))
    return pairs


def _grouped(columns: Iterable[Asked]) -> dict[str, list[Asked]]:
    found: dict[str, list[Asked]] = {}
    for each in columns:
        found.setdefault(each.name, []).append(each)
    return found


def _by_code(known: Sequence[Asked], new: Sequence[Asked]) -> list[Pair]:
    """Pair columns of one id or label whose names are alike, and like no other column's more.

    A number alone says little: questions are counted anew in every questionnaire.
    """
    there, columns = _once(known), _once(new)
    found: dict[str, Pair] = {}
    for code in sorted(there.keys() & columns.keys()):
        before, column = there[code], columns[code]
        alike = shared_words(before, column)
        if alike < _ALIKE or turned_round(before, column) or not carried_role(before, column):
            continue
        rivals = [shared_words(each, column) for each in known if each is not before]
        rivals += [shared_words(before, each) for each in new if each is not column]
        if max(rivals, default=0.0) < alike and before.key not in _paired(found.values()):
            found.setdefault(column.key, Pair(column.key, before.key, RENAMED))
    return list(found.values())


def _paired(pairs: Iterable[Pair]) -> set[str]:
    return {pair.variable for pair in pairs}


def _once(columns: Iterable[Asked]) -> dict[str, Asked]:
    found: dict[str, list[Asked]] = {}
    for each in columns:
        for code in each.codes:
            found.setdefault(code, []).append(each)
    return {code: each[0] for code, each in found.items() if len(each) == 1}


def _by_extended_name(known: Sequence[Asked], new: Sequence[Asked]) -> list[Pair]:
    """Pair a name with the same name in more words, where no other column comes near."""
    scores = _scores(known, new)
    mine, theirs = {k.key: k for k in known}, {n.key: n for n in new}
    best = _best_two(scores)
    pairs = []
    for (variable, column), score in scores.items():
        rival = max(_rival(best[0][variable], score), _rival(best[1][column], score))
        one, other = mine[variable], theirs[column]
        if rival > score - _CLEAR or not one_in_other(one, other):
            continue
        inflected = likeness(one, other) >= 1.0 and carried_role(one, other) is not None
        if inflected or answered_alike(one, other):
            pairs.append(Pair(column, variable, RENAMED))
    return pairs


def _best_two(
    scores: Mapping[tuple[str, str], float],
) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Return the two best scores of each known question and of each new column."""
    found: tuple[dict[str, list[float]], dict[str, list[float]]] = ({}, {})
    for pair, score in scores.items():
        for best, key in zip(found, pair, strict=True):
            best[key] = sorted([*best.get(key, ()), score], reverse=True)[:2]
    return found


def _rival(best: Sequence[float], own: float) -> float:
    """Return the best score but one's own."""
    if own < best[0]:
        return best[0]
    return best[1] if len(best) > 1 else 0.0


def _scores(known: Sequence[Asked], new: Sequence[Asked]) -> dict[tuple[str, str], float]:
    if len(known) * len(new) > _MOST_COMPARED:
        return {}
    found = {}
    for one in known:
        for other in new:
            score = 0.55 * likeness(one, other) + 0.35 * shared_answers(one, other)
            score += 0.1 * (one.family == other.family) + 0.2 * bool(one.codes & other.codes)
            if score > _OFFERED / 2:
                found[one.key, other.key] = score
    return found


def _checked(known: Sequence[Asked], new: Sequence[Asked], pairs: Sequence[Pair]) -> Fit:
    """Settle in which role each pair is read, doubt what contradicts itself, offer the rest."""
    mine, theirs = {k.key: k for k in known}, {n.key: n for n in new}
    settled = []
    for pair in pairs:
        role = carried_role(mine[pair.variable], theirs[pair.column])
        doubt = "" if role else "the answers are of another kind"
        role = role or theirs[pair.column].role
        settled.append(replace(pair, role=role, same=not doubt, doubt=doubt))
    swapped = _swapped(mine, theirs, settled)
    settled = [
        replace(p, same=False, doubt=swapped[p.column]) if p.column in swapped else p
        for p in settled
    ]
    left = _left(known, new, settled)
    offers = _offers(*left)
    order = {each.key: place for place, each in enumerate(new)}
    return Fit(
        tuple(sorted(settled, key=lambda p: order[p.column])),
        offers,
        tuple(n.key for n in left[1]),
        tuple(k.key for k in left[0]),
    )


def _swapped(
    mine: Mapping[str, Asked], theirs: Mapping[str, Asked], pairs: Sequence[Pair]
) -> dict[str, str]:
    """Return the columns whose answers are those of each other's question, not of their own."""
    odd = [
        p
        for p in pairs
        if p.kind != CHOSEN
        and not shared_answers(mine[p.variable], theirs[p.column])
        and mine[p.variable].answers | theirs[p.column].answers
    ]
    found = {}
    for pair in odd:
        for other in odd:
            if pair is not other and _is(mine[other.variable], theirs[pair.column]):
                name = mine[other.variable].text or mine[other.variable].label
                found[pair.column] = f"the answers look like those to “{name}”"
    return found


def _is(one: Asked, other: Asked) -> bool:
    shared = one.answers & other.answers
    return len(shared) >= 2 and shared_answers(one, other) >= 0.7


def _offers(known: Sequence[Asked], new: Sequence[Asked]) -> dict[str, str]:
    """Offer for each column left the most alike question left, the best pairs first."""
    found: dict[str, str] = {}
    scores = _scores(known, new)
    mine, theirs = {k.key: k for k in known}, {n.key: n for n in new}
    for (variable, column), score in sorted(scores.items(), key=lambda each: -each[1]):
        free = column not in found and variable not in found.values()
        if free and score >= _OFFERED and carried_role(mine[variable], theirs[column]):
            found[column] = variable
    return found
