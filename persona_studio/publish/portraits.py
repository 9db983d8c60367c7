# SPDX-License-Identifier: MIT
"""The face of a persona as a picture: its photo made ready, or the avatar drawn."""

from functools import lru_cache

from persona_studio.publish import avatars, pictures
from persona_studio.publish.sheet import Portrait
from persona_studio.publish.typeset import raster

_LARGEST_AVATAR = 1200  # pixels


def portrait_of(portrait: Portrait, points: float) -> tuple[bytes | None, float | None]:
    """Return the picture of a portrait, square, and the pixels per inch of a photo."""
    if portrait.photo is not None:
        return pictures.square(portrait.photo, portrait.focus, points)
    if portrait.style:
        pixels = min(_LARGEST_AVATAR, round(points / 72 * pictures.PPI))
        return _drawn(portrait.style, portrait.seed, pixels), None
    return None, None


@lru_cache(64)
def _drawn(style: str, seed: str, pixels: int) -> bytes:
    return raster(avatars.svg(style, seed), pixels)
