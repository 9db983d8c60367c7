# SPDX-License-Identifier: MIT
"""What stands at the right of the board: the tray, or in its place what is asked about."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.detail import ClaimDetail
from persona_studio.gui.personas.gestures import Gestures
from persona_studio.gui.personas.measure_page import MeasurePage
from persona_studio.gui.personas.people_page import PeoplePage
from persona_studio.gui.personas.reach_page import AsidePage, ReachPage
from persona_studio.gui.personas.sections_page import SectionsPage
from persona_studio.gui.personas.set_page import SetPage
from persona_studio.gui.personas.tray import Tray


class Side(QStackedWidget):
    """One page in front; `left` when the keyboard was in a page that has gone."""

    left = Signal()

    def __init__(self, bridge: Bridge, tray: Tray, detail: ClaimDetail, gestures: Gestures) -> None:
        super().__init__()
        self._tray = tray
        self._detail = detail
        self.people = PeoplePage(bridge)
        self.measure = MeasurePage(bridge, gestures)
        self.reach = ReachPage(bridge)
        self.set = SetPage(bridge)
        self.sections = SectionsPage(bridge)
        self.setProperty("kind", "paper")
        self.setMinimumHeight(1)
        for page in (tray, detail, self.people, self.measure, self.reach, self.set, self.sections):
            self.addWidget(page)
        self._of_claim = (detail, self.people, self.measure)
        detail.closed.connect(self.show_tray)
        detail.people_asked.connect(self.show_people)
        detail.measure_asked.connect(self.show_measure)
        self.people.closed.connect(self._back_to_claim)
        self.measure.closed.connect(self._back_to_claim)
        self.reach.closed.connect(self.show_tray)
        self.set.closed.connect(self.show_tray)
        self.sections.closed.connect(self.show_tray)

    def show_tray(self) -> None:
        """Bring the tray back."""
        had_focus = self._has_keyboard()
        self.setCurrentWidget(self._tray)
        if had_focus:
            self.left.emit()

    def show_claim(self, claim: str) -> None:
        """Show what stands behind a claim."""
        self._detail.show_claim(claim)
        self.setCurrentWidget(self._detail)

    def show_people(self, evidence: str, persona: str = "") -> None:
        """Show who stands behind a piece of evidence, or who of a persona's own people would."""
        self.people.open(evidence, persona)
        self.setCurrentWidget(self.people)
        self.people.take_focus()

    def show_measure(self, claim: str, item: str = "") -> None:
        """Let it be chosen what is counted for a claim, in place of `item` where it is named."""
        self._detail.show_claim(claim)
        self.measure.open(claim, item)
        self.setCurrentWidget(self.measure)
        self.measure.take_focus()

    def show_reach(self, persona: str) -> None:
        """Show whom a persona describes."""
        self.setCurrentWidget(self.reach)
        self.reach.open(persona)
        self.reach.take_focus()

    def show_set(self) -> None:
        """Show whom the personas cover, and who is left out."""
        self.setCurrentWidget(self.set)
        self.set.open()
        self.set.take_focus()

    def bring(self, page: AsidePage) -> None:
        """Bring a page to the front, taken in when it comes for the first time."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
            page.closed.connect(self.show_tray)
        self.setCurrentWidget(page)

    def show_sections(self) -> None:
        """Let the sections of the project be named, ordered, hidden and added."""
        self.sections.open()
        self.setCurrentWidget(self.sections)
        self.sections.take_focus()

    def count_again(self) -> None:
        """Count anew what is in front, some while after an edit."""
        if self.currentWidget() is self.reach:
            shown = self.reach.persona
            self.reach.open(shown)
        elif self.currentWidget() is self.set:
            self.set.open()

    def follow(self, claim: str) -> None:
        """Speak of another claim, where one is spoken of."""
        if self.currentWidget() in self._of_claim and claim != self._detail.claim:
            self.show_claim(claim)

    def refresh(self) -> None:
        """Show what is in front as it is now."""
        if self.currentWidget() in self._of_claim:
            self._detail.show_claim(self._detail.claim)
        if self.currentWidget() is self.people:
            self.people.open(self.people.evidence, self.people.whose)
        if self.currentWidget() is self.measure:
            self.measure.show_trial()
        if self.currentWidget() is self.sections:
            self.sections.open()

    def _back_to_claim(self) -> None:
        had_focus = self._has_keyboard()
        self.setCurrentWidget(self._detail)
        if had_focus:
            self._detail.take_focus()

    def _has_keyboard(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)
