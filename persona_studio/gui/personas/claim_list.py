# SPDX-License-Identifier: MIT
"""A list of claims as high as its cards, with the keys that write, move and mark them."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QListView,
    QWidget,
)

from persona_studio.core.persona import Claim
from persona_studio.gui.keyboard import came_by_tab, onward
from persona_studio.gui.personas.claim_delegate import (
    BoardLook,
    ClaimDelegate,
)
from persona_studio.gui.personas.claim_editor import ClaimEditor
from persona_studio.gui.personas.claim_model import DRAFT, ClaimModel
from persona_studio.gui.personas.drop_hint import (
    BOX,
    NO_HINT,
    DropHint,
    carried_card,
    held_at,
    paint_hint,
    picture_of,
)

_NONE = Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
KEYS = {
    (Qt.Key.Key_Return, _NONE): "edit",
    (Qt.Key.Key_Enter, _NONE): "edit",
    (Qt.Key.Key_F2, _NONE): "edit",
    (Qt.Key.Key_Insert, _NONE): "add",
    (Qt.Key.Key_N, _CTRL): "add",
    (Qt.Key.Key_Delete, _NONE): "remove",
    (Qt.Key.Key_Backspace, _NONE): "remove",
    (Qt.Key.Key_D, _CTRL): "duplicate",
    (Qt.Key.Key_M, _CTRL): "move_to",
    (Qt.Key.Key_M, _CTRL | _ALT): "copy_to",
    (Qt.Key.Key_F4, _NONE): "detail",
    (Qt.Key.Key_Space, _NONE): "detail",
    (Qt.Key.Key_F8, _NONE): "findings",
    (Qt.Key.Key_Up, _ALT): "up",
    (Qt.Key.Key_Down, _ALT): "down",
    (Qt.Key.Key_Left, _ALT): "left",
    (Qt.Key.Key_Right, _ALT): "right",
    (Qt.Key.Key_Left, _NONE): "go_left",
    (Qt.Key.Key_Right, _NONE): "go_right",
}
"""What the keys do, as commands of `claim_commands.py`."""


class ClaimList(QListView):
    """Claims of one place. `asked(command)` fires for a key or a click; the board carries it out.

    The list never scrolls: it is as high as its cards, and its column scrolls.
    """

    asked = Signal(str)
    menu_asked = Signal(QPoint)
    chosen = Signal()
    typed = Signal(str)
    written_out = Signal()
    link_wanted = Signal()
    entered_list = Signal()
    drag_begun = Signal()
    drag_ended = Signal()

    def __init__(self, model: ClaimModel, look: BoardLook, parent: QWidget) -> None:
        super().__init__(parent)
        self.claims = model
        self._delegate = ClaimDelegate(look, self)
        self._hint = NO_HINT
        self._wide = 0
        self._sifted = False
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setProperty("kind", "plain")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setMouseTracking(True)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.viewport().setAcceptDrops(False)
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.dataChanged):
            signal.connect(self.fit)
        self._delegate.sizeHintChanged.connect(self._card_grew)
        self._delegate.typed.connect(self.typed)
        self._delegate.link_wanted.connect(self.link_wanted)
        self.fit()

    @property
    def hint(self) -> DropHint:
        """What a drop here and now would do."""
        return self._hint

    def selected(self) -> list[str]:
        """Return the ids of the selected claims, in board order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.claims.claims[row].id for row in rows if self.claims.claims[row].id]

    def current_claim(self) -> Claim | None:
        """Return the claim the keyboard is on."""
        row = self.currentIndex().row()
        return self.claims.claims[row] if 0 <= row < len(self.claims.claims) else None

    def select(self, claims: list[str]) -> None:
        """Select these claims where they are here, and put the keyboard on the first."""
        rows = [row for claim in claims if (row := self.claims.row_of(claim)) >= 0]
        marks = self.selectionModel()
        marks.clear()
        for row in rows:
            marks.select(self.claims.index(row), QItemSelectionModel.SelectionFlag.Select)
        if rows:
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            marks.setCurrentIndex(self.claims.index(rows[0]), flag)

    def write_new(self, row: int) -> None:
        """Open an empty card at `row` for a new claim; what is being written is kept first."""
        writing = QApplication.focusWidget()
        if isinstance(writing, ClaimEditor) and self.isAncestorOf(writing):
            writing.clearFocus()
        index = self.claims.start_draft(min(row, len(self.claims.claims)))
        self.fit()
        self.setCurrentIndex(index)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit(index)

    def show_hint(self, hint: DropHint) -> None:
        """Show what a drop would do; NO_HINT takes it away."""
        if hint != self._hint:
            self._hint = hint
            self.fit()
            self.viewport().update()

    def fit(self) -> None:
        """Become as high as the cards, and the drop box where it is shown."""
        high = self._cards_height() + (BOX if self._hint.kind == "make" else 0)
        if high != self.height() or self.minimumHeight() != high:
            self.setFixedHeight(high)
        self.doItemsLayout()

    def sift(self) -> None:
        """Show what is sought by now, and fold away what a filter leaves out."""
        only = self._delegate.look.only
        for row, claim in enumerate(self.claims.claims):
            self.setRowHidden(row, only is not None and bool(claim.id) and claim.id not in only)
        self._sifted = only is not None
        self.fit()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew when the width has changed."""
        super().resizeEvent(event)
        if event.size().width() != self._wide:
            self._wide = event.size().width()
            self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards, and over them what a drop would do."""
        super().paintEvent(event)
        if self._hint.kind:
            painter = QPainter(self.viewport())
            paint_hint(painter, self._hint, self._hint_area())
            painter.end()

    def event(self, event: QEvent) -> bool:
        """Take our keys before the window's shortcuts do."""
        wanted = event.type() == QEvent.Type.ShortcutOverride
        if wanted and isinstance(event, QKeyEvent) and _command(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn keys into commands; arrows walk over the borders of lists."""
        command = _command(event)
        at_end = self.currentIndex().row() in (-1, len(self.claims.claims) - 1)
        if command:
            self.asked.emit(command)
        elif event.key() == Qt.Key.Key_Down and event.modifiers() == _NONE and at_end:
            self.asked.emit("go_down")
        elif (
            event.key() == Qt.Key.Key_Up
            and event.modifiers() == _NONE
            and self.currentIndex().row() <= 0
        ):
            self.asked.emit("go_up")
        elif event.key() == Qt.Key.Key_Escape:
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select; a click on the mark asks for evidence, one on the number for Review."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        command = self._delegate.asks(index, self.visualRect(index), event.position().toPoint())
        if command and event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit(command)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a mark and a number."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        if self._delegate.asks(index, self.visualRect(index), at):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()
        super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the claims."""
        at = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.visualRect(self.currentIndex()).center()
        self.menu_asked.emit(self.viewport().mapToGlobal(at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the keyboard on a card when it comes by Tab."""
        super().focusInEvent(event)
        if came_by_tab(event) and self.claims.claims and not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.claims.index(max(0, self.currentIndex().row())))
        self.viewport().update()
        self.entered_list.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the outline rest when the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def selectionChanged(  # noqa: N802 - Qt's name
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Tell the board which claims are meant now."""
        super().selectionChanged(selected, deselected)
        self.chosen.emit()

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Carry the selected cards; what they become is decided where they are dropped."""
        indexes = [i for i in self.selectedIndexes() if self.claims.claims[i.row()].id]
        if not indexes:
            return
        drag = QDrag(self)
        drag.setMimeData(self.claims.mimeData(indexes))
        picture = self._picture(indexes)
        drag.setPixmap(picture)
        drag.setHotSpot(held_at(picture, QPoint(24, 18)))
        self._delegate.look.faded = frozenset(self.selected())
        self.drag_begun.emit()
        self.viewport().update()
        drag.exec(supportedActions, Qt.DropAction.MoveAction)
        self._delegate.look.faded = frozenset()
        self.viewport().update()
        self.drag_ended.emit()

    def closeEditor(  # noqa: N802 - Qt's name
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        """Come back from writing: an unwritten card goes, the keyboard stays."""
        had_focus = editor.hasFocus()
        super().closeEditor(editor, hint)
        if self.claims.row_of(DRAFT) >= 0:
            row = self.claims.row_of(DRAFT)
            self.claims.drop_draft()
            if self.claims.claims:
                self.setCurrentIndex(self.claims.index(max(0, row - 1)))
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()
        self.written_out.emit()

    def _cards_height(self) -> int:
        rows, wide = range(len(self.claims.claims)), self.width()
        seen = (row for row in rows if not (self._sifted and self.isRowHidden(row)))
        return sum(self._delegate.height(self.claims.index(row), wide) for row in seen)

    def _card_grew(self, index: QModelIndex) -> None:
        if index.model() is self.claims:
            self.fit()

    def _hint_area(self) -> QRect:
        wide, cards = self.viewport().width(), self._cards_height()
        if self._hint.kind == "make":
            return QRect(0, cards, wide, BOX)
        row = self._hint.row
        if self._hint.kind == "link":
            return self.visualRect(self.claims.index(row))
        here = row < len(self.claims.claims)
        y = self.visualRect(self.claims.index(row)).top() if here else cards
        return QRect(0, y, wide, 0)

    def _picture(self, indexes: list[QModelIndex]) -> QPixmap:
        """Return the first card, with a count where there are more."""
        first = min(indexes, key=lambda index: index.row())
        made = picture_of(self, first, lambda painter, o: self._delegate.paint(painter, o, first))
        return carried_card(made, len(indexes))


def _command(event: QKeyEvent) -> str:
    modifiers = event.modifiers() & ~_KEYPAD
    return KEYS.get((onward(event), modifiers), "")
