# SPDX-License-Identifier: MIT
"""The wall poster: one persona, read from across the table or the room."""

from dataclasses import dataclass, replace
from functools import cached_property

from persona_studio.publish.boxes import PROOF, PROOF_LEAD, Section, Words
from persona_studio.publish.document import Page
from persona_studio.publish.fit import Moved, Report, largest, most, split
from persona_studio.publish.pen import pen_room
from persona_studio.publish.press import AIRS, Press
from persona_studio.publish.sheet import Line, Part, Sheet
from persona_studio.publish.templates.columns import Columns
from persona_studio.publish.templates.foot import MANY, Foot
from persona_studio.publish.templates.frame import Band, Place, Rail, frame_of
from persona_studio.publish.templates.further import Further
from persona_studio.publish.templates.shortening import shortened
from persona_studio.publish.templates.side import reads_rtl
from persona_studio.publish.templates.template import Order
from persona_studio.publish.theme import MM, MUTED, Paper, Sizes, sizes

MARGIN = 12 * MM
_SMALLEST = 0.2  # of the floor, where the distance asks for more than the paper can give
_NEAREST = 0.6  # of the distance, from which it is worth to come closer for a single sheet


@dataclass(frozen=True)
class Poster:
    """The first sheet with some lines kept and the others told elsewhere."""

    sheet: Sheet
    kept: tuple[Part, ...]
    moved: tuple[Part, ...]
    paper: Paper
    face: bytes | None
    calm: float  # the largest body size the foot follows: small print stays small

    @property
    def margin(self) -> float:
        """The margin left and right, in points."""
        return MARGIN * self.paper.scale

    @cached_property
    def frame(self) -> Band | Rail:
        """Face, name, facts and quote."""
        return frame_of(self.sheet, self.paper, self.face, self.margin)

    @cached_property
    def columns(self) -> Columns:
        """The sections that stay; each says how many of its lines moved."""
        gone = {part.id: len(part.lines) for part in self.moved}
        return Columns(
            tuple(
                Section(part, f"+{gone[part.id]} more" if gone.get(part.id) else "")
                for part in self.kept
                if part.lines or part.id in ("goals", "pains")
            )
        )

    @property
    def elsewhere(self) -> Words | None:
        """The line that says what stands on another sheet."""
        names = [f"{part.title} ({len(part.lines)})" for part in self.moved]
        text = "More on sheet 2: " + ", ".join(names)
        return Words(text, PROOF, 600, MUTED, PROOF_LEAD) if names else None

    def below(self, press: Press, width: float) -> float:
        """Return the height kept free under the columns."""
        foot = press.once(self.sheet, ("foot", width), lambda: self._foot_height(press, width))
        note = self.elsewhere
        extra = note.height(press, width) + press.gap(0.9) if note else 0.0
        return extra + press.gap(0.9) + foot + self.margin * 0.8

    def room(self, press: Press, place: Place) -> float:
        """Return the height there is for the columns."""
        return self.paper.height - place.top - self.below(press, place.width)

    def _foot_height(self, press: Press, width: float) -> float:
        return Foot(self.sheet, 1, MANY).height(self._calm(press), width)

    def _calm(self, press: Press) -> Press:
        return press.sized(min(press.body, self.calm))

    def holds(self, press: Press) -> bool:
        """Tell whether everything that is kept has room."""
        place = self.frame.place(press)
        high = self.columns.height(press, place.width)
        return high <= self.room(press, place) and self.frame.holds(press)

    def draw(self, press: Press, page: Page, total: int) -> float:
        """Draw the sheet; return by how much the columns differ, as a share of their height."""
        self.frame.draw(press, page)
        place = self.frame.place(press)
        room = self.room(press, place)
        corner = (place.left, place.top)
        used, off = self.columns.draw(press, page, corner, (place.width, room))
        top = place.top + used + 1.4 * press.body
        rest = (place.width, place.top + room - top)
        pen_room(press, page, (place.left, top), rest)
        self._end(press, page, (place, total))
        return off / max(used, 1.0)

    def _end(self, press: Press, page: Page, what: tuple[Place, int]) -> None:
        place, total = what
        foot, calm = Foot(self.sheet, 1, total), self._calm(press)
        y = self.paper.height - self.margin * 0.8 - foot.height(calm, place.width)
        foot.draw(calm, page, (place.left, y), place.width)
        note = self.elsewhere
        if note:
            note = replace(note, align=press.side)
            above = y - press.gap(0.9) - note.height(press, place.width)
            note.draw(press, page, (place.left, above), place.width)


