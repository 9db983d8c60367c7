# SPDX-License-Identifier: MIT
"""Orders rolled up into one row a customer: how often, how much, how recently, of what, where.

Nothing is lost on the way: the orders and the money of all customers, together with those of rows
that name no customer, are the orders and the money of the file, to the last digit.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from persona_studio.evidence.reading import fold, number
from persona_studio.research.customers import Customer, Shown, Sums, cells_of, sum_of
from persona_studio.research.plan import Plan, Role
from persona_studio.research.roles import dates

_ONE = Decimal(1)
_MEMO = 20_000
PARTS = ("customer", "order", "date", "amount", "quantity", "category", "channel")


@dataclass(frozen=True)
class RolledUp:
    """What came of a roll-up: what of the file is the customers', and what is nobody's.

    `unlike` are orders whose lines name different amounts of the whole order; the first counts.
    `unread` are amounts that are no numbers.
    `questions` and `labels` are as in an import.
    """

    people: int
    theirs: Sums
    nobodys: Sums
    unlike: int
    unread: int
    questions: list[dict[str, Any]]
    labels: dict[int, list[str]]

    def as_json(self) -> dict[str, Any]:
        """Return it as the command line and the wave's report tell it."""
        return {
            "people": self.people,
            **self.theirs.as_json(),
            "without_customer": self.nobodys.as_json(),
            "unlike_amounts": self.unlike,
            "unread_amounts": self.unread,
        }


class _Memo(dict[str, Any]):
    """What texts mean, read when first met; a dictionary is asked by `map` without Python."""

    def __init__(self, read: Callable[[str], Any]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> Any:
        if len(self) > _MEMO:
            self.clear()
        found = self[text] = self._read(text)
        return found


class RollUp:
    """Takes the rows of a file of orders and gives its customers, in order of appearance.

    `who` turns the customer's cell into a respondent key; `shown` gives cells of a column as they
    are stored, after the privacy choice.
    """

    def __init__(
        self,
        plan: Plan,
        who: Callable[[str], str],
        shown: Shown,
    ) -> None:
        assert plan.orders is not None
        self._plan, self._orders, self._who = plan, plan.orders, who
        self._cells = cells_of(plan, shown)
        self._customers: dict[str, Customer] = {}
        self._of_order: dict[object, Customer] = {}
        self._nobodys: dict[object, Customer] = {}
        self._paid: dict[object, Decimal] = {}
        self._unlike: set[object] = set()
        self._last: object = None
        self._unread = 0
        of = plan.orders
        self._days = _Memo(self._day)
        self._money = _Memo(partial(self._number, of.amount))
        self._pieces = _Memo(partial(self._number, of.quantity or 0))
        self._words = {n: _Memo(partial(self._word, n)) for n in (of.category, of.channel) if n}

    def take(self, columns: Sequence[Sequence[str]]) -> None:
        """Take in some rows, given as the file's columns."""
        of, blank = self._orders, [""] * len(columns[0])
        when = columns[of.date - 1]
        rows = zip(
            self._names(of.customer, columns),
            self._names(of.order, columns) if of.order else blank,
            when,
            columns[of.amount - 1],
            map(self._days.__getitem__, when),
            map(self._money.__getitem__, columns[of.amount - 1]),
            map(self._pieces.__getitem__, columns[of.quantity - 1] if of.quantity else blank),
            *(
                map(self._words[n].__getitem__, columns[n - 1]) if n else blank
                for n in (of.category, of.channel)
            ),
            strict=True,
        )
        for who, order, moment, amount, day, paid, count, item, way in rows:
            if paid is None and amount.strip():
                self._unread += 1
            key = self._key(who, order, moment)
            customer, is_new = self._customer(key, who)
            customer.add(self._spent(key, paid, count), count, day)
            if item:
                customer.bought[item] = customer.bought.get(item, 0) + 1
            if is_new:
                customer.orders += 1
                if way:
                    customer.ways[way] = customer.ways.get(way, 0) + 1

    def customers(self) -> Iterator[tuple[str, list[str]]]:
        """Yield (respondent key, cells) of every customer."""
        newest = max((c.last for c in self._customers.values() if c.last), default=None)
        for customer in self._customers.values():
            yield customer.key, [cell.write(customer, newest) for cell in self._cells]

    @property
    def roles(self) -> list[tuple[int, Role]]:
        """The file's column each cell comes from, and what the cell is."""
        return [(cell.column, cell.role) for cell in self._cells]

    @property
    def sums(self) -> tuple[int, Sums, Sums, int, int]:
        """People, their sums, those of nobody, orders with unlike amounts, unread amounts."""
        theirs, nobodys = sum_of(self._customers.values()), sum_of(self._nobodys.values())
        return len(self._customers), theirs, nobodys, len(self._unlike), self._unread

    def _key(self, who: str, order: str, when: str) -> object:
        """Return what makes rows one order: its number, else one customer at one moment."""
        if self._orders.order is None:
            return who, when
        if order:
            self._last = order
            return order
        above = self._of_order.get(self._last)
        goes_on = above is not None and (not who or self._who(who) in ("", above.key))
        return self._last if goes_on else (who, when)

    def _customer(self, key: object, who: str) -> tuple[Customer, bool]:
        """Return whose order this is, and whether it is new; an order has one customer."""
        known = self._of_order.get(key)
        if known is not None and (known.key or not who):
            return known, False
        if not who:
            found = self._nobodys[key] = Customer("")
        else:
            name = self._who(who)
            found = self._customers.get(name) or Customer(name)
            self._customers[name] = found
            if known is not None:
                found.take_over(self._nobodys.pop(key))
        self._of_order[key] = found
        return found, known is None

    def _spent(self, key: object, amount: Decimal | None, pieces: Decimal | None) -> Decimal | None:
        """Return what a row adds to the money spent."""
        if amount is None:
            return None
        if self._orders.counted == "each":
            return amount * (_ONE if pieces is None else pieces)
        if self._orders.counted == "order":
            if key in self._paid:
                if self._paid[key] != amount:
                    self._unlike.add(key)
                return None
            self._paid[key] = amount
        return amount

    def _names(self, n: int, columns: Sequence[Sequence[str]]) -> Iterable[str]:
        """Return the cells of a column of customers or orders; there may be many different ones."""
        cells = map(str.strip, columns[n - 1])
        missing = _missing(self._plan, n)
        if not missing:
            return cells
        return ("" if fold(cell) in missing else cell for cell in cells)

    def _word(self, n: int, cell: str) -> str:
        cell = cell.strip()
        return "" if fold(cell) in _missing(self._plan, n) else cell

    def _day(self, text: str) -> date | None:
        order = self._plan.roles[self._orders.date].date_order or self._plan.date_order
        return dates.parse(text, order or "dmy")

    def _number(self, n: int, text: str) -> Decimal | None:
        found = number(text, self._decimal(n)) if text.strip() else None
        return None if found is None else Decimal(repr(found))

    def _decimal(self, n: int) -> str:
        role = self._plan.roles.get(n)
        own = role.decimal if role and "decimal" not in self._plan.chosen else None
        return own or self._plan.decimal or "."


def _missing(plan: Plan, n: int) -> frozenset[str]:
    role = plan.roles.get(n)
    return frozenset(fold(text) for text in (*(role.missing if role else ()), *plan.missing))
