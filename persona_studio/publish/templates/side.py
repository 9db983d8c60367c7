# SPDX-License-Identifier: MIT
"""On which side a page begins: columns, marks and margins are mirrored from right to left."""

from persona_studio.publish.sheet import Sheet
from persona_studio.publish.typeset import is_rtl


def reads_rtl(sheet: Sheet, side: str = "") -> bool:
    """Tell whether a page runs from right to left: as told, else as most of it is written."""
    if side:
        return side == "rtl"
    claims = [line.text for part in sheet.parts for line in part.lines]
    sides = [side for side in map(is_rtl, [sheet.name, sheet.tagline, *claims]) if side is not None]
    return sum(sides) * 2 > len(sides)
