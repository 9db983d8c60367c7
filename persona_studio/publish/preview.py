# SPDX-License-Identifier: MIT
"""Pictures of a finished PDF's pages: what is shown is the very file that is saved."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import Any

import pypdfium2 as pdfium

_PDFIUM = Lock()  # PDFium is not safe for several threads


@dataclass(frozen=True)
class Raster:
    """A page as pixels: rows of `stride` bytes, three a pixel in the order red, green, blue."""

    width: int
    height: int
    stride: int
    data: bytes


def page_count(pdf: bytes) -> int:
    """Return how many pages the file has."""
    with _opened(pdf) as document:
        return len(document)


def page_raster(pdf: bytes, number: int, width: int) -> Raster:
    """Draw one page (0-based) `width` pixels wide."""
    with _opened(pdf) as document:
        bitmap = _drawn(document, number, width)
        data = bytes(bitmap.buffer)
        return Raster(bitmap.width, bitmap.height, bitmap.stride, data)


def page_png(pdf: bytes, number: int, width: int) -> bytes:
    """Return one page (0-based) as a PNG file `width` pixels wide."""
    with _opened(pdf) as document:
        picture = _drawn(document, number, width).to_pil()
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def page_points(pdf: bytes) -> list[tuple[float, float]]:
    """Return width and height of every page in points."""
    with _opened(pdf) as document:
        found = [document.get_page_size(number) for number in range(len(document))]
    return [(float(wide), float(high)) for wide, high in found]


def page_dots(pdf: bytes, number: int, dots: int) -> int:
    """Return how many pixels wide one page (0-based) is at so many dots an inch."""
    with _opened(pdf) as document, closing(document[number]) as page:
        return max(1, round(float(page.get_width()) / 72 * dots))


def page_text(pdf: bytes, number: int) -> str:
    """Return the text a reader can copy from one page (0-based)."""
    with (
        _opened(pdf) as document,
        closing(document[number]) as page,
        closing(page.get_textpage()) as text,
    ):
        return str(text.get_text_range())


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    with _PDFIUM, closing(pdfium.PdfDocument(pdf)) as document:
        yield document


def _drawn(document: Any, number: int, width: int) -> Any:
    page = document[number]
    scale = width / page.get_width()
    return page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
