# SPDX-License-Identifier: MIT
"""Bars and scales are drawn from counts, mirrored where the page is, and told to who hears it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona_studio.publish.drawn import Bar, Scale
from persona_studio.publish.export import Request, export
from persona_studio.publish.sheet import Line, Part
from tests.publish.people import GOALS, PAINS, USUAL
from tests.publish.reading import lost
from tests.publish.tags import faults, tree

SCALE = Scale(
    "How often do you order?",
    ("Never", "Weekly", "Daily"),
    ("Never, or hardly ever in a month", "Daily"),
    (2, 6, 12),
    (30, 20, 10),
    0.8,
)
TEXTS = st.lists(
    st.sampled_from(["order", "basket", "delivery", "evening"]), min_size=1, max_size=30
)


def made(figure, **how):
    part = Part("Goals", (Line("Orders often", "filled", "20 people", figure=figure),), "goals")
    return export(Request((replace(USUAL, parts=(part, PAINS)),), **how))


def blocks(page):
    """Return the fills of a page between band and foot."""
    return [box for box in page if box.kind == "block" and box.x > 1]


def test_a_bar_is_as_long_as_its_share_and_a_tick_shows_everyone():
    page = made(Bar((30, 40), (10, 40))).placed[0]
    ground, bar = blocks(page)
    assert bar.width / ground.width == pytest.approx(0.75)
    (tick, *_) = [box for box in page if box.kind == "line"]
    assert (tick.x - ground.x) / ground.width == pytest.approx(0.25)


def test_the_foot_says_what_the_tick_and_the_pale_steps_stand_for():
    for figure, told in ((Bar((1, 4), (1, 2)), True), (SCALE, True), (Bar((1, 4)), False)):
        (page,) = made(figure).placed
        assert ("everyone" in [box.text for box in page]) is told
    table = made(SCALE, template="evidence_sheet").placed[-1]
    assert "everyone" not in [box.text for box in table], "no scale is drawn there"


def test_a_bar_grows_from_the_side_where_reading_starts():
    page = made(Bar((30, 40), (10, 40)), side="rtl").placed[0]
    ground, bar = blocks(page)
    assert bar.x + bar.width == pytest.approx(ground.x + ground.width)
    (tick, *_) = [box for box in page if box.kind == "line"]
    assert (tick.x - ground.x) / ground.width == pytest.approx(0.75)


@pytest.mark.parametrize("side", ["ltr", "rtl"])
def test_steps_are_as_high_as_their_people(side):
    exported = made(SCALE, side=side)
    fills = blocks(exported.placed[0])
    everyone, mine = fills[0::2], fills[1::2]
    assert [box.height / mine[2].height for box in mine] == pytest.approx([2 / 12, 6 / 12, 1])
    assert [box.height / mine[2].height for box in everyone] == pytest.approx(
        [0.5 / 0.6, (1 / 3) / 0.6, (1 / 6) / 0.6]
    )
    assert (mine[0].x < mine[2].x) is (side == "ltr")
    assert not lost(" ".join(SCALE.poles), exported)


def test_a_scale_is_told_in_words():
    pdf = made(SCALE).pdf
    assert not faults(pdf)
    (figure,) = [each for each in tree(pdf).all() if each.kind == "Figure"]
    assert figure.alt.startswith("How often do you order?: Never: 2, Weekly: 6, Daily: 12")
    assert "80 %" in figure.alt


@pytest.mark.parametrize("landscape", [False, True])
@settings(max_examples=8)
@given(st.lists(st.lists(TEXTS, max_size=8), min_size=2, max_size=8), st.booleans())
def test_columns_end_together_whatever_there_is_to_tell(landscape, sections, drawn):
    ids = ("goals", "pains", "channels", "values", "context", "dos", "donts", "buying")
    figures = (Bar((30, 40)), SCALE) if drawn else (None,)
    parts = tuple(
        Part(
            key.capitalize(),
            tuple(
                Line(" ".join(words), "filled", "9 people", figure=figures[n % len(figures)])
                for n, words in enumerate(lines)
            ),
            key,
        )
        for key, lines in zip(ids, sections, strict=False)
    )
    found = export(Request((replace(USUAL, parts=parts),), landscape=landscape))
    assert found.reports[0].balance <= 0.08


def test_one_long_section_beside_a_short_one_goes_across():
    many = replace(PAINS, lines=PAINS.lines * 3)
    one = replace(GOALS, lines=GOALS.lines[:1])
    page = export(Request((replace(USUAL, parts=(one, many)),))).placed[0]
    titles = [box for box in page if box.kind == "text" and box.text in ("Goals", "Pains")]
    assert titles[0].x == titles[1].x
    assert titles[0].width > 500


def test_a_claim_that_runs_over_sheets_keeps_its_picture():
    long = Line("Orders twice a day and " * 400, "half", "end of it", figure=SCALE)
    sheet = replace(USUAL, parts=(replace(GOALS, lines=(long,)),))
    assert not lost(" ".join(SCALE.poles) + "end of it", export(Request((sheet,))))
