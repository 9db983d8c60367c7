# SPDX-License-Identifier: MIT
"""The studio's faces: where they lie, which letters each has, and how wide its glyphs are.

What every script but those of East Asia needs is bundled; their large faces are packs that a user
puts into a folder of the studio (`packs_folder`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from struct import unpack_from
from typing import Any

import uharfbuzz as hb

from persona_studio import paths
from persona_studio.core.errors import StudioError
from persona_studio.publish import language

UI_FAMILY = "Studio Inter"
EMOJI_FAMILY = "Studio Noto Emoji"
# The order of the fallback. Devanagari stands before Noto Sans, which has its letters too.
FAMILIES = (
    UI_FAMILY,
    "Studio Noto Sans Arabic",
    "Studio Noto Sans Hebrew",
    "Studio Noto Sans Devanagari",
    "Studio Noto Sans",
    EMOJI_FAMILY,
)
PACKS = {
    "Studio Noto Sans SC": "Chinese (simplified)",
    "Studio Noto Sans TC": "Chinese (traditional)",
    "Studio Noto Sans JP": "Japanese",
    "Studio Noto Sans KR": "Korean",
}
"""Families that are too large to ship with the studio; each is one pack in the user's folder."""

PACK_OF = dict(zip(language.EASTERN, PACKS, strict=True))
"""The pack of each language that writes letters in shapes of its own."""

STYLES = {"Regular": 400, "SemiBold": 600, "Bold": 700}

_LAST = 100  # texts: all letters of one are asked about in turn


@dataclass(frozen=True)
class Face:
    """One TTF of the bundle; lengths are in thousandths of an em."""

    path: Path
    family: str
    style: str

    @property
    def postscript_name(self) -> str:
        """The name a PDF shows, without spaces."""
        return self.path.stem

    @cached_property
    def blob(self) -> Any:
        """The file's bytes as harfbuzz holds them."""
        return hb.Blob.from_file_path(self.path)

    @cached_property
    def shape(self) -> Any:
        """The harfbuzz face."""
        return hb.Face(self.blob)

    @cached_property
    def letters(self) -> frozenset[int]:
        """The code points the face can show."""
        return frozenset(self.shape.unicodes)

    @cached_property
    def _font(self) -> Any:
        return hb.Font(self.shape)

    @cached_property
    def _widths(self) -> dict[int, float]:
        return {}

    def width(self, glyph: int) -> float:
        """Return the advance of a glyph."""
        found = self._widths.get(glyph)
        if found is None:
            found = self._font.get_glyph_h_advance(glyph) * 1000 / self.shape.upem
            self._widths[glyph] = found
        return found

    def glyph(self, letter: int) -> int:
        """Return the glyph of a code point."""
        found = self._glyphs.get(letter)
        if found is None:
            found = self._glyphs[letter] = self._font.get_nominal_glyph(letter) or 0
        return found

    @cached_property
    def _glyphs(self) -> dict[int, int]:
        return {}

    @cached_property
    def metrics(self) -> dict[str, int]:
        """`ascent`, `descent` (negative) and `cap` height."""
        k = 1000 / self.shape.upem
        extents = self._font.get_font_extents("ltr")
        cap = self._font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
        return {
            "ascent": round(extents.ascender * k),
            "descent": round(extents.descender * k),
            "cap": round(cap * k),
        }

    @cached_property
    def box(self) -> tuple[int, ...]:
        """The box around all glyphs: left, bottom, right, top (OpenType `head`, offset 36)."""
        k = 1000 / self.shape.upem
        head = self.shape.reference_table("head").data
        return tuple(round(v * k) for v in unpack_from(">4h", head, 36))


def folder() -> Path:
    """Return where the fonts lie: inside the wheel, or beside the package in its source tree."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "_resources" / "fonts"
    return inside if inside.is_dir() else package.parent / "resources" / "fonts"


def packs_folder() -> Path:
    """Return where packs are looked for: in the user's data folder."""
    return paths.home() / "fonts"


@cache
def faces() -> tuple[Face, ...]:
    """Return every face there is, families in the order of the fallback, packs last."""
    bundled = (face for family in FAMILIES for face in of_family(folder(), family))
    packed = (face for family in PACKS for face in of_family(packs_folder(), family))
    return (*bundled, *packed)


def of_family(place: Path, family: str) -> Iterator[Face]:
    """Yield the faces of a family that lie in a folder."""
    for style in STYLES:
        path = place / f"{family.replace(' ', '')}-{style}.ttf"
        if path.exists():
            yield Face(path, family, style)


def pack_for(text: str, east: str = "") -> str:
    """Return the pack whose shapes suit a text; "" where it tells none.

    First what the text tells without doubt, then the language of the file (`east`), then the
    likely one.
    """
    return PACK_OF.get(language.told(text) or east or language.eastern([text]), "")


@lru_cache(_LAST)
def packs_for(text: str, east: str = "") -> tuple[str, ...]:
    """Return the packs in the order in which they serve a text: one letter's shape differs.

    The one that suits stands first, unless another lacks fewer of the letters: a text is set in
    one pack where one has all of it.
    """
    first, have = pack_for(text, east), dict(covered())
    need = set(map(ord, text)).difference(*(have[family] for family in FAMILIES if family in have))
    lacking = {pack: len(need - have.get(pack, frozenset())) for pack in PACKS}
    return tuple(sorted(PACKS, key=lambda pack: (lacking[pack], pack != first)))


@cache
def face(family: str, style: str) -> Face:
    """Return a face by its name; one that is not the studio's is a fault."""
    for each in faces():
        if (each.family, each.style) == (family, style):
            return each
    raise StudioError(
        "A font outside the studio would have been printed.",
        "Please report this; nothing was written.",
        f"{family} {style}",
    )


@cache
def weight(family: str, wanted: int) -> int:
    """Return the weight of the family that stands in for `wanted`, so that Qt fakes none."""
    have = [STYLES[each.style] for each in faces() if each.family == family]
    return min(have, key=lambda each: (abs(each - wanted), -each))


def letters_in(data: bytes) -> frozenset[int]:
    """Return the code points that the bytes of a font file can show."""
    return frozenset(hb.Face(hb.Blob(data)).unicodes)


@cache
def covered() -> tuple[tuple[str, frozenset[int]], ...]:
    """Return each family with the code points that all of its weights can show."""
    found: dict[str, frozenset[int]] = {}
    for face in faces():
        before = found.get(face.family)
        found[face.family] = face.letters if before is None else before & face.letters
    return tuple(found.items())


def renew() -> None:
    """Look for faces anew, after a pack was added."""
    for known in (faces, covered, packs_for, face, weight):
        known.cache_clear()
