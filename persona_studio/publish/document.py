# SPDX-License-Identifier: MIT
"""The PDF itself: pages measured in points from their upper left corner, same bytes every time."""

from collections.abc import Hashable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from persona_studio.publish import metadata, pdf_file, pictures
from persona_studio.publish.bookmarks import Bookmarks
from persona_studio.publish.ink import Inkwell
from persona_studio.publish.marking import Marking
from persona_studio.publish.paths import circle, crop_marks, evidence, filled, stroked
from persona_studio.publish.tagged import Element, Structure
from persona_studio.publish.theme import MM
from persona_studio.publish.typeset import Paragraph, clean

# Where Inter's baseline lies in a line box: its ascent, and half of the leading above it.
_ASCENT, _HEIGHT = 0.969, 1.21
BLEED, _SLUG = 3 * MM, 10 * MM  # colour beyond the cut; all that is kept around it for marks
_LONGEST_LABEL = 60


@dataclass(frozen=True)
class Meta:
    """What the file says about itself; nothing else goes into its properties."""

    title: str
    author: str = ""
    language: str = "en"
    east: str = ""  # the language whose shapes East Asian letters take


@dataclass(frozen=True)
class Finish:
    """How the pages leave: for a print shop with bleed and marks; `tagged` for screen readers."""

    print_shop: bool = False
    tagged: bool = True


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

    def __init__(self, meta: Meta, finish: Finish | None = None) -> None:
        self.finish = finish or Finish()
        self.canvas = _Canvas(BytesIO(), invariant=1, lang=meta.language)
        title, author = clean(meta.title), clean(meta.author)
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.canvas.setCreator("Persona Studio")
        self.canvas.setProducer("Persona Studio")
        self.canvas.setSubject("")
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        catalog = self.canvas._doc.Catalog  # noqa: SLF001 - reportlab's only door to it
        said = (title, author, meta.language)
        catalog.Metadata = metadata.packet(*said, tagged=self.finish.tagged)
        self.ink = Inkwell(self.canvas._doc)  # noqa: SLF001 - reportlab's only door for own fonts
        self.pages: list[Page] = []
        self.structure = Structure(meta.language)
        self._within = self.structure.root
        self.bookmarks = Bookmarks()
        self._images: dict[bytes, Any] = {}

    @contextmanager
    def part(self) -> Iterator[None]:
        """Draw pages that belong together: one persona, or several compared."""
        self._within = self.structure.root.child("Sect")
        yield
        self._within = self.structure.root

    def page(self, width: float, height: float) -> "Page":
        """Start a page; the one before it is finished."""
        self._finish_page()
        slug = _SLUG if self.finish.print_shop else 0.0
        self.canvas.setPageSize((width + 2 * slug, height + 2 * slug))
        self.canvas.setTrimBox((slug, slug, width + slug, height + slug))
        if slug:
            out = slug - BLEED
            self.canvas.setBleedBox((out, out, width + 2 * slug - out, height + 2 * slug - out))
            self.canvas.operators([f"1 0 0 1 {slug:.3f} {slug:.3f} cm"])
        self.structure.pages.append([])
        page = Page(self, (width, height), self._within, slug)
        self.pages.append(page)
        return page

    def image(self, data: bytes) -> Any:
        """Return a picture ready to draw; the same bytes are embedded once."""
        found = self._images.get(data)
        if found is None:
            found = self._images[data] = ImageReader(BytesIO(data))
        return found

    def name_pages(self, names: Sequence[str]) -> None:
        """Give each page the name a reader shows instead of its number."""
        for number, name in enumerate(names):
            self.canvas.addPageLabel(number, prefix=clean(name)[:_LONGEST_LABEL])

    def close(self) -> bytes:
        """Finish the last page and return the file."""
        with _binary_streams():
            self._finish_page()
            structure = self.structure if self.finish.tagged else None
            return pdf_file.written(self.canvas, structure, self.bookmarks)

    def _finish_page(self) -> None:
        if self.pages:
            self.pages[-1].finish()
            self.canvas.showPage()
        if self.pages and self.finish.tagged:
            number = len(self.pages)
            page = self.canvas._doc.idToObject[f"Page{number}"]  # noqa: SLF001 - no other door
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number - 1, "/S"


