# SPDX-License-Identifier: MIT
"""Laid text turned into the operators of a PDF page; every letter can be copied out again.

A glyph that always stands for the same letters goes into the font's ToUnicode map. Any other
cluster (ligatures, marks, a glyph no face has) is wrapped in /ActualText. Clusters of a run from
right to left are written in visual order, as readers of PDF expect.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from persona_studio.publish.fonts import Face
from persona_studio.publish.gidfont import GidFont
from persona_studio.publish.hyphens import SOFT
from persona_studio.publish.line_order import Run
from persona_studio.publish.plain import Plain, Word
from persona_studio.publish.typeset import Laid, Paragraph

# Readers turn these round themselves in text from right to left, so they get the shape drawn.
_MIRRORED = str.maketrans("()[]{}<>\u00ab\u00bb\u2039\u203a", ")(][}{><\u00bb\u00ab\u203a\u2039")

# Which of a letter's shapes is meant: the glyph has it already, and must not stand for more.
_CHOICES = "\ufe0e\ufe0f"

Cluster = tuple[int, list[int]]


class Inkwell:
    """The fonts of one document, and the only one that writes text operators."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._fonts: dict[Face, GidFont] = {}

    def font(self, face: Face) -> GidFont:
        """Return the embedded font of a face, made when first needed."""
        found = self._fonts.get(face)
        if found is None:
            found = GidFont(self._document, face, f"G{len(self._fonts)}")
            self._fonts[face] = found
        return found

    def line(
        self, laid: Paragraph, number: int, x: float, baseline: float, size: float
    ) -> list[str]:
        """Return the operators that draw one line with its left end at `x` (points)."""
        if isinstance(laid, Plain):
            font = self.font(laid.face)
            place = f"/{font.name} {size:.4g} Tf 1 0 0 1 {x:.3f} {baseline:.3f} Tm"
            blank = f"{laid.blank:04X}"
            font.glyphs.setdefault(laid.blank, " ")
            return [place, _words(font, laid.line(number), blank)]
        code: list[str] = []
        for run, after in _with_ends(laid.lines[number], laid, laid.span(number)[1]):
            font = self.font(run.face)
            pen = _Pen(font, size, x, baseline)
            code.append(f"/{font.name} {size:.4g} Tf")
            if not _plainly(pen, run, laid, after):
                _clusters(pen, run, laid, after)
            code += pen.code
        return code


def _words(font: GidFont, words: Sequence[Word], blank: str) -> str:
    """Return the operator that shows words; a letter drawn like another one is told apart."""
    code = blank.join(
        word.shown
        if font.stands_for(word.text, word.glyphs)
        else f">]TJ /Span {_actual(word.text)} BDC [<{word.shown}>]TJ EMC [<"
        for word in words
    )
    return f"[<{code}>]TJ"


def _actual(letters: str) -> str:
    return f"<</ActualText <FEFF{letters.encode('utf-16-be').hex().upper()}>>>"


def _with_ends(runs: list[Run], laid: Laid, end: int) -> list[tuple[Run, dict[int, int]]]:
    """Pair each run with where the letters of each of its clusters end.

    The blank at which a line was broken has no glyph and belongs to no cluster.
    """
    starts = sorted({start for run in runs for start in run.starts})
    while starts and end - 1 > starts[-1] and laid.units[2 * end - 2 : 2 * end] == b" \0":
        end -= 1
    after = dict(pairwise([*starts, end]))
    return [(run, after) for run in runs]


def _plainly(pen: "_Pen", run: Run, laid: Laid, after: dict[int, int]) -> bool:
    """Draw a run of one glyph a letter, the common case; False when it is not one."""
    first = run.starts[0]
    count = len(run.glyphs)
    letters = laid.whole[first : first + count]
    if run.rtl or len(laid.units) != 2 * len(laid.whole) or any(run.ys):
        return False
    if SOFT in letters or run.starts != list(range(first, first + count)):
        return False
    if after[run.starts[-1]] != first + count:
        return False
    known = pen.font.glyphs
    if 0 in run.glyphs:
        return False
    for glyph, letter in zip(run.glyphs, letters, strict=True):
        if known.setdefault(glyph, letter) != letter:
            return False
    pen.glyphs(run.glyphs, run.xs)
    pen.flush()
    return True


def _clusters(pen: "_Pen", run: Run, laid: Laid, after: dict[int, int]) -> None:
    for start, members in _grouped(run):
        letters = laid.letters(start, after[start])
        letters = letters.translate(_MIRRORED) if run.rtl else letters
        glyph = run.glyphs[members[0]]
        known, bare = pen.font.glyphs, letters.rstrip(_CHOICES) or letters
        if letters == SOFT:
            known.setdefault(glyph, "-")  # whose glyph it borrows
        plain = len(members) == 1 and glyph != 0 and known.setdefault(glyph, bare) == bare
        if not plain:
            pen.flush()
            pen.code.append(f"/Span {_actual(letters)} BDC")
        for member in sorted(members, key=lambda m: run.xs[m]):
            known.setdefault(run.glyphs[member], "")
            pen.one(run.glyphs[member], run.xs[member], run.ys[member])
        if not plain:
            pen.flush()
            pen.code.append("EMC")
    pen.flush()


def _grouped(run: Run) -> list[Cluster]:
    clusters: list[Cluster] = []
    for place, start in enumerate(run.starts):
        if clusters and clusters[-1][0] == start:
            clusters[-1][1].append(place)
        else:
            clusters.append((start, [place]))
    if run.rtl:
        clusters.sort(key=lambda cluster: min(run.xs[m] for m in cluster[1]))
    return clusters


class _Pen:
    """Gathers glyphs into TJ operators; keeps where the reader's own pen will be."""

    def __init__(self, font: GidFont, size: float, x: float, baseline: float) -> None:
        self.font = font
        self.code: list[str] = []
        self._size, self._x, self._baseline = size, x, baseline
        self._shown: list[str] = []
        self._at: float | None = None
        self._y = 0.0

    def glyphs(self, glyphs: list[int], xs: list[float]) -> None:
        """Show a whole run that stays on the baseline."""
        self._move(xs[0], 0.0)
        width, shown, at = self.font.face.width, self._shown, xs[0]
        part = "<"
        for glyph, x in zip(glyphs, xs, strict=True):
            gap = round(x - at)
            if gap:
                shown.append(f"{part}>{-gap}")
                part = "<"
                at += gap
            part += f"{glyph:04X}"
            at += width(glyph)
        shown.append(part + ">")
        self._at = at

    def one(self, glyph: int, x: float, y: float) -> None:
        """Show one glyph where it stands."""
        if self._at is None or abs(y - self._y) > 1 or abs(x - self._at) > 2 * 1000:
            self.flush()
            self._move(x, y)
        at = self._at if self._at is not None else x
        gap = round(x - at)
        if gap:
            self._shown.append(str(-gap))
        self._shown.append(f"<{glyph:04X}>")
        self._at = at + gap + self.font.face.width(glyph)

    def flush(self) -> None:
        """Write what was gathered."""
        if self._shown:
            self.code.append("[" + "".join(self._shown).replace("><", "") + "]TJ")
            self._shown.clear()

    def _move(self, x: float, y: float) -> None:
        k = self._size / 1000
        place = f"{self._x + x * k:.3f} {self._baseline - y * k:.3f}"
        self.code.append(f"1 0 0 1 {place} Tm")
        self._at, self._y = x, y
