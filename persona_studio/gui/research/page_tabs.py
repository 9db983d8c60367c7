# SPDX-License-Identifier: MIT
"""The pages of an import as quiet tabs, with what waits on them; Ctrl+1 to Ctrl+5."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabBar, QWidget

CHECK, COLUMNS, PRIVACY, PROBLEMS, NEXT = range(5)


class PageTabs(QTabBar):
    """`page_wanted` carries one of CHECK, COLUMNS, PRIVACY, PROBLEMS, NEXT."""

    page_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setAccessibleName(self.tr("Pages of the import"))
        self._names = (
            self.tr("Preview"),
            self.tr("Columns"),
            self.tr("Private data"),
            self.tr("Problems"),
            self.tr("Next wave"),
        )
        for page, name in enumerate(self._names):
            self.addTab(name)
            self.setTabToolTip(page, f"Ctrl+{page + 1}")
        self.show_next(there=False, count=0)
        self.currentChanged.connect(self.page_wanted)

    def show_page(self, page: int) -> None:
        """Mark the page that is in front."""
        with QSignalBlocker(self):
            self.setCurrentIndex(page)
        self.update()

    def show_counts(self, private: int, problems: int) -> None:
        """Say how much waits on the last two pages."""
        for page, count in ((PRIVACY, private), (PROBLEMS, problems)):
            self.setTabText(page, f"{self._names[page]} {count}" if count else self._names[page])

    def show_next(self, *, there: bool, count: int) -> None:
        """Offer the page of the next wave where the file is one, with what waits on it."""
        self.setTabVisible(NEXT, there)
        self.setTabText(NEXT, f"{self._names[NEXT]} {count}" if count else self._names[NEXT])

    def wanting(self, page: int) -> Callable[[], None]:
        """Return what asks for a page, for buttons and chips."""
        return partial(self.page_wanted.emit, page)

    def bind(self, owner: QWidget) -> None:
        """Let Ctrl and the digits ask for pages anywhere in `owner`."""
        for page in range(self.count()):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{page + 1}"), owner)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._ask_for, page))

    def _ask_for(self, page: int) -> None:
        if self.isTabVisible(page):
            self.page_wanted.emit(page)
