# SPDX-License-Identifier: MIT
"""Saves the numbered evidence as cards to be cut out, where the user wants them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from persona_studio.core.errors import StudioError
from persona_studio.core.files import write_whole
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.places import documents, file_name
from persona_studio.publish.evidence_cards import CardSheets, EvidenceCard, make
from persona_studio.workspace.evidence_cards import cards


class SavingCards(QObject):
    """Asks for a place, sets the cards beside the window's work, says what came of it."""

    refused = Signal(StudioError)
    saved = Signal(str, str, Path)
    """The sentence to show, what to know, and where the file is."""

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._jobs = bridge, jobs

    def ask(self, window: QWidget, paper: str, *, client_safe: bool) -> None:
        """Ask where to; a project without evidence says so instead."""
        try:
            found = cards(self._bridge.workspace, safe=client_safe)
        except StudioError as error:
            self.refused.emit(error)
            return
        name = file_name(self.tr("Evidence of {0}").format(self._bridge.snapshot.project.name))
        start = documents() / Path(name).with_suffix(".pdf").name
        chosen, _ = QFileDialog.getSaveFileName(
            window, self.tr("Save evidence cards"), str(start), self.tr("PDF (*.pdf)")
        )
        if chosen:
            target = Path(chosen)
            pdf = target if target.suffix.casefold() == ".pdf" else Path(f"{chosen}.pdf")
            done = partial(self._write, pdf)
            args = (found, paper, client_safe)
            self._jobs.run_thread(_make, args, done, self.refused.emit)

    def _write(self, target: Path, made: CardSheets) -> None:
        try:
            write_whole(target, made.pdf)
        except StudioError as error:
            self.refused.emit(error)
            return
        self.saved.emit(self.tr("Saved: {0}").format(target.name), self._hint(made), target)

    def _hint(self, made: CardSheets) -> str:
        hint = self.tr("Cut along the marks; type a card's number on the wall to find it there.")
        if made.shortened:
            short = self.tr("Too long for a card and cut short: {0}.")
            hint = f"{short.format(', '.join(made.shortened))} {hint}"
        return hint


def _make(
    found: list[EvidenceCard], paper: str, safe: bool, *, report: Callable[[int, int], None]
) -> CardSheets:
    from persona_studio.publish.safety import ensure_safe

    made = make("Evidence cards", found, paper, report=report)
    if safe:
        ensure_safe(made.pdf)
    return made
