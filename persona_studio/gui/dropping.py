# SPDX-License-Identifier: MIT
"""What is dropped on the window from outside, wherever on it: projects, research, or neither."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QMimeData, QObject

from persona_studio.core.errors import StudioError

PROJECT = ".persona"


@dataclass(frozen=True)
class Dropped:
    """Files of projects, other files and folders, and addresses that are no files here."""

    projects: tuple[Path, ...]
    research: tuple[Path, ...]
    elsewhere: tuple[str, ...]


def dropped(data: QMimeData) -> Dropped:
    """Return what lies in a drop."""
    urls = data.urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return Dropped(
        tuple(path for path in paths if path.suffix == PROJECT),
        tuple(path for path in paths if path.suffix != PROJECT),
        tuple(url.toDisplayString() for url in urls if not url.isLocalFile()),
    )


class Window(Protocol):
    """What a drop needs of the window it falls on."""

    view: Any

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a project file."""

    def new_project(self) -> None:
        """Ask for a new project and make it."""

    def show_welcome(self) -> Any:
        """Bring the welcome page to the front and return it."""

    def say(self, error: StudioError) -> None:
        """Show an error on whatever is in front."""


class Dropping(QObject):
    """Hands drops on; research waits for a project where none is open."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        self._waiting: tuple[Path, ...] = ()

    def take(self, data: QMimeData) -> None:
        """Open a project, look at research files, or say what cannot be done with it."""
        found = dropped(data)
        if found.projects:
            self._window.open(found.projects[0])
        if found.research:
            self._look_at(found.research)
        elif found.elsewhere:
            self._window.say(_elsewhere(found.elsewhere[0]))

    def bring(self) -> None:
        """Look at what has waited for the project that is open now."""
        waiting, self._waiting = self._waiting, ()
        if waiting:
            self._look_at(waiting)

    def _look_at(self, files: tuple[Path, ...]) -> None:
        if self._window.view is None:
            self._wait(files)
            return
        room: Any = self._window.view.go("research")
        room.import_files(files)

    def _wait(self, files: tuple[Path, ...]) -> None:
        self._waiting = files
        banner = self._window.show_welcome().banner
        name = files[0].name
        words = self.tr("“{0}” waits for a project.").format(name)
        if len(files) > 1:
            words = self.tr("“{0}” and {1} more wait for a project.").format(name, len(files) - 1)
        hint = self.tr("Make a new project or open one; it is looked at there.")
        banner.show_info(words, hint, (self.tr("New project…"), self._window.new_project))


def _elsewhere(address: str) -> StudioError:
    return StudioError(
        f"“{address[:80]}” is not a file on this computer.",
        "The studio has no network. Save the file first, then drop it.",
        kind="elsewhere",
    )
