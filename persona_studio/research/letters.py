# SPDX-License-Identifier: MIT
"""How much a text in one of many one-byte encodings looks like writing once it is decoded.

In the wrong encoding capitals stand inside words, signs between letters, letters of other
alphabets beside plain ones, and letters together that no one language has; detectors by
frequency alone miss this in short files.
"""

import math
import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

_LATIN = (
    *("cp1252", "mac_roman", "iso8859-15", "cp1250", "iso8859-2", "cp850", "cp852"),
    *("cp1254", "cp1257", "cp1258", "mac_latin2"),
)
_CYRILLIC = ("cp1251", "koi8-r", "koi8-u", "cp866")
_RARE = ("iso8859-5", "mac_cyrillic")
_LANGUAGES = tuple(
    map(
        frozenset,
        (
            *("äöüß", "àâæçèéêëîïôœùûüÿ", "áéíóúüñªº", "àáâãçéêíóôõúüªº", "àèéìíîòóùú"),
            *("àçèéíïòóúü·", "äëïéèöüóáíúê", "åäöéü", "æøåéóò", "áéíóúýþæöð", "äõöüšž", "åäöšž"),
            *("ąćęłńóśźż", "áčďéěíňóřšťúůýžöü", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž"),
            *("ăâîșțşţ", "çëê", "âçğıİîöşüû", "ąčęėįšųūž", "āčēģīķļņšūžõ", "ċġħżàèìòù", "áéíóú"),
            *("ăâđêôơưàèìòùáéíóúýỳãẽĩõũỹ\u0300\u0301\u0303\u0309\u0323", "âêîôûŵŷáéíóúäëïöü"),
            *("абвгдежзийклмнопрстуфхцчшщъыьэюяё", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
            *("абвгдежзийклмнопрстуфхцчшщъьюя", "абвгдеёжзійклмнопрстуўфхцчшыьэюя"),
            *("абвгдђежзијклљмнњопрстћуфхцчџш", "абвгдѓежзѕијклљмнњопрстќуфхцчџш"),
            "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
        ),
    )
)
"""The letters beyond plain ones of languages that have encodings of one byte."""
_HEBREW = "\u0590"
"""Here begin alphabets that have one language in encodings of one byte."""
_VOWELS = frozenset("aeiouyăâêôơư")
_FOREIGN = 0.05
"""Letters of another alphabet than the plain one are at least so many in a hundred, or none."""
_BEYOND = re.compile(r"[^\x00-\x7f]")
_NO_LETTERS = bytes(b for b in range(256) if not chr(b).isascii() or not chr(b).isalpha())
_MOST = 1_500
_CLEARLY = 0.7
_STRANGE = 0.5
_SIGNS = frozenset(
    "\u2018\u2019\u201a\u201c\u201d\u201e\u2013\u2014\u2026\u20ac\u00a3\u00ab\u00bb\u00a0\u00b0\u00bf\u00a1\u2022\u2122\u00ae\u00a9\u00bd\u2116"
)


class Best(NamedTuple):
    """An encoding, how much it looks like writing (-3 to 1), and whether another does as well.

    Only others of the same alphabet are meant: between alphabets a detector is seldom wrong.
    """

    name: str
    looks: float
    tied: bool


def best(sample: bytes, guess: str, *, rare: bool = True) -> Best:
    """Return the encoding in which a text looks most like writing, `rare` ones among them.

    It is `guess` unless another is clearly better.
    """
    beyond = len(sample.translate(None, bytes(range(0x80))))
    plain = len(sample.translate(None, _NO_LETTERS))
    cyrillic = _CYRILLIC + (_RARE if rare else ())
    names = _LATIN + (cyrillic if beyond >= _FOREIGN * (beyond + plain) else ())
    told = {name: _told(sample.decode(name, "replace")) for name in (guess, *names)}
    scores = {n: sum(points) - _STRANGE * _strange(said) for n, (said, points) in told.items()}
    winner = max(scores, key=lambda name: scores[name])
    said, points = told[guess]
    if scores[winner] - scores[guess] <= max(_CLEARLY, 0.005 * len(points)):
        winner = guess
    said, points = told[winner]
    alike = next((each for each in (_LATIN, cyrillic) if winner in each), ())
    others = [scores[name] for name in alike if name in told and told[name][0] != said]
    tied = scores[winner] - max(others, default=-math.inf) < _CLEARLY
    return Best(winner, sum(points) / max(1, len(points)), tied)


def _told(text: str) -> tuple[str, list[float]]:
    """Return letters and signs beyond ASCII, and the plausibility of each, from -3 to 1."""
    said, told = [], []
    for found in _BEYOND.finditer(text):
        place = found.start()
        before, after = text[max(0, place - 1) : place], text[place + 1 : place + 2]
        said.append(found[0])
        told.append(_plausible(before, found[0], after))
        if len(told) >= _MOST:
            break
    return "".join(said), told


def _strange(said: str) -> int:
    """Return how many letters the language that has most of them does not have."""
    own = [letter for letter in said if letter.isalpha() and letter < _HEBREW]
    letters = Counter(letter.lower()[:1] for letter in own)
    known = max(sum(n for each, n in letters.items() if each in has) for has in _LANGUAGES)
    return letters.total() - known


@lru_cache(1 << 14)
def _plausible(before: str, letter: str, after: str) -> float:
    if letter == "\ufffd" or "\x7f" <= letter <= "\x9f":
        return -3.0
    if letter.isalpha():
        return _of_letter(before, letter, after)
    if unicodedata.category(letter) == "Mn":
        fits = before and (before.lower() in _VOWELS or _alphabet(before) == _alphabet(letter))
        return 1.0 if fits else -1.0
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
