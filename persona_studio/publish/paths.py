# SPDX-License-Identifier: MIT
"""Shapes and colours as the operators of a PDF page, measured from its lower left corner."""

from collections.abc import Iterator
from functools import cache

from persona_studio.publish.theme import MM, rgb

_CIRCLE = 0.5523  # control points of a quarter circle as a share of its radius

_MARK, _MARK_THICK = 5 * MM, 0.25


@cache
def filled(colour: str) -> str:
    """Return what sets the colour of fills."""
    return "{:.3g} {:.3g} {:.3g} rg".format(*rgb(colour))


@cache
def _ink(colour: str) -> str:
    return "{:.3g} {:.3g} {:.3g} RG".format(*rgb(colour))


def stroked(colour: str, thick: float) -> str:
    """Return what sets colour and width of lines."""
    return f"{_ink(colour)} {thick:.2f} w"


def half(cx: float, cy: float, r: float) -> str:
    """Return the path of the left half of a circle, from its top down."""
    c, left = r * _CIRCLE, cx - r
    return (
        f"{cx:.3f} {cy + r:.3f} m "
        f"{cx - c:.3f} {cy + r:.3f} {left:.3f} {cy + c:.3f} {left:.3f} {cy:.3f} c "
        f"{left:.3f} {cy - c:.3f} {cx - c:.3f} {cy - r:.3f} {cx:.3f} {cy - r:.3f} c"
    )


def circle(cx: float, cy: float, r: float) -> str:
    """Return the path of a circle: its left half, and back up on the right."""
    c, right = r * _CIRCLE, cx + r
    return (
        f"{half(cx, cy, r)} "
        f"{cx + c:.3f} {cy - r:.3f} {right:.3f} {cy - c:.3f} {right:.3f} {cy:.3f} c "
        f"{right:.3f} {cy + c:.3f} {cx + c:.3f} {cy + r:.3f} {cx:.3f} {cy + r:.3f} c"
    )


def crop_marks(size: tuple[float, float], clear: float) -> Iterator[str]:
    """Yield what draws where to cut a page of this size, `clear` of its edges."""
    width, height = size
    far = clear + _MARK
    yield stroked("#000000", _MARK_THICK)
    for x, y, across, up in (
        (0.0, 0.0, -1, -1),
        (width, 0.0, 1, -1),
        (0.0, height, -1, 1),
        (width, height, 1, 1),
    ):
        yield f"{x + across * clear:.2f} {y:.2f} m {x + across * far:.2f} {y:.2f} l S"
        yield f"{x:.2f} {y + up * clear:.2f} m {x:.2f} {y + up * far:.2f} l S"


def evidence(mark: str, corner: tuple[float, float], size: float, colour: str) -> list[str]:
    """Return an evidence mark with its lower left at `corner`: told apart by shape alone."""
    pen = size * 0.14
    r, cx, cy = (size - pen) / 2, corner[0] + size / 2, corner[1] + size / 2
    end = "b" if mark == "filled" else "s"
    code = [filled(colour), stroked(colour, pen), circle(cx, cy, r), end]
    if mark == "half":
        code += [half(cx, cy, r), "f"]
    if mark == "slashed":
        d = r * 0.7071
        code.append(f"{cx - d:.2f} {cy - d:.2f} m {cx + d:.2f} {cy + d:.2f} l S")
    return code
