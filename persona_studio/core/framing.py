# SPDX-License-Identifier: MIT
"""Which square of a picture is in view: the same on the board, in its editor and in print."""

from collections.abc import Sequence

LEAST_PART = 0.2


def part_of(focus: Sequence[float]) -> float:
    """Return how much of the shorter side is in view, of a focus of two or three numbers."""
    part = focus[2] if len(focus) > 2 else 1.0
    return min(1.0, max(LEAST_PART, part))


def frame(focus: Sequence[float], width: float, height: float) -> tuple[float, float, float]:
    """Return (left, top, side) of the square around a focus, moved so that it stays inside."""
    side = part_of(focus) * min(width, height)
    x, y = (*focus[:2], 0.5, 0.4)[:2] if len(focus) >= 2 else (0.5, 0.4)
    left = min(max(0.0, x * width - side / 2), width - side)
    top = min(max(0.0, y * height - side / 2), height - side)
    return left, top, side


def framed(focus: Sequence[float], size: tuple[float, float]) -> tuple[float, ...]:
    """Return a focus that says where the middle really is, with no part to move in vain."""
    width, height = size
    left, top, side = frame(focus, width, height)
    middle = (left + side / 2) / width, (top + side / 2) / height
    return (round(middle[0], 4), round(middle[1], 4), round(part_of(focus), 4))
