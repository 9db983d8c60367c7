# SPDX-License-Identifier: MIT
"""What a question asks about, told by its own words; the lists lie in `question_words.txt`.

Nothing tells the language of a survey, so the words of all languages apply together.
"""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path


@lru_cache(maxsize=20_000)
def speaks_of(name: str, asked: str) -> bool:
    """Tell whether a question has one of the words of a list in it."""
    plain = _folded(asked)
    return bool(_pattern(name, latin=_is_latin(plain)).search(plain))


@cache
def _pattern(name: str, *, latin: bool) -> re.Pattern[str]:
    """Return the words of a list; for Latin letters those of other scripts need no look."""
    words = _lists()[name].values()
    return re.compile("|".join(each for each in words if not latin or _is_latin(each)))


def _is_latin(text: str) -> bool:
    return all(char < "\u0370" or not char.isalpha() for char in text)


@cache
def _lists() -> dict[str, dict[str, str]]:
    """Return the shipped lists by name, each as one regular expression a language."""
    found: dict[str, dict[str, str]] = {}
    name = ""
    for line in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            language, _, words = line.partition(": ")
            shares = found.setdefault(name, {})
            before = f"{shares[language]}|" if language in shares else ""
            shares[language] = before + _folded(words)
    return found


def _folded(text: str) -> str:
    """Return a text with wide letters narrow, all small (the Turkish \u0130 too), and ' plain."""
    plain = unicodedata.normalize("NFKC", text).replace("\u2019", "'").casefold()
    return unicodedata.normalize("NFC", plain.replace("i\u0307", "i"))
