# SPDX-License-Identifier: MIT
"""A part of the board that takes what is dropped on it: claims to keep, evidence to use."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QWidget

from persona_studio.gui import carry
from persona_studio.gui.personas.claim_list import ClaimList
from persona_studio.gui.personas.drop_hint import NO_HINT, DropHint, against_area
from persona_studio.gui.personas.place import Place

COPY_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


def wants_copy(event: QDropEvent) -> bool:
    """Tell whether the keys held say "copy"."""
    return bool(event.modifiers() & COPY_KEYS)


class ClaimZone(QWidget):
    """Takes drops for one place.

    `moved(ids, place, before, copy)`: claims were dropped before another claim ("" is the end);
    `brought(key, place, claim, stance)`: evidence was dropped on a claim, for or against it, or,
    with "", on the section.
    """

    moved = Signal(list, object, str, bool)
    brought = Signal(str, object, str, str)
    dragged_over = Signal(QPoint)

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.list: ClaimList | None = None
        self.locked = False
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say whether this could land here."""
        if self._takes(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show what a drop here would do."""
        if not self._takes(event):
            event.ignore()
            return
        at = event.position().toPoint()
        self.dragged_over.emit(self.mapToGlobal(at))
        if self.list is not None:
            self.list.show_hint(self._hint(event, at))
        self._answer(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget the hint."""
        if self.list is not None:
            self.list.show_hint(NO_HINT)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped and where."""
        if not self._takes(event):
            event.ignore()
            return
        hint = self._hint(event, event.position().toPoint())
        if self.list is not None:
            self.list.show_hint(NO_HINT)
        self._answer(event)
        claims = carry.claims_in(event.mimeData())
        if claims:
            before = self._claim_at(hint.row) if hint.row >= 0 else ""
            self.moved.emit(claims, self.place, before, wants_copy(event))
            return
        target = self._claim_at(hint.row) if hint.kind == "link" else ""
        stance = "contradicts" if hint.against else "supports"
        self.brought.emit(carry.evidence_in(event.mimeData()), self.place, target, stance)

    def _takes(self, event: QDropEvent) -> bool:
        carried = event.mimeData()
        return not self.locked and (
            carried.hasFormat(carry.CLAIMS) or carried.hasFormat(carry.EVIDENCE)
        )

    def _answer(self, event: QDropEvent) -> None:
        claims = event.mimeData().hasFormat(carry.CLAIMS)
        wanted = Qt.DropAction.MoveAction
        if wants_copy(event) or not claims:
            wanted = Qt.DropAction.CopyAction
        if not event.possibleActions() & wanted:
            wanted = event.proposedAction()
        event.setDropAction(wanted)
        event.accept()

    def _hint(self, event: QDropEvent, at: QPoint) -> DropHint:
        row = self._row_under(at)
        if event.mimeData().hasFormat(carry.EVIDENCE):
            return self._link_at(row, at) if row >= 0 else DropHint("make")
        if self.place.parking:
            return DropHint("line", self._rows())
        return DropHint("line", self._gap_near(at))

    def _link_at(self, row: int, at: QPoint) -> DropHint:
        """Return what evidence held over a card means: near its far end it speaks against it."""
        assert self.list is not None
        card = self.list.visualRect(self.list.claims.index(row))
        here = self.list.viewport().mapFrom(self, at)
        return DropHint("link", row, against_area(card).contains(here))

    def _rows(self) -> int:
        return len(self.list.claims.claims) if self.list is not None else -1

    def _row_under(self, at: QPoint) -> int:
        if self.list is None:
            return -1
        return self.list.indexAt(self.list.viewport().mapFrom(self, at)).row()

    def _gap_near(self, at: QPoint) -> int:
        """Return the row a card dropped at a point would take; above the cards is the first."""
        if self.list is None:
            return -1
        y = self.list.viewport().mapFrom(self, at).y()
        for row in range(self._rows()):
            if y < self.list.visualRect(self.list.claims.index(row)).center().y():
                return row
        return self._rows()

    def _claim_at(self, row: int) -> str:
        if self.list is None or not 0 <= row < self._rows():
            return ""
        return self.list.claims.claims[row].id
