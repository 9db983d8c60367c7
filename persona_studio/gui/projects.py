# SPDX-License-Identifier: MIT
"""Opens, makes and restores project files for the window; refusals come as errors to show."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from persona_studio import paths
from persona_studio.core.errors import StudioError
from persona_studio.gui.new_project import NewProjectDialog, documents, file_filter, file_name
from persona_studio.storage.backup import Backup, restore
from persona_studio.workspace.workspace import Workspace


def sample_path() -> Path:
    """Return where the sample workshop lies, in the user's own folder."""
    return paths.home() / file_name("Sample workshop")


class Projects(QObject):
    """`opened` carries a Workspace; `refused` a StudioError and the path it is about."""

    opened = Signal(object)
    refused = Signal(object, object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a project file."""
        self._try(path, lambda: Workspace.open(path, read_only=read_only))

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        title = self.tr("Open a project")
        place = str(documents())
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, place, file_filter())
        if chosen:
            self.open(Path(chosen))

    def ask_new(self) -> None:
        """Ask for name and place, make the file and open it."""
        dialog = NewProjectDialog(self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            path, name, client = dialog.path, dialog.name, dialog.client
            self._try(path, lambda: Workspace.create(path, name, client))
        dialog.deleteLater()

    def open_sample(self) -> None:
        """Open the sample workshop; it is built the first time."""
        path = sample_path()
        self._try(path, lambda: _sample(path))

    def ask_restore(self, copy: Backup) -> None:
        """Ask for a new place, put the backup there and open it."""
        title = self.tr("Restore the backup as a new file")
        words = self.tr("{0} (restored)").format(copy.name)
        place = str(documents() / file_name(words))
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, place, file_filter())
        if chosen:
            path = Path(chosen)
            self._try(path, lambda: _restored(copy, path))

    def _try(self, path: Path, make: Callable[[], Workspace]) -> None:
        try:
            workspace = make()
        except StudioError as error:
            self.refused.emit(error, path)
        except OSError as error:
            self.refused.emit(_no_access(path, error), path)
        else:
            self.opened.emit(workspace)


def _sample(path: Path) -> Workspace:
    if not path.is_file():
        from persona_studio.workspace.sample import build

        path.parent.mkdir(parents=True, exist_ok=True)
        build(path)
    return Workspace.open(path)


def _restored(copy: Backup, path: Path) -> Workspace:
    restore(copy, path)
    return Workspace.open(path)


def _no_access(path: Path, error: OSError) -> StudioError:
    return StudioError(
        f"“{path.name}” could not be written or read.",
        "Check that the disk is connected and that you may write there.",
        f"{type(error).__name__} {error.errno}",
        kind="unreadable",
    )
