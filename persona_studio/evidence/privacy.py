# SPDX-License-Identifier: MIT
"""Helps to find personal data in words, hides it, and makes stable names for people.

Finding is by form only: e-mail addresses, telephone numbers, bank and card numbers with a right
check sum, network addresses, links that name a user, handles. It never promises that a text is
anonymous.
"""

import hashlib
import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass

from persona_studio.evidence.private_forms import DIGIT, FINDERS

MASK = "▇▇▇"
_CERTAIN = ("email", "url", "iban", "ip")
_HINT = re.compile(r"[@\d/=(\[]")
"""Without one of these marks there is nothing to find; a set of letters is quick to look for."""
_CERTAIN_MARKS = (
    *("@", "://", "www.", "WWW.", "::"),
    *("(at", "[at", "( at", "[ at", "(AT", "[AT"),
)
_FIGURES = re.compile(r"[0-9\s.,:/+-]*")
_DOTTED = re.compile(r"\.\d{1,3}\.\d")
_CERTAIN_HINTS = (
    _DOTTED,
    re.compile(r"[A-Za-z]{2}\d\d"),
    re.compile(r":[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}:"),
)


@dataclass(frozen=True)
class Hit:
    """One passage of personal data: its kind and place in the text."""

    kind: str
    start: int
    end: int


def mask(text: str) -> tuple[str, int]:
    """Return the text with personal data hidden, and how many passages were hidden."""
    return _hidden(text, find(text))


def mask_certain(text: str) -> tuple[str, int]:
    """Hide only what cannot be anything else, for short answers: no numbers, no handles."""
    if _is_certainly_clean(text):
        return text, 0
    return _hidden(text, [hit for hit in find(text) if hit.kind in _CERTAIN])


def _hidden(text: str, hits: list[Hit]) -> tuple[str, int]:
    if not hits:
        return text, 0
    parts, place = [], 0
    for hit in hits:
        parts += [text[place : hit.start], MASK]
        place = hit.end
    return "".join([*parts, text[place:]]), len(hits)


def is_clean(texts: Iterable[str]) -> bool:
    """Tell at once that none of many texts holds anything; if False, each must be looked at."""
    return not _HINT.search("\n".join(texts))


def is_certainly_clean(texts: Iterable[str]) -> bool:
    """Tell at once that none of many short answers holds what can be nothing else."""
    return _is_certainly_clean("\n".join(texts))


def _is_certainly_clean(text: str) -> bool:
    if _FIGURES.fullmatch(text):
        return not _DOTTED.search(text)
    return not any(mark in text for mark in _CERTAIN_MARKS) and not any(
        hint.search(text) for hint in _CERTAIN_HINTS
    )


def find(text: str) -> list[Hit]:
    """Return the passages of personal data in a text, in order, none overlapping another."""
    if not _HINT.search(text):
        return []
    found: list[Hit] = []
    marks = _marks(text)
    for kind, wanted, finder in FINDERS:
        if marks.isdisjoint(wanted):
            continue
        for start, end in finder(text):
            if all(end <= hit.start or start >= hit.end for hit in found):
                found.append(Hit(kind, start, end))
    return sorted(found, key=lambda hit: hit.start)


def _marks(text: str) -> set[str]:
    """Return the letters of a text, any digit as one mark."""
    found = set(text)
    return found | DIGIT if any(map(str.isdigit, found)) else found


def kind_of(text: str) -> str | None:
    """Return the kind of personal data a whole cell is, None when it is something else."""
    text = text.strip()
    hits = find(text)
    if len(hits) == 1 and hits[0].end - hits[0].start >= 0.8 * len(text):
        return hits[0].kind
    return None


def pseudonym(key: bytes, text: str) -> str:
    """Return a stable stand-in for an identifier: keyed, so that it cannot be guessed back.

    Case and outer spaces do not matter; HMAC-SHA256, 40 bits in 8 letters and digits.
    """
    said = " ".join(text.split()).casefold()
    digest = hmac.new(key, said.encode("utf-8", "replace"), hashlib.sha256).digest()
    number = int.from_bytes(digest[:5], "big")
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    return "P-" + "".join(letters[(number >> shift) & 31] for shift in range(35, -1, -5))
