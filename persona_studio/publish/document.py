# SPDX-License-Identifier: MIT
"""The PDF itself: pages measured in points from their upper left corner, same bytes every time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from persona_studio.publish.ink import Inkwell
from persona_studio.publish.theme import rgb
from persona_studio.publish.typeset import Paragraph

# Where Inter's baseline lies in a line box: its ascent, and half of the leading above it.
_ASCENT, _HEIGHT = 0.969, 1.21
_CIRCLE = 0.5523  # control points of a quarter circle as a share of its radius


@dataclass(frozen=True)
class Meta:
    """What the file says about itself; nothing else goes into its properties."""

    title: str
    author: str = ""
    language: str = "en"


@dataclass(frozen=True)
class Placed:
    """One thing on a page, in points from the upper left; `text` is empty for ornaments."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    text: str = ""


class _Canvas(Canvas):  # type: ignore[misc]  # reportlab is not typed
    """A canvas that never speaks of Helvetica."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"

    def operators(self, code: list[str]) -> None:
        """Append raw operators to the page."""
        self._code.extend(code)


@contextmanager
def _binary_streams() -> Iterator[None]:
    """Leave out the text coding reportlab puts around streams: a fifth smaller, and quicker."""
    before, rl_config.useA85 = rl_config.useA85, 0
    try:
        yield
    finally:
        rl_config.useA85 = before


class Document:
    """A PDF being made; `close` returns its bytes."""

    def __init__(self, meta: Meta) -> None:
        self._out = BytesIO()
        self.canvas = _Canvas(self._out, invariant=1, lang=meta.language or "en")
        self.canvas.setTitle(meta.title)
        self.canvas.setAuthor(meta.author)
        self.canvas.setCreator("Persona Studio")
        self.canvas.setProducer("Persona Studio")
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        self.ink = Inkwell(self.canvas._doc)  # noqa: SLF001 - reportlab's only door for own fonts
        self.pages: list[Page] = []
        self._images: dict[bytes, Any] = {}

    def page(self, width: float, height: float) -> "Page":
        """Start a page; the one before it is finished."""
        if self.pages:
            self.canvas.showPage()
        self.canvas.setPageSize((width, height))
        self.canvas.setTrimBox((0, 0, width, height))
        page = Page(self, width, height)
        self.pages.append(page)
        return page

    def image(self, data: bytes) -> Any:
        """Return a picture ready to draw; the same bytes are embedded once."""
        found = self._images.get(data)
        if found is None:
            found = self._images[data] = ImageReader(BytesIO(data))
        return found

    def close(self) -> bytes:
        """Finish the last page and return the file."""
        self.canvas.showPage()
        with _binary_streams():
            self.canvas.save()
        return self._out.getvalue()


class Page:
    """One page; `placed` lists what was put on it, for checks."""

    def __init__(self, document: Document, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.placed: list[Placed] = []
        self._document = document
        self._canvas = document.canvas

    def text(
        self,
        laid: Paragraph,
        corner: tuple[float, float],
        type_: "Type",
        lines: range | None = None,
    ) -> None:
        """Set laid lines with the block's upper left at `corner`, flush to its own start side."""
        x, top = corner
        code = ["BT", _filled(type_.colour)]
        chosen = range(laid.count) if lines is None else lines
        for row, number in enumerate(chosen):
            down = top + type_.size * (row * type_.lead + _ASCENT + (type_.lead - _HEIGHT) / 2)
            left = x + self._indent(laid, number, type_)
            code += self._document.ink.line(laid, number, left, self.height - down, type_.size)
        code.append("ET")
        self._canvas.operators(code)
        height = len(chosen) * type_.lead * type_.size
        self.placed.append(Placed("text", x, top, type_.width, height, laid.text))

    def _indent(self, laid: Paragraph, number: int, type_: "Type") -> float:
        slack = type_.width - laid.extent(number)[1] * type_.size / 1000
        start = -laid.extent(number)[0] * type_.size / 1000
        if type_.align == "centre":
            return (slack + start) / 2
        flush_right = laid.rtl if type_.align == "start" else type_.align == "right"
        return slack if flush_right else start

    def block(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        up = self.height - y - height
        self._draw(_filled(colour), f"{x:.2f} {up:.2f} {width:.2f} {height:.2f} re f")
        self.placed.append(Placed("block", x, y, width, height))

    def rule(self, x: float, y: float, width: float, thick: float, colour: str) -> None:
        """Draw a horizontal line whose middle is at `y`."""
        up = f"{self.height - y:.2f}"
        self._draw(_stroked(colour, thick), f"{x:.2f} {up} m {x + width:.2f} {up} l S")
        self.placed.append(Placed("rule", x, y, width, 0))

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        thick: float,
        colour: str,
        dash: float = 0.0,
    ) -> None:
        """Draw a straight line, dashed when `dash` says how long the dashes are."""
        (x, y), (to_x, to_y) = start, end
        broken = f"[{dash:.2f}] 0 d " if dash else ""
        path = f"{x:.2f} {self.height - y:.2f} m {to_x:.2f} {self.height - to_y:.2f} l S"
        self._draw(f"q {broken}{_stroked(colour, thick)} {path} Q")
        left, top = min(x, to_x), min(y, to_y)
        self.placed.append(Placed("line", left, top, abs(to_x - x), abs(to_y - y)))

    @contextmanager
    def turned(self, x: float, y: float) -> Iterator[None]:
        """Draw a quarter turn clockwise: what goes to (0, 0) starts at (x, y) and runs down."""
        before = len(self.placed)
        self._draw(f"q 0 -1 1 0 {x - self.height:.3f} {self.height - y:.3f} cm")
        yield
        self._draw("Q")
        for number, box in enumerate(self.placed[before:], start=before):
            left, top = x - box.y - box.height, y + box.x
            self.placed[number] = Placed(box.kind, left, top, box.height, box.width, box.text)

    def disc(self, x: float, y: float, size: float, colour: str) -> None:
        """Fill a circle whose square has its upper left at (x, y): the ground of a face."""
        r = size / 2
        self._draw(_filled(colour), _circle(x + r, self.height - y - r, r), "f")
        self.placed.append(Placed("disc", x, y, size, size))

    def circle(self, x: float, y: float, size: float, colour: str) -> None:
        """Fill a circle that is an ornament."""
        r = size / 2
        self._draw(_filled(colour), _circle(x + r, self.height - y - r, r), "f")
        self.placed.append(Placed("circle", x, y, size, size))

    def picture(self, x: float, y: float, size: float, data: bytes) -> None:
        """Draw a square picture clipped to a circle."""
        canvas, r, up = self._canvas, size / 2, self.height - y
        canvas.saveState()
        self._draw(_circle(x + r, up - r, r), "W n")
        canvas.drawImage(self._document.image(data), x, up - size, size, size, mask="auto")
        canvas.restoreState()
        self.placed.append(Placed("picture", x, y, size, size))

    def mark(self, x: float, y: float, size: float, mark: str, colour: str) -> None:
        """Draw an evidence mark: filled, half, ring or slashed, told apart by shape alone."""
        pen = size * 0.14
        r, cx, cy = (size - pen) / 2, x + size / 2, self.height - y - size / 2
        end = "b" if mark == "filled" else "s"
        code = [_filled(colour), _stroked(colour, pen), _circle(cx, cy, r), end]
        if mark == "half":
            code += [_half(cx, cy, r), "f"]
        if mark == "slashed":
            d = r * 0.7071
            code.append(f"{cx - d:.2f} {cy - d:.2f} m {cx + d:.2f} {cy + d:.2f} l S")
        self._draw(*code)
        self.placed.append(Placed("mark", x, y, size, size, mark))

    def _draw(self, *code: str) -> None:
        self._canvas.operators(list(code))


