# SPDX-License-Identifier: MIT
"""The wall poster: empty, usual and overfull, on each paper and in each colour."""

from dataclasses import replace
from math import floor

import pikepdf
import pypdfium2 as pdfium
import pytest

from persona_studio.core.errors import StudioError
from persona_studio.publish import preflight
from persona_studio.publish.boxes import PROOF, Proof
from persona_studio.publish.export import Request, export
from persona_studio.publish.press import Press
from persona_studio.publish.sheet import Line, Part, Portrait
from persona_studio.publish.theme import MM, PAPERS, THEMES, rgb
from persona_studio.publish.typeset import Typesetter
from tests.publish.people import EMPTY, GOALS, PAINS, SCRIPTS, USUAL, overfull
from tests.publish.reading import fonts_of, lost, text_of

MILLIMETRES = {
    "A4": (210, 297),
    "A3": (297, 420),
    "A2": (420, 594),
    "A1": (594, 841),
    "A0": (841, 1189),
    "Letter": (215.9, 279.4),
    "Tabloid": (279.4, 431.8),
    "Arch D": (609.6, 914.4),
}
PERSONAS = {"empty": EMPTY, "usual": USUAL, "overfull": overfull()}


def every_text(sheet) -> str:
    said = [sheet.name, sheet.tagline, sheet.quote.text if sheet.quote else ""]
    facts = [f"{fact.label} {fact.value}" for fact in sheet.facts]
    lines = [f"{line.text} {line.proof}" for part in sheet.parts for line in part.lines]
    return " ".join([*said, *facts, *lines])


@pytest.mark.parametrize("paper", list(PAPERS))
@pytest.mark.parametrize("kind", list(PERSONAS))
def test_every_word_of_a_persona_is_somewhere_in_the_file(kind, paper):
    sheet = PERSONAS[kind]
    exported = export(Request((sheet,), paper=paper))
    assert not lost(every_text(sheet), exported)
    assert not exported.missing


@pytest.mark.parametrize("paper", list(PAPERS))
@pytest.mark.parametrize("kind", list(PERSONAS))
def test_nothing_lies_outside_the_trim_box_and_no_text_in_the_margin(kind, paper):
    exported = export(Request((PERSONAS[kind],), paper=paper))
    sheet = PAPERS[paper]
    safe = 8 * MM
    for placed in exported.placed:
        for box in placed:
            assert box.x >= -0.01
            assert box.x + box.width <= sheet.width + 0.01
            assert box.y >= -0.01
            assert box.y + box.height <= sheet.height + 0.01
            if box.kind == "text":
                assert box.x >= safe
                assert box.x + box.width <= sheet.width - safe
                assert box.y + box.height <= sheet.height - safe


@pytest.mark.parametrize("kind", list(PERSONAS))
def test_no_two_texts_lie_on_each_other(kind):
    exported = export(Request((PERSONAS[kind],)))
    for placed in exported.placed:
        texts = [box for box in placed if box.kind == "text" and not beside(box.text)]
        for place, one in enumerate(texts):
            for other in texts[place + 1 :]:
                apart = (
                    one.x + one.width <= other.x + 0.6
                    or other.x + other.width <= one.x + 0.6
                    or one.y + one.height <= other.y + 0.6
                    or other.y + other.height <= one.y + 0.6
                )
                assert apart, (one, other)


def beside(text: str) -> bool:
    """Tell whether a text hangs in the room of another: the quote's sign, "+2 more"."""
    return text in "“”" or text == "continued" or text.startswith("+")


@pytest.mark.parametrize("paper", list(PAPERS))
def test_the_page_is_the_paper_and_says_so(paper, tmp_path):
    path = tmp_path / "poster.pdf"
    path.write_bytes(export(Request((USUAL,), paper=paper)).pdf)
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            box = [float(v) / MM for v in page.trimbox]
            assert box == pytest.approx([0, 0, *MILLIMETRES[paper]], abs=0.1)
        assert not pdf.check_pdf_syntax()
        assert pdf.docinfo["/Title"] == "Lina Haddad"


def test_the_same_request_gives_the_same_bytes():
    request = Request((USUAL, overfull()), title="Set", author="Ann")
    assert export(request).pdf == export(request).pdf


def test_all_fonts_are_in_the_file_and_none_is_helvetica():
    found = fonts_of(export(Request((USUAL, overfull()))))
    assert found
    assert all(found.values())
    assert not any("Helvetica" in name for name in found)


