# SPDX-License-Identifier: MIT
"""The law of a roll-up: whatever the rows are, nothing of them is lost and nothing counts twice."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from persona_studio.research.plan import Orders, Plan, Role
from persona_studio.research.rolling import RollUp

ORDERS = Orders(customer=1, order=2, date=3, amount=4, quantity=5, category=6, channel=7)
FIRST_DAY = date(2026, 1, 1)


class Row(NamedTuple):
    customer: str
    order: str
    when: str
    amount: str
    pieces: str
    item: str
    way: str


DAYS = st.integers(0, 400).map(lambda n: (FIRST_DAY + timedelta(n)).isoformat())
MONEY = st.one_of(
    st.just(""), st.decimals(-50, 9999, places=2).map(str), st.integers(0, 10**9).map(str)
)
ROWS = st.lists(
    st.builds(
        Row,
        st.sampled_from(["", "A", "B", "C", "D"]),
        st.sampled_from([f"O-{n}" for n in range(9)]),
        DAYS | st.just("soon"),
        MONEY,
        st.sampled_from(["", "1", "2", "7"]),
        st.sampled_from(["", "Tea", "Cake"]),
        st.sampled_from(["", "Web", "Shop"]),
    ),
    min_size=1,
    max_size=40,
)


def rolled(rows: list[Row], orders: Orders, slice_of: int = 7) -> RollUp:
    roles = {
        n: Role("numeric" if n in (4, 5) else "single_choice", decimal=".") for n in range(1, 8)
    }
    plan = Plan("", orders=orders, roll_up=True, roles=roles, columns_count=7)
    found = RollUp(plan, str.strip, {6: str, 7: str})
    for start in range(0, len(rows), slice_of):
        found.take(list(zip(*rows[start : start + slice_of], strict=True)))
    return found


def amount(text: str) -> Decimal:
    return Decimal(text or 0)


@given(ROWS, st.sampled_from(["line", "each", "order"]), st.integers(1, 50))
def test_orders_money_and_pieces_are_kept_whole(rows, counted, slice_of):
    people, theirs, nobodys, *_ = rolled(rows, replace(ORDERS, counted=counted), slice_of).sums
    assert theirs.rows + nobodys.rows == len(rows)
    assert theirs.orders + nobodys.orders == len({row.order for row in rows})
    assert theirs.pieces + nobodys.pieces == sum(amount(row.pieces) for row in rows)
    paid = {
        "line": [amount(row.amount) for row in rows],
        "each": [amount(row.amount) * (amount(row.pieces) or 1) for row in rows],
        "order": list(
            {row.order: amount(row.amount) for row in reversed(rows) if row.amount}.values()
        ),
    }[counted]
    assert theirs.spend + nobodys.spend == sum(paid)
    assert people == len({_buyer(rows)[row.order] for row in rows} - {""})


@given(ROWS)
def test_each_customer_is_what_their_own_rows_say(rows):
    buyers = _buyer(rows)
    mine: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        mine[buyers[row.order]].append(row)
    newest = max((d for row in rows if buyers[row.order] and (d := _day(row.when))), default=None)
    for key, cells in rolled(rows, ORDERS).customers():
        orders, spend, first, last, since, pieces, item, _ = cells
        own = mine[key]
        assert int(orders) == len({row.order for row in own})
        assert Decimal(spend) == sum(amount(row.amount) for row in own)
        assert Decimal(pieces) == sum(amount(row.pieces) for row in own)
        days = [day for row in own if (day := _day(row.when))]
        assert (first, last) == (
            (min(days).isoformat(), max(days).isoformat()) if days else ("", "")
        )
        assert since == (str((newest - max(days)).days) if days and newest else "")
        counts = Counter(row.item for row in own if row.item)
        assert (not counts and not item) or counts[item] == max(counts.values())


@given(ROWS, st.integers(1, 40))
def test_how_the_file_is_cut_into_slices_makes_no_difference(rows, slice_of):
    once, again = rolled(rows, ORDERS, 40), rolled(rows, ORDERS, slice_of)
    assert list(once.customers()) == list(again.customers())
    assert once.sums == again.sums


def _buyer(rows: list[Row]) -> dict[str, str]:
    """Return the first customer that any line of an order names."""
    found: dict[str, str] = {}
    for row in rows:
        found[row.order] = found.get(row.order) or row.customer
    return found


def _day(text: str) -> date | None:
    return None if text == "soon" else date.fromisoformat(text)
