# SPDX-License-Identifier: MIT
"""A decision or an open assumption: what, who sees to it, by when."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from persona_studio.gui.widgets.buttons import IconButton
from persona_studio.gui.widgets.day_field import DayField
from persona_studio.gui.widgets.plain_label import PlainLabel

_LONGEST = 240


class PointRow(QWidget):
    """`changed(text, owner, due)` and `removed`; an assumption's words are changed on the board."""

    changed = Signal(str, str, object)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None, *, edits: bool, words: bool) -> None:
        super().__init__(parent)
        self._edits, self._words = edits, words
        self._shown: tuple[str, str, date | None] = ("", "", None)
        self._text = PlainLabel("", "strong", wrap=True)
        self._more = PlainLabel("", "quiet", wrap=True)
        self.text, self.owner, self.due = QLineEdit(), QLineEdit(), DayField(ahead=True)
        self.text.setMaxLength(_LONGEST)
        self.gone = IconButton("trash-2", self.tr("Remove this decision"))
        self._build()
        self.text.editingFinished.connect(self._keep)
        self.owner.editingFinished.connect(self._keep)
        self.due.changed.connect(self._keep)
        self.gone.clicked.connect(self.removed)

    def show_point(self, text: str, owner: str, due: date | None, where: str = "") -> None:
        """Show a point; what is being typed in an unchanged one stays."""
        point = (text, owner, due)
        self._text.setText(text)
        told = ", ".join(part for part in (where, owner, due.isoformat() if due else "") if part)
        self._more.setText(where if self._edits else told)
        self._more.setVisible(bool(self._more.text()))
        if point != self._shown:
            self._shown = point
            self.text.setText(text)
            self.text.setCursorPosition(0)
            self.owner.setText(owner)
            self.due.set_day(due)

    def _build(self) -> None:
        self.text.setAccessibleName(self.tr("Decision"))
        self.owner.setAccessibleName(self.tr("Who sees to it"))
        self.owner.setPlaceholderText(self.tr("Who sees to it"))
        self.due.setAccessibleName(self.tr("By when"))
        writes = self._edits and self._words
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.text if writes else self._text, 1)
        head.addWidget(self.gone, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._more, 1)
        foot.addWidget(self.owner, 2)
        foot.addWidget(self.due, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(foot)
        column.addWidget(self.due.told)
        hidden: list[QWidget] = [self._text if writes else self.text]
        hidden += [] if self._edits else [self.owner, self.due]
        hidden += [] if writes else [self.gone]
        for widget in hidden:
            widget.setParent(self)
            widget.hide()

    def _keep(self) -> None:
        text = " ".join(self.text.text().split()) or self._shown[0]
        point = (text, " ".join(self.owner.text().split()), self.due.day)
        if point != self._shown and self._edits:
            self.changed.emit(*point)
