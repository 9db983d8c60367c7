# SPDX-License-Identifier: MIT
"""Words that make a claim vague, turn it round, or join two; declared lists, English.

Verbatim quotes are never judged by these words: they are what somebody said.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

_ADVERBS = ("often", "sometimes", "usually", "generally", "normally", "typically", "frequently")
_LOOSE = ("several", "various", "some", "many")
_WEAK = (
    *_ADVERBS,
    *_LOOSE,
    "easy",
    "easily",
    "modern",
    "innovative",
    "flexible",
    "nice",
    r"user[- ]friendly",
    r"tech[- ]savvy",
    r"likes? (?:new )?technology",
    r"(?:wants?|loves?|values?|expects?) (?:good |high )?quality",
    r"high[- ]quality",
    r"state[- ]of[- ]the[- ]art",
    r"and so on",
    r"etc\.?",
)
_WEAK_WORD = re.compile(rf"\b(?:{'|'.join(_WEAK)})(?!\w)", re.IGNORECASE)
_DROPPED = re.compile(rf"\b(?:{'|'.join((*_ADVERBS, *_LOOSE))})\b\s*", re.IGNORECASE)

_VERBS = """asks avoids believes books brings buys calls cares checks chooses collects comes
compares decides delegates dislikes drives eats enjoys expects fears feels follows forgets gets
gives goes has hates hears helps ignores is keeps knows leaves likes lives loads looks loses loves
makes meets needs never orders owns pays picks plans plays prefers reads relies researches returns
saves searches seeks sells shares shops spends stays studies subscribes switches takes talks thinks
travels tries trusts uses values visits waits wants watches works worries writes"""
VERBS = frozenset(_VERBS.split())
_JOINT = re.compile(r"\s+(?:and/or|and|or)\s+|\s*;\s*", re.IGNORECASE)

_DENYING = """not never no nobody none hardly cannot doesn't don't isn't can't won't didn't without
dislikes hates avoids distrusts refuses ignores rejects skips"""
_BESIDE = """a an the to in on at of for with by from and or is are does do it its their them they
likes loves enjoys prefers wants uses trusts seeks always buys goes needs accepts has"""
NEGATIONS, _NEUTRAL = frozenset(_DENYING.split()), frozenset(_BESIDE.split())
ANTONYMS: Mapping[str, str] = {
    one: two  # in the form `polarity` gives words
    for pair in (
        ("cheap", "expensive"),
        ("early", "late"),
        ("fast", "slow"),
        ("quickly", "slowly"),
        ("online", "offline"),
        ("alone", "together"),
        ("morning", "evening"),
        ("weekday", "weekend"),
        ("young", "old"),
        ("rich", "poor"),
        ("loud", "quiet"),
        ("more", "less"),
        ("most", "least"),
    )
    for one, two in (pair, pair[::-1])
}


@lru_cache(maxsize=20_000)
def weak_word(text: str) -> str:
    """Return the first word of a text that could mean anything, "" without one."""
    found = _WEAK_WORD.search(text)
    return found[0] if found else ""


def without_loose_words(text: str) -> str:
    """Return a text without its "often" and "various"."""
    plain = " ".join(_DROPPED.sub("", text).split())
    return plain[:1].upper() + plain[1:]


@lru_cache(maxsize=20_000)
def two_claims(text: str) -> tuple[str, str] | None:
    """Return the two claims a text joins by "and/or", or by "and" before a second verb."""
    for joint in _JOINT.finditer(text):
        first, second = text[: joint.start()].strip(), text[joint.end() :].strip(" .")
        if len(first.split()) < 2 or len(second.split()) < 2:
            continue
        starts = [side.split()[0].casefold() for side in (first, second)]
        explicit = "and/or" in joint[0].casefold() or ";" in joint[0]
        if explicit or all(word in VERBS for word in starts):
            return first, second[:1].upper() + second[1:]
    return None


@lru_cache(maxsize=20_000)
def polarity(text: str) -> tuple[frozenset[str], bool]:
    """Return what a claim is about, and whether it denies it."""
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.casefold().replace("\u2019", "'"))
    denied = sum(word in NEGATIONS for word in words) % 2 == 1
    beside = NEGATIONS | _NEUTRAL
    core = {_stem(word) for word in words if word not in beside and word + "s" not in _NEUTRAL}
    return frozenset(core), denied


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def opposites(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of two texts that say the opposite, by denial or by an antonym."""
    places: dict[tuple[frozenset[str], bool], list[int]] = {}
    for place, text in enumerate(texts):
        core, denied = polarity(text)
        if core:
            turned = [(core, not denied), *((other, False) for other in _turned(core, denied))]
            for key in turned:
                yield from ((before, place) for before in places.get(key, ()))
            places.setdefault((core, denied), []).append(place)


def _turned(core: frozenset[str], denied: bool) -> Iterator[frozenset[str]]:
    """Yield what a claim would be about with one word turned into its opposite."""
    if not denied:
        for word in core & ANTONYMS.keys():
            yield core - {word} | {ANTONYMS[word]}
