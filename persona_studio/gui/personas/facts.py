# SPDX-License-Identifier: MIT
"""The facts strip under a persona's name: age, place, how often."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from persona_studio.core.fields import Json
from persona_studio.core.persona import Claim
from persona_studio.core.sections import ATTRIBUTES
from persona_studio.gui.direction import placed, seen
from persona_studio.gui.personas.wrapped import Wrapped
from persona_studio.gui.theme import theme

MOST = 6
_LINE, _APART, _BETWEEN = 20, 14, 4
_TITLES = {attribute.id: attribute.title for attribute in ATTRIBUTES}


def facts_of(claims: Iterable[Claim]) -> list[tuple[str, str]]:
    """Return (title, value) of the claims that carry an attribute, at most six."""
    found = []
    for claim in claims:
        value = _value(claim.op, claim.value)
        if claim.attribute and value:
            title = _TITLES.get(claim.attribute, claim.attribute.replace("_", " ").capitalize())
            found.append((title, value))
    return found[:MOST]


def _value(op: str | None, value: Json) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, list | tuple):
        parts = [str(part) for part in value]
        return "\u2013".join(parts) if op == "between" else ", ".join(parts)
    return {"at_least": f"{value}+", "at_most": f"up to {value}"}.get(op or "", str(value))


class FactsStrip(QWidget):
    """Facts in as many lines as they need; nothing takes no room."""

    def __init__(self, wrapped: Wrapped, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrapped = wrapped
        self._facts: list[tuple[str, str]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self.update)

    def show_facts(self, facts: list[tuple[str, str]]) -> None:
        """Show these facts."""
        self._facts = facts
        self.setVisible(bool(facts))
        self.setAccessibleName(", ".join(f"{title} {value}" for title, value in facts))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Break lines in a narrow column."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines."""
        return _LINE * (1 + max((line for line, _, _, _ in self._placed(width)), default=0))

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint titles quietly and values strongly."""
        painter = QPainter(self)
        for line, x, text, strong in self._placed(self.width()):
            weight = QFont.Weight.DemiBold.value if strong else 400
            painter.setFont(self._wrapped.font(12, weight))
            painter.setPen(theme().colour("ink" if strong else "muted"))
            room = self.width() - x
            words = self._wrapped.elided(text, room, 12, weight)
            place = seen(QRect(x, line * _LINE, room, _LINE), self.rect())
            painter.drawText(place, placed(text, Qt.AlignmentFlag.AlignLeft), words)
        painter.end()

    def _placed(self, width: int) -> list[tuple[int, int, str, bool]]:
        out: list[tuple[int, int, str, bool]] = []
        line, x = 0, 0
        plain = self._wrapped.metrics(12)
        bold = self._wrapped.metrics(12, QFont.Weight.DemiBold.value)
        for title, value in self._facts:
            first = plain.horizontalAdvance(title) + _BETWEEN
            second = bold.horizontalAdvance(value)
            if x and x + first + second > width:
                line, x = line + 1, 0
            out += [(line, x, title, False), (line, x + first, value, True)]
            x += first + second + _APART
        return out
