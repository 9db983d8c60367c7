# SPDX-License-Identifier: MIT
"""What a column is for, from its cells and its heading; in words nobody put into the rules."""

import pytest

from persona_studio.research.facts import facts_of
from persona_studio.research.headings import Heading, groups
from persona_studio.research.profile import Profile
from persona_studio.research.roles.deciding import decide
from persona_studio.research.roles.spread import gather

PEOPLE = 40


def role_of(cells, label="a heading", number=2):
    column = Profile(number, label)
    column.add(cells)
    column.close()
    return decide([column])[number]


def again(*texts, times=PEOPLE):
    return [texts[i % len(texts)] for i in range(times)]


@pytest.mark.parametrize(
    ("cells", "label", "role"),
    [
        (again("red", "green", "blue"), "Colour", "single_choice"),
        (again("TRUE", "FALSE"), "Member", "yes_no"),
        (again("Agree", "Disagree", "Strongly agree"), "I like it", "likert"),
        (again("18-24", "25-34", "65+"), "Age", "ordinal"),
        (again("Not at all clear", "Somewhat clear", "Very clear"), "Sign", "ordinal"),
        (again("1", "2", "3", "4", "5"), "Rate it", "ordinal"),
        (again("0", "3", "7", "9", "10"), "Would you recommend us?", "nps"),
        (again("12.5", "3.75", "8.20", "99"), "Spend", "numeric"),
        (again("1.234,50", "2,75", "17,00"), "Umsatz", "numeric"),
        (again("0:04:12", "1:10:00"), "Length", "duration"),
        (again("2024-03-01 10:00", "2024-04-01 09:30"), "Sent", "timestamp"),
        (again("01.03.2024", "15.04.2024"), "Tag", "date"),
        ([f"C{i:03}" for i in range(PEOPLE)], "Customer code", "respondent_id"),
        ([f"O{i:03}" for i in range(PEOPLE)], "Order number", "record_id"),
        ([f"I came for reason {i}, and left." for i in range(PEOPLE)], "Reason", "free_text"),
        ([""] * PEOPLE, "Spare", "ignore"),
        ([f"p{i}@example.org" for i in range(PEOPLE)], "x", "pii"),
        ([f"10.0.{i}.7" for i in range(PEOPLE)], "x", "pii"),
        ([f"+49 30 90182{i:03}" for i in range(PEOPLE)], "x", "pii"),
        ([f"Ann Berg{i}" for i in range(PEOPLE)], "Last name", "pii"),
        ([""] * PEOPLE, "Phone number", "pii"),
    ],
)
def test_the_role_of_a_column(cells, label, role):
    found = role_of(cells, label)
    assert found.role == role
    assert found.why
    assert 0 < found.sure <= 1


def test_whole_numbers_with_a_zero_behind_are_steps_that_fit_their_cells():
    cells = again(*(f"{n}.0" for n in (6, 8, 3, 2, 4, 7, 5, 1)))
    role = role_of(cells, "Education")
    assert role.order == ("1", "2", "3", "4", "5", "6", "7", "8")
    column = Profile(2, "Education")
    column.add(cells)
    facts = facts_of(column, role)
    assert facts.odd == ()
    assert facts.tops == tuple((step, 5) for step in role.order)


@pytest.mark.parametrize(
    "heading", ["Which dishes? Tick all. - {}", "Which dishes? Tick all. [{}]"]
)
def test_a_choice_over_columns_is_called_by_what_it_adds_to_its_question(heading):
    asked, dishes = "Which dishes? Tick all.", ("Corn", "Pie (sweet)")
    columns = []
    for number, dish in enumerate(dishes, start=1):
        column = Profile(number, heading.format(dish))
        column.add(again(dish, "", ""))
        column.close()
        columns.append(column)
    stems = groups([Heading(column.label) for column in columns])
    roles, _ = gather(decide(columns), columns, stems)
    assert [roles[n].label for n in (1, 2)] == list(dishes)
    assert [roles[n].text for n in (1, 2)] == [heading.format(dish) for dish in dishes]
    assert {role.group for role in roles.values()} == {asked}


