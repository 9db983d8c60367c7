# SPDX-License-Identifier: MIT
"""The charts of an answer as drawings to save: the map, the bars, the table of shares."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, Qt

from persona_studio.core.research import Segment, Segmentation
from persona_studio.gui.patterns.drawing import (
    Box,
    Drawing,
    Mark,
    Spot,
    Words,
    fitted,
    in_two,
    shape_of,
)
from persona_studio.gui.patterns.heat import shade
from persona_studio.gui.patterns.heat_model import ANSWER, EVERYONE, QUESTION, HeatModel
from persona_studio.gui.patterns.people_map import BETWEEN, Dot, dots_of, spread
from persona_studio.gui.patterns.wording import colour_of, figures, hardly, percent, short, size_of
from persona_studio.gui.tokens import GROUPS_LIGHT, LIGHT

_EDGE = 32.0
_TOP = 84.0
_MAP = (960.0, 640.0)
_WIDE = 880.0
_LINE = 26.0
_GROUND = {QUESTION: 320.0, ANSWER: 260.0}
_CELL = 132.0
_ACROSS = Qt.Orientation.Horizontal


def map_of(found: Segmentation, segments: Sequence[Segment], about: str) -> Drawing:
    """Return the map of people; each group has a colour, a shape and its name below."""
    dots = dots_of(found.result["map"])
    wide, high = _MAP
    area = (_EDGE, _TOP, wide - 2 * _EDGE, high - _TOP - 12)
    part = _tr("this picture shows {share} of the differences")
    told = part.format(share=percent(found.result["map"]["shown"]))
    title = _tr("Map of people")
    marks: list[Mark] = list(_head(title, f"{told} · {about}", wide))
    marks += [_spot(dot, place) for dot, place in zip(dots, spread(dots, area), strict=True)]
    legend = list(_legend(segments, wide, high))
    total = max((mark.y for mark in legend if isinstance(mark, Words)), default=high) + _EDGE
    return Drawing(wide, total, title, [*marks, *legend])


def bars_of(segments: Sequence[Segment], about: str) -> Drawing:
    """Return what sets each group apart, as bars with everyone's tick."""
    title = _tr("What sets each group apart")
    words = _tr("Bars show the group, the tick shows everyone.")
    marks: list[Mark] = list(_head(title, f"{words} {about}", _WIDE))
    everyone, y = sum(segment.n for segment in segments), _TOP + 20
    for segment in segments:
        block = list(_group(segment, everyone, y))
        marks += block
        y = max(mark.y for mark in block if isinstance(mark, Words)) + 44
    return Drawing(_WIDE, y, title, marks)


def heat_of(model: HeatModel, about: str) -> Drawing:
    """Return the table of shares in the order in which it is shown."""
    title = _tr("How every group answered")
    lefts, x = {}, _EDGE
    for column in range(model.columnCount()):
        lefts[column] = x
        x += _GROUND.get(column, _CELL)
    wide = x + _EDGE
    marks: list[Mark] = list(_head(title, about, wide))
    y = _TOP + 36
    for column in range(EVERYONE, model.columnCount()):
        first, second = in_two(str(model.headerData(column, _ACROSS)), _CELL - 12, 13)
        middle = lefts[column] + _CELL / 2
        marks.append(Words(middle, y - 17, first, 13, LIGHT.ink, bold=True, anchor="middle"))
        marks.append(Words(middle, y, second, 13, LIGHT.ink, bold=True, anchor="middle"))
    for place in range(model.rowCount()):
        y += _LINE
        marks += _heat_row(model, place, lefts, y)
    return Drawing(wide, y + _EDGE, title, marks)


def _head(title: str, below: str, wide: float) -> Iterator[Words]:
    room = wide - 2 * _EDGE
    yield Words(_EDGE, 44, fitted(title, room, 20, bold=True), 20, LIGHT.ink, bold=True)
    yield Words(_EDGE, 66, fitted(below, room, 13), 13, LIGHT.muted)


def _spot(dot: Dot, place: tuple[float, float]) -> Spot:
    if dot.group < 0:
        return Spot(*place, 3.6, "disc", LIGHT.faint, 0.6)
    between = dot.margin < BETWEEN
    tone = LIGHT.faint if between else GROUPS_LIGHT[colour_of(dot.group)].strong
    return Spot(*place, 2.6 if between else 3.6, shape_of(dot.group), tone, 0.6)


def _legend(segments: Sequence[Segment], wide: float, y: float) -> Iterator[Mark]:
    for segment in segments:
        y += 24
        tone = GROUPS_LIGHT[colour_of(segment.number)].strong
        yield Spot(_EDGE + 6, y - 4, 5, shape_of(segment.number), tone)
        people = _tr("{n} people").format(n=segment.n)
        name = fitted(f"{_name(segment)} · {people}", wide - 2 * _EDGE - 20, 13)
        yield Words(_EDGE + 20, y, name, 13, LIGHT.ink)
    if segments:
        y += 24
        words = _tr("Small and grey: between groups.")
        yield Words(_EDGE + 20, y, words, 13, LIGHT.muted)


def _group(segment: Segment, everyone: int, y: float) -> Iterator[Mark]:
    tone = GROUPS_LIGHT[colour_of(segment.number)].strong
    size, room = size_of(segment, everyone), _WIDE - 2 * _EDGE
    yield Spot(_EDGE + 6, y - 5, 5, shape_of(segment.number), tone)
    name = fitted(_name(segment), room * 0.55, 15, bold=True)
    yield Words(_EDGE + 20, y, name, 15, LIGHT.ink, bold=True)
    yield Words(_WIDE - _EDGE, y, size, 13, LIGHT.muted, anchor="end")
    for item in segment.over:
        y += _LINE
        yield Words(_EDGE + 20, y, fitted(short(item), room * 0.5, 13), 13, LIGHT.ink)
        left, wide = _EDGE + 20 + room * 0.53, room * 0.24
        yield Box(left, y - 7, wide, 5, LIGHT.well, 2.5)
        yield Box(left, y - 7, max(5.0, wide * item["share"]), 5, tone, 2.5)
        yield Box(left + wide * item["everyone"] - 0.75, y - 11, 1.5, 13, LIGHT.ink)
        yield Words(_WIDE - _EDGE, y, figures(item), 13, LIGHT.muted, anchor="end")
    few = hardly(segment)
    if few:
        y += _LINE
        yield Words(_EDGE + 20, y, fitted(few, room - 20, 13), 13, LIGHT.muted)


def _heat_row(model: HeatModel, place: int, lefts: dict[int, float], y: float) -> Iterator[Mark]:
    heading = isinstance(model.rows[place], str)
    for column, left in lefts.items():
        words = str(model.data(model.index(place, column)))
        wide = _GROUND.get(column, _CELL)
        count = model.count_at(place, column)
        if count is not None and count.n:
            yield Box(left + 1, y - 17, wide - 2, _LINE - 2, shade(count.share, LIGHT))
        if not words:
            continue
        room = wide * 2 if heading else wide - 12
        text = fitted(words, room, 13, bold=heading)
        tone = LIGHT.muted if column == QUESTION and not heading else LIGHT.ink
        if column < EVERYONE:
            yield Words(left, y, text, 13, tone, bold=heading)
        else:
            yield Words(left + wide / 2, y, text, 13, tone, anchor="middle")


def _name(segment: Segment) -> str:
    return segment.name.strip() or _tr("Group {0}").format(segment.number + 1)


def _tr(text: str) -> str:
    return QCoreApplication.translate("patterns", text)
