# SPDX-License-Identifier: MIT
"""Personas in the formats others work with: pages as pictures, slides, tables of claims."""

from collections.abc import Callable, Sequence

from persona_studio.core.errors import StudioError
from persona_studio.publish import wording
from persona_studio.publish.sheet import Sheet

PAGES = (".pdf", ".png")
WORDS = (".pptx", ".xlsx", ".csv")
FORMATS = (*PAGES, *WORDS)
DOTS = 150
"""Dots an inch of a page saved as a picture: sharp on a screen, small enough for a message."""


def kind_of(suffix: str) -> str:
    """Return a format by the ending of a file's name; StudioError (`unsupported`) for others."""
    kind = suffix.casefold()
    if kind not in FORMATS:
        raise StudioError(
            f"Personas can't be written as “{suffix}”.",
            f"Choose a name that ends with one of: {', '.join(FORMATS)}.",
            kind="unsupported",
        )
    return kind


def of_pages(
    pdf: bytes, kind: str, *, report: Callable[[int, int], None] | None = None
) -> list[bytes]:
    """Return a finished file as one of `PAGES`: itself, or a picture a page."""
    if kind == ".pdf":
        return [pdf]
    from persona_studio.publish.preview import page_count, page_dots, page_png

    found = []
    for number in range(total := page_count(pdf)):
        if report is not None:
            report(number, total)
        found.append(page_png(pdf, number, page_dots(pdf, number, DOTS)))
    return found


def of_sheets(sheets: Sequence[Sheet], kind: str, *, client_safe: bool = False) -> bytes:
    """Return sheets that tell all as one of `WORDS`; personal data is refused if `client_safe`."""
    if client_safe:
        _ensure_safe(sheets)
    if kind == ".pptx":
        from persona_studio.publish.slides import make

        return make(sheets)
    from persona_studio.publish import tables

    return tables.as_workbook(sheets) if kind == ".xlsx" else tables.as_csv(sheets)


def _ensure_safe(sheets: Sequence[Sheet]) -> None:
    from persona_studio.publish.safety import ensure_harmless

    for sheet in sheets:
        ensure_harmless(wording.everything(sheet))
