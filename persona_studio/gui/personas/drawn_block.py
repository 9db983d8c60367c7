# SPDX-License-Identifier: MIT
"""The pictures of a persona's claims in its column, side by side where there is room."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from persona_studio.gui.personas.drawn_marks import BarMark, DrawnMark, ScaleMark
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace.drawn import Drawn, DrawnScale

if TYPE_CHECKING:
    from persona_studio.evidence.assess import Assessment

_WIDE = 340


class DrawnBlock(QWidget):
    """`opened(claim)` asks what stands behind it; `placed` and `taken_back` speak of markers."""

    opened = Signal(str)
    placed = Signal(str, float)
    taken_back = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks: dict[str, DrawnMark] = {}
        self._columns = 1
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(6)
        column.addWidget(PlainLabel(self.tr("In pictures"), "section"))
        column.addLayout(self._grid)
        self.hide()

    def show_drawn(
        self,
        found: Sequence[Drawn],
        colour: str,
        assess: "Callable[[str], Assessment]",
        *,
        locked: bool,
    ) -> None:
        """Show these pictures; one that stays keeps the keyboard."""
        bars_first = sorted(found, key=lambda each: isinstance(each, DrawnScale))
        wanted = {each.claim.id: each for each in bars_first}
        for claim in [
            claim for claim, mark in self.marks.items() if not _fits(wanted, claim, mark)
        ]:
            mark = self.marks.pop(claim)
            self._grid.removeWidget(mark)
            mark.hide()
            mark.deleteLater()
        for claim, each in wanted.items():
            mark = self.marks.get(claim) or self._add(each)
            mark.colour, mark.locked = colour, locked
            judged = assess(claim)
            mark.mark = judged.mark
            mark.words = " \u00b7 ".join(filter(None, (judged.line, judged.lead)))
            if isinstance(mark, ScaleMark) and isinstance(each, DrawnScale):
                mark.show_scale(each)
            elif isinstance(mark, BarMark) and not isinstance(each, DrawnScale):
                mark.show_bar(each)
        self.marks = {claim: self.marks[claim] for claim in wanted}
        self._lay()
        self.setVisible(bool(wanted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set as many side by side as there is room for."""
        super().resizeEvent(event)
        columns = max(1, (event.size().width() - 28) // _WIDE)
        if columns != self._columns:
            self._columns = columns
            self._lay()

    def _add(self, each: Drawn) -> DrawnMark:
        claim = each.claim.id
        mark: DrawnMark
        if isinstance(each, DrawnScale):
            mark = scale = ScaleMark()
            scale.placed.connect(partial(self.placed.emit, claim))
            scale.taken_back.connect(partial(self.taken_back.emit, claim))
        else:
            mark = BarMark()
        mark.opened.connect(partial(self.opened.emit, claim))
        self.marks[claim] = mark
        return mark

    def _lay(self) -> None:
        for place, mark in enumerate(self.marks.values()):
            spot = (place // self._columns, place % self._columns)
            self._grid.addWidget(mark, *spot, Qt.AlignmentFlag.AlignTop)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < self._columns))


def _fits(wanted: dict[str, Drawn], claim: str, mark: DrawnMark) -> bool:
    """Tell whether a picture can show what is wanted for its claim."""
    return claim in wanted and isinstance(wanted[claim], DrawnScale) == isinstance(mark, ScaleMark)
