# SPDX-License-Identifier: MIT
"""The main window: the welcome page or one open project, the menus, and what they do."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
    QWidget,
)

from persona_studio.gui.action import Action
from persona_studio.gui.commands import Commands
from persona_studio.gui.keyboard import KeyboardWindow
from persona_studio.gui.settings import Settings
from persona_studio.gui.theme import theme

if TYPE_CHECKING:
    from persona_studio.core.errors import StudioError
    from persona_studio.gui.bridge import Bridge
    from persona_studio.gui.dropping import Dropping
    from persona_studio.gui.jobs import Jobs
    from persona_studio.gui.palette import Palette
    from persona_studio.gui.project_view import ProjectView
    from persona_studio.gui.projects import Projects
    from persona_studio.gui.welcome import Welcome
    from persona_studio.workspace.workspace import Workspace

_LEAST = QSize(940, 500)


class MainWindow(KeyboardWindow):
    """Shows nothing until `open`, `open_sample` or `show_welcome` is called after the first paint.

    `painted` fires once, after the first paint; `project_changed` when another project (or none)
    is open. What is not needed for that paint is imported when it is first asked for.
    """

    painted = Signal()
    project_changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.bridge: Bridge | None = None
        self.view: ProjectView | None = None
        self.commands = Commands(self._run, self)
        self._welcome: Welcome | None = None
        self._was_painted = False
        self._stack = QStackedWidget()
        self._stack.setProperty("kind", "page")
        self.setCentralWidget(self._stack)
        self.setWindowTitle("Persona Studio")
        self.setMinimumSize(_LEAST)
        room = self.screen().availableSize()
        self.resize(QSize(*settings.size).boundedTo(room).expandedTo(_LEAST))
        self.setAcceptDrops(True)
        self.commands.fill(self.menuBar())
        self.commands.allow(None)

    @cached_property
    def jobs(self) -> "Jobs":
        """The runner of long work."""
        from persona_studio.gui.jobs import Jobs

        return Jobs(self)

    @cached_property
    def projects(self) -> "Projects":
        """What opens, makes and restores files."""
        from persona_studio.gui.projects import Projects

        made = Projects(self, self.jobs)
        made.building.connect(self._building)
        made.opened.connect(self._opened)
        made.refused.connect(self._refused)
        return made

    @cached_property
    def dropping(self) -> "Dropping":
        """What takes drops from outside."""
        from persona_studio.gui.dropping import Dropping

        return Dropping(self)

    @cached_property
    def palette_panel(self) -> "Palette":
        """The panel of Ctrl+K."""
        from persona_studio.gui.palette import Palette

        return Palette(self)

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a project file; the one that is open is closed when that worked."""
        if self.bridge is not None and self.bridge.workspace.path.resolve() == path.resolve():
            return
        self.projects.open(path, read_only=read_only)

    def open_sample(self) -> None:
        """Open the sample workshop."""
        from persona_studio.gui.projects import sample_path

        if self.bridge is None or self.bridge.workspace.path != sample_path():
            self.projects.open_sample()

    def new_project(self) -> None:
        """Ask for a new project and make it."""
        self.projects.ask_new()

    def choose_project(self) -> None:
        """Ask for a project file and open it."""
        self.projects.ask_open()

    def show_welcome(self) -> "Welcome":
        """Bring the welcome page to the front; an open project is left first."""
        self._leave()
        if self._welcome is None:
            from persona_studio.gui.welcome import Welcome

            self._welcome = Welcome(self.settings)
            self._stack.addWidget(self._welcome)
            self._welcome.new_wanted.connect(self.new_project)
            self._welcome.open_wanted.connect(self.choose_project)
            self._welcome.sample_wanted.connect(self.open_sample)
            self._welcome.path_wanted.connect(lambda path: self.open(Path(path)))
            self._welcome.restore_wanted.connect(self.projects.ask_restore)
        self._welcome.show_recent()
        self._stack.setCurrentWidget(self._welcome)
        self.setWindowTitle("Persona Studio")
        return self._welcome

    def save_copy(self) -> None:
        """Ask for a place and write a copy of the open project there."""
        if self.view is not None and self.bridge is not None:
            made = self.projects.ask_copy(self.bridge.workspace)
            if made is not None:
                self.view.banner.show_info(self.tr("Copy saved: {0}").format(made.name), "")

    def close_project(self) -> None:
        """Close the project; the file holds everything already."""
        self.show_welcome()

    def show_backups(self) -> None:
        """Show the backups that can be restored."""
        self.show_welcome().show_backups()

    def undo(self) -> None:
        """Undo in the focused text field if it has something to undo, else in the project."""
        if not _undo_in_field("undo") and self.bridge is not None:
            self.bridge.undo()

    def redo(self) -> None:
        """Redo in the focused text field if it has something to redo, else in the project."""
        if not _undo_in_field("redo") and self.bridge is not None:
            self.bridge.redo()

    def go(self, room: str) -> None:
        """Enter a room of the open project."""
        if self.view is not None:
            self.view.go(room)

    def show_palette(self) -> None:
        """Come up with everything that can be found or done."""
        from persona_studio.gui.finding import entries

        self.palette_panel.open(entries(self.commands, self.view))

    def switch_dark(self) -> None:
        """Change between light and dark and keep the choice."""
        theme().set_mode("light" if theme().dark else "dark")
        self.settings.keep(mode=theme().mode)

    def full_screen(self) -> None:
        """Fill the screen, or stop doing so."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def about(self) -> None:
        """Show the version and the licences."""
        from persona_studio.gui.about import AboutDialog

        dialog = AboutDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def say(self, error: "StudioError") -> None:
        """Show an error as a banner on whatever is in front."""
        (self.view or self._welcome or self.show_welcome()).say(error)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window has been painted."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files from outside; addresses too, to say why they cannot be taken."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a project, or hand research files to Research."""
        event.acceptProposedAction()
        self.dropping.take(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the project and remember the window."""
        self._leave()
        size = self.normalGeometry().size()
        self.settings.keep(size=(size.width(), size.height()), maximised=self.isMaximized())
        if "jobs" in self.__dict__:
            self.jobs.close()
        super().closeEvent(event)

    def _run(self, row: Action) -> None:
        target: Any = self.view.go(row.room) if row.room and self.view is not None else self
        if row.slot:
            getattr(target, row.slot)()

    def _opened(self, workspace: "Workspace") -> None:
        from persona_studio.gui.bridge import Bridge
        from persona_studio.gui.housekeeping import Housekeeping
        from persona_studio.gui.project_view import ProjectView

        self._leave()
        if self._welcome is not None:
            self._welcome.banner.dismiss()
        self.bridge = Bridge(workspace, self)
        undo, redo = self.commands.made["undo"], self.commands.made["redo"]
        self.view = ProjectView(self.bridge, self.jobs, self.settings, undo, redo)
        self.view.find_wanted.connect(self.show_palette)
        self.view.room_changed.connect(self._entered)
        self.view.windowTitleChanged.connect(self.setWindowTitle)
        self.setWindowTitle(self.view.windowTitle())
        self.bridge.changed.connect(self._refresh_actions)
        Housekeeping(self.bridge)
        self._stack.addWidget(self.view)
        self._stack.setCurrentWidget(self.view)
        self._refresh_actions()
        self.view.go(self.view.start_room(self.settings.room))
        self.project_changed.emit()
        self.dropping.bring()

    def _building(self) -> None:
        words = self.tr("The sample workshop is being made.")
        self.show_welcome().banner.show_info(words, self.tr("It opens in a few seconds."))

    def _refused(self, error: "StudioError", path: Path) -> None:
        self.say(error)
        if error.kind == "locked" and self.view is None and self._welcome is not None:
            words = self.tr("Open to read only")
            act = (words, lambda: self.open(path, read_only=True))
            self._welcome.banner.show_info(error.message, error.hint, act, tone="caution")

    def _leave(self) -> None:
        if self.view is None or self.bridge is None:
            return
        view, bridge = self.view, self.bridge
        _finish_writing(view)
        self.view = self.bridge = None
        self._stack.removeWidget(view)
        bridge.close()
        view.deleteLater()
        bridge.deleteLater()
        self._refresh_actions()
        self.project_changed.emit()

    def _entered(self, room: str) -> None:
        self.settings.keep(room=room)
        self._refresh_actions()

    def _refresh_actions(self) -> None:
        self.commands.allow(self.bridge, self.view.room if self.view is not None else "")


def _finish_writing(view: QWidget) -> None:
    """Keep what is being written: a field keeps its words when the keyboard leaves it."""
    focus = QApplication.focusWidget()
    if focus is not None and view.isAncestorOf(focus):
        focus.clearFocus()


def _undo_in_field(step: str) -> bool:
    """Undo or redo what was typed where the keyboard is; tell whether there was anything."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit):
        can = field.isUndoAvailable() if step == "undo" else field.isRedoAvailable()
    elif isinstance(field, QPlainTextEdit | QTextEdit):
        paper = field.document()
        can = paper.isUndoAvailable() if step == "undo" else paper.isRedoAvailable()
    else:
        return False
    if can:
        getattr(field, step)()
    return can
