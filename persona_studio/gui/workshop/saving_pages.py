# SPDX-License-Identifier: MIT
"""Saves the pages of a workshop where the user wants them: minutes, ballots, cards."""

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
from persona_studio.gui.workshop.flow import Flow
from persona_studio.publish.paragraphs import Flow as Pages
from persona_studio.workspace import handouts
from persona_studio.workspace.minutes import minutes_of, written


class SavingPages(QObject):
    """Asks for a place, sets the pages beside the window's work, says what came of it."""

    def __init__(self, flow: Flow, bridge: Bridge, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._flow, self._bridge, self._jobs = flow, bridge, jobs

    def ask(self, window: QWidget, what: str) -> None:
        """Ask where `minutes`, `ballots` or `cards` go; without something to save, say why."""
        try:
            pages = self._pages(what)
        except StudioError as error:
            self._bridge.failed.emit(error)
            return
        if pages is None:
            return
        name = Path(file_name(pages.title)).with_suffix(".pdf").name
        chosen, _ = QFileDialog.getSaveFileName(
            window, self.tr("Save as PDF"), str(documents() / name), self.tr("PDF (*.pdf)")
        )
        if chosen:
            target = Path(chosen)
            pdf = target if target.suffix.casefold() == ".pdf" else Path(f"{chosen}.pdf")
            self._save(pages, pdf, self._hint(what))

    def _pages(self, what: str) -> Pages | None:
        session, space = self._flow.session, self._bridge.workspace
        if session is None:
            return None
        if what == "minutes":
            return minutes_of(space, session)
        now = self._flow.current("vote" if what == "ballots" else "sort")
        if now is None:
            return None
        if what == "ballots":
            return handouts.ballots(session, now, len(self._flow.people))
        return handouts.cards(space, session, now)

    def _hint(self, what: str) -> str:
        hints = {
            "minutes": self.tr("Your private notes are not in them, nor who cast which ballot."),
            "ballots": self.tr("Print and cut them; enter each by its number."),
            "cards": self.tr(
                "Print them once for each table; the numbers are those on the screen."
            ),
        }
        return hints[what]

    def _save(self, pages: Pages, target: Path, hint: str) -> None:
        from persona_studio.publish.typeset import ensure_gui

        ensure_gui()
        done = partial(self._write, target, hint)
        self._jobs.run_thread(_make, (pages,), done, self._bridge.failed.emit)

    def _write(self, target: Path, hint: str, data: bytes) -> None:
        try:
            write_whole(target, data)
        except StudioError as error:
            self._bridge.failed.emit(error)
            return
        self._bridge.saved.emit(self.tr("Saved: {0}").format(target.name), hint, target)


def _make(pages: Pages, *, report: Callable[[int, int], None]) -> bytes:
    return written(pages, progress=report)[0]
