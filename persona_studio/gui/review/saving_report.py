# SPDX-License-Identifier: MIT
"""Saves the review as a report where the user wants it: pages, or a table."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from persona_studio.core.errors import StudioError
from persona_studio.core.files import write_whole
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.places import documents, file_name
from persona_studio.workspace.reporting import Report, report_of, written


class SavingReport(QObject):
    """Asks for a place, makes the file beside the window's work, and says what came of it."""

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._jobs = jobs

    def ask(self, window: QWidget) -> None:
        """Ask where to, and in which form."""
        project = self._bridge.snapshot.project.name
        name = Path(file_name(self.tr("Review of {0}").format(project))).with_suffix(".pdf").name
        pages, table = self.tr("Pages to read (*.pdf)"), self.tr("Table for a spreadsheet (*.csv)")
        chosen, kind = QFileDialog.getSaveFileName(
            window, self.tr("Save the review report"), str(documents() / name), f"{pages};;{table}"
        )
        if chosen:
            self._save(_named(Path(chosen), ".csv" if kind == table else ".pdf"))

    def _save(self, target: Path) -> None:
        from persona_studio.publish.typeset import ensure_gui

        ensure_gui()
        args = (report_of(self._bridge.workspace), target.suffix)
        self._jobs.run_thread(_make, args, partial(self._write, target), self._bridge.failed.emit)

    def _write(self, target: Path, data: bytes) -> None:
        try:
            write_whole(target, data)
        except StudioError as error:
            self._bridge.failed.emit(error)
            return
        hint = self.tr("It says what was found and kept, and the settings in force.")
        self._bridge.saved.emit(self.tr("Saved: {0}").format(target.name), hint, target)


def _named(target: Path, suffix: str) -> Path:
    """Return a path that ends as one of the two forms does; a table is wanted if either says so."""
    typed = target.suffix.casefold()
    if typed == suffix or typed == ".csv":
        return target
    return target.with_suffix(suffix) if typed == ".pdf" else target.with_name(target.name + suffix)


def _make(found: Report, suffix: str, *, report: Callable[[int, int], None]) -> bytes:
    return written(found, suffix, progress=report)[0]
