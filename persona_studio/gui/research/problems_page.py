# SPDX-License-Identifier: MIT
"""What needs a look, by cause: the places in the file, and one action for all of a cause."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QTableView, QVBoxLayout, QWidget

from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.research import draft, troubles, words
from persona_studio.gui.research.case_table import CaseModel, TroubleDelegate, TroubleModel
from persona_studio.gui.research.draft import Seen
from persona_studio.gui.research.row_store import RowStore
from persona_studio.gui.research.troubles import KEEP, MISSING, SKIP, Trouble
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.research.plan import Plan

_LIST = 330
_OUT = QT_TRANSLATE_NOOP("research", "{0} column left out")
_OUT_MANY = QT_TRANSLATE_NOOP("research", "{0} columns left out")


class ProblemsPage(QWidget):
    """`told` carries a plan and the columns to read again; `row_wanted` a row to be shown.

    `save_wanted` asks for the rejected rows as a file.
    """

    told = Signal(object, list)
    row_wanted = Signal(int)
    save_wanted = Signal()

    def __init__(self, store: RowStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seen = Seen(Plan(""))
        self._found: list[Trouble] = []
        self._settled: dict[str, tuple[Trouble, str]] = {}
        self.causes = TroubleModel(self)
        self.list = QListView()
        self.cases = CaseModel(store, self)
        self.table = QTableView()
        self.title = PlainLabel("", "name", wrap=True)
        self.expected = PlainLabel("", "muted", wrap=True)
        self.buttons = {
            KEEP: GhostButton(self.tr("Keep as it is")),
            MISSING: GhostButton(self.tr("Treat as missing")),
            SKIP: GhostButton(self.tr("Pass over these rows")),
        }
        self.sum = PlainLabel("", "strong")
        self.save = GhostButton(self.tr("Save the rejected rows…"), "file-down")
        self.empty = EmptyState("circle-check", self.tr("Nothing in this file needs a look."))
        self._beside = QWidget()
        self._build()
        self.setFocusProxy(self.list)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.table.activated.connect(self._to_row)
        self.save.clicked.connect(self.save_wanted)
        for action, button in self.buttons.items():
            button.clicked.connect(partial(self._act, action))

    def begin(self) -> None:
        """Forget what was decided about the file before."""
        self._found = []
        self._settled.clear()

    @property
    def open(self) -> int:
        """How many causes nobody has decided on."""
        return sum(1 for trouble in self._found if trouble.key not in self._settled)

    def show_seen(self, seen: Seen) -> None:
        """Show what needs a look; what was decided stays in the list."""
        self.seen = seen
        found = self._found = troubles.of(seen)
        here = {trouble.key for trouble in found}
        gone = [trouble for key, (trouble, _) in self._settled.items() if key not in here]
        decided = {key: action for key, (_, action) in self._settled.items()}
        self.causes.show_troubles([*found, *gone], decided)
        self._beside.setVisible(bool(found or gone))
        self.empty.setVisible(not (found or gone))
        if not self.list.currentIndex().isValid() and self.causes.rowCount():
            self.list.setCurrentIndex(self.causes.index(0))
        self.sum.setText(self._sum())
        self.save.setVisible(bool(seen.plan.skip_rows))
        self._show_current()

    def _build(self) -> None:
        self.list.setModel(self.causes)
        self.list.setItemDelegate(TroubleDelegate(self.list))
        self.list.setProperty("kind", "menu")
        self.list.setAccessibleName(self.tr("Causes"))
        self.list.setFixedWidth(_LIST)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setModel(self.cases)
        self.table.setAccessibleName(self.tr("Places in the file"))
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(32)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for section, width in enumerate((70, 190, 300)):
            self.table.setColumnWidth(section, width)
        card = Card(margin=12)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        card.body.addWidget(self.title)
        card.body.addWidget(self.expected)
        card.body.addWidget(self.table, 1)
        card.body.addLayout(row)
        beside = QHBoxLayout(self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addWidget(self.list)
        beside.addWidget(card, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.sum, 1)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._beside, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(foot)

    def _sum(self) -> str:
        total = draft.rows(self.seen.plan)
        said = self.tr("{0} read = {1} to import + {2} passed over").format(
            *(f"{n:,}" for n in (total.read, total.to_import, total.passed_over))
        )
        out = len(draft.staying_out(self.seen.plan))
        return f"{said}; {words.counted(_OUT, _OUT_MANY, out)}."

    def _trouble(self) -> Trouble | None:
        index = self.list.currentIndex()
        return self.causes.trouble(index.row()) if index.isValid() else None

    def _show_current(self) -> None:
        trouble = self._trouble()
        if trouble is None:
            return
        self.title.setText(trouble.title)
        self.expected.setText(self.tr("Expected: {0}.").format(trouble.expected))
        self.expected.setVisible(bool(trouble.expected))
        self.cases.show_cases(self.seen, trouble)
        self.table.setColumnHidden(0, not self.cases.has_rows)
        self.table.setColumnHidden(1, not self.cases.has_columns)
        decided = self._settled.get(trouble.key, (trouble, ""))[1]
        for action, button in self.buttons.items():
            button.setVisible(action in trouble.actions)
            button.set_text(("✓ " if action == decided else "") + _name(action, trouble))

    def _act(self, action: str) -> None:
        trouble = self._trouble()
        if trouble is None:
            return
        self._settled[trouble.key] = (trouble, action)
        plan = troubles.acted(self.seen, trouble, action)
        changed = trouble.column is not None and _missing(plan, trouble) != _missing(
            self.seen.plan, trouble
        )
        columns: Sequence[int] = [trouble.column] if changed and trouble.column else []
        self.told.emit(plan, list(columns))

    def _to_row(self) -> None:
        row = self.cases.row_of_file(self.table.currentIndex().row())
        if row is not None:
            self.row_wanted.emit(row)


def _missing(plan: Plan, trouble: Trouble) -> tuple[str, ...]:
    return draft.role(plan, trouble.column or 0).missing


def _name(action: str, trouble: Trouble) -> str:
    names = words.CELL_ACTIONS if trouble.column else words.FILE_ACTIONS
    return words.say(names[action])
