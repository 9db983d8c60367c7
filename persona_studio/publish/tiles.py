# SPDX-License-Identifier: MIT
"""A finished poster over office sheets: an assembly guide, then every sheet with its marks.

Each sheet shows the very page of the poster through a window; nothing is drawn anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

import pikepdf

from persona_studio.publish.document import Document, Meta, Page, Placed, Type
from persona_studio.publish.guide import Guide, View, form_name, short
from persona_studio.publish.theme import MM, MUTED
from persona_studio.publish.tiling import EDGE, OVERLAP, Span, Tiling, crossed, spans
from persona_studio.publish.typeset import Typesetter

_STRIP = 5 * MM  # kept free beside the picture for the sheet's name
_NAME_SIZE = 9.0
_LONGEST_NAME = 60
_CORNER = 7 * MM  # length of a corner mark
_HAIR = 0.35


@dataclass(frozen=True)
class Tiled:
    """The file, what was placed on each page, a name for each page, and what to know."""

    pdf: bytes
    placed: tuple[tuple[Placed, ...], ...]
    names: tuple[str, ...]
    cautions: tuple[str, ...]


@dataclass(frozen=True)
class Poster:
    """A finished file of equal pages, what was placed on each, and whose page each is."""

    pdf: bytes
    pages: Sequence[Page]
    names: tuple[str, ...]


def tiled(poster: Poster, tiling: Tiling, meta: Meta) -> Tiled:
    """Return the poster on sheets, page 1 telling how they are put together."""
    setter = Typesetter(meta.east)
    shared = _Shared(poster, tiling)
    told = [shared.told(page) for page in poster.pages]
    document = Document(meta)
    size = poster.pages[0].height
    shown = [Guide(tiling, poster.names, shared.columns, shared.rows, size).draw(document, setter)]
    names = ["Assembly guide"]
    for number, name in enumerate(poster.names):
        for sheet in shared.sheets():
            page = document.page(*tiling.page)
            title = f"{sheet.name} of {shared.last} · {short(name, _LONGEST_NAME)}"
            shown_there = told[number].get(sheet.name, ())
            alt = (
                f"Part of the poster: {title}. {' · '.join(shown_there) or 'No words begin on it'}"
            )
            shared.view(number, sheet).draw(page, alt, size)
            _marks(page, shared, sheet)
            _title(page, setter, shared, title)
            shown.append([number])
            names.append(title)
    document.name_pages(names)
    placed = tuple(tuple(page.placed) for page in document.pages)
    whole = _joined(document.close(), poster.pdf, shown)
    return Tiled(whole, placed, tuple(names), shared.cautions)


@dataclass(frozen=True)
class _Sheet:
    name: str
    across: Span
    down: Span
    last_column: bool
    last_row: bool


@dataclass(frozen=True)
class _Shared:
    """Where the seams of all pages run: beside the faces wherever the sheets allow it."""

    poster: Poster
    tiling: Tiling

    @cached_property
    def faces(self) -> list[tuple[Span, Span]]:
        """Return the stretch of every face across and down the printed poster."""
        k = self.tiling.scale
        boxes = [box for page in self.poster.pages for box in page.placed if box.kind == "disc"]
        return [((b.x * k, (b.x + b.width) * k), (b.y * k, (b.y + b.height) * k)) for b in boxes]

    @cached_property
    def below(self) -> bool:
        """Whether the name stands under the picture; else beside it."""
        way, (wide, high) = self.tiling, self.tiling.room
        across = spans(way.width, way.columns, wide)[0]
        down = spans(way.height, way.rows, high)[0]
        return high - (down[1] - down[0]) > wide - (across[1] - across[0])

    @cached_property
    def columns(self) -> tuple[Span, ...]:
        """What each column of sheets shows."""
        room = self.tiling.room[0] - (0 if self.below else _STRIP)
        keep = [across for across, _ in self.faces]
        return spans(self.tiling.width, self.tiling.columns, room, keep)

    @cached_property
    def rows(self) -> tuple[Span, ...]:
        """What each row of sheets shows."""
        room = self.tiling.room[1] - (_STRIP if self.below else 0)
        keep = [down for _, down in self.faces]
        return spans(self.tiling.height, self.tiling.rows, room, keep)

    @property
    def last(self) -> str:
        """The name of the last sheet."""
        return sheet_name(len(self.rows) - 1, len(self.columns) - 1)

    @property
    def cautions(self) -> tuple[str, ...]:
        """Say where a seam could not be kept off a face."""
        across, down = [a for a, _ in self.faces], [d for _, d in self.faces]
        if crossed(self.columns, across) or crossed(self.rows, down):
            return ("A seam runs through a face: the sheets are too small to keep it whole.",)
        return ()

    def sheets(self) -> Iterator[_Sheet]:
        """Walk the sheets as they are laid: row by row, from the left."""
        for row, down in enumerate(self.rows):
            for column, across in enumerate(self.columns):
                last = (column == len(self.columns) - 1, row == len(self.rows) - 1)
                yield _Sheet(sheet_name(row, column), across, down, *last)

    def told(self, page: Page) -> dict[str, list[str]]:
        """Return the words of a page by the sheet on which they begin, in the order they are read.

        A sheet shows the page as it is, so a screen reader hears all of it from sheet to sheet.
        """
        found: dict[str, list[str]] = {}
        mark = ""
        for box in page.placed:
            if box.kind == "word":
                mark = f"{box.text}: "
            elif box.kind == "text" and len(box.text) > 1:
                words = found.setdefault(self._where(box.x, box.y), [])
                words += [mark + box.text] if mark + box.text not in words[-1:] else []
                mark = ""
        return found

    def _where(self, x: float, y: float) -> str:
        """Return the first sheet that shows a place of the page."""
        x, y = x * self.tiling.scale, y * self.tiling.scale
        column = next((n for n, (_, end) in enumerate(self.columns) if x < end), -1)
        row = next((n for n, (_, end) in enumerate(self.rows) if y < end), -1)
        return sheet_name(row % len(self.rows), column % len(self.columns))

    def view(self, number: int, sheet: _Sheet) -> View:
        """Return the window of a sheet onto page `number` of the poster."""
        size = (sheet.across[1] - sheet.across[0], sheet.down[1] - sheet.down[0])
        corner = (EDGE - sheet.across[0], EDGE - sheet.down[0])
        return View(number, (EDGE, EDGE, *size), corner, self.tiling.scale)


def sheet_name(row: int, column: int) -> str:
    """Return a name as on a map: rows are letters, columns numbers."""
    return f"{chr(ord('A') + row)}{column + 1}"


def _marks(page: Page, shared: _Shared, sheet: _Sheet) -> None:
    """Draw the corners to cut along, and where the next sheet comes to lie."""
    wide, high = sheet.across[1] - sheet.across[0], sheet.down[1] - sheet.down[0]
    left, top, out = EDGE, EDGE, _HAIR / 2
    right, low = left + wide, top + high
    for x, y, dx, dy in (
        (left - out, top - out, _CORNER, _CORNER),
        (right + out, top - out, -_CORNER, _CORNER),
        (left - out, low + out, _CORNER, -_CORNER),
        (right + out, low + out, -_CORNER, -_CORNER),
    ):
        page.line((x, y), (x + dx, y), _HAIR, MUTED)
        page.line((x, y), (x, y + dy), _HAIR, MUTED)
    if not sheet.last_column:
        x = right - OVERLAP + out
        page.line((x, top), (x, low), _HAIR, MUTED, dash=4)
    if not sheet.last_row:
        y = low - OVERLAP + out
        page.line((left, y), (right, y), _HAIR, MUTED, dash=4)


def _title(page: Page, setter: Typesetter, shared: _Shared, title: str) -> None:
    wide = max(b - a for a, b in shared.columns)
    high = max(b - a for a, b in shared.rows)
    width = wide if shared.below else high
    laid = setter.lay(title, 600, width / _NAME_SIZE * 1000)
    type_ = Type(_NAME_SIZE, width, MUTED, align="left")
    with page.heading("H2", title, EDGE):
        if shared.below:
            page.text(laid, (EDGE, EDGE + high + 1 * MM), type_, range(1))
            return
        with page.turned(EDGE + wide + 1 * MM + _NAME_SIZE * type_.lead, EDGE):
            page.text(laid, (0, 0), type_, range(1))


def _joined(frame: bytes, poster: bytes, shown: Sequence[Sequence[int]]) -> bytes:
    """Give each sheet the poster's pages it shows; each is stored once."""
    out = BytesIO()
    with pikepdf.open(BytesIO(frame)) as file, pikepdf.open(BytesIO(poster)) as source:
        forms = [file.copy_foreign(page.as_form_xobject()) for page in source.pages]
        for page, numbers in zip(file.pages, shown, strict=True):
            for number in numbers:
                name = pikepdf.Name(f"/{form_name(number)}")
                page.add_resource(forms[number], pikepdf.Name.XObject, name=name)
        file.save(
            out,
            deterministic_id=True,
            compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return out.getvalue()
