# SPDX-License-Identifier: MIT
"""Numbers that people read as facts: a percentage, or so many of so many, in a claim's words."""

import re

from persona_studio.evidence.verdict import WORDS, nearest

_PERCENT = r"\d{1,3}(?:[.,]\d+)?\s?(?:%|per\s?cent\b)"
_COUNT = r"\d+\s+(?:out\s+of|of)\s+\d+\b"
_ABOUT = r"(?:(?:about|around|nearly|almost|over|some|roughly|exactly|ca\.)\s+)?"
_WHOLE = r"(?:\s+of(?!\s+(?:the|them|our|those|these|us|all|its|their)\b))?"
_PERCENTAGE = re.compile(rf"(?<![\w.,]){_PERCENT}", re.IGNORECASE)
_NUMBER = re.compile(rf"(?<![\w.,])(?:{_PERCENT}|{_COUNT})", re.IGNORECASE)
_IN_BRACKETS = re.compile(rf"\s*\([^()]*(?:{_PERCENT}|{_COUNT})[^()]*\)", re.IGNORECASE)
_PHRASE = re.compile(rf"(?<![\w.,]){_ABOUT}(?:{_PERCENT}|{_COUNT}){_WHOLE}", re.IGNORECASE)
_PARTS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:out\s+of|of)?\s*(\d+)?", re.IGNORECASE)


def says_percentage(text: str) -> bool:
    """Tell whether a text gives a percentage."""
    return bool(_PERCENTAGE.search(text))


def says_number(text: str) -> bool:
    """Tell whether a text gives a percentage, or so many of so many."""
    return bool(_NUMBER.search(text))


def counts_in(text: str) -> tuple[int, int] | None:
    """Return (so many, of so many) of the first number in a text; a percentage is of 100."""
    found = _NUMBER.search(text)
    parts = _PARTS.match(found[0]) if found else None
    if parts is None:
        return None
    part = round(float(parts[1].replace(",", ".")))
    return part, int(parts[2]) if parts[2] else 100


def in_words(text: str) -> str:
    """Return a text that says "most" or "few" instead of its numbers."""
    counts = counts_in(text)
    word = nearest(*counts) if counts and 0 <= counts[0] <= counts[1] else None
    return with_instead(text, WORDS[word] if word else "some")


def with_instead(text: str, words: str) -> str:
    """Return a text with `words` for its numbers; a number in brackets is left out."""
    plain = _PHRASE.sub(words, _IN_BRACKETS.sub("", text)).strip()
    return plain[:1].upper() + plain[1:]
