# SPDX-License-Identifier: MIT
"""What is other than it was signed: two contents of `content.py` compared, claim by claim.

The earlier one may come from a file made by hand, so nothing in it is taken for granted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from persona_studio.core.sections import BY_ID
from persona_studio.evidence.verdict import WORDS
from persona_studio.review.rule import quoted

Values = Mapping[str, Any]
_PERSONA = {
    "name": "The name",
    "tagline": "The line below the name",
    "role": "The role",
    "story": "The story",
}
_FIELDS = {
    "text": "The words",
    "section": "The section",
    "quantifier": "For how many",
    "value": "The value",
    "dissent": "The note on who disagrees",
}
_FOR_OR_AGAINST = ("stance", "measure", "quote", "theme", "note", "source", "wave")


@dataclass(frozen=True)
class Difference:
    """One claim (or, with `claim` "", the persona itself) that is not as it was signed.

    `ids` are the claim and its evidence then and now, to look up when they were touched.
    """

    kind: str
    claim: str
    text: str
    sentences: tuple[str, ...]
    ids: frozenset[str]


def differences(
    before: object, now: Values, titles: Mapping[str, str] = MappingProxyType({})
) -> list[Difference]:
    """Return what was added, removed or changed: the persona first, then claims as they stand.

    `titles` are the project's own names of sections.
    """
    if not isinstance(before, Mapping):
        return []
    return [*_persona(before, now), *_claims(before, now, titles)]


def _persona(before: Values, now: Values) -> Iterator[Difference]:
    was, is_ = _values(before.get("persona")), _values(now.get("persona"))
    told = [
        _other(words, was.get(field), is_.get(field))
        for field, words in _PERSONA.items()
        if was.get(field) != is_.get(field)
    ]
    if was.get("segment") != is_.get("segment"):
        told.append("It stands for another group of people.")
    picture, shown = _values(before.get("picture")), _values(now.get("picture"))
    if picture != shown:
        told.append("The picture is another one." if picture and shown else _came(bool(shown)))
    if told:
        ids = {str(each["id"]) for each in (was, is_, picture, shown) if "id" in each}
        name = str(is_.get("name") or "")
        yield Difference("changed", "", name, tuple(told), frozenset(ids))


def _came(is_there: bool, /) -> str:
    return "A picture was added." if is_there else "The picture was taken away."


def _claims(before: Values, now: Values, titles: Mapping[str, str]) -> Iterator[Difference]:
    was, is_ = _by_id(before.get("claims")), _by_id(now.get("claims"))
    then, today = _evidence(before), _evidence(now)
    for key in [*is_, *(key for key in was if key not in is_)]:
        proof = (then.get(key, {}), today.get(key, {}))
        ids = frozenset({key, *proof[0], *proof[1]})
        shown = is_.get(key) or was[key]
        text = str(shown.get("text") or "")
        if key not in was:
            told: tuple[str, ...] = (f"Added to {_section(shown.get('section'), titles)}.",)
            yield Difference("added", key, text, told, ids)
        elif key not in is_:
            told = (f"Taken off {_section(shown.get('section'), titles)}.",)
            yield Difference("removed", key, text, told, ids)
        else:
            told = (*_fields(was[key], is_[key], titles), *_proof(*proof))
            if told:
                yield Difference("changed", key, text, told, ids)


def _fields(was: Values, now: Values, titles: Mapping[str, str]) -> Iterator[str]:
    for field, words in _FIELDS.items():
        if was.get(field) != now.get(field):
            one, two = (_read(field, each.get(field), titles) for each in (was, now))
            yield _other(words, one, two)
    if bool(was.get("key")) != bool(now.get("key")):
        yield "It became a key claim." if now.get("key") else "It is no key claim any more."


def _proof(then: Mapping[str, Values], now: Mapping[str, Values]) -> Iterator[str]:
    """Say what became of a claim's evidence: links that came and went, and other figures."""
    came, went = now.keys() - then.keys(), then.keys() - now.keys()
    if came:
        yield "Evidence was added." if len(came) == 1 else f"{len(came)} pieces of evidence came."
    if went:
        yield "Evidence was taken off." if len(went) == 1 else f"{len(went)} pieces were taken off."
    for key in sorted(then.keys() & now.keys()):
        one, two = then[key], now[key]
        if _counts(one) != _counts(two):
            yield f"{_counts(one)} then, {_counts(two)} now."
        elif any(one.get(field) != two.get(field) for field in _FOR_OR_AGAINST):
            yield "Its evidence says something else."
        elif two.get("lost") and not one.get("lost"):
            yield "Evidence was lost."
        elif one != two:
            yield "What is known about its evidence changed."


def _counts(item: Values) -> str:
    n_for, against = item.get("n_for"), item.get("n_against")
    if not (isinstance(n_for, int) and isinstance(against, int)):
        return ""
    return f"{n_for} of {n_for + against}"


def _other(words: str, was: Any, now: Any) -> str:
    if was in (None, "", []):
        return f"{words}: {_shown(now)}, where nothing stood."
    if now in (None, "", []):
        return f"{words}: nothing now, {_shown(was)} before."
    return f"{words}: {_shown(now)}, before {_shown(was)}."


def _shown(value: Any) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return quoted(" to ".join(str(each) for each in value), 30)
    return quoted(str(value), 30)


def _read(field: str, value: Any, titles: Mapping[str, str]) -> Any:
    """Return a value as people read it."""
    if field == "quantifier":
        return WORDS.get(str(value), value)
    return _section(value, titles) if field == "section" else value


def _section(key: Any, titles: Mapping[str, str]) -> str:
    section = BY_ID.get(str(key))
    return titles.get(str(key), section.title if section else str(key)).lower()


def _evidence(content: Values) -> dict[str, dict[str, Values]]:
    found: dict[str, dict[str, Values]] = {}
    for key, item in _by_id(content.get("evidence")).items():
        found.setdefault(str(item.get("claim")), {})[key] = item
    return found


def _by_id(values: Any) -> dict[str, Values]:
    listed = values if isinstance(values, list) else []
    return {str(each["id"]): each for each in listed if isinstance(each, Mapping) and "id" in each}


def _values(value: Any) -> Values:
    return value if isinstance(value, Mapping) else {}
