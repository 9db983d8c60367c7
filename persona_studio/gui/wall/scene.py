# SPDX-License-Identifier: MIT
"""The wall as a scene: it shows what the project holds and tells what is chosen."""

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from persona_studio.core.snapshot import Snapshot
from persona_studio.core.wall import WallCard, WallGroup
from persona_studio.gui.wall.items import CardItem, GroupItem, WallItem
from persona_studio.gui.wall.look import WallLook
from persona_studio.gui.wall.words import group_title, heading_of
from persona_studio.workspace.wall_places import HEAD, HIGH, WIDE, Box, cards_of, corner_in

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_NOTHING = QGraphicsItem.GraphicsItemFlag.ItemHasNoContents
FARTHEST = 40_000
"""The wall ends here, in px from its middle, in each direction."""


class WallScene(QGraphicsScene):
    """Items by id in `cards` and `groups`; `words` says what a card says in a snapshot."""

    def __init__(
        self,
        words: Callable[[Snapshot, WallCard], str],
        parent: "QObject | None" = None,
        *,
        locked: bool = False,
    ) -> None:
        super().__init__(parent)
        self.look = WallLook()
        self.cards: dict[str, CardItem] = {}
        self.groups: dict[str, GroupItem] = {}
        self.order: dict[str, list[str]] = {}
        self._words = words
        self._locked = locked
        self._far = False
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setSceneRect(-FARTHEST, -FARTHEST, 2 * FARTHEST, 2 * FARTHEST)

    def show(self, snapshot: Snapshot) -> None:
        """Show the wall as it is now; everything lies where the project says."""
        sorted_cards = cards_of(snapshot)
        for group in snapshot.table(WallGroup).values():
            self._show_group(group, len(sorted_cards[group.id]))
        self.order = {key: [c.id for c in cards] for key, cards in sorted_cards.items() if key}
        for key, cards in sorted_cards.items():
            for index, card in enumerate(cards):
                at = (card.x, card.y) if key is None else corner_in(index, len(cards))
                self._show_card(snapshot, card, at)
        self._drop(snapshot)

    def chosen_cards(self) -> list[str]:
        """Return the ids of the chosen cards, as they are read: group by group, row by row."""
        chosen = [item for item in self.cards.values() if item.isSelected()]
        places = {item.key: item.scenePos() for item in chosen}
        grouped = {key: n for n, key in enumerate(k for keys in self.order.values() for k in keys)}
        last = len(grouped)
        return sorted(
            places,
            key=lambda key: (grouped.get(key, last), places[key].y(), places[key].x()),
        )

    def chosen_groups(self) -> list[str]:
        """Return the ids of the chosen groups."""
        return [item.key for item in self.groups.values() if item.isSelected()]

    def choose(self, keys: Collection[str]) -> None:
        """Choose these cards and groups and nothing else."""
        with QSignalBlocker(self):
            for item in self.items_of(self.cards.keys() | self.groups.keys()):
                item.setSelected(item.key in keys)
        self.selectionChanged.emit()

    def set_far(self, *, far: bool) -> None:
        """Let cards paint themselves, or leave them to who paints all at once."""
        if far != self._far:
            self._far = far
            for item in self.cards.values():
                item.setFlag(_NOTHING, far)
            self.update()

    def item(self, key: str) -> WallItem | None:
        """Return the card or group of an id."""
        return self.cards.get(key) or self.groups.get(key)

    def items_of(self, keys: Iterable[str]) -> list[WallItem]:
        """Return cards and groups by id, those that are there."""
        return [item for key in keys if (item := self.item(key)) is not None]

    def group_at(self, at: QPointF, leaving_out: Collection[str] = ()) -> GroupItem | None:
        """Return the group whose field lies at a point."""
        for key, item in self.groups.items():
            if key not in leaving_out and item.area.translated(item.pos()).contains(at):
                return item
        return None

    def boxes(self) -> dict[str, Box]:
        """Return where the keyboard finds each card and the heading of each group."""
        out = {}
        for key, card in self.cards.items():
            at = card.scenePos()
            out[key] = Box(round(at.x()), round(at.y()), WIDE, HIGH)
        for key, group in self.groups.items():
            at = group.pos()
            out[key] = Box(round(at.x()), round(at.y()), round(group.area.width()), HEAD)
        return out

    def in_order(self) -> list[str]:
        """Return groups, each followed by its cards, and then free cards as they are read."""
        grouped = [key for group, cards in self.order.items() for key in (group, *cards)]
        free = self.cards.keys() - set(grouped)
        places = {key: self.cards[key].scenePos() for key in free}
        return grouped + sorted(free, key=lambda key: (places[key].y(), places[key].x()))

    def content(self) -> QRectF:
        """Return what is covered with cards and groups."""
        area = QRectF()
        for item in (*self.groups.values(), *self.cards.values()):
            area |= item.boundingRect().translated(item.scenePos())
        return area

    def _show_group(self, group: WallGroup, many: int) -> None:
        item = self.groups.get(group.id)
        if item is None:
            item = self.groups[group.id] = GroupItem(group, self.look, locked=self._locked)
            self.addItem(item)
        item.display(group, many, group_title(group))
        item.hint(on=False)
        item.setPos(group.x, group.y)
        item.setZValue(0)

    def _show_card(self, snapshot: Snapshot, card: WallCard, at: tuple[int, int]) -> None:
        item = self.cards.get(card.id)
        if item is None:
            item = self.cards[card.id] = CardItem(card, self.look, locked=self._locked)
            item.setFlag(_NOTHING, self._far)
            self.addItem(item)
        parent = self.groups.get(card.group or "")
        if item.parentItem() is not parent:
            _adopt(item, parent)
        item.display(card, self._words(snapshot, card), heading_of(card))
        item.setPos(*at)
        item.setZValue(1)

    def _drop(self, snapshot: Snapshot) -> None:
        for key in self.cards.keys() - snapshot.table(WallCard).keys():
            item = self.cards.pop(key)
            _adopt(item, None)
            self.removeItem(item)
        for key in self.groups.keys() - snapshot.table(WallGroup).keys():
            self.removeItem(self.groups.pop(key))


def _adopt(item: CardItem, parent: GroupItem | None) -> None:
    item.setParentItem(parent)  # type: ignore[arg-type]  # Qt takes None: the item is free