@pytest.mark.parametrize("mark", [";", ", ", "|", "\n", "、"])
def test_several_choices_in_a_cell_and_their_separator(mark):
    sets = [["tea", "cake"], ["tea"], ["milk", "cake"], ["milk", "tea", "cake"], ["cake"]]
    found = role_of(again(*(mark.join(each) for each in sets)))
    assert found.role == "multi_select"
    assert found.separator == mark
    assert set(found.options) == {"tea", "cake", "milk"}


def test_a_choice_that_contains_the_separator_stays_whole():
    sets = ["tea", "tea, milk, with ice", "cake, milk, with ice", "cake, tea", "milk, with ice"]
    found = role_of(again(*sets))
    assert found.role == "multi_select"
    assert found.choices_containing_separator == ("milk, with ice",)
    assert set(found.options) == {"tea", "cake", "milk, with ice"}


@pytest.mark.parametrize(
    "steps",
    [
        ["Never", "Rarely", "Sometimes", "Often", "Always"],
        ["stimme gar nicht zu", "teils-teils", "stimme voll zu"],
        ["< 18", "18-29", "30-44", "> 60"],
        ["$0 - $24,999", "$25,000 - $49,999", "$150,000+"],
        ["Less than 1 year", "1-3 years", "More than 10 years"],
        ["Nicht wichtig", "Kaum wichtig", "Mäßig wichtig", "Wichtig", "Sehr wichtig"],
        ["1 - poor", "2 - fair", "3 - good"],
    ],
)
def test_scales_are_put_in_order_from_low_to_high(steps):
    found = role_of(again(*reversed(steps), "Prefer not to say"))
    assert list(found.order) == steps


def test_marks_for_no_answer_are_told_and_not_counted():
    found = role_of(again("red", "-", "blue", "N/A", "green"))
    assert found.role == "single_choice"
    assert set(found.missing) == {"-", "N/A"}
    assert found.distinct == 3


def test_day_and_month_are_told_by_one_late_date():
    cells = [f"0{i % 9 + 1}/0{i % 9 + 1}/2024" for i in range(3000)]
    assert role_of([*cells, "31/05/2024"]).date_order == "dmy"
    assert role_of([*cells, "05/31/2024"]).date_order == "mdy"


def test_only_one_column_names_the_respondent():
    columns = []
    for number, label in ((1, "id"), (2, "Respondent ID")):
        column = Profile(number, label)
        column.add([f"{label[0]}{i:03}" for i in range(PEOPLE)])
        column.close()
        columns.append(column)
    roles = [role.role for role in decide(columns).values()]
    assert roles.count("respondent_id") == 1


def test_a_choice_called_e_mail_is_no_address_and_one_nobody_ticked_was_offered():
    columns = []
    for number, label in enumerate(("Email", "Phone", "Post"), start=2):
        column = Profile(number, label)
        column.add(again(label, "") if label != "Post" else [""] * PEOPLE)
        column.close()
        columns.append(column)
    roles, gathered = gather(decide(columns), columns, {})
    assert [roles[number].role for number in (2, 3, 4)] == ["multi_select"] * 3
    assert gathered == ((2, 4),)
    assert role_of(again("ann@example.org", ""), "Email").role == "pii"


@pytest.mark.parametrize(
    "boxes",
    [
        ("Gewählt", "Nicht gewählt"),
        ("Sí", ""),
        ("Wybrano", "Nie wybrano"),
        ("已选择", "未选择"),
        ("선택", "선택 안 함"),
    ],
)
def test_ticks_of_a_choice_over_columns_are_known_in_other_languages(boxes):
    columns = []
    for number, choice in enumerate(("Corn", "Pie"), start=1):
        column = Profile(number, f"Which dishes? [{choice}]")
        column.add(again(*boxes))
        column.close()
        columns.append(column)
    stems = groups([Heading(column.label) for column in columns])
    roles, gathered = gather(decide(columns), columns, stems)
    assert gathered == ((1, 2),)
    assert [roles[number].role for number in (1, 2)] == ["multi_select"] * 2
    assert all(roles[number].options == boxes[:1] for number in (1, 2))
