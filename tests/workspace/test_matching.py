# SPDX-License-Identifier: MIT
"""Which column is which question: order never counts, and what is unsure is left to the user."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.workspace.matching import CHOSEN, RENAMED, SAME, chosen, fit
from persona_studio.workspace.naming import Asked
from tests.workspace.made_up_waves import told

AGES, AGREE = ("18-24", "25-34", "35+"), ("Disagree", "Neither", "Agree")
WAYS, YES = ("App", "Shop", "Phone", "Letter"), ("Yes", "No")


def asked(key: str, label: str, role: str = "single_choice", *choices: str, **more: str) -> Asked:
    return Asked(key, label, role=role, choices=choices, **more)


def pairs(known: list[Asked], new: list[Asked]) -> dict[str, tuple[str, str]]:
    return {p.column: (p.variable, p.kind) for p in fit(known, new).pairs}


NAMES = st.lists(
    st.sampled_from(["age", "way", "price", "wish", "café", "Größe", "価格"]), unique=True
)


@given(NAMES, st.randoms())
def test_the_same_columns_in_any_order_are_the_same_questions(
    names: list[str], rng: object
) -> None:
    known = [asked(f"v-{name}", name) for name in names]
    new = [asked(str(i), f" {name.upper()} ?") for i, name in enumerate(names)]
    rng.shuffle(new)  # type: ignore[attr-defined]
    found = fit(known, new)
    assert {p.variable: p.kind for p in found.pairs} == {each.key: SAME for each in known}
    assert all(p.same for p in found.pairs)
    assert not found.new
    assert not found.gone


@given(NAMES, NAMES, st.randoms())
def test_no_column_and_no_question_is_used_twice(
    before: list[str], after: list[str], rng: object
) -> None:
    texts = [rng.choice(["", "How often?", "What?"]) for _ in range(40)]  # type: ignore[attr-defined]
    known = [asked(f"v{i}", n, text=texts[i]) for i, n in enumerate([*before, *before])]
    new = [asked(str(i), n, text=texts[-1 - i]) for i, n in enumerate([*after, "age", "more age"])]
    found = fit(known, new)
    columns = [p.column for p in found.pairs]
    variables = [p.variable for p in found.pairs]
    assert len({*columns}) == len(columns)
    assert len({*variables}) == len(variables)
    assert {*columns} | {*found.new} == {each.key for each in new}
    assert {*variables} | {*found.gone} == {each.key for each in known}
    assert {*(found.offers or {})} <= {*found.new}
    assert {*(found.offers or {}).values()} <= {*found.gone}


def test_a_name_in_more_words_with_the_same_answers_is_a_renamed_question() -> None:
    known = [asked("v1", "Satisfaction", "likert", *AGREE), asked("v2", "Comment", "free_text")]
    new = [
        asked("1", "Overall satisfaction", "likert", *AGREE),
        asked("2", "Comments", "free_text"),
        asked("3", "Country", "single_choice", "DE", "AT"),
    ]
    assert pairs(known, new) == {"1": ("v1", RENAMED), "2": ("v2", RENAMED)}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Would recommend", "Would not recommend"),
        ("Most important", "Least important"),
        ("Question 1", "Question 2"),
        ("Satisfaction", "Price"),
        ("Zufrieden", "Nicht zufrieden"),
    ],
)
def test_a_name_turned_round_is_never_paired_in_silence(before: str, after: str) -> None:
    known = [asked("v1", before, "likert", *AGREE)]
    assert not pairs(known, [asked("1", after, "likert", *AGREE)])


def test_two_that_a_column_may_be_are_left_to_the_user() -> None:
    known = [asked("v1", "Satisfaction", "likert", *AGREE)]
    new = [
        asked("1", "Staff satisfaction", "likert", *AGREE),
        asked("2", "Price satisfaction", "likert", *AGREE),
    ]
    found = fit(known, new)
    assert not found.pairs
    assert set((found.offers or {}).values()) == {"v1"}


def test_words_in_another_order_still_find_their_own_question() -> None:
    known = [
        asked("v1", "Satisfaction with the price", "likert", *AGREE),
        asked("v2", "Satisfaction with the service", "likert", *AGREE),
    ]
    new = [
        asked("1", "Service: satisfaction", "likert", *AGREE),
        asked("2", "Price: satisfaction", "likert", *AGREE),
    ]
    assert pairs(known, new) == {"1": ("v2", RENAMED), "2": ("v1", RENAMED)}


def test_the_tools_own_id_carries_a_reworded_question_but_not_another_one() -> None:
    known = [asked("v1", "Q1", "likert", *AGREE, text="How do you like our shop?", ident="QID4")]
    again = asked("1", "Q7", "likert", *AGREE, text="How much do you like our shop?", ident="QID4")
    assert pairs(known, [again]) == {"1": ("v1", RENAMED)}
    other = asked("1", "Q1", "free_text", text="Where do you live?", ident="QID4")
    assert not pairs(known, [other])


def test_the_words_of_a_question_go_before_its_number() -> None:
    known = [
        asked("v1", "Q1", text="How old are you?"),
        asked("v2", "Q2", text="Where do you live?"),
    ]
    new = [
        asked("1", "Q1", text="Where do you live?"),
        asked("2", "Q2", text="How old are you?"),
    ]
    assert pairs(known, new) == {"1": ("v2", SAME), "2": ("v1", SAME)}


def test_swapped_headings_are_told_and_not_compared() -> None:
    known = [asked("v1", "Age", "ordinal", *AGES), asked("v2", "Way", "single_choice", *WAYS)]
    new = [asked("1", "Age", "single_choice", *WAYS), asked("2", "Way", "ordinal", *AGES)]
    found = fit(known, new)
    assert {p.column: p.variable for p in found.pairs} == {"1": "v1", "2": "v2"}
    assert not any(p.same for p in found.pairs)
    assert found.of["1"].doubt == "the answers look like those to “Way”"
    told = chosen(known, new, {"1": "v2", "2": "v1"})
    assert {p.column: (p.variable, p.kind, p.same) for p in told.pairs} == {
        "1": ("v2", CHOSEN, True),
        "2": ("v1", CHOSEN, True),
    }


@pytest.mark.parametrize(
    ("before", "after", "role"),
    [
        (("ordinal", AGES), ("single_choice", ("18-24", "40+")), "ordinal"),
        (("multi_select", WAYS), ("single_choice", ("App", "Shop")), "multi_select"),
        (("free_text", ()), ("single_choice", ("n/a",)), "free_text"),
        (("nps", ()), ("numeric", ()), "nps"),
        (("likert", ("1", "2", "3")), ("numeric", ()), "likert"),
        (("single_choice", ("DE",)), ("ignore", ()), "ignore"),
        (("likert", AGREE), ("numeric", ()), None),
        (("likert", AGREE), ("likert", ("Never", "Often", "Always")), None),
        (("single_choice", WAYS), ("multi_select", WAYS), None),
    ],
)
def test_a_question_of_another_kind_is_not_compared(
    before: tuple[str, tuple[str, ...]], after: tuple[str, tuple[str, ...]], role: str | None
) -> None:
    known = [asked("v1", "Rating", before[0], *before[1])]
    (pair,) = fit(known, [asked("1", "rating", after[0], *after[1])]).pairs
    assert (pair.same, pair.role) == (role is not None, role or after[0])


def test_what_the_user_pairs_goes_before_everything() -> None:
    known = [asked("v1", "Age"), asked("v2", "Way")]
    new = [asked("1", "Age"), asked("2", "Way")]
    found = chosen(known, new, {"1": "", "2": "v1"})
    assert {p.column: p.variable for p in found.pairs} == {"2": "v1"}
    assert found.new == ("1",)
    assert found.gone == ("v2",)


def test_columns_of_one_name_pair_in_order_when_they_are_as_many() -> None:
    known = [asked("v1", "Please say"), asked("v2", "Please say")]
    new = [asked("1", "Please say"), asked("2", "Please say")]
    assert pairs(known, new) == {"1": ("v1", SAME), "2": ("v2", SAME)}
    assert not pairs(known, [*new, replace(new[0], key="3")])


def test_in_made_up_waves_nothing_is_paired_with_another_question_in_silence() -> None:
    found = Counter(each for seed in range(150) for each in told(seed))
    assert not [each for each in found if each[1] == "wrong"]
    assert {what for how, what in found if how == "spelt"} == {"right"}
    assert {what for how, what in found if how == "swapped"} == {"not compared"}
    longer = {what: n for (how, what), n in found.items() if how == "longer"}
    assert longer["right"] >= 0.7 * sum(longer.values())
    assert longer["right"] + longer["offered"] == sum(longer.values())
