# SPDX-License-Identifier: MIT
"""A poster over office sheets: the fewest, evenly used, and the poster again once assembled."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from persona_studio.core.errors import StudioError
from persona_studio.publish import preflight, preview
from persona_studio.publish.export import Request, export
from persona_studio.publish.sheet import Portrait
from persona_studio.publish.theme import MM, PAPERS
from persona_studio.publish.tiling import EDGE, LEAST_SCALE, OFFICE, OVERLAP, offers, spans
from tests.publish.people import USUAL, overfull
from tests.publish.reading import bag, fonts_of, text_of
from tests.publish.tags import tree

# product.md §5: poster, sheet, sheets at full size, then scale in per cent and sheets when shrunk
TABLE = [
    ("A3", "A4", 4, 92.9, 2),
    ("A2", "A4", 8, 92.9, 4),
    ("A1", "A4", 12, 91.6, 8),
    ("A0", "A4", 21, 91.6, 16),
    ("A1", "A3", 6, 94.9, 4),
    ("A0", "A3", 9, 94.0, 8),
]
ALL = [
    way for poster in PAPERS.values() for sheet in OFFICE for way in offers(poster, PAPERS[sheet])
]


@pytest.mark.parametrize(("poster", "sheet", "full", "scale", "fewer"), TABLE)
def test_the_offers_are_those_of_the_table(poster, sheet, full, scale, fewer):
    whole, less = offers(PAPERS[poster], PAPERS[sheet])
    assert (whole.scale, whole.sheets) == (1, full)
    assert (round(less.scale * 100, 1), less.sheets) == (scale, fewer)


def test_a_poster_hardly_larger_than_the_sheet_is_not_spread():
    assert not offers(PAPERS["A4"], PAPERS["Letter"])
    with pytest.raises(StudioError) as caught:
        export(Request((USUAL,), paper="A4", tile="A3"))
    assert "one sheet" in caught.value.hint
    with pytest.raises(StudioError) as caught:
        export(Request((USUAL,), paper="A3", tile="B9"))
    assert "A4, Letter" in caught.value.hint


@given(st.sampled_from(ALL), st.data())
def test_sheets_cover_the_poster_overlap_and_are_never_slivers(way, data):
    face = data.draw(st.floats(0, 0.5)), data.draw(st.floats(0.02, 0.4))
    shown = []
    for length, count, room in zip(
        (way.width, way.height), (way.columns, way.rows), way.room, strict=True
    ):
        keep = [(face[0] * length, (face[0] + face[1]) * length)]
        found = spans(length, count, room, keep)
        assert found[0][0] == 0
        assert found[-1][1] == pytest.approx(length)
        for before, after in pairwise(found):
            assert before[1] - after[0] == pytest.approx(OVERLAP)
        assert all(b - a <= room + 0.01 for a, b in found)
        shown.append(min(b - a for a, b in found))
    assert shown[0] * shown[1] >= 0.25 * way.room[0] * way.room[1] * 0.999
    assert way.scale >= LEAST_SCALE


@pytest.mark.parametrize("way", ALL, ids=lambda way: f"{way.title} {way.sheet.name}")
def test_every_sheet_is_used_by_a_quarter_at_least(way):
    across = spans(way.width, way.columns, way.room[0])
    down = spans(way.height, way.rows, way.room[1])
    least = min(b - a for a, b in across) * min(b - a for a, b in down)
    assert least >= 0.25 * way.page[0] * way.page[1]


def picture(pdf: bytes, number: int, scale: float) -> Image.Image:
    with pdfium.PdfDocument(pdf) as document:
        return document[number].render(scale=scale).to_pil().convert("L")


@pytest.mark.parametrize(("paper", "sheet", "fewer"), [("A3", "A4", False), ("A2", "Letter", True)])
def test_the_sheets_laid_together_are_the_poster(paper, sheet, fewer):
    request = Request((USUAL,), paper=paper)
    made = export(replace(request, tile=sheet, fewer=fewer))
    way, k = made.tiling, 1.5
    poster = export(replace(request, distance=PAPERS[paper].distance / way.scale))
    whole = picture(poster.pdf, 0, k * way.scale)
    laid = Image.new("L", whole.size, 128)
    sheets = iter(range(1, made.pages))
    for a, b, c, d in windows(made):
        tile = picture(made.pdf, next(sheets), k)
        edge = round(EDGE * k)
        size = round((b - a) * k), round((d - c) * k)
        tile = tile.crop((edge, edge, edge + size[0], edge + size[1]))
        laid.paste(tile, (round(a * k), round(c * k)))
    few = (whole.width // 12, whole.height // 12)
    apart = ImageChops.difference(
        whole.resize(few, Image.Resampling.BOX), laid.resize(few, Image.Resampling.BOX)
    )
    assert apart.getextrema()[1] < 40
    assert ImageStat.Stat(apart).mean[0] < 1


def windows(made):
    """Return the stretch of the poster each sheet shows, as its page says."""
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        for page in pdf.pages[1:]:
            words = pikepdf.parse_content_stream(page)
            shown = next(n for n, word in enumerate(words) if str(word.operator) == "Do")
            x, y, wide, high = (float(v) for v in words[shown - 4].operands)
            left, up = (float(v) for v in list(words[shown - 1].operands)[4:])
            top = up + made.tiling.height - y - high
            yield x - left, x - left + wide, top, top + high


def test_every_page_of_every_persona_is_spread_and_named():
    made = export(Request((USUAL, overfull()), tile="A4", fewer=True))
    poster = export(Request((USUAL, overfull()), distance=1 / made.tiling.scale))
    assert made.pages == 1 + 2 * poster.pages
    assert made.names[0] == "Assembly guide"
    assert made.names[1:3] == ("A1 of B1 · Lina Haddad", "B1 of B1 · Lina Haddad")
    assert made.names[-1].endswith(f"sheet {poster.pages - 1}")
    assert not bag(text_of(poster)) - bag(text_of(made))
    for number, name in enumerate(made.names[:4]):
        words = "Print at 100 %" if number == 0 else name
        assert words in " ".join(preview.page_text(made.pdf, number).split())


def test_every_word_of_a_poster_is_told_once_by_the_sheet_on_which_it_begins():
    made = export(Request((USUAL,), paper="A2", tile="A4"))
    alts = [each.alt for each in tree(made.pdf).all() if each.kind == "Figure"][1:]
    assert len(alts) == made.tiling.sheets
    sheets = [alt.partition(". ")[2] for alt in alts]
    for text in ("Lina Haddad", "Keep both shops in stock without", "well backed: 118 of 140"):
        assert [text in sheet for sheet in sheets].count(True) == 1, text
    assert sheets[0].index("Independent pharmacist") < sheets[0].index("Age")


def test_a_poster_is_stored_once_however_many_sheets_show_it():
    made = export(Request((USUAL,), paper="A0", tile="A4"))
    assert (made.pages, made.tiling.sheets) == (22, 21)
    assert len(made.pdf) < len(export(Request((USUAL,), paper="A0")).pdf) + 30_000
    assert made.pdf == export(Request((USUAL,), paper="A0", tile="A4")).pdf
    assert all(fonts_of(made).values())
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        assert not pdf.check_pdf_syntax()
        assert pdf.docinfo["/Title"] == "Lina Haddad"
        for page in pdf.pages:
            box = sorted(float(v) / MM for v in page.trimbox)[2:]
            assert box == pytest.approx([210, 297], abs=0.1)


def test_marks_and_names_stay_where_office_printers_reach():
    for paper, sheet in (("A3", "A4"), ("A2", "A4"), ("Tabloid", "Letter")):
        for fewer in (False, True):
            made = export(Request((USUAL,), paper=paper, tile=sheet, fewer=fewer))
            wide, high = made.tiling.page
            for box in (box for page in made.placed[1:] for box in page):
                assert box.x >= EDGE - 0.5
                assert box.y >= EDGE - 0.5
                assert box.x + box.width <= wide - EDGE + 0.5
                assert box.y + box.height <= high - EDGE + 0.5


def test_the_guide_has_a_ruler_of_100_mm():
    (guide, *_) = export(Request((USUAL,), tile="A4")).placed
    ruler = [box for box in guide if box.kind == "line" and box.height == 0]
    assert any(box.width / MM == pytest.approx(100, abs=0.1) for box in ruler)


@pytest.mark.parametrize("paper", ["A3", "A2", "A1", "A0"])
def test_no_seam_runs_through_a_face(paper):
    sheet = replace(USUAL, portrait=Portrait("LH"))
    for fewer in (False, True):
        made = export(Request((sheet,), paper=paper, tile="A4", fewer=fewer))
        k = made.tiling.scale
        (first, *_) = export(
            Request((sheet,), paper=paper, distance=PAPERS[paper].distance / k)
        ).placed
        (face,) = [box for box in first if box.kind == "disc"][:1]
        left, right, top, low = (
            side * k for side in (face.x, face.x + face.width, face.y, face.y + face.height)
        )
        assert any(
            a <= left and right <= b and c <= top and low <= d for a, b, c, d in windows(made)
        )
        assert not any("seam" in caution for r in made.reports for caution in r.cautions)


@pytest.mark.parametrize("kind", [USUAL, overfull()], ids=["usual", "overfull"])
def test_type_is_large_enough_after_shrinking(kind):
    made = export(Request((kind,), tile="A4", fewer=True))
    (report,) = made.reports
    assert made.tiling.scale < 0.95
    assert report.distance == pytest.approx(1.0)
    assert 20 * 0.999 <= report.body <= 22.5 * 1.5 + 0.01
    assert not any(note.kind == "wrong" for note in preflight.notes(made))
