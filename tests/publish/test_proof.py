# SPDX-License-Identifier: MIT
"""Any persona on any page: nothing cut, covered or lost, whatever a client typed."""

from dataclasses import replace

import pytest

from persona_studio.publish.drawn import Scale
from persona_studio.publish.request import Request
from persona_studio.publish.sheet import Line, Part, Said
from persona_studio.publish.templates import TEMPLATES, template_of
from tests.publish.generated import comparison, golden, persona
from tests.publish.people import USUAL
from tests.publish.proof import troubles

ALL = 1_000
OFFICE = ("A4", "Letter")
SLICE = (10, 18)
DISTANCES = (0.4, 5.0, 1.5, 10.0)
# Once found by the long run: letters that reach far, a sheet's number that took another line,
# what says how many lines are left under a line of another section.
FOUND = (
    ("wall_poster", 503, "A4"),
    ("fact_sheet", 903, "Letter"),
    ("pocket_cards", 28, "A4"),
    ("pocket_cards", 47, "Letter"),
)
FINISHES = (
    {"print_shop": True},
    {"landscape": True},
    {"side": "rtl"},
    {"side": "ltr", "landscape": True, "print_shop": True},
)


def request(seed: int, template: str, paper: str) -> Request:
    """Return the order of a page for a persona, and for those after it where it shows several."""
    kind = template_of(template)
    count = 1 + seed % 5 if kind.together else 1
    count = max(2, count) if kind.compares else count
    sheets = tuple(persona(seed + n) for n in range(count))
    if kind.compares:
        return Request(sheets, template, paper, comparison=comparison(seed, count))
    if template in ("golden_questions", "pocket_cards"):
        rule = golden(seed, tuple(sheet.name for sheet in sheets))
        sheets = tuple(replace(s, golden=rule, column=n) for n, s in enumerate(sheets))
    return Request(sheets, template, paper)


def papers(template: str) -> tuple[str, str]:
    """Return the two sizes a template is proved on: office paper where it is made for it."""
    made_for = template_of(template).papers
    return OFFICE if OFFICE[0] in made_for else ("A3", "Tabloid")


def finished(seed: int, template: str) -> Request:
    """Return an order for a print shop, the other way round or mirrored, where there is one."""
    way = FINISHES[seed % len(FINISHES)]
    if not template_of(template).turns:
        way = {key: value for key, value in way.items() if key != "landscape"}
    return replace(request(seed, template, papers(template)[seed // 4 % 2]), **way)


def afar(seed: int, template: str) -> Request:
    """Return an order to be read from much nearer or farther than usual, mirrored."""
    wanted = request(seed, template, papers(template)[seed % 2])
    return replace(wanted, distance=DISTANCES[seed // 10 % len(DISTANCES)], side="rtl")


@pytest.mark.parametrize("template", [template.id for template in TEMPLATES])
def test_any_persona_is_whole_on_any_page(template):
    for seed in SLICE:
        assert not troubles(request(seed, template, papers(template)[seed // 2 % 2])), seed
    assert not troubles(finished(SLICE[0], template))


@pytest.mark.parametrize(
    ("template", "seed"),
    [
        *((template.id, SLICE[0]) for template in TEMPLATES),
        ("fact_sheet", 30),
        ("golden_questions", 860),
    ],
)
def test_any_persona_is_whole_however_far_away_it_is_read(template, seed):
    """The titles of the second fact sheet's table take two lines each."""
    assert not troubles(afar(seed, template))


@pytest.mark.parametrize(("template", "seed", "paper"), FOUND)
def test_what_was_once_found_stays_mended(template, seed, paper):
    assert not troubles(request(seed, template, paper))


@pytest.mark.parametrize("template", ["wall_poster", "fact_sheet"])
def test_names_of_any_length_flow(template):
    title, lead, source, pole, said = (
        f"{n} is a name nobody reads to its end " * 70 for n in "TLSPQ"
    )
    scale = Scale("Often", ("a", "b"), (pole, "high"), (), (), 0.5)
    line = Line("Said by many", "half", f"118 of 140 · {source}", figure=scale)
    parts = (Part(title, (line,), "own"), Part("Goals", (Line("Short", lead=lead),), "goals"))
    sheet = replace(USUAL, parts=parts, quote=Said("Short", said, "half"))
    assert not troubles(Request((sheet,), template, "A4"))


def test_any_persona_is_whole_over_several_sheets():
    assert not troubles(replace(request(SLICE[0], "wall_poster", "A3"), tile="A4"))


@pytest.mark.soak
@pytest.mark.parametrize("template", [template.id for template in TEMPLATES])
@pytest.mark.parametrize("block", range(0, ALL, 50))
def test_a_thousand_personas_are_whole(block, template):
    for seed in range(block, block + 50):
        for paper in papers(template):
            assert not troubles(request(seed, template, paper)), (seed, paper)
        if seed % 10 == 0:
            assert not troubles(finished(seed // 10, template)), seed
            assert not troubles(afar(seed, template)), seed


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(0, 100, 5))
def test_a_sample_is_whole_over_several_sheets(seed):
    for template, paper in (("wall_poster", "A2"), ("canvas", "A3"), ("line_up", "A3")):
        assert not troubles(replace(request(seed, template, paper), tile="A4", fewer=seed % 2 == 0))


def test_a_letter_that_shares_its_shape_with_another_takes_none_after_it_away():
    sheet = replace(persona(1), name="so\u00adft", tagline="", parts=())
    assert not troubles(Request((sheet,), "canvas", "A4", side="rtl"))
