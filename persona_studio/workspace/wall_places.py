# SPDX-License-Identifier: MIT
"""Where things lie on the wall: cards of one size, groups that grow with them and make room.

Everything is counted in px of the wall at 100 %.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil, sqrt
from typing import NamedTuple

from persona_studio.core.snapshot import Snapshot
from persona_studio.core.wall import WallCard, WallGroup

WIDE, HIGH = 184, 112
GAP, PAD, HEAD = 10, 12, 44
APART = 28
_SHAPE = 0.6
_STEP = 40
_ROWS = 400
_PUSHES = 50

Corner = tuple[int, int]


class Box(NamedTuple):
    """An upright rectangle of the wall."""

    x: int
    y: int
    wide: int
    high: int

    def touches(self, other: "Box", apart: int = 0) -> bool:
        """Tell whether two boxes overlap, or lie closer than `apart`."""
        return (
            self.x < other.x + other.wide + apart
            and other.x < self.x + self.wide + apart
            and self.y < other.y + other.high + apart
            and other.y < self.y + self.high + apart
        )


def columns(many: int) -> int:
    """Return in how many columns a group lays out so many cards."""
    return max(2, ceil(sqrt(_SHAPE * many)))


def field(many: int) -> tuple[int, int]:
    """Return the width and height of a group of so many cards; an empty one has room for some."""
    across = columns(many)
    down = max(1, ceil(many / across))
    wide = 2 * PAD + across * WIDE + (across - 1) * GAP
    return wide, HEAD + down * HIGH + (down - 1) * GAP + PAD


def corner_in(index: int, many: int) -> Corner:
    """Return where a card of a group lies, from the group's own corner."""
    row, column = divmod(index, columns(many))
    return PAD + column * (WIDE + GAP), HEAD + row * (HIGH + GAP)


def index_at(x: float, y: float, many: int) -> int:
    """Return before which card of a group a drop at a point of it goes."""
    across = columns(many)
    column = min(max(0, round((x - PAD) / (WIDE + GAP))), across)
    row = max(0, int((y - HEAD) // (HIGH + GAP)))
    return min(row * across + column, many)


def cards_of(snapshot: Snapshot) -> dict[str | None, list[WallCard]]:
    """Return the cards of each group in their order; the free ones under None."""
    found: dict[str | None, list[WallCard]] = {None: []}
    found |= {group: [] for group in snapshot.table(WallGroup)}
    for card in snapshot.table(WallCard).values():
        found[card.group].append(card)
    for cards in found.values():
        cards.sort(key=lambda card: (card.position, card.id))
    return found


def boxes(groups: Iterable[WallGroup], cards: Iterable[WallCard]) -> dict[str, Box]:
    """Return the field of each group and the place of each free card, by id."""
    many: dict[str, int] = {}
    out: dict[str, Box] = {}
    for card in cards:
        if card.group is None:
            out[card.id] = Box(card.x, card.y, WIDE, HIGH)
        else:
            many[card.group] = many.get(card.group, 0) + 1
    for group in groups:
        out[group.id] = Box(group.x, group.y, *field(many.get(group.id, 0)))
    return out


def free_corner(taken: Iterable[Box], size: tuple[int, int], start: Corner, across: int) -> Corner:
    """Return the first free corner from `start` on, in rows of `across` places."""
    there = list(taken)
    for down in range(_ROWS):
        for column in range(across):
            x, y = start[0] + column * (size[0] + APART), start[1] + down * _STEP
            box = Box(x, y, *size)
            if not any(box.touches(other, GAP) for other in there):
                return x, y
    return start


def make_room(there: Mapping[str, Box], grown: str) -> dict[str, Corner]:
    """Return the new corners of what must go aside for a group; it goes right or down only."""
    now = dict(there)
    moved: dict[str, Corner] = {}
    waiting = [grown]
    for _ in range(_PUSHES * len(now)):  # things only go right and down; this is a last resort
        if not waiting:
            break
        here = now[waiting.pop(0)]
        for key, box in now.items():
            if key == grown or box is here or not here.touches(box):
                continue
            right = here.x + here.wide + APART - box.x
            down = here.y + here.high + APART - box.y
            goal = (box.x + right, box.y) if right < down else (box.x, box.y + down)
            now[key] = Box(*goal, box.wide, box.high)
            moved[key] = goal
            waiting += [key, grown]
    return moved


def tidy(order: Sequence[tuple[str, tuple[int, int]]], across: int) -> dict[str, Corner]:
    """Return corners that set boxes (id, size) in rows of at most `across` px."""
    out: dict[str, Corner] = {}
    x = y = tallest = 0
    for key, (wide, high) in order:
        if x and x + wide > across:
            x, y, tallest = 0, y + tallest + APART, 0
        out[key] = (x, y)
        x, tallest = x + wide + APART, max(tallest, high)
    return out
