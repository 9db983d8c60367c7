# SPDX-License-Identifier: MIT
"""Orders as shops, tills and market places export them: made up here, of no tool's words alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.research.reading import written

ITEMS = {"Filter coffee": 9.5, "Oat milk": 2.25, "Green tea": 4.0, "Mug, blue": 12.75}


@dataclass(frozen=True)
class Bought:
    """One line of one order."""

    order: int
    customer: int
    day: int
    item: str
    pieces: int
    way: str

    @property
    def price(self) -> float:
        return ITEMS[self.item]

    @property
    def paid(self) -> float:
        return self.price * self.pieces


def lines(orders: int = 90, customers: int = 25) -> list[Bought]:
    """Return orders of one to three lines."""
    names = list(ITEMS)
    return [
        Bought(
            n,
            n * 7 % customers,
            n % 28,
            names[(n + k) % len(names)],
            1 + (n * 3 + k) % 4,
            ("Web", "Shop", "App")[n * 7 % customers % 3],
        )
        for n in range(orders)
        for k in range(1 + n % 3)
    ]


def total(bought: Sequence[Bought], order: int) -> float:
    """Return what a whole order cost, with postage."""
    return 3.9 + sum(line.paid for line in bought if line.order == order)


@dataclass(frozen=True)
class Export:
    """A file and what should be found in it, by headings."""

    rows: list[list[str]]
    customer: str
    date: str
    amount: str
    counted: str
    order: str | None = None
    quantity: str | None = None
    category: str | None = None
    channel: str | None = None
    how: dict[str, str] = field(default_factory=dict)

    def write(self, path: Path) -> Path:
        return written(path, self.rows, **self.how)


def erp(bought: Sequence[Bought]) -> Export:
    """A German one: plain numbers, decimal comma, the price of a piece."""
    head = ["Auftragsnummer", "Kundennummer", "Bestelldatum", "Artikel", "Menge", "Einzelpreis"]
    rows = [
        [
            *(str(50_000 + b.order), str(10_300 + b.customer), f"{b.day + 1:02}.03.2026"),
            *(b.item, str(b.pieces), f"{b.price:.2f}".replace(".", ",")),
        ]
        for b in bought
    ]
    return Export(
        [head, *rows],
        *("Kundennummer", "Bestelldatum", "Einzelpreis", "each"),
        *("Auftragsnummer", "Menge", "Artikel"),
        how={"delimiter": ";"},
    )


def market(bought: Sequence[Bought]) -> Export:
    """A market place: the price of the line, e-mail of the buyer, where it was sold."""
    head = ["order-id", "purchase-date", "buyer-email", "product-name", "quantity-purchased"]
    head += ["item-price", "shipping-price", "sales-channel"]
    rows = [
        [
            *(f"303-{b.order:07}", f"2026-03-{b.day + 1:02}T08:{b.order % 60:02}:00+00:00"),
            *(f"buyer{b.customer}@example.org", b.item, str(b.pieces)),
            *(f"{b.paid:.2f}", "3.90", b.way),
        ]
        for b in bought
    ]
    return Export(
        [head, *rows],
        *("buyer-email", "purchase-date", "item-price", "line"),
        *("order-id", "quantity-purchased", "product-name", "sales-channel"),
    )


def till(bought: Sequence[Bought]) -> Export:
    """A till: money with its sign, a loyalty card, no number of the sale."""
    head = ["Date", "Category", "Item", "Qty", "Gross Sales", "Customer ID", "Location"]
    rows = [
        [
            f"2026-03-{b.day + 1:02} 08:{b.order % 60:02}",
            *("Drinks" if "M" not in b.item else "Goods", b.item, str(b.pieces)),
            *(f"${b.paid:.2f}", f"CARD{b.customer:05}", b.way),
        ]
        for b in bought
    ]
    return Export(
        [head, *rows],
        *("Customer ID", "Date", "Gross Sales", "line"),
        *(None, "Qty", "Category"),
    )


def repeated(bought: Sequence[Bought]) -> Export:
    """A shop that repeats the whole order on each of its lines."""
    head = ["Order Number", "Order Date", "Email (Billing)", "Order Total Amount", "Item Name"]
    head += ["Quantity", "Item Cost"]
    rows = [
        [
            *(str(1000 + b.order), f"2026-03-{b.day + 1:02} 10:00", f"c{b.customer}@example.org"),
            *(f"{total(bought, b.order):.2f}", b.item, str(b.pieces), f"{b.price:.2f}"),
        ]
        for b in bought
    ]
    return Export(
        [head, *rows],
        *("Email (Billing)", "Order Date", "Order Total Amount", "order"),
        *("Order Number", "Quantity", "Item Name"),
    )


def french(bought: Sequence[Bought]) -> Export:
    """A French one: the order's cells only on its first line."""
    head = ["N° de commande", "Code client", "Date de commande", "Montant total (€)"]
    head += ["Produit", "Quantité", "Canal"]
    rows, seen = [], set()
    for b in bought:
        top = [f"CMD-{b.order:05}", f"CL-{b.customer:04}", f"{b.day + 1:02}/03/2026"]
        top += [f"{total(bought, b.order):.2f}".replace(".", ",")]
        first = b.order not in seen
        rows.append([*(top if first else [""] * 4), b.item, str(b.pieces), b.way * first])
        seen.add(b.order)
    return Export(
        [head, *rows],
        *("Code client", "Date de commande", "Montant total (€)", "order"),
        *("N° de commande", "Quantité", "Produit", "Canal"),
        how={"delimiter": ";"},
    )


EXPORTS = (erp, market, till, repeated, french)
