# SPDX-License-Identifier: MIT
"""Names of sections and sources that are too long for their place, told whole on a later sheet."""

from dataclasses import replace

from persona_studio.publish.guide import short
from persona_studio.publish.sheet import Line, Part, Sheet
from persona_studio.publish.typeset import clean

_TITLE, _SOURCE = 90, 120  # letters: two or three lines of a heading, or of the line under a quote


def shortened(sheet: Sheet) -> tuple[Sheet, list[Part]]:
    """Return the sheet with such names cut short, and parts that tell them whole."""
    whole = [Part("Section", (Line(p.title),)) for p in sheet.parts if len(clean(p.title)) > _TITLE]
    parts = tuple(replace(part, title=short(part.title, _TITLE)) for part in sheet.parts)
    said = sheet.quote
    if said and len(clean(said.source)) > _SOURCE:
        whole.append(Part("Source of the quote", (Line(said.source),)))
        said = replace(said, source=short(said.source, _SOURCE))
    return replace(sheet, parts=parts, quote=said), whole
