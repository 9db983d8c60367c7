# SPDX-License-Identifier: MIT
"""The chips above the preview: what was understood, how sure, and a small menu to say otherwise."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.research import draft, words
from persona_studio.gui.research.fact_chip import FactChip
from persona_studio.gui.research.orders_menu import OrdersMenu
from persona_studio.gui.widgets.flow_layout import FlowLayout
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.research.plan import Plan, Reason

_HEADINGS = 12
_PROBLEM = QT_TRANSLATE_NOOP("research", "{0} thing to look at")
_PROBLEM_MANY = QT_TRANSLATE_NOOP("research", "{0} things to look at")
_PRIVATE = QT_TRANSLATE_NOOP("research", "{0} private column")
_PRIVATE_MANY = QT_TRANSLATE_NOOP("research", "{0} private columns")


class FactMenus(QWidget):
    """`retold` carries a plan that needs a new look, `told` one that stands as it is."""

    retold = Signal(object)
    told = Signal(object)
    sampling_chosen = Signal(str)
    private_wanted = Signal()
    problems_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = Plan("")
        self._tables: list[int] = []
        self.text = FactChip(self.tr("Text"))
        self.between = FactChip(self.tr("Between cells"))
        self.sheet = FactChip(self.tr("Sheet"))
        self.table = FactChip(self.tr("Table"))
        self.heading = FactChip(self.tr("Header"))
        self.dates = FactChip(self.tr("Dates"))
        self.decimals = FactChip(self.tr("Decimals"))
        self.found = FactChip(self.tr("Found how?"))
        self.orders = FactChip(self.tr("Orders"))
        self._of_orders = OrdersMenu(self.orders, self)
        self.problems = FactChip("")
        self.private = FactChip("")
        self._fills: Mapping[FactChip, Callable[[QMenu], None]] = {
            self.text: partial(self._facts, words.ENCODINGS, "encoding"),
            self.between: partial(self._facts, words.MARKS, "delimiter"),
            self.sheet: self._sheets,
            self.table: self._table_rows,
            self.heading: self._headings,
            self.dates: partial(self._facts, words.DATE_ORDERS, "date_order"),
            self.decimals: partial(self._facts, {".": "1.5", ",": "1,5"}, "decimal"),
            self.found: self._samplings,
            self.orders: self._of_orders.fill,
        }
        flow = FlowLayout(self, gap=8)
        flow.setContentsMargins(0, 0, 0, 2)
        for chip in (*self._fills, self.problems, self.private):
            flow.addWidget(chip)
        for chip in self._fills:
            chip.clicked.connect(partial(self._open, chip))
        self.problems.clicked.connect(self.problems_wanted)
        self.private.clicked.connect(self.private_wanted)
        self._of_orders.told.connect(self.told)
        self._of_orders.retold.connect(self.retold)

    def begin(self) -> None:
        """Forget the tables of the file before."""
        self._tables = []

    def show_plan(self, plan: Plan, sampling: str, open_problems: int) -> None:
        """Say what the plan holds."""
        self.plan = plan
        found = {int(table["first_row"]) for table in plan.tables} | {plan.table_row or 0}
        self._tables = sorted({*self._tables, *found} - {0})
        self._show_text(plan)
        self._show_rows(plan)
        self._show_people(plan, sampling, open_problems)
        self._of_orders.show_plan(plan)

    def menu(self, chip: FactChip) -> QMenu:
        """Return what can be said in place of a chip's fact, under how sure it is and why."""
        menu = QMenu(self)
        menu.setAccessibleName(chip.accessibleName())
        if chip.why:
            head = QWidgetAction(menu)
            label = PlainLabel(chip.why, "quiet", wrap=True)
            label.setContentsMargins(12, 4, 12, 6)
            label.setMaximumWidth(280)
            head.setDefaultWidget(label)
            menu.addAction(head)
            menu.addSeparator()
        self._fills[chip](menu)
        return menu

    def _show_text(self, plan: Plan) -> None:
        sure = 1.0 if plan.encoding_sure is None else plan.encoding_sure
        reason = plan.reasons.get("encoding") or Reason(sure, plan.encoding_why)
        self._say(self.text, words.encoding(plan.encoding), reason)
        self._say(self.between, words.mark(plan.delimiter), plan.reasons.get("delimiter"))
        shown = plan.sheet if len(plan.sheets) > 1 else ""
        self._say(self.sheet, shown or "", plan.reasons.get("sheet"))

    def _show_rows(self, plan: Plan) -> None:
        where = self.tr("from row {0}").format(plan.table_row) if plan.table_row else ""
        several = self.tr("the first of {0}").format(len(self._tables) + 1)
        self._say(self.table, where or (several if self._tables else ""), None)
        heading = "" if plan.headless else self._heading_words(plan)
        self._say(self.heading, heading, plan.reasons.get("header_rows"))
        order = words.say(words.DATE_ORDERS.get(plan.date_order or "", ""))
        self._say(self.dates, order, plan.reasons.get("date_order"))
        told = plan.reasons.get("decimal")
        mark = ("1,5" if plan.decimal == "," else "1.5") if told else ""
        self._say(self.decimals, mark, told)

    def _say(self, chip: FactChip, fact: str, reason: Reason | None) -> None:
        """Let a chip say a fact; without one it is not shown."""
        chip.setVisible(bool(fact))
        mark, why = words.sure(reason.sure, reason.why) if reason else ("filled", "")
        chip.say(fact, why, mark=mark, asks=mark == "ring")

    def _show_people(self, plan: Plan, sampling: str, open_problems: int) -> None:
        said = words.say(words.SAMPLINGS[sampling]) if sampling else self.tr("ask")
        why = self.tr("Asked once for each source: it decides what the figures may say of others.")
        mark = "filled" if sampling else "ring"
        self.found.say(said, why, mark=mark, asks=not sampling)
        text = words.counted(_PROBLEM, _PROBLEM_MANY, open_problems)
        self.problems.say(text, mark="half", asks=True)
        self.problems.setVisible(bool(open_problems))
        private = len(draft.private(plan))
        unexplained = any(draft.needs_reason(plan, n) for n in draft.private(plan))
        mark = "ring" if unexplained else "filled"
        text = words.counted(_PRIVATE, _PRIVATE_MANY, private)
        self.private.say(text, mark=mark, asks=unexplained)
        self.private.setVisible(bool(private))

    def _heading_words(self, plan: Plan) -> str:
        heads = plan.header_rows
        if not heads:
            return self.tr("none")
        asked = self.tr("row {0}").format(plan.label_row or heads[-1])
        if len(heads) == 1:
            return asked
        return self.tr("{0}, rows {1} to {2}").format(asked, heads[0], heads[-1])

    def _open(self, chip: FactChip) -> None:
        menu = self.menu(chip)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 4)))

    def _facts(self, entries: Mapping[str, str], key: str, menu: QMenu) -> None:
        now = getattr(self.plan, key)
        seen = set()
        for value, text in entries.items():
            if text in seen and value != now:
                continue
            seen.add(text)
            slot = partial(self._retell, {key: value})
            _entry(menu, words.say(text), slot, checked=value == now)

    def _sheets(self, menu: QMenu) -> None:
        for name in self.plan.sheets:
            hidden = name in self.plan.hidden_sheets
            text = self.tr("{0} (hidden)").format(name) if hidden else name
            slot = partial(self._retell_place, {"sheet": name, "table_row": None})
            _entry(menu, text, slot, checked=name == self.plan.sheet)

    def _table_rows(self, menu: QMenu) -> None:
        now = self.plan.table_row
        first = partial(self._retell_place, {"table_row": None})
        _entry(menu, self.tr("The first table"), first, checked=not now)
        for row in self._tables:
            text = self.tr("The table from row {0}").format(row)
            slot = partial(self._retell_place, {"table_row": row})
            _entry(menu, text, slot, checked=row == now)

    def _headings(self, menu: QMenu) -> None:
        now = self.plan.label_row or (self.plan.header_rows or (0,))[-1]
        none = self.tr("No heading: the first row is an answer")
        _entry(menu, none, partial(self._heading, 0), checked=not now)
        for row in range(1, _HEADINGS + 1):
            text = self.tr("Row {0} alone").format(row)
            _entry(menu, text, partial(self._heading, row), checked=self.plan.header_rows == (row,))

    def _samplings(self, menu: QMenu) -> None:
        for key, text in words.SAMPLINGS.items():
            _entry(menu, words.say(text), partial(self.sampling_chosen.emit, key))

    def _retell(self, facts: Mapping[str, Any]) -> None:
        self.retold.emit(draft.told(self.plan, **facts))

    def _retell_place(self, facts: Mapping[str, Any]) -> None:
        """Go to another table: what was told about rows here does not hold there."""
        self._tables = self._tables if "sheet" not in facts else []
        self.retold.emit(draft.elsewhere(self.plan, **facts))

    def _heading(self, row: int) -> None:
        self.retold.emit(draft.headings_end(self.plan, row))


def _entry(menu: QMenu, text: str, slot: Any, *, checked: bool = False) -> None:
    action = menu.addAction(text.replace("&", "&&"))
    if checked:
        action.setCheckable(True)
        action.setChecked(True)
    action.triggered.connect(lambda: slot())
