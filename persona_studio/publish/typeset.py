# SPDX-License-Identifier: MIT
"""Text laid out by Qt: line breaks, both directions, shaping; the fallback between faces is ours.

The only module outside the window that uses Qt (QtGui and QtSvg). Text is laid out once at an em
of 1,000 units, unhinted, so a laid paragraph serves every size: lengths here are thousandths of
an em unless they say otherwise.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache
from threading import Lock
from typing import TypeAlias, cast

from PySide6.QtCore import QBuffer, QByteArray, QPointF, Qt, QTextBoundaryFinder
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGlyphRun,
    QGuiApplication,
    QImage,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtSvg import QSvgRenderer

from persona_studio.core.errors import StudioError
from persona_studio.publish import fonts
from persona_studio.publish.families import Families, Part, goes_on
from persona_studio.publish.fonts import Face
from persona_studio.publish.hyphens import SOFT, kept, parted
from persona_studio.publish.line_order import Run, in_order
from persona_studio.publish.plain import Plain, Word, is_spaced, on_one_line, word_of

ONE_AT_A_TIME = Lock()
"""Held while a file is made: what was laid out once is remembered for all of them."""

EM = 1000
ENDLESS = 1_000_000.0
_CACHE = 6_000
_GONE = ("Cc", "Cs")
_WORDS = 20_000
_TRIES = 12
_RETRIEVE = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)


@cache
def ensure_gui() -> QGuiApplication:
    """Return the running Qt application, or start one without a screen; load our faces.

    Must first be called on the main thread.
    """
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        app = QGuiApplication(["persona-studio", "-platform", "offscreen"])
    _load(fonts.faces())
    QFontDatabase.setApplicationEmojiFontFamilies([fonts.EMOJI_FAMILY])
    return app


def renew() -> None:
    """Load the faces of packs that were added since; on the main thread."""
    ensure_gui()
    with ONE_AT_A_TIME:
        before = fonts.faces()
        fonts.renew()
        _format.cache_clear()
        _load(face for face in fonts.faces() if face not in before)


def _load(faces: Iterable[Face]) -> None:
    for face in faces:
        if QFontDatabase.addApplicationFont(str(face.path)) < 0:
            raise StudioError(
                "A font of the studio could not be read.",
                "Install the studio again.",
                face.path.name,
            )


@lru_cache(_CACHE)
def clean(text: str) -> str:
    """Return text as one line: runs of white space become a blank; what cannot be drawn goes.

    That is controls, lone surrogates and soft hyphens: readers lose letters beside one of these.
    """
    seen = (c for c in text if c.isspace() or not (c == SOFT or unicodedata.category(c) in _GONE))
    return " ".join("".join(seen).split())


@lru_cache(_CACHE)
def is_rtl(text: str) -> bool | None:
    """Tell the direction of a paragraph by its first strong letter; None when it has none."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind == "L":
            return False
        if kind in ("R", "AL"):
            return True
    return None


class Laid:
    """A paragraph broken into lines; keeps Qt's layout alive for as long as it is used.

    `text` is what it says, `whole` the same with the soft hyphens it may be broken at.
    """

    def __init__(self, text: str, layout: QTextLayout, asked: float, rtl: bool) -> None:
        self.text = self.whole = text
        self.rtl = rtl
        self._layout = layout
        self._asked = asked
        self.count = layout.lineCount()

    def serves(self, width: float) -> bool:
        """Tell whether it would be broken just so at this width: all fits, nothing more would.

        Only a word too wide for both may be parted elsewhere.
        """
        return self.width <= width and (width <= self._asked or self.count == 1)

    @cached_property
    def width(self) -> float:
        """The width of the widest line, without blanks at its end."""
        lines = (self._layout.lineAt(i) for i in range(self.count))
        return max((line.naturalTextWidth() for line in lines), default=0.0)

    @cached_property
    def units(self) -> bytes:
        """The text in UTF-16, which is what Qt counts in."""
        return self.whole.encode("utf-16-le", "replace")

    def letters(self, start: int, end: int) -> str:
        """Return a part of the text, from and to places in UTF-16 units."""
        if len(self.units) == 2 * len(self.whole):
            return self.whole[start:end]
        return self.units[2 * start : 2 * end].decode("utf-16-le", "replace")

    def span(self, line: int) -> tuple[int, int]:
        """Return where a line begins and ends in the text, in UTF-16 units."""
        found = self._layout.lineAt(line)
        return found.textStart(), found.textStart() + found.textLength()

    def extent(self, number: int) -> tuple[float, float]:
        """Return the left end and the right end of what is seen of a line."""
        box = self._layout.lineAt(number).naturalTextRect()
        return box.left(), box.right()

    @cached_property
    def lines(self) -> list[list[Run]]:
        """The glyphs of each line, runs in the order they are read."""
        return [self._runs(number) for number in range(self.count)]

    def _runs(self, number: int) -> list[Run]:
        start, end = self.span(number)
        found = self._layout.glyphRuns(start, end - start, _RETRIEVE)
        return in_order([_run(glyphs) for glyphs in found])


def _run(glyphs: QGlyphRun) -> Run:
    raw = glyphs.rawFont()
    face = fonts.face(raw.familyName(), raw.styleName())
    places = glyphs.positions()
    return Run(
        face,
        glyphs.isRightToLeft(),
        glyphs.glyphIndexes(),
        [place.x() for place in places],
        [place.y() for place in places],
        glyphs.stringIndexes(),
    )


