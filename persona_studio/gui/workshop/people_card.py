# SPDX-License-Identifier: MIT
"""Who takes part: names, or so many numbered people; each has a ballot of that number."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from persona_studio.gui.widgets.buttons import IconButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.scrolling import scrolling
from persona_studio.gui.workshop.flow import Flow
from persona_studio.gui.workshop.page import Look
from persona_studio.storage import workshops
from persona_studio.workspace.people_in_room import added


class PeopleCard(Card):
    """Type names with commas between, or a number, and press Enter."""

    def __init__(self, flow: Flow, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = flow
        self._edits = look.tools and not look.stage and not flow.bridge.read_only
        self._shown: tuple[str, ...] | None = None
        self._title = PlainLabel("", "name")
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Anna, Bo, Chris … or 8"))
        self.field.setAccessibleName(self.tr("Names, with commas between, or how many people"))
        self.field.returnPressed.connect(self._add)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.body.addWidget(self._title)
        self.body.addWidget(self.field)
        self.field.setVisible(self._edits)
        self.body.addWidget(scrolling(self._list), 1)

    def refresh(self) -> None:
        """List who takes part."""
        people = self._flow.people
        if people == self._shown:
            return
        self._shown = people
        words = self.tr("1 person") if len(people) == 1 else self.tr("{0} people")
        self._title.setText(words.format(len(people)) if people else self.tr("Who takes part?"))
        clear(self._list)
        for place, name in enumerate(people):
            row = QHBoxLayout()
            number = PlainLabel(f"{place + 1}", "muted")
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.setSpacing(8)
            row.addWidget(number)
            row.addWidget(PlainLabel(name, elide=True), 1)
            if self._edits:
                gone = IconButton("x", self.tr("Not here: {0}").format(name))
                gone.clicked.connect(lambda _=False, who=name: self._remove(who))
                row.addWidget(gone)
            self._list.addLayout(row)
            number.setMinimumWidth(number.fontMetrics().horizontalAdvance("000"))
        self._list.addStretch(1)

    def _add(self) -> None:
        people = added(self._flow.people, self.field.text(), self.tr("Person {0}"))
        self.field.clear()
        if people != self._flow.people:
            self._write("Add people to the workshop", people)

    def _remove(self, name: str) -> None:
        rest = tuple(each for each in self._flow.people if each != name)
        self._write("Take somebody off the workshop", rest)
        self.field.setFocus()

    def _write(self, label: str, people: tuple[str, ...]) -> None:
        session = self._flow.session
        if session is not None:
            with self._flow.bridge.edit(label) as write:
                workshops.change(write, session.id, participants=people)
