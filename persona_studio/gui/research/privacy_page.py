# SPDX-License-Identifier: MIT
"""Private columns, and what was found in own words: out, a code, hidden, or kept for a reason."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.gui.research import draft, words
from persona_studio.gui.research.column_list import ColumnList
from persona_studio.gui.research.draft import Seen
from persona_studio.gui.research.entries import Entry
from persona_studio.gui.research.privacy_detail import PrivacyDetail
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.research.plan import Plan

_DETAIL = 400


def concerned(seen: Seen) -> list[Entry]:
    """Return the columns with personal data, and those in whose words some was found."""
    plan = seen.plan
    private = set(draft.private(plan))
    out = {n for n, told in plan.columns.items() if told.use in draft.HIDDEN}
    found = {n for n, facts in seen.facts.items() if facts.hits}
    wanted = (private | out | found) & set(draft.numbers(plan))
    return [Entry((n,), draft.short(plan, n, 200)) for n in sorted(wanted)]


def fate(seen: Seen, entry: Entry) -> str:
    """Return what becomes of a column's cells."""
    use = seen.plan.use(entry.first)
    if draft.needs_reason(seen.plan, entry.first):
        return QCoreApplication.translate("research", "Say why")
    return words.say(words.FATES[use])


class PrivacyPage(QWidget):
    """`changed` carries a plan, `column_wanted` a column that is no personal data after all."""

    changed = Signal(object)
    column_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seen = Seen(Plan(""))
        self.promise = PlainLabel(
            self.tr(
                "The studio helps to find personal data. It does not find everything: look"
                " through the columns yourself, and above all through own words."
            ),
            "muted",
            wrap=True,
        )
        self.list = ColumnList(self.tr("Columns with personal data"), fate)
        self.detail = PrivacyDetail()
        self.empty = EmptyState(
            "shield-check",
            self.tr("No column looks like personal data, and none was found in own words."),
        )
        self._beside = QWidget()
        self._build()
        self.list.entry_changed.connect(self._show_current)
        self.detail.changed.connect(self.changed)
        self.detail.column_wanted.connect(self.column_wanted)

    def show_seen(self, seen: Seen) -> None:
        """Show what concerns people."""
        self.seen = seen
        found = concerned(seen)
        self._beside.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.list.show_entries(seen, found)
        self._show_current()

    def ask(self, column: int) -> None:
        """Ask why a private column must be kept."""
        self.list.look_at(column)
        self.detail.ask()

    def _build(self) -> None:
        self.detail.setFixedWidth(_DETAIL)
        row = QHBoxLayout(self._beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.list, 1)
        row.addWidget(self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.promise)
        column.addWidget(self._beside, 1)
        column.addWidget(self.empty, 1)
        self.setFocusProxy(self.list)

    def _show_current(self) -> None:
        self.detail.show_entry(self.seen, self.list.entry)
