# SPDX-License-Identifier: MIT
"""What a file is read aloud in: the language that was chosen, else the one its letters tell."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from persona_studio.publish import language
from persona_studio.publish.export import Request, export
from persona_studio.publish.sheet import Line, Part
from tests.publish.people import EMPTY
from tests.publish.tags import languages
from tests.publish.test_tagged import checked

GREEK = replace(
    EMPTY,
    name="Ελένη Δήμου",
    parts=(
        Part(
            "Goals",
            (
                Line("Παραγγέλνει δύο φορές την ημέρα", "half", "118 of 140"),
                Line("הלקוח מזמין"),
            ),
            "goals",
        ),
    ),
)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Größe", "en"),
        ("Πελάτης με 3 shops", "el"),
        ("Покупатель", "ru"),
        ("Їжак", "uk"),
        ("العميل", "ar"),
        ("سلام پدر", "fa"),
        ("東京のお客様", "ja"),
        ("客户订单", "zh"),
        ("12 %", "en"),
    ],
)
def test_letters_tell_a_language_or_english_is_taken(text, tag):
    assert language.proposed([text]) == tag


def test_letters_that_a_language_has_too_are_its_own():
    assert language.within("東京", "ja-JP") == ""
    assert language.within("Српски ћ", "sr") == ""
    assert language.within("Српски ћ", "sr-Latn") == "sr"
    assert language.within("12 %", "he") == ""


def test_a_file_says_its_language_and_that_of_what_is_of_other_letters():
    pdf = export(Request((GREEK,), paper="A4")).pdf
    with pikepdf.open(BytesIO(pdf)) as file:
        assert file.Root.Lang == "el"
        with file.open_metadata() as said:
            assert said["dc:language"] == {"el"}
    told = languages(pdf)
    assert told["H1"] == {""}  # the name
    assert told["H2"] == {"en"}  # the studio's own words
    assert told["P"] >= {"", "en", "he"}
    assert not checked(pdf)


def test_what_was_chosen_is_said_whatever_the_letters_tell():
    pdf = export(Request((replace(EMPTY, name="Größe"),), paper="A4", language="de")).pdf
    with pikepdf.open(BytesIO(pdf)) as file:
        assert file.Root.Lang == "de"
    assert languages(pdf)["H2"] == {""}
