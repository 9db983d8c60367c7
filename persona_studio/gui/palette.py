# SPDX-License-Identifier: MIT
"""Ctrl+K: type a few letters, get any action, persona or claim; Enter goes there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QSize, Qt
from PySide6.QtCore import QPersistentModelIndex as Stay
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from persona_studio.gui.fuzzy import ranked
from persona_studio.gui.icons import icon
from persona_studio.gui.theme import font, theme
from persona_studio.gui.widgets.card import hairline
from persona_studio.gui.widgets.plain_label import PlainLabel

_MOST = 60
_SHOWN = 9
_ROW = 36
_WIDTH = 600
_TOP = 84


@dataclass(frozen=True)
class Entry:
    """One thing to find: its words, a quiet word on the right, and what Enter does."""

    text: str
    detail: str
    icon: str
    run: Callable[[], None]


Offer: TypeAlias = Callable[[str], Entry | None]
"""Makes an entry of what is typed, None where there is nothing to make."""


class EntryModel(QAbstractListModel):
    """The entries that fit what was typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show(self, entries: list[Entry]) -> None:
        """Replace the entries."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | Stay = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: QModelIndex | Stay, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words, or all of it for a screen reader."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.text}, {entry.detail}"
        return None


class EntryDelegate(QStyledItemDelegate):
    """Paints an entry: icon, words, and the quiet word at the right end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | Stay) -> QSize:
        """Give each entry the same height."""
        return QSize(_ROW, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | Stay
    ) -> None:
        """Paint one entry."""
        model = index.model()
        if not isinstance(model, EntryModel):
            return
        entry, look = model.entries[index.row()], theme()
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        area = option.rect.adjusted(8, 1, -8, -1)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("tint"))
            painter.drawRoundedRect(area, 8, 8)
        sign = area.adjusted(10, 0, 0, 0)
        sign.setWidth(18)
        state = QIcon.State.On if on else QIcon.State.Off
        icon(entry.icon).paint(
            painter, sign, Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal, state
        )
        painter.setFont(font(12))
        quiet = painter.fontMetrics().elidedText(entry.detail, Qt.TextElideMode.ElideRight, 220)
        painter.setPen(look.colour("muted" if on else "faint"))
        words = area.adjusted(40, 0, -12, 0)
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, quiet)
        words.setRight(words.right() - painter.fontMetrics().horizontalAdvance(quiet) - 12)
        painter.setFont(font(13))
        painter.setPen(look.colour("accent" if on else "ink"))
        text = painter.fontMetrics().elidedText(
            entry.text, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


class Palette(QFrame):
    """A panel over the window; Escape or a click elsewhere puts it away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("kind", "popup")
        self.setAccessibleName(self.tr("Find or do anything"))
        self._all: list[tuple[str, Entry]] = []
        self._offer: Offer | None = None
        self._came_from: QWidget | None = None
        self._model = EntryModel(self)
        self.field = QLineEdit()
        self.list = QListView()
        self._none = PlainLabel(self.tr("Nothing is called that."), "muted")
        self._build()
        self.field.textChanged.connect(self._look_up)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._run)
        self.hide()

    def open(self, entries: Iterable[Entry], offer: Offer | None = None) -> None:
        """Come up with these things to find; `offer` makes one more of what is typed."""
        self._offer = offer
        self._came_from = QApplication.focusWidget()
        self._all = [(f"{entry.text} {entry.detail}", entry) for entry in entries]
        self.field.clear()
        self._look_up("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def put_away(self) -> None:
        """Go away and give the keyboard back."""
        here = self.isAncestorOf(QApplication.focusWidget() or self._window)
        self.hide()
        if here and self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self._came_from = None
        self._all = []
        self._model.show([])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's arrows, Enter and Escape work on the list."""
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.put_away()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event.key())
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        words = self.tr("Find or do anything")
        self.field.setProperty("kind", "bare")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setProperty("kind", "plain")
        top = QVBoxLayout()
        top.setContentsMargins(18, 14, 18, 12)
        top.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(hairline())
        column.addWidget(self.list)
        column.addWidget(self._none, 0, Qt.AlignmentFlag.AlignHCenter)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(40)
        shadow.setOffset(0, 10)
        shadow.setColor(QColor(10, 20, 30, 70))
        self.setGraphicsEffect(shadow)

    def _place(self) -> None:
        room = self._window.width()
        rows = min(max(1, len(self._model.entries)), _SHOWN)
        self.list.setFixedHeight(rows * _ROW)
        width = min(_WIDTH, room - 32)
        self.setGeometry((room - width) // 2, _TOP, width, self.sizeHint().height())

    def _look_up(self, typed: str) -> None:
        if typed.strip():
            found = ranked(typed, self._all, _MOST)
            made = self._offer(typed.strip()) if self._offer else None
            found += [made] if made is not None else []
        else:
            found = [entry for _, entry in self._all[:_MOST]]
        self._model.show(found)
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)
        if found:
            self.list.setCurrentIndex(self._model.index(0))
        self._place()

    def _key(self, key: int) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _SHOWN,
            Qt.Key.Key_PageUp: -_SHOWN,
        }
        if key in steps:
            last = self._model.rowCount() - 1
            row = self.list.currentIndex().row() + steps[Qt.Key(key)]
            self.list.setCurrentIndex(self._model.index(max(0, min(last, row))))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentIndex())
            return True
        if key == Qt.Key.Key_Escape:
            self.put_away()
            return True
        return False

    def _run(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        entry = self._model.entries[index.row()]
        self.put_away()
        entry.run()
