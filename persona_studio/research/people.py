# SPDX-License-Identifier: MIT
"""The customers of a roll-up on their way into the project: slices of rows, coded columns."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any, TypeAlias

import orjson

from persona_studio.core.errors import StudioError
from persona_studio.research.keeping import Change, Codes, Kept, labels_most
from persona_studio.research.plan import Plan
from persona_studio.research.rolling import PARTS, RolledUp, RollUp

Row: TypeAlias = tuple[int, str, bytes]
"""Number, respondent key, cells as JSON."""


def roll_up_of(plan: Plan, kept: Sequence[Kept], pseudonym: Callable[[str], str]) -> RollUp | None:
    """Return what takes in the rows of a file of orders, None where no roll-up is wanted.

    A customer's key is what the rows of the customer carry: the id itself where it is kept, else
    its pseudonym. What a person leaves out does not come in by this door.
    """
    if plan.orders is None or not plan.roll_up:
        return None
    shown: dict[int, Callable[[str], str]] = {
        each.column: partial(_stored, each.change) if each.change else str for each in kept
    }
    columns = (getattr(plan.orders, part) for part in PARTS)
    if not all(n is None or 1 <= n <= plan.columns_count for n in columns):
        raise StudioError(
            "The plan names columns for the orders that the file does not have.",
            f"The file has {plan.columns_count} columns, counted from 1.",
            kind="bad_plan",
        )
    told = plan.use(plan.orders.customer) == "keep"
    return RollUp(plan, str.strip if told else pseudonym, shown)


class Customers:
    """The customers of a roll-up as slices of rows; `found` is true after the last of them."""

    def __init__(self, roll_up: RollUp) -> None:
        self._roll_up = roll_up
        most = labels_most(len(roll_up.roles))
        self._kept = [
            Kept(column, place, role, most=most)
            for place, (column, role) in enumerate(roll_up.roles)
        ]

    def slices(self, count: int) -> Iterator[tuple[list[Row], dict[int, Codes]]]:
        """Yield every customer in slices of `count`: rows and the codes of their columns."""
        number = 0
        customers = self._roll_up.customers()
        while batch := list(islice(customers, count)):
            columns = zip(*(cells for _, cells in batch), strict=True)
            stored = [each.take(cells) for each, cells in zip(self._kept, columns, strict=True)]
            rows = []
            for (who, _), cells in zip(batch, zip(*stored, strict=True), strict=True):
                number += 1
                rows.append((number, who, orjson.dumps(cells)))
            codes = {each.position: each.cut() for each in self._kept}
            yield rows, {place: each for place, each in codes.items() if each is not None}

    @property
    def found(self) -> RolledUp:
        """What came of the roll-up."""
        return RolledUp(
            *self._roll_up.sums,
            questions=[_question(each) for each in self._kept],
            labels={each.position: each.labels for each in self._kept if not each.open_ended},
        )


def _stored(change: Change, text: str) -> str:
    return change(text)[0]


def _question(kept: Kept) -> dict[str, Any]:
    choices = kept.role.role == "single_choice"
    return {
        "position": kept.position,
        "column": kept.column,
        "label": kept.role.label,
        "text": kept.role.text,
        "role": kept.role.role,
        "options": kept.labels[1:] if choices else [],
    }
