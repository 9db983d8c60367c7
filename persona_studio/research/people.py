# SPDX-License-Identifier: MIT
"""The customers of a roll-up on their way into the project: slices of rows, coded columns."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from typing import Any

import orjson

from persona_studio.core.errors import StudioError
from persona_studio.research.keeping import Change, Codes, Kept, labels_most
from persona_studio.research.plan import Plan
from persona_studio.research.rolling import PARTS, RolledUp, RollUp

Send = Callable[[list[tuple[int, str, bytes]], dict[int, Codes]], None]


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


def send(people: RollUp, count: int, to: Send) -> RolledUp:
    """Send every customer in slices of `count`; return what came of the roll-up."""
    kept = [
        Kept(column, place, role, most=labels_most(len(people.roles)))
        for place, (column, role) in enumerate(people.roles)
    ]
    number = 0
    customers = people.customers()
    while batch := list(islice(customers, count)):
        stored = [
            each.take(column)
            for each, column in zip(kept, zip(*(c for _, c in batch), strict=True), strict=True)
        ]
        rows = []
        for (who, _), cells in zip(batch, zip(*stored, strict=True), strict=True):
            number += 1
            rows.append((number, who, orjson.dumps(cells)))
        to(rows, {each.position: codes for each in kept if (codes := each.cut()) is not None})
    return RolledUp(
        *people.sums,
        questions=[_question(each) for each in kept],
        labels={each.position: each.labels for each in kept if not each.open_ended},
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
