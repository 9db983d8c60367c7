# SPDX-License-Identifier: MIT
"""The order in which a column is asked what it is; the first who knows, says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from persona_studio.evidence.reading import fold
from persona_studio.research.plan import Role
from persona_studio.research.profile import Profile
from persona_studio.research.roles import amounts, choices, dates, personal
from persona_studio.research.roles import vocabulary as words

MISSING = frozenset("- -- – — n/a na nan null none . #n/a keine angabe (blank)".split()) | {
    "not selected",
    "no answer",
    "#null!",
    "k.a.",
}


def decide(columns: Sequence[Profile], order: str | None = None) -> dict[int, Role]:
    """Return the role of every column by its 1-based number."""
    order = order or _common_order(columns)
    found = {column.number: _complete(column, order) for column in columns}
    _one_respondent(found, columns)
    return found


def _complete(column: Profile, order: str | None) -> Role:
    missing = _missing(column)
    bare = column
    if missing:
        bare = Profile(column.number, column.label, column.text, rows=column.rows)
        bare.open_ended = column.open_ended
        bare.counts.update({t: n for t, n in column.counts.items() if t.strip() not in missing})
    role = _role(bare, order)
    return replace(
        role,
        label=column.label,
        text=column.text,
        missing=tuple(missing),
        filled=bare.filled,
        distinct=bare.distinct,
    )


def _missing(column: Profile) -> list[str]:
    """Return the texts that mean "no answer": a mark like "-", or a word among other answers."""
    found = [t for t in column.texts if fold(t) in MISSING]
    if not found or len(found) == len(column.texts):
        return []
    return [t for t in found if fold(t) not in ("none",) or len(column.texts) > 8]


def _role(column: Profile, order: str | None) -> Role:
    if not column.filled:
        return _empty(column)
    for ask in (
        lambda: personal.personal(column),
        lambda: amounts.moment(column, order),
        lambda: _technical(column),
        lambda: personal.identity(column, column.number == 1),
        lambda: amounts.length_of_time(column),
        lambda: choices.yes_no(column),
        lambda: amounts.amount(column),
        lambda: choices.scale(column),
        lambda: choices.several(column),
        lambda: choices.single(column),
    ):
        if role := ask():
            return role
    return Role("free_text", 0.8, "different words in almost every cell")


def _empty(column: Profile) -> Role:
    kind = words.personal_kind(column.label) or words.personal_kind(column.text)
    if kind:
        return Role("pii", 0.8, f"empty, but made for personal data ({kind})", pii=kind)
    return Role("ignore", 0.9, "the column is empty")


def _technical(column: Profile) -> Role | None:
    """Return "ignore" for what a tool writes about itself: the same in all rows, or a link."""
    called = words.is_called(words.TECHNICAL, column.label)
    called = called or words.is_called(words.TECHNICAL, column.text)
    if called and (len(column.texts) <= max(3, 0.2 * column.filled) or _links(column)):
        return Role("ignore", 0.7, "the survey tool's own note")
    if column.rows >= 10 and len(column.texts) == 1 and column.filled == column.rows:
        return Role("ignore", 0.6, "the same in every row")
    return None


def _links(column: Profile) -> bool:
    return sum(t.startswith(("http://", "https://")) for t in column.texts) > 0.8 * len(
        column.texts
    )


def _common_order(columns: Iterable[Profile]) -> str | None:
    """Return day or month first when any column of the file settles it."""
    votes: dict[str, int] = {}
    for column in columns:
        texts = column.texts
        if texts and column.share("date") >= 0.4:
            order = dates.order_of(texts)
            if order != "ymd" and dates.order_of([]) is not None and _settled(texts):
                votes[order] = votes.get(order, 0) + 1
    return max(votes, key=lambda each: votes[each]) if votes else None


def _settled(texts: Sequence[str]) -> bool:
    return {dates.look(texts, each).share == 1.0 for each in ("dmy", "mdy")} == {True, False}


def _one_respondent(found: dict[int, Role], columns: Sequence[Profile]) -> None:
    """Leave one column that names the respondent: the surest, then the first."""
    named = [n for n, role in found.items() if role.role == "respondent_id"]
    if len(named) < 2:
        return
    by_number: Mapping[int, Profile] = {column.number: column for column in columns}
    best = max(named, key=lambda n: (found[n].sure, by_number[n].filled, -n))
    for n in named:
        if n != best:
            found[n] = replace(found[n], role="record_id", sure=0.6)
