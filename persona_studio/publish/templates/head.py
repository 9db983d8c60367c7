# SPDX-License-Identifier: MIT
"""The upper part of a poster: face and name on the theme's colour, facts, and the quote."""

from dataclasses import dataclass
from math import ceil

from persona_studio.publish.boxes import PROOF, Proof, Words
from persona_studio.publish.document import Page, Type
from persona_studio.publish.press import Press
from persona_studio.publish.sheet import Fact, Line, Said, Sheet
from persona_studio.publish.templates.excerpt import Excerpt
from persona_studio.publish.theme import INK, SAFE, WHITE
from persona_studio.publish.typeset import clean

FACE = 6.3  # diameter of the portrait, in body sizes
WIDEST_FACE = 0.27  # of the width between the margins
WIDEST_STACKED = 0.72  # where the words stand under it
NAME = ((3.0, 1), (2.7, 2), (2.3, 2), (1.9, 2), (1.6, 3))
TAGLINE = ((1.14, 1), (1.0, 1), (1.0, 3))
ROLE = ((0.84, 1), (0.76, 2))
QUOTE = ((1.5, 2), (1.36, 3), (1.2, 3), (1.1, 4))
TALL_QUOTE = ((1.5, 6), (1.36, 7), (1.2, 7), (1.1, 8))
_ONE_ROW = 3
VALUE = ((1.04, 1), (0.94, 1), (0.86, 2), (0.76, 2))


def _face(press: Press) -> float:
    """Return the diameter of the portrait in body sizes; it gives way half as much as gaps."""
    return FACE * (1 + press.air) / 2


