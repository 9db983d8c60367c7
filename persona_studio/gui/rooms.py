# SPDX-License-Identifier: MIT
"""The rooms of the window, in the order of the method; each is imported when first entered."""

from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.marking import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class RoomEntry:
    """One room: its id, its name for people, its icon and where its widget is found."""

    id: str
    title: str
    icon: str
    module: str
    widget: str

    @property
    def name(self) -> str:
        """The title in the user's language."""
        return QCoreApplication.translate("rooms", self.title)


class Room(Protocol):
    """What the window asks of a room's widget.

    A room may have the signals `show_claim(str)` and `show_persona(str)` (an id: the board shows
    it), `show_findings(str)` (either id: Review shows what it says), `open_room(str)` (a room's id)
    `recheck_wanted(str)` (a wave's id: Review compares), `print_wanted(str)` (a template's id),
    `board_wanted(str)` (a view of the board: "wall", "scales")
    and `show_row(wave, question, row)` (Research shows it). The board has `reveal_claim(id)` and
    `reveal_persona(id)`, Review `reveal(id)`, Research `import_files(paths)` and
    `reveal_row(...)`, Print `show_template(id)`; slots of the rows in `actions.py` are methods as
    well. `deeds()` yields what Ctrl+K offers on the page in front.
    """

    def activate(self) -> None:
        """Come to the front: read anew what may have changed."""


ROOMS: tuple[RoomEntry, ...] = (
    RoomEntry(
        "research",
        QT_TRANSLATE_NOOP("rooms", "Research"),
        "newspaper",
        "persona_studio.gui.research.room",
        "ResearchRoom",
    ),
    RoomEntry(
        "patterns",
        QT_TRANSLATE_NOOP("rooms", "Patterns"),
        "patterns",
        "persona_studio.gui.patterns.room",
        "PatternsRoom",
    ),
    RoomEntry(
        "personas",
        QT_TRANSLATE_NOOP("rooms", "Personas"),
        "board",
        "persona_studio.gui.personas.room",
        "PersonasRoom",
    ),
    RoomEntry(
        "review",
        QT_TRANSLATE_NOOP("rooms", "Review"),
        "list-checks",
        "persona_studio.gui.review.room",
        "ReviewRoom",
    ),
    RoomEntry(
        "print",
        QT_TRANSLATE_NOOP("rooms", "Print"),
        "printer",
        "persona_studio.gui.print.room",
        "PrintRoom",
    ),
    RoomEntry(
        "workshop",
        QT_TRANSLATE_NOOP("rooms", "Workshop"),
        "presentation",
        "persona_studio.gui.workshop.room",
        "WorkshopRoom",
    ),
)
ENTRY = {entry.id: entry for entry in ROOMS}


def build(entry: RoomEntry, bridge: Bridge, jobs: Jobs) -> QWidget:
    """Import a room and make its widget."""
    made = getattr(import_module(entry.module), entry.widget)(bridge, jobs)
    return cast("QWidget", made)
