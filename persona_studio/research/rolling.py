# SPDX-License-Identifier: MIT
"""Orders rolled up into one row a customer: how often, how much, how recently, of what, where.

Nothing is lost on the way: the orders and the money of all customers, together with those of rows
that name no customer, are the orders and the money of the file, to the last digit.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple

from persona_studio.evidence.reading import fold, number
from persona_studio.research.plan import Orders, Plan, Role
from persona_studio.research.roles import dates

_ZERO, _ONE = Decimal(0), Decimal(1)
_MEMO = 20_000
_SINCE = "Days from the last order to the newest order of the file"
PARTS = ("customer", "order", "date", "amount", "quantity", "category", "channel")


@dataclass
class Sums:
    """Rows, orders, money and pieces of some customers together."""

    rows: int = 0
    orders: int = 0
    spend: Decimal = _ZERO
    pieces: Decimal = _ZERO

    def add(self, other: "Sums") -> None:
        """Take in the sums of others."""
        self.rows += other.rows
        self.orders += other.orders
        self.spend += other.spend
        self.pieces += other.pieces

    def as_json(self) -> dict[str, Any]:
        """Return the sums for a report."""
        return {"rows": self.rows, "orders": self.orders, "spend": plain(self.spend)}


@dataclass
class Customer:
    """One customer so far, or an order whose customer nobody has named yet (without a key)."""

    key: str
    sums: Sums = field(default_factory=Sums)
    first: date | None = None
    last: date | None = None
    bought: dict[str, int] = field(default_factory=dict)
    ways: dict[str, int] = field(default_factory=dict)

    def saw(self, first: date | None, last: date | None) -> None:
        """Note that the customer bought between two days."""
        if first and (self.first is None or first < self.first):
            self.first = first
        if last and (self.last is None or last > self.last):
            self.last = last

    def take_over(self, other: "Customer") -> None:
        """Let the orders of another be this one's."""
        self.sums.add(other.sums)
        self.saw(other.first, other.last)
        for mine, theirs in ((self.bought, other.bought), (self.ways, other.ways)):
            for word, n in theirs.items():
                mine[word] = mine.get(word, 0) + n


@dataclass(frozen=True)
class RolledUp:
    """What came of a roll-up: what of the file is the customers', and what is nobody's.

    `unlike` are orders whose lines name different amounts of the whole order; the first counts.
    `questions` and `labels` are as in an import.
    """

    people: int
    theirs: Sums
    nobodys: Sums
    unlike: int
    questions: list[dict[str, Any]]
    labels: dict[int, list[str]]

    def as_json(self) -> dict[str, Any]:
        """Return it as the command line and the wave's report tell it."""
        return {
            "people": self.people,
            **self.theirs.as_json(),
            "without_customer": self.nobodys.as_json(),
            "unlike_amounts": self.unlike,
        }


class _Cell(NamedTuple):
    """One cell of a customer's row: the file's column behind it, what it is, its text."""

    column: int
    role: Role
    write: Callable[[Customer, date | None], str]


