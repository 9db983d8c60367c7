# SPDX-License-Identifier: MIT
"""How a poster is shared over office sheets: how many, which way round, where the seams run.

The number of sheets is chosen first; the poster is then spread over them evenly, so that no sheet
is a sliver. Lengths are points of the printed poster, after scaling.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from persona_studio.core.errors import StudioError
from persona_studio.publish.theme import MM, PAPERS, Paper

EDGE, OVERLAP = 5 * MM, 10 * MM  # what office printers leave white; what neighbours share
LEAST_SCALE = 0.9
OFFICE = ("A4", "Letter", "A3", "Tabloid")
_LARGER = 1.5  # a poster of fewer times the sheet's area is printed on one
_NEARLY = 0.001  # points: lengths that differ by less are equal

Span = tuple[float, float]


@dataclass(frozen=True)
class Tiling:
    """A poster of `width` by `height` points, scaled, on columns by rows of one kind of sheet."""

    sheet: Paper
    landscape: bool
    scale: float
    columns: int
    rows: int
    width: float
    height: float

    @property
    def sheets(self) -> int:
        """How many sheets one poster takes."""
        return self.columns * self.rows

    @property
    def page(self) -> tuple[float, float]:
        """The width and height of the sheet as it is turned."""
        return _turned(self.sheet, landscape=self.landscape)

    @property
    def room(self) -> tuple[float, float]:
        """The width and height a printer reaches."""
        return self.page[0] - 2 * EDGE, self.page[1] - 2 * EDGE

    @property
    def title(self) -> str:
        """What is offered: "Full size, 8 sheets"."""
        size = "Full size" if self.scale == 1 else f"{self.scale * 100:.0f} %"
        return f"{size}, {self.sheets} sheets"


def offers(poster: Paper, sheet: Paper) -> tuple[Tiling, ...]:
    """Return full size with the fewest sheets, then a slight shrink that saves some, if any does.

    Nothing for a poster that is hardly larger than the sheet.
    """
    if poster.width * poster.height < _LARGER * sheet.width * sheet.height:
        return ()
    ways = list(_ways(poster, sheet))
    full = min((way for way in ways if way.scale == 1), key=lambda way: way.sheets)
    fewer = min(ways, key=lambda way: (way.sheets, -way.scale))
    return (full, fewer) if fewer.sheets < full.sheets else (full,)


def chosen(poster: Paper, sheet: str, *, fewer: bool = False) -> Tiling:
    """Return the tiling asked for by name, or say which papers a poster can be printed over."""
    found = offers(poster, PAPERS[sheet]) if sheet in PAPERS else ()
    if not found:
        usable = [name for name in OFFICE if offers(poster, PAPERS[name])]
        raise StudioError(
            f"A poster on {poster.name} cannot be spread over sheets of {sheet}.",
            f"Choose one of: {', '.join(usable)}." if usable else "Print it on one sheet.",
            kind="unsupported",
        )
    return found[-1] if fewer else found[0]


def _ways(poster: Paper, sheet: Paper) -> Iterator[Tiling]:
    for landscape in (False, True):
        page = _turned(sheet, landscape=landscape)
        wide, high = page[0] - 2 * EDGE, page[1] - 2 * EDGE
        for columns in range(1, _needed(poster.width, wide) + 1):
            for rows in range(1, _needed(poster.height, high) + 1):
                reach = (_reach(columns, wide) / poster.width, _reach(rows, high) / poster.height)
                scale = 1.0 if min(reach) >= 1 - _NEARLY / poster.width else min(reach)
                if scale >= LEAST_SCALE:
                    size = poster.width * scale, poster.height * scale
                    yield Tiling(sheet, landscape, scale, columns, rows, *size)


def _turned(sheet: Paper, *, landscape: bool) -> Span:
    sides = sorted((sheet.width, sheet.height), reverse=landscape)
    return sides[0], sides[1]


def _reach(count: int, room: float) -> float:
    """Return the length that so many sheets cover."""
    return count * (room - OVERLAP) + OVERLAP


def _needed(length: float, room: float) -> int:
    count = 1
    while _reach(count, room) < length - _NEARLY:
        count += 1
    return count


def spans(length: float, count: int, room: float, keep: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Return what each sheet shows along one side; neighbours share the overlap.

    Seams run evenly, but move aside where one would cross a stretch to `keep` whole and the
    sheets allow it: none may show more than `room`, nor less than half of it.
    """
    starts = [0.0]
    for number in range(1, count):
        left = count - number
        even = starts[-1] + (length - OVERLAP - starts[-1]) / (left + 1)
        low = max(length - _reach(left, room), starts[-1] + room / 2 - OVERLAP)
        high = min(starts[-1] + room - OVERLAP, length - left * room / 2)
        places = [even, *(place for a, b in keep for place in (a - OVERLAP, b))]
        fine = [
            place
            for place in places
            if low - _NEARLY <= place <= high + _NEARLY and not _crosses(place, keep)
        ]
        starts.append(min(fine, key=lambda place: abs(place - even), default=even))
    ends = [start + OVERLAP for start in starts[1:]]
    return tuple(zip(starts, [*ends, length], strict=True))


def crossed(shown: Sequence[Span], keep: Sequence[Span]) -> bool:
    """Tell whether any seam crosses a stretch that should stay whole."""
    return any(_crosses(after[0], keep) for _, after in pairwise(shown))


def _crosses(start: float, keep: Sequence[Span]) -> bool:
    return any(start + OVERLAP > a + _NEARLY and start < b - _NEARLY for a, b in keep)
