# SPDX-License-Identifier: MIT
"""Before something goes: what rests on it, line by line, and two buttons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListView, QVBoxLayout, QWidget

from persona_studio.gui.widgets.buttons import GhostButton, IconButton, PrimaryButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel

_SHOWN = 14


@dataclass(frozen=True)
class Line:
    """One thing that rests on what would go; `claim` is shown on the board, "" for no claim."""

    text: str
    claim: str = ""


@dataclass(frozen=True)
class Decision:
    """What is asked: a title, what would happen, the lines, and what the button does.

    `option` is a tick beside the button ("" for none); `act` is told whether it is set.
    """

    title: str
    sentence: str
    lines: Sequence[Line]
    promise: str
    action: str
    act: Callable[[bool], None]
    option: str = ""


class DecisionPage(QWidget):
    """`left` fires when nothing is to be done, or all is; `show_claim` carries a claim's id."""

    left = Signal()
    show_claim = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._decision: Decision | None = None
        self.back = IconButton("arrow-left", self.tr("Back"))
        self.title = PlainLabel("", "title", elide=True)
        self.sentence = PlainLabel("", "name", wrap=True)
        self.lines = QStringListModel(self)
        self.list = QListView()
        self.promise = PlainLabel("", "muted", wrap=True)
        self.option = QCheckBox()
        self.keep = GhostButton(self.tr("Keep everything"))
        self.act = PrimaryButton(self.tr("Remove"))
        self._build()
        for leaving in (self.back.clicked, self.keep.clicked):
            leaving.connect(self.left)
        self.act.clicked.connect(self._do)
        self.list.activated.connect(self._to_claim)
        escape = QShortcut(QKeySequence("Escape"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    def ask(self, decision: Decision) -> None:
        """Ask; the quiet button has the keyboard."""
        self._decision = decision
        self.title.setText(decision.title)
        self.sentence.setText(decision.sentence)
        self.lines.setStringList([line.text for line in decision.lines])
        self.list.setVisible(bool(decision.lines))
        self.list.setFixedHeight(min(len(decision.lines), _SHOWN) * self._row_height() + 14)
        self.promise.setText(decision.promise)
        self.option.setText(decision.option.replace("&", "&&"))
        self.option.setVisible(bool(decision.option))
        self.option.setChecked(False)
        self.act.set_text(decision.action)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_height(self) -> int:
        return max(26, self.list.sizeHintForRow(0))

    def _build(self) -> None:
        self.list.setModel(self.lines)
        self.list.setProperty("kind", "menu")
        self.list.setAccessibleName(self.tr("What rests on it"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.option)
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.act)
        card = Card()
        card.body.addWidget(self.sentence)
        card.body.addWidget(self.list)
        card.body.addWidget(self.promise)
        card.body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(card)
        column.addStretch(1)

    def _do(self) -> None:
        decision, self._decision = self._decision, None
        if decision is not None:
            decision.act(self.option.isChecked())
        self.left.emit()

    def _to_claim(self) -> None:
        row = self.list.currentIndex().row()
        lines = self._decision.lines if self._decision else ()
        if 0 <= row < len(lines) and lines[row].claim:
            self.show_claim.emit(lines[row].claim)
