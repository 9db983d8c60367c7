# SPDX-License-Identifier: MIT
"""Choices that drifted in spelling: which are one answer for sure, which may be, which are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.core.research import Question
from persona_studio.evidence.reading import Reader, fold
from persona_studio.evidence.spelling import drift, is_numbered, plain_key

AGES = ["18-24", "25-34", "35+"]


@pytest.mark.parametrize(
    ("known", "new", "merged"),
    [
        (AGES, ["18\u201324", "25 - 34"], {"18\u201324": "18-24", "25 - 34": "25-34"}),
        (["In store", "By phone"], ["in-store.", "BY\u00a0PHONE"], {"in-store.": "In store"}),
        (["In store"], ["Instore."], {"Instore.": "In store"}),
        (["Café", "Tee"], ["Cafe", "Tee"], {"Cafe": "Café"}),
        (["Don't know"], ["Don\u2019t know"], {"Don\u2019t know": "Don't know"}),
        (
            ["1. Email", "2. Phone", "3. Shop"],
            ["1. Phone", "2. Email", "3. Shop", "4. App"],
            {"1. Phone": "2. Phone", "2. Email": "1. Email"},
        ),
        (
            ["Email", "Phone"],
            ["1) Email", "2) Phone"],
            {"1) Email": "Email", "2) Phone": "Phone"},
        ),
        (
            ["1 - disagree", "2 - neither", "3 - agree"],
            ["1 - agree", "2 - neither", "3 - disagree"],
            {"1 - agree": "3 - agree", "3 - disagree": "1 - disagree"},
        ),
    ],
)
def test_one_answer_in_another_spelling_is_merged(
    known: list[str], new: list[str], merged: dict[str, str]
) -> None:
    assert drift(known, new).merged == merged


@pytest.mark.parametrize(
    ("known", "new"),
    [
        (["1. Quartal", "2. Quartal"], ["3. Quartal", "4. Quartal"]),
        (["Mutter", "Mütter"], ["Mutter", "Mütter", "MUTTER"]),
        (["Mutter"], ["Mutter", "Mütter"]),
        (["1", "2", "3"], ["4", "5"]),
        (["18-24"], ["25-34"]),
        (["Satisfied"], ["Dissatisfied"]),
        (["-5"], ["5"]),
    ],
)
def test_what_may_be_two_answers_is_left_alone(known: list[str], new: list[str]) -> None:
    assert not drift(known, new).merged


def test_other_words_with_the_same_numbers_are_only_offered() -> None:
    found = drift([*AGES, "No answer"], ["18 to 24 years", "25-34", "36+", "Prefer not to say"])
    assert not found.merged
    assert found.likely == {"18 to 24 years": "18-24"}
    assert found.fresh == ("36+", "Prefer not to say")
    assert found.gone == ("18-24", "35+", "No answer")


def test_numbers_that_tell_choices_apart_are_no_counting() -> None:
    assert is_numbered(["1. Email", "2. Phone"])
    assert not is_numbered(["1. Quartal", "2. Quartal"])
    assert not is_numbered(["Email", "Phone"])


LETTERS = "aAbéE\u0301 -\u2013\u2019'.1234)ß中ก\u0e31"
TEXT = st.text(st.sampled_from(LETTERS), min_size=1, max_size=8)


@given(st.lists(TEXT, max_size=6), st.lists(TEXT, max_size=6))
def test_merging_never_joins_two_choices_of_one_wave_unless_they_are_plainly_one(
    known: list[str], new: list[str]
) -> None:
    found = drift(known, new)
    targets = set(known)
    assert set(found.merged.values()) | set(found.likely.values()) <= targets
    read = Reader(Question("q", "w", merged=dict(found.merged)))
    for side in (known, new):
        for one in side:
            for other in side:
                if read.choice(one) == read.choice(other) and fold(one) != fold(other):
                    assert plain_key(one) == plain_key(other)
    for text in known:
        assert text not in found.merged or fold(text) == fold(found.merged[text])


@given(st.lists(TEXT, max_size=6), st.lists(TEXT, max_size=6))
def test_every_new_choice_is_known_merged_offered_or_fresh(
    known: list[str], new: list[str]
) -> None:
    found = drift(known, new)
    told = [*map(fold, known), *map(fold, [*found.merged, *found.likely, *found.fresh])]
    assert {fold(text) for text in new} <= set(told)
