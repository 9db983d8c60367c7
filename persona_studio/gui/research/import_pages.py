# SPDX-License-Identifier: MIT
"""The pages of an import: what a person does on them is told to `Looking` and `NextWave`."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from persona_studio.gui.research import draft
from persona_studio.gui.research.check_page import CheckPage
from persona_studio.gui.research.columns_page import ColumnsPage
from persona_studio.gui.research.looking import Looking
from persona_studio.gui.research.next_page import NextPage, in_short, people_in_words
from persona_studio.gui.research.next_people import NextPeople
from persona_studio.gui.research.next_wave import NextWave
from persona_studio.gui.research.page_tabs import (
    CHECK,
    COLUMNS,
    NEXT,
    PRIVACY,
    PROBLEMS,
    PageTabs,
)
from persona_studio.gui.research.privacy_page import PrivacyPage, concerned
from persona_studio.gui.research.problems_page import ProblemsPage


class ImportPages(QStackedWidget):
    """`shown` carries the page that has come to the front; `tabs` stand beside the title."""

    shown = Signal(int)

    def __init__(
        self, looking: Looking, wave: NextWave, people: NextPeople, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._looking = looking
        self._wave, self._people = wave, people
        self.tabs = PageTabs()
        self.check = CheckPage(looking.store)
        self.columns = ColumnsPage()
        self.privacy = PrivacyPage()
        self.problems = ProblemsPage(looking.store)
        self.next = NextPage(wave, people)
        for page in (self.check, self.columns, self.privacy, self.problems, self.next):
            self.addWidget(page)
        self._connect()

    def begin(self) -> None:
        """Forget what belongs to the file before."""
        self.check.facts.begin()
        self.problems.begin()
        self._wave.begin()
        self._people.stop()

    def show_seen(self) -> None:
        """Show what is known of the file now; hidden pages wait until they are wanted."""
        seen = self._looking.seen
        if seen is None:
            return
        self.problems.show_seen(seen)
        self.check.show_seen(seen, self.problems.open)
        self._bring_up_to_date(self.currentIndex())
        self.tabs.show_counts(len(concerned(seen)), self.problems.open)

    def show_page(self, page: int) -> None:
        """Bring a page to the front."""
        self._bring_up_to_date(page)
        self.setCurrentIndex(page)
        self.tabs.show_page(page)
        self.shown.emit(page)

    def adjust(self, column: int = 0) -> None:
        """Show the columns, one of them in view."""
        self.show_page(COLUMNS)
        if column:
            self.columns.look_at(column)
        self.columns.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def unexplained(self) -> bool:
        """Lead to personal data that are kept without a reason; tell whether there are any."""
        plan = self._looking.plan
        columns = draft.numbers(plan) if plan else []
        wanting = [n for n in columns if plan and draft.needs_reason(plan, n)]
        if wanting:
            self.show_page(PRIVACY)
            self.privacy.ask(wanting[0])
        return bool(wanting)

    def _connect(self) -> None:
        looking, facts, table = self._looking, self.check.facts, self.check.table
        self.tabs.page_wanted.connect(self._come_to)
        facts.retold.connect(looking.look_again)
        facts.told.connect(looking.tell)
        facts.private_wanted.connect(self.tabs.wanting(PRIVACY))
        facts.problems_wanted.connect(self.tabs.wanting(PROBLEMS))
        table.column_wanted.connect(self.adjust)
        table.heading_wanted.connect(self._heading_here)
        table.skip_wanted.connect(self._skip)
        self.check.sampling_said.connect(self._show_facts)
        self.columns.told.connect(looking.tell)
        self.columns.detail.private_wanted.connect(self._decide_private)
        self.privacy.changed.connect(looking.tell)
        self.privacy.column_wanted.connect(self.adjust)
        self.problems.told.connect(looking.tell)
        self.problems.row_wanted.connect(self._to_row)
        self._wave.changed.connect(self._show_next)
        self._people.changed.connect(self._show_next)
        self.check.next_wanted.connect(self.tabs.wanting(NEXT))

    def _come_to(self, page: int) -> None:
        """Bring a page to the front with the keyboard on it; tabs keep what they have."""
        self.show_page(page)
        front = self.currentWidget()
        if front is not None and not self.tabs.hasFocus():
            front.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_up_to_date(self, page: int) -> None:
        if self._looking.seen is not None and page == COLUMNS:
            self.columns.show_seen(self._looking.seen)
        elif self._looking.seen is not None and page == PRIVACY:
            self.privacy.show_seen(self._looking.seen)
        elif page == NEXT:
            self.next.refresh()

    def _show_next(self) -> None:
        """Say in one line what the file is to a source that asked the same."""
        wave = self._wave
        there = wave.proposal is not None
        self.tabs.show_next(there=there, count=wave.open)
        said = [in_short(wave), people_in_words(self._people)] if there else []
        self.check.say_next(" ".join(filter(None, said)))
        if not there and self.currentIndex() == NEXT:
            self.show_page(CHECK)

    def _show_facts(self) -> None:
        if self._looking.seen is not None:
            self.check.show_facts(self._looking.seen, self.problems.open)

    def _decide_private(self, column: int) -> None:
        self.show_page(PRIVACY)
        self.privacy.list.look_at(column)
        self.privacy.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _heading_here(self, row: int) -> None:
        plan = self._looking.plan
        if plan is not None:
            head = self._looking.store.head
            self._looking.look_again(draft.headings_end_here(plan, row, head))

    def _skip(self, row: int, skip: bool) -> None:
        plan = self._looking.plan
        if plan is not None:
            plan = draft.skipping(plan, [row], skip=skip)
            self._looking.tell(plan if skip else draft.taking_in(plan, [row]))

    def _to_row(self, row: int) -> None:
        self.show_page(CHECK)
        self.check.table.go_to(row)
        self.check.table.setFocus(Qt.FocusReason.OtherFocusReason)
