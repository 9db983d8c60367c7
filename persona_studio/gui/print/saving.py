# SPDX-License-Identifier: MIT
"""Saves what the Print room shows where the user wants it: pages, pictures, slides, tables."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from persona_studio.core.errors import StudioError
from persona_studio.core.files import write_whole
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.places import documents, file_name
from persona_studio.publish.handing_over import FORMATS, PAGES, of_pages, of_sheets
from persona_studio.workspace.handing_over import places, sheets_for
from persona_studio.workspace.printing import Wanted

if TYPE_CHECKING:
    from persona_studio.publish.sheet import Sheet


class Saving(QObject):
    """Asks for a place, makes the file beside the window's work, and says what came of it."""

    refused = Signal(StudioError)
    saved = Signal(str, str, Path)
    """The sentence to show, what to know, and where the file is."""

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._jobs = bridge, jobs

    def ask(self, window: QWidget, title: str, pdf: bytes, choice: Wanted) -> None:
        """Ask where to, and in which format; `pdf` is the very file that is shown."""
        names = dict(zip(FORMATS, self._names(), strict=True))
        start = documents() / Path(file_name(title)).with_suffix(".pdf").name
        chosen, kind = QFileDialog.getSaveFileName(
            window, self.tr("Save"), str(start), ";;".join(names.values())
        )
        if chosen:
            wanted = next((end for end, name in names.items() if name == kind), ".pdf")
            self._save(named(Path(chosen), wanted), pdf, choice)

    def _names(self) -> Sequence[str]:
        return (
            self.tr("Pages to print (*.pdf)"),
            self.tr("A picture of each page (*.png)"),
            self.tr("Slides to edit (*.pptx)"),
            self.tr("Claims and evidence, a workbook (*.xlsx)"),
            self.tr("Claims and evidence, a table (*.csv)"),
        )

    def _save(self, target: Path, pdf: bytes, choice: Wanted) -> None:
        kind = target.suffix.casefold()
        done = partial(self._write, target)
        if kind == ".pdf":
            done([pdf])
        elif kind in PAGES:
            self._jobs.run_thread(_pages, (pdf, kind), done, self.refused.emit)
        else:
            wanted = Wanted(choice.personas, theme=choice.theme, client_safe=choice.client_safe)
            sheets = sheets_for(self._bridge.workspace, wanted)
            args = (sheets, kind, choice.client_safe)
            self._jobs.run_thread(_words, args, done, self.refused.emit)

    def _write(self, target: Path, found: list[bytes]) -> None:
        files = places(target, found)
        try:
            for place, data in files.items():
                write_whole(place, data)
        except StudioError as error:
            self.refused.emit(error)
            return
        first = next(iter(files)).name
        told = self.tr("Saved: {0}").format(first)
        if len(files) > 1:
            told = self.tr("Saved: {0} and {1} more").format(first, len(files) - 1)
        self.saved.emit(told, self._hint(target.suffix.casefold()), target)

    def _hint(self, kind: str) -> str:
        hints = {
            ".pdf": self.tr(
                "Print it at 100 %, or “actual size”, so that the type keeps its size."
            ),
            ".png": self.tr("One picture a page, as it is shown here."),
            ".pptx": self.tr("Every text is a box to edit; the speaker's notes hold the evidence."),
        }
        return hints.get(kind, self.tr("One row a claim, and one a piece of evidence."))


def named(target: Path, wanted: str) -> Path:
    """Return a path that ends as one of the formats does; an ending that was typed is kept."""
    if target.suffix.casefold() in FORMATS:
        return target
    return target.with_name(target.name + wanted)


def _pages(pdf: bytes, kind: str, *, report: Callable[[int, int], None]) -> list[bytes]:
    return of_pages(pdf, kind, report=report)


def _words(
    sheets: "tuple[Sheet, ...]", kind: str, safe: bool, *, report: Callable[[int, int], None]
) -> list[bytes]:
    report(0, 1)
    return [of_sheets(sheets, kind, client_safe=safe)]
