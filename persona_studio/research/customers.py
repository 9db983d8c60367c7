# SPDX-License-Identifier: MIT
"""What is known of a customer by their orders, and the row of cells that it makes."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple, TypeAlias

from persona_studio.research.plan import Plan, Role

Shown: TypeAlias = Mapping[int, Callable[[str], str]]
"""By column: turns a text of it into what is stored, after the privacy choice."""

ZERO = Decimal(0)
_SINCE = "Days since the last order (counted to the newest order of the file)"


@dataclass(frozen=True)
class Sums:
    """Rows, orders, money and pieces of some customers together."""

    rows: int
    orders: int
    spend: Decimal
    pieces: Decimal

    def as_json(self) -> dict[str, Any]:
        """Return the sums for a report."""
        return {"rows": self.rows, "orders": self.orders, "spend": plain(self.spend)}


@dataclass(slots=True)
class Customer:
    """One customer so far, or an order whose customer nobody has named yet (without a key)."""

    key: str
    rows: int = 0
    orders: int = 0
    spend: Decimal = ZERO
    pieces: Decimal = ZERO
    first: date | None = None
    last: date | None = None
    bought: dict[str, int] = field(default_factory=dict)
    ways: dict[str, int] = field(default_factory=dict)

    def add(self, spend: Decimal | None, pieces: Decimal | None, day: date | None) -> None:
        """Take in one row."""
        self.rows += 1
        if spend is not None:
            self.spend += spend
        if pieces is not None:
            self.pieces += pieces
        if day is not None:
            self.saw(day, day)

    def saw(self, first: date | None, last: date | None) -> None:
        """Note that the customer bought between two days."""
        if first and (self.first is None or first < self.first):
            self.first = first
        if last and (self.last is None or last > self.last):
            self.last = last

    def take_over(self, other: "Customer") -> None:
        """Let the orders of another be this one's."""
        self.rows += other.rows
        self.orders += other.orders
        self.spend += other.spend
        self.pieces += other.pieces
        self.saw(other.first, other.last)
        for mine, theirs in ((self.bought, other.bought), (self.ways, other.ways)):
            for word, n in theirs.items():
                mine[word] = mine.get(word, 0) + n


class Cell(NamedTuple):
    """One cell of a customer's row: the file's column behind it, what it is, its text."""

    column: int
    role: Role
    write: Callable[[Customer, date | None], str]


def cells_of(plan: Plan, shown: Shown) -> tuple[Cell, ...]:
    """Return what the row of a customer holds."""
    of, name = plan.orders, partial(_named, plan)
    assert of is not None
    found = [
        Cell(
            of.order or of.customer,
            Role("numeric", label="Orders", text="Orders (how many)"),
            lambda c, _: str(c.orders),
        ),
        Cell(
            of.amount,
            Role("numeric", label="Spend", text=f"Spend (sum of {name(of.amount)} of all orders)"),
            lambda c, _: plain(c.spend),
        ),
        Cell(
            of.date,
            Role("date", label="First order", text="First order (day)"),
            lambda c, _: _iso(c.first),
        ),
        Cell(
            of.date,
            Role("date", label="Last order", text="Last order (day)"),
            lambda c, _: _iso(c.last),
        ),
        Cell(of.date, Role("numeric", label="Days since last order", text=_SINCE), _since),
    ]
    if of.quantity:
        said = f"Pieces (sum of {name(of.quantity)} of all orders)"
        role = Role("numeric", label="Pieces", text=said)
        found.append(Cell(of.quantity, role, lambda c, _: plain(c.pieces)))
    if of.category:
        said = f"Main category ({name(of.category)} on most lines of the orders)"
        show = shown.get(of.category, _nothing)
        role = Role("single_choice", label="Main category", text=said)
        found.append(Cell(of.category, role, lambda c, _: show(_most(c.bought))))
    if of.channel:
        said = f"Main channel ({name(of.channel)} of most orders)"
        say = shown.get(of.channel, _nothing)
        role = Role("single_choice", label="Main channel", text=said)
        found.append(Cell(of.channel, role, lambda c, _: say(_most(c.ways))))
    return tuple(found)


def sum_of(customers: Collection[Customer]) -> Sums:
    """Return the sums of some customers together."""
    return Sums(
        sum(c.rows for c in customers),
        sum(c.orders for c in customers),
        sum((c.spend for c in customers), ZERO),
        sum((c.pieces for c in customers), ZERO),
    )


def plain(value: Decimal) -> str:
    """Return a number as text without an exponent and without zeros at its end."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _named(plan: Plan, n: int) -> str:
    role = plan.roles.get(n)
    return f"“{(role.label if role else '') or n}”"


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
