# SPDX-License-Identifier: MIT
"""Adds the letters of East Asia from font files that the user has, without leaving the room."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from persona_studio.core.errors import StudioError
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.places import documents

if TYPE_CHECKING:
    from persona_studio.publish.adding_fonts import Pack


class AddingLetters(QObject):
    """Asks for font files, checks and keeps them beside the window's work, then loads them."""

    refused = Signal(StudioError)
    added = Signal(str, str)
    """What to say, and what else to know: pages can be set anew now."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs

    def ask(self, window: QWidget) -> None:
        """Ask for the files of a pack, or the ZIP they are published in."""
        chosen, _ = QFileDialog.getOpenFileNames(
            window,
            self.tr("Add letters: Regular and Bold of Noto Sans SC, TC, JP or KR"),
            str(documents()),
            self.tr("Fonts (*.ttf *.zip);;All files (*)"),
        )
        if chosen:
            files = [Path(name) for name in chosen]
            self._jobs.run_thread(_add, (files,), self._show, self.refused.emit)

    def _show(self, new: "tuple[Pack, ...]") -> None:
        from persona_studio.publish.typeset import renew

        try:
            renew()
        except StudioError as error:
            self.refused.emit(error)
            return
        self.added.emit(*self._told(new))

    def _told(self, new: "tuple[Pack, ...]") -> tuple[str, str]:
        """Return what came of it, and what else to know."""
        if not new:
            hint = self.tr("To renew them, delete the files in the fonts folder.")
            return self.tr("These letters were there already."), hint
        whose = ", ".join(pack.letters for pack in new)
        lacking = [pack.lacking for pack in new if pack.lacking]
        hint = self.tr("They are kept for all projects on this computer.")
        if lacking:
            hint = self.tr("One file is still to be added: {0}.").format(", ".join(lacking))
        return self.tr("Letters added: {0}.").format(whose), hint


def _add(files: list[Path], *, report: Callable[[int, int], None]) -> "tuple[Pack, ...]":
    from persona_studio.publish.adding_fonts import add, packs

    new = [path.name for path in add(files, report=report)]
    return tuple(p for p in packs() if any(name.startswith(p.stem) for name in new))
