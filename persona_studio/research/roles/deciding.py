# SPDX-License-Identifier: MIT
"""The order in which a column is asked what it is; the first who knows, says."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from persona_studio.evidence.privacy import mask_certain
from persona_studio.evidence.reading import fold
from persona_studio.research.plan import Role
from persona_studio.research.profile import Profile
from persona_studio.research.roles import amounts, choices, dates, personal, several
from persona_studio.research.roles import vocabulary as words
from persona_studio.research.shapes import NO_ANSWER

_MISSING_LONG = 20
_DAYS = 10


def decide(columns: Sequence[Profile], order: str | None = None) -> dict[int, Role]:
    """Return the role of every column by its 1-based number."""
    order = order or _common_order(columns)
    found = {column.number: _complete(column, order) for column in columns}
    _one_respondent(found, columns)
    _counts_by_day(found, columns)
    return found


def _complete(column: Profile, order: str | None) -> Role:
    missing = missing_in(column)
    bare = column
    if missing:
        bare = Profile(column.number, column.label, column.text, rows=column.rows)
        bare.open_ended = column.open_ended
        bare.counts.update({t: n for t, n in column.counts.items() if t.strip() not in missing})
    role = _role(bare, order)
    return replace(
        role,
        options=tuple(mask_certain(option)[0] for option in role.options),
        order=tuple(mask_certain(step)[0] for step in role.order),
        label=column.label,
        text=column.text,
        missing=tuple(missing),
        filled=round(bare.filled * column.scale),
        distinct=round(bare.distinct * column.scale),
    )


def missing_in(column: Profile) -> list[str]:
    """Return the texts that mean "no answer": a mark like "-", or a word among other answers."""
    found = [t for t in column.texts if len(t) <= _MISSING_LONG and fold(t) in NO_ANSWER]
    if not found or len(found) == len(column.texts):
        return []
    return [t for t in found if fold(t) not in ("none",) or len(column.texts) > 8]


def _role(column: Profile, order: str | None) -> Role:
    if not column.filled:
        return _empty(column)
    return (
        personal.by_form(column)
        or _technical(column)
        or personal.by_heading(column)
        or amounts.moment(column, order)
        or _technical_often(column)
        or personal.identity(column)
        or next((role for ask in _ASKED if (role := ask(column))), None)
        or Role("free_text", 0.8, "different words in almost every cell")
    )


def _words(column: Profile) -> Role | None:
    """Return free text for what reads like sentences, or a question that asks for words."""
    asked = words.speaks_of("in words", column.said)
    few = len(column.texts) <= 12
    mixed = 0.25 if asked else 0.45
    worded = asked and (not few or column.spoken > 0 or len(column.texts) <= 3)
    spoken = column.spoken >= mixed and (column.unique > 0.1 or not few) and column.words_each > 2
    if not (worded or spoken) or several.several(column):
        return None
    if worded:
        return Role("free_text", 0.8, "the question asks for words")
    return Role("free_text", 0.75, "the answers read like sentences")


def _empty(column: Profile) -> Role:
    kind = words.personal_kind(column.label) or words.personal_kind(column.text)
    if kind:
        return Role("pii", 0.8, f"empty, but made for personal data ({kind})", pii=kind)
    if words.speaks_of("in words", column.said):
        return Role("free_text", 0.4, "empty, but the question asks for words")
    return Role("ignore", 0.9, "the column is empty")


def _technical(column: Profile) -> Role | None:
    """Return "ignore" for what a tool writes about itself, by its heading; for links, by form."""
    labels = (column.label, column.text)
    if any(words.is_called("technical", label) for label in labels):
        return Role("ignore", 0.8, "a note of the tool that wrote the file")
    if _links(column):
        return Role("ignore", 0.7, "the cells are links")
    return None


def _technical_often(column: Profile) -> Role | None:
    """Return "ignore" for a heading that is often technical, where all cells are the same."""
    often = any(words.is_called("often technical", x) for x in (column.label, column.text))
    if often and len(column.texts) <= 1:
        return Role("ignore", 0.7, "a note of the tool that wrote the file")
    return None


_ASKED: tuple[Callable[[Profile], Role | None], ...] = (
    amounts.length_of_time,
    choices.yes_no,
    amounts.amount,
    choices.scale,
    _words,
    several.several,
    choices.single,
)


def _links(column: Profile) -> bool:
    links = sum(text.startswith(("http://", "https://")) for text in column.texts)
    return links > 0.8 * len(column.texts)


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


def _counts_by_day(found: dict[int, Role], columns: Sequence[Profile]) -> None:
    """Take small whole numbers for counts where each row is a day and names nobody."""
    daily = any(
        found[c.number].role == "date" and c.rows >= _DAYS and c.unique == 1 == c.filled / c.rows
        for c in columns
    )
    if not daily or any(role.role in ("respondent_id", "pii", "likert") for role in found.values()):
        return
    for n, role in found.items():
        if role.role == "ordinal" and all(step.isdigit() for step in role.order):
            found[n] = replace(role, role="numeric", order=(), options=(), sure=0.6)
