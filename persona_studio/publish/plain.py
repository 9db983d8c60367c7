# SPDX-License-Identifier: MIT
"""Texts of plain words: each word is shaped once, and lines are filled by adding up widths.

Only for texts that are broken at every blank and nowhere else; all others are Qt's to break.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from persona_studio.publish.fonts import Face

# Words of alphabets with plain marks. A blank beside a lone or turned bracket, a quote or a dash
# follows finer rules (UAX 14).
_LETTER = r"[0-9A-Za-z\u00c0-\u02af\u0370-\u03ff\u0400-\u052f]"
_WORD = rf"\(?{_LETTER}(?:['\u2019.,:]?{_LETTER})*%?\)?[.,;:]?"
_SPACED = re.compile(rf"(?:{_WORD}|[\u00b7&])(?: (?:{_WORD}|[\u00b7&]))*")
_BLANK = 0x20

Span = tuple[int, int, float]  # the first word of a line, the one after its last, its width


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
    """A paragraph of plain words, broken into lines; `width` is that of the widest."""

    rtl = False

    def __init__(self, text: str, words: Sequence[Word], lines: Sequence[Span]) -> None:
        self.text = text
        self.words = words
        self.count = len(lines)
        self.width = max(line[2] for line in lines)
        self._lines = lines

    @property
    def face(self) -> Face:
        """The one face of all words."""
        return self.words[0].face

    @property
    def blank(self) -> int:
        """The glyph of a blank."""
        return self.face.glyph(_BLANK)

    def line(self, number: int) -> Sequence[Word]:
        """Return the words of a line."""
        start, end, _ = self._lines[number]
        return self.words[start:end]

    def extent(self, number: int) -> tuple[float, float]:
        """Return the left end and the right end of a line."""
        return 0.0, self._lines[number][2]

    def broken(self, width: float) -> "Plain | None":
        """Return the same in lines of at most `width`; None where a word alone is wider."""
        if self.width <= width:
            return self
        blank = self.face.width(self.blank)
        lines: list[Span] = []
        start, used = 0, self.words[0].width
        for place, word in enumerate(self.words[1:], start=1):
            longer = used + blank + word.width
            if longer > width:
                lines.append((start, place, used))
                start, longer = place, word.width
            used = longer
        lines.append((start, len(self.words), used))
        found = Plain(self.text, self.words, lines)
        return found if found.width <= width else None


def on_one_line(text: str, words: Sequence[Word]) -> Plain:
    """Return a text of plain words as a single line."""
    face = words[0].face
    blanks = (len(words) - 1) * face.width(face.glyph(_BLANK))
    return Plain(text, words, [(0, len(words), sum(word.width for word in words) + blanks)])
