# SPDX-License-Identifier: MIT
"""A document to read at a desk: paragraphs that flow over A4 pages, with a foot on each.

Paragraphs of a block stay on one page where they fit on one; a longer one is broken by lines.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from persona_studio.core.errors import StudioError
from persona_studio.publish import language
from persona_studio.publish.document import Document, Meta, Page, Type
from persona_studio.publish.paragraphs import PAPER, Block, Flow, Para
from persona_studio.publish.theme import INK, MM, MUTED, PAPERS, RULE, THEMES, WRONG
from persona_studio.publish.typeset import Paragraph, Typesetter, clean

_SIDE, _TOP, _BOTTOM = 18 * MM, 16 * MM, 20 * MM
_TAG = 19 * MM
_TAG_SIZE, _FOOT_SIZE = 8.0, 8.0


@dataclass(frozen=True)
class Style:
    """How a paragraph is set; `above` is the space over it, `tagged` leaves room for a tag."""

    size: float
    weight: int = 400
    colour: str = INK
    above: float = 0.0
    lead: float = 1.34
    tagged: bool = False


STYLES: Mapping[str, Style] = MappingProxyType(
    {
        "title": Style(22, 700, lead=1.2),
        "lead": Style(11, 400, MUTED, 3),
        "heading": Style(14, 700, THEMES["teal"].dark, 20, 1.25),
        "sub": Style(11, 600, INK, 12),
        "head": Style(10, 600, INK, 9, tagged=True),
        "body": Style(10, 400, INK, 1, tagged=True),
        "quiet": Style(8.5, 400, MUTED, 1.5, tagged=True),
        "row": Style(9, 400, INK, 2.5, tagged=True),
    }
)
_HEADINGS = {"title": "H1", "heading": "H2", "sub": "H3"}
_TAGS: Mapping[str, str] = MappingProxyType({"Blocker": WRONG})


@dataclass(frozen=True)
class _Set:
    """Paragraph `number` laid out, and the lines of it that stand at `top`."""

    number: int
    para: Para
    laid: Paragraph
    lines: range
    top: float


def make(flow: Flow, *, report: Callable[[int, int], None] | None = None) -> tuple[bytes, int]:
    """Return the PDF and how many pages it has; the same flow, the same bytes.

    May run on any thread once `typeset.ensure_gui` was called on the main one.
    """
    if not flow.blocks:
        raise StudioError("There is nothing to print.", "Add personas first.", kind="nothing")
    told = [para.text for block in flow.blocks for para in block]
    setter, paper = Typesetter(language.eastern(told)), PAPERS[PAPER]
    pages = list(_paginated(flow.blocks, setter))
    document = Document(Meta(clean(flow.title)))
    for number, placed in enumerate(pages, start=1):
        if report is not None:
            report(number - 1, len(pages))
        page = document.page(paper.width, paper.height)
        for each in placed:
            _draw(page, each, setter)
        _foot(page, setter, (flow.foot, f"Page {number} of {len(pages)}"))
    return document.close(), len(pages)


def _paginated(blocks: Sequence[Block], setter: Typesetter) -> Iterator[list[_Set]]:
    bottom = PAPERS[PAPER].height - _BOTTOM
    placed: list[_Set] = []
    y, number = _TOP, 0
    for block in blocks:
        laid = [(para, _lay(para, setter)) for para in block]
        high = sum(_height(para, each.count) for para, each in laid)
        if placed and y + high > bottom and high <= bottom - _TOP:
            yield placed
            placed, y = [], _TOP
        for para, each in laid:
            start, number = 0, number + 1
            while start < each.count:
                style = STYLES[para.style]
                y += style.above if placed and not start else 0
                room = int((bottom - y) / (style.size * style.lead))
                if room < 1:
                    yield placed
                    placed, y = [], _TOP
                    continue
                lines = range(start, min(each.count, start + room))
                placed.append(_Set(number, para, each, lines, y))
                y += len(lines) * style.size * style.lead
                start = lines.stop
    yield placed


def _lay(para: Para, setter: Typesetter) -> Paragraph:
    style = STYLES[para.style]
    return setter.lay(clean(para.text) or " ", style.weight, _width(style) / style.size * 1000)


def _width(style: Style) -> float:
    return PAPERS[PAPER].width - 2 * _SIDE - (_TAG if style.tagged else 0)


def _height(para: Para, lines: int) -> float:
    style = STYLES[para.style]
    return style.above + lines * style.size * style.lead


def _draw(page: Page, placed: _Set, setter: Typesetter) -> None:
    style = STYLES[placed.para.style]
    left = _SIDE + (_TAG if style.tagged else 0)
    kind = Type(style.size, _width(style), style.colour, style.lead)
    title = _HEADINGS.get(placed.para.style) if placed.lines.start == 0 else None
    told = (
        page.heading(title, placed.laid.text, placed.top)
        if title
        else page.tag("P", key=placed.number)
    )
    with told:
        page.text(placed.laid, (left, placed.top), kind, placed.lines)
    if placed.para.tag and not placed.lines.start:
        tag = clean(placed.para.tag)
        laid = setter.lay(tag, 600, _TAG / _TAG_SIZE * 1000)
        tall = Type(_TAG_SIZE, _TAG, _TAGS.get(tag, MUTED), style.size * style.lead / _TAG_SIZE)
        page.text(laid, (_SIDE, placed.top), tall, range(1))


def _foot(page: Page, setter: Typesetter, words: tuple[str, str]) -> None:
    wide = page.width - 2 * _SIDE
    top = page.height - _BOTTOM + 7 * MM
    page.rule(_SIDE, top - 2 * MM, wide, 0.5, RULE)
    for text, align in zip(words, ("left", "right"), strict=True):
        share = wide * (0.75 if align == "left" else 0.25)
        laid = setter.lay(clean(text) or " ", 400, share / _FOOT_SIZE * 1000)
        left = _SIDE if align == "left" else _SIDE + wide - share
        with page.aside():
            page.text(laid, (left, top), Type(_FOOT_SIZE, share, MUTED, align=align), range(1))
