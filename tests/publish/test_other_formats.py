# SPDX-License-Identifier: MIT
"""Slides and tables: every word comes back from the file, and nothing in it is carried out."""

import csv
from dataclasses import replace
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from persona_studio.core.errors import StudioError
from persona_studio.publish import tables
from persona_studio.publish.claims import FEW, Ledger, Proven, Told
from persona_studio.publish.evidence_cards import EvidenceCard
from persona_studio.publish.evidence_cards import make as cards_of
from persona_studio.publish.handing_over import of_sheets
from persona_studio.publish.preview import page_text
from persona_studio.publish.sheet import Line, Part, Said, Sheet
from persona_studio.publish.slide_plan import BOTTOM, TOP, Planner
from persona_studio.publish.slides import make
from persona_studio.publish.typeset import Typesetter
from tests.publish.people import SCRIPTS, USUAL

HOSTILE = '=HYPERLINK("http://x","y")'
CLAIM = Proven(
    "M1",
    "Goals",
    HOSTILE,
    "filled",
    "Well backed",
    (41, 80),
    told=(Told("Survey", "May", 41, FEW),),
)
SHEET = Sheet("Maya", ledger=Ledger((CLAIM, Proven("M2", "Pains", "-5", "ring", "Assumption"))))


def words_of(data: bytes) -> list[str]:
    from pptx import Presentation

    deck = Presentation(BytesIO(data))
    return [
        paragraph.text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
    ]


def test_a_deck_brings_nothing_of_strangers_along():
    with ZipFile(BytesIO(make((USUAL,)))) as deck:
        names = deck.namelist()
    assert "ppt/slides/slide1.xml" in names
    assert not [name for name in names if "printer" in name.casefold() or "thumbnail" in name]


def test_every_word_of_a_persona_is_text_on_its_slide():
    sheet = replace(USUAL, parts=(*USUAL.parts, Part("Words", tuple(map(Line, SCRIPTS)))))
    told = "\n".join(words_of(make((sheet,))))
    assert sheet.quote is not None
    wanted = [sheet.name, sheet.tagline, sheet.quote.text]
    lines = [line for part in sheet.parts for line in part.lines]
    wanted += [
        text
        for line in lines
        for text in (line.lead, f"● {line.answer}" if line.lead else line.text)
    ]
    assert [text for text in wanted if " ".join(text.split()) not in told] == []


def test_too_much_for_a_slide_goes_on_and_no_box_leaves_its_column():
    line = Line("Speed limit signs are what she thinks about all day long " * 4, "filled", "9 of 9")
    part = Part("Goals", (line,) * 30)
    sheet = Sheet("Maya", parts=(part,), quote=Said("Enough."))
    planned = Planner(Typesetter()).slides(sheet, 60.0)
    boxes = [box for slide in planned for box in slide.boxes]
    assert len(planned) > 1
    assert sum(len(box.part.lines) for box in boxes) == 30
    assert all(box.top >= TOP and box.top + box.height <= BOTTOM for box in boxes)
    assert words_of(make((sheet,))).count(f"● {line.text.strip()}") == 30


def test_a_workbook_has_claims_and_evidence_and_no_formula():
    data = tables.as_workbook((SHEET,))
    assert data == tables.as_workbook((SHEET,)), "the same sheets, the same bytes"
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    claims, evidence = (book.get_sheet_by_name(name).to_python() for name in ("Claims", "Evidence"))
    assert claims[1][:8] == ["Maya", "M1", "Goals", HOSTILE, "", "Well backed", 41, 80]
    assert evidence[1][5:9] == ["Survey", "May", 41, "fewer than 5"]
    assert len(evidence) == 3, "a claim without evidence keeps a row of its own"
    assert b"<f>" not in data


def test_a_table_shows_what_a_spreadsheet_would_carry_out():
    rows = list(csv.DictReader(StringIO(tables.as_csv((SHEET,)).decode("utf-8-sig"))))
    assert [row["Claim"] for row in rows] == [f"'{HOSTILE}", "-5"]


@pytest.mark.parametrize("kind", [".pptx", ".xlsx", ".csv"])
def test_a_client_safe_file_with_personal_data_is_refused(kind):
    leaking = replace(SHEET, parts=(Part("Goals", (Line("Write to ann@example.com"),)),))
    with pytest.raises(StudioError, match="e-mail") as caught:
        of_sheets((leaking,), kind, client_safe=True)
    assert "ann" not in str(caught.value)
    assert of_sheets((leaking,), kind)


def test_a_quote_too_long_for_a_card_is_cut_short_and_said():
    long = EvidenceCard("Q1", "Every word of it matters to somebody. " * 60, "Interviews")
    made = cards_of("Cards", [long, *[EvidenceCard(f"E{n}", "Cash", "9 of 9") for n in range(9)]])
    assert (made.pages, made.shortened) == (2, ("Q1",))
    assert "matters" in page_text(made.pdf, 0)
