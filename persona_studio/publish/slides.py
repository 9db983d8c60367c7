# SPDX-License-Identifier: MIT
"""Personas as slides whose every word can be edited (PowerPoint, LibreOffice, Keynote)."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain
from typing import Any

from persona_studio.core.errors import StudioError
from persona_studio.publish import language, wording
from persona_studio.publish.portraits import portrait_of
from persona_studio.publish.sheet import Line, Sheet, long_date
from persona_studio.publish.slide_plan import (
    ABOVE,
    COLUMN,
    EDGE,
    GAP,
    HEAD,
    HEIGHT,
    LEAD,
    PROOF,
    RAIL,
    TOP,
    WIDTH,
    Box,
    Planner,
    Slide,
)
from persona_studio.publish.theme import INK, MUTED, THEMES, WHITE, Theme
from persona_studio.publish.typeset import ONE_AT_A_TIME, Typesetter, clean, is_rtl

MARKS = {"filled": "●", "half": "◐", "ring": "○", "slashed": "⊘"}
_FACE = 116.0
_FONT = "Arial"
_NAMES = (28.0, 24.0, 20.0, 17.0, 14.0)
_LEAST = 11.0
_RAIL = RAIL - 2 * EDGE
_RTL = "\u200f"  # begins a line that stands on the side of the claim it belongs to


def make(sheets: Sequence[Sheet]) -> bytes:
    """Return one slide a persona, more where it has much to say; the notes tell the evidence.

    StudioError (kind `missing_extra`) where python-pptx is not installed.
    """
    deck = _deck()
    with ONE_AT_A_TIME:
        told = chain.from_iterable(map(wording.telling, sheets))
        planner = Planner(Typesetter(language.eastern(told)))
        for sheet in sheets:
            _add(deck, planner, sheet)
    _without_strangers(deck)
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


def _add(deck: Any, planner: Planner, sheet: Sheet) -> None:
    used = _quote_height(planner, sheet)
    planned = planner.slides(sheet, used)
    for number, slide in enumerate(planned):
        page = _Page(deck, THEMES[sheet.colour], planner)
        page.rail(sheet, number)
        if number == 0 and sheet.quote is not None:
            page.quote(sheet, used)
        page.sections(slide)
        page.foot(sheet, number, len(planned))
        page.notes(sheet)


def _deck() -> Any:
    try:
        from pptx import Presentation
        from pptx.util import Pt
    except ImportError as error:
        raise StudioError(
            "Slides need a part of the studio that is not installed.",
            "Install the extra named “slides”, or save a PDF.",
            kind="missing_extra",
        ) from error
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    known = deck.core_properties
    known.title = known.author = known.last_modified_by = known.comments = ""
    known.created = known.modified = datetime(2020, 1, 1, tzinfo=UTC)
    return deck


def _without_strangers(deck: Any) -> None:
    """Leave out what the empty deck brings along: another printer's settings, another picture."""
    for whole in (deck.part, deck.part.package):
        for key, link in list(whole._rels.items()):  # noqa: SLF001 - it offers no other way
            if link.reltype.endswith(("/printerSettings", "/thumbnail")):
                whole._rels.pop(key)  # noqa: SLF001


def _quote_height(planner: Planner, sheet: Sheet) -> float:
    """Return the points that the quote takes at the top of the first slide."""
    if sheet.quote is None:
        return 0.0
    wide = 2 * COLUMN + GAP
    size = _quote_size(planner, sheet.quote.text)
    words = planner.lines(f"“{sheet.quote.text}”", size, wide) * size * LEAD
    return words + (12 * LEAD if sheet.quote.source else 0.0) + 18


def _quote_size(planner: Planner, text: str) -> float:
    wide = 2 * COLUMN + GAP
    return next((size for size in (20.0, 17.0, 14.0) if planner.lines(text, size, wide) < 4), 12.0)


