# SPDX-License-Identifier: MIT
"""Which view of the Personas room is in front; each page is made when it is first entered."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from persona_studio.core.fields import Json
from persona_studio.gui import project_memory
from persona_studio.gui.personas.switch import (
    BOARD,
    CLAIMS,
    COMPARE,
    FOCUS,
    OVERVIEW,
    SCALES,
    WALL,
    WIDE,
)

if TYPE_CHECKING:
    from persona_studio.gui.bridge import Bridge
    from persona_studio.gui.palette import Entry
    from persona_studio.gui.personas.compare_page import ComparePage
    from persona_studio.gui.personas.overview_page import OverviewPage
    from persona_studio.gui.personas.room import PersonasRoom
    from persona_studio.gui.scales.page import ScalesPage
    from persona_studio.gui.wall.page import WallPage

_TRIES, _WAIT_MS = 12, 40
_ON_WALL = ("move_to", "duplicate", "remove")


class ViewPage(Protocol):
    """What is asked of the page of a view; it may also have `kept()` and `take_up(Json)`.

    They return how the page is looked at, and look at it in that way again.
    """

    def activate(self) -> None:
        """Come to the front: take the keyboard."""


class Views(QObject):
    """The pages in a stack; `view` is the one in front, and is there again the next time.

    `told(words)` says which one comes to the front.
    """

    told = Signal(str)

    def __init__(self, room: "PersonasRoom", bridge: "Bridge", board: QWidget) -> None:
        super().__init__(room)
        self._room = room
        self._bridge = bridge
        self._pages: dict[str, Any] = {}
        self._makers: dict[str, Callable[[], ViewPage]] = {
            OVERVIEW: self._make_overview,
            COMPARE: self._make_compare,
            WALL: self._make_wall,
            SCALES: self._make_scales,
        }
        self._seen: dict[str, Json] = {}
        self._to_scroll = False
        self.view = BOARD
        self.stack = QStackedWidget()
        self.stack.addWidget(board)
        self._board = board
        room.title.switch.wanted.connect(self.show)
        room.board.alone_changed.connect(self._alone)
        room.evidence.instead = self._take
        room.side.currentChanged.connect(self._make_room)
        bridge.closing.connect(self.keep)

    @property
    def on_wall(self) -> bool:
        """Whether the wall is in front."""
        return self.view == WALL

    def show(self, view: str) -> Any:
        """Bring a view to the front and return its page."""
        if view != self.view:
            self.keep()
            self.told.emit(self._room.title.switch.chips[view].toolTip())
            self._enter(view)
        return self._page(view)

    def show_claims(self) -> None:
        """Bring the columns to the front, the board where another view is there."""
        if self.view not in CLAIMS:
            self.show(BOARD)

    def run(self, command: str) -> bool:
        """Carry out what is meant for cards of the wall; False where claims are meant."""
        if self.on_wall and command in _ON_WALL:
            self._page(WALL).run(command)
            return True
        self.show_claims()
        return False

    def deeds(self) -> "Iterator[Entry]":
        """Yield what Ctrl+K offers on the page in front."""
        page = self._room.focus_bar if self.view == FOCUS else self._page(self.view)
        if hasattr(page, "deeds"):
            yield from page.deeds()

    def restore(self) -> None:
        """Look at the project as it was looked at last."""
        self._seen = project_memory.recall("views", self._bridge.snapshot.project.id)
        alone, view = (str(self._seen.get(key)) for key in ("alone", "view"))
        if alone in self._room.board.columns:
            self._room.tray.show_persona(alone)
        self._to_scroll = "board" in self._seen
        self._enter(view if view in (FOCUS, *self._makers) else BOARD)

    def keep(self) -> None:
        """Keep how the project is looked at now."""
        kept = {key: page.kept() for key, page in self._pages.items() if hasattr(page, "kept")}
        board = self._room.board
        if self.view in CLAIMS and not self._to_scroll:
            kept["board"] = {
                "across": board.horizontalScrollBar().value(),
                "down": {key: column.bar.value() for key, column in board.columns.items()},
            }
        self._seen = {**self._seen, **kept, "view": self.view, "alone": board.alone}
        project_memory.keep("views", self._bridge.snapshot.project.id, self._seen)

    def _enter(self, view: str) -> None:
        self.view = view
        page = self._page(view)
        self.stack.setCurrentWidget(page)
        self._make_room()
        if view in CLAIMS:
            alone = self._room.tray.persona if view == FOCUS else ""
            if self._room.board.alone != alone:
                self._room.board.show_alone(alone)
            if self._to_scroll:
                QTimer.singleShot(0, self, self._scroll_board)
        else:
            page.activate()
        self._room.title.switch.show_view(self.view)

    def _page(self, view: str) -> Any:
        if view in CLAIMS:
            return self._board
        if view not in self._pages:
            page = self._pages[view] = self._makers[view]()
            self.stack.addWidget(cast("QWidget", page))
            if view in self._seen and hasattr(page, "take_up"):
                page.take_up(self._seen[view])
        return self._pages[view]

    def _scroll_board(self, tries: int = _TRIES) -> None:
        """Scroll to where the board was left; its lists need some turns to become that long."""
        board, kept = self._room.board, self._seen.get("board")
        kept = kept if isinstance(kept, dict) else {}
        down = kept.get("down")
        wanted = {board.horizontalScrollBar(): _whole(kept.get("across"))}
        for key, value in (down if isinstance(down, dict) else {}).items():
            if key in board.columns:
                wanted[board.columns[key].bar] = _whole(value)
        for bar, value in wanted.items():
            bar.setValue(value)
        self._to_scroll = tries > 0 and any(bar.value() < value for bar, value in wanted.items())
        if self._to_scroll:
            QTimer.singleShot(_WAIT_MS, self, lambda: self._scroll_board(tries - 1))

    def _alone(self, persona: str) -> None:
        """Follow the board: one persona alone is the view "focus"."""
        if self.view in CLAIMS:
            self.view = FOCUS if persona else BOARD
            self._room.title.switch.show_view(self.view)

    def _make_room(self) -> None:
        """Give wide views the room of the tray, until something is asked that is told there."""
        asked = self._room.side.currentWidget() is not self._room.tray
        self._room.aside.setVisible(asked or self.view not in WIDE)

    def _make_overview(self) -> "OverviewPage":
        from persona_studio.gui.personas.overview_page import OverviewPage

        page = OverviewPage(self._bridge, self._room.board.look)
        page.announced.connect(self._room.announced)
        page.claim_wanted.connect(self._room.reveal_claim)
        page.persona_wanted.connect(self._room.reveal_persona)
        page.section_wanted.connect(self._room.reveal_section)
        page.parking_wanted.connect(self._show_parking)
        page.add_wanted.connect(self._room.add_persona)
        self._room.badges.counted.connect(page.model.repaint)
        return page

    def _show_parking(self) -> None:
        self.show_claims()
        self._room.side.show_tray()
        self._room.tray.open_tab("parking")

    def _make_compare(self) -> "ComparePage":
        from persona_studio.gui.personas.compare_page import ComparePage

        page = ComparePage(self._bridge, self._room.board.look)
        page.announced.connect(self._room.announced)
        page.claim_wanted.connect(self._room.reveal_claim)
        page.persona_wanted.connect(self._room.reveal_persona)
        page.people_wanted.connect(self._room.side.show_people)
        page.add_wanted.connect(self._room.add_persona)
        return page

    def _make_wall(self) -> "WallPage":
        from persona_studio.gui.wall.page import WallPage

        page = WallPage(self._bridge, self._room.count, self._room.tray.item)
        page.announced.connect(self._room.announced)
        page.persona_made.connect(self._room.reveal_persona)
        page.section_made.connect(self._section_made)
        return page

    def _make_scales(self) -> "ScalesPage":
        from persona_studio.gui.scales.page import ScalesPage

        page = ScalesPage(self._bridge)
        page.announced.connect(self._room.announced)
        page.persona_made.connect(self._room.reveal_persona)
        page.open_room.connect(self._room.open_room)
        return page

    def _take(self, key: str) -> bool:
        """Put a card of the tray on the wall, where that is in front."""
        if self.on_wall:
            self._page(WALL).put(key)
        return self.on_wall

    def _section_made(self, claims: "Sequence[str]") -> None:
        self.show_claims()
        self._room.board.select(list(claims), self._bridge.snapshot)


def _whole(value: Json) -> int:
    return value if isinstance(value, int) else 0
