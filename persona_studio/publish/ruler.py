# SPDX-License-Identifier: MIT
"""A ruler of 100 mm: whoever lays another beside it knows whether the printer changed the size."""

from persona_studio.publish.document import Page, Type
from persona_studio.publish.theme import INK, MM, MUTED
from persona_studio.publish.typeset import Typesetter


def ruler(page: Page, setter: Typesetter, corner: tuple[float, float]) -> float:
    """Draw 100 mm with a tick at each, longer at five and ten; return where it ends."""
    left, y = corner
    for mm in range(101):
        long = 4 if mm % 10 == 0 else 3 if mm % 5 == 0 else 1.8
        x = left + mm * MM
        page.line((x, y), (x, y + long * MM), 0.35, INK)
    page.line((left, y), (left + 100 * MM, y), 0.5, INK)
    for mm in range(0, 101, 50):
        place = (left + mm * MM - 10 * MM, y + 4.4 * MM)
        words = "0" if mm == 0 else f"{mm} mm"
        laid = setter.lay(words, 400, 20 * MM / 8 * 1000)
        page.text(laid, place, Type(8, 20 * MM, MUTED, align="centre"))
    return y + 8 * MM