@pytest.mark.parametrize("text", SCRIPTS)
def test_every_script_is_set_on_a_poster(text):
    sheet = replace(
        USUAL, name=text, tagline=text, parts=(GOALS, replace(PAINS, lines=(Line(text),)))
    )
    exported = export(Request((sheet,)))
    assert not lost(text * 3, exported)
    assert not exported.missing


def test_an_arabic_persona_is_mirrored():
    arabic = tuple(Line("تطلب مرتين في اليوم", "filled", "140") for _ in range(2))
    parts = (replace(GOALS, lines=arabic), replace(PAINS, lines=arabic))
    sheet = replace(USUAL, name="ليلى حداد", tagline="", parts=parts)
    (page,) = export(Request((sheet,))).placed
    at = {box.text: box.x for box in page if box.kind == "text"}
    assert at["Goals"] > at["Pains"]
    (usual, *_) = export(Request((USUAL,))).placed
    at = {box.text: box.x for box in usual if box.kind == "text"}
    assert at["Goals"] < at["Pains"]


def test_a_letter_that_no_face_has_is_reported_before_saving():
    sheet = replace(USUAL, tagline="Likes 寿司")
    notes = preflight.notes(export(Request((sheet,))))
    assert notes[0].kind == "wrong"
    assert "寿 司" in notes[0].text
    assert "NotoSansSC-Regular.ttf" in notes[0].text


@pytest.mark.parametrize("paper", list(PAPERS))
def test_body_is_never_below_the_floor_of_its_distance(paper):
    for sheet in PERSONAS.values():
        (report,) = export(Request((sheet,), paper=paper)).reports
        assert report.floor * 0.999 <= report.body <= report.target * 1.5 + 0.01
        assert report.floor == 20 * PAPERS[paper].distance


def test_a_distance_the_paper_cannot_serve_is_told_and_nothing_is_lost():
    exported = export(Request((USUAL,), paper="A4", distance=6.0))
    assert not lost(every_text(USUAL), exported)
    assert any(
        note.kind == "wrong" and "too small" in note.text for note in preflight.notes(exported)
    )


def test_a_poster_for_too_far_away_keeps_what_it_is_for():
    made = export(Request((USUAL,), distance=2.5))
    first = {box.text for box in made.placed[0]}
    assert {GOALS.lines[0].text, PAINS.lines[0].text} <= first
    (report,) = made.reports
    assert report.body >= 20 * 1.5 * 0.999
    assert any("reads up to 1.5" in note.text for note in preflight.notes(made))
    large = export(
        Request((replace(EMPTY, parts=(replace(GOALS, lines=GOALS.lines[:1]),)),), distance=2.5)
    )
    assert large.reports[0].body >= 20 * 2.5, "what has room is as large as was asked for"


def test_a_quiet_line_shrinks_a_little_before_it_breaks():
    press = Press(Typesetter(), THEMES["teal"], 14)
    proof = Proof(Line("", "filled", "121 of 131 · Customer survey · everyone 75 %"))
    whole = next(w for w in range(40, 600) if proof.height(press, w) < 15)
    usual = press.lay(proof.line.proof, PROOF, 600).width * PROOF * 14 / 1000
    assert 0.85 * usual < whole - 0.89 * 14 < 0.95 * usual


def test_pages_that_read_alike_are_told_in_one_line():
    shorter = replace(USUAL, name="Ann Lee", parts=USUAL.parts[:3])
    made = export(Request((USUAL, shorter, EMPTY)))
    sizes = sorted(report.body for report in made.reports)
    told = [note.text for note in preflight.notes(made) if "Text is" in note.text]
    assert told == [f"Text is {sizes[0]:.1f} to {sizes[-1]:.1f} pt: reads well from 1 m."]
    far = [note.text for note in preflight.notes(export(Request((crowded(5), EMPTY))))]
    assert any(text.startswith("Lina Haddad: Text is 20.") for text in far)


def test_the_columns_of_a_usual_persona_end_evenly():
    for count in (3, 4, 5, 6):
        sheet = replace(USUAL, parts=USUAL.parts[:count])
        (report,) = export(Request((sheet,))).reports
        assert report.balance <= 0.08


