# SPDX-License-Identifier: MIT
"""The board: columns of personas side by side, and which claims are meant on it."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QScrollBar, QWidget

from persona_studio.core.persona import Claim
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.direction import mirrored
from persona_studio.gui.personas.auto_scroll import AutoScroll
from persona_studio.gui.personas.claim_delegate import BoardLook
from persona_studio.gui.personas.claim_list import ClaimList
from persona_studio.gui.personas.column import PersonaColumn
from persona_studio.gui.personas.section import SectionBlock
from persona_studio.gui.personas.selection import Selection

if TYPE_CHECKING:
    from persona_studio.evidence.assess import Assessment

GAP, MARGIN = 14, 20
NARROWEST, WIDEST = 280, 520
LANE, MOST_LANES = 320, 3


class Board(QScrollArea):
    """Columns in a row. One list at a time holds the selection; `chosen` tells that it changed."""

    chosen = Signal()
    arrange_asked = Signal()
    alone_changed = Signal(str)
    column_made = Signal(object)
    section_made = Signal(object)
    list_made = Signal(object)

    def __init__(
        self,
        assess: "Callable[[str], Assessment]",
        parent: QWidget | None = None,
        *,
        locked: bool = False,
    ) -> None:
        super().__init__(parent)
        self.look = BoardLook()
        self.columns: dict[str, PersonaColumn] = {}
        self.alone = ""
        self.auto_scroll = AutoScroll(self._areas_at, self)
        self._assess = assess
        self._locked = locked
        self.selection = Selection(self)
        self._row = QHBoxLayout()
        self._inside = QWidget()
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._build_one)
        self._build()
        self.selection.chosen.connect(self.chosen)
        self.horizontalScrollBar().valueChanged.connect(self._build_near)
        cast("QGuiApplication", QGuiApplication.instance()).fontDatabaseChanged.connect(self._refit)

    def show_columns(self, snapshot: Snapshot) -> None:
        """Have a column for each persona, in order."""
        wanted = [persona.id for persona in snapshot.personas]
        for persona in set(self.columns) - set(wanted):
            self._drop(self.columns.pop(persona))
        for place, persona in enumerate(wanted):
            if persona not in self.columns:
                self._add(persona)
            if self._row.indexOf(self.columns[persona]) != place:
                self._row.removeWidget(self.columns[persona])
                self._row.insertWidget(place, self.columns[persona])
        self.columns = {persona: self.columns[persona] for persona in wanted}
        self._share_width()

    def show_claims(
        self, snapshot: Snapshot, personas: Collection[str], touched: Collection[str]
    ) -> None:
        """Show the claims of some personas anew; selection and keyboard follow the claims."""
        meant, current, had_focus = self.selected(), self.current_claim(), self.has_keyboard()
        row = self.front.currentIndex().row() if self.front is not None else -1
        with self.selection.quiet():
            for persona in personas:
                if persona in self.columns:
                    self.columns[persona].show_claims(snapshot, touched)
        self._follow(snapshot, meant, (current, row), had_focus=had_focus)
        if any(block.list is None for c in self.columns.values() for block in c.ordered()):
            self._idle.start()

    def selected(self) -> list[str]:
        """Return the ids of the claims that are meant, in board order."""
        return self.selection.claims()

    def current_claim(self) -> Claim | None:
        """Return the claim the keyboard is on."""
        return self.selection.current()

    @property
    def front(self) -> ClaimList | None:
        """The list that holds the selection."""
        return self.selection.front

    def has_keyboard(self) -> bool:
        """Tell whether the keyboard is on a claim."""
        return self.selection.has_keyboard()

    def select(self, claims: Sequence[str], snapshot: Snapshot, *, focus: bool = True) -> None:
        """Select claims that lie in one place, and bring the first into view."""
        there = [snapshot.table(Claim)[c] for c in claims if c in snapshot.table(Claim)]
        shown = self._list_for(there[0]) if there else None
        if shown is None:
            return
        shown.select([claim.id for claim in there])
        self.selection.come_first(shown)
        self.bring_to_view(shown)
        if focus:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def bring_to_view(self, shown: ClaimList) -> None:
        """Scroll so that the current card of a list can be seen."""
        column = self.columns.get(shown.claims.place.persona or "")
        if column is None or not shown.currentIndex().isValid():
            return
        self.ensure_column(column)
        self._settle(column)
        column.bring_to_view(shown, shown.currentIndex().row())

    def ensure_column(self, column: PersonaColumn) -> None:
        """Scroll so that a column can be seen as a whole; where one is alone, it is this one."""
        if self.alone not in ("", column.persona):
            self.show_alone(column.persona)
        self._settle(column)
        left, wide = column.x() + self._inside.x(), self.viewport().width()
        if left < 0:
            _shift(self.horizontalScrollBar(), MARGIN - left)
        elif left + column.width() > wide:
            _shift(self.horizontalScrollBar(), wide - MARGIN - left - column.width())

    def show_alone(self, persona: str) -> None:
        """Show one persona as wide as the board, "" shows all of them again."""
        self.alone = persona if persona in self.columns else ""
        self._share_width()
        self._build_near()
        self.alone_changed.emit(self.alone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the columns."""
        super().resizeEvent(event)
        self._share_width()
        self._build_near()

    def _build(self) -> None:
        self._inside.setProperty("kind", "clear")
        self._inside.setLayout(self._row)
        self._row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._row.setSpacing(GAP)
        self._row.addStretch(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Board"))

    def _add(self, persona: str) -> None:
        column = PersonaColumn(persona, self.look, self._assess, locked=self._locked)
        column.section_made.connect(self._section_made)
        column.list_made.connect(self._list_made)
        column.arrange_asked.connect(self.arrange_asked)
        column.journey.dragged_over.connect(self.auto_scroll.near)
        self.columns[persona] = column
        self._row.insertWidget(self._row.count() - 1, column)
        self.column_made.emit(column)

    def _drop(self, column: PersonaColumn) -> None:
        for shown in column.lists():
            self.selection.forget(shown)
        self._row.removeWidget(column)
        column.hide()
        column.deleteLater()

    def _section_made(self, block: SectionBlock) -> None:
        block.dragged_over.connect(self.auto_scroll.near)
        self.section_made.emit(block)

    def _list_made(self, shown: ClaimList) -> None:
        self.selection.adopt(shown)
        self.list_made.emit(shown)

    def _follow(
        self,
        snapshot: Snapshot,
        meant: Sequence[str],
        at: tuple[Claim | None, int],
        *,
        had_focus: bool,
    ) -> None:
        """Keep the selection on the same claims, wherever they are now."""
        current, row = at
        there = snapshot.table(Claim)
        living = [claim for claim in meant if claim in there]
        if living and self.front is not None:
            home = (self.front.claims.place.persona, self.front.claims.place.section)
            first = there[living[0]]
            if (first.persona, first.section) == home:
                if set(self.front.selected()) != set(living):
                    self.front.select(living)
            elif self._list_for(first) is not None:
                self.select(living, snapshot, focus=had_focus)
            else:
                self._stay_near(self.front, row, had_focus=had_focus)
        elif current is not None and current.id not in there and self.front is not None:
            self._stay_near(self.front, row, had_focus=had_focus)
        self.chosen.emit()

    def _stay_near(self, shown: ClaimList, row: int, *, had_focus: bool) -> None:
        left = [claim.id for claim in shown.claims.claims]
        if left:
            shown.select([left[min(max(row, 0), len(left) - 1)]])
        if had_focus:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list_for(self, claim: Claim) -> ClaimList | None:
        """Return the list a claim is seen in, None where it is not on the screen at all."""
        if claim.persona in self.columns:
            return self.columns[claim.persona].list_of(claim.section)
        parking = [shown for shown in self.selection.lists if shown.claims.place.parking]
        shown_there = [p for p in parking if p.isVisible() and p.claims.row_of(claim.id) >= 0]
        return shown_there[0] if shown_there else None

    def _share_width(self) -> None:
        if not self.columns:
            return
        if self.alone not in ("", *self.columns):
            self.show_alone("")
        room = self.viewport().width() - 2 * MARGIN + GAP
        shown = min(len(self.columns), max(1, room // (NARROWEST + GAP)))
        width = max(NARROWEST, min(WIDEST, room // shown - GAP))
        width = max(NARROWEST, room - GAP) if self.alone else width
        lanes = max(1, min(MOST_LANES, width // LANE)) if self.alone else 1
        for persona, column in self.columns.items():
            column.setVisible(self.alone in ("", persona))
            column.setFixedWidth(width)
            column.spread(lanes if persona == self.alone else 1)

    def _settle(self, column: PersonaColumn) -> None:
        """Let layouts and what can be scrolled catch up, so that places can be measured."""
        layouts = (widget.layout() for widget in (self._inside, column, column.inside))
        for layout in filter(None, layouts):
            layout.activate()
        QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _refit(self) -> None:
        """Lay every text out anew: faces for more scripts have arrived."""
        self.look.wrapped.forget()
        for shown in self.selection.lists:
            shown.fit()

    def _build_near(self) -> None:
        seen = QRect(-self._inside.x(), 0, self.viewport().width(), 1)
        for column in self.columns.values():
            if column.x() <= seen.right() + GAP and column.x() + column.width() >= seen.left():
                column.build_near()

    def _build_one(self) -> None:
        """Make the lists far from the screen one by one while nothing else is to do."""
        if not any(column.build_one() for column in self.columns.values()):
            self._idle.stop()

    def _areas_at(self, at: QPoint) -> list[QScrollArea]:
        under = [
            column.area
            for column in self.columns.values()
            if column.rect().contains(column.mapFromGlobal(at))
        ]
        return [self, *under]


def _shift(bar: QScrollBar, by: int) -> None:
    """Move what is scrolled to the right by so many px."""
    bar.setValue(bar.value() + (by if mirrored() else -by))
