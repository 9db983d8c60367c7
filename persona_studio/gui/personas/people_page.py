# SPDX-License-Identifier: MIT
"""Who stands behind a piece of evidence: each row with its answers, and the way to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from persona_studio.core import clock
from persona_studio.core.persona import Evidence, Persona
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.evidence_card import origin, parted_by
from persona_studio.gui.personas.people_list import PeopleDelegate, PeopleModel
from persona_studio.gui.widgets.buttons import IconButton, LinkButton
from persona_studio.gui.widgets.card import hairline
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.scrolling import scrolling
from persona_studio.workspace import behind

_LONGEST = 400


class PeoplePage(QWidget):
    """`closed`: back to the claim; `row_wanted` (wave, question, row): show it in Research."""

    closed = Signal()
    row_wanted = Signal(str, str, int)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.evidence = ""
        self.whose = ""
        self._bridge = bridge
        self.model = PeopleModel(bridge.workspace)
        self.list = QListView()
        self.back = IconButton("arrow-left", self.tr("Back to the claim"))
        self.counts = PlainLabel("", "strong", wrap=True)
        self.asked = PlainLabel("", "quiet", wrap=True)
        self.said = PlainLabel("", "", wrap=True)
        self.where = PlainLabel("", "faint", elide=True)
        self.person = PlainLabel("", "strong", elide=True)
        self.read = LinkButton(self.tr("Show in Research"), "arrow-right")
        self._answers = QVBoxLayout()
        self._build()
        self.back.clicked.connect(self.closed)
        self.read.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self.list.selectionModel().currentChanged.connect(self._show_person)

    def open(self, evidence: str, persona: str = "") -> None:
        """Show the people behind a piece of evidence; close where it is gone.

        With a persona they are its own people, asked the same, whoever makes the claim.
        """
        snapshot = self._bridge.snapshot
        item = snapshot.table(Evidence).get(evidence)
        if item is None:
            self.closed.emit()
            return
        again = (evidence, persona) == (self.evidence, self.whose)
        self.evidence, self.whose = evidence, persona
        found = behind.stands(self._bridge.workspace, item, persona)
        if again and found == self.model.stands:
            return
        self.model.show(item, found)
        against = sum(not stand.supports for stand in found)
        told = self.tr("{0} for it, {1} against it").format(len(found) - against, against)
        told = told if found else self.tr("Nobody can be shown for this.")
        owner = snapshot.table(Persona).get(persona)
        self.counts.setText(f"{owner.name}: {told}" if owner else told)
        asked, said = parted_by(item, snapshot)
        self.asked.setText(asked)
        self.asked.setVisible(bool(asked))
        self.said.setText(said)
        self.where.setText(origin(item, snapshot, clock.today()))
        self.list.setCurrentIndex(self.model.index(0))
        self._show_person()

    def take_focus(self) -> None:
        """Give the keyboard to the list of people."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(PeopleDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setProperty("kind", "plain")
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("People behind it"))
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.back)
        top.addWidget(self.counts, 1)
        head = QVBoxLayout()
        head.setContentsMargins(10, 10, 14, 0)
        head.setSpacing(4)
        for part in (self.asked, self.said, self.where):
            part.setContentsMargins(4, 0, 0, 0)
        head.addLayout(top)
        head.addWidget(self.asked)
        head.addWidget(self.said)
        head.addWidget(self.where)
        self._answers.setContentsMargins(14, 0, 10, 8)
        self._answers.setSpacing(4)
        area = scrolling(self._answers, sideways=False)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # there is nothing in it to go to
        area.setAccessibleName(self.tr("All answers of this person"))
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 4, 10, 0)
        foot.addWidget(self.person, 1)
        foot.addWidget(self.read)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.list, 3)
        column.addWidget(hairline())
        column.addLayout(foot)
        column.addWidget(area, 2)

    def _show_person(self) -> None:
        """Show all the chosen person answered."""
        clear(self._answers)
        row = self.list.currentIndex().row()
        there = 0 <= row < len(self.model.stands)
        self.person.setText(self.model.who(self.model.stands[row]) if there else "")
        self.read.setVisible(there)
        if there:
            for question, text in behind.told_by(self._bridge.workspace, self.model.stands[row]):
                asked = " ".join((question.text or question.label).split())
                self._answers.addWidget(PlainLabel(asked, "quiet", wrap=True))
                said = " ".join(text[:_LONGEST].split())
                self._answers.addWidget(PlainLabel(said, "", wrap=True))
        self._answers.addStretch(1)

    def _go(self) -> None:
        row, item = self.list.currentIndex().row(), self.model.item
        if item is not None and 0 <= row < len(self.model.stands):
            stand = self.model.stands[row]
            question = behind.place_in_research(self._bridge.workspace, stand, item)
            self.row_wanted.emit(stand.wave, question, stand.row)
