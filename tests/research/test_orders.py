# SPDX-License-Identifier: MIT
"""Orders are told from other tables, and each of their columns from the others."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from decimal import Decimal

import pytest

from persona_studio.research.importing import import_job
from persona_studio.research.inspecting import inspect
from persona_studio.research.orders import rolled_up
from persona_studio.research.plan import Column, Plan, from_json, to_json
from persona_studio.research.plan_check import checked
from persona_studio.research.rolling import RolledUp
from persona_studio.research.rows import read
from tests.research.exports import EXPORTS, Bought, Export, lines, market, total
from tests.research.reading import KEY, silent, written
from tests.shared import IMPORTS, needs_shared

Make = Callable[[Sequence[Bought]], Export]
PARTS = ("customer", "date", "amount", "order", "quantity", "category", "channel")


def rolled(path, plan: Plan) -> tuple[RolledUp, list[tuple[int, str, str]]]:
    found: list = []
    result = import_job(path, to_json(plan), KEY, report=silent, emit=found.append)
    assert result.rolled_up is not None
    return result.rolled_up, [row for each in found if each.of_people for row in each.rows]


@pytest.mark.parametrize("make", EXPORTS)
def test_who_bought_what_and_when_is_found(tmp_path, make: Make):
    export = make(lines())
    plan = inspect(export.write(tmp_path / "export.csv"))
    assert plan.orders is not None
    numbers = {part: getattr(plan.orders, part) for part in PARTS}
    found = {part: plan.roles[n].label if n else None for part, n in numbers.items()}
    assert found == {part: getattr(export, part) for part in PARTS}
    assert (plan.orders.counted, plan.orders.customers) == (export.counted, 25)
    assert not plan.roll_up
    assert checked(to_json(plan))
    assert from_json(to_json(plan)) == plan


@pytest.mark.parametrize("make", EXPORTS)
def test_orders_money_and_pieces_of_all_customers_are_those_of_the_file(tmp_path, make: Make):
    bought = lines()
    export = make(bought)
    path = export.write(tmp_path / "export.csv")
    found, people = rolled(path, rolled_up(inspect(path)))
    postage = 0 if export.counted != "order" else 1
    spent = sum(line.paid for line in bought) + 3.9 * 90 * postage
    assert found.theirs.orders == len({line.order for line in bought})
    assert found.theirs.spend == Decimal(str(round(spent, 2)))
    assert found.theirs.pieces == sum(line.pieces for line in bought)
    assert (found.theirs.rows, found.nobodys.rows) == (len(bought), 0)
    assert found.people == len(people) == len({key for _, key, _ in people}) == 25
    assert found.unlike == 0


@needs_shared
def test_each_column_of_a_real_export_is_told_from_the_seventy_others():
    plan = inspect(IMPORTS / "shopify_orders.csv")
    told = asdict(plan.orders) if plan.orders else {}
    assert {part: plan.roles[told[part]].label for part in PARTS if told[part]} == {
        "customer": "Email",
        "date": "Created at",
        "amount": "Total",
        "order": "Name",
        "quantity": "Lineitem quantity",
        "category": "Lineitem name",
    }


@needs_shared
@pytest.mark.parametrize("name", ["gen_woocommerce_orders.csv", "shopify_orders.csv"])
def test_real_orders_are_rolled_up_to_the_last_penny(name):
    path = IMPORTS / name
    plan = inspect(path)
    found, people = rolled(path, rolled_up(plan))
    of = plan.orders
    assert of is not None
    cells = [row for _, row in read(path, plan)]
    paid = [Decimal(row[of.amount - 1]) for row in cells if row[of.amount - 1]]
    assert found.theirs.spend + found.nobodys.spend == sum(paid)
    numbers = {row[of.order - 1] for row in cells} if of.order else set()
    assert found.theirs.orders + found.nobodys.orders == len(numbers)
    assert found.theirs.rows + found.nobodys.rows == len(cells) == plan.data_rows
    sent = str(people)
    assert "@" not in sent


def test_tickets_diaries_and_surveys_are_no_orders(tmp_path):
    days = [f"2026-03-{n % 28 + 1:02}" for n in range(80)]
    tickets = [["Ticket", "Opened on", "Customer code", "Topic"]]
    tickets += [[f"T-{n}", day, f"C-{n % 9}", "Delivery"] for n, day in enumerate(days)]
    diary = [["Participant", "Date", "Hours slept", "Mood"]]
    diary += [[f"P-{n % 9}", day, str(n % 7), "fine"] for n, day in enumerate(days)]
    survey = [["ID", "Date", "E-mail", "How much did you spend on your last order?"]]
    survey += [[f"R-{n}", d, f"p{n}@example.org", str(n % 50)] for n, d in enumerate(days)]
    for name, rows in {"tickets": tickets, "diary": diary, "survey": survey}.items():
        assert inspect(written(tmp_path / f"{name}.csv", rows)).orders is None, name


def test_two_lines_an_order_are_not_two_orders_of_a_customer(tmp_path):
    rows = [["Order number", "Ordered at", "Customer code", "Item", "Price"]]
    rows += [
        [f"O-{n // 2:04}", "2026-03-04", f"C-{n // 2:04}", f"Tea {n % 7}", "2.50"]
        for n in range(200)
    ]
    plan = inspect(written(tmp_path / "export.csv", rows))
    assert plan.orders is not None
    assert (plan.orders.order, plan.orders.customer) == (1, 3)


def test_what_a_person_tells_of_the_columns_stays(tmp_path):
    path = market(lines()).write(tmp_path / "export.csv")
    plan = inspect(path)
    assert plan.orders is not None
    told = replace(plan.orders, amount=7, channel=None, told=("amount", "channel"))
    plan = replace(plan, orders=told, chosen=("orders", "roll_up"), roll_up=True)
    again = inspect(path, plan)
    assert again.orders is not None
    assert (again.orders.amount, again.orders.channel, again.orders.category) == (7, None, 4)
    assert again.roll_up
    found, _ = rolled(path, again)
    assert [q["label"] for q in found.questions][-1] == "Main category"


def test_what_is_told_against_the_cells_is_taken_and_what_is_gone_is_not(tmp_path):
    path = market(lines()).write(tmp_path / "export.csv")
    plan = inspect(path)
    assert plan.orders is not None
    for order, kept in ((4, 4), (99, 1), (None, None)):
        told = replace(plan.orders, order=order, told=("order",))
        again = inspect(path, replace(plan, orders=told, chosen=("orders",)))
        assert again.orders is not None
        assert (again.orders.order, again.orders.customer) == (kept, 3)


def test_a_private_customer_becomes_a_code_and_stays_out_again_without_the_roll_up(tmp_path):
    plan = inspect(market(lines()).write(tmp_path / "export.csv"))
    assert (plan.use(1), plan.use(3)) == ("keep", "leave_out")
    assert "180 rows, 8 columns; orders of 25 customers; " in plan.sentence
    on = rolled_up(plan)
    assert on.use(3) == "pseudonymise"
    assert rolled_up(on, on=False).use(3) == "leave_out"
    kept = replace(plan, columns={3: Column("leave_out", "asked to")})
    path = tmp_path / "export.csv"
    assert rolled_up(kept).use(3) == "leave_out"
    found, people = rolled(path, rolled_up(kept))
    assert found.people == 25
    assert all(key.startswith("P-") for _, key, _ in people)


def test_lines_without_a_customer_are_nobodys_and_are_told(tmp_path):
    rows = market(lines()).rows
    for row in rows[1:12]:
        row[2] = ""
    path = written(tmp_path / "export.csv", rows)
    found, _ = rolled(path, rolled_up(inspect(path)))
    bought = lines()
    without = {line.order for line in bought[:11]} - {line.order for line in bought[11:]}
    assert found.nobodys.orders == len(without)
    assert found.theirs.orders + found.nobodys.orders == 90
    assert found.theirs.spend + found.nobodys.spend == Decimal(str(sum(b.paid for b in bought)))
    assert found.as_json()["without_customer"]["orders"] == found.nobodys.orders


def test_amounts_that_are_no_numbers_and_several_currencies_are_told(tmp_path):
    rows = [[*row, ("EUR", "USD")[n % 2]] for n, row in enumerate(market(lines()).rows)]
    rows[0][-1] = "currency"
    rows[5][5] = "on request"
    path = written(tmp_path / "export.csv", rows)
    plan = inspect(path)
    (problem,) = [p for p in plan.problems if p.cause == "several_currencies"]
    assert "2 currencies (USD, EUR)" in problem.sentence
    found, _ = rolled(path, rolled_up(plan))
    assert found.unread == 1
    assert found.theirs.spend == Decimal(str(sum(b.paid for b in lines()) - lines()[4].paid))


def test_unlike_amounts_of_one_order_are_told(tmp_path):
    bought = lines()
    export = EXPORTS[3](bought)
    twice = next(n for n in range(2, 90) if export.rows[n][0] == export.rows[n + 1][0])
    export.rows[twice + 1][3] = "1.00"
    path = export.write(tmp_path / "export.csv")
    found, _ = rolled(path, rolled_up(inspect(path)))
    assert found.unlike == 1
    assert found.theirs.spend == Decimal(str(round(sum(total(bought, n) for n in range(90)), 2)))
