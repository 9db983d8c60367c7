# SPDX-License-Identifier: MIT
"""Saves the minutes of a workshop where the user wants them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from persona_studio.core.errors import StudioError
from persona_studio.core.files import write_whole
from persona_studio.core.workshop import WorkshopSession
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.places import documents, file_name
from persona_studio.publish.paragraphs import Flow
from persona_studio.workspace.minutes import minutes_of, written


class SavingMinutes(QObject):
    """Asks for a place, sets the pages beside the window's work, says what came of it."""

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._jobs = bridge, jobs

    def ask(self, window: QWidget, session: WorkshopSession) -> None:
        """Ask where the minutes of a meeting go."""
        name = Path(file_name(self.tr("Minutes {0}").format(session.name))).with_suffix(".pdf").name
        chosen, _ = QFileDialog.getSaveFileName(
            window, self.tr("Save the minutes"), str(documents() / name), self.tr("PDF (*.pdf)")
        )
        if chosen:
            target = Path(chosen)
            pdf = target if target.suffix.casefold() == ".pdf" else Path(f"{chosen}.pdf")
            self._save(session, pdf)

    def _save(self, session: WorkshopSession, target: Path) -> None:
        from persona_studio.publish.typeset import ensure_gui

        ensure_gui()
        args = (minutes_of(self._bridge.workspace, session),)
        self._jobs.run_thread(_make, args, partial(self._write, target), self._bridge.failed.emit)

    def _write(self, target: Path, data: bytes) -> None:
        try:
            write_whole(target, data)
        except StudioError as error:
            self._bridge.failed.emit(error)
            return
        hint = self.tr("Your private notes are not in them, nor who cast which ballot.")
        self._bridge.told.emit(self.tr("Saved: {0}").format(target.name), hint)


def _make(flow: Flow, *, report: Callable[[int, int], None]) -> bytes:
    return written(flow, progress=report)[0]
