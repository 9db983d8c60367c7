# SPDX-License-Identifier: MIT
"""The person behind an answer: everything else they said, and a way to forget them for good."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from persona_studio.core.research import Question
from persona_studio.gui.widgets.buttons import LinkButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.plain_label import PlainLabel

_MOST = 60
_CUT = 400
_UNTELLING = ("ignore", "pii", "timestamp", "duration", "record_id")


class SaidPerson(Card):
    """`forget_wanted` asks to forget the person who is shown."""

    forget_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=14)
        self.title = PlainLabel(self.tr("The same person also said"), "strong")
        self.forget = LinkButton(self.tr("Forget this person…"))
        self.answers = QVBoxLayout()
        self.answers.setSpacing(8)
        self.area = QScrollArea()
        self._build()
        self.forget.clicked.connect(self.forget_wanted)

    def show_answers(self, others: Iterable[tuple[Question, str]]) -> None:
        """Show the other answers of a row."""
        clear(self.answers)
        found = [pair for pair in others if pair[0].role not in _UNTELLING][:_MOST]
        for question, text in found:
            asked = " ".join((question.text or question.label).split())
            self.answers.addWidget(PlainLabel(asked, "quiet", wrap=True))
            self.answers.addWidget(PlainLabel(" ".join(text[:_CUT].split()), wrap=True))
        if not found:
            self.answers.addWidget(PlainLabel(self.tr("Nothing else is stored of them."), "quiet"))
        self.answers.addStretch(1)
        self.area.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "clear")
        inside.setLayout(self.answers)
        self.answers.setContentsMargins(0, 0, 8, 0)
        self.area.setWidgetResizable(True)
        self.area.setWidget(inside)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(self.tr("Other answers of this person"))
        foot = QHBoxLayout()
        foot.addWidget(self.forget)
        foot.addStretch(1)
        self.body.addWidget(self.title)
        self.body.addWidget(self.area, 1)
        self.body.addLayout(foot)
