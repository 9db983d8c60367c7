# SPDX-License-Identifier: MIT
"""Beginning a workshop: its name, how long it is, who comes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from persona_studio.core import clock
from persona_studio.core.workshop import WorkshopSession
from persona_studio.gui.widgets.buttons import GhostButton, PrimaryButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace.agenda import LONG, SHORT
from persona_studio.workspace.people_in_room import added

_WIDTH = 460


class BeginCard(QWidget):
    """`begun(session)` carries a meeting without an id; `cancelled` where there is one already."""

    begun = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit()
        self.name.setMaxLength(120)
        self.length = QComboBox()
        self.length.addItem(self.tr("An hour and a half: write, group, draft"), SHORT)
        self.length.addItem(self.tr("Half a day: guess, sort, draft, challenge, vote"), LONG)
        self.length.addItem(self.tr("An empty agenda"), ())
        self.people = QLineEdit()
        self.people.setPlaceholderText(self.tr("Anna, Bo, Chris … or 8"))
        self.button = PrimaryButton(self.tr("Begin the workshop"))
        self._stop = GhostButton(self.tr("Cancel"))
        card = Card(margin=22)
        card.setFixedWidth(_WIDTH)
        card.body.addWidget(PlainLabel(self.tr("Begin a workshop"), "title"))
        words = self.tr(
            "The room guesses before the data shows, votes, sorts real people onto your personas "
            "and decides. The projector shows large type; your notes stay on your screen."
        )
        card.body.addWidget(PlainLabel(words, "muted", wrap=True))
        for title, field in (
            (self.tr("Name"), self.name),
            (self.tr("Agenda, which you can change"), self.length),
            (self.tr("Who takes part: names, or how many"), self.people),
        ):
            label = PlainLabel(title, "quiet")
            label.setBuddy(field)
            field.setAccessibleName(title)
            card.body.addWidget(label)
            card.body.addWidget(field)
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addWidget(self._stop)
        buttons.addStretch(1)
        card.body.addSpacing(8)
        card.body.addLayout(buttons)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)
        self.button.clicked.connect(self._begin)
        self._stop.clicked.connect(self.cancelled)
        for field in (self.name, self.people):
            field.returnPressed.connect(self.button.click)
        self.name.textChanged.connect(lambda text: self.button.setEnabled(bool(text.strip())))

    def start(self, name: str, *, another: bool) -> None:
        """Propose a name; `another` may be called off."""
        self.name.setText(name)
        self.people.clear()
        self._stop.setVisible(another)
        self.name.setFocus()
        self.name.selectAll()

    def _begin(self) -> None:
        people = added((), self.people.text(), self.tr("Person {0}"))
        agenda = tuple(self.length.currentData())
        session = WorkshopSession("", self.name.text(), clock.today(), agenda, people)
        self.begun.emit(session)
