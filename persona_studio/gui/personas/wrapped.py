# SPDX-License-Identifier: MIT
"""Wrapped text that is laid out once and painted many times; it begins where its letters do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QStaticText, QTextLayout, QTextOption

from persona_studio.gui.breaking import breakable
from persona_studio.gui.direction import from_right, mirrored
from persona_studio.gui.theme import font

_MOST = 20_000
_Key = tuple[str, int, int, int, bool | None, bool]
_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class Wrapped:
    """Keeps laid-out texts by (text, width, size, weight); make one for each delegate."""

    def __init__(self) -> None:
        self._kept: dict[_Key, QStaticText] = {}
        self._cut: dict[tuple[str, int, int, int], str] = {}
        self._sunk: dict[tuple[str, int, int], int] = {}
        self._fonts: dict[tuple[int, int], QFont] = {}
        self._metrics: dict[tuple[int, int], QFontMetrics] = {}

    def lines(
        self, text: str, width: int, pixels: int, weight: int = 400, *, right: bool | None = None
    ) -> QStaticText:
        """Return `text` broken to `width` px; its `size()` tells the room it takes.

        It begins where its own letters do, or at the `right` or left as the lines above it.
        """
        key = (text, width, pixels, weight, right, mirrored())
        found = self._kept.get(key)
        if found is None:
            found = self._keep(key, breakable(text), _WRAP)
        return found

    def line(self, text: str, width: int, pixels: int, *, right: bool | None = None) -> QStaticText:
        """Return one line of `text` as `lines` would, cut short where it is too long."""
        key = (text, width, -pixels, 400, right, mirrored())
        found = self._kept.get(key)
        if found is None:
            cut = self.elided(text, width, pixels)
            found = self._keep(key, cut, QTextOption.WrapMode.NoWrap)
        return found

    def sunk(self, text: str, width: int, pixels: int) -> int:
        """Return how much lower than in Latin letters the first line stands on its ground."""
        if text.isascii():
            return 0
        key = (text, width, pixels)
        if key not in self._sunk:
            layout = QTextLayout(breakable(text), self.font(pixels))
            option = QTextOption()
            option.setWrapMode(_WRAP)
            layout.setTextOption(option)
            layout.beginLayout()
            line = layout.createLine()
            line.setLineWidth(max(1, width))
            layout.endLayout()
            self._sunk[key] = round(line.ascent()) - self.metrics(pixels).ascent()
        return self._sunk[key]

    def font(self, pixels: int, weight: int = 400) -> QFont:
        """Return the studio's font, made once."""
        key = (pixels, weight)
        if key not in self._fonts:
            self._fonts[key] = font(pixels, QFont.Weight(weight))
        return self._fonts[key]

    def metrics(self, pixels: int, weight: int = 400) -> QFontMetrics:
        """Return the measures of the studio's font."""
        key = (pixels, weight)
        if key not in self._metrics:
            self._metrics[key] = QFontMetrics(self.font(pixels, weight))
        return self._metrics[key]

    def elided(self, text: str, width: int, pixels: int, weight: int = 400) -> str:
        """Return one line of `text`, cut short with an ellipsis where it is too long."""
        key = (text, width, pixels, weight)
        found = self._cut.get(key)
        if found is None:
            self._make_room()
            mode = Qt.TextElideMode.ElideRight
            found = self._cut[key] = self.metrics(pixels, weight).elidedText(text, mode, width)
        return found

    def forget(self) -> None:
        """Lay everything out anew, as after a change of fonts."""
        self._kept.clear()
        self._sunk.clear()
        self._cut.clear()
        self._fonts.clear()
        self._metrics.clear()

    def _keep(self, key: _Key, text: str, wrap: QTextOption.WrapMode) -> QStaticText:
        self._make_room()
        whole, width, pixels, weight, right, _ = key
        right = from_right(whole) if right is None else right
        made = QStaticText(text)
        made.setTextFormat(Qt.TextFormat.PlainText)
        option = QTextOption()
        option.setWrapMode(wrap)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        made.setTextOption(option)
        made.setTextWidth(max(1, width))
        made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        made.prepare(font=self.font(abs(pixels), weight))
        self._kept[key] = made
        return made

    def _make_room(self) -> None:
        """Keep no more than a large board shows."""
        if len(self._kept) + len(self._cut) > _MOST:
            self._kept.clear()
            self._cut.clear()
            self._sunk.clear()