def compose(order: Order, after: int = 0) -> Report:
    """Draw the poster of one persona and the sheets that follow it; nothing is ever cut.

    `after` more sheets, drawn by others, are counted at the foot.
    """
    wanted = sizes(order.distance)
    sheet, named = shortened(order.sheet)
    order = replace(order, sheet=sheet)
    side = reads_rtl(order.sheet, order.side)
    press = Press(order.setter, order.theme, order.borne().floor, rtl=side)
    press, poster = _chosen(order, _framed(order, press))
    press = _fitted(poster, press, wanted)
    full = [Part(title, (Line(text),)) for title, text in poster.frame.shortened(press)]
    parts = (*full, *named, *poster.moved)
    further = Further(order.sheet, parts, order.paper, press.tightened(0), poster.margin)
    sheets = further.sheets()
    page = order.document.page(order.paper.width, order.paper.height)
    balance = poster.draw(press, page, len(sheets) + 1 + after)
    further.draw(order.document, sheets, len(sheets) + 1 + after)
    return Report(
        name=order.sheet.name,
        pages=len(sheets) + 1,
        body=press.body,
        target=wanted.target,
        floor=wanted.floor,
        distance=order.distance,
        moved=[Moved(part.title, line.text) for part in parts for line in part.lines],
        cautions=list(order.sheet.cautions),
        balance=balance,
        one_sheet=_one_sheet(order, press, poster),
    )


def _framed(order: Order, press: Press) -> Press:
    """Return the floor, or what is below it where even name, facts and quote have no room."""
    frame = Poster(order.sheet, (), (), order.paper, order.face, press.body).frame
    if frame.holds(press):
        return press
    low = press.body * _SMALLEST
    body = largest(lambda b: frame.holds(press.sized(b)), low, press.body)
    return press.sized(body or low)


def _fitted(poster: Poster, press: Press, wanted: Sizes) -> Press:
    """Return the largest size at which everything has room, below the floor only if it must be."""
    tried = {press.body: press}

    def at(body: float) -> Press:
        return tried.setdefault(body, press.sized(body))

    body = largest(lambda b: poster.holds(at(b)), press.body, wanted.largest)
    if body is None:
        low = press.body * _SMALLEST
        body = largest(lambda b: poster.holds(at(b)), low, press.body) or low
    return at(body)


def _one_sheet(order: Order, press: Press, poster: Poster) -> float:
    """Return from how near everything could be read on one sheet, 0 where nothing had to go."""
    if not poster.moved:
        return 0.0
    whole = replace(poster, kept=order.sheet.parts, moved=())
    floor = sizes(order.distance).floor
    body = largest(lambda b: whole.holds(press.sized(b)), _NEAREST * press.body, press.body)
    return body / floor * order.distance if body else 0.0


def _chosen(order: Order, press: Press) -> tuple[Press, Poster]:
    """Keep as many lines on the first sheet as have room at the smallest allowed size.

    Before a line has to go, gaps and display type give way.
    """
    parts = order.sheet.parts

    def poster(keep: int) -> Poster:
        kept, moved = split(parts, keep)
        calm = sizes(order.distance).target
        return Poster(order.sheet, tuple(kept), tuple(moved), order.paper, order.face, calm)

    total = sum(len(part.lines) for part in parts)
    whole = poster(total)
    for tight in range(len(AIRS)):
        press = press.tightened(tight)
        if whole.holds(press):
            return press, whole
    return press, poster(most(lambda keep: poster(keep).holds(press), total - 1))
