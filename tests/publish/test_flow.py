# SPDX-License-Identifier: MIT
"""A flowing document loses no word and keeps headings with what they head."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from persona_studio.core.errors import StudioError
from persona_studio.publish import flow, preview
from persona_studio.publish.flow import STYLES, make
from persona_studio.publish.paragraphs import Block, Flow, Para, under
from persona_studio.publish.theme import PAPERS
from persona_studio.publish.typeset import Typesetter
from tests.publish.reading import bag

WORDS = st.text(st.characters(codec="latin-1", categories=("L", "N", "P")), max_size=9)
PARAS = st.builds(
    Para,
    st.lists(WORDS, max_size=60).map(" ".join),
    st.sampled_from(sorted(STYLES)),
    st.sampled_from(["", "Blocker", "EV01"]),
)


WORDS_OF_LONG = [f"word{number}" for number in range(3000)]
LONG: tuple[Block, ...] = ((Para("Long", "head"), Para(" ".join(WORDS_OF_LONG))),)


def pages_of(*blocks: Block) -> list[str]:
    pdf, pages = make(Flow("A title", "A foot", blocks))
    assert preview.page_count(pdf) == pages
    return [preview.page_text(pdf, number) for number in range(pages)]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(PARAS, min_size=1, max_size=4).map(tuple), min_size=1, max_size=12))
def test_no_letter_is_lost_wherever_pages_break(blocks: list[Block]) -> None:
    wanted = "".join(para.text + para.tag for block in blocks for para in block)
    assert not bag(wanted) - bag("".join(pages_of(*blocks)))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(PARAS, min_size=1, max_size=4).map(tuple), min_size=1, max_size=12))
@example(list(LONG))
def test_nothing_is_set_over_the_foot_or_over_another_line(blocks: list[Block]) -> None:
    for page in flow._paginated(blocks, Typesetter()):
        below = 0.0
        for each in page:
            style = STYLES[each.para.style]
            assert each.top >= below - 1e-6
            below = each.top + len(each.lines) * style.size * style.lead
        assert below <= PAPERS["A4"].height - flow._BOTTOM + 1e-6


def test_a_text_longer_than_a_page_goes_on_over_the_next() -> None:
    pages = pages_of(*LONG)
    assert len(pages) > 2
    assert [word for page in pages for word in page.split() if word[:4] == "word"] == WORDS_OF_LONG
    assert pages[0].count("Page 1 of") == 1


def test_a_heading_stays_with_what_it_heads() -> None:
    for lines in range(30, 60):
        fill: Block = tuple(Para(f"Line {number}") for number in range(lines))
        body = under(Para("Heading", "heading"), [(Para("First", "head"), Para("Rest"))])
        for page in pages_of(fill, *body):
            assert ("Heading" in page) == ("First" in page) == ("Rest" in page)


def test_nothing_heads_nothing_and_nothing_is_refused() -> None:
    assert under(Para("Heading"), []) == []
    with pytest.raises(StudioError):
        make(Flow("T", "f", ()))


def test_markup_and_other_scripts_are_set_as_they_are() -> None:
    text = "<b>bold</b> & <script>x</script> שלום 東京 😀"
    (page,) = pages_of((Para(text),))
    assert not bag(text.replace("😀", "")) - bag(page)
