# SPDX-License-Identifier: MIT
"""Questions with one answer over several columns: put together, tick lists let be, nothing lost."""

from collections import Counter
from itertools import combinations, product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.research import holding, over_columns
from persona_studio.research.inspecting import inspect
from persona_studio.research.over_columns import Answers
from persona_studio.research.plan import Plan, Role, to_json
from persona_studio.research.roles import one_answer
from tests.research.made import ticked
from tests.research.made.ticked import Asked, Written
from tests.research.reading import imported, written
from tests.shared import IMPORTS, needs_shared

FORMS = (
    Written(),
    Written(response=False),
    Written(mark="1", blank="0"),
    Written(mark="Yes"),
    Written(one_header=True),
    Written(mark="x", one_header=True),
)
PLACES = ("North", "East", "South")


def made(folder: Path, asked: list[Asked], how: Written = FORMS[0]) -> Path:
    return Path(ticked.write(folder / "made.csv", ticked.table(asked, how, Random(1))))


def whole(plan: Plan) -> dict[str, Role]:
    """Return the questions that are put together, by their text."""
    found = over_columns.questions(plan.roles)
    return {
        each[0].label: each[0] for c in found if (each := [over_columns.whole_of(plan.roles, c)])
    }


def place(people: int, *, twice: int = 0) -> Asked:
    """Return a question with one answer, of which the first people tick a second."""
    every = tuple((n % 3, (n + 1) % 3) if n < twice else (n % 3,) for n in range(people))
    return Asked("Which region do you live in?", PLACES, every)


@pytest.mark.parametrize("seed", range(6))
def test_answers_over_columns_are_those_of_one_column(tmp_path: Path, seed: int) -> None:
    rng = Random(seed)
    asked = ticked.survey(rng, rng.choice([60, 150]))
    path = made(tmp_path, asked, FORMS[seed])
    one_column = imported(written(tmp_path / "condensed.csv", ticked.condensed(asked)))
    read = imported(path)
    said = {q["label"]: q for q in read.result.questions}
    lost = {"Anything else?"}
    for at, wanted in enumerate(one_column.result.questions):
        found = said[wanted["label"]]
        cells = [row[found["position"]] for row in read.cells]
        assert cells == [row[at] for row in one_column.cells]
        assert (found["role"], found["order"]) == (wanted["role"], wanted["order"]), found["label"]
        assert set(found["options"]) >= set(wanted["options"])
        assert (found["group"], found["text"]) == ("", "")
        lost.add(found["label"])
    assert lost >= {q.text for q in asked if not q.several}
    several = {q.text for q in asked if q.several}
    assert not several & {each["label"] for each in read.result.put_together}


def test_a_list_to_tick_is_no_question_with_one_answer(tmp_path: Path) -> None:
    rng = Random(7)
    for seed, people in enumerate((30, 40, 60, 120) * 3):
        asked = [
            ticked.ticks(rng, text, choices, people, rate)
            for rate, (text, choices) in zip((0.03, 0.1, 0.4), ticked.LISTS.items(), strict=True)
        ]
        asked.append(ticked.few_twice(rng, "Why did you come?", PLACES, people, 0.2))
        asked.append(Asked(ticked.ALL, PLACES, place(people).ticked, several=True))
        assert whole(inspect(made(tmp_path, asked, FORMS[seed % 2]))) == {}


@pytest.mark.parametrize(
    ("ticks", "rows", "asked", "scale", "one"),
    [
        ((10, 10, 10), 30, "Region", False, True),
        ((10, 10, 9), 29, "Region", False, False),
        ((3, 3, 2, 2), 10, "Age", True, True),
        ((3, 2, 2, 2), 9, "Age", True, False),
        ((2, 2, 3), 50, "What disturbs you?", False, False),
        ((30, 0, 0), 30, "Region", False, False),
        ((70, 70, 60), 500, "Region, if abroad", False, True),
        ((10, 12, 11), 2000, "What disturbs you?", False, False),
        ((10, 10, 10), 30, "Tick all that apply", False, False),
        ((10, 10, 10), 30, "Mehrfachnennung möglich", False, False),
        ((10, 10, 10), 30, "Select up to three", False, False),
    ],
)
def test_it_takes_enough_people_and_no_chance(
    ticks: tuple[int, ...], rows: int, asked: str, scale: bool, one: bool
) -> None:
    assert one_answer.has_one(ticks, rows, asked, scale=scale) is one


def test_the_chance_is_that_of_counting_all_ways() -> None:
    ticks, rows = (2, 1, 2), 6
    ways = list(product(*(combinations(range(rows), n) for n in ticks)))
    apart = [way for way in ways if len({row for each in way for row in each}) == sum(ticks)]
    assert one_answer.chance(ticks, rows) == pytest.approx(len(apart) / len(ways))
    assert one_answer.chance((4, 3), 6) == 0.0


