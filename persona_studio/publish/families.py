# SPDX-License-Identifier: MIT
"""Which family each letter is set in: the first that has all of it; what none has is noted."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from persona_studio.publish import fonts

_INVISIBLE = frozenset({0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFE0E, 0xFE0F, 0xFEFF})


Part: TypeAlias = tuple[int, int, str]
"""A stretch of a text in one family, from and to places in UTF-16 units."""


class Families:
    """The families of one file's letters; `missing` maps a grapheme to the text it was met in.

    `graphemes` takes a word apart. What was told of a word once is remembered.
    """

    def __init__(self, graphemes: Callable[[str], Iterable[str]]) -> None:
        self.missing: dict[str, str] = {}
        self._graphemes = graphemes
        self._known: dict[str, str] = {}
        self._words: dict[tuple[str, str, tuple[str, ...]], list[Part]] = {}

    def ranges(self, text: str) -> list[Part]:
        """Return the stretches of a text: one family a grapheme, blanks with what is before."""
        found: list[Part] = []
        at, family, packs = 0, fonts.UI_FAMILY, fonts.packs_for(text)
        for number, word in enumerate(text.split(" ")):
            if number:
                family = self.of(" ", family, text)
                at = _joined(found, at, [(0, 1, family)])
            key = (word, family, packs)
            parts = self._words.get(key)
            if parts is None:
                parts = self._words[key] = list(self._parts(word, family, text))
            if parts:
                at, family = _joined(found, at, parts), parts[-1][2]
        return found

    def _parts(self, word: str, family: str, text: str) -> Iterator[Part]:
        at = 0
        for grapheme in self._graphemes(word):
            family = self.of(grapheme, family, text)
            end = at + len(grapheme.encode("utf-16-le", "surrogatepass")) // 2
            yield at, end, family
            at = end

    def of(self, grapheme: str, before: str, text: str) -> str:
        """Return the family of a grapheme of a text; a blank stays in the one before it."""
        return self._known.get(grapheme) or self._chosen(grapheme, before, text)

    def _chosen(self, grapheme: str, before: str, text: str) -> str:
        need = frozenset(map(ord, grapheme)) - _INVISIBLE
        if not need:
            return before
        families = dict(fonts.covered())
        blank = all(unicodedata.category(c)[0] in "ZP" for c in grapheme)
        if blank and before != fonts.EMOJI_FAMILY and need <= families[before]:
            return before
        for family in (*fonts.FAMILIES, *fonts.packs_for(text)):
            if need <= families.get(family, frozenset()):
                if not blank and family in fonts.FAMILIES:
                    self._known[grapheme] = family
                return family
        if all(unicodedata.category(chr(c)) == "Cf" for c in need):
            return before
        self.missing.setdefault(grapheme, text)
        return fonts.UI_FAMILY


def _joined(found: list[Part], at: int, parts: Iterable[Part]) -> int:
    """Append parts that begin at a place, like families as one; return where they end."""
    end = at
    for start, stop, family in parts:
        begin, end = at + start, at + stop
        if found and found[-1][2] == family:
            begin = found.pop()[0]
        found.append((begin, end, family))
    return end


def goes_on(units: bytes, place: int) -> bool:
    """Tell whether what stands at a place belongs to the letter before it: half of one, or a mark.

    Beside letters of India Qt sees a boundary there.
    """
    unit = int.from_bytes(units[2 * place : 2 * place + 2], "little")
    return 0xDC00 <= unit <= 0xDFFF or unicodedata.category(chr(unit)) in ("Mn", "Me")
