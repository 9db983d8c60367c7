# SPDX-License-Identifier: MIT
"""Who is this?: deal real people as cards, sort them at two tables, see how far these agree."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from persona_studio.core.fields import new_id
from persona_studio.core.workshop import Exercise
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.gui.workshop.flow import Flow
from persona_studio.gui.workshop.page import Look, Page
from persona_studio.gui.workshop.sort_form import SortForm
from persona_studio.gui.workshop.sort_result import SortResult
from persona_studio.gui.workshop.sort_sheet import SortSheet
from persona_studio.storage import workshops
from persona_studio.workspace import dealing


class SortPage(Page):
    """The form where nothing is dealt yet, the card that is on, or what came of it."""

    def __init__(self, flow: Flow, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(flow, look, parent)
        self.form: SortForm | None = None
        self.sheet = SortSheet(flow, look)
        self.result = SortResult(flow, look)
        self._empty = EmptyState("users", "")
        self._stack = QStackedWidget()
        for page in (self._empty, self.sheet, self.result):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.sheet.bar.more_wanted.connect(self._prepare)
        self.sheet.bar.print_wanted.connect(lambda: self.pages_wanted.emit("cards"))
        self.result.bar.more_wanted.connect(self._prepare)
        self._empty.pressed.connect(self._deal_anew)

    def refresh(self) -> None:
        """Show the sorting that is on."""
        now = self.flow.current("sort")
        if self.form is not None and self._stack.currentWidget() is self.form:
            return
        if now is None:
            self._show_empty()
            return
        page = self.result if now.closed else self.sheet
        self._stack.setCurrentWidget(page)
        page.refresh()

    def _show_empty(self) -> None:
        self._stack.setCurrentWidget(self._empty)
        snapshot = self.bridge.snapshot
        if not self.edits:
            self._empty.say(self.tr("The cards are dealt at the desk; Esc leads there."))
        elif len(snapshot.personas) < 2:
            words = self.tr("Two personas or more are needed to sort people onto.")
            self._empty.say(words)
        elif not dealing.waves_to_deal(snapshot):
            words = self.tr(
                "There are no people to deal yet: import a survey or notes in Research."
            )
            self._empty.say(words)
        else:
            words = self.tr(
                "Real people are dealt as cards, without names or ids. Two tables say whom each "
                "card is; where they disagree, two personas are hard to tell apart."
            )
            self._empty.say(words, self.tr("Deal the cards"))

    def _deal_anew(self) -> None:
        self._prepare()

    def _prepare(self) -> None:
        if self.form is None:
            self.form = SortForm(self.bridge)
            self.form.ready.connect(self._deal)
            self.form.cancelled.connect(self._back)
            self._stack.addWidget(self.form)
        self._stack.setCurrentWidget(self.form)
        self.form.start()

    def _back(self) -> None:
        self._stack.setCurrentWidget(self._empty)
        self.refresh()

    def _deal(self, wave: str, count: int) -> None:
        session, space = self.flow.session, self.bridge.workspace
        self._stack.setCurrentWidget(self._empty)
        if session is None:
            return
        key = new_id()
        with self.bridge.edit("Deal people as cards") as write:
            exercise = Exercise(
                key,
                session.id,
                "sort",
                self.tr("Who is this?"),
                wave=wave,
                options=dealing.personas_to_sort(space.snapshot),
                rows=dealing.deal(space, wave, count, key),
            )
            workshops.ask(write, exercise)
        for found in self.flow.exercises("sort"):
            if found.id == key:
                self.flow.show(found)
                self.sheet.start()
