# SPDX-License-Identifier: MIT
"""Choose what is counted for a claim and for how many it is meant, and see at once what it says."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core import words
from persona_studio.core.persona import Claim, Evidence, Measure
from persona_studio.core.research import Question
from persona_studio.evidence.verdict import WORDS
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.gestures import Gestures
from persona_studio.gui.personas.measure_answers import MeasureAnswers
from persona_studio.gui.review.interval_bar import IntervalBar
from persona_studio.gui.widgets.buttons import GhostButton, IconButton, PrimaryButton
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace import measuring

_AFTER_CHOICE_MS = 30


class MeasurePage(QWidget):
    """A form in place of the claim's evidence; `closed` when it is kept or left."""

    closed = Signal()

    def __init__(self, bridge: Bridge, gestures: Gestures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.claim = ""
        self.item = ""
        self._bridge = bridge
        self._gestures = gestures
        self._questions: list[Question] = []
        self.text = PlainLabel("", "name", wrap=True)
        self.question = QComboBox()
        self.answers = MeasureAnswers()
        self.base = QComboBox()
        self.stance = QComboBox()
        self.holds = QComboBox()
        self.bar = IntervalBar()
        self.says = PlainLabel("", "strong", wrap=True)
        self.keep = PrimaryButton(self.tr("Count this"))
        self.leave = GhostButton(self.tr("Leave it"))
        self.back = IconButton("arrow-left", self.tr("Back to the claim"))
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_CHOICE_MS)
        self._build()
        self._connect()

    def open(self, claim: str, item: str = "") -> None:
        """Begin with what a piece of evidence counts, or with "" anew."""
        snapshot = self._bridge.snapshot
        found, old = snapshot.table(Claim)[claim], snapshot.table(Evidence).get(item)
        self.claim, self.item = claim, item
        self.text.setText(found.text)
        self._questions = measuring.questions(self._bridge.workspace)
        measure = old.measure if old else None
        asked = snapshot.question(old.wave or "", measure.question) if old and measure else None
        if asked is not None and asked not in self._questions:
            self._questions.insert(0, asked)
        self.question.blockSignals(True)  # noqa: FBT003 - Qt's way
        self.question.clear()
        for each in self._questions:
            self.question.addItem(self._name(each))
        self.question.setCurrentIndex(self._questions.index(asked) if asked else 0)
        self.question.blockSignals(False)  # noqa: FBT003 - Qt's way
        self._take_question()
        if measure is not None:
            self.answers.take(measure)
        self.base.setCurrentIndex(self.base.findData(measure.base if measure else "segment"))
        self.stance.setCurrentIndex(max(0, self.stance.findData(old.stance if old else "")))
        self.holds.setCurrentIndex(max(0, self.holds.findData(found.quantifier or "")))
        self.show_trial()

    def take_focus(self) -> None:
        """Give the keyboard to the question."""
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def measure(self) -> Measure | None:
        """Return what is chosen, None while something is missing."""
        question = self._asked()
        chosen = self.answers.chosen()
        if question is None or chosen is None:
            return None
        return Measure(question.variable, chosen[0], chosen[1], str(self.base.currentData()))

    def show_trial(self) -> None:
        """Say what the choice would tell about the claim."""
        self._soon.stop()
        question, measure = self._asked(), self.measure()
        claim = self._bridge.snapshot.table(Claim).get(self.claim)
        found = None
        if question is not None and measure is not None and claim is not None:
            meant = self._as_meant(claim)
            stance = str(self.stance.currentData())
            space = self._bridge.workspace
            found = measuring.trial(space, meant, question.wave, measure, stance)
        self.keep.setEnabled(found is not None)
        self.bar.setVisible(found is not None)
        if found is None:
            self.says.setText(self._missing())
            return
        quantifier = self.holds.currentData() or None
        self.bar.show_share(found, quantifier)
        verdicts = {
            "supported": self.tr("The data supports it."),
            "contradicted": self.tr("The data contradicts it."),
            "cannot_tell": self.tr("The data can't tell."),
        }
        nothing = self.tr("Say for how many it holds, and the data can answer.")
        self.says.setText(verdicts[found.verdict] if quantifier else nothing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Escape, keep on Ctrl+Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._keep()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        for base, said in (
            ("segment", self.tr("This persona's group")),
            ("all", self.tr("Everyone asked")),
        ):
            self.base.addItem(said, base)
        self.stance.addItem(self.tr("The claim says the same"), "supports")
        self.stance.addItem(self.tr("The claim says the opposite"), "contradicts")
        for word in ("", *words.QUANTIFIERS):
            self.holds.addItem(WORDS[word].capitalize() if word else self.tr("Not said"), word)
        self.question.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.question.setMinimumContentsLength(8)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.back)
        top.addWidget(PlainLabel(self.tr("What is counted"), "strong"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 14)
        column.setSpacing(5)
        column.addLayout(top)
        column.addWidget(self.text)
        for said, field in (
            (self.tr("Question"), self.question),
            (self.tr("Answer"), self.answers),
            (self.tr("Among"), self.base),
            (self.tr("Read it so"), self.stance),
            (self.tr("Holds for"), self.holds),
        ):
            field.setAccessibleName(said)
            if isinstance(field, QComboBox):
                field.view().setAccessibleName(said)
            column.addWidget(PlainLabel(said, "quiet"))
            column.addWidget(field)
        column.addWidget(self.bar)
        column.addWidget(self.says)
        foot = QHBoxLayout()
        foot.addWidget(self.keep)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.closed)
        self.leave.clicked.connect(self.closed)
        self.keep.clicked.connect(self._keep)
        self.question.currentIndexChanged.connect(self._take_question)
        self.answers.changed.connect(self._soon.start)
        for field in (self.base, self.stance, self.holds):
            field.currentIndexChanged.connect(self._soon.start)
        self._soon.timeout.connect(self.show_trial)

    def _name(self, question: Question) -> str:
        source = self._bridge.snapshot.source_of(question.wave).name
        return f"{question.text or question.label} ({source})"

    def _asked(self) -> Question | None:
        row = self.question.currentIndex()
        return self._questions[row] if 0 <= row < len(self._questions) else None

    def _take_question(self) -> None:
        question = self._asked()
        if question is not None:
            offered = measuring.answers(self._bridge.workspace, question)
            self.answers.offer(measuring.ways(question), offered, scale=bool(question.order))
            self.question.setToolTip(self.question.currentText())
        self._soon.start()

    def _as_meant(self, claim: Claim) -> Claim:
        return replace(claim, quantifier=str(self.holds.currentData()) or None)

    def _missing(self) -> str:
        if not self._questions:
            return self.tr("There is nothing to count yet. Import a survey in Research.")
        return self.tr("Choose an answer to count.")

    def _keep(self) -> None:
        question, measure = self._asked(), self.measure()
        if question is None or measure is None or not self.keep.isEnabled():
            return
        stance = str(self.stance.currentData())
        word = str(self.holds.currentData()) or None
        self._gestures.count(self.claim, self.item, (question.wave, measure, stance), word)
        self.closed.emit()
