# SPDX-License-Identifier: MIT
"""Making things fit without cutting any: measure, scale, then move; and columns that balance."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from persona_studio.publish.sheet import Part

_PROBES = (0.08, 0.3, 1.0)  # of the way from the least size to the largest


@dataclass(frozen=True)
class Moved:
    """Something that is told on another sheet than the first."""

    section: str
    text: str


@dataclass
class Report:
    """What came of a page: sizes in points, what moved, what no face can show.

    `missing` are graphemes no bundled face has; they are printed as a box. `ppi` is that of the
    photo, None without one. `balance` is the difference of the two columns as a share. `one_sheet`
    is from how near (metres) all could be read on the first sheet, 0 where it is or never could.
    """

    name: str = ""
    pages: int = 0
    body: float = 0.0
    target: float = 0.0
    floor: float = 0.0
    distance: float = 0.0
    moved: list[Moved] = field(default_factory=list)
    missing: dict[str, str] = field(default_factory=dict)
    cautions: list[str] = field(default_factory=list)
    ppi: float | None = None
    balance: float = 0.0
    one_sheet: float = 0.0

    def shrink(self, scale: float) -> None:
        """Tell sizes and distance as they will be once the page is printed smaller."""
        self.body *= scale
        self.target *= scale
        self.floor *= scale
        self.distance *= scale
        self.one_sheet *= scale


def largest(fits: Callable[[float], bool], low: float, high: float) -> float | None:
    """Return the largest value that fits, to 1 % of `low`; None when not even `low` does.

    What is nearly full is the common case: the first probes are near `low`.
    """
    if not fits(low):
        return None
    step = 0.01 * low
    for probe in [low + (high - low) * share for share in _PROBES]:
        if not fits(probe):
            high = probe
            break
        low = probe
    else:
        return low
    while high - low > step:
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def most(fits: Callable[[int], bool], total: int) -> int:
    """Return the largest count up to `total` that fits; 0 when none does."""
    if fits(total):
        return total
    low, high = 0, max(0, total - 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def ranked(parts: Sequence[Part]) -> list[tuple[int, int]]:
    """Order all lines by what must stay: (part, line) places, the most needed first.

    Key lines come first, then the first line of each section before any second one; sections of
    double weight give up half as fast.
    """
    places = [(p, n) for p, part in enumerate(parts) for n in range(len(part.lines))]

    def need(place: tuple[int, int]) -> tuple[bool, float, int]:
        part = parts[place[0]]
        return (not part.lines[place[1]].key, place[1] / part.weight, place[0])

    return sorted(places, key=need)


def split(parts: Sequence[Part], keep: int) -> tuple[list[Part], list[Part]]:
    """Return the parts with their `keep` most needed lines, and the parts of the others."""
    kept = set(ranked(parts)[:keep])

    def only(p: int, part: Part, *, stay: bool) -> Part:
        lines = tuple(line for n, line in enumerate(part.lines) if ((p, n) in kept) is stay)
        return Part(part.title, lines, part.id, part.weight)

    stays = [only(p, part, stay=True) for p, part in enumerate(parts)]
    moves = [only(p, part, stay=False) for p, part in enumerate(parts)]
    return stays, [part for part in moves if part.lines]


def shared(start: tuple[float, float], heights: Sequence[float]) -> tuple[int, ...]:
    """Give each height to column 0 or 1 so that both end as evenly as can be.

    `start` is what the columns hold already. All 2^n ways are weighed; of equal ones the one that
    fills the left column with early things is taken.
    """
    rights = [0.0]
    for height in reversed(heights):
        rights += [right + height for right in rights]
    ahead = start[0] + sum(heights) - start[1]
    best = min(range(len(rights)), key=lambda way: (round(abs(ahead - 2 * rights[way]), 3), way))
    return tuple(best >> (len(heights) - 1 - n) & 1 for n in range(len(heights)))
