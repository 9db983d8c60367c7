# SPDX-License-Identifier: MIT
"""Pieces of a line in the order they are read, whichever face each is set in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from persona_studio.publish.fonts import Face


@dataclass(frozen=True)
class Run:
    """Glyphs of one face in visual order, placed from the line's left end and baseline.

    `starts` are the places of the letters (UTF-16 units of the text) each glyph belongs to.
    """

    face: Face
    rtl: bool
    glyphs: list[int]
    xs: list[float]
    ys: list[float]
    starts: list[int]


def in_order(runs: Sequence[Run]) -> list[Run]:
    """Return runs as they are read, one taken apart where another's letters come between.

    Qt gathers all glyphs of one face; copied as they come, an emoji would end its line.
    """
    if len(runs) == 1:
        return list(runs)
    starts = sorted({(start, place) for place, run in enumerate(runs) for start in run.starts})
    found = []
    for place, stretch in groupby(starts, key=itemgetter(1)):
        letters = [start for start, _ in stretch]
        found.append(_between(runs[place], letters[0], letters[-1]))
    return found


def _between(run: Run, first: int, last: int) -> Run:
    kept = [n for n, start in enumerate(run.starts) if first <= start <= last]
    if len(kept) == len(run.starts):
        return run
    return replace(
        run,
        glyphs=[run.glyphs[n] for n in kept],
        xs=[run.xs[n] for n in kept],
        ys=[run.ys[n] for n in kept],
        starts=[run.starts[n] for n in kept],
    )
