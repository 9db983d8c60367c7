# SPDX-License-Identifier: MIT
"""What is drawn of a persona's data: questions as scales, counted claims as bars."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListWidgetItem, QWidget

from persona_studio.core.persona import Claim, Persona
from persona_studio.core.research import Question
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.fitted_list import FittedList
from persona_studio.gui.personas.gestures import Gestures
from persona_studio.gui.personas.persona_page import PersonaPage
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.plain_label import PlainLabel, plain_tip

_ID = Qt.ItemDataRole.UserRole


class DataPage(PersonaPage):
    """Every choice is a step that can be undone."""

    def __init__(self, bridge: Bridge, gestures: Gestures, parent: QWidget | None = None) -> None:
        super().__init__(bridge, gestures, parent)
        self._questions: list[Question] = []
        self.question = QComboBox()
        self.draw = GhostButton(self.tr("Draw as a scale"), "sliders-horizontal")
        self.claims = FittedList(self.tr("Counted claims, drawn where ticked"))
        self._none = PlainLabel(
            self.tr("No claim is counted yet. Drag a figure onto the persona."), "faint", wrap=True
        )
        self._build()
        self.draw.clicked.connect(self._add_scale)
        self.claims.itemChanged.connect(self._switch)

    def show_persona(self, who: Persona, *, fresh: bool) -> None:
        """Offer what can be drawn, and tick what is."""
        from persona_studio.workspace import drawing

        self.heading.setText(self.tr("Data of {0} in pictures").format(who.name))
        at = "" if fresh else self.question.currentText()
        self._questions = drawing.scale_questions(self._bridge.workspace, who.id)
        self.question.clear()
        for asked in self._questions:
            source = self._bridge.snapshot.source_of(asked.wave).name
            self.question.addItem(f"{asked.text or asked.label} ({source})")
        self.question.setCurrentIndex(max(0, self.question.findText(at)))
        if not self._questions:
            self.question.addItem(self.tr("No question with an order is left"))
        locked = self._bridge.read_only
        for part in (self.question, self.draw):
            part.setEnabled(bool(self._questions) and not locked)
        self._show_claims(who.id, locked=locked)

    def take_focus(self) -> None:
        """Give the keyboard to the questions."""
        first = self.question if self.question.isEnabled() else self.claims
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_claims(self, persona: str, *, locked: bool) -> None:
        from persona_studio.workspace import drawing

        row, snapshot = self.claims.currentRow(), self._bridge.snapshot
        self.claims.blockSignals(True)  # noqa: FBT003 - Qt's
        self.claims.clear()
        for claim in snapshot.claims_of(persona):
            way = drawing.way_of(snapshot, claim)
            if way:
                self.claims.addItem(_item(claim, way, locked=locked))
        count = self.claims.count()
        self.claims.setCurrentRow(min(max(row, 0), count - 1))
        self.claims.blockSignals(False)  # noqa: FBT003 - Qt's
        self.claims.fit()
        self._none.setVisible(count == 0)

    def _build(self) -> None:
        self.say(
            self.tr(
                "The marker stands at the middle of this persona's people; filled are they, the "
                "line is everyone. Moved by hand it is openly an assumption, and the people stay "
                "behind it."
            ),
            "quiet",
        )
        self.say(self.tr("A question as a scale"), "section")
        name = self.tr("Question to draw as a scale")
        self.question.setAccessibleName(name)
        self.question.view().setAccessibleName(name)
        self.question.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.question.setMinimumContentsLength(8)
        self.column.addWidget(self.question)
        self.column.addWidget(self.draw, 0, Qt.AlignmentFlag.AlignLeft)
        self.say(self.tr("Counted claims, drawn where ticked"), "section")
        self.column.addWidget(self.claims)
        self.column.addWidget(self._none)
        self.say(
            self.tr("On the board: left and right move a marker, Delete takes it back."), "faint"
        )
        self.column.addStretch(1)

    def _add_scale(self) -> None:
        from persona_studio.core.errors import StudioError
        from persona_studio.workspace import drawing

        asked = self._questions[self.question.currentIndex()]
        with self._bridge.edit("Draw a scale") as write:
            space = self._bridge.workspace
            if drawing.add_scale(space, write, self.persona, asked) is None:
                raise StudioError(
                    self.tr("There is nothing to draw here."),
                    self.tr("Nobody of this persona answered, or all gave the same answer."),
                    kind="nothing_to_draw",
                )

    def _switch(self, item: QListWidgetItem) -> None:
        from persona_studio.workspace import drawing

        claim, way = item.data(_ID)
        shown = way if item.checkState() == Qt.CheckState.Checked else "line"
        with self._bridge.edit("Draw a claim" if shown == way else "Draw no picture") as write:
            drawing.show_as(write, claim, shown)


def _item(claim: Claim, way: str, *, locked: bool) -> QListWidgetItem:
    item = QListWidgetItem(claim.text)
    item.setData(_ID, (claim.id, way))
    item.setToolTip(plain_tip(claim.text))
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    item.setFlags(flags if locked else flags | Qt.ItemFlag.ItemIsUserCheckable)
    drawn = claim.shown == way
    item.setCheckState(Qt.CheckState.Checked if drawn else Qt.CheckState.Unchecked)
    return item
