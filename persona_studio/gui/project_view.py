# SPDX-License-Identifier: MIT
"""An open project in the window: top bar, rail, banner and the rooms, made when first entered."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from persona_studio.core import clock
from persona_studio.core.change import Change
from persona_studio.core.errors import StudioError
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.palette import Entry
from persona_studio.gui.rail import SETTINGS, Rail
from persona_studio.gui.rooms import ENTRY, build
from persona_studio.gui.settings import Recent, Settings
from persona_studio.gui.top_bar import TopBar
from persona_studio.gui.widgets.banner import Banner

_COUNT_AFTER_MS = 400
_FIRST_COUNT_MS = 1200


class ProjectView(QWidget):
    """The rooms of one project; `room_changed` carries the id of the room now in front."""

    room_changed = Signal(str)
    find_wanted = Signal()

    def __init__(
        self,
        bridge: Bridge,
        jobs: Jobs,
        settings: Settings,
        undo: QAction,
        redo: QAction,
    ) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.bridge = bridge
        self.room = ""
        self._said_in = ""
        self.banner = Banner()
        self._jobs = jobs
        self._settings = settings
        self._pages: dict[str, Any] = {}
        self._top = TopBar(undo, redo)
        self._rail = Rail()
        self._stack = QStackedWidget()
        self._counting = QTimer(self, singleShot=True)
        self._build()
        self._connect()
        self._show_project()
        self._reminded = False
        self._counting.start(_FIRST_COUNT_MS)

    def go(self, room: str) -> QWidget:
        """Bring a room (or SETTINGS) to the front and return it.

        What had the keyboard there last time has it again; if nothing had, the room as a whole.
        """
        page: Any = self._page(room)
        if self._said_in not in ("", room):
            self.banner.dismiss()
        kept: QWidget | None = page.focusWidget()
        self._stack.setCurrentWidget(page)
        (kept or page).setFocus(Qt.FocusReason.OtherFocusReason)
        self._rail.show_room(room)
        self.room = room
        page.activate()
        self.room_changed.emit(room)
        widget: QWidget = page
        return widget

    def start_room(self, remembered: str) -> str:
        """Return where to begin: the remembered room, else the first with something to do."""
        if remembered in ENTRY:
            return remembered
        return "personas" if self.bridge.snapshot.personas else "research"

    def show_claim(self, claim: str) -> None:
        """Bring one claim into view on the board."""
        board: Any = self.go("personas")
        board.reveal_claim(claim)

    def recheck(self, wave: str) -> None:
        """Hold the personas against a wave."""
        review: Any = self.go("review")
        review.recheck(wave)

    def show_beside(self, view: str) -> None:
        """Bring a view of the board to the front where personas are made by hand."""
        board: Any = self.go("personas")
        board.views.show(view)

    def show_page(self, template: str) -> None:
        """Bring one kind of page to the front of the Print room."""
        printer: Any = self.go("print")
        printer.show_template(template)

    def show_persona(self, persona: str) -> None:
        """Bring one persona into view on the board."""
        board: Any = self.go("personas")
        board.reveal_persona(persona)

    def show_findings(self, target: str) -> None:
        """Bring what review says of a claim or persona to view."""
        review: Any = self.go("review")
        review.reveal(target)

    def show_row(self, wave: str, question: str, row: int) -> None:
        """Show one row of a wave in Research, at what it answered to a question."""
        research: Any = self.go("research")
        research.reveal_row(wave, question, row)

    def show_rule(self, rule: str) -> None:
        """List what one rule of the review finds."""
        review: Any = self.go("review")
        review.show_found(rule)

    def deeds(self) -> Iterable[Entry]:
        """Return what can be done on the page in front and is no action of the window."""
        page: Any = self._stack.currentWidget()
        found: Iterable[Entry] = page.deeds() if hasattr(page, "deeds") else ()
        return found

    def say(self, error: StudioError) -> None:
        """Show an error in place, for as long as this room is in front."""
        self._said_in = self.room
        self.banner.show_error(error)

    def _told(self, message: str, hint: str) -> None:
        self._said_in = self.room
        self.banner.show_info(message, hint)

    def _saved(self, message: str, hint: str, place: Path) -> None:
        self._said_in = self.room
        self.banner.show_saved(message, hint, place)

    def _forget_whose(self) -> None:
        self._said_in = ""

    def focus_find(self) -> None:
        """Give the keyboard back to the top bar."""
        self._top.find_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        around = QWidget()
        notices = QVBoxLayout(around)
        notices.setContentsMargins(20, 12, 20, 0)
        notices.addWidget(self.banner)
        around.hide()
        self.banner.shown.connect(around.show)
        self.banner.closed.connect(around.hide)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(around)
        right.addWidget(self._stack, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self._rail)
        below.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addLayout(below, 1)
        if self.bridge.read_only:
            self.banner.show_info(
                self.tr("This project is open to read only."),
                self.tr("You can look at everything and print; nothing can be changed here."),
                tone="caution",
            )

    def _connect(self) -> None:
        self._rail.chosen.connect(self.go)
        self._top.find_wanted.connect(self.find_wanted)
        self._counting.timeout.connect(self._count_findings)
        self.bridge.changed.connect(self._changed)
        self.bridge.failed.connect(self.say)
        self.bridge.told.connect(self._told)
        self.bridge.saved.connect(self._saved)
        self.bridge.stepped.connect(self._top.say)
        self.bridge.mended.connect(self.banner.dismiss_error)
        self.banner.closed.connect(self._forget_whose)
        self.bridge.closing.connect(self._rest)

    def _page(self, room: str) -> Any:
        if room not in self._pages:
            page = self._settings_page() if room == SETTINGS else self._new_room(room)
            self._pages[room] = page
            self._stack.addWidget(page)
        return self._pages[room]

    def _new_room(self, room: str) -> QWidget:
        page: Any = build(ENTRY[room], self.bridge, self._jobs)
        page.setAccessibleName(ENTRY[room].name)
        for signal, slot in (
            ("show_claim", self.show_claim),
            ("show_persona", self.show_persona),
            ("show_findings", self.show_findings),
            ("show_row", self.show_row),
            ("open_room", self.go),
            ("recheck_wanted", self.recheck),
            ("print_wanted", self.show_page),
            ("board_wanted", self.show_beside),
        ):
            if hasattr(page, signal):
                getattr(page, signal).connect(slot)
        widget: QWidget = page
        return widget

    def _settings_page(self) -> QWidget:
        from persona_studio.gui.settings_page import SettingsPage

        page = SettingsPage(self._settings, self.bridge)
        page.setAccessibleName(self.tr("Settings"))
        return page

    def _show_project(self) -> None:
        project, path = self.bridge.snapshot.project, self.bridge.workspace.path
        self._top.show_project(project, read_only=self.bridge.read_only)
        self.setWindowTitle(f"{project.name} · Persona Studio")
        today = clock.today().isoformat()
        self._settings.remember(Recent(str(path), project.name, project.client, today))

    def _changed(self, change: Change) -> None:
        if change.touches("project"):
            self._show_project()
        self._counting.start(_COUNT_AFTER_MS)

    def _rest(self) -> None:
        """Stop jobs and timers of the rooms: the project is about to be closed under them."""
        self._jobs.cancel_all()
        for timer in self.findChildren(QTimer):
            timer.stop()

    def _count_findings(self) -> None:
        """Show how much is to be decided: blockers and warnings; notes can wait."""
        from persona_studio.review.checklist import to_decide

        many = len(to_decide(self.bridge.workspace.findings()))
        words = self.tr("1 finding to decide") if many == 1 else self.tr("{0} findings to decide")
        self._rail.set_count("review", many, words.format(many))
        if not self._reminded:
            self._reminded = True
            self._remind()

    def _remind(self) -> None:
        """Say, once after opening and below nothing else, that a review is due."""
        from persona_studio.gui.reminder import REVIEW_DUE, reminder

        told = reminder(self.bridge.workspace, self._settings) if self.banner.isHidden() else None
        if told is not None:
            act = (self.tr("Open review"), lambda: self.show_rule(REVIEW_DUE))
            self.banner.show_info(*told, act, later=self.tr("Not now"))
