# SPDX-License-Identifier: MIT
"""Page 1 of a tiled poster: what to do, a ruler to check the printer, and a map of the sheets."""

from collections.abc import Sequence
from dataclasses import dataclass

from persona_studio.publish.document import Document, Page, Type
from persona_studio.publish.ruler import ruler
from persona_studio.publish.theme import INK, MM, MUTED, RULE, THEMES, WHITE
from persona_studio.publish.tiling import OVERLAP, Span, Tiling
from persona_studio.publish.typeset import Typesetter, clean

_SIDE, _TOP, _BOTTOM = 18 * MM, 18 * MM, 14 * MM
_GAP = 7 * MM
_COLOUR = THEMES["teal"].dark
_MOST_SHOWN = 12
_LONGEST_NAME = 40
ELLIPSIS = "\u2026"
_STEPS = (
    ("Print at 100 %", "Choose “actual size”, one side. The ruler below then measures 100 mm."),
    ("Cut", "Cut each sheet along its corner marks on the left and at the top."),
    ("Lay and glue", "From A1 to the right, row by row, each sheet up to the dashed line."),
    ("Trim", "Cut the outer edge along the corner marks that are left."),
)


@dataclass(frozen=True)
class View:
    """A window (x, y, width, height) onto page `number` of a poster whose corner is elsewhere."""

    number: int
    window: tuple[float, float, float, float]
    corner: tuple[float, float]
    scale: float

    def draw(self, page: Page, alt: str, high: float) -> None:
        """Show the part of the poster, whose page is `high`."""
        x, y, width, height = self.window
        up = page.height - self.corner[1] - high * self.scale
        with page.figure(alt, (x, y), (width, height)):
            page.form(form_name(self.number), self.window, (self.scale, self.corner[0], up))


def form_name(number: int) -> str:
    """Return under which name the sheets know a page of the poster."""
    return f"Poster{number}"


