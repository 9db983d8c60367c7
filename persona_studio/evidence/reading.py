# SPDX-License-Identifier: MIT
"""How the text of a cell is read: folded choices, ticks of a multi-select, numbers; no numpy."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import isfinite
from typing import Any
from unicodedata import normalize

from persona_studio.core.research import Question

_DRESS = re.compile(r"[\s€$£¥₹%'\u2019]")
_PLAIN = re.compile(r"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
_DIGITS = re.compile(r"[-+]?(?:\d[\d.,]*|[.,]\d+)")
_WHOLE = re.compile(r"([-+]?\d+)[.,]0{1,2}")
_LEADING = re.compile(r"\s*([-+]?\d+)\b")
_SCALES = ("ordinal", "likert", "nps")
NUMERIC = ("numeric", "duration", *_SCALES)
_SHORT = 80
"""Answers to choose from are short and come again and again; what people write is not kept."""


def fold(text: object) -> str:
    """Return a text for comparing: one spelling of accents, no case, single spaces.

    A whole number is one however a tool writes it ("6.0" is "6"); three noughts part thousands.
    """
    said = str(text)
    return _remembered(said) if len(said) <= _SHORT else _folded(said)


def _folded(said: str) -> str:
    if said.isascii():  # one spelling already
        bare = " ".join(said.lower().split())
        return whole[1] if (whole := _WHOLE.fullmatch(bare)) else bare
    return " ".join(normalize("NFC", said).casefold().split())


_remembered = lru_cache(maxsize=20_000)(_folded)


@dataclass(frozen=True, eq=False)
class Reader:
    """Reads the cells of one question: which choice, which ticks, which step of the scale."""

    question: Question

    @cached_property
    def missing(self) -> frozenset[str]:
        """Folded texts that mean "no answer"; the blank is always one."""
        return frozenset(fold(text) for text in self.question.missing) | {""}

    @cached_property
    def _merged(self) -> Mapping[str, str]:
        merged = self.question.merged or {}
        return {fold(spelling): fold(choice) for spelling, choice in merged.items()}

    @cached_property
    def steps(self) -> Mapping[str, int]:
        """Place of each folded step of the question's scale, from low to high."""
        return {self.choice(step): i for i, step in enumerate(self.question.order)}

    @cached_property
    def options(self) -> frozenset[str]:
        """The folded choices the question is known to offer."""
        return frozenset(fold(option) for option in self.question.options)

    @cached_property
    def _broken(self) -> bool:
        """Whether an option holds the separator."""
        return any(fold(self.question.separator) in option for option in self.options)

    @property
    def many(self) -> bool:
        """Whether one cell may hold several choices, or a blank means "not ticked"."""
        return self.question.role == "multi_select"

    def is_missing(self, text: object) -> bool:
        """Tell whether a cell holds no answer."""
        return fold(text) in self.missing

    def choice(self, text: object) -> str:
        """Return the folded choice a spelling stands for."""
        folded = fold(text)
        return self._merged.get(folded, folded)

    def spelling(self, text: str) -> str:
        """Return a cell's answer as the question offers it, else as it is written."""
        said = self.choice(text)
        known = (*self.question.options, *self.question.order)
        return next((option for option in known if fold(option) == said), text.strip())

    def ticks(self, text: str) -> frozenset[str]:
        """Return the folded choices ticked in a cell; an option may contain the separator."""
        separator = self.question.separator
        if not separator or fold(text) in self.options:
            return frozenset({self.choice(text)} - {""})
        pieces = text.split(separator)
        parts = self._parts(pieces, separator) if self._broken else filter(str.strip, pieces)
        return frozenset(self.choice(part) for part in parts)

    def _parts(self, pieces: Sequence[str], separator: str) -> Iterable[str]:
        """Put pieces together again where together they are one known option, longest first."""
        start = 0
        while start < len(pieces):
            end = len(pieces)
            while end > start + 1:
                if fold(separator.join(pieces[start:end])) in self.options:
                    break
                end -= 1
            part = separator.join(pieces[start:end])
            if part.strip():
                yield part
            start = end

    def leading(self, text: str) -> float | None:
        """Return the number a step of a scale begins with ("4 - agree" is 4)."""
        if self.question.role not in _SCALES:
            return None
        found = _LEADING.match(self._merged.get(fold(text), text))
        return _finite(found[1]) if found else None


def number(text: object, decimal: str = ".") -> float | None:
    """Return the number in a cell, or None; currency, percent signs and spaces are ignored.

    `decimal` is how the column writes fractions; a single mark before exactly three digits that
    is not the column's decimal mark parts thousands.
    """
    bare = _DRESS.sub("", str(text)).replace("\u2212", "-")
    if _PLAIN.fullmatch(bare) and not (decimal == "," and "." in bare):
        return _finite(bare)
    if not _DIGITS.fullmatch(bare):
        return None
    return _finite(_dotted(bare, decimal))


def _finite(value: str | float) -> float | None:
    """Return a number that can be reckoned with; 1e999 is none."""
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if isfinite(found) else None


def _dotted(bare: str, decimal: str) -> str:
    """Write a number with a dot for its fraction and nothing between its thousands."""
    last = max(bare.rfind("."), bare.rfind(","))
    mark = bare[last]
    other = "," if mark == "." else "."
    if other in bare:
        return bare.replace(other, "").replace(mark, ".")
    thousands = bare.count(mark) > 1 or (mark != decimal and len(bare) - last == 4)
    return bare.replace(mark, "" if thousands else ".")


def decimal_mark(texts: Iterable[str]) -> str:
    """Return the mark a column writes fractions with, "." where nothing tells."""
    votes = {".": 0, ",": 0}
    for text in texts:
        bare = _DRESS.sub("", text)
        if ("," in bare or bare.count(".") > 1) and _DIGITS.fullmatch(bare):
            last = max(bare.rfind("."), bare.rfind(","))
            mark, other = bare[last], "," if bare[last] == "." else "."
            if other in bare or (bare.count(mark) == 1 and len(bare) - last != 4):
                votes[mark] += 1
            elif bare.count(mark) > 1:
                votes[other] += 1
    return "," if votes[","] > votes["."] else "."


def numbers(texts: Sequence[str], decimal: str = "") -> list[float | None]:
    """Return each text as a number where it is one, by a told decimal mark or the texts' own."""
    decimal = decimal or decimal_mark(texts)
    return [number(text, decimal) if text else None for text in texts]


def value_number(value: Any) -> float | None:
    """Return a measure's own value as a number (JSON writes fractions with a dot)."""
    if isinstance(value, bool) or value is None:
        return None
    return _finite(value) if isinstance(value, int | float) else number(value)