def crowded(lines: int):
    """Return a usual persona with a longer quote and more to tell."""
    quote = "I have four minutes between customers. If the page makes me think, I phone instead."
    more = tuple(Line(f"Decides quickly, for reason {n}", "half", "4 of 9") for n in range(lines))
    part = Part("Buying behaviour", more, "buying")
    parts = (*USUAL.parts, part) if lines else USUAL.parts
    return replace(USUAL, quote=replace(USUAL.quote, text=quote), parts=parts)


@pytest.mark.parametrize(("landscape", "lines"), [(False, 5), (True, 0)])
def test_gaps_and_display_type_give_way_before_lines_and_body_do(landscape, lines):
    (report,) = export(Request((crowded(lines),), landscape=landscape)).reports
    assert not report.moved
    assert report.body >= report.floor * 0.999


def test_it_is_told_from_where_all_would_stand_on_one_sheet():
    sheet = crowded(14)
    exported = export(Request((sheet,)))
    assert exported.pages > 1
    told = " ".join(note.text for note in preflight.notes(exported))
    near = floor(exported.reports[0].one_sheet * 20) / 20
    assert f"Read from {near:g} m, all fits on one sheet." in told
    assert export(Request((sheet,), distance=near)).pages == 1
    assert export(Request((sheet,), distance=near + 0.1)).pages > 1
    assert not export(Request((USUAL,))).reports[0].one_sheet


def test_an_overfull_persona_says_what_moved_and_where():
    exported = export(Request((overfull(),)))
    (report,) = exported.reports
    assert exported.pages == report.pages > 2
    assert {moved.section for moved in report.moved} >= {"Name", "Tagline", "Quote", "Goals"}
    first = text_of(replace(exported, placed=exported.placed[:1]))
    assert "more" in first
    assert "sheet 2" in first


def test_a_claim_longer_than_a_column_goes_on_in_the_next():
    long = "Orders twice a day and " * 400
    sheet = replace(USUAL, parts=(replace(GOALS, lines=(Line(long, "half", "end of it"),)),))
    assert not lost(long + "end of it", export(Request((sheet,))))


def test_an_empty_persona_leaves_lines_for_a_pen():
    (page,) = export(Request((EMPTY,))).placed
    assert sum(box.kind == "rule" for box in page) > 10


@pytest.mark.parametrize("colour", list(THEMES))
def test_every_colour_reads_on_its_own_ground(colour):
    theme = THEMES[colour]
    assert contrast(theme.dark, "#FFFFFF") >= 7
    assert contrast(theme.dark, theme.tint) >= 6.5
    assert contrast("#4A5665", theme.tint) >= 4.5
    assert export(Request((USUAL,), theme=colour)).pages == 1


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2)."""

    def light(colour: str) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(colour)]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    "wrong", [{"paper": "B5"}, {"template": "none"}, {"theme": "pink"}, {"sheets": ()}]
)
def test_a_wrong_request_is_refused_with_a_hint(wrong):
    with pytest.raises(StudioError) as caught:
        export(replace(Request((USUAL,)), **wrong))
    assert caught.value.hint


def test_avatars_and_initials_are_drawn():
    for portrait in (Portrait("LH"), Portrait("LH", style="open-peeps", seed="lina")):
        (page,) = export(Request((replace(USUAL, portrait=portrait, parts=(GOALS,)),))).placed
        assert any(box.kind == "picture" for box in page) == bool(portrait.style)


def test_a_part_with_no_lines_is_not_shown():
    sheet = replace(USUAL, parts=(GOALS, PAINS, Part("Context", (), "context")))
    assert "Context" not in text_of(export(Request((sheet,))))


def right_end(made, words):
    """Return where the ink of words on the first page ends at the right."""
    with pdfium.PdfDocument(made.pdf) as document:
        text = document[0].get_textpage()
        start, count = text.search(words).get_next()
        return max(text.get_charbox(n)[2] for n in range(start, start + count))


def test_on_a_mirrored_page_latin_lines_begin_at_the_right_with_their_titles():
    parts = (Part("Goals", (Line("Local shops", "half", "5 of 9 tell"),), "goals"),)
    made = export(Request((replace(USUAL, parts=parts),), "wall_poster", side="rtl"))
    title, claim = right_end(made, "Goals"), right_end(made, "Local shops")
    assert claim == pytest.approx(title, abs=2)
    assert right_end(made, "5 of 9 tell") < title, "the mark stands before its words"
    usual = export(Request((replace(USUAL, parts=parts),), "wall_poster"))
    assert right_end(usual, "Local shops") < PAPERS["A3"].width / 2
