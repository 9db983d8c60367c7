# SPDX-License-Identifier: MIT
"""Choices whose spelling drifted between waves: "18-24" and "18\u201324" are one answer.

Two ways of being alike. *Plainly*: but for case, spaces, dashes, quotation marks and a full stop;
such spellings are one choice wherever they stand. *Barely*: also but for accents and a number in
front; that holds only when no wave has both spellings side by side, and each has one partner.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from unicodedata import category, combining, normalize

from persona_studio.evidence.reading import fold

_QUOTES = dict.fromkeys(
    map(ord, "'\"\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u00ab\u00bb`\u00b4")
)
_PREFIX = re.compile(
    r"[(\[]?(?:\d{1,3}|[a-zA-Z])[.):\]]\s+(?=\S)|\d{1,3}\s*[-\u2013:=]\s+(?=[^\W\d])"
)
_NUMBERS = re.compile(r"\d+")
_JOINT = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")
_ACCENTS = 200
_LIKELY = 0.8


@dataclass(frozen=True)
class Drift:
    """What a new wave's choices are, against those known before.

    `merged` maps a new spelling to the known choice it surely is, `likely` to the one it may be;
    `fresh` are new choices without a partner, `gone` known ones that nobody gave.
    """

    merged: Mapping[str, str] = field(default_factory=dict)
    likely: Mapping[str, str] = field(default_factory=dict)
    fresh: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def plain_key(text: str) -> str:
    """Return what is left of a choice without case, spaces, kinds of dash and quotation marks."""
    folded = normalize("NFKC", text).casefold().translate(_QUOTES)
    kept = ("-" if category(c) == "Pd" or c == "\u2212" else c for c in folded)
    bare = "".join(c for c in kept if not c.isspace() and category(c) != "Cf")
    return bare.rstrip(".:;,") or bare


def bare_key(text: str, *, numbered: bool = False) -> str:
    """Return `plain_key` without accents and hyphens; `numbered` choices also lose their number."""
    words = _PREFIX.sub("", text.strip(), count=1) if numbered else text
    parts = normalize("NFKD", _JOINT.sub("", plain_key(words)))
    return normalize("NFC", "".join(c for c in parts if combining(c) < _ACCENTS))


def is_numbered(choices: Iterable[str]) -> bool:
    """Tell whether choices carry numbers that only count them: without them they still differ."""
    texts = list(dict.fromkeys(choices))
    marked = [text for text in texts if _PREFIX.match(text.strip())]
    rests = {bare_key(text, numbered=True) for text in texts}
    return len(marked) >= 2 and len(marked) * 2 >= len(texts) and len(rests) == len(texts)


def drift(known: Sequence[str], new: Sequence[str]) -> Drift:
    """Return how the choices of a new wave stand to the known ones, in the new wave's order."""
    there = {fold(text): text for text in reversed(known)}
    strange = list({fold(text): text for text in reversed(new) if fold(text) not in there}.values())
    strange.reverse()
    came = {fold(text) for text in new}
    missing = [text for folded, text in reversed(there.items()) if folded not in came]
    merged = _same_plainly(there.values(), strange)
    strange = [text for text in strange if text not in merged]
    missing = [text for text in missing if text not in merged.values()]
    barely = _same_barely(known, new, strange, missing)
    merged.update(barely)
    strange = [text for text in strange if text not in barely]
    missing = [text for text in missing if text not in barely.values()]
    likely = _likely(strange, missing)
    fresh = tuple(text for text in strange if text not in likely)
    return Drift(merged, likely, fresh, tuple(text for text in missing))


def _same_plainly(known: Iterable[str], strange: Sequence[str]) -> dict[str, str]:
    keys: dict[str, str] = {}
    for text in known:
        keys[plain_key(text)] = text
    return {text: keys[key] for text in strange if (key := plain_key(text)) in keys and key}


def _same_barely(
    known: Sequence[str], new: Sequence[str], strange: Sequence[str], missing: Sequence[str]
) -> dict[str, str]:
    """Pair what only one side has; a key that two of a side share pairs nothing."""
    ours = _by_key(missing, numbered=is_numbered(known))
    theirs = _by_key(strange, numbered=is_numbered(new))
    return {
        theirs[key][0]: ours[key][0]
        for key in theirs
        if key and len(theirs[key]) == 1 and len(ours.get(key, ())) == 1
    }


def _by_key(texts: Iterable[str], *, numbered: bool) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for text in texts:
        found.setdefault(bare_key(text, numbered=numbered), []).append(text)
    return found


def _likely(strange: Sequence[str], missing: Sequence[str]) -> dict[str, str]:
    """Pair the most alike first: the same numbers in other words, or nearly the same letters."""
    scored = [
        (score, place, text, partner)
        for place, text in enumerate(strange)
        for partner in missing
        if (score := _alike(text, partner)) >= _LIKELY
    ]
    found: dict[str, str] = {}
    for _, _, text, partner in sorted(scored, key=lambda each: (-each[0], each[1])):
        if text not in found and partner not in found.values():
            found[text] = partner
    return found


def _alike(one: str, other: str) -> float:
    numbers = _NUMBERS.findall(one)
    if numbers != _NUMBERS.findall(other):
        return 0.0
    if numbers:
        return 0.9
    return SequenceMatcher(None, bare_key(one), bare_key(other), autojunk=False).ratio()
