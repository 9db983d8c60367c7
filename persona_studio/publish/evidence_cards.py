# SPDX-License-Identifier: MIT
"""Numbered evidence on cards to be cut out: what hangs on a paper wall is found by its number."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from persona_studio.publish import language
from persona_studio.publish.document import Document, Meta, Page, Type
from persona_studio.publish.theme import INK, MM, MUTED, PAPERS, RULE, THEMES
from persona_studio.publish.typeset import ONE_AT_A_TIME, Typesetter, clean

ACROSS, DOWN = 2, 4
_PAD = 8 * MM
_NUMBER = 22.0
_SIZES = (20.0, 17.0, 15.0, 13.5, 12.0, 11.0, 10.0, 9.0)
_SMALL = 9.0
_LEAD = 1.3
_MARK = 4 * MM
_EDGE = 5 * MM  # what office printers leave white


@dataclass(frozen=True)
class EvidenceCard:
    """One piece of evidence: its number (E12, Q3, T2), its words, and where they come from."""

    number: str
    text: str
    source: str


@dataclass(frozen=True)
class CardSheets:
    """The file, its pages, and the numbers of cards whose words are longer than a card."""

    pdf: bytes
    pages: int
    shortened: tuple[str, ...]


def make(
    title: str,
    cards: Sequence[EvidenceCard],
    paper: str = "A4",
    *,
    report: Callable[[int, int], None] | None = None,
) -> CardSheets:
    """Return eight cards a sheet with cut marks; words that are too long end in three dots."""
    shortened = []
    with ONE_AT_A_TIME:
        document = Document(Meta(title, "", "en"))
        setter = Typesetter(language.eastern(card.text for card in cards))
        for place, card in enumerate(cards):
            if report is not None:
                report(place, len(cards))
            slot = place % (ACROSS * DOWN)
            if slot == 0:
                page = document.page(PAPERS[paper].width, PAPERS[paper].height)
                _cut_marks(page)
            if _card(page, setter, card, slot):
                shortened.append(card.number)
        pages = len(document.pages)
        return CardSheets(document.close(), pages, tuple(shortened))


def _card(page: Page, setter: Typesetter, card: EvidenceCard, slot: int) -> bool:
    """Draw one card; tell whether its words had to be cut short."""
    wide, high = page.width / ACROSS, page.height / DOWN
    x, y = slot % ACROSS * wide + _PAD, slot // ACROSS * high + _PAD
    inner = wide - 2 * _PAD
    number = setter.lay(card.number, 700, inner / _NUMBER * 1000)
    colour = THEMES["teal"].dark
    page.text(number, (x, y), Type(_NUMBER, inner, colour, lead=1.1, align="left"))
    source = clean(card.source)
    foot = setter.lay(source or " ", 400, inner / _SMALL * 1000)
    low = y - _PAD + high - _PAD - _SMALL * _LEAD
    page.text(foot, (x, low), Type(_SMALL, inner, MUTED, align="left"), range(1))
    top = y + _NUMBER * 1.1 + 1.5 * MM
    page.rule(x, top - 0.75 * MM, inner, 0.5, RULE)
    return _words(page, setter, clean(card.text), ((x, top), (inner, low - top - 1 * MM)))


def _words(
    page: Page,
    setter: Typesetter,
    text: str,
    place: tuple[tuple[float, float], tuple[float, float]],
) -> bool:
    (corner, (wide, high)) = place
    for size in _SIZES:
        laid = setter.lay(text or " ", 400, wide / size * 1000)
        if laid.count * size * _LEAD <= high:
            page.text(laid, corner, Type(size, wide, INK, lead=_LEAD))
            return False
    lines = int(high / (size * _LEAD))
    kept = text
    while setter.lay(kept + "…", 400, wide / size * 1000).count > lines:
        kept = kept[: int(len(kept) * 0.97)].rstrip()
    laid = setter.lay(kept + "…", 400, wide / size * 1000)
    page.text(laid, corner, Type(size, wide, INK, lead=_LEAD))
    return True


def _cut_marks(page: Page) -> None:
    """Draw where to cut, at the edges and where cards meet."""
    for column in range(1, ACROSS):
        x = page.width * column / ACROSS
        for start in _starts(page.height, DOWN):
            page.line((x, start), (x, start + _MARK), 0.35, MUTED)
    for row in range(1, DOWN):
        y = page.height * row / DOWN
        for start in _starts(page.width, ACROSS):
            page.line((start, y), (start + _MARK, y), 0.35, MUTED)


def _starts(length: float, parts: int) -> list[float]:
    inner = [length * n / parts - _MARK / 2 for n in range(1, parts)]
    return [_EDGE, *inner, length - _EDGE - _MARK]
