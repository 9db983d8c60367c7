# SPDX-License-Identifier: MIT
"""Figures drawn from counts; nothing about them is stored."""

from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

from persona_studio.publish.document import Page, Type
from persona_studio.publish.drawn import Bar, Count, Figure, Scale
from persona_studio.publish.theme import INK, MUTED, WHITE
from persona_studio.publish.typeset import Paragraph, clean

if TYPE_CHECKING:
    from persona_studio.publish.press import Press

_AIR = 0.24
_AXIS = 0.05  # under every bar: a grey printer drops the tint that says how far the whole goes
_TICK = 0.16  # how far everyone's tick reaches beyond the bar
_RISE, _MARKER, _POLES = 1.25, 0.62, 0.7  # a scale's steps, its marker, the names of its ends
_LEAD = 1.3


@dataclass(frozen=True)
class Share:
    """How many of how many as a bar drawn from the counts, with a tick where everyone stands."""

    n: Count
    high: float = 0.42
    everyone: Count | None = None

    def height(self, press: "Press", width: float) -> float:
        """Return the height of the bar and the air around it."""
        del width
        return (self.high + 2 * _AIR) * press.body

    def draw(self, press: "Press", page: Page, corner: tuple[float, float], width: float) -> None:
        """Fill the share of those who say so."""
        y, high = corner[1] + _AIR * press.body, self.high * press.body
        wide = width * _part(self.n)
        page.block(corner[0], y, width, high, press.theme.tint)
        left = corner[0] + width - wide if press.rtl else corner[0]
        page.block(left, y, wide, high, press.theme.dark)
        page.rule(corner[0], y + high, width, _AXIS * press.body, MUTED)
        if self.everyone:
            out, thick = _TICK * press.body, 0.1 * press.body
            far = width * _part(self.everyone)
            x = corner[0] + (width - far if press.rtl else far)
            page.line((x, y - out), (x, y + high + out), 3 * thick, WHITE)
            page.line((x, y - out), (x, y + high + out), thick, INK)


@dataclass(frozen=True)
class Steps:
    """People on a scale: a bar a step, everyone's outline behind, the marker on the line."""

    scale: Scale

    def height(self, press: "Press", width: float) -> float:
        """Return the height of the steps, the marker and the names of the ends."""
        rise = _RISE if self.scale.mine else 0.0
        lines = max(laid.count for laid in self._poles(press, width))
        return (_AIR + rise + _MARKER + lines * _POLES * _LEAD + _AIR) * press.body

    def _poles(self, press: "Press", width: float) -> list[Paragraph]:
        names = (clean(pole) or "-" for pole in self.scale.poles)
        return [press.lay(name, _POLES, self._half(press, width)) for name in names]

    def _half(self, press: "Press", width: float) -> float:
        return width / 2 - 0.3 * press.body

    def draw(self, press: "Press", page: Page, corner: tuple[float, float], width: float) -> None:
        """Draw it, its low end where reading starts."""
        x, y = corner
        y += (_AIR + (_RISE if self.scale.mine else 0.0)) * press.body
        with page.figure(clean(self.scale.said()), corner, (width, self.height(press, width))):
            self._draw_steps(press, page, (x, y), width)
            page.rule(x, y, width, _AXIS * press.body, MUTED)
            self._draw_marker(press, page, (x, y), width)
        self._draw_poles(press, page, (x, y + (_MARKER + 0.04) * press.body), width)

    def _draw_steps(
        self, press: "Press", page: Page, corner: tuple[float, float], width: float
    ) -> None:
        mine, everyone = _parts(self.scale.mine), _parts(self.scale.everyone)
        tallest = max((*mine, *everyone), default=0.0) or 1.0
        count = len(self.scale.mine)
        each = width / max(1, count)
        for number in range(count):
            place = count - 1 - number if press.rtl else number
            left = corner[0] + place * each
            for parts, colour, inset in (
                (everyone, press.theme.soft, 0.06),
                (mine, press.theme.dark, 0.24),
            ):
                if number < len(parts) and parts[number]:
                    high = parts[number] / tallest * _RISE * press.body
                    gap = inset * each
                    page.block(left + gap, corner[1] - high, each - 2 * gap, high, colour)

    def _draw_marker(
        self, press: "Press", page: Page, corner: tuple[float, float], width: float
    ) -> None:
        size = 0.5 * press.body
        share = 1 - self.scale.at if press.rtl else self.scale.at
        left = corner[0] + share * width - size / 2
        left = min(max(left, corner[0]), corner[0] + width - size)
        mark = "ring" if self.scale.by_hand else "filled"
        page.mark((left, corner[1] + 0.1 * press.body), size, mark, INK)

    def _draw_poles(
        self, press: "Press", page: Page, corner: tuple[float, float], width: float
    ) -> None:
        ends = ("right", "left") if press.rtl else ("left", "right")
        half = self._half(press, width)
        for laid, side in zip(self._poles(press, width), ends, strict=True):
            left = corner[0] if side == "left" else corner[0] + width - half
            type_ = Type(_POLES * press.body, half, MUTED, _LEAD, side)
            page.text(laid, (left, corner[1]), type_)


def block_of(figure: Figure, high: float) -> Share | Steps:
    """Return what draws a figure; a bar is `high` body sizes high."""
    if isinstance(figure, Bar):
        return Share(figure.n, high, figure.everyone)
    return Steps(figure)


def _part(count: Count) -> float:
    return min(1.0, count[0] / max(1, count[1]))


def _parts(counts: tuple[int, ...]) -> list[float]:
    whole = max(1, sum(counts))
    return [count / total for count, total in zip(counts, repeat(whole), strict=False)]
