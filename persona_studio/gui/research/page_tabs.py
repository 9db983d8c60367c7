# SPDX-License-Identifier: MIT
"""The four pages of an import as quiet tabs, with what waits on them; Ctrl+1 to Ctrl+4."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabBar, QWidget

CHECK, COLUMNS, PRIVACY, PROBLEMS = range(4)


class PageTabs(QTabBar):
    """`page_wanted` carries one of CHECK, COLUMNS, PRIVACY, PROBLEMS."""

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
        )
        for page, name in enumerate(self._names):
            self.addTab(name)
            self.setTabToolTip(page, f"Ctrl+{page + 1}")
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

    def wanting(self, page: int) -> Callable[[], None]:
        """Return what asks for a page, for buttons and chips."""
        return partial(self.page_wanted.emit, page)

    def bind(self, owner: QWidget) -> None:
        """Let Ctrl and the digits ask for pages anywhere in `owner`."""
        for page in range(self.count()):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{page + 1}"), owner)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.wanting(page))
