# SPDX-License-Identifier: MIT
"""The clock and the page that is on; the desk and the projector each have one panel."""

from importlib import import_module

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from persona_studio.gui.direction import settled
from persona_studio.gui.workshop.clock_bar import ClockBar
from persona_studio.gui.workshop.flow import Flow
from persona_studio.gui.workshop.names import page_name
from persona_studio.gui.workshop.page import Look, Page

PAGES: tuple[tuple[str, str], ...] = (
    ("agenda", "AgendaPage"),
    ("guess", "GuessPage"),
    ("vote", "VotePage"),
    ("sort", "SortPage"),
    ("close", "ClosePage"),
)
"""Each page with the class that shows it; its module is `<page>_page`."""


class Panel(QWidget):
    """Shows what the flow shows; pages are made when they are first turned to.

    `pages_wanted` asks for a PDF: `minutes`, `ballots` or `cards`.
    """

    pages_wanted = Signal(str)

    def __init__(self, flow: Flow, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow, self._look = flow, look
        self.pages: dict[str, Page] = {}
        self.clock = ClockBar(flow, look)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Pages of the workshop"))
        for page, _ in PAGES:
            self.tabs.addTab(settled(page_name(page)))
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.tabs)
        self.tabs.setVisible(look.tools)
        column.addWidget(self._stack, 1)
        column.addWidget(self.clock)
        self.tabs.currentChanged.connect(self._turned)
        flow.moved.connect(self.refresh)

    def refresh(self) -> None:
        """Show the flow as it stands, where somebody looks."""
        if not self.isVisible():
            return
        names = [page for page, _ in PAGES]
        wanted = self._flow.page if self._flow.page in names else names[0]
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(names.index(wanted))
        page = self._page(wanted)
        self._stack.setCurrentWidget(page)
        page.refresh()
        self.clock.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the flow again: it may have moved meanwhile."""
        super().showEvent(event)
        self.refresh()

    def turn(self, by: int) -> None:
        """Turn to the page before or after."""
        place = self.tabs.currentIndex() + by
        if 0 <= place < len(PAGES):
            self._turned(place)

    def _page(self, wanted: str) -> Page:
        if wanted not in self.pages:
            module = import_module(f"persona_studio.gui.workshop.{wanted}_page")
            made: Page = getattr(module, dict(PAGES)[wanted])(self._flow, self._look)
            made.setAccessibleName(page_name(wanted))
            made.pages_wanted.connect(self.pages_wanted)
            self.pages[wanted] = made
            self._stack.addWidget(made)
        return self.pages[wanted]

    def _turned(self, place: int) -> None:
        self._flow.go(PAGES[place][0])