@dataclass(frozen=True)
class Head:
    """The band of the theme's colour: portrait, role, name, tagline; bleeds off the page.

    `stacked` sets the words under the portrait instead of beside it.
    """

    sheet: Sheet
    face: bytes | None
    margin: float
    stacked: bool = False

    def _face_size(self, press: Press, width: float) -> float:
        widest = WIDEST_STACKED if self.stacked else WIDEST_FACE
        return min(_face(press) * press.body, widest * (width - 2 * self.margin))

    def _measure(self, press: Press, width: float) -> float:
        if self.stacked:
            return width - 2 * self.margin
        return width - 2 * self.margin - self._face_size(press, width) - 1.25 * press.body

    def excerpts(self, press: Press) -> dict[str, Excerpt]:
        """Return the texts of the head by the name they have on another sheet."""
        return press.once(self, "excerpts", lambda: self._excerpts(press))

    def _excerpts(self, press: Press) -> dict[str, Excerpt]:
        sheet, side, tint = self.sheet, press.side, press.theme.tint
        lines = [text for text in (sheet.role, self.fits()) if text]
        lines = lines if self.stacked else [" · ".join(lines)]
        roles = zip(("Role", "People"), lines, strict=False)
        found = {title: Excerpt(text, ROLE, 600, tint, 1.3, side) for title, text in roles}
        found |= {
            "Name": Excerpt(clean(sheet.name), NAME[press.tight :], 700, WHITE, 1.1, side, "H1"),
            "Tagline": Excerpt(clean(sheet.tagline), TAGLINE, 400, WHITE, 1.3, side),
        }
        return {name: excerpt for name, excerpt in found.items() if excerpt.text}

    def fits(self) -> str:
        """Say for how many people the persona stands."""
        if self.sheet.fits:
            return "Fits {:,} of {:,} people".format(*self.sheet.fits)
        if self.sheet.drawn_from:
            return "Drawn from {:,} of {:,} people".format(*self.sheet.drawn_from)
        return ""

    def shortened(self, press: Press, width: float) -> list[tuple[str, str]]:
        """Return (title, full text) of what the head could not show whole."""
        measure = self._measure(press, width)
        found = self.excerpts(press)
        return [(t, e.text) for t, e in found.items() if e.is_short(press, measure)]

    def _rows(self, press: Press, width: float) -> list[Words]:
        measure = self._measure(press, width)
        return [e.words(press, measure) for e in self.excerpts(press).values()]

    def _text_height(self, press: Press, width: float) -> float:
        measure = self._measure(press, width)
        rows = self._rows(press, width)
        gaps = press.gap(0.24) * max(0, len(rows) - 1)
        return sum(row.height(press, measure) for row in rows) + gaps

    def height(self, press: Press, width: float) -> float:
        """Return the height of the band."""
        face, words = self._face_size(press, width), self._text_height(press, width)
        inner = face + press.gap(1.0) + words if self.stacked else max(face, words)
        return inner + 2 * self._pad(press)

    def _pad(self, press: Press) -> float:
        return max(SAFE, self.margin * 0.6 * press.air, press.gap(1.05))

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Fill the band, then set face and words in its middle."""
        x, y = corner
        height, pad = self.height(press, width), self._pad(press)
        page.block(x, y, width, height, press.theme.dark)
        face, measure = self._face_size(press, width), self._measure(press, width)
        left = x + width - self.margin - face if press.rtl else x + self.margin
        above = pad if self.stacked else (height - face) / 2
        self._draw_face(press, page, (left, y + above), face)
        text_x = x + self.margin if press.rtl else x + width - self.margin - measure
        words = self._text_height(press, width)
        top = y + (height - pad - words if self.stacked else (height - words) / 2)
        for row in self._rows(press, width):
            row.draw(press, page, (text_x, top), measure)
            top += row.height(press, measure) + press.gap(0.24)

    def _draw_face(
        self, press: Press, page: Page, corner: tuple[float, float], size: float
    ) -> None:
        x, y = corner
        page.disc(x, y, size, WHITE)
        ring = 0.1 * press.body
        inner = size - 2 * ring
        page.disc(x + ring, y + ring, inner, press.theme.tint)
        if self.face is not None:
            with page.figure(f"Portrait of {clean(self.sheet.name)}", (x, y), (size, size)):
                page.picture(x + ring, y + ring, inner, self.face)
        elif self.sheet.portrait.initials:
            em = 0.4 * size / press.body
            laid = press.lay(self.sheet.portrait.initials, em, size, 700)
            middle = y + size / 2 - em * press.body * 0.655
            centred = Type(em * press.body, size, press.theme.dark, 1.3, "centre")
            with page.aside():
                page.text(laid, (x, middle), centred)


@dataclass(frozen=True)
class Strip:
    """Up to six facts in even cells on the theme's tint; bleeds off the page.

    `columns` is how many stand beside each other, 0 for as many as stay on one line.
    """

    facts: tuple[Fact, ...]
    margin: float
    columns: int = 0

    def _value(self, press: Press, fact: Fact) -> Excerpt:
        return Excerpt(clean(fact.value), VALUE, 600, INK, 1.24, press.side)

    def _label(self, fact: Fact) -> Proof:
        return Proof(Line("", fact.mark, clean(fact.label)))

    def _columns(self, press: Press, width: float) -> int:
        """Return how many cells stand in a row: as many as leave every fact on one line."""
        return press.once(self, width, lambda: self._most_columns(press, width))

    def _most_columns(self, press: Press, width: float) -> int:
        count = len(self.facts)
        if self.columns:
            return min(self.columns, count)
        if count <= _ONE_ROW:
            return count
        for rows in range(1, count + 1):
            columns = ceil(count / rows)
            cell = self._cell(press, width, columns)
            if columns <= 2 or all(self._is_easy(press, fact, cell) for fact in self.facts):
                return columns
        return 1

    def _is_easy(self, press: Press, fact: Fact, cell: float) -> bool:
        value = self._value(press, fact)
        inset = 0.9 * press.body
        label = press.count(clean(fact.label), PROOF, cell - inset)
        em, _ = VALUE[1]
        return label <= 1 and press.count(value.text, em, cell, 600) <= 1

    def _cell(self, press: Press, width: float, columns: int) -> float:
        gaps = (columns - 1) * press.body
        return (width - 2 * self.margin - gaps) / columns

    def _cell_height(self, press: Press, fact: Fact, cell: float) -> float:
        label = self._label(fact).height(press, cell)
        return label + self._value(press, fact).words(press, cell).height(press, cell)

    def _row_heights(self, press: Press, width: float) -> list[float]:
        columns = self._columns(press, width)
        cell = self._cell(press, width, columns)
        rows = [self.facts[n : n + columns] for n in range(0, len(self.facts), columns)]
        return [max(self._cell_height(press, fact, cell) for fact in row) for row in rows]

    def height(self, press: Press, width: float) -> float:
        """Return the height of the band; nothing without facts."""
        if not self.facts:
            return 0.0
        rows = self._row_heights(press, width)
        return sum(rows) + press.gap(0.6) * (len(rows) - 1) + press.gap(1.3)

    def shortened(self, press: Press, width: float) -> list[tuple[str, str]]:
        """Return (label, full value) of the facts that are too long for their cell."""
        if not self.facts:
            return []
        cell = self._cell(press, width, self._columns(press, width))
        values = [(fact.label, self._value(press, fact)) for fact in self.facts]
        return [(label, v.text) for label, v in values if v.is_short(press, cell)]

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Fill the band and set the cells, from the side where reading starts."""
        if not self.facts:
            return
        x, y = corner
        page.block(x, y, width, self.height(press, width), press.theme.tint)
        columns = self._columns(press, width)
        cell = self._cell(press, width, columns)
        top = y + press.gap(0.65)
        for row, high in enumerate(self._row_heights(press, width)):
            for place, fact in enumerate(self.facts[row * columns : (row + 1) * columns]):
                step = place * (cell + press.body)
                left = (
                    x + width - self.margin - cell - step if press.rtl else x + self.margin + step
                )
                with page.tag("L", key="facts"), page.tag("LI"), page.tag("LBody"):
                    self._draw_fact(press, page, (left, top), (fact, cell))
            top += high + press.gap(0.6)

    def _draw_fact(
        self, press: Press, page: Page, corner: tuple[float, float], what: tuple[Fact, float]
    ) -> None:
        fact, cell = what
        label = self._label(fact)
        label.draw(press, page, corner, cell)
        below = (corner[0], corner[1] + label.height(press, cell))
        self._value(press, fact).words(press, cell).draw(press, page, below, cell)


