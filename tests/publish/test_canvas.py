# SPDX-License-Identifier: MIT
"""The workshop canvas: what is known in its box, lines for a pen, nothing over anything else."""

from dataclasses import replace
from itertools import combinations

import pytest

from persona_studio.publish.document import Placed
from persona_studio.publish.export import Request, export
from persona_studio.publish.sheet import Sheet
from persona_studio.publish.templates.canvas import levelled
from persona_studio.publish.theme import PAPERS
from tests.publish.people import EMPTY, GOALS, PAINS, USUAL, overfull
from tests.publish.reading import lost


def meet(one: Placed, other: Placed) -> bool:
    """Tell whether two texts cover each other by more than a hair."""
    wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    high = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return wide > 0.5 and high > 0.5


@pytest.mark.parametrize("paper", ["A3", "A4", "Tabloid"])
@pytest.mark.parametrize("sheet", [USUAL, EMPTY, overfull(), Sheet("")])
def test_nothing_leaves_the_sheet_or_covers_another_text(sheet, paper):
    made = export(Request((sheet,), "canvas", paper))
    size = PAPERS[paper]
    (page,) = made.placed
    texts = [box for box in page if box.kind == "text" and not box.text.startswith("+")]
    for box in page:
        assert box.x >= 0
        assert box.x + box.width <= size.height + 0.01, "it lies on its long side"
        assert box.y + box.height <= size.width + 0.01
    assert [pair for pair in combinations(texts, 2) if meet(*pair)] == []
    assert sum(box.kind == "rule" for box in page) > 20, "room for a pen"


def test_what_is_known_stands_in_its_box_and_the_rest_asks():
    made = export(Request((USUAL,), "canvas"))
    known = [line.text for part in USUAL.parts for line in part.lines]
    assert not lost(" ".join([USUAL.name, *known, "Why does it matter to them?"]), made)
    assert not any("no room" in told for told in made.reports[0].cautions)


def test_a_row_with_more_to_tell_takes_height_from_the_others():
    assert levelled(90, [10, 20, 30]) == [30, 30, 30]
    assert levelled(90, [50, 20, 10]) == [50, 20, 20]
    assert levelled(90, [60, 50, 10]) == [30, 30, 30], "none where it does not suffice"
    many = replace(USUAL.parts[2], lines=USUAL.parts[2].lines * 3)
    (report,) = export(Request((replace(USUAL, parts=(GOALS, PAINS, many)),), "canvas")).reports
    assert not any("no room" in told for told in report.cautions)


def test_what_has_no_room_is_said():
    (report,) = export(Request((overfull(),), "canvas", "A4")).reports
    assert any("no room beside the pen" in told for told in report.cautions)


def test_lines_for_a_pen_end_level_in_the_boxes_of_a_row():
    (page,) = export(Request((USUAL,), "canvas")).placed
    rules = [box for box in page if box.kind == "rule" and box.width < PAPERS["A3"].height / 2]
    lowest = {}
    for box in rules:
        lowest[box.x] = max(lowest.get(box.x, 0.0), box.y)
    assert len(lowest) > 2, "boxes stand side by side"
    assert max(lowest.values()) - min(lowest.values()) < 0.1
