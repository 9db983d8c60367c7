# SPDX-License-Identifier: MIT
"""How the page of answers is laid out: what to look for, what was found, one answer, its person."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from persona_studio.gui.research.said_list import SaidList, SaidModel
from persona_studio.gui.research.said_marks import SaidMarks
from persona_studio.gui.research.said_person import SaidPerson
from persona_studio.gui.research.said_text import SaidText
from persona_studio.gui.widgets.buttons import IconButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.search_field import SearchField
from persona_studio.workspace.said import Place

ALL = ""


class SaidView(QWidget):
    """Widgets only; the page says what is in them."""

    def __init__(self, text: Callable[[Place], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.back = IconButton("arrow-left", self.tr("Back to all sources"))
        self.count = PlainLabel("", "muted")
        self.search = SearchField(self.tr("Search what people said"))
        self.only_marked = Chip(self.tr("Only marked"))
        self.question = QComboBox()
        self.theme = QComboBox()
        self.use = IconButton("link", self.tr("Make a claim of this theme, or link it…"))
        self.rename = IconButton("pencil", self.tr("Rename this theme…"))
        self.drop = IconButton("trash-2", self.tr("Remove this theme"))
        self.model = SaidModel(text, self)
        self.list = SaidList(self.model)
        self.none = PlainLabel("", "muted", wrap=True)
        self.where = PlainLabel("", "muted", elide=True)
        self.asked = PlainLabel("", "name", wrap=True)
        self.before = IconButton("chevron-up", self.tr("The answer before (P)"))
        self.next = IconButton("chevron-down", self.tr("The next answer (N)"))
        self.text = SaidText()
        self.marks = SaidMarks()
        self.person = SaidPerson()
        self._build()

    def fill(
        self,
        questions: Mapping[str, tuple[str, str]],
        themes: Sequence[tuple[str, str, int]],
    ) -> None:
        """Offer open questions (id -> asked, from where) and themes (id, name, quotes)."""
        asked = [(f"{text} ({where})", key) for key, (text, where) in questions.items()]
        _offer(self.question, [(self.tr("All open questions"), ALL), *asked])
        named = [(f"{name} ({count})", key) for key, name, count in themes]
        _offer(self.theme, [(self.tr("All themes"), ALL), *named])
        self.theme.setVisible(bool(themes))

    def choose_question(self, question: str) -> None:
        """Narrow the list to one question, without asking for a new look."""
        with QSignalBlocker(self.question):
            self.question.setCurrentIndex(max(0, self.question.findData(question)))

    def _build(self) -> None:
        self.question.setAccessibleName(self.tr("Question"))
        self.theme.setAccessibleName(self.tr("Theme"))
        for box in (self.question, self.theme):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(18)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        for widget, share in ((self._left(), 4), (self._middle(), 6), (self.person, 3)):
            split.addWidget(widget)
            split.setStretchFactor(split.count() - 1, share)
        split.setSizes([350, 560, 270])
        self.person.setMinimumWidth(200)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back)
        head.addWidget(PlainLabel(self.tr("What people said"), "title"))
        head.addWidget(self.count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(split, 1)

    def _left(self) -> QWidget:
        themes = QHBoxLayout()
        themes.setSpacing(4)
        themes.addWidget(self.theme, 1)
        themes.addWidget(self.use)
        themes.addWidget(self.rename)
        themes.addWidget(self.drop)
        found = QHBoxLayout()
        found.setSpacing(8)
        found.addWidget(self.search, 1)
        found.addWidget(self.only_marked)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(found)
        column.addWidget(self.question)
        column.addLayout(themes)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        side.setMinimumWidth(250)
        return side

    def _middle(self) -> QWidget:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.where, 1)
        top.addWidget(self.before)
        top.addWidget(self.next)
        card = Card()
        card.body.addLayout(top)
        card.body.addWidget(self.asked)
        card.body.addWidget(self.text)
        card.body.addWidget(self.marks)
        card.body.addStretch(1)
        card.setMinimumWidth(380)
        return card


def _offer(box: QComboBox, entries: Sequence[tuple[str, str]]) -> None:
    """Fill a box anew and keep what is chosen where it is still there."""
    chosen = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        for words, data in entries:
            box.addItem(words, data)
        box.setCurrentIndex(max(0, box.findData(chosen)))