@cache
def _filled(colour: str) -> str:
    return "{:.3g} {:.3g} {:.3g} rg".format(*rgb(colour))


@cache
def _ink(colour: str) -> str:
    return "{:.3g} {:.3g} {:.3g} RG".format(*rgb(colour))


def _stroked(colour: str, thick: float) -> str:
    return f"{_ink(colour)} {thick:.2f} w"


def _half(cx: float, cy: float, r: float) -> str:
    """Return the path of the left half of a circle, from its top down."""
    c, left = r * _CIRCLE, cx - r
    return (
        f"{cx:.3f} {cy + r:.3f} m "
        f"{cx - c:.3f} {cy + r:.3f} {left:.3f} {cy + c:.3f} {left:.3f} {cy:.3f} c "
        f"{left:.3f} {cy - c:.3f} {cx - c:.3f} {cy - r:.3f} {cx:.3f} {cy - r:.3f} c"
    )


def _circle(cx: float, cy: float, r: float) -> str:
    """Return the path of a circle: its left half, and back up on the right."""
    c, right = r * _CIRCLE, cx + r
    return (
        f"{_half(cx, cy, r)} "
        f"{cx + c:.3f} {cy - r:.3f} {right:.3f} {cy - c:.3f} {right:.3f} {cy:.3f} c "
        f"{right:.3f} {cy + c:.3f} {cx + c:.3f} {cy + r:.3f} {cx:.3f} {cy + r:.3f} c"
    )


@dataclass(frozen=True)
class Type:
    """How a block of text is set: its size and width in points, colour, leading and side.

    `align` is start (the paragraph's own), left, right or centre.
    """

    size: float
    width: float
    colour: str
    lead: float = 1.32
    align: str = "start"
