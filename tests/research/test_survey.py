# SPDX-License-Identifier: MIT
"""What the import page is told of a file: two looks, facts of columns, reasons, told roles."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from persona_studio.research.facts import facts_of
from persona_studio.research.inspecting import inspect, look
from persona_studio.research.plan import Plan, Role, from_json, to_json
from persona_studio.research.profile import Profile
from persona_studio.research.survey import Sight, Survey, columns_job, look_job
from persona_studio.research.telling import CHOSEN, complete
from tests.research.reading import silent, written
from tests.shared import IMPORTS, needs_shared


def looked(path: Path, plan: Plan | None = None) -> tuple[list[Sight], Survey]:
    sights: list[Sight] = []
    told = to_json(plan) if plan else None
    return sights, look_job(str(path), told, report=silent, emit=sights.append)


def column(cells: Sequence[str], label: str = "Q") -> Profile:
    made = Profile(1, label)
    made.add(list(cells))
    made.close()
    return made


def test_a_long_text_is_seen_twice_and_a_short_one_once(tmp_path: Path) -> None:
    rows = [["Code", "Visits"], *([f"C{n}", "x" * 40] for n in range(30_000))]
    sights, survey = looked(written(tmp_path / "long.csv", rows))
    assert [sight.whole for sight in sights] == [False, True]
    assert from_json(sights[0].plan).data_rows is None
    assert from_json(sights[1].plan).data_rows == 30_000
    assert sights[0].head == rows[:200]
    assert survey.facts[2].rows == 30_000
    sights, _ = looked(written(tmp_path / "short.csv", rows[:50]))
    assert [sight.whole for sight in sights] == [True]


@needs_shared
def test_late_evidence_is_found_with_its_row() -> None:
    sights, survey = looked(IMPORTS / "gen_late_evidence.csv")
    plan = from_json(sights[-1].plan)
    telling = survey.facts[2].telling
    assert (telling, survey.rows[(2, telling)][0]) == ("1/31/2024", 2502)
    assert plan.reasons["date_order"].sure == 1.0
    assert survey.facts[3].odd == (("unknown", 100),)
    assert len(survey.rows[(3, "unknown")]) == 100


@needs_shared
def test_a_reason_never_repeats_a_cell_and_a_choice_says_whose_it_is() -> None:
    path = IMPORTS / "pollock_preamble.csv"
    plan = inspect(path)
    assert "28/01" not in str(plan.reasons)
    assert plan.reasons["header_rows"].sure == 1.0
    told = inspect(path, replace(plan, delimiter=",", chosen=("delimiter",)))
    assert told.reasons["delimiter"].why == CHOSEN


def test_the_table_further_down_can_be_chosen(tmp_path: Path) -> None:
    first = [["Code", "City"], *([f"C{n}", "Oslo"] for n in range(500)), [], []]
    second = [["Day", "Visits", "Sales"], *([f"2026-05-{n:02}", n, n * 3] for n in range(1, 29))]
    path = written(tmp_path / "two.csv", first + second)
    plan = inspect(path)
    (further,) = plan.tables
    assert (plan.data_rows, further["first_row"]) == (500, 504)
    below = inspect(path, replace(plan, table_row=504, chosen=("table_row",)))
    assert (below.header_rows, below.data_rows, below.table_row) == ((504,), 28, 504)
    assert [role.label for role in below.roles.values()] == ["Day", "Visits", "Sales"]


def test_steps_stand_in_order_and_what_is_no_step_is_odd() -> None:
    order = ("Never", "Sometimes", "Always")
    cells = ["Always"] * 5 + ["Never"] * 2 + ["-"] + ["perhaps"] + [""]
    facts = facts_of(column(cells), Role("ordinal", order=order, options=order, missing=("-",)))
    assert facts.tops == (("Never", 2), ("Sometimes", 0), ("Always", 5), ("perhaps", 1))
    assert facts.odd == (("perhaps", 1),)
    assert facts.blanks == (("-", 1),)
    assert (facts.rows, facts.filled, round(facts.missing, 2)) == (10, 8, 0.2)


def test_a_told_separator_parts_the_choices_and_counts_them() -> None:
    cells = ["App; Shop", "Shop", "App", "Phone, incl. SMS; App"] * 6
    told = Role("multi_select", 1.0, CHOSEN, separator=";")
    role = complete(column(cells), told)
    assert set(role.options) == {"App", "Shop", "Phone, incl. SMS"}
    facts = facts_of(column(cells), role)
    assert dict(facts.tops) == {"App": 18, "Shop": 12, "Phone, incl. SMS": 6}


def test_a_told_order_stays_and_new_answers_come_after_it() -> None:
    told = Role("ordinal", 1.0, CHOSEN, order=("high", "low"))
    role = complete(column(["low", "high", "middle", "don't know"] * 3), told)
    assert role.order == ("high", "low", "middle")


def test_a_told_scale_of_numbers_begins_with_the_smallest() -> None:
    role = complete(column(["10", "9", "2"] * 3), Role("likert", 1.0, CHOSEN))
    assert role.order == ("2", "9", "10")


def test_hits_are_counted_by_kind() -> None:
    cells = ["Write to a.b@example.org", "or c@example.org", "nothing here", ""]
    facts = facts_of(column(cells), Role("free_text"))
    assert facts.hits == (("email", 2),)
    assert facts.masked == ("Write to ▇▇▇", "or ▇▇▇")


@given(st.lists(st.sampled_from(["1", "2.5", "about 3", "", "-7", "1e3"]), max_size=40))
def test_bars_hold_every_number_and_nothing_else(cells: list[str]) -> None:
    facts = facts_of(column(cells), Role("numeric", decimal="."))
    assert sum(facts.bars) + sum(n for _, n in facts.odd) == facts.filled
    assert facts.filled == sum(1 for cell in cells if cell)


def test_columns_told_anew_are_read_again_whole(tmp_path: Path) -> None:
    rows = [["Code", "How"], *([f"C{n}", ("a|b", "b", "c")[n % 3]] for n in range(90))]
    path = written(tmp_path / "a.csv", rows)
    plan = look(path).plan
    role = replace(plan.roles[2], role="multi_select", why=CHOSEN, separator="|", options=())
    told = replace(plan, roles={**plan.roles, 2: role}, chosen=("roles",))
    survey = columns_job(str(path), to_json(told), [2], report=silent)
    assert survey.roles[2].options == ("a", "b", "c")
    assert dict(survey.facts[2].tops) == {"a": 30, "b": 60, "c": 30}
    again = look(path, told)
    assert again.plan.roles[2] == survey.roles[2]


def test_an_odd_cell_far_down_a_column_of_many_numbers_is_found(tmp_path: Path) -> None:
    amounts = [str(n / 4) for n in range(30_000)]
    amounts[25_000], amounts[29_000] = "about ten", "-"
    path = written(tmp_path / "many.csv", [["Code", "Spend"], *zip(amounts, amounts, strict=True)])
    sights, survey = looked(path)
    assert from_json(sights[-1].plan).roles[2].role == "numeric"
    assert survey.facts[2].partial
    assert survey.facts[2].odd == (("about ten", 1),)
    assert survey.rows[(2, "about ten")] == [25_002]
