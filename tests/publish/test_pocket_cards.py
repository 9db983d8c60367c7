# SPDX-License-Identifier: MIT
"""Pocket cards: four personas on a sheet, both sides, nothing of one card on another."""

from dataclasses import replace
from math import ceil

import pytest

from persona_studio.publish import preflight, preview
from persona_studio.publish.export import Request, export
from persona_studio.publish.sheet import Line, Part
from persona_studio.publish.theme import MM, PAPERS, turned
from tests.publish.people import EMPTY, GOALS, SCRIPTS, USUAL, overfull
from tests.publish.reading import fonts_of, lost
from tests.publish.tags import tree

DOS = Part("What to do", (Line("Show the delivery window first"), Line("Call before noon")), "dos")
DONTS = Part("What not to do", (Line("No pop-ups"),), "donts")
LINA = replace(USUAL, parts=(*USUAL.parts[:-1], DOS, DONTS))
FIVE = (LINA, EMPTY, overfull(), replace(LINA, colour="plum", name="Ann Lee"), LINA)


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_fronts_and_backs_stay_on_their_own_card(paper, landscape):
    made = export(Request(FIVE, "pocket_cards", paper, landscape=landscape))
    assert made.pages == 2 * ceil(len(FIVE) / 4)
    assert not made.missing
    size = turned(PAPERS[paper], landscape=landscape)
    for page in made.placed:
        for box in (box for box in page if box.kind in ("text", "block", "disc")):
            for start, length, whole in (
                (box.x, box.width, size.width),
                (box.y, box.height, size.height),
            ):
                on = start % (whole / 2)
                assert on >= 7.9 * MM, box
                assert on + length <= whole / 2 - 7.9 * MM, box


def test_a_card_tells_goals_pains_and_what_to_do():
    made = export(Request((LINA,), "pocket_cards"))
    said = [line.text for part in LINA.parts for line in part.lines[:2] if part.id in SHOWN]
    assert not lost(" ".join([LINA.name, LINA.tagline, LINA.role, *said]), made)
    front, back = (" ".join(preview.page_text(made.pdf, page).split()) for page in (0, 1))
    assert "Would Lina Haddad see, understand and believe this?" in back
    assert LINA.quote.text in front + back
    assert not any("no room" in caution for caution in made.reports[0].cautions)


SHOWN = ("goals", "pains", "dos", "donts")


@pytest.mark.parametrize("landscape", [False, True])
def test_backs_meet_their_fronts_when_the_sheet_is_turned_over_its_long_edge(landscape):
    people = tuple(replace(LINA, name=name) for name in ("Ann Lee", "Bo", "Cy", "Di"))
    made = export(Request(people, "pocket_cards", landscape=landscape))
    size = turned(PAPERS["A4"], landscape=landscape)

    def on(text, page):
        (box,) = [box for box in made.placed[page] if box.text == text]
        return box.x > size.width / 2, box.y > size.height / 2

    for person in people:
        column, row = on(person.name, 0)
        behind = (column, not row) if landscape else (not column, row)
        assert on(f"What did {person.name} come for?", 1) == behind


@pytest.mark.parametrize(("count", "copies"), [(1, 4), (2, 2), (3, 1)])
def test_the_cards_of_few_personas_fill_the_sheet_and_are_heard_once(count, copies):
    people = tuple(replace(LINA, name=name) for name in ("Ann Lee", "Bo", "Cy"))[:count]
    made = export(Request(people, "pocket_cards"))
    assert made.pages == 2
    assert [box.text for box in made.placed[0]].count("Ann Lee") == copies
    assert sum(element.kind == "H1" for element in tree(made.pdf).all()) == count


def test_what_is_left_of_a_sheet_is_for_a_pen():
    made = export(Request((LINA, *FIVE[3:]), "pocket_cards"))
    front, back = (" ".join(preview.page_text(made.pdf, page).split()) for page in (0, 1))
    assert "Who is missing?" in front
    assert "What did this persona come for?" in back
    assert sum(box.kind == "rule" for box in made.placed[0]) > 6
    assert "Who is missing?" not in preview.page_text(
        export(Request(FIVE[:4], "pocket_cards")).pdf, 0
    )


def test_room_in_front_goes_to_the_quote_and_then_to_other_sections():
    few = replace(LINA, parts=(replace(GOALS, lines=GOALS.lines[:1]), *USUAL.parts[2:]))
    front = " ".join(preview.page_text(export(Request((few,), "pocket_cards")).pdf, 0).split())
    assert LINA.quote.text in front
    assert USUAL.parts[2].lines[0].text in front
    full = export(Request((LINA,), "pocket_cards"))
    assert USUAL.parts[2].lines[0].text not in preview.page_text(full.pdf, 0)


def test_what_has_no_room_is_counted_on_the_card_and_told_before_saving():
    made = export(Request((overfull(),), "pocket_cards"))
    text = preview.page_text(made.pdf, 0)
    assert "more on the fact sheet" in text
    told = [note.text for note in preflight.notes(made)]
    assert any("no room on the card" in text for text in told)
    assert any("shortened on the card" in text for text in told)


def test_the_same_bytes_come_twice_and_marks_show_where_to_cut():
    request = Request(FIVE, "pocket_cards")
    made = export(request)
    assert made.pdf == export(request).pdf
    assert all(fonts_of(made).values())
    for page in made.placed:
        marks = [box for box in page if box.kind == "line"]
        assert sum(box.width == 0 and abs(box.x - 105 * MM) < 0.1 for box in marks) == 3
        assert sum(box.height == 0 and abs(box.y - 148.5 * MM) < 0.1 for box in marks) == 3


@pytest.mark.parametrize("text", SCRIPTS)
def test_every_script_is_set_on_a_card(text):
    sheet = replace(USUAL, name=text, tagline="", parts=(replace(GOALS, lines=(Line(text),)),))
    made = export(Request((sheet,), "pocket_cards"))
    assert not lost(text, made)
    assert not made.missing
