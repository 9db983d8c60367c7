# SPDX-License-Identifier: MIT
"""Opens, makes and restores project files for the window; refusals come as errors to show."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from persona_studio import paths
from persona_studio.core.errors import StudioError
from persona_studio.gui.places import documents, file_filter, file_name
from persona_studio.storage.backup import Backup, restore, save_copy
from persona_studio.workspace.workspace import Workspace

if TYPE_CHECKING:
    from persona_studio.gui.jobs import Handle, Jobs, Progress


def sample_path() -> Path:
    """Return where the sample workshop lies, in the user's own folder."""
    return paths.home() / file_name("Sample workshop")


class Projects(QObject):
    """`opened` carries a Workspace; `refused` a StudioError and the path it is about.

    `building` fires when the sample is being made, which takes some seconds.
    """

    opened = Signal(object)
    refused = Signal(object, object)
    building = Signal()

    def __init__(self, window: QWidget, jobs: "Jobs") -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._building: Handle | None = None

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
        from persona_studio.gui.new_project import NewProjectDialog

        dialog = NewProjectDialog(self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            path, name, client = dialog.path, dialog.name, dialog.client
            self._try(path, lambda: Workspace.create(path, name, client))
        dialog.deleteLater()

    def open_sample(self) -> None:
        """Open the sample workshop; it is made the first time, beside the window."""
        path = sample_path()
        if path.is_file():
            self.open(path)
        elif self._building is None or not self._building.running:
            self.building.emit()  # first: leaving the open project cancels its jobs
            self._building = self._jobs.run_thread(
                build_sample, (path,), self.open, lambda error: self.refused.emit(error, path)
            )

    def ask_copy(self, workspace: Workspace) -> Path | None:
        """Ask for a place and write a copy of the open project there; return where."""
        title = self.tr("Save a copy of the project")
        words = self.tr("{0} (copy)").format(workspace.snapshot.project.name)
        place = str(documents() / file_name(words))
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, place, file_filter())
        if not chosen:
            return None
        path = Path(chosen)
        try:
            save_copy(workspace.database, path)
        except StudioError as error:
            self.refused.emit(error, workspace.path)
            return None
        return path

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
            if self._building is not None:
                self._building.cancel()  # nobody is to be taken out of this project by the sample
            self.opened.emit(workspace)


def build_sample(path: Path, *, report: "Progress") -> Path:
    """Make the sample project (a job for a thread); a half-made one never takes its name."""
    from persona_studio.workspace.sample import build

    report(0, 1)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"being-made-{path.name}")
    part.unlink(missing_ok=True)
    build(part)
    part.replace(path)
    return path


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
