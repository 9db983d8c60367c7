# SPDX-License-Identifier: MIT
"""Which family each letter is set in: the first that has all of it; what none has is noted."""

import unicodedata

from persona_studio.publish import fonts

_INVISIBLE = frozenset({0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFE0E, 0xFE0F, 0xFEFF})


class Families:
    """The families of one file's letters; `missing` maps a grapheme to the text it was met in."""

    def __init__(self) -> None:
        self.missing: dict[str, str] = {}
        self._known: dict[str, str] = {}

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


def goes_on(units: bytes, place: int) -> bool:
    """Tell whether what stands at a place belongs to the letter before it: half of one, or a mark.

    Beside letters of India Qt sees a boundary there.
    """
    unit = int.from_bytes(units[2 * place : 2 * place + 2], "little")
    return 0xDC00 <= unit <= 0xDFFF or unicodedata.category(chr(unit)) in ("Mn", "Me")
