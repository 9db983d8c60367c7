# SPDX-License-Identifier: MIT
"""The jobs of the Print room, for its thread: make the file, draw a page of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona_studio.publish.request import Request

if TYPE_CHECKING:
    from persona_studio.publish.preflight import Note
    from persona_studio.publish.preview import Raster

Report = Callable[[int, int], None]


@dataclass(frozen=True)
class Made:
    """A finished file: the name of each page, what to know before saving, one page as a picture.

    `body` is the size of the text in points, the largest of all personas; `language` is what the
    file is read aloud in.
    """

    pdf: bytes
    owners: tuple[str, ...]
    notes: "tuple[Note, ...]"
    number: int
    picture: "Raster"
    body: float
    language: str


def make(request: Request, number: int, width: int, *, report: Report) -> Made:
    """Make the file and draw page `number` (0-based, the last one where there are fewer)."""
    from persona_studio.publish.export import export
    from persona_studio.publish.preflight import notes
    from persona_studio.publish.preview import page_raster

    exported = export(request, report=report)
    shown = min(number, exported.pages - 1)
    body = max(report.body for report in exported.reports)
    picture = page_raster(exported.pdf, shown, width)
    told, spoken = tuple(notes(exported)), exported.meta.language
    return Made(exported.pdf, exported.names, told, shown, picture, body, spoken)


def draw(pdf: bytes, number: int, width: int, *, report: Report) -> "Raster":
    """Draw one page (0-based) of a finished file."""
    from persona_studio.publish.preview import page_raster

    report(0, 1)
    return page_raster(pdf, number, width)
