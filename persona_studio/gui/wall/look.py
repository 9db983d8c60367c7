# SPDX-License-Identifier: MIT
"""What the cards of the wall share for painting: colours of the day, fonts, laid-out words."""

import math

from PySide6.QtGui import QColor, QPen, QStaticText, QTextLayout, QTextOption

from persona_studio.gui.breaking import breakable
from persona_studio.gui.personas.wrapped import Wrapped
from persona_studio.gui.theme import theme

TEXT, QUIET, NAME = 13, 11, 15
FAR = 0.46
"""Below this zoom words are too small to read: cards are plain sheets (`afar.py`)."""
NEAR = 0.7
"""From this zoom on cards show all they have, with round corners."""
_IN_HASTE = 0.8
_BREAK = "\u2028"
_MOST = 20_000


class WallLook:
    """Made once a wall; `refresh` follows the switch between light and dark.

    Below the zoom `far` cards are plain sheets, from `near` on they show all they have.
    """

    def __init__(self) -> None:
        self.wrapped = Wrapped()
        self.far, self.near = FAR, NEAR
        self._cut: dict[tuple[str, int, int, int], str] = {}
        self.refresh()

    def refresh(self) -> None:
        """Take the colours that are on now."""
        look = theme()
        self.ink, self.muted = look.colour("ink"), look.colour("muted")
        self.paper, self.well = look.colour("paper"), look.colour("well")
        self.note, self.accent = look.colour("caution_tint"), look.colour("accent")
        self.on_accent, self.tint = look.colour("on_accent"), look.colour("tint")
        self.edge = QPen(look.colour("line_strong"), 1)
        self.field = QPen(look.colour("line"), 1)
        self.chosen = QPen(self.accent, 2)
        self.caution = QColor(look.colour("caution"))

    def hurry(self, *, on: bool) -> None:
        """Leave out more while the zoom changes frame by frame.

        Letters of each new size are drawn anew, a thousand cards of them take too long for that.
        """
        self.far, self.near = (_IN_HASTE, math.inf) if on else (FAR, NEAR)

    def fitted(self, text: str, width: int, lines: int, pixels: int = TEXT) -> QStaticText:
        """Return words in the room of so many lines of a width; more ends with an ellipsis."""
        key = (text, width, lines, pixels)
        cut = self._cut.get(key)
        if cut is None:
            if len(self._cut) > _MOST:
                self._cut.clear()
            cut = self._cut[key] = self._shortened(
                breakable(text.replace("\n", _BREAK)), width, lines, pixels
            )
        return self.wrapped.lines(cut, width, pixels)

    def _shortened(self, text: str, width: int, lines: int, pixels: int) -> str:
        layout = QTextLayout(text, self.wrapped.font(pixels))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        room = lines * self.wrapped.metrics(pixels).height()
        starts: list[int] = []
        while room >= -1:
            line = layout.createLine()
            if not line.isValid():
                layout.endLayout()
                return text
            line.setLineWidth(width)
            room -= round(line.height())
            starts.append(line.textStart())
        layout.endLayout()
        keep = starts[max(0, len(starts) - 2)]
        last = text[keep:].replace(_BREAK, " ")
        return text[:keep] + self.wrapped.elided(last, width, pixels)
