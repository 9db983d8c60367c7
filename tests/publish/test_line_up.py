# SPDX-License-Identifier: MIT
"""The line-up: personas beside each other, the same questions on one scale."""

from dataclasses import replace

import pikepdf
import pytest

from persona_studio.core.errors import StudioError
from persona_studio.publish import preview
from persona_studio.publish.comparison import Compared, Comparison
from persona_studio.publish.export import Request, export
from persona_studio.publish.sheet import Line
from persona_studio.publish.templates import template_of
from persona_studio.publish.theme import MM, PAPERS
from tests.publish.people import EMPTY, GOALS, PAINS, USUAL, overfull
from tests.publish.reading import fonts_of, lost

ARABIC = replace(
    USUAL,
    name="ليلى حداد",
    tagline="صيدلانية",
    parts=(replace(GOALS, lines=(Line("تطلب مرتين في اليوم", "filled", "140"),)),),
)
LONG = replace(USUAL, name="Rechtsschutzversicherungsgesellschafterin", colour="rust")
SIX = (USUAL, ARABIC, LONG, EMPTY, replace(USUAL, colour="blue"), replace(USUAL, colour="slate"))
PAY = Compared("How do you pay? By phone", ((90, 180), (20, 80), (45, 60), (1, 4), None, (30, 90)))
COMPARISON = Comparison((PAY,), ((0, 1, 41),), 20, 400)
SETS = {2: SIX[:2], 6: SIX, "overfull": (overfull(), USUAL)}


def first_three(part):
    return sorted(part.lines, key=lambda line: not line.key)[:3]


def request(people, paper: str = "A3") -> Request:
    rows = (replace(PAY, counts=PAY.counts[: len(people)]),)
    return Request(people, "line_up", paper, comparison=replace(COMPARISON, rows=rows))


@pytest.mark.parametrize("paper", template_of("line_up").papers)
@pytest.mark.parametrize("key", list(SETS))
def test_every_name_goal_and_count_comes_back_within_the_sheet(key, paper, tmp_path):
    people = SETS[key]
    made = export(request(people, paper))
    said = [PAY.label, "41 also fit", "90 of 180", "50 %", "400 people asked"]
    for sheet in people:
        shown = [line for part in sheet.parts[:2] for line in first_three(part)]
        said += [sheet.name, sheet.tagline, *(f"{line.text} {line.proof}" for line in shown)]
    assert not lost(" ".join(said), made)
    assert not made.missing
    wide, high = PAPERS[paper].height, PAPERS[paper].width
    for box in (box for page in made.placed for box in page):
        inset = 8 * MM if box.kind == "text" else -0.01
        assert box.x >= inset
        assert box.x + box.width <= wide - inset
        assert box.y + box.height <= high - inset
    path = tmp_path / "line-up.pdf"
    path.write_bytes(made.pdf)
    with pikepdf.open(path) as pdf:
        assert not pdf.check_pdf_syntax()
        for page in pdf.pages:
            assert [float(v) for v in page.trimbox][2:] == pytest.approx([wide, high], abs=0.1 * MM)


def test_bars_stand_on_one_scale_and_the_largest_share_stands_out():
    (page,) = export(request(SIX)).placed
    bars = [box for box in page if box.kind == "block"][6:]
    pairs = list(zip(bars[::2], bars[1::2], strict=True))
    shares = [share.width / track.width for track, share in pairs]
    fits = [118 / 400] * 5
    assert shares == pytest.approx([*fits, 90 / 180, 20 / 80, 45 / 60, 1 / 4, 30 / 90])
    assert len({round(track.width, 3) for track, _ in pairs}) == 1


def test_rows_of_all_personas_begin_at_one_height():
    (page,) = export(request(SIX)).placed
    first = [GOALS.lines[0].text, "تطلب مرتين في اليوم"]
    tops = {min(box.y for box in page if box.text == text) for text in first}
    assert len(tops) == 1


def test_type_follows_the_distance_and_the_same_bytes_come_twice():
    made = export(request(SIX))
    (report,) = made.reports
    assert report.distance == pytest.approx(0.6)
    assert report.floor * 0.999 <= report.body <= report.target * 1.5 + 0.01
    assert made.pdf == export(request(SIX)).pdf
    assert all(fonts_of(made).values())
    assert made.names == ("Line-up",)


def test_a_line_up_is_spread_over_office_sheets_too():
    made = export(replace(request(SIX), tile="A4", fewer=True))
    assert made.pages == 1 + 2
    assert made.names[1] == "A1 of A2 · Line-up"


@pytest.mark.parametrize("people", [SIX[:1], (*SIX, USUAL)])
def test_one_persona_or_seven_are_refused(people):
    with pytest.raises(StudioError) as caught:
        export(Request(people, "line_up"))
    assert "2 to 6" in caught.value.message


def test_a_quiet_line_of_any_length_stays_on_the_pages():
    line = replace(GOALS.lines[0], proof="118 of 140 · " + "Donaudampfschifffahrt " * 60)
    far = replace(USUAL, parts=(replace(GOALS, lines=(line,)), PAINS))
    made = export(Request((far, *SIX[1:5]), "line_up"))
    high = PAPERS["A3"].width
    assert all(box.y + box.height <= high for page in made.placed for box in page)
    assert not lost(line.proof, made)


def test_missing_figures_leave_the_words():
    made = export(Request((USUAL, PEER), "line_up"))
    assert not lost(PEER.name + PAINS.lines[0].text, made)


def test_few_personas_stand_upright_too_and_type_grows():
    lying, upright = (
        export(replace(request(SIX[:2]), landscape=landscape)) for landscape in (True, False)
    )
    assert upright.pages == 1
    assert upright.reports[0].body > lying.reports[0].body
    assert not lost(SIX[0].name + GOALS.lines[2].text + "50 % 90 of 180", upright)


def test_lines_give_way_before_a_second_sheet_is_begun():
    many = replace(PAINS, lines=PAINS.lines * 3)
    people = tuple(replace(USUAL, name=f"P{n}", parts=(GOALS, many)) for n in range(5))
    made = export(replace(request(people), distance=0.8))
    assert made.pages == 1
    assert any("lines have no room on the line-up" in told for told in made.reports[0].cautions)
    (page,) = made.placed
    more = {box.text for box in page if box.text.startswith("+")}
    assert more == {"+1 more", "+7 more"}


def test_no_word_of_a_name_or_title_is_broken():
    sheet = replace(
        USUAL,
        name="Agnieszka Wojciechowska-Bąk",
        parts=(replace(GOALS, title="Kommunikationskanäle"), PAINS),
    )
    for template in ("line_up", "wall_poster"):
        made = export(Request((sheet, *SIX[1:5]), template))
        lines = preview.page_text(made.pdf, 0).replace("\u00ad", "").split("\n")
        assert any("Wojciechowska" in line for line in lines)
        assert any("Kommunikationskanäle" in line for line in lines)


PEER = replace(USUAL, name="Peer Gynt", fits=None)
