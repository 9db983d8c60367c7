# SPDX-License-Identifier: MIT
"""Texts of plain words: each word is shaped once, and lines are filled by adding up widths.

Only for texts that are broken at every blank and nowhere else; all others are Qt's to break.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from persona_studio.publish.fonts import Face

# Words of alphabets with plain marks. A blank beside a lone or turned bracket, a quote or a dash
# follows finer rules (UAX 14).
_LETTER = r"[0-9A-Za-z\u00c0-\u02af\u0370-\u03ff\u0400-\u052f]"
_WORD = rf"\(?{_LETTER}(?:['\u2019.,:]?{_LETTER})*%?\)?[.,;:]?"
_SPACED = re.compile(rf"(?:{_WORD}|[\u00b7&])(?: (?:{_WORD}|[\u00b7&]))*")
_BLANK = 0x20


@dataclass(frozen=True)
class Word:
    """A shaped word of one glyph a letter; lengths are thousandths of an em.

    `shown` is the inside of a PDF string: glyphs in hex, with what kerning moves them by.
    """

    text: str
    face: Face
    glyphs: tuple[int, ...]
    width: float
    shown: str


def is_spaced(text: str) -> bool:
    """Tell whether a cleaned text is broken at every blank and nowhere else."""
    return _SPACED.fullmatch(text) is not None


def word_of(text: str, face: Face, glyphs: Sequence[int], xs: Sequence[float]) -> Word:
    """Return a word from its glyphs and where each stands."""
    at, shown = xs[0], ""
    for glyph, x in zip(glyphs, xs, strict=True):
        gap = round(x - at)
        shown += f">{-gap}<{glyph:04X}" if gap else f"{glyph:04X}"
        at += gap + face.width(glyph)
    return Word(text, face, tuple(glyphs), at - xs[0], shown)


class Plain:
    """A paragraph of plain words, broken into lines of at most a width."""

    rtl = False

    def __init__(self, text: str, words: Sequence[Word], lines: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.words = words
        self.count = len(lines)
        self._lines = lines

    @property
    def face(self) -> Face:
        """The one face of all words."""
        return self.words[0].face

    @cached_property
    def blank(self) -> tuple[int, float]:
        """The glyph of a blank, and its width."""
        return self.face.glyph(_BLANK)

    @cached_property
    def width(self) -> float:
        """The width of the widest line."""
        return max(self.extent(number)[1] for number in range(self.count))

    def line(self, number: int) -> Sequence[Word]:
        """Return the words of a line."""
        start, end = self._lines[number]
        return self.words[start:end]

    def extent(self, number: int) -> tuple[float, float]:
        """Return the left end and the right end of a line."""
        words = self.line(number)
        return 0.0, sum(word.width for word in words) + (len(words) - 1) * self.blank[1]

    def broken(self, width: float) -> "Plain | None":
        """Return the same in lines of at most `width`; None where a word alone is wider."""
        starts = list(self._starts(width))
        if starts[-1] < 0:
            return None
        ends = [*starts[1:], len(self.words)]
        return Plain(self.text, self.words, list(zip(starts, ends, strict=True)))

    def _starts(self, width: float) -> Iterator[int]:
        """Yield where each line begins, and -1 at a word that is wider than a line."""
        used, blank = width, self.blank[1]
        for place, word in enumerate(self.words):
            used += blank + word.width
            if used > width:
                used = word.width
                yield place if used <= width else -1
                if used > width:
                    return
