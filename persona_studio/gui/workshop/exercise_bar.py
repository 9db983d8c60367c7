# SPDX-License-Identifier: MIT
"""Which of several exercises is on: one back, one on, one more, one less."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from persona_studio.core.workshop import Exercise
from persona_studio.gui.widgets.buttons import IconButton
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.workshop.flow import Flow
from persona_studio.gui.workshop.page import Look
from persona_studio.storage import workshops


class ExerciseBar(QWidget):
    """`more_wanted` asks for another exercise of the kind, `print_wanted` for its paper."""

    more_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, flow: Flow, kind: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow, self._kind, self._look = flow, kind, look
        self.back = IconButton("chevron-left", self.tr("The one before"))
        self.on = IconButton("chevron-right", self.tr("The next one"))
        self.paper = IconButton("printer", self._paper_name())
        self.more = IconButton("plus", self.tr("Ask more"))
        self.gone = IconButton("trash-2", self.tr("Remove this one"))
        self._place = PlainLabel("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.back, self._place, self.on, self.paper, self.more, self.gone):
            row.addWidget(widget)
        edits = look.tools and not look.stage and not flow.bridge.read_only
        for button in (self.more, self.gone):
            button.setVisible(edits)
        self.paper.setVisible(look.tools and not look.stage and kind != "guess")
        self.paper.clicked.connect(self.print_wanted)
        self.back.clicked.connect(lambda: flow.step(kind, -1))
        self.on.clicked.connect(lambda: flow.step(kind, 1))
        self.more.clicked.connect(self.more_wanted)
        self.gone.clicked.connect(self._remove)

    def _paper_name(self) -> str:
        cards = self.tr("Cards as PDF, to print…")
        return cards if self._kind == "sort" else self.tr("Ballots as PDF, to print…")

    def refresh(self, now: Exercise) -> None:
        """Say which one of how many is on."""
        found = self._flow.exercises(self._kind)
        place = found.index(now)
        self._place.setText(self.tr("{0} of {1}").format(place + 1, len(found)))
        for widget in (self.back, self._place, self.on):
            widget.setVisible(len(found) > 1 and (widget is self._place or self._look.tools))
        self.back.setEnabled(place > 0)
        self.on.setEnabled(place + 1 < len(found))

    def _remove(self) -> None:
        now = self._flow.current(self._kind)
        if now is not None:
            with self._flow.bridge.edit("Remove what the room was asked") as write:
                workshops.drop(write, now.id)