class Page:
    """One page; `placed` lists what was put on it, for checks."""

    def __init__(
        self, document: Document, size: tuple[float, float], within: Element, slug: float
    ) -> None:
        self.width, self.height = size
        self.placed: list[Placed] = []
        self._document = document
        self._canvas = document.canvas
        self._slug = slug
        structure = document.structure if document.finish.tagged else None
        self._marking = Marking(structure, within, self._canvas.operators)

    def tag(
        self, kind: str, key: Hashable = None, alt: str = "", attributes: str = ""
    ) -> AbstractContextManager[None]:
        """Say what is drawn: an element of this kind, the same one for the same key."""
        return self._marking.inside(kind, key, alt, attributes)

    def aside(self, *, when: bool = True) -> AbstractContextManager[None]:
        """Say that what is drawn only repeats what was told before."""
        return self._marking.aside(when=when)

    def heading(self, kind: str, title: str, y: float) -> AbstractContextManager[None]:
        """Say that a heading is drawn at `y`; it is listed beside the pages."""
        if self._marking.is_told:
            place, up = len(self._document.pages) - 1, self.height - y + self._slug
            level = self._document.bookmarks.add(title, int(kind[1:]) - 1, place, up)
            kind = f"H{level + 1}"
        return self._marking.inside(kind)

    def figure(
        self, alt: str, corner: tuple[float, float], size: tuple[float, float]
    ) -> AbstractContextManager[None]:
        """Say that a picture is drawn, and what it shows."""
        left, up = corner[0] + self._slug, self.height - corner[1] - size[1] + self._slug
        box = f"{left:.2f} {up:.2f} {left + size[0]:.2f} {up + size[1]:.2f}"
        return self._marking.inside("Figure", None, alt, f"/O/Layout/BBox[{box}]")

    def finish(self) -> None:
        """End the page: where to cut it, for a print shop."""
        if self._slug:
            self._draw(*crop_marks((self.width, self.height), BLEED + 2 * MM))
        self._marking.close()

    def text(
        self,
        laid: Paragraph,
        corner: tuple[float, float],
        type_: "Type",
        lines: range | None = None,
    ) -> None:
        """Set laid lines with the block's upper left at `corner`, flush to its own start side."""
        x, top = corner
        self._marking.text(laid.text)
        code = ["BT", filled(type_.colour)]
        chosen = range(laid.count) if lines is None else lines
        for row, number in enumerate(chosen):
            down = top + type_.base + type_.size * row * type_.lead
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
        """Fill a rectangle; where it touches an edge of the page, its colour bleeds over it."""
        left, top, right, low = self._bled(x, y, x + width, y + height)
        box = f"{left:.2f} {self.height - low:.2f} {right - left:.2f} {low - top:.2f}"
        self._draw(filled(colour), f"{box} re f")
        self.placed.append(Placed("block", x, y, width, height))

    def rule(self, x: float, y: float, width: float, thick: float, colour: str) -> None:
        """Draw a horizontal line whose middle is at `y`."""
        up = f"{self.height - y:.2f}"
        self._draw(stroked(colour, thick), f"{x:.2f} {up} m {x + width:.2f} {up} l S")
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
        self._draw(f"q {broken}{stroked(colour, thick)} {path} Q")
        left, top = min(x, to_x), min(y, to_y)
        self.placed.append(Placed("line", left, top, abs(to_x - x), abs(to_y - y)))

    @contextmanager
    def turned(self, x: float, y: float) -> Iterator[None]:
        """Draw a quarter turn clockwise: what goes to (0, 0) starts at (x, y) and runs down."""
        before = len(self.placed)
        self._marking.close()
        self._canvas.operators([f"q 0 -1 1 0 {x - self.height:.3f} {self.height - y:.3f} cm"])
        yield
        self._marking.close()
        self._canvas.operators(["Q"])
        for number, box in enumerate(self.placed[before:], start=before):
            left, top = x - box.y - box.height, y + box.x
            self.placed[number] = Placed(box.kind, left, top, box.height, box.width, box.text)

    def disc(self, x: float, y: float, size: float, colour: str) -> None:
        """Fill a circle whose square has its upper left at (x, y): the ground of a face."""
        r = size / 2
        self._draw(filled(colour), circle(x + r, self.height - y - r, r), "f")
        self.placed.append(Placed("disc", x, y, size, size))

    def circle(self, x: float, y: float, size: float, colour: str) -> None:
        """Fill a circle that is an ornament."""
        r = size / 2
        self._draw(filled(colour), circle(x + r, self.height - y - r, r), "f")
        self.placed.append(Placed("circle", x, y, size, size))

    def picture(self, x: float, y: float, size: float, data: bytes) -> None:
        """Draw a square picture clipped to a circle."""
        canvas, r, up = self._canvas, size / 2, self.height - y
        self._marking.drawing()
        canvas.operators(["q", circle(x + r, up - r, r), "W n"])
        shown = self._document.image(pictures.printed(data, size))
        with _binary_streams():
            canvas.drawImage(shown, x, up - size, size, size, mask="auto")
        canvas.operators(["Q"])
        self.placed.append(Placed("picture", x, y, size, size))

    def mark(
        self, corner: tuple[float, float], size: float, mark: str, colour: str, word: str = ""
    ) -> None:
        """Draw an evidence mark; `word` is what is heard, none where it stands beside it."""
        x, y = corner
        opened = self._marking.sign(word)
        code = evidence(mark, (x, self.height - y - size), size, colour)
        self._canvas.operators([opened, *code, "EMC"] if opened else code)
        self.placed.append(Placed("mark", x, y, size, size, mark))
        if word:
            self.placed.append(Placed("word", x, y, size, size, word))

    def form(self, name: str, window: tuple[float, ...], place: tuple[float, ...]) -> None:
        """Show part of a stored page: `place` is (scale, left, up) of its lower left corner."""
        x, y, width, height = window
        scale, left, up = place
        self._draw(
            f"q {x:.4f} {self.height - y - height:.4f} {width:.4f} {height:.4f} re W n "
            f"{scale:.6f} 0 0 {scale:.6f} {left:.4f} {up:.4f} cm /{name} Do Q"
        )

    def _bled(self, left: float, top: float, right: float, low: float) -> tuple[float, ...]:
        out = BLEED if self._slug else 0.0
        return (
            left - out if left <= 0.01 else left,
            top - out if top <= 0.01 else top,
            right + out if right >= self.width - 0.01 else right,
            low + out if low >= self.height - 0.01 else low,
        )

    def _draw(self, *code: str) -> None:
        self._marking.drawing()
        self._canvas.operators(list(code))


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

    @property
    def base(self) -> float:
        """How far below the block's top its first line stands, in points."""
        return self.size * (_ASCENT + (self.lead - _HEIGHT) / 2)
