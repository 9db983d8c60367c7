# SPDX-License-Identifier: MIT
"""Which rows are totals of others, by their name."""

from collections.abc import Sequence

from persona_studio.evidence.reading import number
from persona_studio.research.shapes import NUMBER, shape

_TOTAL = frozenset(
    {
        *("total", "totals", "subtotal", "subtotals", "sum", "summe", "gesamt", "gesamtsumme"),
        *("zwischensumme", "endsumme", "somme", "totale", "totaal", "итого", "всего"),
        *("合計", "合计", "总计", "المجموع"),
    }
)


def is_total(cells: Sequence[str]) -> bool:
    """Tell whether a row is a total: its first filled cell says so, and no other is words."""
    name = next(filter(str.strip, cells), "")
    if not name or len(name) > 40:
        return False
    first = name.casefold().partition("(")[0].replace(":", " ").split()
    if not first or (first[0] not in _TOTAL and first[-1] not in _TOTAL) or len(first) > 4:
        return False
    rest = [cell for cell in cells if cell.strip()][1:]
    return all(number(cell) is not None or shape(cell) == NUMBER for cell in rest)
