# SPDX-License-Identifier: MIT
"""Everything at a glance: all personas and sections on one screen, nearer or farther away."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core.change import Change
from persona_studio.core.fields import Json
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.palette import Entry
from persona_studio.gui.personas.announce import announce
from persona_studio.gui.personas.claim_delegate import BoardLook
from persona_studio.gui.personas.claim_model import mark_words
from persona_studio.gui.personas.head import percent
from persona_studio.gui.personas.overview_delegate import NEAR_TO_FAR, OverviewDelegate
from persona_studio.gui.personas.overview_model import OverviewModel
from persona_studio.gui.personas.persona_table import PersonaTable
from persona_studio.gui.widgets.buttons import IconButton, LinkButton
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.gui.widgets.mark import MARKS, Mark
from persona_studio.gui.widgets.plain_label import PlainLabel

_FIRST, _LEAST, _AFTER_MS = 144, 92, 120


class OverviewTable(PersonaTable):
    """Ctrl+wheel, plus, minus and F bring it nearer, farther, or all onto the screen."""

    zoomed = Signal(int)
    fit_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom by keyboard."""
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.zoomed.emit(-1 if event.key() == Qt.Key.Key_Plus else 1)
        elif event.key() == Qt.Key.Key_F and not event.modifiers():
            self.fit_wanted.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(-1 if event.angleDelta().y() > 0 else 1)
            event.accept()
            return
        super().wheelEvent(event)


