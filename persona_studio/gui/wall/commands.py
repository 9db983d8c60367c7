# SPDX-License-Identifier: MIT
"""What the keyboard, the menu and the buttons do on the wall, by name."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal

from persona_studio.core.errors import StudioError
from persona_studio.core.snapshot import Snapshot
from persona_studio.core.wall import WallCard, WallGroup
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.wall import walking
from persona_studio.gui.wall.choosing import choose_group
from persona_studio.gui.wall.gestures import WallGestures
from persona_studio.gui.wall.group_use import GroupUse
from persona_studio.gui.wall.view import STEP, WallView
from persona_studio.gui.wall.words import card_spoken, group_spoken, place_spoken, tr
from persona_studio.workspace.wall_places import HIGH, WIDE, Box, columns

if TYPE_CHECKING:
    from persona_studio.storage.wall import Corner

_STEPS = {"right": (1, 0), "left": (-1, 0), "down": (0, 1), "up": (0, -1)}
_NUDGE = 24
_HARMLESS = ("go_", "add_", "zoom", "fit", "all", "none", "put_back")


class WallCommands(QObject):
    """Commands; `told(words)` is what a screen reader hears."""

    told = Signal(str)
    write_wanted = Signal(str)
    entry_wanted = Signal()
    theme_wanted = Signal()

    def __init__(
        self, view: WallView, gestures: WallGestures, bridge: Bridge, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._wall = view.wall
        self._gestures = gestures
        self._bridge = bridge
        self.current = ""
        self.use = GroupUse(self.own_group, view, gestures, bridge, self)
        self.use.told.connect(self.told)
        self._made: dict[str, Callable[[], None]] = {
            "note": lambda: self.write_wanted.emit(""),
            "entry": self.entry_wanted.emit,
            "put_theme": self.theme_wanted.emit,
            "edit": self.edit,
            "group": self.group,
            "ungroup": self.ungroup,
            "move_to": self.move_to,
            "duplicate": self.duplicate,
            "remove": self.remove,
            "tidy": self.tidy,
            "persona": self.use.persona,
            "section": self.use.section,
            "theme": self.use.theme,
            "go_in": lambda: self.go((0, 0)),
            "all": lambda: self._wall.choose(list(self._wall.cards)),
            "none": lambda: self._wall.choose([]),
            "put_back": lambda: self._wall.show(self._snapshot),
            "fit": lambda: view.fit(self._wall.content()),
            "zoom_in": lambda: view.zoom_to(view.zoom * STEP),
            "zoom_out": lambda: view.zoom_to(view.zoom / STEP),
        }
        for name, step in _STEPS.items():
            self._made[f"go_{name}"] = partial(self.go, step)
            self._made[f"add_{name}"] = partial(self.go, step, more=True)
            self._made[f"move_{name}"] = partial(self.nudge, step)

    @property
    def _snapshot(self) -> Snapshot:
        return self._bridge.snapshot

    def run(self, command: str) -> None:
        """Carry out a command; in a project that is open to read only, the harmless ones."""
        if command in self._made and (not self._bridge.read_only or command.startswith(_HARMLESS)):
            self._made[command]()

    def follow(self) -> None:
        """Keep the keyboard on what is chosen."""
        chosen = [*self._wall.chosen_cards(), *self._wall.chosen_groups()]
        if chosen and self.current not in chosen:
            self.current = chosen[-1]

    def go(self, step: tuple[int, int], *, more: bool = False) -> None:
        """Go to the next card in a direction, keeping what is chosen or not."""
        boxes = self._wall.boxes()
        key = walking.nearest(boxes, self.current, step)
        if not key:
            self.told.emit(tr("Nothing further in this direction"))
            return
        kept = [*self._wall.chosen_cards(), *self._wall.chosen_groups()] if more else []
        self.show([*kept, key], key)
        self.told.emit(self.spoken(key))

    def show(self, keys: Sequence[str], current: str = "") -> None:
        """Choose cards and groups and bring the last into view."""
        self.current = current or (keys[-1] if keys else "")
        self._wall.choose(keys)
        item = self._wall.item(self.current)
        if item is not None:
            self._view.bring_to_view(item.boundingRect().translated(item.scenePos()))

    def spoken(self, key: str) -> str:
        """Return a card with its place, or a group with its size."""
        return ", ".join(filter(None, self.spoken_apart(key)))

    def spoken_apart(self, key: str) -> tuple[str, str]:
        """Return what a card or group is, and where or how large it is."""
        snapshot = self._snapshot
        card = snapshot.table(WallCard).get(key)
        if card is not None:
            return card_spoken(snapshot, card), place_spoken(snapshot, card)
        group = snapshot.table(WallGroup).get(key)
        if group is None:
            return "", ""
        many = len(self._wall.order.get(key, ()))
        return group_spoken(group), tr("{0} cards").format(many)

    def nudge(self, step: tuple[int, int]) -> None:
        """Move what is chosen: in its group by one place, on the free wall by a little."""
        cards, groups = self._wall.chosen_cards(), self._wall.chosen_groups()
        table = self._snapshot.table(WallCard)
        free = [card for card in cards if table[card].group is None]
        within = {table[card].group for card in cards} - {None}
        if free or groups:
            by = (step[0] * _NUDGE, step[1] * _NUDGE)
            key = f"nudge {' '.join(sorted([*free, *groups]))}"
            self._gestures.arrange(self._shifted(free, by), self._shifted(groups, by), key)
        elif len(within) == 1:
            self._shift_in(str(within.pop()), cards, step)
        if cards or groups:
            self.told.emit(self._moved([*cards, *groups]))

    def edit(self) -> None:
        """Write the note, or name the group, that the keyboard is on; tell what cannot be."""
        card = self._snapshot.table(WallCard).get(self.current)
        if card is not None and card.kind != "note":
            self.told.emit(tr("Evidence says what the data says; only notes can be written."))
        elif self.current:
            self.write_wanted.emit(self.current)

    def group(self) -> None:
        """Make a group of the chosen cards and let it be named."""
        cards = self._need_cards()
        if not cards:
            return
        corners = [self._wall.cards[card].scenePos() for card in cards]
        least = (min(at.x() for at in corners), min(at.y() for at in corners))
        made = self._gestures.group(cards, (round(least[0]), round(least[1])))
        if made:
            self.show([made])
            self.told.emit(self._moved(cards))
            self.write_wanted.emit(made)

    def ungroup(self) -> None:
        """Take the chosen groups away and leave their cards."""
        groups = self._wall.chosen_groups() or self.own_group()
        if groups:
            cards = [card for group in groups for card in self._wall.order[group]]
            self._gestures.ungroup(groups)
            self.show(cards)
            self.told.emit(tr("Ungrouped: {0} cards").format(len(cards)))

    def move_to(self) -> None:
        """Ask for a group, and put the chosen cards there."""
        cards = self._need_cards()
        if cards:
            window = self._view.window()
            choose_group(window, self._snapshot, lambda words: self.send(cards, words))

    def send(self, cards: Sequence[str], words: str) -> None:
        """Put cards into the group that words mean; without words on the free wall."""
        if words:
            self._gestures.group_of_words(cards, words)
        else:
            self._gestures.arrange(self._outside(cards), {})
        self.show(cards)
        self.told.emit(self._moved(cards))

    def duplicate(self) -> None:
        """Copy the chosen cards."""
        cards = self._need_cards()
        made = self._gestures.copy(cards) if cards else []
        if made:
            self.show(made)
            self.told.emit(tr("Copied: {0}").format(self.spoken(made[-1])))

    def remove(self) -> None:
        """Take what is chosen off the wall."""
        cards, groups = self._wall.chosen_cards(), self._wall.chosen_groups()
        if cards or groups:
            rest = self._without(cards, groups)
            onward = (walking.nearest(rest, self.current, step) for step in _STEPS.values())
            goes_on = next(filter(None, onward), "")
            self._gestures.remove(cards, groups)
            self.show([goes_on] if self._wall.item(goes_on) else [])
            self.told.emit(tr("Removed from the wall: {0}").format(len(cards) + len(groups)))

    def tidy(self) -> None:
        """Set groups in rows as wide as the view shows at a readable size."""
        self._gestures.tidy(max(1600, round(self._view.viewport().width() * 1.6)))
        self._view.fit(self._wall.content())
        self.told.emit(tr("The wall is tidy"))

    def _shift_in(self, group: str, cards: Sequence[str], step: tuple[int, int]) -> None:
        order = self._wall.order[group]
        rest = [card for card in order if card not in cards]
        at = sum(1 for card in order[: order.index(cards[0])] if card not in cards)
        by = step[0] + step[1] * columns(len(order))
        to = min(max(at + by, 0), len(rest))
        if [*rest[:to], *cards, *rest[to:]] != order:
            self._gestures.into(cards, group, to, f"nudge {' '.join(cards)}")

    def _shifted(self, keys: Sequence[str], by: "Corner") -> "dict[str, Corner]":
        spots = {item.key: item.scenePos() for item in self._wall.items_of(keys)}
        return {k: (round(at.x()) + by[0], round(at.y()) + by[1]) for k, at in spots.items()}

    def _outside(self, cards: Sequence[str]) -> "dict[str, Corner]":
        """Return places below everything, side by side."""
        area = self._wall.content()
        left, top = round(area.left()), round(area.bottom()) + 28
        return {card: (left + n * (WIDE + 10), top) for n, card in enumerate(cards)}

    def _moved(self, keys: Sequence[str]) -> str:
        if len(keys) == 1:
            return tr("Moved: {0}").format(self.spoken(keys[0]))
        return tr("Moved {0} cards; the last: {1}").format(len(keys), self.spoken(keys[-1]))

    def _need_cards(self) -> list[str]:
        cards = self._wall.chosen_cards()
        if not cards:
            words = tr("No card is chosen.")
            hint = tr("Click one, draw a frame around several, or walk there with the arrow keys.")
            self._bridge.failed.emit(StudioError(words, hint, kind="nothing_chosen"))
        return cards

    def own_group(self) -> list[str]:
        """Return the group of the card the keyboard is on."""
        card = self._snapshot.table(WallCard).get(self.current)
        return [card.group] if card is not None and card.group else []

    def _without(self, cards: Sequence[str], groups: Sequence[str]) -> "dict[str, Box]":
        inside = {card for group in groups for card in self._wall.order.get(group, ())}
        gone = {*cards, *groups, *inside} - {self.current}
        return {key: box for key, box in self._wall.boxes().items() if key not in gone}


def corner_under(at: QPointF) -> "Corner":
    """Return the corner of a card whose middle lies at a point."""
    return round(at.x() - WIDE / 2), round(at.y() - HIGH / 2)