class RollUp:
    """Takes the rows of a file of orders and gives its customers, in order of appearance.

    `who` turns the customer's cell into a respondent key; `shown` gives cells of a column as they
    are stored, after the privacy choice.
    """

    def __init__(
        self,
        plan: Plan,
        who: Callable[[str], str],
        shown: Mapping[int, Callable[[str], str]],
    ) -> None:
        assert plan.orders is not None
        self._plan, self._orders, self._who, self._shown = plan, plan.orders, who, shown
        self._customers: dict[str, Customer] = {}
        self._of_order: dict[object, Customer] = {}
        self._nobodys: dict[object, Customer] = {}
        self._paid: dict[object, Decimal] = {}
        self._unlike: set[object] = set()
        self._last: object = None
        self._days: dict[str, date | None] = {}
        self._numbers: dict[tuple[str, int], Decimal | None] = {}
        self._missing = {n: _missing(plan, n) for n in _columns(plan.orders) if n}

    def take(self, columns: Sequence[Sequence[str]]) -> None:
        """Take in some rows, given as the file's columns."""
        blank = [""] * len(columns[0])
        cells = [
            [self._given(n, cell) for cell in columns[n - 1]] if n else blank
            for n in _columns(self._orders)
        ]
        for row in zip(*cells, strict=True):
            self._row(*row)

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
    def sums(self) -> tuple[int, Sums, Sums, int]:
        """People, their sums, the sums of rows without a customer, orders with unlike amounts."""
        theirs, nobodys = Sums(), Sums()
        for found, total in ((self._customers, theirs), (self._nobodys, nobodys)):
            for customer in found.values():
                total.add(customer.sums)
        return len(self._customers), theirs, nobodys, len(self._unlike)

    def _row(
        self, who: str, order: str, when: str, amount: str, pieces: str, item: str, way: str
    ) -> None:
        day = self._day(when)
        key = self._key(who, order, when)
        customer, is_new = self._customer(key, who)
        count = self._number(pieces, self._orders.quantity)
        customer.sums.rows += 1
        customer.sums.orders += is_new
        customer.sums.pieces += count or _ZERO
        customer.sums.spend += self._spent(key, self._number(amount, self._orders.amount), count)
        customer.saw(day, day)
        if item:
            customer.bought[item] = customer.bought.get(item, 0) + 1
        if way and is_new:
            customer.ways[way] = customer.ways.get(way, 0) + 1

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

    def _spent(self, key: object, amount: Decimal | None, pieces: Decimal | None) -> Decimal:
        """Return what a row adds to the money spent."""
        if amount is None:
            return _ZERO
        if self._orders.counted == "each":
            return amount * (_ONE if pieces is None else pieces)
        if self._orders.counted == "order":
            if key in self._paid:
                if self._paid[key] != amount:
                    self._unlike.add(key)
                return _ZERO
            self._paid[key] = amount
        return amount

    def _given(self, n: int, cell: str) -> str:
        cell = cell.strip()
        return "" if not cell or (self._missing[n] and fold(cell) in self._missing[n]) else cell

    def _day(self, text: str) -> date | None:
        if text not in self._days:
            if len(self._days) > _MEMO:
                self._days.clear()
            order = self._plan.roles[self._orders.date].date_order or self._plan.date_order
            self._days[text] = dates.parse(text, order or "dmy")
        return self._days[text]

    def _number(self, text: str, n: int | None) -> Decimal | None:
        if not text or n is None:
            return None
        if (text, n) not in self._numbers:
            if len(self._numbers) > _MEMO:
                self._numbers.clear()
            found = number(text, self._decimal(n))
            self._numbers[text, n] = None if found is None else Decimal(repr(found))
        return self._numbers[text, n]

    def _decimal(self, n: int) -> str:
        role = self._plan.roles.get(n)
        own = role.decimal if role and "decimal" not in self._plan.chosen else None
        return own or self._plan.decimal or "."

    @cached_property
    def _cells(self) -> tuple[_Cell, ...]:
        """What the row of a customer holds."""
        of, name = self._orders, self._named
        found = [
            _Cell(
                of.order or of.customer,
                Role("numeric", label="Orders", text="How many orders"),
                lambda c, _: str(c.sums.orders),
            ),
            _Cell(
                of.amount,
                Role("numeric", label="Spend", text=f"Sum of {name(of.amount)} over all orders"),
                lambda c, _: plain(c.sums.spend),
            ),
            _Cell(
                of.date,
                Role("date", label="First order", text="Day of the first order in the file"),
                lambda c, _: _iso(c.first),
            ),
            _Cell(
                of.date,
                Role("date", label="Last order", text="Day of the last order in the file"),
                lambda c, _: _iso(c.last),
            ),
            _Cell(of.date, Role("numeric", label="Days since last order", text=_SINCE), _since),
        ]
        if of.quantity:
            said = f"Sum of {name(of.quantity)} over all orders"
            role = Role("numeric", label="Pieces", text=said)
            found.append(_Cell(of.quantity, role, lambda c, _: plain(c.sums.pieces)))
        if of.category:
            said = f"{name(of.category)} on most lines of the orders"
            show = self._shown.get(of.category, _nothing)
            role = Role("single_choice", label="Main category", text=said)
            found.append(_Cell(of.category, role, lambda c, _: show(_most(c.bought))))
        if of.channel:
            said = f"{name(of.channel)} of most orders"
            say = self._shown.get(of.channel, _nothing)
            role = Role("single_choice", label="Main channel", text=said)
            found.append(_Cell(of.channel, role, lambda c, _: say(_most(c.ways))))
        return tuple(found)

    def _named(self, n: int) -> str:
        role = self._plan.roles.get(n)
        return f"“{(role.label if role else '') or n}”"


def plain(value: Decimal) -> str:
    """Return a number as text without an exponent and without zeros at its end."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _columns(orders: Orders) -> list[int | None]:
    return [getattr(orders, part) for part in PARTS]


def _missing(plan: Plan, n: int) -> frozenset[str]:
    role = plan.roles.get(n)
    return frozenset(fold(text) for text in (*(role.missing if role else ()), *plan.missing))


def _most(counts: Mapping[str, int]) -> str:
    """Return the word that came most often, the first of equals."""
    return max(counts, key=lambda word: counts[word], default="")


def _nothing(_text: str) -> str:
    """Show nothing of a column that stays out."""
    return ""


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _since(customer: Customer, newest: date | None) -> str:
    return str((newest - customer.last).days) if newest and customer.last else ""
