# SPDX-License-Identifier: MIT
"""A persona at the head of a column: face, role, name and tagline on its own colour."""

from dataclasses import dataclass, replace

from persona_studio.publish.boxes import Words, whole_words
from persona_studio.publish.document import Page, Type
from persona_studio.publish.press import Press
from persona_studio.publish.sheet import Sheet
from persona_studio.publish.templates.excerpt import Excerpt
from persona_studio.publish.theme import WHITE, Theme
from persona_studio.publish.typeset import clean

_FACE = 3.4  # diameter, in body sizes
_PAD = 0.7
_NAME, _TAGLINE = ((1.3, 4), (1.1, 4), (0.95, 4), (0.84, 4)), ((0.88, 4),)
_BESIDE = 13.0  # body sizes of width from which words stand beside the face


@dataclass(frozen=True)
class Card:
    """One persona's card; `height` is what it needs, `draw` fills what all cards share."""

    sheet: Sheet
    theme: Theme
    face: bytes | None
    tag: str = "H1"

    def within(self, press: Press, width: float) -> "Card":
        """Return the card with a name and tagline of no more lines than a column bears."""
        measure = self._measure(press, width)
        name = Excerpt(clean(self.sheet.name), _NAME, 700).words(press, measure).text
        tagline = Excerpt(clean(self.sheet.tagline), _TAGLINE).words(press, measure).text
        return replace(self, sheet=replace(self.sheet, name=name, tagline=tagline))

    def _words(self, press: Press, measure: float) -> list[Words]:
        name = clean(self.sheet.name)
        em = whole_words(press, name, [em for em, _ in _NAME], measure)
        found = [
            Words(self.sheet.role, 0.74, 600, self.theme.tint, 1.35, press.side),
            Words(name, em, 700, WHITE, 1.15, press.side, self.tag),
            Words(clean(self.sheet.tagline), 0.88, 400, WHITE, 1.3, press.side),
        ]
        return [words for words in found if words.text]

    def _beside(self, press: Press, width: float) -> bool:
        return width > _BESIDE * press.body

    def _measure(self, press: Press, width: float) -> float:
        inner = width - 2 * _PAD * press.body
        return inner - (_FACE + _PAD) * press.body if self._beside(press, width) else inner

    def height(self, press: Press, width: float) -> float:
        """Return the height its words and face need."""
        measure = self._measure(press, width)
        words = sum(each.height(press, measure) for each in self._words(press, measure))
        face = _FACE * press.body
        inner = max(face, words) if self._beside(press, width) else face + words + 0.4 * press.body
        return inner + 2 * _PAD * press.body

    def draw(
        self, press: Press, page: Page, corner: tuple[float, float], room: tuple[float, float]
    ) -> None:
        """Fill the card, then set face and words, from the side where reading starts."""
        (x, y), (width, height) = corner, room
        page.block(x, y, width, height, self.theme.dark)
        pad, face, measure = _PAD * press.body, _FACE * press.body, self._measure(press, width)
        self._draw_face(press, page, (x + width - pad - face if press.rtl else x + pad, y + pad))
        beside = self._beside(press, width)
        left = x + pad if press.rtl or not beside else x + width - pad - measure
        top = y + pad + (0 if beside else face + 0.4 * press.body)
        for words in self._words(press, measure):
            words.draw(press, page, (left, top), measure)
            top += words.height(press, measure)

    def _draw_face(self, press: Press, page: Page, corner: tuple[float, float]) -> None:
        (x, y), size = corner, _FACE * press.body
        page.disc(x, y, size, self.theme.tint)
        if self.face is not None:
            with page.figure(f"Portrait of {clean(self.sheet.name)}", corner, (size, size)):
                page.picture(x, y, size, self.face)
        elif self.sheet.portrait.initials:
            em = 1.25
            laid = press.lay(self.sheet.portrait.initials, em, size, 700)
            top = y + (size - em * press.body * 1.2) / 2
            centred = Type(em * press.body, size, self.theme.dark, 1.2, "centre")
            with page.aside():
                page.text(laid, (x, top), centred, range(1))
