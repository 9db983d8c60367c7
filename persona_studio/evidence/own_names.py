# SPDX-License-Identifier: MIT
"""People who name themselves in their own words: the parts of their names are hidden there."""

import re
import unicodedata
from collections.abc import Sequence

from persona_studio.evidence.privacy import MASK

_PART = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_SHORTEST = 3
_NO_NAMES = frozenset(
    {
        *("mrs", "miss", "prof", "herr", "frau", "dipl", "ing", "madame", "monsieur", "señor"),
        *("señora", "sig", "signora", "von", "van", "vom", "zum", "zur", "der", "den", "del"),
        *("della", "dos", "das", "bin", "ibn", "the", "and", "und", "anonymous", "none", "unknown"),
    }
)


def parts(name: str) -> list[str]:
    """Return the parts of a name that tell who it is, folded: no titles, no short particles."""
    words = name.split()
    if not all(map(str.isalpha, words)):
        words = _PART.findall(name)
    return [part for part in map(fold, words) if _tells(part)]


def fold(word: str) -> str:
    """Return a word for comparing names: no accents, no case."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in bare if not unicodedata.combining(char))


def _tells(part: str) -> bool:
    return (len(part) >= _SHORTEST or not part.isascii()) and part not in _NO_NAMES


def speaks_of(text: str, own: Sequence[str]) -> bool:
    """Tell, quickly, whether a part of a name may stand in a text."""
    return any(map(fold(text).__contains__, own))


def hide(text: str, own: Sequence[str]) -> tuple[str, int]:
    """Return a text without the words that are parts of a name, and how many there were."""
    found = [match.span() for match in _PART.finditer(text) if _is_of(match[0], own)]
    for start, end in reversed(found):
        text = text[:start] + MASK + text[end:]
    return text, len(found)


def _is_of(word: str, own: Sequence[str]) -> bool:
    """Tell whether a word is a part of a name, a possessive s taken off."""
    word = fold(word)
    return word in own or word.removesuffix("s").rstrip("'\u2019") in own
