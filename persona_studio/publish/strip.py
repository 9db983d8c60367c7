# SPDX-License-Identifier: MIT
"""A test strip: one office sheet that shows, before the poster, what the printer does to it."""

from persona_studio.publish.document import Document, Meta, Page, Type
from persona_studio.publish.ruler import ruler
from persona_studio.publish.sheet import LEGEND
from persona_studio.publish.theme import INK, MM, MUTED, PAPERS, RULE, THEMES, WHITE
from persona_studio.publish.typeset import ONE_AT_A_TIME, Typesetter

_SIDE, _TOP = 22 * MM, 24 * MM
_MARGINS = (5, 8, 12)  # mm from the edge
_GREYS = 8
_SAMPLE = "Can you read this from where your readers will stand?"


def strip(paper: str, body: float) -> bytes:
    """Return the strip on a paper, with a sentence in the poster's body size (points)."""
    with ONE_AT_A_TIME:
        document = Document(Meta("Test strip", "", "en"))
        setter = Typesetter()
        sheet = PAPERS[paper]
        page = document.page(sheet.width, sheet.height)
        _frames(page, setter)
        y = _say(page, setter, _TOP, ("Test strip", 22, 700, INK))
        y = _say(
            page, setter, y, ("Print it at actual size, then look at four things.", 11, 400, MUTED)
        )
        y = _size(page, setter, y + 8 * MM)
        y = _type(page, setter, y + 8 * MM, body)
        y = _colours(page, setter, y + 8 * MM)
        _edges(page, setter, y + 8 * MM)
        return document.close()


def _size(page: Page, setter: Typesetter, y: float) -> float:
    words = (
        "1  Size: the line below measures 100 mm. If not, the printer scales; choose “actual size”."
    )
    y = _say(page, setter, y, (words, 11, 600, INK))
    return ruler(page, setter, (_SIDE, y + 3 * MM))


def _type(page: Page, setter: Typesetter, y: float, body: float) -> float:
    words = f"2  Type: hang it up. This is the poster's text, {body:.0f} pt."
    y = _say(page, setter, y, (words, 11, 600, INK))
    return _say(page, setter, y + 2 * MM, (_SAMPLE, body, 400, INK))


def _colours(page: Page, setter: Typesetter, y: float) -> float:
    words = (
        "3  Colour and marks: five different colours, an even row of greys, four different marks."
    )
    y = _say(page, setter, y, (words, 11, 600, INK)) + 3 * MM
    wide = (page.width - 2 * _SIDE) / len(THEMES)
    for number, colours in enumerate(THEMES.values()):
        x = _SIDE + number * wide
        page.block(x, y, wide - 2 * MM, 14 * MM, colours.dark)
        laid = setter.lay(colours.name, 600, wide / 10 * 1000)
        page.text(laid, (x, y + 4 * MM), Type(10, wide - 2 * MM, WHITE, align="centre"))
    y += 17 * MM
    each = (page.width - 2 * _SIDE) / _GREYS
    for number in range(_GREYS):
        level = round(255 * number / (_GREYS - 1))
        page.block(_SIDE + number * each, y, each, 7 * MM, f"#{level:02X}{level:02X}{level:02X}")
    y += 11 * MM
    for number, (mark, word) in enumerate(LEGEND):
        x = _SIDE + number * (page.width - 2 * _SIDE) / len(LEGEND)
        page.mark((x, y), 5 * MM, mark, THEMES["teal"].dark)
        laid = setter.lay(word, 400, 30 * MM / 8 * 1000)
        page.text(laid, (x + 6.5 * MM, y), Type(8, 30 * MM, MUTED, align="left"))
    return y + 9 * MM


def _edges(page: Page, setter: Typesetter, y: float) -> float:
    words = (
        "4  Edge: the outermost frame that is whole on all four sides tells the printer's margin."
    )
    return _say(page, setter, y, (words, 11, 600, INK))


def _frames(page: Page, setter: Typesetter) -> None:
    for margin in _MARGINS:
        left, top = margin * MM, margin * MM
        right, bottom = page.width - left, page.height - top
        for start, end in (
            ((left, top), (right, top)),
            ((right, top), (right, bottom)),
            ((right, bottom), (left, bottom)),
            ((left, bottom), (left, top)),
        ):
            page.line(start, end, 0.5, RULE if margin == _MARGINS[-1] else MUTED)
        laid = setter.lay(f"{margin} mm", 400, 20 * MM / 7 * 1000)
        at = (page.width / 2 - 10 * MM, top + 0.4 * MM)
        page.text(laid, at, Type(7, 20 * MM, MUTED, align="centre"))


def _say(page: Page, setter: Typesetter, y: float, words: tuple[str, float, int, str]) -> float:
    """Set a paragraph between the margins; return where it ends."""
    text, size, weight, colour = words
    wide = page.width - 2 * _SIDE
    laid = setter.lay(text, weight, wide / size * 1000)
    page.text(laid, (_SIDE, y), Type(size, wide, colour, align="left"))
    return y + laid.count * size * 1.32
