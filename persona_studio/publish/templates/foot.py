# SPDX-License-Identifier: MIT
"""The foot of every sheet: what the marks mean, when it was reviewed, which sheet it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from persona_studio.publish.boxes import MARK, Words, mark_colour
from persona_studio.publish.document import Page
from persona_studio.publish.drawn import Bar
from persona_studio.publish.press import Press
from persona_studio.publish.sheet import Sheet, long_date
from persona_studio.publish.templates.excerpt import Excerpt
from persona_studio.publish.theme import INK, MUTED, RULE
from persona_studio.publish.typeset import clean

SMALL = 0.7
MANY = 888  # a number of sheets as wide as any: room is kept for it before they are counted
_PROJECT = ((SMALL, 2),)  # a project's name takes two lines at most
_ROW = 1.36  # of the small size
_PAD = 0.6
_BETWEEN = 1.1


@dataclass(frozen=True)
class Foot:
    """A hairline, the legend in as many rows as it needs, then dates and sheet number.

    `drawn`: the lines of the sheet are shown with their bars and scales, which the legend explains.
    """

    sheet: Sheet
    number: int = 1
    total: int = 1
    drawn: bool = True

    def _legend(self, press: Press, width: float) -> list[list[tuple[str, str, float]]]:
        """Lay the legend out in rows of (mark, word, width)."""
        rows: list[list[tuple[str, str, float]]] = [[]]
        used = 0.0
        extra = _everyone(self.sheet) if self.drawn else ()
        for mark, word in (*self.sheet.legend, *extra):
            laid = press.lay(word, SMALL, width)
            wide = (MARK + 0.34) * press.body + laid.width * SMALL * press.body / 1000
            if rows[-1] and used + wide > width:
                rows.append([])
                used = 0.0
            rows[-1].append((mark, word, wide))
            used += wide + _BETWEEN * press.body
        return rows

    def _row_height(self, press: Press) -> float:
        return SMALL * _ROW * press.body

    def _notes(self, press: Press, width: float) -> tuple[Words, Words]:
        sheets = f"Sheet {self.number} of {self.total}" if self.total > 1 else ""
        project = Excerpt(clean(self.sheet.project), _PROJECT).words(press, width / 2).text
        right = " · ".join(text for text in (project, sheets) if text)
        far = "left" if press.rtl else "right"
        return (
            Words(reviewed(self.sheet), SMALL, 400, MUTED, _ROW, press.side),
            Words(right, SMALL, 400, MUTED, _ROW, far),
        )

    def height(self, press: Press, width: float) -> float:
        """Return the height from the hairline down."""
        legend = len(self._legend(press, width)) * self._row_height(press)
        near, far = self._notes(press, width)
        wide = self._far_width(press, far, width)
        notes = max(near.height(press, width - wide), far.height(press, wide))
        return legend + notes + (_PAD + 0.2) * press.body

    def draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        """Draw it with the hairline at the upper edge; further sheets only repeat the first."""
        with page.aside(when=self.number > 1):
            self._draw(press, page, corner, width)

    def _draw(self, press: Press, page: Page, corner: tuple[float, float], width: float) -> None:
        x, y = corner
        page.rule(x, y, width, 0.04 * press.body, RULE)
        y += _PAD * press.body
        for row in self._legend(press, width):
            self._draw_row(press, page, (x, y, width), row)
            y += self._row_height(press)
        y += 0.2 * press.body
        near, far = self._notes(press, width)
        wide = self._far_width(press, far, width)
        near.draw(press, page, (x + wide if press.rtl else x, y), width - wide)
        far.draw(press, page, (x if press.rtl else x + width - wide, y), wide)

    def _far_width(self, press: Press, far: Words, width: float) -> float:
        """Return the width of the note at the far end: its own, or half where it is long."""
        own = press.lay(far.text, SMALL, width).width * SMALL * press.body / 1000
        return min(width / 2, own + 0.5 * press.body)

    def _draw_row(
        self,
        press: Press,
        page: Page,
        place: tuple[float, float, float],
        row: list[tuple[str, str, float]],
    ) -> None:
        x, y, width = place
        size, inset = MARK * press.body, (MARK + 0.34) * press.body
        at = x
        for mark, word, wide in row:
            left = 2 * x + width - at - wide if press.rtl else at
            mark_x = left + wide - size if press.rtl else left
            top = y + (self._row_height(press) - size) / 2
            if mark in _DRAWN:
                _DRAWN[mark](press, page, (mark_x, top), size)
            else:
                page.mark((mark_x, top), size, mark, mark_colour(mark, press.theme))
            words = Words(word, SMALL, 400, MUTED, _ROW, press.side)
            text_x = left if press.rtl else left + inset
            words.draw(press, page, (text_x, y), wide - inset + 0.01 * press.body)
            at += wide + _BETWEEN * press.body


def _everyone(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Say what stands for everyone in the bars and scales of a sheet."""
    drawn = [line.figure for part in sheet.parts for line in part.lines if line.figure]
    compared = [figure for figure in drawn if figure.everyone]
    if compared:
        bars = any(isinstance(figure, Bar) for figure in compared)
        yield ("tick" if bars else "step"), "everyone"


def _tick(press: Press, page: Page, corner: tuple[float, float], size: float) -> None:
    x, y = corner
    page.rule(x, y + size / 2, size, 0.4 * size, press.theme.soft)
    page.line((x + size / 2, y), (x + size / 2, y + size), 0.1 * press.body, INK)


def _step(press: Press, page: Page, corner: tuple[float, float], size: float) -> None:
    page.rule(corner[0], corner[1] + size / 2, size, size, press.theme.soft)


_DRAWN = {"tick": _tick, "step": _step}


def reviewed(sheet: Sheet) -> str:
    """Say when the persona was last reviewed and when it is due again."""
    last = f"Reviewed {long_date(sheet.reviewed_on)}" if sheet.reviewed_on else "Not reviewed yet"
    if sheet.next_review is None:
        return last
    return f"{last} · {_due(sheet.next_review, sheet.today)}"


def _due(day: date, today: date | None) -> str:
    if today is not None and day < today:
        return f"review overdue since {long_date(day)}"
    return f"next review {long_date(day)}"
