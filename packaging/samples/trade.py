# SPDX-License-Identifier: MIT
"""What the till, the app, the web shop and the help desk would export for the same customers."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from samples.draw import Lot
from samples.people import Person
from samples.voices import CHANGE, grammar

ORDERS_HEADER = ("Order number", "Ordered at", "Customer code", "Channel", "Item", "Quantity", "£")
TICKETS_HEADER = ("Ticket", "Opened on", "Customer code", "Channel", "Topic", "Message")
PRICES = {
    "Flat white": 3.4,
    "Cappuccino": 3.3,
    "Filter coffee": 2.9,
    "Double espresso": 2.6,
    "Pot of tea": 3.1,
    "Carrot cake": 3.9,
    "Plum crumble": 4.1,
    "Cheese toastie": 6.2,
    "Ethiopia Guji 250 g": 11.5,
    "Colombia Huila 250 g": 10.5,
    "House espresso 1 kg": 29.0,
}
_ITEMS: Mapping[str, tuple[float, ...]] = {
    "hurry": (34, 26, 10, 12, 3, 4, 1, 8, 1, 0, 1),
    "table": (14, 24, 6, 2, 14, 20, 12, 7, 1, 0, 0),
    "beans": (2, 1, 8, 6, 0, 2, 0, 1, 34, 26, 20),
}
_CHANNELS: Mapping[str, tuple[float, ...]] = {
    "hurry": (40, 58, 2),
    "table": (92, 6, 2),
    "beans": (24, 4, 72),
}
_ORDERS = {"hurry": (4, 16), "table": (1, 5), "beans": (2, 7)}
_TOPICS: Mapping[str, Sequence[str]] = {
    "hurry": ("App", "App", "Payment", "Opening hours", "Order not ready"),
    "table": ("Booking a table", "Booking a table", "Noise", "Cake order", "Lost property"),
    "beans": ("Delivery", "Delivery", "Roasting date", "Subscription", "Wrong beans"),
}
_FIRST_DAY = datetime(2026, 1, 5, 6, 30, tzinfo=UTC)


def orders(people: Sequence[Person]) -> list[list[str]]:
    """Return order lines by time: several orders a customer, one or more lines an order."""
    lot = Lot("riverside orders")
    found = []
    for person in people:
        if not lot.chance(0.55):
            continue
        for _ in range(lot.whole(*_ORDERS[person.group])):
            when = _FIRST_DAY + timedelta(days=lot.whole(0, 176), minutes=_minute(person, lot))
            found.append((when, person, _basket(person, lot)))
    found.sort(key=lambda order: (order[0], order[1].code))
    return [line for number, order in enumerate(found) for line in _lines(number, order, lot)]


def _minute(person: Person, lot: Lot) -> int:
    """Return minutes after half past six: early for those in a hurry."""
    return lot.whole(0, 140) if person.group == "hurry" else lot.whole(150, 720)


def _basket(person: Person, lot: Lot) -> list[str]:
    count = lot.whole(2, 5) if person.group == "table" else 1 + lot.chance(0.25)
    drawn = [lot.weighted(tuple(PRICES), _ITEMS[person.group]) for _ in range(count)]
    return sorted(set(drawn))


def _lines(number: int, order: tuple[datetime, Person, list[str]], lot: Lot) -> list[list[str]]:
    when, person, basket = order
    channel = lot.weighted(("Till", "App", "Web shop"), _CHANNELS[person.group])
    head = [f"O-{20001 + number}", when.strftime("%Y-%m-%d %H:%M"), person.code, channel]
    lines = []
    for item in basket:
        quantity = lot.weighted((1, 2, 3), (80, 15, 5))
        lines.append([*head, item, str(quantity), f"{PRICES[item] * quantity:.2f}"])
    return lines


def tickets(people: Sequence[Person], count: int) -> list[list[str]]:
    """Return help desk tickets by day; the words are those of the customer's own group."""
    lot = Lot("riverside tickets")
    days = sorted(lot.whole(0, 176) for _ in range(count))
    return [_ticket(number, day, lot.pick(people), lot) for number, day in enumerate(days)]


def _ticket(number: int, day: int, person: Person, lot: Lot) -> list[str]:
    text = lot.say(grammar(CHANGE, person.group), "{start}")
    opening = lot.pick(("", "", "Hello, ", "Hi there. ", "Dear Riverside team, ", "Again: "))
    closing = lot.pick(("", "", " Thanks", f" Regards, {person.name}", f" {person.email}"))
    message = " ".join(f"{opening}{text}{closing}".split())
    return [
        f"T-{3001 + number}",
        (_FIRST_DAY + timedelta(days=day)).date().isoformat(),
        person.code if lot.chance(0.8) else "",
        lot.weighted(("E-mail", "App", "Phone", "In the café"), (44, 26, 18, 12)),
        lot.pick(_TOPICS[person.group]),
        message[:1].upper() + message[1:],
    ]
