# SPDX-License-Identifier: MIT
"""A cell as a spreadsheet may be handed it: shown, never carried out."""

from persona_studio.evidence.reading import number

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def tame(cell: str) -> str:
    """Return a cell that a spreadsheet shows and does not carry out; numbers stay numbers."""
    return f"'{cell}" if cell.startswith(_FORMULA) and number(cell) is None else cell
