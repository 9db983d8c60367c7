# SPDX-License-Identifier: MIT
"""The chips above the preview: what was understood, and a small menu to say otherwise."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.research import draft, words
from persona_studio.gui.research.fact_chip import FactChip
from persona_studio.gui.widgets.flow_layout import FlowLayout
from persona_studio.research.plan import Plan

_HEADINGS, _PROBLEMS = 12, 15
_PROBLEM = QT_TRANSLATE_NOOP("research", "{0} problem")
_PROBLEM_MANY = QT_TRANSLATE_NOOP("research", "{0} problems")
_PRIVATE = QT_TRANSLATE_NOOP("research", "{0} private column")
_PRIVATE_MANY = QT_TRANSLATE_NOOP("research", "{0} private columns")


class FactMenus(QWidget):
    """`retold` carries a plan that needs a new look, `changed` one that does not."""

    retold = Signal(object)
    changed = Signal(object)
    sampling_chosen = Signal(str)
    column_wanted = Signal(int)
    row_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = Plan("")
        self.text = FactChip(self.tr("Text"))
        self.between = FactChip(self.tr("Between cells"))
        self.sheet = FactChip(self.tr("Sheet"))
        self.heading = FactChip(self.tr("Header"))
        self.dates = FactChip(self.tr("Dates"))
        self.decimals = FactChip(self.tr("Decimals"))
        self.found = FactChip(self.tr("Found how?"))
        self.problems = FactChip("")
        self.private = FactChip("")
        flow = FlowLayout(self, gap=8)
        flow.setContentsMargins(0, 0, 0, 2)
        for chip in self._chips():
            flow.addWidget(chip)
            chip.clicked.connect(partial(self._open, chip))

    def show_plan(self, plan: Plan, sampling: str) -> None:
        """Say what the plan holds."""
        self.plan = plan
        self._show_text(plan)
        self._show_rows(plan)
        self._show_people(plan, sampling)

    def _chips(self) -> Iterable[FactChip]:
        return (
            self.text,
            self.between,
            self.sheet,
            self.heading,
            self.dates,
            self.decimals,
            self.found,
            self.problems,
            self.private,
        )

    def _show_text(self, plan: Plan) -> None:
        unsure = plan.encoding_sure is not None and plan.encoding_sure < 0.65
        asks = unsure and "encoding" not in plan.chosen
        self.text.say(words.encoding(plan.encoding), plan.encoding_why, asks=asks)
        self.text.setVisible(bool(plan.encoding))
        mark = words.MARKS.get(plan.delimiter or "", plan.delimiter or "")
        self.between.say(words.say(mark))
        self.between.setVisible(bool(plan.delimiter))
        self.sheet.say(plan.sheet or "")
        self.sheet.setVisible(len(plan.sheets) > 1)

    def _show_rows(self, plan: Plan) -> None:
        self.heading.say(self._heading_words(plan))
        order = words.DATE_ORDERS.get(plan.date_order or "")
        self.dates.say(words.say(order) if order else "")
        self.dates.setVisible(order is not None)
        self.decimals.say("1,5" if plan.decimal == "," else "1.5")
        self.decimals.setVisible(bool(plan.decimal))

    def _show_people(self, plan: Plan, sampling: str) -> None:
        said = words.say(words.SAMPLINGS[sampling]) if sampling else self.tr("ask")
        self.found.say(said, asks=not sampling)
        count = len(plan.problems)
        self.problems.say(words.counted(_PROBLEM, _PROBLEM_MANY, count), asks=True)
        self.problems.setVisible(bool(count))
        private = len(draft.private(plan))
        unexplained = any(draft.needs_reason(plan, n) for n in draft.private(plan))
        self.private.say(words.counted(_PRIVATE, _PRIVATE_MANY, private), asks=unexplained)
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
        if chip is self.private:
            self.column_wanted.emit(draft.private(self.plan)[0])
            return
        menu = self.menu(chip)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 4)))

    def menu(self, chip: FactChip) -> QMenu:
        """Return what can be said in place of a chip's fact."""
        menu = QMenu(self)
        menu.setAccessibleName(chip.accessibleName())
        self._fill(menu, chip)
        return menu

    def _fill(self, menu: QMenu, chip: FactChip) -> None:
        plan = self.plan
        if chip is self.text:
            self._facts(menu, words.ENCODINGS, "encoding", plan.encoding)
        elif chip is self.between:
            self._facts(menu, words.MARKS, "delimiter", plan.delimiter)
        elif chip is self.sheet:
            self._facts(menu, {name: name for name in plan.sheets}, "sheet", plan.sheet)
        elif chip is self.heading:
            self._headings(menu)
        elif chip is self.dates:
            self._facts(menu, words.DATE_ORDERS, "date_order", plan.date_order)
        elif chip is self.decimals:
            self._facts(menu, {".": "1.5", ",": "1,5"}, "decimal", plan.decimal)
        elif chip is self.found:
            for key, text in words.SAMPLINGS.items():
                _entry(menu, words.say(text), partial(self.sampling_chosen.emit, key))
        else:
            self._problems(menu)

    def _facts(self, menu: QMenu, entries: dict[str, str], key: str, now: str | None) -> None:
        seen = set()
        for value, text in entries.items():
            if text in seen and value != now:
                continue
            seen.add(text)
            facts = {key: value}
            _entry(menu, words.say(text), partial(self._retell, facts), checked=value == now)

    def _headings(self, menu: QMenu) -> None:
        now = self.plan.label_row or (self.plan.header_rows or (0,))[-1]
        none = self.tr("No heading: the first row is an answer")
        _entry(menu, none, partial(self._heading, 0), checked=not now)
        for row in range(1, _HEADINGS + 1):
            text = self.tr("Row {0}").format(row)
            _entry(menu, text, partial(self._heading, row), checked=row == now)

    def _problems(self, menu: QMenu) -> None:
        for problem in self.plan.problems[:_PROBLEMS]:
            row = problem.row
            slot = partial(self.row_wanted.emit, row) if row else None
            _entry(menu, problem.sentence, slot)
        more = len(self.plan.problems) - _PROBLEMS
        if more > 0:
            _entry(menu, self.tr("and {0} more").format(more), None)

    def _retell(self, facts: dict[str, Any]) -> None:
        self.retold.emit(draft.told(self.plan, **facts))

    def _heading(self, row: int) -> None:
        self.retold.emit(draft.headings_end(self.plan, row))


def _entry(menu: QMenu, text: str, slot: Any, *, checked: bool = False) -> None:
    action = menu.addAction(text.replace("&", "&&"))
    if checked:
        action.setCheckable(True)
        action.setChecked(True)
    if slot is None:
        action.setEnabled(False)
    else:
        action.triggered.connect(lambda: slot())
