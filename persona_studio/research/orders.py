# SPDX-License-Identifier: MIT
"""Whether the rows of a file are orders, and which column says who bought what, when and for what.

Found by what the columns hold and how their cells go together in the first rows: an order has
one customer, a customer has several orders, an amount stands once an order or once a line. Words
of headings only decide between columns that fit alike.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from persona_studio.core.errors import StudioError
from persona_studio.evidence.reading import decimal_mark, fold, number
from persona_studio.research.order_lines import Seen, by_quantity, filled_down
from persona_studio.research.plan import Orders, Plan, Role
from persona_studio.research.profile import Profile
from persona_studio.research.roles import vocabulary as words

SAMPLE = 4_000
"""Rows that are looked at to see how columns go together."""

_WHO = {"email": 4, "id_number": 3, "phone": 2, "handle": 2, "name": 1}
_CHOICES = ("single_choice", "free_text", "ordinal", "record_id", "multi_select")
_TIMES = ("timestamp", "date")
_SAME = 0.95
_CODES_LEAST = 5
_SIGNS = "€$£¥₹"


def may_be_orders(columns: Sequence[Profile], roles: Mapping[int, Role]) -> bool:
    """Tell by the columns alone whether a closer look is worth it."""
    look = _Look(columns, roles, ())
    return bool(look.customers and look.moments and look.amounts)


def find(
    columns: Sequence[Profile],
    roles: Mapping[int, Role],
    sample: Sequence[Sequence[str]],
    told: Orders | None = None,
) -> Orders | None:
    """Return which column is what in a file of orders, None for any other file.

    `sample` holds the first rows of the table; what a person has told stays.
    """
    look = _Look(columns, roles, sample)
    keep = look.still_there(told) if told else {}
    customer, order = look.people(keep)
    date = keep.get("date") or look.date
    if customer is None or date is None or not look.amounts:
        return None
    if not keep and not look.bought(customer, order):
        return None
    seen = Seen(sample, customer, order, date)
    amount = keep.get("amount") or max(look.amounts, key=look.worth)
    quantity = keep.get("quantity", look.quantity)
    taken = {customer, order, date, amount, quantity}
    category = keep["category"] if "category" in keep else look.category(taken, seen)
    channel = keep.get("channel", look.channel({*taken, category}))
    counted = keep.get("counted") or _counted(look, seen, amount, quantity, category)
    return Orders(
        customer=customer,
        date=date,
        amount=amount,
        counted=counted,
        order=order,
        quantity=quantity,
        category=category,
        channel=channel,
        customers=look.different(customer),
        told=tuple(keep),
    )


def currencies(columns: Sequence[Profile], found: Orders) -> tuple[str, ...]:
    """Return the different currencies amounts are in, by their signs or a column of their own."""
    amounts = next(column for column in columns if column.number == found.amount)
    signs = [sign for sign in _SIGNS if any(sign in text for text in amounts.texts)]
    named = (column for column in columns if words.speaks_of("currency", column.said))
    codes = max((column.texts for column in named), key=len, default=[])
    return tuple(signs if len(signs) > len(codes) else codes)


def no_orders(name: str) -> StudioError:
    """Return the error for a file without the columns that a roll-up needs."""
    return StudioError(
        f"“{name}” does not look like orders of customers.",
        "A roll-up needs a column that names the customer, one with the day and one with the "
        "amount. Import it without --roll-up, or name them under `orders` in a --plan.",
        kind="no_orders",
    )


def rolled_up(plan: Plan, *, on: bool = True) -> Plan:
    """Return the plan that makes people of orders as well, or only keeps the rows."""
    chosen = tuple(dict.fromkeys([*plan.chosen, "roll_up"]))
    return replace(plan, roll_up=on and plan.orders is not None, chosen=chosen)


class _Look:
    """The columns that may be each part of an order."""

    def __init__(
        self,
        columns: Sequence[Profile],
        roles: Mapping[int, Role],
        sample: Sequence[Sequence[str]],
    ) -> None:
        self._columns = {column.number: column for column in columns if column.filled}
        self._roles = roles
        self._sample = sample

    @cached_property
    def customers(self) -> dict[int, int]:
        """Columns that may name the customer, with how well."""
        found = {}
        for n, column in self._columns.items():
            if rank := self._names_people(column, self._roles[n]):
                found[n] = rank
        names = [n for n, rank in found.items() if rank == _WHO["name"]]
        if len(names) > 1:  # first and last names apart: neither names a person
            found = {n: rank for n, rank in found.items() if n not in names}
        return found

    @cached_property
    def moments(self) -> list[int]:
        """Columns of days or times."""
        return [n for n in self._columns if self._roles[n].role in _TIMES]

    @cached_property
    def amounts(self) -> list[int]:
        """Columns of money that was paid."""
        return [
            n
            for n, column in self._columns.items()
            if self._roles[n].role == "numeric"
            and not words.speaks_of("beside what is paid", column.said)
            and (words.speaks_of("paid", column.said) or _dressed(column))
            and not words.speaks_of("pieces", column.said)
        ]

    @cached_property
    def quantity(self) -> int | None:
        """The column of how many pieces a line is about."""
        found = (
            n
            for n, column in self._columns.items()
            if self._roles[n].role in ("numeric", "ordinal")
            and words.speaks_of("pieces", column.said)
        )
        return next(found, None)

    @cached_property
    def date(self) -> int | None:
        """The day of the order: filled in most rows, then by its heading, then the first."""
        return max(
            self.moments,
            key=lambda n: (
                round(self._filled(n), 1),
                words.speaks_of("of an order", self._columns[n].said),
                -n,
            ),
            default=None,
        )

    def still_there(self, told: Orders) -> dict[str, Any]:
        """Return what a person has told, but for columns that a new look does not find."""
        parts = {name: getattr(told, name) for name in told.told}
        return {
            name: value
            for name, value in parts.items()
            if not isinstance(value, int) or value in self._columns
        }

    def people(self, told: Mapping[str, Any]) -> tuple[int | None, int | None]:
        """Return the columns that name the customer and the order; an order has one customer."""
        best: tuple[tuple[object, ...], int | None, int | None] = ((), None, None)
        for who in [told["customer"]] if "customer" in told else self.customers:
            for what in [told["order"]] if "order" in told else [*self._numbers(who), None]:
                if score := self._fits(who, what):
                    best = max(best, (score, who, what), key=lambda each: each[0])
        if told and best[1] is None:  # told against what the cells say: the person knows better
            surest = max(self.customers, key=lambda n: self.customers[n])
            return told.get("customer", surest), told.get("order")
        return best[1], best[2]

    def bought(self, customer: int, order: int | None) -> bool:
        """Tell whether rows are purchases: they are called so, or customers come again."""
        column = self._columns[customer]
        again = column.filled > 1.2 * column.distinct
        named = order is not None and words.speaks_of("of an order", self._columns[order].said)
        return again or named

    def worth(self, n: int) -> tuple[int, int, float]:
        """Rank a column of money: the whole, then an amount, then the price of a piece."""
        column = self._columns[n]
        full = words.speaks_of("paid in full", column.said) and "sub" not in column.said
        piece = words.speaks_of("paid a piece", column.said)
        decimal = decimal_mark(column.texts)
        most = sum(
            n * (number(text, decimal) or 0.0) for text, n in column.counts.items() if text.strip()
        )
        varied = int(column.distinct > 1)
        return varied, 2 if full else 0 if piece else 1, most

    def category(self, taken: set[int | None], seen: "Seen") -> int | None:
        """Return the column of what was bought: a category before an item."""
        for kind in ("category", "item"):
            for n in self._choices(taken):
                if words.speaks_of(kind, self._columns[n].said):
                    return n
        return next((n for n in self._choices(taken) if seen.varies(n)), None)

    def channel(self, taken: set[int | None]) -> int | None:
        """Return the column of where it was bought."""
        return next(
            (
                n
                for n in self._choices(taken)
                if words.speaks_of("way of buying", self._columns[n].said)
            ),
            None,
        )

    def different(self, customer: int) -> int | None:
        """Return how many customers there are, None when they are too many to have been counted."""
        column = self._columns[customer]
        return None if column.open_ended else len({fold(text) for text in column.texts})

    def _names_people(self, column: Profile, role: Role) -> int:
        heading = column.label or column.text
        called = words.is_called("respondent", column.label) or words.is_called(
            "respondent", column.text
        )
        buyer = words.speaks_of("buyer", column.said)
        if role.role == "pii":
            return _WHO.get(role.pii or "", 0)
        if role.role in _TIMES or not heading or column.words_each > 3:
            return 0
        if buyer and (called or _coded(column)):
            return 5
        return 3 if role.role == "respondent_id" or (called and column.unique < 1) else 0

    def _numbers(self, customer: int) -> list[int]:
        return [
            n
            for n, column in self._columns.items()
            if n != customer
            and self._roles[n].role not in _TIMES
            and (self._roles[n].pii or "id_number") in ("id_number", "phone")
            and (
                self._roles[n].role in ("record_id", "respondent_id")
                or words.is_called("record", column.label)
            )
        ]

    def _fits(self, who: int, what: int | None) -> tuple[object, ...]:
        """Return how well two columns name customer and order, () when they do not."""
        people = [fold(row[who - 1]) for row in self._sample]
        orders = filled_down(self._sample, who, what) if what else people
        buyers: dict[str, set[str]] = {}
        for person, order in zip(people, orders, strict=True):
            if order:
                buyers.setdefault(order, set()).update([person] if person else [])
        one = sum(len(found) <= 1 for found in buyers.values())
        if not buyers or (what and one < _SAME * len(buyers)):
            return ()
        known = {person for found in buyers.values() for person in found}
        again = len(known) < len(buyers) if what else 2 * len(known) <= sum(map(bool, people))
        named = bool(what) and words.speaks_of("of an order", self._columns[what or 0].said)
        several = len(buyers) < sum(map(bool, orders))
        share = sum(1 for found in buyers.values() if found) / len(buyers)
        whole = sum(map(bool, orders)) > 0.5 * len(orders)
        rank = (self.customers.get(who, 0), bool(what) and whole, several, share, -(what or 0))
        return (share > 0.5, named, again, *rank)

    def _choices(self, taken: set[int | None]) -> Iterator[int]:
        for n, column in self._columns.items():
            repeats = 1 < column.distinct <= 0.8 * column.filled or column.open_ended
            if n not in taken and self._roles[n].role in _CHOICES and repeats:
                yield n

    def _filled(self, n: int) -> float:
        column = self._columns[n]
        return column.filled / column.rows if column.rows else 0.0


def _counted(look: _Look, seen: Seen, amount: int, quantity: int | None, item: int | None) -> str:
    """Tell whether an amount is of an order, of a line, or of each piece of a line."""
    different = len({row[amount - 1] for row in seen.rows if row[amount - 1].strip()})
    if seen.several and different > 1 and seen.once(amount):
        return "order"
    if quantity is None:
        return "line"
    grows, stays = by_quantity(seen.rows, amount, quantity, item)
    if grows != stays:
        return "each" if stays > grows else "line"
    return "each" if look.worth(amount)[1] == 0 else "line"


def _coded(column: Profile) -> bool:
    texts = column.texts[:200]
    coded = sum(any(c.isdigit() for c in text) and " " not in text for text in texts)
    return len(texts) >= _CODES_LEAST and coded >= 0.8 * len(texts)


def _dressed(column: Profile) -> bool:
    return sum(any(c in _SIGNS for c in text) for text in column.texts) > 0.5 * len(column.texts)
