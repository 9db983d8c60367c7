# SPDX-License-Identifier: MIT
"""The same page wide or upright, from either side, for the office printer and the print shop."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from persona_studio.core.errors import StudioError
from persona_studio.publish import preview
from persona_studio.publish.export import Request, export
from persona_studio.publish.templates import TEMPLATES
from persona_studio.publish.theme import MM, PAPERS, metres_of
from tests.publish.people import EMPTY, RULE, USUAL, overfull


@pytest.mark.parametrize("sheet", [USUAL, overfull(), EMPTY])
@pytest.mark.parametrize("side", ["ltr", "rtl"])
def test_wide_paper_has_a_rail_on_the_side_where_reading_starts(sheet, side):
    made = export(Request((sheet,), landscape=True, side=side))
    paper = PAPERS["A3"]
    rail = next(box for box in made.placed[0] if box.kind == "block")
    assert (rail.x > 0) is (side == "rtl")
    assert rail.height == pytest.approx(paper.width)
    for page in made.placed:
        for box in page:
            assert box.x >= -0.01
            assert box.x + box.width <= paper.height + 0.01
            assert box.y + box.height <= paper.width + 0.01
    titles = {box.text: box.x for box in made.placed[0] if box.kind == "text"}
    assert (titles["Goals"] < rail.x) is (side == "rtl")
    if sheet is USUAL:
        assert (titles["Goals"] < titles["Pains"]) is (side == "ltr")


def test_a_fact_sheet_may_lie_and_golden_questions_may_not():
    made = export(Request((USUAL,), "fact_sheet", landscape=True))
    with pikepdf.open(BytesIO(made.pdf)) as file:
        assert file.pages[0].mediabox[2] > file.pages[0].mediabox[3]
    with pytest.raises(StudioError, match="only made portrait"):
        export(Request((USUAL,), "golden_questions", landscape=True))


@pytest.mark.parametrize("template", ["wall_poster", "fact_sheet", "line_up", "pocket_cards"])
def test_a_print_shop_gets_bleed_and_marks_clear_of_it(template):
    request = Request((USUAL, replace(USUAL, name="Other")), template)
    office, shop = export(request), export(replace(request, print_shop=True))
    assert office.placed == shop.placed
    with pikepdf.open(BytesIO(office.pdf)) as plain, pikepdf.open(BytesIO(shop.pdf)) as file:
        for before, page in zip(plain.pages, file.pages, strict=True):
            trim = [float(v) for v in page.trimbox]
            bleed = [float(v) for v in page["/BleedBox"]]
            wide, high = (float(v) for v in list(before.mediabox)[2:])
            assert trim[2] - trim[0] == pytest.approx(wide, abs=0.01)
            assert trim[3] - trim[1] == pytest.approx(high, abs=0.01)
            assert [round((b - t) / MM, 2) for b, t in zip(bleed, trim, strict=True)] == [
                -3,
                -3,
                3,
                3,
            ]
    assert preview.page_text(office.pdf, 0) == preview.page_text(shop.pdf, 0)


def test_colour_bleeds_and_marks_stay_outside_of_it():
    made = export(Request((USUAL,), print_shop=True))
    width = 1600
    picture = Image.open(BytesIO(preview.page_png(made.pdf, 0, width))).convert("L")
    point = width / (PAPERS["A3"].width / MM + 20)  # pixels a millimetre
    assert picture.getpixel((round(8.5 * point), round(30 * point))) < 120  # band, in the bleed
    assert picture.getpixel((round(5.5 * point), round(30 * point))) > 240
    edge = picture.crop((0, round(9.5 * point), round(4 * point), round(10.5 * point)))
    assert edge.getextrema()[0] < 160  # the mark at the upper cut
    with pytest.raises(StudioError, match="whole"):
        export(Request((USUAL,), print_shop=True, tile="A4"))


@pytest.mark.parametrize("template", [template.id for template in TEMPLATES])
def test_an_office_printer_reaches_every_word(template):
    made = export(Request((replace(USUAL, golden=RULE), overfull()), template))
    with pikepdf.open(BytesIO(made.pdf)) as file:
        wide, high = (float(v) for v in list(file.pages[0].mediabox)[2:])
    for page in made.placed:
        for box in page:
            if box.kind in ("text", "mark", "picture"):
                assert box.x >= 7.9 * MM
                assert box.x + box.width <= wide - 7.9 * MM
                assert box.y + box.height <= high - 7.9 * MM


@pytest.mark.parametrize(
    ("typed", "metres"),
    [("1.2", 1.2), ("1,5 m", 1.5), ("80cm", 0.8), ("6 ft", 1.83), ("0", None), ("far", None)],
)
def test_a_distance_is_taken_as_people_type_it(typed, metres):
    assert metres_of(typed) == metres
