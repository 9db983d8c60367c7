# SPDX-License-Identifier: MIT
"""What can be done with the cards and groups of the wall.

A card in a group is placed by its order there, a free one by its corner; so a group that moves or
grows changes one row, not all its cards.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, product
from string import ascii_uppercase

from persona_studio.core import clock
from persona_studio.core.errors import StudioError
from persona_studio.core.fields import new_id
from persona_studio.core.wall import WallCard, WallGroup
from persona_studio.storage.writer import Writer

Corner = tuple[int, int]


@dataclass(frozen=True)
class Spot:
    """Where a card is put: into a group, before its card number `index` or last, or at a corner."""

    group: str | None = None
    corner: Corner = (0, 0)
    index: int | None = None


def add(write: Writer, card: WallCard, spot: Spot) -> str:
    """Add a card at a spot; a note needs words. Returns its id."""
    text = clean(card.text) if card.kind == "note" else card.text
    key = write.add(
        replace(
            card,
            id=new_id(),
            text=text,
            group=spot.group,
            x=spot.corner[0],
            y=spot.corner[1],
            position=_end(write, spot.group),
            created=clock.today(),
        )
    )
    if spot.group is not None and spot.index is not None:
        put(write, [key], spot.group, spot.index)
    return key


def edit_text(write: Writer, card: str, text: str) -> None:
    """Change the words of a note."""
    write.change(WallCard, card, text=clean(text))


def put(write: Writer, cards: Sequence[str], group: str, index: int | None = None) -> None:
    """Put cards, in the order given, into a group: before its card number `index`, or last."""
    write.get(WallGroup, group)
    there = [card for card in in_order(write, group) if card.id not in cards]
    at = len(there) if index is None else min(max(index, 0), len(there))
    order = [*there[:at], *(write.get(WallCard, card) for card in cards), *there[at:]]
    first = 0 if index is not None else max((card.position + 1 for card in there), default=0)
    begin = at if index is None else 0
    for position, card in enumerate(order[begin:], start=first):
        if (card.group, card.position) != (group, position):
            write.change(WallCard, card.id, group=group, position=position)


def place(write: Writer, corners: Mapping[str, Corner]) -> None:
    """Lay cards on the free wall, each with its corner there."""
    for card, (x, y) in corners.items():
        write.change(WallCard, card, group=None, x=x, y=y, position=0)


def add_group(write: Writer, corner: Corner, name: str = "", letter: str = "") -> str:
    """Make an empty group; without a letter it takes the first that is free. Returns its id."""
    taken = {group.letter for group in write.find(WallGroup)}
    letter = letter if letter and letter not in taken else free_letter(taken)
    return write.add(WallGroup(new_id(), " ".join(name.split()), letter, *corner))


def rename(write: Writer, group: str, name: str) -> None:
    """Name a group; no words take its name away."""
    write.change(WallGroup, group, name=" ".join(name.split()))


def move_group(write: Writer, group: str, corner: Corner) -> None:
    """Move a group with all its cards."""
    write.change(WallGroup, group, x=corner[0], y=corner[1])


def ungroup(write: Writer, group: str, corners: Mapping[str, Corner]) -> None:
    """Take a group away; its cards stay, each at the corner given."""
    place(write, corners)
    write.remove(WallGroup, group)


def remove(write: Writer, cards: Sequence[str], groups: Sequence[str] = ()) -> None:
    """Take cards off the wall, and groups with all their cards."""
    for group in groups:
        for card in write.find(WallCard, group=group):
            write.remove(WallCard, card.id)
        write.remove(WallGroup, group)
    for key in cards:
        write.remove(WallCard, key)


def copy(write: Writer, cards: Sequence[str], shift: int) -> list[str]:
    """Copy cards: in a group to its end, on the free wall a little aside; return the new ids."""
    made = []
    for key in cards:
        card = write.get(WallCard, key)
        made.append(add(write, card, Spot(card.group, (card.x + shift, card.y + shift))))
    return made


def in_order(write: Writer, group: str) -> list[WallCard]:
    """Return the cards of a group as they stand in it."""
    return sorted(write.find(WallCard, group=group), key=lambda c: (c.position, c.id))


def free_letter(taken: "set[str]") -> str:
    """Return the first letter that no group has: A to Z, then AA, AB ..."""
    every = ("".join(parts) for n in count(1) for parts in product(ascii_uppercase, repeat=n))
    return next(letter for letter in every if letter not in taken)


def clean(text: str) -> str:
    """Return a note's words, line by line; StudioError without any."""
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    words = "\n".join(lines).strip()
    if not words:
        raise StudioError("A note needs words.", "Write one thought on it.", kind="empty_note")
    return words


def _end(write: Writer, group: str | None) -> int:
    if group is None:
        return 0
    return max((card.position + 1 for card in write.find(WallCard, group=group)), default=0)
