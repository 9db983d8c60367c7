# SPDX-License-Identifier: MIT
"""The Review room: the checklist, and pages that are opened from it; one of them is in front."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.review.checklist_page import ChecklistPage
from persona_studio.gui.review.events_page import EventsPage
from persona_studio.gui.review.filter_bar import ALL
from persona_studio.gui.review.recheck_page import RecheckPage
from persona_studio.gui.review.rules_page import RulesPage
from persona_studio.gui.review.saving_report import SavingReport
from persona_studio.review.checklist import Filter


class ReviewRoom(QWidget):
    """`show_claim`, `show_persona` carry what to show on the board, `open_room` a room's id."""

    show_claim = Signal(str)
    show_persona = Signal(str)
    open_room = Signal(str)

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.checklist = ChecklistPage(bridge, jobs)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.checklist)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._stack)
        self._rechecking: RecheckPage | None = None
        self._events: EventsPage | None = None
        self._rules: RulesPage | None = None
        self._reports = SavingReport(bridge, jobs, self)
        self._wire(self.checklist)
        self.checklist.rules_wanted.connect(self.show_rules)
        self.checklist.report_wanted.connect(self.save_report)
        self.checklist.show_persona.connect(self.show_persona)
        self.checklist.recheck_wanted.connect(self.recheck)

    def activate(self) -> None:
        """Look at the project again where it has changed."""
        page = self._stack.currentWidget()
        if isinstance(page, ChecklistPage | RecheckPage | EventsPage | RulesPage):
            page.activate()

    def recheck(self, wave: str = "") -> None:
        """Hold every claim against a wave, by default the last one imported again."""
        if self._rechecking is None:
            self._rechecking = RecheckPage(self._bridge)
            self._stack.addWidget(self._rechecking)
            self._wire(self._rechecking)
            self._rechecking.closed.connect(self.show_checklist)
            self._rechecking.events_wanted.connect(self.note_event)
        self._stack.setCurrentWidget(self._rechecking)
        self._rechecking.show_wave(wave)
        self._rechecking.start()

    def note_event(self) -> None:
        """Show what changed outside, and a form to note more."""
        if self._events is None:
            self._events = EventsPage(self._bridge)
            self._stack.addWidget(self._events)
            self._events.closed.connect(self.show_checklist)
        self._stack.setCurrentWidget(self._events)
        self._events.start()

    def show_rules(self) -> None:
        """Show the rules: which look, their numbers, and how fast things age."""
        if self._rules is None:
            self._rules = RulesPage(self._bridge)
            self._stack.addWidget(self._rules)
            self._rules.closed.connect(self.show_checklist)
            self._rules.found_wanted.connect(self.show_found)
        self._stack.setCurrentWidget(self._rules)
        self._rules.activate()
        self._rules.start()

    def save_report(self) -> None:
        """Ask for a place and save the review there, as pages or as a table."""
        self._reports.ask(self)

    def start_signing(self) -> None:
        """Show who signs what, instead of a claim's standing."""
        self.show_checklist()
        self.checklist.start_signing()

    def reveal(self, target: str) -> None:
        """Bring what is said of a claim or persona to view."""
        self.show_checklist()
        self.checklist.reveal(target)

    def show_on_board(self) -> None:
        """Show on the board what is chosen in the list."""
        self.show_checklist()
        self.checklist.show_on_board()

    def show_checklist(self) -> None:
        """Come back to the checklist from another page."""
        self._stack.setCurrentWidget(self.checklist)
        self.checklist.activate()
        self.checklist.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, rule: str) -> None:
        """List what one rule finds."""
        self.show_checklist()
        self.checklist.list.bar.want(ALL, Filter(words=rule))

    def _wire(self, page: ChecklistPage | RecheckPage) -> None:
        page.show_claim.connect(self.show_claim)
        page.open_room.connect(self.open_room)