class _Page:
    """One slide being made."""

    def __init__(self, deck: Any, theme: Theme, planner: Planner) -> None:
        self._slide = deck.slides.add_slide(deck.slide_layouts[6])
        self._theme, self._planner = theme, planner

    def rail(self, sheet: Sheet, number: int) -> None:
        """Set the coloured rail: face, name, tagline, facts, how many people it fits."""
        self._ground()
        top = TOP
        if number == 0:
            self._face(sheet, top)
            top += _FACE + 14
        name = sheet.name if number == 0 else f"{sheet.name} ({number + 1})"
        told = [(name, self._name_size(name), self._theme.dark), *self._who(sheet, number)]
        room = HEIGHT - EDGE - top
        smaller = self._fitting(told, room)
        rows = [
            [(text, max(8.0, size * smaller), colour, place == 0)]
            for place, (text, size, colour) in enumerate(told)
        ]
        frame = self._box((EDGE, top, _RAIL, room), rows, "Who")
        _spaced(frame, 4)

    def _who(self, sheet: Sheet, number: int) -> Iterator[tuple[str, float, str]]:
        """Yield what stands under the name: text, size, colour; further slides have the name."""
        if number:
            return
        said = [(sheet.tagline, 14.0, INK), (sheet.role, _LEAST, MUTED)]
        said += [(f"{fact.label}: {fact.value}", 12.0, INK) for fact in sheet.facts]
        if sheet.fits:
            said.append((f"Fits {sheet.fits[0]} of {sheet.fits[1]} people asked", _LEAST, MUTED))
        yield from (line for line in said if line[0])

    def quote(self, sheet: Sheet, used: float) -> None:
        """Set the quote across both columns."""
        said = sheet.quote
        if said is None:
            return
        size = _quote_size(self._planner, said.text)
        rows = [[(f"“{said.text}”", size, self._theme.dark, False)]]
        if said.source:
            mark = f"{MARKS[said.mark]} " if said.mark in MARKS else ""
            rows.append([(mark + said.source, 10.0, MUTED, False)])
        self._box((RAIL + EDGE, TOP, 2 * COLUMN + GAP, used - 12), rows, "Quote")

    def sections(self, slide: Slide) -> None:
        """Set the boxes of the sections."""
        for box in slide.boxes:
            title = f"{box.part.title} (continued)" if box.again else box.part.title
            rows = [[(title, slide.size * HEAD, self._theme.dark, True)]]
            for line in box.part.lines:
                if line.lead:
                    rows.append([(line.lead, slide.size * PROOF, MUTED, False)])
                rows.append(_claim(line, slide.size))
                if line.proof:
                    side = _RTL if is_rtl(clean(line.words)) else ""
                    rows.append([(side + line.proof, slide.size * PROOF, MUTED, False)])
            self._place(box, rows, slide.size)

    def foot(self, sheet: Sheet, number: int, total: int) -> None:
        """Set what the marks mean, the project and the day."""
        legend = "   ".join(f"{MARKS[mark]} {word}" for mark, word in sheet.legend)
        when = f"reviewed {long_date(sheet.reviewed_on)}" if sheet.reviewed_on else ""
        place = f"{number + 1} of {total}" if total > 1 else ""
        said = " · ".join(part for part in (sheet.project, when, place) if part)
        top = HEIGHT - 38
        wide = 2 * COLUMN + GAP
        rows = [[(legend, 9.0, MUTED, False)], [(said, 9.0, MUTED, False)]]
        self._box((RAIL + EDGE, top, wide, 28), rows, "Foot")

    def notes(self, sheet: Sheet) -> None:
        """Tell in the speaker's notes what stands behind each claim."""
        told = [
            " · ".join(
                part for part in (f"{MARKS.get(line.mark, '')} {line.text}", line.proof) if part
            )
            for part in sheet.parts
            for line in part.lines
        ]
        self._slide.notes_slide.notes_text_frame.text = "\n".join(map(clean, told))

    def _ground(self) -> None:
        from pptx.enum.shapes import MSO_SHAPE
        from pptx.util import Pt

        rail = self._slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, Pt(RAIL), Pt(HEIGHT))
        rail.name = "Rail"
        rail.fill.solid()
        rail.fill.fore_color.rgb = _colour(self._theme.tint)
        rail.line.fill.background()
        rail.shadow.inherit = False

    def _face(self, sheet: Sheet, top: float) -> None:
        from pptx.enum.shapes import MSO_SHAPE
        from pptx.util import Pt

        data, _ = portrait_of(sheet.portrait, _FACE * 2)
        place = Pt(EDGE), Pt(top), Pt(_FACE), Pt(_FACE)
        if data is not None:
            face = self._slide.shapes.add_picture(BytesIO(data), *place)
            face.auto_shape_type = MSO_SHAPE.OVAL
            face.name = f"Picture of {clean(sheet.name)}"
            return
        face = self._slide.shapes.add_shape(MSO_SHAPE.OVAL, *place)
        face.fill.solid()
        face.fill.fore_color.rgb = _colour(self._theme.dark)
        face.line.fill.background()
        face.shadow.inherit = False
        _write(face.text_frame, [[(sheet.portrait.initials, 36.0, WHITE, True)]], middle=True)

    def _name_size(self, name: str) -> float:
        words = max(name.split(), key=len, default=name)
        for size in _NAMES:
            one_word = self._planner.lines(words, size, _RAIL, 700) == 1
            if one_word and self._planner.lines(name, size, _RAIL, 700) <= 3:
                return size
        return _NAMES[-1]

    def _fitting(self, told: Sequence[tuple[str, float, str]], room: float) -> float:
        """Return by how much the type of some paragraphs is to shrink to fit a height."""
        for smaller in (1.0, 0.9, 0.8, 0.7):
            high = sum(
                (self._planner.lines(text, size * smaller, _RAIL) * LEAD + 0.4) * size * smaller
                for text, size, _ in told
            )
            if high <= room:
                return smaller
        return 0.6

    def _place(self, box: Box, rows: list[Any], size: float) -> None:
        frame = self._box((box.left, box.top, COLUMN, box.height), rows, box.part.title)
        _spaced(frame, ABOVE * size)

    def _box(self, place: tuple[float, float, float, float], rows: list[Any], name: str) -> Any:
        from pptx.util import Pt

        shape = self._slide.shapes.add_textbox(*(Pt(each) for each in place))
        shape.name = clean(name)
        _write(shape.text_frame, rows)
        return shape.text_frame


