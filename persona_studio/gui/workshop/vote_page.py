# SPDX-License-Identifier: MIT
"""The dot vote: options and a question first, then ballots, then the ranking."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from persona_studio.core.workshop import Exercise, dots_each
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.gui.workshop.flow import Flow
from persona_studio.gui.workshop.page import Look, Page
from persona_studio.gui.workshop.vote_form import VoteForm
from persona_studio.gui.workshop.vote_sheet import VoteSheet
from persona_studio.storage import workshops


class VotePage(Page):
    """The form where nothing is voted on yet, else the round that is on."""

    def __init__(self, flow: Flow, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(flow, look, parent)
        self.sheet = VoteSheet(flow, look)
        self.form: VoteForm | None = None
        self._empty = EmptyState("circle-dot", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.sheet.more_wanted.connect(self._prepare)
        self.sheet.bar.print_wanted.connect(lambda: self.pages_wanted.emit("ballots"))
        self._empty.pressed.connect(lambda: self.flow.go("agenda"))

    def refresh(self) -> None:
        """Show the round that is on."""
        now = self.flow.current("vote")
        preparing = self.form is not None and self._stack.currentWidget() is self.form
        if now is None:
            self._show_empty(preparing=preparing)
            return
        if not preparing:
            self._stack.setCurrentWidget(self.sheet)
        self.sheet.refresh()

    def _show_empty(self, *, preparing: bool) -> None:
        if self.edits and self.flow.people:
            if not preparing:
                self._prepare()
            return
        self._stack.setCurrentWidget(self._empty)
        if self.edits:
            words = self.tr("Each person has a ballot: say who takes part first.")
            self._empty.say(words, self.tr("Go to the agenda"))
        else:
            self._empty.say(self.tr("A vote is prepared at the desk; Esc leads there."))

    def _prepare(self) -> None:
        if self.form is None:
            self.form = VoteForm(self.bridge)
            self.form.ready.connect(self._begin)
            self.form.cancelled.connect(self._back)
            self._stack.addWidget(self.form)
        self._stack.setCurrentWidget(self.form)
        self.form.start(first=self.flow.current("vote") is None)

    def _back(self) -> None:
        self._stack.setCurrentWidget(self.sheet)
        self.refresh()

    def _begin(self, exercise: Exercise) -> None:
        session = self.flow.session
        if session is None:
            return
        self._stack.setCurrentWidget(self.sheet)
        made = ""
        with self.bridge.edit("Begin a vote") as write:
            asked = Exercise(
                "",
                session.id,
                "vote",
                exercise.title,
                options=exercise.options,
                dots=dots_each(len(exercise.options)),
            )
            made = workshops.ask(write, asked)
        found = [each for each in self.flow.exercises("vote") if each.id == made]
        if found:
            self.flow.show(found[0])
            self.sheet.start()