@cache
def _font(weight: int) -> QFont:
    font = QFont(fonts.UI_FAMILY)
    font.setPixelSize(EM)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


@cache
def _format(family: str, weight: int) -> QTextCharFormat:
    found = QTextCharFormat()
    found.setFontFamilies([family])
    found.setFontWeight(fonts.weight(family, weight))
    return found


@cache
def _option(rtl: bool) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setFlags(QTextOption.Flag.DisableEmojiParsing)
    return option


@lru_cache(_WORDS)
def _word(text: str, weight: int) -> Word | None:
    """Shape a word; None where it is not one glyph a letter, all of the first family."""
    if not fonts.covered()[0][1].issuperset(map(ord, text)):
        return None
    [line] = _broken(text, weight, ENDLESS, [], rtl=False).lines
    run = line[0]
    plain = run.starts == list(range(len(text))) and 0 not in run.glyphs and not any(run.ys)
    return word_of(text, run.face, run.glyphs, run.xs) if len(line) == 1 and plain else None


Paragraph: TypeAlias = Laid | Plain


def _broken(text: str, weight: int, width: float, parts: list[Part], *, rtl: bool) -> Laid:
    """Let Qt break a text whose parts (start, end, family) are of other faces than the first."""
    layout = QTextLayout(text, _font(weight))
    layout.setTextOption(_option(rtl))
    layout.setFormats([_range(*part, weight) for part in parts])
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        _narrow(line, width)
        if blank := kept(text, line.textStart(), line.textLength()):
            line.setLineWidth(cast("tuple[float, int]", line.cursorToX(blank))[0] + 1)
        line.setPosition(QPointF(0, -line.ascent()))
    layout.endLayout()
    return Laid(text, layout, width, rtl)


def _narrow(line: QTextLine, width: float) -> None:
    """Break a line at a width; Qt takes pointed Hebrew for narrower than it then draws it."""
    asked = width
    for _ in range(_TRIES):
        line.setLineWidth(asked)
        over = line.naturalTextWidth() - width
        if over <= 1 or over >= asked:
            return
        asked -= max(over, width / 50)


class Typesetter:
    """Lays paragraphs out and remembers them; `missing` collects what no face can show.

    `missing` maps a grapheme to the first text it was met in. `east` is the language whose shapes
    East Asian letters take where a text does not tell.
    """

    def __init__(self, east: str = "") -> None:
        ensure_gui()
        self._families = Families(_graphemes, east)
        self.missing = self._families.missing
        self._laid: dict[tuple[str, int, bool], list[Laid]] = {}
        self._plain: dict[tuple[str, int], Plain | None] = {}
        self._ranges: dict[str, list[Part]] = {}

    def lay(self, text: str, weight: int, width: float, rtl: bool = False) -> Paragraph:
        """Break a cleaned text into lines of at most `width`; `rtl` when it has no letters."""
        plain = self._plainly(text, weight)
        if plain is not None and (broken := plain.broken(width)):
            return broken
        found = is_rtl(text)
        return self._remembered(text, weight, width, rtl if found is None else found)

    def _plainly(self, text: str, weight: int) -> Plain | None:
        """Return a text of plain words on one line; None for any other."""
        key = (text, weight)
        try:
            return self._plain[key]
        except KeyError:
            words = [_word(part, weight) for part in text.split(" ")] if is_spaced(text) else []
            known = [word for word in words if word is not None]
            whole = bool(known) and len(known) == len(words)
            found = self._plain[key] = on_one_line(text, known) if whole else None
            return found

    def _remembered(self, text: str, weight: int, width: float, rtl: bool) -> Laid:
        known = self._laid.setdefault((text, weight, rtl), [])
        found = next((laid for laid in known if laid.serves(width)), None)
        if found is None:
            whole = text
            if width < ENDLESS:
                whole = parted(text, width, lambda word: self._width(word, weight))
            found = _broken(whole, weight, width, self._by_family(whole), rtl=rtl)
            found.text = text
            known.append(found)
        return found

    def _width(self, word: str, weight: int) -> float:
        return self._remembered(word, weight, ENDLESS, rtl=False).width

    def _by_family(self, text: str) -> list[Part]:
        """One family a grapheme: where Qt mixes faces in a run its indexes come back as zeros."""
        found = self._ranges.get(text)
        if found is None:
            first, letters = fonts.covered()[0]
            if letters.issuperset(map(ord, text)):
                found = [(0, len(text), first)] if not text.isascii() else []
            else:
                found = self._families.ranges(text)
            self._ranges[text] = found
        return found


def _graphemes(word: str) -> Iterator[str]:
    """Yield the letters of a word with their marks: faces must not change within one."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, word)
    units = word.encode("utf-16-le", "replace")
    start = 0
    while (end := finder.toNextBoundary()) != -1:
        if not goes_on(units, end):
            yield units[2 * start : 2 * end].decode("utf-16-le")
            start = end


def _range(start: int, end: int, family: str, weight: int) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start, part.length = start, end - start
    part.format = _format(family, weight)
    return part


def raster(svg: str, pixels: int) -> bytes:
    """Draw one of our own SVG pictures into a square PNG with clear ground."""
    ensure_gui()
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    if not renderer.isValid():
        raise StudioError("The picture could not be drawn.", "Choose another picture.")
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    store = QBuffer()
    image.save(store, "PNG")  # type: ignore[call-overload]  # the stub wants bytes
    return bytes(store.data().data())
