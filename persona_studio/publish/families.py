# SPDX-License-Identifier: MIT
"""Which family each letter is set in: the first that has all of it; what none has is noted."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from persona_studio.publish import fonts

_INVISIBLE = frozenset({0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFE0E, 0xFE0F, 0xFEFF})
_OPEN = ("Ps", "Pi")


Part: TypeAlias = tuple[int, int, str]
"""A stretch of a text in one family, from and to places in UTF-16 units."""


class Families:
    """The families of one file's letters; `missing` maps a grapheme to the text it was met in.

    `graphemes` takes a word apart; `east` is the language whose shapes East Asian letters take.
    What was told of a word once is remembered.
    """

    def __init__(self, graphemes: Callable[[str], Iterable[str]], east: str = "") -> None:
        self.missing: dict[str, str] = {}
        self._graphemes, self._east = graphemes, east
        self._known: dict[str, str] = {}
        self._words: dict[tuple[str, str, tuple[str, ...]], list[Part]] = {}

    def ranges(self, text: str) -> list[Part]:
        """Return the stretches of a text: one family a grapheme, blanks with what is before."""
        found: list[Part] = []
        at, family, packs = 0, fonts.UI_FAMILY, fonts.packs_for(text, self._east)
        for number, word in enumerate(text.split(" ")):
            if number:
                family = self._of(" ", family, text, packs)
                at = _joined(found, at, [(0, 1, family)])
            key = (word, family, packs)
            parts = self._words.get(key)
            if parts is None:
                parts = self._words[key] = list(self._parts(word, family, text, packs))
            if parts:
                at, family = _joined(found, at, parts), parts[-1][2]
        return found

    def _parts(self, word: str, family: str, text: str, packs: tuple[str, ...]) -> Iterator[Part]:
        if family in fonts.PACKS and word and all(map(_is_blank, word)):
            family = fonts.UI_FAMILY  # a sign set apart ("Ann · Ben") takes no letter's square
        graphemes, families = list(self._graphemes(word)), []
        for grapheme in graphemes:
            family = self._of(grapheme, family, text, packs)
            families.append(family)
        _like_what_follows(graphemes, families)
        at = 0
        for grapheme, family in zip(graphemes, families, strict=True):
            end = at + len(grapheme.encode("utf-16-le", "surrogatepass")) // 2
            yield at, end, family
            at = end

    def _of(self, grapheme: str, before: str, text: str, packs: tuple[str, ...]) -> str:
        """Return the family of a grapheme of a text; a blank stays in the one before it."""
        return self._known.get(grapheme) or self._chosen(grapheme, before, text, packs)

    def _chosen(self, grapheme: str, before: str, text: str, packs: tuple[str, ...]) -> str:
        need = frozenset(map(ord, grapheme)) - _INVISIBLE
        if not need:
            return before
        families = dict(fonts.covered())
        blank = all(map(_is_blank, grapheme))
        if blank and before != fonts.EMOJI_FAMILY and need <= families[before]:
            return before
        for family in (*fonts.FAMILIES, *packs):
            if need <= families.get(family, frozenset()):
                if not blank and family in fonts.FAMILIES:
                    self._known[grapheme] = family
                return family
        if all(unicodedata.category(chr(c)) == "Cf" for c in need):
            return before
        self.missing.setdefault(grapheme, text)
        return fonts.UI_FAMILY


def _is_blank(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "ZP"


def _like_what_follows(graphemes: list[str], families: list[str]) -> None:
    """Set a sign that opens, or that begins a word, in the family of what follows it.

    The signs of East Asia are as wide as a letter: one of a pair would look like a mistake.
    """
    covered = dict(fonts.covered())
    leading = next((n for n, each in enumerate(graphemes) if not _is_blank(each[0])), 0)
    for place in range(len(graphemes) - 2, -1, -1):
        before, after = families[place], families[place + 1]
        kind = unicodedata.category(graphemes[place][0])
        if fonts.PACKS.keys().isdisjoint((before, after)) or not (kind in _OPEN or place < leading):
            continue
        if covered[after].issuperset(map(ord, graphemes[place])):
            families[place] = after


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
