# SPDX-License-Identifier: MIT
"""What the wall does to the project: every gesture is one named edit.

The modules that write are imported by the first gesture, so that the wall is seen before them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from persona_studio.core.wall import WallCard, WallGroup
from persona_studio.gui.bridge import Bridge
from persona_studio.workspace.figures import Figure
from persona_studio.workspace.wall_entry import Typed

if TYPE_CHECKING:
    from persona_studio.storage.wall import Corner, Spot
    from persona_studio.storage.writer import Writer
    from persona_studio.workspace.walling import Item

COPY_ASIDE = 20


class WallGestures(QObject):
    """Edits of the wall; what was made comes back, "" or nothing where it was refused."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def note(self, text: str, spot: "Spot") -> str:
        """Add a note."""
        from persona_studio.storage import wall

        with self._made("Add note") as (write, made):
            made.append(wall.add(write, WallCard("", text=text), spot))
            self._settle(write, spot.group)
        return made[0] if made else ""

    def edit_text(self, card: str, text: str) -> None:
        """Change the words of a note."""
        from persona_studio.storage import wall

        with self._bridge.edit("Edit note") as write:
            wall.edit_text(write, card, text)

    def typed(self, typed: Typed, figures: Sequence[Figure] | None) -> str:
        """Do what was typed into the line."""
        from persona_studio.workspace import walling

        step = "Put evidence on the wall" if typed.code else "Add note"
        with self._made(step) as (write, made):
            made.append(walling.put_typed(self._bridge.workspace, write, typed, figures))
        return made[0] if made else ""

    def evidence(self, item: "Item", spot: "Spot") -> str:
        """Put evidence of the tray on the wall."""
        from persona_studio.workspace import walling

        with self._made("Put evidence on the wall") as (write, made):
            made.append(walling.put_evidence(self._bridge.workspace, write, item, spot))
            self._settle(write, spot.group)
        return made[0] if made else ""

    def arrange(
        self,
        cards: "Mapping[str, Corner]",
        groups: "Mapping[str, Corner]",
        key: str | None = None,
    ) -> None:
        """Lay free cards and groups elsewhere; with the same `key` again it is the same step."""
        from persona_studio.storage import wall

        one = "Move group" if groups else "Move card"
        many = len(cards) + len(groups)
        step = one if many == 1 else f"Move {many} cards"
        with self._bridge.edit(step, key) as write:
            wall.place(write, cards)
            for group, corner in groups.items():
                wall.move_group(write, group, corner)
            for group in groups:
                self._settle(write, group)

    def into(
        self, cards: Sequence[str], group: str, index: int | None = None, key: str | None = None
    ) -> None:
        """Put cards into a group."""
        from persona_studio.storage import wall

        with self._bridge.edit(_step("Move card", "Move {0} cards", cards), key) as write:
            wall.put(write, cards, group, index)
            self._settle(write, group)

    def group(self, cards: Sequence[str], corner: "Corner") -> str:
        """Make a group of cards."""
        from persona_studio.storage import wall

        with self._made("Group cards") as (write, made):
            made.append(wall.add_group(write, corner))
            wall.put(write, cards, made[0])
            self._settle(write, made[0])
        return made[0] if made else ""

    def group_of_words(self, cards: Sequence[str], words: str) -> str:
        """Put cards into the group of a letter or name, made when it is new."""
        from persona_studio.storage import wall
        from persona_studio.workspace import walling

        with self._made(_step("Move card", "Move {0} cards", cards)) as (write, made):
            made.append(walling.group_for(self._bridge.snapshot, write, words))
            wall.put(write, cards, made[0])
            self._settle(write, made[0])
        return made[0] if made else ""

    def rename(self, group: str, name: str) -> None:
        """Name a group."""
        from persona_studio.storage import wall

        with self._bridge.edit("Name group") as write:
            wall.rename(write, group, name)

    def ungroup(self, groups: Sequence[str]) -> None:
        """Take groups away; their cards stay where they are."""
        from persona_studio.storage import wall
        from persona_studio.workspace import walling

        with self._bridge.edit("Ungroup cards") as write:
            for group in groups:
                wall.ungroup(write, group, walling.corners_of(self._bridge.snapshot, group))

    def remove(self, cards: Sequence[str], groups: Sequence[str]) -> None:
        """Take cards, and groups with their cards, off the wall."""
        from persona_studio.storage import wall

        step = "Remove group" if groups and not cards else "Remove from the wall"
        with self._bridge.edit(step) as write:
            wall.remove(write, cards, groups)

    def copy(self, cards: Sequence[str]) -> list[str]:
        """Copy cards."""
        from persona_studio.storage import wall

        table = self._bridge.snapshot.table(WallCard)
        with self._made(_step("Copy card", "Copy {0} cards", cards)) as (write, made):
            made += wall.copy(write, cards, COPY_ASIDE)
            for group in {table[card].group for card in cards}:
                self._settle(write, group)
        return made

    def tidy(self, across: int) -> None:
        """Set groups in rows, and free cards below them."""
        from persona_studio.storage import wall
        from persona_studio.workspace import wall_places

        snapshot = self._bridge.snapshot
        groups = snapshot.table(WallGroup)
        boxes = wall_places.boxes(groups.values(), snapshot.table(WallCard).values())
        keys = sorted(groups, key=lambda key: (len(groups[key].letter), groups[key].letter))
        keys += sorted(boxes.keys() - groups.keys(), key=lambda key: (boxes[key].y, boxes[key].x))
        corners = wall_places.tidy([(key, boxes[key][2:]) for key in keys], across)
        with self._bridge.edit("Tidy the wall") as write:
            wall.place(write, {key: at for key, at in corners.items() if key not in groups})
            for key in groups:
                wall.move_group(write, key, corners[key])

    def persona(self, group: str) -> str:
        """Draft a persona of a group."""
        from persona_studio.workspace import wall_use

        with self._made("Draft a persona of a group") as (write, made):
            made.append(wall_use.to_persona(self._bridge.workspace, write, group))
        return made[0] if made else ""

    def section(self, group: str, persona: str | None, section: str) -> list[str]:
        """Make a group lines of a section."""
        from persona_studio.workspace import wall_use

        with self._made("Make claims of a group") as (write, made):
            made += wall_use.to_section(self._bridge.workspace, write, group, persona, section)
        return made

    def theme(self, group: str) -> tuple[str, int]:
        """Put what was said in a group under a theme; tell how many cards that leaves out."""
        from persona_studio.workspace import wall_use

        left: list[int] = []
        with self._made("Make a theme of a group") as (write, made):
            theme, out = wall_use.to_theme(self._bridge.workspace, write, group)
            made.append(theme)
            left.append(out)
        return (made[0], left[0]) if made else ("", 0)

    @contextmanager
    def _made(self, step: str) -> "Iterator[tuple[Writer, list[str]]]":
        """Make an edit; the list is emptied where it is refused, so that nothing is shown."""
        made: list[str] = []
        refused: list[object] = []
        note: Callable[[object], None] = refused.append
        self._bridge.failed.connect(note)
        try:
            with self._bridge.edit(step) as write:
                yield write, made
        finally:
            self._bridge.failed.disconnect(note)
        if refused:
            made.clear()

    def _settle(self, write: "Writer", group: str | None) -> None:
        from persona_studio.workspace import walling

        if group is not None:
            walling.settle(write, group)


def _step(one: str, many: str, cards: Sequence[str]) -> str:
    return one if len(cards) == 1 else many.format(len(cards))
