# SPDX-License-Identifier: MIT
"""The head of a table of personas: a name in its colour over each column."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QWidget

from persona_studio.core.persona import Persona
from persona_studio.gui.personas.wrapped import Wrapped
from persona_studio.gui.theme import theme

PERSONA = Qt.ItemDataRole.UserRole
QUIET = Qt.ItemDataRole.UserRole + 1
_EDGE, _PAD = 3, 10


class PersonaHeader(QHeaderView):
    """Asks its model for PERSONA and QUIET, the line under the name; `pressed(id)` on a click."""

    pressed = Signal(str)

    def __init__(self, wrapped: Wrapped, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._wrapped = wrapped
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(40)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.sectionClicked.connect(self._clicked)
        theme().changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        """Leave room for two lines."""
        return QSize(super().sizeHint().width(), 50)

    def paintSection(self, painter: QPainter, rect: QRect, section: int, /) -> None:
        """Paint a name, the quiet line under it and the coloured edge over it."""
        look = theme()
        painter.save()
        painter.fillRect(rect, look.colour("paper"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))
        persona = self._said(section, PERSONA)
        if isinstance(persona, Persona):
            edge = rect.adjusted(4, 0, -4, 0)
            edge.setHeight(_EDGE)
            painter.fillRect(edge, QColor(look.persona(persona.colour).strong))
            self._line(painter, rect.adjusted(_PAD, 9, -_PAD, -24), persona.name, 13, "ink")
            quiet = str(self._said(section, QUIET) or "")
            self._line(painter, rect.adjusted(_PAD, 26, -_PAD, -6), quiet, 11, "muted")
        painter.restore()

    def _line(self, painter: QPainter, area: QRect, text: str, size: int, tone: str) -> None:
        weight = 600 if size > 12 else 400
        painter.setFont(self._wrapped.font(size, weight))
        painter.setPen(theme().colour(tone))
        cut = self._wrapped.elided(text, area.width(), size, weight)
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, cut)

    def _said(self, section: int, role: int) -> object:
        found: object = self.model().headerData(section, Qt.Orientation.Horizontal, role)
        return found

    def _clicked(self, section: int) -> None:
        persona = self._said(section, PERSONA)
        if isinstance(persona, Persona):
            self.pressed.emit(persona.id)
