# SPDX-License-Identifier: MIT
"""Wrapped text that is laid out once and painted many times."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QStaticText, QTextOption

from persona_studio.gui.theme import font

_MOST = 20_000


class Wrapped:
    """Keeps laid-out texts by (text, width, size, weight); make one for each delegate."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int, int, int], QStaticText] = {}
        self._fonts: dict[tuple[int, int], QFont] = {}
        self._metrics: dict[tuple[int, int], QFontMetrics] = {}

    def lines(self, text: str, width: int, pixels: int, weight: int = 400) -> QStaticText:
        """Return `text` broken to `width` px; its `size()` tells the room it takes."""
        key = (text, width, pixels, weight)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) > _MOST:
                self._kept.clear()
            found = self._kept[key] = self._laid_out(text, width, pixels, weight)
        return found

    def line(self, text: str, width: int, pixels: int) -> QStaticText:
        """Return one line of `text`, cut short where it is too long."""
        key = (text, width, -pixels, 400)
        found = self._kept.get(key)
        if found is None:
            cut = self.elided(text, width, pixels)
            found = self._kept[key] = self._laid_out(cut, 4 * width, pixels, 400)
        return found

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
        metrics = self.metrics(pixels, weight)
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def forget(self) -> None:
        """Lay everything out anew, as after a change of fonts."""
        self._kept.clear()
        self._fonts.clear()
        self._metrics.clear()

    def _laid_out(self, text: str, width: int, pixels: int, weight: int) -> QStaticText:
        made = QStaticText(text)
        made.setTextFormat(Qt.TextFormat.PlainText)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setTextOption(option)
        made.setTextWidth(max(1, width))
        made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        made.prepare(font=self.font(pixels, weight))
        return made
