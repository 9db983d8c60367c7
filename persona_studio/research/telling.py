# SPDX-License-Identifier: MIT
"""A role told by a person, completed from what the column holds: separator, choices, order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from persona_studio.evidence.reading import decimal_mark, fold, number
from persona_studio.research import over_columns
from persona_studio.research.plan import Role
from persona_studio.research.profile import Profile
from persona_studio.research.roles import choices, dates, one_answer, scales, several

CHOSEN = "chosen by you"
"""Why a role is what it is when a person said so; a new look at the file leaves it."""

_MOST = 2 * several.OPTIONS_MOST


def completed(
    roles: Mapping[int, Role], columns: Sequence[Profile], decimal: str | None = None
) -> dict[int, Role]:
    """Return the roles, those told by a person completed from their columns.

    `decimal` is the mark a person said the file has.
    """
    by_number = {column.number: column for column in columns}
    found = {
        n: complete(by_number[n], role) if role.why == CHOSEN and n in by_number else role
        for n, role in roles.items()
    }
    found = as_a_whole(found)
    if decimal:
        numeric = {n: r for n, r in found.items() if r.role == "numeric"}
        found |= {n: replace(role, decimal=decimal) for n, role in numeric.items()}
    return found


def as_a_whole(roles: Mapping[int, Role]) -> dict[int, Role]:
    """Return the roles in which a question told for columns of choices is known as a whole."""
    found = dict(roles)
    for columns in over_columns.groups(roles):
        told = [n for n in columns if roles[n].why == CHOSEN and roles[n].role == "multi_select"]
        found |= {n: over_columns.one_of_several(roles[n]) for n in told}
    for columns in over_columns.questions(roles):
        first = roles[columns[0]]
        if first.why == CHOSEN:
            bare = replace(first, missing=over_columns.missing_of(roles, columns))
            column = over_columns.together(roles, columns)
            whole = complete(column, bare)
            whole = whole if first.order else one_answer.as_asked(whole, column.texts)
            found |= {n: over_columns.choice_of(whole, roles[n]) for n in columns}
    return found


def complete(column: Profile, told: Role) -> Role:
    """Return a told role with what it lacks; what was told stays as it is."""
    bare = _without(column, told.missing)
    fill = _FILLS.get(told.role)
    full = fill(bare, told) if fill else replace(told, options=(), order=(), separator=None)
    return replace(full, sure=1.0, filled=bare.filled, distinct=bare.distinct)


def _without(column: Profile, missing: Sequence[str]) -> Profile:
    folded = {fold(text) for text in missing}
    bare = Profile(column.number, column.label, column.text, rows=column.rows)
    bare.open_ended = column.open_ended
    bare.counts.update({t: n for t, n in column.counts.items() if fold(t) not in folded})
    return bare


def _several(column: Profile, told: Role) -> Role:
    if told.separator is None and (found := several.several(column)):
        options, containing = found.options, found.choices_containing_separator
        return _parted(told, found.separator, options, containing)
    if told.separator is None:
        return _parted(told, None, tuple(column.texts[:_MOST]), ())
    if part := several.part(column, told.separator.strip() or told.separator):
        return _parted(told, told.separator, part.options, part.containing)
    pieces = [piece.strip() for text in column.texts for piece in text.split(told.separator)]
    return _parted(told, told.separator, tuple(dict.fromkeys(filter(None, pieces)))[:_MOST], ())


def _parted(
    told: Role, separator: str | None, options: tuple[str, ...], containing: tuple[str, ...]
) -> Role:
    return replace(
        told,
        separator=separator,
        options=options,
        choices_containing_separator=containing,
        order=(),
    )


def _single(column: Profile, told: Role) -> Role:
    return replace(told, options=tuple(column.texts[:_MOST]), order=(), separator=None)


def _scale(column: Profile, told: Role) -> Role:
    """Keep a told order as long as its steps are there; new answers come after it."""
    texts = column.texts[:_MOST]
    there = {fold(text) for text in texts}
    kept = [step for step in told.order if fold(step) in there]
    order = kept if 2 * len(kept) > len(told.order) else _order(column, texts)
    known = {fold(step) for step in order}
    order += [t for t in texts if fold(t) not in known and fold(t) not in scales.OUTSIDE]
    return replace(told, options=tuple(order), order=tuple(order), separator=None)


def _order(column: Profile, texts: Sequence[str]) -> list[str]:
    if found := choices.scale(column):
        return list(found.order)
    decimal = decimal_mark(texts)
    values = {text: number(text, decimal) for text in texts}
    if all(value is not None for value in values.values()):
        return sorted(texts, key=lambda text: values[text] or 0.0)
    return list(texts)


def _number(column: Profile, told: Role) -> Role:
    decimal = told.decimal or decimal_mark(column.texts)
    return replace(told, decimal=decimal, options=(), order=(), separator=None)


def _date(column: Profile, told: Role) -> Role:
    order = told.date_order or dates.order_of(column.texts)
    known = order if order != "ymd" else None
    return replace(told, date_order=known, options=(), order=(), separator=None)


_FILLS: Mapping[str, Callable[[Profile, Role], Role]] = {
    "multi_select": _several,
    "single_choice": _single,
    "yes_no": _single,
    "ordinal": _scale,
    "likert": _scale,
    "nps": _scale,
    "numeric": _number,
    "duration": _number,
    "date": _date,
    "timestamp": _date,
}
