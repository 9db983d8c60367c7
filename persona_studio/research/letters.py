# SPDX-License-Identifier: MIT
"""How much a text in one of many one-byte encodings looks like writing once it is decoded.

In the wrong encoding capitals stand inside words, signs between letters, and letters of other
alphabets beside plain ones; detectors by frequency alone miss this in short files.
"""

import re
import unicodedata
from functools import cache

_LATIN = ("cp1252", "mac_roman", "iso8859-15", "cp1250", "iso8859-2", "cp850", "cp852")
_CYRILLIC = ("cp1251", "koi8-r", "cp866")
_FOREIGN = 0.05
"""Letters of another alphabet than the plain one are at least so many in a hundred, or none."""
_BEYOND = re.compile(r"[^\x00-\x7f]")
_NO_LETTERS = bytes(b for b in range(256) if not chr(b).isascii() or not chr(b).isalpha())
_MOST = 4_000
_CLEARLY = 0.7
_SIGNS = frozenset(
    "\u2018\u2019\u201a\u201c\u201d\u201e\u2013\u2014\u2026\u20ac\u00a3\u00ab\u00bb\u00a0\u00b0\u00bf\u00a1\u2022\u2122\u00ae\u00a9\u00bd\u2116"
)


def best(sample: bytes, guess: str) -> tuple[str, float]:
    """Return the encoding in which a text looks most like writing, and how much it does (-3 to 1).

    It is `guess` unless another is clearly better.
    """
    beyond = len(sample.translate(None, bytes(range(0x80))))
    plain = len(sample.translate(None, _NO_LETTERS))
    names = _LATIN + (_CYRILLIC if beyond >= _FOREIGN * (beyond + plain) else ())
    scores = {name: _told(sample.decode(name, "replace")) for name in (guess, *names)}
    winner = max(scores, key=lambda name: sum(scores[name]))
    better = sum(scores[winner]) - sum(scores[guess])
    if better <= max(_CLEARLY, 0.005 * len(scores[guess])):
        winner = guess
    return winner, sum(scores[winner]) / max(1, len(scores[winner]))


def _told(text: str) -> list[float]:
    """Return the plausibility, from -3 to 1, of each letter and sign beyond ASCII."""
    told = []
    for found in _BEYOND.finditer(text):
        place = found.start()
        before, after = text[max(0, place - 1) : place], text[place + 1 : place + 2]
        told.append(_plausible(before, found[0], after))
        if len(told) >= _MOST:
            break
    return told


def _plausible(before: str, letter: str, after: str) -> float:
    if letter == "\ufffd" or "\x7f" <= letter <= "\x9f":
        return -3.0
    if letter.isalpha():
        return _of_letter(before, letter, after)
    if unicodedata.category(letter) == "Mn":
        return 1.0 if _alphabet(before) == _alphabet(letter) else -1.0
    if letter in "\u00bf\u00a1" and after.isalpha():
        return 1.0
    inside = before.isalpha() and after.isalpha()
    if letter == "\u2019" or letter in _SIGNS:
        return 0.5 if not inside or letter == "\u2019" else -1.0
    return -1.0 if before.isalpha() or after.isalpha() else -0.3


def _of_letter(before: str, letter: str, after: str) -> float:
    alphabet = _alphabet(letter)
    beside = [_alphabet(each) for each in (before, after) if each.isalpha()]
    if letter.isupper() and before.islower():
        return -1.5
    if any(each != alphabet for each in beside):
        return -1.0
    if alphabet != "LATIN":
        return 1.0 if beside else 0.1
    plain = [each for each in (before, after) if each.isalpha() and each < "\x80"]
    return (1.0 if plain else -1.0) if beside else 0.2


@cache
def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "?").partition(" ")[0]
