# SPDX-License-Identifier: MIT
"""The chip of a file of orders: do its customers come in as people, and which column says what."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.research import draft, words
from persona_studio.gui.research.fact_chip import FactChip
from persona_studio.research.orders import rolled_up
from persona_studio.research.plan import Orders, Plan

_CUSTOMER = QT_TRANSLATE_NOOP("research", "{0} customer")
_CUSTOMERS = QT_TRANSLATE_NOOP("research", "{0} customers")
_MOST = 30
_WORDS = ("single_choice", "multi_select", "free_text", "ordinal", "record_id")
_NAMES = ("pii", "respondent_id", *_WORDS, "numeric")
_PARTS: Mapping[str, tuple[str, tuple[str, ...], bool]] = {
    "customer": (QT_TRANSLATE_NOOP("research", "Customer"), _NAMES, False),
    "order": (QT_TRANSLATE_NOOP("research", "Number of the order"), _NAMES, True),
    "date": (QT_TRANSLATE_NOOP("research", "Day"), ("timestamp", "date"), False),
    "amount": (QT_TRANSLATE_NOOP("research", "Amount"), ("numeric",), False),
    "quantity": (QT_TRANSLATE_NOOP("research", "Pieces"), ("numeric", "ordinal"), True),
    "category": (QT_TRANSLATE_NOOP("research", "Category"), _WORDS, True),
    "channel": (QT_TRANSLATE_NOOP("research", "Channel"), _WORDS, True),
}
_COUNTED = {
    "order": QT_TRANSLATE_NOOP("research", "The amount is of the whole order"),
    "line": QT_TRANSLATE_NOOP("research", "The amount is of each line"),
    "each": QT_TRANSLATE_NOOP("research", "The amount is the price of a piece"),
}


class OrdersMenu(QObject):
    """`told` carries a plan that stands as it is, `retold` one that needs a new look."""

    told = Signal(object)
    retold = Signal(object)

    def __init__(self, chip: FactChip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chip = chip
        self._plan = Plan("")

    def show_plan(self, plan: Plan) -> None:
        """Say whether the customers come in as people; ask as long as nobody has said so."""
        self._plan = plan
        self._chip.setVisible(plan.orders is not None)
        if plan.orders is None:
            return
        asks = "roll_up" not in plan.chosen and not plan.roll_up
        fact = self.tr("rows only")
        if plan.roll_up:
            fact = self.tr("and {0}").format(customers(plan))
        elif asks:
            fact = self.tr("one row a customer too?")
        why = self.tr("Several rows are of one customer. A row each makes people of them.")
        self._chip.say(fact, why, mark="ring" if asks else "filled", asks=asks)

    def fill(self, menu: QMenu) -> None:
        """Offer people beside the rows, and the columns they are made from."""
        plan, orders = self._plan, self._plan.orders
        if orders is None:
            return
        ways = QActionGroup(menu)
        also = self.tr("Rows, and one row each of {0}").format(customers(plan))
        for text, on in ((also, True), (self.tr("Rows of orders only"), False)):
            slot = partial(self._roll_up, on)
            ways.addAction(_entry(menu, text, slot, checked=plan.roll_up == on))
        menu.addSeparator()
        for part in _PARTS:
            self._columns(menu, orders, part)
            if part == "amount":
                self._counted(menu, orders)

    def _columns(self, menu: QMenu, orders: Orders, part: str) -> None:
        name, roles, optional = _PARTS[part]
        now = getattr(orders, part)
        heading = draft.label(self._plan, now) if now else self.tr("none")
        more = menu.addMenu(f"{words.say(name)}: {heading}".replace("&", "&&"))
        if optional:
            none = partial(self._retell, orders, part, None)
            _entry(more, self.tr("None"), none, checked=now is None)
        fitting = [
            n
            for n in draft.numbers(self._plan)
            if draft.role(self._plan, n).role in roles and draft.role(self._plan, n).filled
        ]
        for n in fitting[:_MOST]:
            slot = partial(self._retell, orders, part, n)
            _entry(more, draft.label(self._plan, n), slot, checked=n == now)
        more.setEnabled(bool(fitting))

    def _counted(self, menu: QMenu, orders: Orders) -> None:
        more = menu.addMenu(words.say(_COUNTED[orders.counted]))
        for value, text in _COUNTED.items():
            slot = partial(self._retell, orders, "counted", value)
            _entry(more, words.say(text), slot, checked=value == orders.counted)

    def _roll_up(self, on: bool) -> None:
        self.told.emit(rolled_up(self._plan, on=on))

    def _retell(self, orders: Orders, part: str, value: Any) -> None:
        told = tuple(dict.fromkeys([*orders.told, part]))
        changed = replace(orders, **{part: value}, told=told)
        self.retold.emit(draft.told(self._plan, orders=changed))


def customers(plan: Plan) -> str:
    """Return how many customers there are, in words."""
    n = plan.orders.customers if plan.orders else None
    return words.counted(_CUSTOMER, _CUSTOMERS, n) if n is not None else words.say(_SOME)


_SOME = QT_TRANSLATE_NOOP("research", "the customers")


def _entry(menu: QMenu, text: str, slot: Callable[[], None], *, checked: bool) -> Any:
    action = menu.addAction(text.replace("&", "&&"))
    action.setCheckable(checked)
    action.setChecked(checked)
    action.triggered.connect(lambda: slot())
    return action
