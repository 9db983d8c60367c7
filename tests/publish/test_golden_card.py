# SPDX-License-Identifier: MIT
"""Golden questions on paper: the back of a pocket card, and a sheet to add up points by hand."""

from dataclasses import replace

import pytest

from persona_studio.core.errors import StudioError
from persona_studio.publish import preflight, preview
from persona_studio.publish.export import Request, export
from persona_studio.publish.golden import Asked, Golden
from persona_studio.publish.theme import MM, PAPERS
from tests.publish.people import ASKED, EMPTY, RULE, SCRIPTS, USUAL
from tests.publish.reading import lost
from tests.publish.tags import faults

LINA = replace(USUAL, golden=RULE, column=0)


def page(made, number=0):
    return " ".join(preview.page_text(made.pdf, number).split())


def test_the_sheet_holds_questions_points_sums_and_the_true_rate():
    made = export(Request((LINA, replace(LINA, name="Host Ruth", column=1)), "golden_questions"))
    assert made.pages == 1, "one rule is printed once, whoever of its groups is asked for"
    said = page(made)
    for asked in ASKED:
        assert asked.label in said
    assert "Right for 108 of 119 people it had not seen (91 %, could be 84 to 95 %)." in said
    assert "largest group would be right for 45 %" in said
    assert "Lina Haddad, 52 of 54 recognised" in said
    assert "Bean Tomas, " not in said
    texts = [box.text for box in made.placed[0] if box.kind == "text"]
    assert sum(text.isdigit() for text in texts) == 3 * (1 + 5 * 4)
    assert texts.count("___") == 3


def test_the_back_of_a_pocket_card_recognises_its_persona_and_stays_on_the_card():
    made = export(Request((LINA, USUAL), "pocket_cards"))
    back = page(made, 1)
    assert "Who is on the phone?" in back
    assert ASKED[4].label in back
    assert "the highest sum tells who it is" in back
    assert back.count("Ask of every idea") == 2, "without golden questions, on both copies"
    assert not faults(made.pdf)
    half = PAPERS["A4"].height / 2
    for box in made.placed[1]:
        if box.kind == "text":
            assert box.y % half >= 7.9 * MM
            assert box.y % half + box.height <= half - 7.9 * MM


def test_a_rule_too_long_for_a_card_is_told_and_stands_whole_on_sheets():
    long = tuple(
        replace(a, label=a.label * 6, answers=tuple(x * 12 for x in a.answers)) for a in ASKED
    )
    sheet = replace(LINA, golden=replace(RULE, questions=long))
    made = export(Request((sheet,), "pocket_cards"))
    assert "Ask of every idea" in page(made, 1)
    assert any("no room on the back" in note.text for note in preflight.notes(made))
    whole = export(Request((sheet,), "golden_questions"))
    assert whole.pages > 1
    assert whole.reports[0].body >= whole.reports[0].floor, "sheets are added before type is small"
    assert not any(lost(text, whole) for asked in long for text in (asked.label, *asked.answers))
    assert "A B C" in page(whole, 1), "the letters lead again where the points go on"


def test_a_long_rule_read_from_across_the_room_goes_on_over_sheets():
    many = replace(LINA, golden=replace(RULE, questions=ASKED * 3))
    made = export(Request((many,), "golden_questions", distance=5, side="rtl"))
    assert made.pages > 1
    assert sum(page(made, number).count("under 9") for number in range(made.pages)) == 15
    assert "Sheet 2 of" in page(made, 1)
    assert any("too small for 5 m" in note.text for note in preflight.notes(made))


def test_personas_without_golden_questions_are_led_to_patterns():
    with pytest.raises(StudioError, match="No golden questions are known"):
        export(Request((USUAL, EMPTY), "golden_questions"))


@pytest.mark.parametrize("text", SCRIPTS)
def test_every_script_is_asked_in(text):
    asked = (Asked(text, (text, "x"), ((1, 0), (0, 1))),)
    rule = Golden((text, "B"), asked, (0, 0), (8, 10), (50, 90), (5, 10), (None, None))
    sheet = replace(USUAL, name=text, tagline="", parts=(), golden=rule)
    for template, number in (("golden_questions", 0), ("pocket_cards", 1)):
        made = export(Request((sheet,), template))
        assert not lost(text, made)
        assert not made.missing
        assert page(made, number)
