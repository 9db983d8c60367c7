# SPDX-License-Identifier: MIT
"""Cells are read as people write them: any case and spaces, decimal commas, commas in options."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.evidence.reading import (
    Reader,
    decimal_mark,
    fold,
    number,
    numbers,
    value_number,
)
from tests.evidence.survey import question


def test_case_spaces_and_spelling_of_accents_do_not_matter() -> None:
    assert fold("  Caf\u00e9  AU lait ") == fold("cafe\u0301 au\u00a0LAIT")


@pytest.mark.parametrize("text", ["6.0", " 6,00", "6"])
def test_a_whole_number_is_one_answer_however_a_tool_writes_it(text: str) -> None:
    asked = Reader(question("q", role="ordinal", order=("5", "6", "7")))
    assert asked.steps[asked.choice(text)] == 1
    assert fold("6.000") != fold("6") != fold("6.5")


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("12", ".", 12),
        ("-3.5", ".", -3.5),
        ("12,5", ",", 12.5),
        ("1.234", ",", 1234),
        ("1.234", ".", 1.234),
        ("1,234", ".", 1234),
        ("1.234,50", ".", 1234.5),
        ("1,234,567", ".", 1234567),
        ("€ 1 200,00", ",", 1200),
        ("45 %", ".", 45),
        ("1'000", ".", 1000),
        ("\u22125", ".", -5),
        ("1e3", ".", 1000),
    ],
)
def test_numbers_are_read(text: str, decimal: str, value: float) -> None:
    assert number(text, decimal) == value


@pytest.mark.parametrize(
    "text",
    ["", "n/a", "12-15", "nan", "inf", "1_000", "twelve", ".", "3 apples", "1e999", "-1e999"],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert number(text) is None


def test_a_value_too_large_to_reckon_with_is_no_number() -> None:
    assert value_number(10**400) is None
    assert numbers(["9" * 400, "7"]) == [None, 7.0]


def test_a_column_tells_its_own_decimal_mark() -> None:
    assert decimal_mark(["1.234", "12,5", ""]) == ","
    assert decimal_mark(["1,234", "12.5", "7,000.25"]) == "."
    assert decimal_mark(["1.234.567"]) == ","
    assert numbers(["", "1.250", "3,75"]) == [None, 1250.0, 3.75]


@given(st.text(max_size=12))
def test_reading_a_number_never_fails(text: str) -> None:
    for decimal in ".,":
        assert number(text, decimal) is None or isinstance(number(text, decimal), float)
    numbers([text, text + ","])


def test_an_option_may_contain_the_separator() -> None:
    read = Reader(
        question("c", 0, "multi_select", separator=",", options=("Phone, landline", "Mail", "Fax"))
    )
    assert read.ticks("Mail, Phone, landline") == {"mail", "phone, landline"}
    assert read.ticks("phone,  LANDLINE") == {"phone, landline"}
    assert read.ticks("Fax,Other, new") == {"fax", "other", "new"}
    assert read.ticks("") == set()


def test_spellings_merged_by_the_user_are_one_choice() -> None:
    read = Reader(question("c", 0, "multi_select", separator=";", merged={"E-Mail": "Email"}))
    assert read.ticks("e-mail;Phone") == {"email", "phone"}
    assert read.choice(" E-MAIL ") == "email"
