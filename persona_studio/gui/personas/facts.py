# SPDX-License-Identifier: MIT
"""The facts strip under a persona's name: age, place, how often."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from persona_studio.core.facts import strip, told
from persona_studio.core.persona import Claim
from persona_studio.gui.direction import placed, seen
from persona_studio.gui.personas.wrapped import Wrapped
from persona_studio.gui.theme import theme

if TYPE_CHECKING:
    from persona_studio.evidence.assess import Assessment

_LINE, _APART, _BETWEEN = 20, 14, 4
_LOOKS = {
    "title": ("muted", 400),
    "value": ("ink", QFont.Weight.DemiBold.value),
    "n": ("faint", 400),
}


@dataclass(frozen=True)
class Fact:
    """One fact; `n` people were asked, 0 where it is not measured."""

    title: str
    value: str
    n: int = 0

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Its words with how each is painted."""
        counted = f"n {self.n:,}" if self.n else ""
        every = (("title", self.title), ("value", self.value), ("n", counted))
        return tuple((look, words) for look, words in every if words)


def facts_of(claims: Iterable[Claim], assess: "Callable[[str], Assessment]") -> list[Fact]:
    """Return the facts of the claims that are meant as such; measured ones say of how many."""
    found = []
    for claim in strip(claims):
        known = assess(claim.id)
        found.append(Fact(*told(claim), known.n_total if known.measured else 0))
    return found


class FactsStrip(QWidget):
    """Facts in as many lines as they need; nothing takes no room."""

    def __init__(self, wrapped: Wrapped, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrapped = wrapped
        self._facts: list[Fact] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self.update)

    def show_facts(self, facts: list[Fact]) -> None:
        """Show these facts."""
        self._facts = facts
        self.setVisible(bool(facts))
        said = (" ".join(words for _, words in fact.parts) for fact in facts)
        self.setAccessibleName(", ".join(said))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Break lines in a narrow column."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines."""
        return _LINE * (1 + max((line for line, *_ in self._placed(width)), default=0))

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint titles quietly and values strongly."""
        painter = QPainter(self)
        for line, x, text, look in self._placed(self.width()):
            colour, weight = _LOOKS[look]
            painter.setFont(self._wrapped.font(12, weight))
            painter.setPen(theme().colour(colour))
            room = self.width() - x
            words = self._wrapped.elided(text, room, 12, weight)
            place = seen(QRect(x, line * _LINE, room, _LINE), self.rect())
            painter.drawText(place, placed(text, Qt.AlignmentFlag.AlignLeft), words)
        painter.end()

    def _placed(self, width: int) -> list[tuple[int, int, str, str]]:
        out: list[tuple[int, int, str, str]] = []
        line, x = 0, 0
        for fact in self._facts:
            wide = [self._advance(look, words) for look, words in fact.parts]
            whole = sum(wide) + _BETWEEN * (len(wide) - 1)
            if x and x + whole > width:
                line, x = line + 1, 0
            at = x
            for (look, words), advance in zip(fact.parts, wide, strict=True):
                out.append((line, at, words, look))
                at += advance + _BETWEEN
            x += whole + _APART
        return out

    def _advance(self, look: str, words: str) -> int:
        return self._wrapped.metrics(12, _LOOKS[look][1]).horizontalAdvance(words)