class OverviewPage(QWidget):
    """`claim_wanted`, `persona_wanted` and `section_wanted(persona, section)` lead to the board."""

    announced = Signal(str)
    claim_wanted = Signal(str)
    persona_wanted = Signal(str)
    section_wanted = Signal(str, str)
    parking_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, bridge: Bridge, look: BoardLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.model = OverviewModel(bridge.workspace.assess, look, self)
        self.table = OverviewTable(look.wrapped)
        self.delegate = OverviewDelegate(look, self.model)
        self.level = ""
        self.counts = {mark: PlainLabel("", "muted") for mark in MARKS}
        self.gaps = PlainLabel("", "muted", elide=True)
        self.parking = LinkButton("", "circle-parking")
        self.nearer = IconButton("zoom-in", self.tr("Nearer (+)"))
        self.farther = IconButton("zoom-out", self.tr("Farther away (-)"))
        self.fit = IconButton("maximize", self.tr("All on one screen (F)"))
        self.empty = EmptyState("users", self.tr("No personas yet."), self.tr("Add a persona"))
        self._reach = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._build()
        self._connect()
        self.refresh()

    def activate(self) -> None:
        """Come to the front with the keyboard on the sections."""
        self.refresh()
        if not self.table.currentIndex().isValid() and self.model.personas:
            self.table.setCurrentIndex(self.model.index(0, 1))
        on = self.table if self.model.personas else self.empty.button
        on.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the project as it stands."""
        self.model.show(self._bridge.snapshot)
        self.delegate.forget()
        self._arrange()
        found = self.model.total()
        for mark, label in self.counts.items():
            label.setText(f"{found[mark]} {mark_words(mark)}")
        some = bool(self.model.personas)
        cells = (
            self.model.index(row, column + 1)
            for row in range(len(self.model.sections))
            for column in range(len(self.model.personas))
        )
        gaps = sum(self.model.missed(cell) for cell in cells)
        self.gaps.setText(self.tr("Empty sections: {0}").format(gaps) if gaps else "")
        parked = len(self._bridge.snapshot.claims_of(None))
        self.parking.set_text(self.tr("Parking lot: {0}").format(parked))
        self.table.setVisible(some)
        self.empty.setVisible(not some)
        self.empty.button.setEnabled(not self._bridge.read_only)
        self._reach.start()

    def zoom(self, by: int) -> None:
        """Show more of each claim (-1), or come to see more claims (1)."""
        at = NEAR_TO_FAR.index(self.delegate.level) + by
        self.level = NEAR_TO_FAR[max(0, min(at, len(NEAR_TO_FAR) - 1))]
        self._arrange()
        self._tell_level()

    def show_all(self) -> None:
        """Choose the nearest level at which everything is on the screen."""
        self.level = ""
        self._arrange()
        self._tell_level()

    def kept(self) -> dict[str, Json]:
        """Return how near it is, and where it is scrolled to."""
        return {"level": self.level, **self.table.kept()}

    def take_up(self, seen: Json) -> None:
        """Look at it in the same way again."""
        if isinstance(seen, dict):
            self.level = str(seen["level"]) if seen.get("level") in NEAR_TO_FAR else ""
            self._arrange()
            self.table.take_up(seen)

    def deeds(self) -> Iterator[Entry]:
        """Yield what Ctrl+K offers here."""
        for button, act in (
            (self.nearer, lambda: self.zoom(-1)),
            (self.farther, lambda: self.zoom(1)),
            (self.fit, self.show_all),
        ):
            yield Entry(button.accessibleName(), self.tr("Overview"), "layout-grid", act)

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.setItemDelegate(self.delegate)
        self.table.setAccessibleName(self.tr("All personas and sections"))
        top = QHBoxLayout()
        top.setContentsMargins(20, 0, 20, 8)
        top.setSpacing(6)
        for mark, label in self.counts.items():
            top.addWidget(Mark(mark))
            top.addWidget(label)
            top.addSpacing(10)
        top.addWidget(self.gaps)
        top.addStretch(1)
        for each in (self.parking, self.farther, self.nearer, self.fit):
            top.addWidget(each)
        below = QVBoxLayout()
        below.setContentsMargins(20, 0, 20, 10)
        below.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(below, 1)
        column.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._changed)
        self._reach.timeout.connect(self._count_reach)
        self.table.resized.connect(self._arrange)
        self.table.entered_cell.connect(self._enter)
        self.table.asked.connect(self._ask)
        self.table.pressed_at.connect(self._pressed)
        self.table.head.pressed.connect(self.persona_wanted)
        self.table.zoomed.connect(self.zoom)
        self.table.fit_wanted.connect(self.show_all)
        self.nearer.clicked.connect(lambda: self.zoom(-1))
        self.farther.clicked.connect(lambda: self.zoom(1))
        self.fit.clicked.connect(self.show_all)
        self.parking.clicked.connect(self.parking_wanted)
        self.empty.pressed.connect(self.add_wanted)

    def _arrange(self) -> None:
        """Give columns and rows their room at the level chosen, or the nearest that fits."""
        widths = self.table.share_width(_FIRST, _LEAST)
        if not widths:
            return
        rows, room = range(len(self.model.sections)), self.table.viewport().height()
        for level in (self.level,) if self.level else NEAR_TO_FAR:
            heights = [self.delegate.height(row, level, widths[1]) for row in rows]
            self.delegate.level = level
            if sum(heights) <= room:
                break
        for row, high in enumerate(heights):
            if self.table.rowHeight(row) != high:
                self.table.setRowHeight(row, high)
        self.nearer.setEnabled(self.delegate.level != NEAR_TO_FAR[0])
        self.farther.setEnabled(self.delegate.level != NEAR_TO_FAR[-1])
        self.table.viewport().update()

    def _changed(self, change: Change) -> None:
        del change
        if self.isVisible():
            self.refresh()

    def _count_reach(self) -> None:
        """Say how many people fit each persona, some while after the first paint."""
        found = {p.id: self._bridge.workspace.prevalence(p.id) for p in self.model.personas}
        fits = self.tr("fits {0}")
        self.model.fits = {
            key: fits.format(percent(reach.soft / reach.n))
            for key, reach in found.items()
            if reach is not None and reach.n
        }
        self.model.repaint()

    def _pressed(self, index: QModelIndex, at: QPoint) -> None:
        """Go to the claim or the section that was pressed."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        claim = self.delegate.claim_at(index, self.table.visualRect(index), at, rtl=rtl)
        if claim:
            self.claim_wanted.emit(claim)
        else:
            self._enter(index)

    def _enter(self, index: QModelIndex) -> None:
        if index.column():
            persona = self.model.personas[index.column() - 1]
            self.section_wanted.emit(persona.id, self.model.sections[index.row()].id)

    def _ask(self, index: QModelIndex) -> None:
        if index.column():
            self.persona_wanted.emit(self.model.personas[index.column() - 1].id)

    def _tell_level(self) -> None:
        words = {
            "words": self.tr("Claims as lines of words"),
            "strokes": self.tr("Claims as strokes"),
            "dots": self.tr("Claims as marks"),
        }
        announce(self.table, words[self.delegate.level])
        self.announced.emit(words[self.delegate.level])