def _claim(line: Line, size: float) -> list[tuple[str, float, str, bool]]:
    words = (line.words, size, INK, line.key)
    return [(MARKS[line.mark], size, MUTED, False), words] if line.mark in MARKS else [words]


def _write(frame: Any, rows: list[Any], *, middle: bool = False) -> None:
    """Fill a text frame: a paragraph a row, a run a (text, points, colour, bold)."""
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    for number, runs in enumerate(rows):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        rtl = is_rtl(runs[-1][0].removeprefix(_RTL))
        right = rtl or runs[0][0].startswith(_RTL)
        paragraph.alignment = PP_ALIGN.CENTER if middle else PP_ALIGN.RIGHT if right else None
        if rtl:
            paragraph._p.get_or_add_pPr().set("rtl", "1")  # noqa: SLF001 - it offers no direction
        for place, (text, size, colour, bold) in enumerate(runs, start=1):
            run = paragraph.add_run()
            run.text = clean(text.removeprefix(_RTL)) + " " * (place < len(runs))
            run.font.name, run.font.size, run.font.bold = _FONT, Pt(size), bold
            run.font.color.rgb = _colour(colour)


def _spaced(frame: Any, points: float) -> None:
    """Put a little room before every paragraph but the first."""
    from pptx.util import Pt

    for paragraph in frame.paragraphs[1:]:
        paragraph.space_before = Pt(points)


def _colour(code: str) -> Any:
    from pptx.dml import color

    kind: Any = color.RGBColor
    return kind(*bytes.fromhex(code.removeprefix("#")))
