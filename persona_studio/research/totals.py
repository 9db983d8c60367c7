# SPDX-License-Identifier: MIT
"""Which rows are totals or averages of others, by their name."""

from collections.abc import Iterable, Sequence

from persona_studio.evidence.reading import number
from persona_studio.research.shapes import NUMBER, shape

_TOTAL = frozenset(
    {
        *("total", "totals", "subtotal", "subtotals", "sum", "summe", "gesamt", "gesamtsumme"),
        *("zwischensumme", "endsumme", "somme", "totale", "totaal", "итого", "всего"),
        *("sous-total", "subtotaal", "eindtotaal", "suma", "razem", "łącznie", "ogółem"),
        *("insgesamt", "summa", "totalt", "toplam", "итог", "σύνολο"),
        *("合計", "合计", "总计", "總計", "小计", "小計", "المجموع", "الإجمالي", "إجمالي"),
    }
)
_AVERAGE = frozenset(
    {
        *(
            "average",
            "averages",
            "avg",
            "mean",
            "durchschnitt",
            "mittelwert",
            "moyenne",
            "promedio",
        ),
        *("gemiddelde", "średnia", "medelvärde", "ortalama", "среднее", "平均", "المتوسط"),
    }
)


def has_total(names: Iterable[str]) -> bool:
    """Tell at once whether any of the rows that begin with these texts may be a total."""
    words = " ".join(names).casefold().replace("(", " ").replace(":", " ").split()
    return not _TOTAL.isdisjoint(words)


def is_total(cells: Sequence[str]) -> bool:
    """Tell whether a row is a total: its first filled cell says so, and no other is words."""
    return _is_called(_TOTAL, cells)


def is_average(cells: Sequence[str]) -> bool:
    """Tell whether a row is an average: its first filled cell says so, and no other is words."""
    return _is_called(_AVERAGE, cells)


def _is_called(names: frozenset[str], cells: Sequence[str]) -> bool:
    name = next(filter(str.strip, cells), "")
    if not name or len(name) > 40:
        return False
    first = name.casefold().partition("(")[0].replace(":", " ").split()
    if not first or (first[0] not in names and first[-1] not in names) or len(first) > 4:
        return False
    rest = [cell for cell in cells if cell.strip()][1:]
    return all(number(cell) is not None or shape(cell) == NUMBER for cell in rest)