@dataclass(frozen=True)
class Guide:
    """What the guide tells: the tiling, whose posters they are, where the seams run.

    `high` is the height of a page of the poster before scaling.
    """

    tiling: Tiling
    names: Sequence[str]
    columns: Sequence[Span]
    rows: Sequence[Span]
    high: float

    def draw(self, document: Document, setter: Typesetter) -> list[int]:
        """Draw the page; return the posters that are shown small."""
        sheet = self.tiling.sheet
        page = document.page(*sorted((sheet.width, sheet.height)))
        y = self._head(page, setter, _TOP)
        for number, (title, text) in enumerate(_STEPS, start=1):
            y = self._step(page, setter, (y, number), (title, text))
        y = ruler(page, setter, (_SIDE, y + 3 * MM))
        return self._maps(page, setter, y + 9 * MM)

    def _head(self, page: Page, setter: Typesetter, y: float) -> float:
        posters = "poster" if len(self.names) == 1 else f"{len(self.names)} posters"
        title = f"How to put the {posters} together"
        with page.heading("H1", title, y):
            y = _set(page, setter, title, (_SIDE, y), (22, 700, INK))
        names = [short(name, 40) for name in self.names]
        shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
        way = self.tiling
        turn = "landscape" if way.landscape else "portrait"
        each = "" if len(self.names) == 1 else " each"
        size = f"{way.title}{each}, {way.sheet.name} {turn}"
        y = _set(page, setter, shown, (_SIDE, y + 4), (11, 600, _COLOUR))
        y = _set(page, setter, size, (_SIDE, y + 1), (11, 400, MUTED))
        page.rule(_SIDE, y + 5 * MM, page.width - 2 * _SIDE, 0.5, RULE)
        return y + 10 * MM

    def _step(
        self, page: Page, setter: Typesetter, at: tuple[float, int], words: tuple[str, str]
    ) -> float:
        y, number = at
        size = 8 * MM
        page.circle(_SIDE, y, size, _COLOUR)
        laid = setter.lay(str(number), 700, size / 11 * 1000)
        middle = Type(11, size, WHITE, align="centre")
        page.text(laid, (_SIDE, y + (size - 11 * 1.32) / 2), middle)
        left = _SIDE + size + 4 * MM
        end = _set(page, setter, words[0], (left, y - 0.5 * MM), (11, 600, INK))
        return _set(page, setter, words[1], (left, end), (10, 400, MUTED)) + 4 * MM

    def _maps(self, page: Page, setter: Typesetter, top: float) -> list[int]:
        """Draw the posters small, side by side, as large as the rest of the page allows."""
        count = min(len(self.names), _MOST_SHOWN)
        across = min(count, 4) if count > 2 else count
        down = -(-count // across)
        wide = (page.width - 2 * _SIDE - (across - 1) * _GAP) / across
        high = (page.height - _BOTTOM - top - (down - 1) * _GAP) / down
        captioned = len(self.names) > 1
        high -= 5 * MM if captioned else 0
        k = min(wide / self.tiling.width, high / self.tiling.height)
        found = []
        for number in range(count):
            x = _SIDE + number % across * (wide + _GAP)
            y = top + number // across * (high + _GAP + 5 * MM)
            size = (self.tiling.width * k, self.tiling.height * k)
            alt = f"Where the sheets of {short(self.names[number], _LONGEST_NAME)} lie"
            View(number, (x, y, *size), (x, y), self.tiling.scale * k).draw(page, alt, self.high)
            with page.aside():
                self._map(page, setter, (x, y, k))
            found.append(number)
            if captioned:
                at = (x, y + size[1] + 1 * MM)
                _set(
                    page,
                    setter,
                    short(self.names[number], round(wide / MM / 1.8)),
                    at,
                    (8, 400, MUTED),
                    wide,
                )
        return found

    def _map(self, page: Page, setter: Typesetter, place: tuple[float, float, float]) -> None:
        """Rule the seams and name the sheets over the small poster."""
        x, y, k = place
        wide, high = self.tiling.width * k, self.tiling.height * k
        cuts = [a + OVERLAP / 2 for a, _ in self.columns[1:]]
        levels = [a + OVERLAP / 2 for a, _ in self.rows[1:]]
        for across in (0.0, *cuts, self.tiling.width):
            _seam(page, (x + across * k, y), (x + across * k, y + high))
        for level in (0.0, *levels, self.tiling.height):
            _seam(page, (x, y + level * k), (x + wide, y + level * k))
        for row, b in enumerate((0.0, *levels)):
            for column, a in enumerate((0.0, *cuts)):
                name = f"{chr(ord('A') + row)}{column + 1}"
                _badge(page, setter, name, (x + a * k, y + b * k))


def short(name: str, most: int) -> str:
    """Return a name that is long enough to know it by; where it is told of which sheet stays."""
    whole, dot, sheet = clean(name).partition(" · sheet ")
    kept = whole if len(whole) <= most else whole[: most - 1].rstrip() + ELLIPSIS
    return kept + dot + sheet


def _seam(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw a line that is seen on light and dark."""
    page.line(start, end, 2.2, WHITE)
    page.line(start, end, 0.7, _COLOUR)


def _badge(page: Page, setter: Typesetter, name: str, corner: tuple[float, float]) -> None:
    size = 7.5
    laid = setter.lay(name, 700, 10_000)
    wide, high = laid.width * size / 1000 + 5, size * 1.5
    page.block(corner[0] + 1, corner[1] + 1, wide + 2, high + 2, WHITE)
    page.block(corner[0] + 2, corner[1] + 2, wide, high, _COLOUR)
    at = (corner[0] + 2, corner[1] + 2 + (high - size * 1.32) / 2)
    page.text(laid, at, Type(size, wide, WHITE, align="centre"))


def _set(
    page: Page,
    setter: Typesetter,
    words: str,
    corner: tuple[float, float],
    style: tuple[float, int, str],
    width: float = 0.0,
) -> float:
    """Set a paragraph up to the right margin (one line when `width` is given); return its end."""
    size, weight, colour = style
    measure = width or page.width - _SIDE - corner[0]
    laid = setter.lay(words or " ", weight, measure / size * 1000)
    lines = range(1) if width else range(laid.count)
    page.text(laid, corner, Type(size, measure, colour, align="left"), lines)
    return corner[1] + len(lines) * size * 1.32
