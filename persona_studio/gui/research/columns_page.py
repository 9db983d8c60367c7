# SPDX-License-Identifier: MIT
"""Adjust columns: what each question means and how its cells are read, by mouse or by digits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.gui.research import entries, words
from persona_studio.gui.research.column_detail import ColumnDetail
from persona_studio.gui.research.column_list import ColumnList
from persona_studio.gui.research.draft import Seen
from persona_studio.gui.widgets.flow_layout import FlowLayout
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.search_field import SearchField

_DETAIL = 360
_DIGITS = 9


class ColumnsPage(QWidget):
    """`told` carries a plan and the columns to read again for it."""

    told = Signal(object, list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: Seen | None = None
        self.search = SearchField(self.tr("Find a column"))
        self.list = ColumnList(self.tr("Columns of the file"))
        self.detail = ColumnDetail()
        self._build()
        self.setFocusProxy(self.list)
        self.search.textChanged.connect(self._refresh)
        self.list.digit.connect(self.detail.tell_role)
        self.list.entry_changed.connect(self._show_current)
        self.detail.told.connect(self.told)

    def show_seen(self, seen: Seen) -> None:
        """Show the columns; the one looked at stays in view."""
        self._seen = seen
        self._refresh()

    def look_at(self, column: int) -> None:
        """Bring one column into view, ready for a digit."""
        self.search.clear()
        self.list.look_at(column)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        keys = QWidget()
        flow = FlowLayout(keys, gap=6)
        for place, text in enumerate([*list(words.ROLES.values())[:_DIGITS], words.ROLES["pii"]]):
            digit = (place + 1) % 10
            flow.addWidget(PlainLabel(f"{digit}  {words.say(text)}", "key"))
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        left.addWidget(keys)
        self.detail.setFixedWidth(_DETAIL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(self.detail)

    def _refresh(self) -> None:
        if self._seen is None:
            return
        wanted = self.search.text().strip().casefold()
        shown = [e for e in entries.entries(self._seen.plan) if wanted in e.title.casefold()]
        self.list.show_entries(self._seen, shown)
        self._show_current()

    def _show_current(self) -> None:
        if self._seen is not None:
            self.detail.show_entry(self._seen, self.list.entry)
