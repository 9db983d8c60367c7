# SPDX-License-Identifier: MIT
"""The sheets that tell all: every claim, count, source, quote, on all pages it needs."""

from dataclasses import replace
from itertools import groupby

import pikepdf
import pytest

from persona_studio.publish import preview
from persona_studio.publish.export import Request, export
from persona_studio.publish.sheet import Line
from persona_studio.publish.theme import MM, PAPERS
from tests.publish.people import EMPTY, GOALS, OTHERS, PAINS, SCRIPTS, USUAL, ledger, overfull
from tests.publish.reading import fonts_of, lost, text_of

PERSONAS = {"empty": EMPTY, "usual": USUAL, "overfull": overfull()}
SHEETS = [(t, p) for t in ("fact_sheet", "evidence_sheet") for p in ("A4", "Letter")]


def ledger_text(sheet, *, fact: bool) -> str:
    sections = groupby(claim.section for claim in sheet.ledger.claims)
    found = [sheet.name, *(title for title, _ in sections)]
    for claim in sheet.ledger.claims:
        found += [claim.code, claim.text, claim.state, "{} of {}".format(*claim.n)]
        found += [f"{told.source} {told.day}" for told in claim.told]
        found += claim.spoken[:2] if fact else (*claim.spoken, *claim.opposed)
    for change in () if fact else sheet.ledger.changes:
        found += [change.text, *change.sentences, change.when, sheet.ledger.signed]
    return " ".join(found)


@pytest.mark.parametrize(("template", "paper"), SHEETS)
@pytest.mark.parametrize("kind", list(PERSONAS))
def test_every_claim_count_source_and_quote_comes_back(kind, template, paper):
    sheet = PERSONAS[kind]
    exported = export(Request((sheet,), template, paper))
    assert not lost(ledger_text(sheet, fact=template == "fact_sheet"), exported)
    assert not exported.missing
    assert exported.pages == sum(report.pages for report in exported.reports)
    paper_of = PAPERS[paper]
    for box in (box for page in exported.placed for box in page):
        inset = 8 * MM if box.kind == "text" else -0.01
        assert box.x >= inset
        assert box.x + box.width <= paper_of.width - inset
        assert box.y >= -0.01
        assert box.y + box.height <= paper_of.height - inset


@pytest.mark.parametrize(("template", "paper"), SHEETS)
def test_a_sheet_has_the_size_of_its_paper_and_the_same_bytes_twice(template, paper, tmp_path):
    request = Request((USUAL, overfull()), template, paper)
    made = export(request)
    assert made.pdf == export(request).pdf
    assert all(fonts_of(made).values())
    path = tmp_path / "sheet.pdf"
    path.write_bytes(made.pdf)
    with pikepdf.open(path) as pdf:
        assert not pdf.check_pdf_syntax()
        wide, high = {"A4": (210, 297), "Letter": (215.9, 279.4)}[paper]
        for page in pdf.pages:
            box = [float(v) / MM for v in page.trimbox]
            assert box == pytest.approx([0, 0, wide, high], abs=0.1)


def test_every_persona_of_a_fact_sheet_begins_on_a_new_leaf():
    made = export(Request((EMPTY, overfull(), USUAL), "fact_sheet"))
    assert all(report.pages % 2 == 0 for report in made.reports)
    assert [made.names.index(r.name) % 2 for r in made.reports] == [0, 0, 0]


def test_the_front_of_a_fact_sheet_draws_shares_to_scale():
    (front, *_) = export(Request((USUAL,), "fact_sheet")).placed
    bars = [box for box in front if box.kind == "block"][2:]
    tracks, shares = bars[::2], bars[1::2]
    lines = [line for part in (GOALS, PAINS, *OTHERS) for line in part.lines]
    assert len(shares) == len(lines)
    found = sorted(s.width / t.width for t, s in zip(tracks, shares, strict=True))
    assert found == pytest.approx(sorted((118 - n) / 140 for n in range(1, len(lines) + 1)))


def test_a_name_too_long_for_the_band_stands_whole_below_it():
    (first, *_) = export(Request((overfull(),), "evidence_sheet")).placed
    assert overfull().name.strip() in {box.text for box in first}


def test_rows_keep_together_and_headings_are_never_last():
    made = export(Request((overfull(),), "evidence_sheet"))
    titles = {claim.section for claim in overfull().ledger.claims}
    for page in made.placed:
        words = [box for box in page if box.kind == "text" and box.y > 60]
        last = max((box for box in words if box.y < 780), key=lambda box: box.y)
        assert last.text not in titles


def test_changes_stand_first_and_a_persona_never_signed_says_so():
    text = text_of(export(Request((USUAL,), "evidence_sheet")))
    assert text.index("Signed off on 12 May 2026") < text.index("LH1")
    unsigned = replace(USUAL, ledger=ledger((GOALS,), signed=""))
    assert "Never signed off" in text_of(export(Request((unsigned,), "evidence_sheet")))


@pytest.mark.parametrize("text", SCRIPTS)
def test_every_script_is_set_in_the_table(text):
    sheet = replace(USUAL, name=text, ledger=ledger((replace(GOALS, lines=(Line(text),)),)))
    made = export(Request((sheet,), "evidence_sheet"))
    assert not lost(text * 2, made)
    assert not made.missing


def test_an_arabic_table_runs_from_the_right():
    arabic = tuple(Line("تطلب مرتين في اليوم", "filled", "140") for _ in range(4))
    parts = (replace(GOALS, lines=arabic), replace(PAINS, lines=arabic))
    sheet = replace(USUAL, name="ليلى حداد", tagline="", parts=parts, ledger=ledger(parts))
    (page, *_) = export(Request((sheet,), "evidence_sheet")).placed
    at = {box.text: box.x for box in page if box.kind == "text"}
    assert at["No."] > at["Claim"] > at["For"] > at["Against"] > at["How many"]


def test_the_table_reads_row_by_row():
    made = export(Request((USUAL,), "fact_sheet"))
    back = preview.page_text(made.pdf, 1)
    codes = [f"LH{n}" for n in range(1, 11)]
    places = [back.index(code) for code in codes]
    assert places == sorted(places)


def test_the_back_of_a_fact_sheet_is_set_as_large_as_its_pages_allow():
    def back(sheet):
        made = export(Request((sheet,), "fact_sheet"))
        sizes = [box.height for box in made.placed[1] if box.text == sheet.ledger.claims[0].code]
        return made.pages, sizes[0]

    few = replace(USUAL, ledger=ledger((GOALS,)))
    many = replace(USUAL, ledger=ledger((GOALS, PAINS) * 2))
    assert back(few)[0] == back(many)[0] == 2
    assert back(few)[1] > back(many)[1]
