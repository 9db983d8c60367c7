# SPDX-License-Identifier: MIT
"""The page most people see: chips of what was understood, where it comes from, the preview."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from persona_studio.gui.research.about_source import AboutSource
from persona_studio.gui.research.draft import Seen
from persona_studio.gui.research.fact_menus import FactMenus
from persona_studio.gui.research.preview_table import PreviewTable
from persona_studio.gui.research.row_store import RowStore
from persona_studio.gui.widgets.buttons import LinkButton
from persona_studio.gui.widgets.card import Card


class CheckPage(QWidget):
    """Chips, source and preview of one file; `sampling_said` fires when people were told of.

    `next_wanted` asks for the page of the next wave.
    """

    sampling_said = Signal()
    next_wanted = Signal()

    def __init__(self, store: RowStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.facts = FactMenus()
        self.about = AboutSource()
        self.table = PreviewTable(store)
        self.table.setAccessibleName(self.tr("Rows of the file"))
        self.table.setAccessibleDescription(
            self.tr("H: the headings end in this row. Delete: pass over this row.")
        )
        self.next = LinkButton("", "refresh-cw")
        self.next.hide()
        paper = Card(margin=5)
        paper.body.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.facts)
        column.addWidget(self.about)
        column.addWidget(self.next, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(paper, 1)
        self.setFocusProxy(self.table)
        self.facts.sampling_chosen.connect(self.about.say_sampling)
        self.about.changed.connect(self.sampling_said)
        self.next.clicked.connect(self.next_wanted)

    def show_seen(self, seen: Seen, open_problems: int) -> None:
        """Show what is known of the file."""
        self.show_facts(seen, open_problems)
        self.table.model_.show_seen(seen, self._store.head)

    def say_next(self, words: str) -> None:
        """Say in one line what the file is to a source that asked the same, "" for nothing."""
        self.next.set_text(words)
        self.next.setVisible(bool(words))

    def show_facts(self, seen: Seen, open_problems: int) -> None:
        """Show the chips."""
        self.facts.show_plan(seen.plan, self.about.sampling, open_problems)
