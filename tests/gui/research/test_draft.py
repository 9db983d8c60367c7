# SPDX-License-Identifier: MIT
"""What the page does with a plan."""

from dataclasses import replace

import pytest

from persona_studio.gui.research import draft
from persona_studio.gui.research.choices import Choices
from persona_studio.research import telling
from persona_studio.research.plan import Column, Plan, Problem, Role, from_json, to_json
from persona_studio.research.sentence import are_people, sentence

PLAN = Plan(
    "a.csv",
    header_rows=(1, 2, 3),
    label_row=2,
    first_data_row=4,
    last_data_row=20,
    data_rows=15,
    ignore_rows=(9,),
    skip_rows=(10,),
    columns_count=3,
    roles={
        1: Role("respondent_id", label="Code"),
        2: Role("pii", label="E-mail", pii="email"),
        3: Role("single_choice", label="Q1", options=("b", "a")),
    },
)


def test_the_sum_leaves_no_row_out() -> None:
    total = draft.rows(PLAN)
    assert (total.read, total.to_import, total.passed_over) == (15, 14, 1)


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (1, draft.HEADING),
        (2, draft.ASKED),
        (4, draft.DATA),
        (9, draft.UNUSED),
        (10, draft.UNUSED),
        (20, draft.DATA),
        (21, draft.UNUSED),
    ],
)
def test_each_row_of_the_file_is_one_thing(row: int, kind: str) -> None:
    assert draft.Kinds(PLAN).of(row) == kind


def test_a_private_column_stays_out_until_it_is_kept_with_a_reason() -> None:
    assert draft.hidden(PLAN, 2)
    assert not draft.needs_reason(PLAN, 2)
    kept = draft.with_use(PLAN, [2], "keep")
    assert not draft.hidden(kept, 2)
    assert draft.needs_reason(kept, 2)
    assert not draft.needs_reason(draft.with_use(PLAN, [2], "keep", "agreed in writing"), 2)


def test_a_column_called_a_scale_takes_its_choices_as_steps() -> None:
    scale = draft.with_role(PLAN, [3], "likert").roles[3]
    assert (scale.role, scale.order, scale.why) == ("likert", ("b", "a"), telling.CHOSEN)
    assert (
        draft.with_role(draft.with_role(PLAN, [3], "likert"), [3], "numeric").roles[3].order == ()
    )


def test_a_column_called_private_stays_out() -> None:
    private = draft.with_role(PLAN, [3], "pii")
    assert draft.private(private) == [2, 3]
    assert draft.hidden(private, 3)


def test_what_was_told_outlives_a_new_look() -> None:
    mine = draft.with_use(draft.with_role(PLAN, [3], "ordinal"), [2], "pseudonymise")
    choices = Choices()
    choices.remember(mine)
    kept = choices.applied(replace(PLAN, encoding="cp1252"))
    assert kept.roles[3].role == "ordinal"
    assert kept.use(2) == "pseudonymise"
    assert kept.encoding == "cp1252"


def test_what_was_told_follows_its_heading_and_waits_while_it_is_gone() -> None:
    choices = Choices()
    choices.remember(draft.with_use(PLAN, [2], "keep", "agreed"))
    one = replace(PLAN, columns_count=1, roles={1: Role("free_text", label="Code;E-mail;Q1")})
    assert choices.applied(one).columns == {}
    moved = replace(PLAN, roles={1: PLAN.roles[2], 2: PLAN.roles[1], 3: PLAN.roles[3]})
    assert choices.applied(moved).columns == {1: Column("keep", "agreed")}
    assert choices.applied(PLAN).use(2) == "keep"


def test_the_heading_ends_in_a_row_and_takes_full_rows_above_along() -> None:
    head = [["Report", "", ""], ["Q1", "Q2", "Q3"], ["How?", "Why?", "When?"], ["a", "b", "c"]]
    titled = replace(PLAN, header_rows=(1,), label_row=1, first_data_row=2)
    told = draft.headings_end_here(titled, 3, head)
    assert (told.header_rows, told.label_row, told.first_data_row) == ((2, 3), 3, 4)
    assert draft.headings_end_here(told, 2, head).header_rows == (2,)


def test_rows_passed_over_can_be_taken_in_again() -> None:
    less = draft.skipping(PLAN, [5, 6], skip=True)
    assert draft.rows(less).to_import == 12
    assert draft.rows(draft.skipping(less, [5, 10], skip=False)).to_import == 14
    more = draft.taking_in(PLAN, [9])
    assert (more.ignore_rows, more.data_rows, draft.Kinds(more).of(9)) == ((), 16, draft.DATA)


def test_a_told_plan_survives_its_json() -> None:
    mine = draft.with_use(draft.headings_end(PLAN, 2), [2], "keep", "agreed")
    assert from_json(to_json(mine)) == mine
    assert mine.header_rows == (2,)
    assert mine.first_data_row == 3


def test_rows_that_are_records_are_not_called_people() -> None:
    assert are_people(PLAN)
    assert not are_people(replace(PLAN, roles={1: Role("record_id")}))
    twice = Role("respondent_id", filled=10, distinct=7)
    assert not are_people(replace(PLAN, roles={1: twice}))
    summary = replace(PLAN, problems=(Problem("crosstab", "This looks like a summary."),))
    assert not are_people(summary)
    assert "15 rows" in sentence(summary)
