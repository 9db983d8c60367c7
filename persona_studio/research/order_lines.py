# SPDX-License-Identifier: MIT
"""How the lines of orders go together: which belong to one order, what differs between them."""

from collections.abc import Sequence

from persona_studio.evidence.reading import decimal_mark, fold, number

_SAME = 0.95
_FEW = 3


class Seen:
    """The sampled rows as orders of several lines."""

    def __init__(
        self, sample: Sequence[Sequence[str]], customer: int, order: int | None, date: int
    ) -> None:
        orders: dict[object, list[Sequence[str]]] = {}
        numbers = filled_down(sample, customer, order) if order else None
        for n, row in enumerate(sample):
            key = numbers[n] if numbers else (row[customer - 1], row[date - 1])
            orders.setdefault(key, []).append(row)
        self.rows = sample
        self.several = [lines for lines in orders.values() if len(lines) > 1]

    def varies(self, n: int) -> bool:
        """Tell whether a column differs between the lines of an order."""
        different = sum(len({row[n - 1] for row in lines}) > 1 for lines in self.several)
        return different >= _FEW and different > 0.2 * len(self.several)

    def once(self, n: int) -> bool:
        """Tell whether a figure stands once an order: on one of its lines, or the same on all."""
        alone = same = 0
        for lines in self.several:
            given = [row[n - 1].strip() for row in lines if row[n - 1].strip()]
            alone += len(given) == 1
            same += len(given) > 1 and len(set(given)) == 1
        return alone + same >= _SAME * len(self.several) and len(self.several) >= 1


def by_quantity(
    rows: Sequence[Sequence[str]], amount: int, quantity: int, item: int | None
) -> tuple[int, int]:
    """Count the items whose amount grows with the pieces, and those whose amount stays."""
    found: dict[str, dict[float, set[float]]] = {}
    decimal = decimal_mark(row[amount - 1] for row in rows)
    for row in rows if item else ():
        paid, pieces = number(row[amount - 1], decimal), number(row[quantity - 1])
        if paid and pieces:
            found.setdefault(row[(item or 0) - 1], {}).setdefault(pieces, set()).add(paid)
    grows = stays = 0
    for prices in found.values():
        if len(prices) > 1:
            stays += bool(set.intersection(*prices.values()))
            each = [{round(p / pieces, 2) for p in paid} for pieces, paid in prices.items()]
            grows += bool(set.intersection(*each))
    return grows, stays


def filled_down(rows: Sequence[Sequence[str]], customer: int, order: int) -> list[str]:
    """Return the order of each row; a line that names neither order nor customer goes on."""
    found: list[str] = []
    for row in rows:
        number_, goes_on = fold(row[order - 1]), found and not row[customer - 1].strip()
        found.append(number_ or (found[-1] if goes_on else ""))
    return found
