# SPDX-License-Identifier: MIT
"""A screen reader hears each page whole, once and in order; bookmarks and names lead there."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from persona_studio.publish import preview
from persona_studio.publish.export import Request, export
from persona_studio.publish.flow import make
from persona_studio.publish.paragraphs import Flow, Para
from persona_studio.publish.sheet import Portrait
from persona_studio.publish.templates import TEMPLATES
from tests.publish.people import RULE, SCRIPTS, USUAL, overfull
from tests.publish.tags import HEADINGS, faults, labels, outline, tree

OTHER = replace(USUAL, name="Omar Said", tagline=SCRIPTS[3])
SHEETS = (replace(USUAL, golden=RULE), replace(overfull(), golden=RULE))
ALL = [(template.id, sheet) for template in TEMPLATES for sheet in SHEETS]


def photo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (400, 500), "#8899aa").save(out, "JPEG")
    return out.getvalue()


def checked(pdf: bytes) -> list[str]:
    """Return the errors a public checker of PDF/UA finds."""
    pdfua = pytest.importorskip("pdfua", reason="the checker comes with requirements.lock")
    report = pdfua.validate(BytesIO(pdf))
    return [str(finding) for finding in report.findings]


@pytest.mark.parametrize(("template", "sheet"), ALL)
def test_all_that_is_drawn_is_one_element_or_decoration(template, sheet):
    pdf = export(Request((sheet, OTHER), template)).pdf
    assert not faults(pdf)
    with pikepdf.open(BytesIO(pdf)) as file:
        assert not file.check_pdf_syntax()


@pytest.mark.parametrize("template", [template.id for template in TEMPLATES])
def test_a_public_checker_finds_nothing(template):
    faced = replace(SHEETS[0], portrait=Portrait("LH", photo()))
    assert not checked(export(Request((faced, OTHER), template)).pdf)


def test_sheets_and_reports_are_told_too():
    tiled = export(Request((USUAL,), tile="A4"))
    assert not faults(tiled.pdf)
    assert not checked(tiled.pdf)
    figures = [each.alt for each in tree(tiled.pdf).all() if each.kind == "Figure"]
    assert figures[0] == "Where the sheets of Lina Haddad lie"
    assert figures[1].startswith(
        "Part of the poster: A1 of B2 · Lina Haddad. LH · Primary persona · "
    )
    blocks = ((Para("Review", "title"), Para("Long " * 900)), (Para("Deep", "sub"), Para("End")))
    report, pages = make(Flow("Review", "Foot", blocks))
    assert pages > 1
    assert not faults(report)
    assert [each.kind for each in tree(report).all()][1:] == ["H1", "P", "H2", "P"]


def test_a_poster_is_read_in_its_order():
    faced = replace(SHEETS[0], portrait=Portrait("LH", photo()))
    pdf = export(Request((faced,))).pdf
    [section] = tree(pdf).kids
    kinds = [kid.kind for kid in section.kids]
    assert kinds[:7] == ["Figure", "P", "H1", "P", "L", "BlockQuote", "H2"]
    assert section.kids[0].alt == "Portrait of Lina Haddad"
    assert [len(kid.kids) for kid in section.kids if kid.kind == "L"][:2] == [3, 3]
    assert {kid.kind for each in section.all() if each.kind == "L" for kid in each.kids} == {"LI"}


def test_a_table_has_heads_and_even_rows_over_all_its_pages():
    pdf = export(Request((replace(USUAL, ledger=overfull().ledger),), "fact_sheet")).pdf
    tables = [each for each in tree(pdf).all() if each.kind == "Table"]
    assert len(tables) == 1
    heads, *rows = tables[0].kids
    assert [cell.kind for cell in heads.kids] == ["TH"] * 5
    assert all(row.kind == "TR" for row in rows)
    assert {tuple(cell.kind for cell in row.kids) for row in rows} == {
        ("TH",),
        ("TD", "TH", "TD", "TD", "TD"),
    }
    long = [piece[0] for row in rows for each in row.all() for piece in each.pieces]
    assert len(set(long)) > 2


def test_headings_are_bookmarks_and_skip_no_level():
    pdf = export(Request((USUAL, OTHER))).pdf
    listed = outline(pdf)
    assert [title for level, title in listed if level == 0] == ["Lina Haddad", "Omar Said"]
    assert {"Goals", "Pains", "Channels"} <= {title for level, title in listed if level == 1}
    headings = [each.kind for each in tree(pdf).all() if each.kind in HEADINGS]
    assert [f"H{level + 1}" for level, _ in listed] == headings


def test_pages_are_named_after_whom_they_show():
    pdf = export(Request((overfull(), OTHER), "fact_sheet")).pdf
    assert labels(pdf)[-2:] == ["Omar Said", "Omar Said · sheet 2"]


def test_the_file_says_what_it_is():
    with pikepdf.open(BytesIO(export(Request((USUAL,), language="de")).pdf)) as file:
        assert file.Root.Lang == "de"
        assert file.Root.MarkInfo.Marked
        assert file.Root.ViewerPreferences.DisplayDocTitle
        with file.open_metadata() as said:
            assert said["dc:title"] == "Lina Haddad"
            assert said["pdfuaid:part"] == "1"


def test_a_file_of_somebody_without_a_name_has_a_title():
    assert not checked(export(Request((replace(USUAL, name="\u200b "),), paper="A4")).pdf)
    with pikepdf.open(BytesIO(export(Request((replace(USUAL, name=" "),))).pdf)) as file:
        assert file.docinfo["/Title"] == "Wall poster"


def test_hostile_titles_stay_text():
    name = "A<&>\x00)\\ (endstream \ud800 " + SCRIPTS[3]
    pdf = export(Request((replace(USUAL, name=name),), title=name)).pdf
    assert not faults(pdf)
    with pikepdf.open(BytesIO(pdf)) as file, file.open_metadata() as said:
        assert "<&>" in said["dc:title"]
    assert preview.page_count(pdf) >= 1


def test_the_same_request_makes_the_same_bytes():
    request = Request((USUAL, overfull()), "fact_sheet")
    assert export(request).pdf == export(request).pdf
