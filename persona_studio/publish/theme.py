# SPDX-License-Identifier: MIT
"""Papers, colours and sizes of a page: the five themes, and type that follows the distance."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import sqrt
from re import compile as pattern
from types import MappingProxyType

MM = 72 / 25.4
SAFE = 8 * MM  # what office printers may leave white: no text stands nearer to an edge
INK, MUTED, RULE, WHITE = "#1B2430", "#4A5665", "#CBD3DC", "#FFFFFF"
WRONG = "#9B1C31"
TARGET_PER_METRE, FLOOR_PER_METRE = 22.5, 20.0
LEAST_METRES, MOST_METRES = 0.2, 20.0
_UNITS = {"m": 1.0, "cm": 0.01, "ft": 0.3048}
_DISTANCE = pattern(r"(\d{1,4}(?:[.,]\d{1,3})?)\s*(m|cm|ft)?")
LARGEST = 1.5  # of the target; a page with little on it grows, within reason


@dataclass(frozen=True)
class Theme:
    """One colour in three strengths; white on `dark` and `dark` on `tint` are above 6.9 : 1."""

    name: str
    dark: str
    tint: str
    soft: str  # a line or ornament between the two


@dataclass(frozen=True)
class Paper:
    """A sheet in points, and from how far (metres) its posters are read unless told otherwise."""

    name: str
    width: float
    height: float
    distance: float

    @property
    def scale(self) -> float:
        """The linear scale against A4: margins, gutters and rules are multiples of it."""
        return sqrt(self.width * self.height / (210 * MM * 297 * MM))


@dataclass(frozen=True)
class Sizes:
    """Body sizes in points for a reading distance: 22.5 pt a metre wanted, 20 pt at least."""

    target: float
    floor: float
    largest: float


THEMES: Mapping[str, Theme] = MappingProxyType(
    {
        theme.name: theme
        for theme in (
            Theme("teal", "#0A5C55", "#E5F3F1", "#9CCBC5"),
            Theme("plum", "#6B2A6E", "#F6ECF6", "#CFA9D1"),
            Theme("rust", "#8A3B12", "#FBEFE8", "#E2B59C"),
            Theme("blue", "#0B4F8A", "#E8F1F9", "#9DC0DE"),
            Theme("slate", "#36454F", "#EEF1F3", "#AFBAC2"),
        )
    }
)

PAPERS: Mapping[str, Paper] = MappingProxyType(
    {
        paper.name: paper
        for paper in (
            Paper("A3", 297 * MM, 420 * MM, 1.0),
            Paper("A4", 210 * MM, 297 * MM, 0.7),
            Paper("A2", 420 * MM, 594 * MM, 1.5),
            Paper("A1", 594 * MM, 841 * MM, 2.0),
            Paper("A0", 841 * MM, 1189 * MM, 2.8),
            Paper("Letter", 612, 792, 0.7),
            Paper("Tabloid", 792, 1224, 1.0),
            Paper("Arch D", 1728, 2592, 2.0),
        )
    }
)


def sizes(distance: float) -> Sizes:
    """Return the body sizes that can be read from `distance` metres."""
    target = TARGET_PER_METRE * distance
    return Sizes(target, FLOOR_PER_METRE * distance, target * LARGEST)


def turned(paper: Paper, *, landscape: bool) -> Paper:
    """Return a paper the way round it is printed."""
    return replace(paper, width=paper.height, height=paper.width) if landscape else paper


def metres_of(text: str) -> float | None:
    """Return a distance as people type it, "1,5 m" or "80 cm"; None where it is none."""
    found = _DISTANCE.fullmatch(text.strip().casefold())
    if found is None:
        return None
    metres = float(found[1].replace(",", ".")) * _UNITS[found[2] or "m"]
    return round(metres, 2) if LEAST_METRES <= metres <= MOST_METRES else None


def rgb(colour: str) -> tuple[float, float, float]:
    """Return "#RRGGBB" as shares of red, green and blue."""
    return (
        int(colour[1:3], 16) / 255,
        int(colour[3:5], 16) / 255,
        int(colour[5:7], 16) / 255,
    )
