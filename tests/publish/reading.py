# SPDX-License-Identifier: MIT
"""What a finished PDF says when it is read back."""

from collections import Counter
from io import BytesIO

import pikepdf

from persona_studio.publish import preview
from persona_studio.publish.export import Exported

# What no reader must return: marks of direction, joiners and variation selectors; PDFium writes
# U+FFFE for a hyphen at the end of a line.
_SILENT = (
    dict.fromkeys([0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0xFE0E, 0xFE0F])
    | {0xFFFE: "-"}
    | str.maketrans(")]}>\u201d\u2019\u00bb", "([{<\u201c\u2018\u00ab")
)


def bag(text: str) -> Counter[str]:
    """Count the visible letters of a text; which way a bracket or quote turns is not counted.

    PDFium turns them by its own guess of the direction (also quotes, which do not mirror).
    """
    return Counter("".join(text.split()).translate(_SILENT))


def text_of(exported: Exported) -> str:
    """Return the text of all pages."""
    return "\n".join(preview.page_text(exported.pdf, n) for n in range(exported.pages))


def lost(wanted: str, exported: Exported) -> Counter[str]:
    """Return the letters of `wanted` that do not come back."""
    return bag(wanted) - bag(text_of(exported))


def fonts_of(exported: Exported) -> dict[str, bool]:
    """Return every font's name and whether its program is in the file."""
    with pikepdf.open(BytesIO(exported.pdf)) as file:
        return embedded(file)


def embedded(file: pikepdf.Pdf) -> dict[str, bool]:
    """Return the same of an open file."""
    found = {}
    for page in file.pages:
        for font in page.resources.get("/Font", {}).values():
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            inside = "/FontDescriptor" in inner and "/FontFile2" in inner.FontDescriptor
            found[str(font.BaseFont)] = inside
    return found
