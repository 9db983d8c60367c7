# SPDX-License-Identifier: MIT
"""Values of the wall: cards for affinity sorting, and the groups they are sorted into."""

from dataclasses import dataclass
from datetime import date

from persona_studio.core import words
from persona_studio.core.fields import closed, maybe_ref
from persona_studio.core.persona import Measure


@dataclass(frozen=True)
class WallGroup:
    """Cards that belong together; (`x`, `y`) is the upper left corner of its field on the wall.

    `letter` is what is typed to put a card into it; `name` may still be missing.
    """

    id: str
    name: str = ""
    letter: str = ""
    x: int = 0
    y: int = 0


@dataclass(frozen=True)
class WallCard:
    """One card of the wall: a note in somebody's own words, or evidence.

    A figure is its `measure` on a `wave`, `text` being what the answer says; a quote and a theme
    are named by id, so that their words go where they go. `code` is the number the card was found
    by (E12, Q3, T2). `position` is its place in its group, (`x`, `y`) where it lies without one.
    """

    id: str
    kind: str = closed(words.CARD_KINDS, "note")
    group: str | None = maybe_ref("wall_group")
    text: str = ""
    code: str = ""
    wave: str | None = maybe_ref("wave")
    measure: Measure | None = None
    quote: str | None = maybe_ref("quote")
    theme: str | None = maybe_ref("theme")
    x: int = 0
    y: int = 0
    position: int = 0
    created: date | None = None
