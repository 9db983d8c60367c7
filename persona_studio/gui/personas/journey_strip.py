# SPDX-License-Identifier: MIT
"""The day or the journey of a persona: its steps side by side, with the claims that stand there.

Each claim is a mark; where there is room its words stand under the step.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from persona_studio.core.persona import Claim
from persona_studio.core.sections import Section
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.direction import begins, mirrored, seen, seen_point
from persona_studio.gui.personas.place import Place
from persona_studio.gui.personas.zone import ClaimZone
from persona_studio.gui.theme import font, theme
from persona_studio.gui.widgets.mark import paint_mark

if TYPE_CHECKING:
    from persona_studio.evidence.assess import Assessment

_EDGE, _TITLE, _LINE, _DOT, _MARK, _GAP = 14, 20, 16, 9, 10, 4
_WORDS_FROM, _WORD_LINE, _MOST_LINES = 120, 34, 3
_NARROW_ROWS = 1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True)
class Step:
    """One step with its claims and their marks."""

    section: Section
    claims: tuple[tuple[Claim, str], ...]


def steps_of(snapshot: Snapshot, persona: str, assess: "Callable[[str], Assessment]") -> list[Step]:
    """Return the steps of a persona, in the project's order; [] where the project has none."""
    return [
        Step(
            section,
            tuple((c, assess(c.id).mark) for c in snapshot.claims_of(persona, section.id)),
        )
        for section in snapshot.sections
        if section.step and not section.hidden
    ]


