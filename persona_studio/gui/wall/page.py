# SPDX-License-Identifier: MIT
"""The wall with all that belongs to it: the line to type into, buttons, the canvas."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core.change import Change
from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json
from persona_studio.core.research import Theme
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.announce import announce
from persona_studio.gui.personas.figure_count import FigureCount
from persona_studio.gui.theme import theme
from persona_studio.gui.wall.choosing import choose_theme
from persona_studio.gui.wall.commands import WallCommands
from persona_studio.gui.wall.counts import Counts
from persona_studio.gui.wall.entry_line import EntryLine
from persona_studio.gui.wall.gestures import WallGestures
from persona_studio.gui.wall.menus import wall_menu
from persona_studio.gui.wall.scene import WallScene
from persona_studio.gui.wall.view import WallView
from persona_studio.gui.wall.words import tr
from persona_studio.gui.wall.writing import WallWriting
from persona_studio.gui.widgets.buttons import GhostButton, IconButton
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.gui.widgets.spoken_list import SpokenList
from persona_studio.workspace.wall_entry import Typed
from persona_studio.workspace.wall_places import index_at
from persona_studio.workspace.walling import words_of

if TYPE_CHECKING:
    from persona_studio.workspace.walling import Item

_MOVED = ("wall_card", "wall_group", "quote", "theme", "theme_item")
_DATA = ("wave", "question", "source")


class WallPage(QWidget):
    """`announced(words)` is what a screen reader hears, `persona_made(id)` shows a draft."""

    announced = Signal(str)
    persona_made = Signal(str)
    section_made = Signal(object)

    def __init__(
        self,
        bridge: Bridge,
        count: FigureCount,
        find: "Callable[[str], Item | None]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._count, self._find = bridge, count, find
        locked = bridge.read_only
        self.scene = WallScene(words_of, self, locked=locked)
        self.view = WallView(self.scene)
        self.gestures = WallGestures(bridge, self)
        self.commands = WallCommands(self.view, self.gestures, bridge, self)
        self.counts = Counts(self.scene, bridge, self)
        self.entry = EntryLine(bridge)
        self.note_button = GhostButton(self.tr("Note"), "plus")
        self.group_button = GhostButton(self.tr("Group"), "group")
        self.more_button = IconButton("ellipsis", self.tr("What can be done on the wall"))
        self.fit_button = IconButton("maximize", self.tr("Show everything (F)"))
        self.empty = EmptyState(
            "layout-grid",
            self.tr(
                "Nothing on the wall yet. Write notes, drag evidence here, or type its number "
                "and a group: 12 b. Then sort what belongs together."
            ),
            self.tr("Write a note"),
            self.view.viewport(),
        )
        self.spoken = SpokenList(self.commands.spoken_apart, self._seen_at, self)
        self.writing = WallWriting(self.commands, self.view, self.gestures, bridge)
        self._fitted = False
        self._build()
        self._connect()
        self.refresh()

    def activate(self) -> None:
        """Come to the front: the keyboard is where cards are put on the wall."""
        self._want_figures()
        if not self._fitted:
            self._fitted = True
            QTimer.singleShot(0, self, lambda: self.view.fit(self.scene.content()))
        on = self.view if self.scene.cards or self._bridge.read_only else self.entry.field
        on.setFocus(Qt.FocusReason.OtherFocusReason)

    def kept(self) -> dict[str, Json]:
        """Return how near the wall is, and what lies in the middle."""
        middle = self.view.mapToScene(self.view.viewport().rect().center())
        return {"zoom": self.view.zoom, "x": middle.x(), "y": middle.y()}

    def take_up(self, seen: Json) -> None:
        """Show the wall as near, and with the same in the middle, as it was kept."""
        told = [seen.get(key) if isinstance(seen, dict) else None for key in ("zoom", "x", "y")]
        zoom, *middle = (float(each) for each in told if isinstance(each, int | float))
        if len(middle) == 2:
            self._fitted = True
            QTimer.singleShot(0, self, lambda: self.view.show_around(QPointF(*middle), zoom))

    def run(self, command: str) -> None:
        """Carry out a command by name."""
        self.commands.run(command)

    def refresh(self) -> None:
        """Show the wall as the project has it."""
        self.scene.show(self._bridge.snapshot)
        self.empty.setVisible(not self.scene.cards and not self.scene.groups)
        self.spoken.show_things(self.scene.in_order())
        self.counts.want()

    def put(self, key: str, at: QPointF | None = None) -> None:
        """Put evidence of the tray on the wall, at a point or in a free place of what is seen."""
        item = self._find(key)
        if item is not None and not self._bridge.read_only:
            self._put(item, at)

    def _put(self, item: "Item", at: QPointF | None = None) -> None:
        card = self.gestures.evidence(item, self.writing.spot(at))
        if card:
            self.commands.show([card])
            self._say(tr("On the wall: {0}").format(self.commands.spoken(card)))

    def _build(self) -> None:
        self.view.setAccessibleName(self.tr("Wall"))
        self.view.viewport().setAccessibleName(self.tr("Wall"))
        self.spoken.setAccessibleName(self.tr("Cards and groups of the wall"))
        self.spoken.lower()  # under the canvas: it is heard and not seen
        self.view.setAcceptDrops(not self._bridge.read_only)
        for button in (self.note_button, self.group_button, self.empty.button):
            button.setEnabled(not self._bridge.read_only)
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 20, 8)
        row.setSpacing(8)
        row.addWidget(self.entry, 1)
        for each in (self.note_button, self.group_button, self.fit_button, self.more_button):
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        self._paint_ground()

    def _connect(self) -> None:
        self._bridge.changed.connect(self._changed)
        theme().changed.connect(self._switched)
        self._count.ready.connect(self._counted)
        self.entry.entered.connect(self._entered)
        self.entry.left.connect(self.view.setFocus)
        self.note_button.clicked.connect(lambda: self.commands.run("note"))
        self.group_button.clicked.connect(lambda: self.commands.run("group"))
        self.fit_button.clicked.connect(lambda: self.commands.run("fit"))
        self.more_button.clicked.connect(self._offer_here)
        self.empty.pressed.connect(lambda: self.commands.run("note"))
        self.view.commanded.connect(self.commands.run)
        self.view.digit.connect(self.entry.begin)
        self.view.carried.connect(self._carried)
        self.view.evidence_dropped.connect(self.put)
        self.view.pressed_twice.connect(self.writing.pressed_twice)
        self.writing.begun.connect(self.empty.hide)
        self.writing.ended.connect(self.refresh)
        self.view.menu_asked.connect(self._offer)
        self.view.resized.connect(self._lay_over)
        self.scene.selectionChanged.connect(self._follow)
        self.spoken.picked.connect(self.scene.choose)
        silence = self.scene.blockSignals  # a scene tells of its own end when its items are gone
        self.destroyed.connect(lambda: silence(True))  # noqa: FBT003 - Qt's way
        self.commands.told.connect(self._say)
        self.commands.theme_wanted.connect(self._offer_themes)
        self.commands.entry_wanted.connect(self.entry.begin)
        self.commands.write_wanted.connect(self.writing.write)
        self.commands.use.persona_made.connect(self.persona_made)
        self.commands.use.section_made.connect(self.section_made)

    def _changed(self, change: Change) -> None:
        if change.kind == "load" or change.touches(*_DATA):
            self.counts.forget()
            self.entry.figures = None
            self._want_figures()
        if change.kind == "load" or change.touches(*_MOVED, *_DATA):
            self.refresh()

    def _switched(self) -> None:
        self.scene.look.refresh()
        self._paint_ground()
        self.view.viewport().update()

    def _paint_ground(self) -> None:
        self.view.setBackgroundBrush(theme().colour("background"))

    def _want_figures(self) -> None:
        found = self._count.of("")
        if found is not None:
            self.entry.figures = found
        elif self.isVisible():
            self._count.want("")

    def _counted(self, persona: str) -> None:
        if persona == "":
            self.entry.figures = self._count.of("")

    def _entered(self, typed: Typed) -> None:
        card = self.gestures.typed(typed, self.entry.figures)
        if card:
            self.entry.clear()
            self.commands.show([card])
            self._say(self.commands.spoken(card))

    def _carried(self, at: QPointF) -> None:
        """Keep where chosen items were dragged to: into a group, or to where they lie now."""
        cards, groups = self.scene.chosen_cards(), self.scene.chosen_groups()
        inside = {card for group in groups for card in self.scene.order[group]}
        cards = [card for card in cards if card not in inside]
        goal = None if groups else self.scene.group_at(at)
        if goal is not None and cards:
            here = at - goal.pos()
            order = self.scene.order[goal.key]
            index = index_at(here.x(), here.y(), len(order))
            before = sum(1 for card in order[:index] if card in cards)
            self.gestures.into(cards, goal.key, index - before)
        elif cards or groups:
            spots = {item.key: item.scenePos() for item in self.scene.items_of([*cards, *groups])}
            rounded = {key: (round(spot.x()), round(spot.y())) for key, spot in spots.items()}
            self.gestures.arrange(
                {key: rounded[key] for key in cards}, {key: rounded[key] for key in groups}
            )
        self.scene.show(self._bridge.snapshot)
        keys = [*cards, *groups]
        if keys:
            self._say(tr("Moved: {0}").format(self.commands.spoken(keys[-1])))

    def _offer(self, at: QPoint) -> None:
        menu = wall_menu(self, self.commands.run, locked=self._bridge.read_only)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _offer_themes(self) -> None:
        if self._bridge.snapshot.table(Theme):
            choose_theme(self.window(), self._bridge.snapshot, self._put)
            return
        words = tr("There are no themes yet.")
        hint = tr("Collect quotes into themes where you read what people said (Ctrl+Shift+R).")
        self._bridge.failed.emit(StudioError(words, hint, kind="no_themes"))

    def _offer_here(self) -> None:
        self._offer(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    def _follow(self) -> None:
        self.commands.follow()
        chosen = [*self.scene.chosen_groups(), *self.scene.chosen_cards()]
        self.spoken.follow(chosen, self.commands.current)

    def _seen_at(self, key: str) -> QRect:
        item = self.scene.item(key)
        if item is None:
            return QRect()
        area = item.boundingRect().translated(item.scenePos())
        return self.view.mapFromScene(area).boundingRect()

    def _lay_over(self) -> None:
        self.empty.setGeometry(self.view.viewport().rect())
        self.spoken.setGeometry(self.view.geometry())

    def _say(self, words: str) -> None:
        announce(self.view, words)
        self.announced.emit(words)
