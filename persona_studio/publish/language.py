# SPDX-License-Identifier: MIT
"""In which language a text is read aloud: what the user chose, else what its letters tell.

An alphabet is taken for its most likely language (as Unicode's likely subtags do), unless a letter
only another one has is met. Latin letters tell one by the small words of whole sentences, all texts
of a file together; where those tell none they are English, the studio's own words.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from persona_studio.publish.function_words import spoken

CHINESE, TRADITIONAL, JAPANESE, KOREAN = EASTERN = ("zh", "zh-Hant", "ja", "ko")
"""The languages that write one letter in shapes of their own."""

_LATIN = "cs da de es et fi fr hr hu id it lt lv nb nl pl pt ro sk sl sv tr vi"
_LANGUAGES = {
    "Latin": ("en", *_LATIN.split()),
    "Cyrillic": ("ru", "be", "bg", "mk", "sr", "uk"),
    "Greek": ("el",),
    "Hebrew": ("he", "yi"),
    "Arabic": ("ar", "fa", "ur"),
    "Devanagari": ("hi", "mr", "ne"),
    "Han": (CHINESE, TRADITIONAL),
    "Kana": (JAPANESE,),
    "Hangul": (KOREAN,),
}
"""Languages by their letters, the most likely first."""

TAGS = tuple(tag for tags in _LANGUAGES.values() for tag in tags)
"""All languages to choose from."""

_LETTERS = {
    "Latin": "A-Za-z\u00c0-\u02af\u1e00-\u1eff",
    "Cyrillic": "\u0400-\u052f",
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Hebrew": "\u05d0-\u05f4\ufb1d-\ufb4f",
    "Arabic": "\u0620-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "Devanagari": "\u0900-\u097f",
    "Han": "\u3400-\u9fff\uf900-\ufaff",
    "Kana": "\u3041-\u30ff",
    "Hangul": "\u1100-\u11ff\uac00-\ud7a3",
}
_SCRIPTS = {script: re.compile(f"[{letters}]") for script, letters in _LETTERS.items()}
_ONLY = (
    ("uk", "\u0404\u0407\u0454\u0457\u0490\u0491"),
    ("be", "\u040e\u045e"),
    ("sr", "\u0402\u040b\u0452\u045b"),
    ("mk", "\u0403\u040c\u0453\u045c"),
    ("ur", "\u0679\u0688\u0691\u06ba\u06d2"),
    ("fa", "\u067e\u0686\u0698\u06af"),
)
EASTERN_LETTERS = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+"
)
"""Letters and signs of East Asia: those that packs have, and lines may break between."""

_ALSO = {"Kana": ("Kana", "Han"), "Hangul": ("Hangul", "Han")}  # letters a language has as well
_EAST = ("Han", "Kana", "Hangul")
_SYLLABLE = 3  # Latin letters that say about as much as one letter of East Asia
_FEW = 20  # one kana among so many other letters does not make a text Japanese
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_TEXTS = 6_000


def is_tag(text: str) -> bool:
    """Tell whether a text is built as the name of a language is (BCP 47): de, pt-BR, sr-Latn."""
    return _TAG.fullmatch(text) is not None


def proposed(texts: Iterable[str]) -> str:
    """Return the language of most letters of some texts; English where they tell none."""
    whole = "\n".join(texts)
    found = _likely(whole) or "en"
    return spoken(whole) if found == "en" else found


@lru_cache(_TEXTS)
def within(text: str, document: str) -> str:
    """Return the language of a text in a document of another alphabet; "" where both are one."""
    found = _likely(text)
    own = _ALSO.get(_script(document), (_script(document),))
    return found if found and _script(found) not in own else ""


def eastern(texts: Iterable[str], document: str = "") -> str:
    """Return whose shapes the East Asian letters of a document take; "" where it has none.

    Those of its own language, else of the one that all of its texts tell together.
    """
    main, *others = document.casefold().split("-")
    if main in EASTERN:
        taken = main == CHINESE and not {"hant", "tw", "hk", "mo"}.isdisjoint(others)
        return TRADITIONAL if taken else main
    return _east_of("\n".join(texts))


@lru_cache(_TEXTS)
def told(text: str) -> str:
    """Return the language a text tells without doubt: kana Japanese, Hangul Korean; else ""."""
    kana, hangul = (len(_SCRIPTS[each].findall(text)) for each in ("Kana", "Hangul"))
    if not kana and not hangul:
        return ""
    return JAPANESE if kana > hangul else KOREAN


def _east_of(text: str) -> str:
    """Return the likely language of the letters of East Asia in a text."""
    han, kana, hangul = (len(_SCRIPTS[each].findall(text)) for each in _EAST)
    if max(kana, hangul) * _FEW > han:
        return told(text)
    taken = sum(map(_taken, _SCRIPTS["Han"].findall(text)))
    return (TRADITIONAL if taken > 0 else CHINESE) if han else ""


@cache
def _taken(letter: str) -> int:
    """Return 1 for a letter that only traditional Chinese has, -1 for one only simplified has.

    As told by the character sets that China and Taiwan declared for everyday use.
    """
    return _is_in(letter, "big5") - _is_in(letter, "gb2312")


def _is_in(letter: str, charset: str) -> bool:
    try:
        return bool(letter.encode(charset))
    except UnicodeEncodeError:
        return False


@lru_cache(_TEXTS)
def _likely(text: str) -> str:
    counts = {script: len(each.findall(text)) for script, each in _SCRIPTS.items()}
    east = _SYLLABLE * sum(counts.pop(each) for each in _EAST)
    script = max(counts, key=lambda each: counts[each])
    if east > counts[script]:
        return _east_of(text)
    if not counts[script]:
        return ""
    only = (language for language, letters in _ONLY if not set(letters).isdisjoint(text))
    known = _LANGUAGES[script]
    return next((language for language in only if language in known), known[0])


@lru_cache
def _script(language: str) -> str:
    """Return the letters of a language; Latin ones where a name says so, or it is not known."""
    main, *others = language.casefold().split("-")
    if "latn" in others:
        return "Latin"
    return next((script for script, known in _LANGUAGES.items() if main in known), "Latin")
