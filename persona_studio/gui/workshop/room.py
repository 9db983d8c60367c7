# SPDX-License-Identifier: MIT
"""The desk of the workshop: what the projector shows, the tools for it, and private notes."""

from datetime import date

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from persona_studio.core.workshop import WorkshopSession
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.widgets.buttons import IconButton, PrimaryButton
from persona_studio.gui.widgets.day_field import DayField
from persona_studio.gui.widgets.inline_text import InlineText
from persona_studio.gui.workshop.begin_card import BeginCard
from persona_studio.gui.workshop.flow import Flow
from persona_studio.gui.workshop.notes_card import NotesCard
from persona_studio.gui.workshop.page import Look
from persona_studio.gui.workshop.panel import Panel
from persona_studio.gui.workshop.projector import Projector
from persona_studio.gui.workshop.saving_pages import SavingPages
from persona_studio.storage import workshops

_NAME = 19


class WorkshopRoom(QWidget):
    """`show_claim` carries a claim for the board, `open_room` a room's id."""

    show_claim = Signal(str)
    open_room = Signal(str)

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._bridge = bridge
        self.flow = Flow(bridge, self)
        self.projector: Projector | None = None
        self.beginning = BeginCard()
        self.panel = Panel(self.flow, Look())
        self.notes = NotesCard(self.flow)
        self.name = InlineText(self.tr("Name of the workshop"), _NAME)
        self.name.strong = True
        self.day = DayField()
        self.day.setAccessibleName(self.tr("Day of the workshop"))
        self.day.setFixedWidth(112)
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Which workshop"))
        self.another = IconButton("plus", self.tr("Begin another workshop"))
        self.gone = IconButton("trash-2", self.tr("Remove this workshop"))
        self.show_button = PrimaryButton(self.tr("Show to the room (F5)"), "presentation")
        self._shown_day: date | None = None
        self._asking = False
        self._saving = SavingPages(self.flow, bridge, jobs, self)
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def activate(self) -> None:
        """Show the meeting as it stands, or the form that begins one."""
        self._asking = False
        self._refresh()
        if self.flow.session is None:
            self._begin_one()

    def project(self) -> None:
        """Show the meeting to the room, or stop doing so; without one, it is begun first."""
        if self.projector is not None:
            self.projector.close()
        elif self.flow.session is not None:
            place, other = self._where()
            self.projector = Projector(self.flow, self, tools=not other)
            self.projector.left.connect(self._left)
            self.show_button.set_text(self.tr("Stop showing (F5)"))
            self.projector.show_on(place)

    def start_or_pause(self) -> None:
        """Let the clock run or rest."""
        self.flow.start_or_pause()

    def more_time(self) -> None:
        """Give the part that is on one minute more."""
        self.flow.more_time()

    def next_part(self) -> None:
        """Go on to the next part of the agenda."""
        self.flow.next_part()

    def save_minutes(self) -> None:
        """Ask where the minutes go, and write them there."""
        self.save_pages("minutes")

    def save_pages(self, what: str) -> None:
        """Ask where `minutes`, `ballots` or `cards` go, and write them there."""
        self._saving.ask(self, what)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        for widget in (self.day, self.which, self.another, self.gone, self.show_button):
            head.addWidget(widget)
        body = QHBoxLayout()
        body.setSpacing(18)
        body.addWidget(self.panel, 4)
        body.addWidget(self.notes, 1)
        meeting = QWidget()
        column = QVBoxLayout(meeting)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.day.told)
        column.addLayout(body, 1)
        self._stack.addWidget(self.beginning)
        self._stack.addWidget(meeting)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._stack)
        for widget in (self.another, self.gone):
            widget.setVisible(not self._bridge.read_only)
        if self._bridge.read_only:
            self.name.lock()
            self.day.setReadOnly(True)

    def _connect(self) -> None:
        self.beginning.begun.connect(self._begin)
        self.beginning.cancelled.connect(self._stay)
        self.name.written.connect(self._rename)
        self.day.changed.connect(self._set_day)
        self.which.activated.connect(lambda _: self.flow.choose(str(self.which.currentData())))
        self.another.clicked.connect(self._begin_one)
        self.gone.clicked.connect(self._remove)
        self.show_button.clicked.connect(self.project)
        self.panel.pages_wanted.connect(self.save_pages)
        self.flow.moved.connect(self._refresh)
        self._bridge.closing.connect(self._stop_showing)

    def _refresh(self) -> None:
        session = self.flow.session
        self._stack.setCurrentIndex(0 if session is None or self._asking else 1)
        if session is None:
            self._stop_showing()
            return
        self.name.show_text(session.name)
        if session.held_on != self._shown_day:
            self._shown_day = session.held_on
            self.day.set_day(session.held_on)
        found = self.flow.sessions
        self.which.clear()
        for each in found:
            self.which.addItem(f"{each.name}, {each.held_on or ''}".rstrip(", "), each.id)
        self.which.setCurrentIndex(self.which.findData(session.id))
        self.which.setVisible(len(found) > 1)
        self.notes.refresh()
        self.panel.refresh()

    def _begin_one(self) -> None:
        self._asking = self.flow.session is not None
        self._stack.setCurrentIndex(0)
        self.beginning.setEnabled(not self._bridge.read_only)
        name = self.tr("Workshop with {0}").format(self._bridge.snapshot.project.client)
        client = bool(self._bridge.snapshot.project.client)
        another = self.flow.session is not None
        self.beginning.start(name if client else self.tr("Workshop"), another=another)

    def _begin(self, session: WorkshopSession) -> None:
        made = ""
        with self._bridge.edit("Begin a workshop") as write:
            made = workshops.begin(write, session)
        if made:
            self._asking = False
            self.flow.choose(made)
            self.panel.tabs.setFocus()

    def _stay(self) -> None:
        self._asking = False
        self._refresh()

    def _set_day(self) -> None:
        session = self.flow.session
        if session is not None and self.day.day not in (None, session.held_on):
            self._shown_day = self.day.day
            with self._bridge.edit("Set the day of the workshop") as write:
                workshops.change(write, session.id, held_on=self.day.day)

    def _rename(self, name: str) -> None:
        session = self.flow.session
        if session is not None:
            with self._bridge.edit("Rename the workshop") as write:
                workshops.change(write, session.id, name=name)

    def _remove(self) -> None:
        session = self.flow.session
        if session is not None:
            with self._bridge.edit("Remove the workshop") as write:
                workshops.remove(write, session.id)
            self.activate()

    def _where(self) -> tuple[QRect, bool]:
        """Return where the projector is, and whether it is another screen than this one."""
        own = self.screen()
        for screen in QGuiApplication.screens():
            if screen.geometry() != own.geometry():
                return screen.geometry(), True
        return own.geometry(), False

    def _stop_showing(self) -> None:
        if self.projector is not None:
            self.projector.close()

    def _left(self) -> None:
        if self.projector is not None:
            self.projector.deleteLater()
            self.projector = None
        self.show_button.set_text(self.tr("Show to the room (F5)"))
