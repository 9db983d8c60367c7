# SPDX-License-Identifier: MIT
"""A chart as plain marks, so that the picture and the drawing to edit (SVG) are the same.

Charts are for paper and slides: always the light palette, and each group has a shape of its own
beside its colour, so that a copy in grey says the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from persona_studio.gui.theme import font

SHAPES = ("disc", "square", "triangle", "diamond", "pentagon", "down")
"""The shape of each group in turn."""
_CORNERS = {"square": (4, pi / 4), "triangle": (3, -pi / 2), "diamond": (4, 0.0)}
_CORNERS |= {"pentagon": (5, -pi / 2), "down": (3, pi / 2)}
_AS_LARGE = 1.25
_FAMILIES = "Inter, 'Noto Sans', 'Segoe UI', Roboto, Arial, sans-serif"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TIMES = 2
_NAMESPACE = "http://www.w3.org/2000/svg"


@dataclass(frozen=True)
class Box:
    """A filled rectangle with round corners."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    round: float = 0.0


@dataclass(frozen=True)
class Spot:
    """A small shape around a point."""

    x: float
    y: float
    size: float
    shape: str
    fill: str
    alpha: float = 1.0


@dataclass(frozen=True)
class Words:
    """One line of text; `y` is its base line, `anchor` start, middle or end."""

    x: float
    y: float
    text: str
    size: int
    fill: str
    bold: bool = False
    anchor: str = "start"


Mark: TypeAlias = Box | Spot | Words


@dataclass(frozen=True)
class Drawing:
    """A chart of some size; `title` is what a screen reader says of it."""

    width: float
    height: float
    title: str
    marks: Sequence[Mark]


def shape_of(number: int) -> str:
    """Return the shape of a group."""
    return SHAPES[number % len(SHAPES)]


def corners(shape: str, x: float, y: float, size: float) -> list[tuple[float, float]]:
    """Return the corners of a shape about as large as a disc of this radius; a disc has none."""
    if shape not in _CORNERS:
        return []
    many, turn = _CORNERS[shape]
    far = size * _AS_LARGE
    angles = [turn + 2 * pi * corner / many for corner in range(many)]
    return [(x + far * cos(angle), y + far * sin(angle)) for angle in angles]


def paint_spot(painter: QPainter, shape: str, at: QPointF, size: float) -> None:
    """Paint a shape with the painter's brush."""
    points = corners(shape, at.x(), at.y(), size)
    if points:
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))
    else:
        painter.drawEllipse(at, size, size)


def fitted(text: str, width: float, size: int, *, bold: bool = False) -> str:
    """Return one line of text, shortened with dots where it is wider than `width`."""
    metrics = QFontMetricsF(_font(size, bold=bold))
    return metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, width)


def in_two(text: str, width: float, size: int) -> tuple[str, str]:
    """Return a bold heading as two lines of `width`, all in the second where one is enough."""
    metrics, words = QFontMetricsF(_font(size, bold=True)), text.split()
    first = words[:1]
    while len(first) < len(words):
        if metrics.horizontalAdvance(" ".join(words[: len(first) + 1])) > width:
            break
        first = words[: len(first) + 1]
    if len(first) == len(words):
        return "", fitted(text, width, size, bold=True)
    rest = " ".join(words[len(first) :])
    return fitted(" ".join(first), width, size, bold=True), fitted(rest, width, size, bold=True)


def png_of(drawing: Drawing) -> bytes:
    """Return the chart as a PNG at twice its size, on white."""
    size = (round(drawing.width * _TIMES), round(drawing.height * _TIMES))
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_TIMES, _TIMES)
    for mark in drawing.marks:
        _paint(painter, mark)
    painter.end()
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(kept, "PNG")  # type: ignore[call-overload]  # the stubs know only bytes
    return bytes(kept.data().data())


def svg_of(drawing: Drawing) -> bytes:
    """Return the chart as SVG: text stays text, and nothing in it is read as markup."""
    wide, high = f"{drawing.width:g}", f"{drawing.height:g}"
    size = f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="{_NAMESPACE}" {size} role="img" font-family="{_FAMILIES}">',
        f"<title>{_xml(drawing.title)}</title>",
        f'<rect width="{wide}" height="{high}" fill="#FFFFFF"/>',
        *(_svg(mark) for mark in drawing.marks),
        "</svg>",
    ]
    return "\n".join(lines).encode("utf-8")


def words_of(drawing: Drawing) -> Iterator[str]:
    """Yield all that is written in a chart."""
    return (mark.text for mark in drawing.marks if isinstance(mark, Words))


def _font(size: int, *, bold: bool) -> QFont:
    return font(size, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)


def _paint(painter: QPainter, mark: Mark) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    colour = QColor(mark.fill)
    if isinstance(mark, Words):
        _paint_words(painter, mark)
        return
    if isinstance(mark, Spot):
        colour.setAlphaF(mark.alpha)
        painter.setBrush(colour)
        paint_spot(painter, mark.shape, QPointF(mark.x, mark.y), mark.size)
        return
    painter.setBrush(colour)
    area = QRectF(mark.x, mark.y, mark.width, mark.height)
    painter.drawRoundedRect(area, mark.round, mark.round)


def _paint_words(painter: QPainter, mark: Words) -> None:
    painter.setFont(_font(mark.size, bold=mark.bold))
    painter.setPen(QPen(QColor(mark.fill)))
    wide = painter.fontMetrics().horizontalAdvance(mark.text)
    back = {"start": 0.0, "middle": wide / 2, "end": float(wide)}[mark.anchor]
    painter.drawText(QPointF(mark.x - back, mark.y), mark.text)


def _svg(mark: Mark) -> str:
    fill = f'fill="{mark.fill}"'
    if isinstance(mark, Words):
        weight = ' font-weight="600"' if mark.bold else ""
        return (
            f'<text x="{mark.x:.1f}" y="{mark.y:.1f}" font-size="{mark.size}" {fill}{weight} '
            f"text-anchor={quoteattr(mark.anchor)}>{_xml(mark.text)}</text>"
        )
    if isinstance(mark, Box):
        return (
            f'<rect x="{mark.x:.1f}" y="{mark.y:.1f}" width="{mark.width:.1f}" '
            f'height="{mark.height:.1f}" rx="{mark.round:g}" {fill}/>'
        )
    fill += f' fill-opacity="{mark.alpha:g}"' if mark.alpha < 1 else ""
    points = corners(mark.shape, mark.x, mark.y, mark.size)
    if not points:
        return f'<circle cx="{mark.x:.1f}" cy="{mark.y:.1f}" r="{mark.size:g}" {fill}/>'
    told = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polygon points="{told}" {fill}/>'


def _xml(text: str) -> str:
    return escape(_NOT_XML.sub("", text))
