# SPDX-License-Identifier: MIT
"""Photos made ready for print: upright, square around their focus, sized, without metadata."""

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from persona_studio.core.errors import StudioError
from persona_studio.core.framing import frame

PPI = 300
POOR_PPI = 150
_QUALITY, _KEPT = 86, 95  # as it is printed, and until its size on the page is known
_LAST = 16
_MOST_PIXELS = 80_000_000


def square(data: bytes, focus: tuple[float, ...], points: float) -> tuple[bytes, float]:
    """Return a square JPEG for `points` of width, never enlarged, and its pixels per inch."""
    picture = _opened(data)
    left, top, side = (round(number) for number in frame(focus, *picture.size))
    picture = picture.crop((left, top, left + side, top + side))
    wanted = max(1, round(points / 72 * PPI))
    if side > wanted:
        picture = picture.resize((wanted, wanted), Image.Resampling.LANCZOS)
    return _jpeg(picture, _KEPT), picture.width / (points / 72)


@lru_cache(_LAST)
def printed(data: bytes, points: float) -> bytes:
    """Return a photo with no more dots than `points` of width need; what is drawn stays."""
    with Image.open(BytesIO(data)) as photo:
        if photo.format != "JPEG":
            return data
        wanted = max(1, round(points / 72 * PPI))
        smaller = (wanted, wanted) if photo.width > wanted else photo.size
        return _jpeg(photo.resize(smaller, Image.Resampling.LANCZOS), _QUALITY)


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def _opened(data: bytes) -> Image.Image:
    """Return the photo upright, in plain RGB, on white where it was clear."""
    try:
        with Image.open(BytesIO(data)) as raw:
            if raw.width * raw.height > _MOST_PIXELS:
                raise StudioError("The photo is too large.", "Use one of up to 80 megapixels.")
            upright = ImageOps.exif_transpose(raw).convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise StudioError(
            "The photo could not be read.", "Choose a JPEG or PNG picture.", type(error).__name__
        ) from error
    ground = Image.new("RGB", upright.size, "white")
    ground.paste(upright, mask=upright.getchannel("A"))
    return ground
