# SPDX-License-Identifier: MIT
"""Texts of the head that must stay short: set smaller first, then told in full on sheet 2."""

from dataclasses import dataclass

from persona_studio.publish.boxes import Words, longest_word
from persona_studio.publish.fit import most
from persona_studio.publish.press import Press
from persona_studio.publish.theme import INK

ELLIPSIS = "\u2026"
_DENSEST = 8  # letters an em, more than any line holds


@dataclass(frozen=True)
class Excerpt:
    """A text with the sizes it may take (multiples of body) and the lines each allows.

    `steps` are (size, lines), the wanted one first; the last one shortens what is too long.
    """

    text: str
    steps: tuple[tuple[float, int], ...]
    weight: int = 400
    colour: str = INK
    lead: float = 1.28
    align: str = "left"
    tag: str = ""

    def words(self, press: Press, width: float) -> Words:
        """Return what is shown at this width."""
        return press.once(self, width, lambda: self._words(press, width))

    def _words(self, press: Press, width: float) -> Words:
        for em, lines in self.steps:
            found = self._sized(self.text, em)
            if self._fits(press, found, width, lines) and self._whole_words(press, em, width):
                return found
        em, lines = self.steps[-1]
        found = self._sized(self.text, em)
        return found if self._fits(press, found, width, lines) else self._short(press, width)

    def is_short(self, press: Press, width: float) -> bool:
        """Tell whether part of the text had to go to another sheet."""
        return self.words(press, width).text != self.text

    def _sized(self, text: str, em: float) -> Words:
        return Words(text, em, self.weight, self.colour, self.lead, self.align, self.tag)

    def _fits(self, press: Press, words: Words, width: float, lines: int) -> bool:
        """Tell whether words take so few lines; what is much too long is not laid out."""
        most = lines * _DENSEST * width / (words.em * press.body)
        return (
            len(words.text) <= most
            and press.count(words.text, words.em, width, self.weight) <= lines
        )

    def _whole_words(self, press: Press, em: float, width: float) -> bool:
        return press.count(longest_word(self.text), em, width, self.weight) <= 1

    def _short(self, press: Press, width: float) -> Words:
        """Keep whole words while they fit, or letters of a single endless word."""
        em, lines = self.steps[-1]
        parts = self.text.split()
        joint = " " if len(parts) > 1 else ""
        parts = parts if joint else list(self.text)

        def upto(count: int) -> Words:
            return self._sized(joint.join(parts[:count]) + ELLIPSIS, em)

        return upto(most(lambda n: self._fits(press, upto(n), width, lines), len(parts) - 1))