@dataclass(frozen=True)
class Quotation:
    """The quote as display text behind a hanging mark, its source under it.

    `stacked` sets the mark above the words.
    """

    said: Said | None
    stacked: bool = False

    def _words(self, press: Press) -> Excerpt:
        text = clean(self.said.text) if self.said else ""
        steps = TALL_QUOTE if self.stacked else QUOTE
        return Excerpt(text, steps[press.tight :], 600, press.theme.dark, 1.24, press.side)

    def _proof(self) -> Proof:
        said = self.said or Said("")
        return Proof(Line("", said.mark, said.source))

    def _inset(self, press: Press) -> float:
        return 0.0 if self.stacked else 1.95 * press.body

    def _above(self, press: Press) -> float:
        return 1.6 * press.body if self.stacked else 0.0

    def height(self, press: Press, width: float) -> float:
        """Return the height of quote and source; nothing without a quote."""
        if self.said is None:
            return 0.0
        measure = width - self._inset(press)
        words = self._words(press).words(press, measure).height(press, measure)
        source = self._proof().height(press, measure)
        return self._above(press) + words + (source + 0.28 * press.body if source else 0.0)

    def shortened(self, press: Press, width: float) -> list[tuple[str, str]]:
        """Return the full quote when it could not be shown whole."""
        excerpt = self._words(press)
        if self.said is None or not excerpt.is_short(press, width - self._inset(press)):
            return []
        return [("Quote", excerpt.text)]

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Hang the mark into the margin side, set the words beside it."""
        if self.said is None:
            return
        x, y = corner
        inset = self._inset(press)
        measure = width - inset
        wide = width if self.stacked else inset
        sign = Words(
            "\u201d" if press.rtl else "\u201c", 3.4, 700, press.theme.soft, 1.0, press.side
        )
        with page.aside():
            at = (x + width - wide if press.rtl else x, y - 0.2 * press.body)
            sign.draw(press, page, at, wide)
        y += self._above(press)
        left = x if press.rtl else x + inset
        words = self._words(press).words(press, measure)
        below = y + words.height(press, measure) + 0.28 * press.body
        with page.tag("BlockQuote"):
            words.draw(press, page, (left, y), measure)
            self._proof().draw(press, page, (left, below), measure)