@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "0", "-", "x", "Tea", "green", " Tea "]), min_size=3, max_size=3
        ),
        max_size=12,
    )
)
def test_no_tick_is_lost_however_many_a_row_has(rows: list[list[str]]) -> None:
    names = ("Tea", "Water", "0")
    ticks = ("Tea", "x", "0")
    roles = {
        n: Role("single_choice", group="Drink", choice=name, tick=tick, missing=("0", "-"))
        for n, (name, tick) in enumerate(zip(names, ticks, strict=True), start=1)
    }
    answers = Answers(roles, (1, 2, 3))
    halves = (rows[:5], rows[5:])
    columns = [[*map(list, zip(*half, strict=True))] or [[], [], []] for half in halves]
    found = [*answers.of(columns[0]), *answers.of(columns[1])]
    blank = [{"", "0", "-"}, {"", "0", "-"}, {"", "-"}]
    given_ = [[c.strip() for c, no in zip(row, blank, strict=True) if c not in no] for row in rows]
    assert [len(each.split("; ")) if each else 0 for each in found] == list(map(len, given_))
    wanted = Counter("Water" if text == "x" and n else text for n, text in _placed(rows, blank))
    assert Counter(text for each in found for text in each.split("; ") if each) == wanted
    assert answers.twice == sum(len(each) > 1 for each in given_)


def _placed(rows: list[list[str]], blank: list[set[str]]) -> list[tuple[bool, str]]:
    """Return each tick with whether it stands in the column of which x is the mark."""
    return [
        (n == 1, text.strip()) for row in rows for n, text in enumerate(row) if text not in blank[n]
    ]


def test_who_ticks_two_keeps_both_where_one_answer_is_told(tmp_path: Path) -> None:
    path = made(tmp_path, [place(40, twice=2)])
    plan = inspect(path)
    assert {role.role for n, role in plan.roles.items() if role.choice} == {"multi_select"}
    told = {str(n): {"role": "single_choice", "why": "chosen by you"} for n in (2, 3, 4)}
    told_plan = inspect(path, _plan(told))
    (problem,) = [p for p in told_plan.problems if p.cause == "ticked_twice"]
    assert (problem.column, problem.sentence.split()[0]) == (2, "2")
    read = imported(path, to_json(told_plan))
    assert [row[1] for row in read.cells[:4]] == ["North; East", "East; South", "South", "North"]
    assert [each["ticked_twice"] for each in read.result.put_together] == [2]


def test_one_answer_is_several_where_told_and_the_cells_are_those_of_the_file(
    tmp_path: Path,
) -> None:
    path = made(tmp_path, [place(40)], Written(mark="1", blank="0"))
    assert whole(inspect(path)).keys() == {"Which region do you live in?"}
    told = {str(n): {"role": "multi_select", "why": "chosen by you"} for n in (2, 3, 4)}
    read = imported(path, to_json(inspect(path, _plan(told))))
    assert [q["label"] for q in read.result.questions][1:4] == list(PLACES)
    assert [q["options"] for q in read.result.questions][1:4] == [["1"]] * 3
    assert [row[1:4] for row in read.cells[:2]] == [["1", "0", "0"], ["0", "1", "0"]]
    assert read.result.put_together == []


def _plan(roles: dict[str, Any]) -> Plan:
    from persona_studio.research.plan import from_json

    return from_json({"roles": roles, "chosen": ["roles"]})


def test_a_file_too_large_to_be_held_is_gone_along_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path, [place(400), place(400, twice=1)])
    held = inspect(path)
    monkeypatch.setattr(holding, "HOLD_MOST", 100)
    again = inspect(path)
    assert again.roles == held.roles
    assert [again.roles[n].twice for n in (2, 6)] == [0, 1]


def test_a_choice_that_stays_out_leaves_the_others_one_question(tmp_path: Path) -> None:
    path = made(tmp_path, [place(40)])
    read = imported(path, to_json(inspect(path)), uses={"2": "leave_out"})
    assert read.result.put_together[0]["columns"] == [3, 4]
    assert [row[1] for row in read.cells[:3]] == ["", "East", "South"]


def test_nought_is_an_answer_where_it_is_a_choice_and_none_said_is_none(tmp_path: Path) -> None:
    children = Asked("Children", ("0", "1", "2 or more"), tuple((n % 3,) for n in range(60)))
    income = Asked("Income", ("Low", "High", "N/A"), tuple((n % 3,) for n in range(60)))
    for how in (Written(), Written(mark="Yes", blank="0")):
        read = imported(made(tmp_path, [children, income], how))
        first, second = (q for q in read.result.questions if q["label"] in ("Children", "Income"))
        cells = [row[first["position"]] for row in read.cells[:3]]
        assert (cells, first["missing"]) == (["0", "1", "2 or more"], [])
        assert second["missing"] == ["N/A"]


@needs_shared
@pytest.mark.shared
def test_a_real_export_has_age_and_income_as_scales() -> None:
    read = imported(IMPORTS / "surveymonkey_2header_multiselect_spread.csv")
    said = {q["label"]: q for q in read.result.questions}
    assert said["Age"]["order"] == ["< 18", "18-29", "30-44", "45-60", "> 60"]
    assert said["Household Income"]["order"][0] == "$0 - $24,999"
    assert said["Education"]["order"][3] == "Associate or bachelor degree"
    assert said["Gender"]["role"] == "single_choice"
    assert len([q for q in read.result.questions if q["role"] == "multi_select"]) == 20
    assert not any(each["ticked_twice"] for each in read.result.put_together)