class JourneyStrip(ClaimZone):
    """Left and right walk along the steps; `entered(section)` on Enter or a click.

    What is dropped on a step lands at the end of its section.
    """

    entered = Signal(str)

    def __init__(self, persona: str, parent: QWidget | None = None) -> None:
        super().__init__(Place(persona), parent)
        self.steps: list[Step] = []
        self.over = -1
        self.current = 0
        self._colour = "teal"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        theme().changed.connect(self.update)

    def show_steps(self, steps: Sequence[Step], colour: str, person: str) -> None:
        """Show the steps of a persona; without any the strip is away."""
        self.steps, self._colour = list(steps), colour
        self.current = min(self.current, max(0, len(steps) - 1))
        self._person = person
        self.setVisible(bool(steps))
        self._name()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the line, and for words where there is room for them."""
        most = max((len(step.claims) for step in self.steps), default=0)
        lines = min(most, _MOST_LINES) if self._wordy() else _NARROW_ROWS
        each = _WORD_LINE if self._wordy() else _MARK + 6
        return QSize(200, 8 + _TITLE + _LINE + lines * each + 8)

    def minimumSizeHint(self) -> QSize:
        """Keep the height that is asked for."""
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, _event: object) -> None:
        """Ask anew: words may fit now."""
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, its steps and what stands there."""
        painter, look = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = 8.0 + _TITLE + _LINE / 2
        painter.setPen(QPen(QColor(look.persona(self._colour).soft), 2))
        painter.drawLine(QPointF(_EDGE, y), QPointF(self.width() - _EDGE, y))
        for place, step in enumerate(self.steps):
            self._paint_step(painter, place, step, y)
        for place, shown in ((self.current, self.hasFocus()), (self.over, self.over >= 0)):
            if shown and self.steps:
                painter.setPen(QPen(look.colour("accent"), 2 if place == self.over else 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                area = self._area(place).adjusted(-3, 2, -5, -2)
                painter.drawRoundedRect(seen(area, self.rect()), 4, 4)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the steps and enter one."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if by and not event.modifiers():
            by = -by if mirrored() else by
            self.current = min(max(0, self.current + by), len(self.steps) - 1)
            self._name()
            self.update()
        elif event.key() in _ENTER and self.steps:
            self.entered.emit(self.steps[self.current].section.id)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Enter the step that was clicked."""
        place = self._step_at(event.position())
        if place >= 0:
            self.current = place
            self.entered.emit(self.steps[place].section.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the button to be let go."""
        event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show on which step a drop would land."""
        super().dragMoveEvent(event)
        self._hold_over(self._step_at(event.position()) if event.isAccepted() else -1)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget the step."""
        super().dragLeaveEvent(event)
        self._hold_over(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped on a step; at the edges there is none."""
        place = self._step_at(event.position())
        self._hold_over(-1)
        if place < 0:
            event.ignore()
            return
        self.place = Place(self.place.persona, self.steps[place].section.id)
        super().dropEvent(event)

    def _hold_over(self, place: int) -> None:
        self.over = place
        self.update()

    def _step_at(self, at: QPointF) -> int:
        """Return the step under a point, -1 where none is."""
        here = seen_point(at, self.rect())
        found = (place for place in range(len(self.steps)) if self._area(place).contains(here))
        return next(found, -1)

    def _paint_step(self, painter: QPainter, place: int, step: Step, y: float) -> None:
        look, area = theme(), self._area(place)
        strong = QColor(look.persona(self._colour).strong)
        painter.setFont(font(11, font(11).Weight.DemiBold))
        painter.setPen(look.colour("ink" if step.claims else "muted"))
        title = step.section.title
        self._write(painter, QRectF(area.left(), 8, area.width() - _GAP, _TITLE), title)
        painter.setPen(QPen(strong, 1.5))
        painter.setBrush(strong if step.claims else look.colour("paper"))
        dot = QRectF(area.left(), y - _DOT / 2, _DOT, _DOT)
        painter.drawEllipse(seen(dot, self.rect()))
        top = y + _LINE / 2 + 2
        if self._wordy():
            self._paint_words(painter, area, step, top)
        else:
            self._paint_marks(painter, area, step, top)

    def _paint_words(self, painter: QPainter, area: QRectF, step: Step, top: float) -> None:
        look = theme()
        painter.setFont(font(12))
        for row, (claim, mark) in enumerate(step.claims[:_MOST_LINES]):
            here = top + row * _WORD_LINE
            disc = QRectF(area.left(), here + 3, _MARK, _MARK)
            paint_mark(painter, seen(disc, self.rect()), mark, look)
            left = area.left() + _MARK + 5
            place = QRectF(left, here, area.right() - left - _GAP, _WORD_LINE - 2)
            more = len(step.claims) - _MOST_LINES
            last = row == _MOST_LINES - 1 and more > 0
            words = f"+{more + 1}" if last else claim.text
            painter.setPen(look.colour("ink"))
            wrap = Qt.TextFlag.TextWordWrap.value | begins(words, Qt.AlignmentFlag.AlignTop)
            painter.drawText(seen(place, self.rect()), wrap, words)

    def _paint_marks(self, painter: QPainter, area: QRectF, step: Step, top: float) -> None:
        fit = max(1, int((area.width() - _GAP) // (_MARK + 3)))
        for place, (_, mark) in enumerate(step.claims[:fit]):
            disc = QRectF(area.left() + place * (_MARK + 3), top, _MARK, _MARK)
            paint_mark(painter, seen(disc, self.rect()), mark, theme())

    def _write(self, painter: QPainter, place: QRectF, words: str) -> None:
        elide = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(words, elide, int(place.width()))
        painter.drawText(seen(place, self.rect()), begins(words), shown)

    def _area(self, place: int) -> QRectF:
        """Return where a step stands, reckoned from the left."""
        wide = self._wide()
        return QRectF(_EDGE + place * wide, 0, wide, self.height())

    def _wide(self) -> float:
        return (self.width() - 2 * _EDGE) / max(1, len(self.steps))

    def _wordy(self) -> bool:
        return self._wide() >= _WORDS_FROM

    def _name(self) -> None:
        if not self.steps:
            return
        step = self.steps[self.current]
        said = "; ".join(claim.text for claim, _ in step.claims) or self.tr("nothing yet")
        spot = self.tr("step {0} of {1}").format(self.current + 1, len(self.steps))
        name = self.tr("Day or journey of {0}: {1}, {2}: {3}")
        self.setAccessibleName(name.format(self._person, step.section.title, spot, said))
        self.setToolTip("\n".join(self._tips()))

    def _tips(self) -> list[str]:
        return [
            f"{step.section.title}: {len(step.claims)}".replace("<", "&lt;") for step in self.steps
        ]
