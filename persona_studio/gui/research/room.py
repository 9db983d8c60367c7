# SPDX-License-Identifier: MIT
"""The Research room: sources, the import page and the answers of a wave, one in front."""

from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from persona_studio.core.change import Change
from persona_studio.core.errors import StudioError
from persona_studio.core.research import Source, Wave
from persona_studio.evidence.waves import comparisons
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.research.decision_page import Decision, DecisionPage
from persona_studio.gui.research.decisions import (
    person_goes,
    person_named_goes,
    source_goes,
    wave_goes,
)
from persona_studio.gui.research.finders import find_person
from persona_studio.gui.research.import_page import ImportPage
from persona_studio.gui.research.returning import MOST_COMPARED, Returning
from persona_studio.gui.research.said_page import SaidPage
from persona_studio.gui.research.sources_page import SourcesPage
from persona_studio.gui.research.summary_card import SummaryCard
from persona_studio.gui.research.wave_page import WavePage
from persona_studio.research.handed import Handed
from persona_studio.workspace.said import Place

if TYPE_CHECKING:
    from persona_studio.workspace.importing import Imported

ENDINGS = "*.csv *.tsv *.tab *.txt *.xlsx *.xlsm *.xls *.xlsb *.ods *.zip *.sav *.zsav *.md *.docx"


class ResearchRoom(QWidget):
    """`open_room` carries a room's id, `show_claim` a claim's, `recheck_wanted` a wave's."""

    open_room = Signal(str)
    recheck_wanted = Signal(str)
    show_claim = Signal(str)

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._waiting: deque[Handed] = deque()
        self._opened = 0
        self.sources = SourcesPage()
        self.importing = ImportPage(bridge, jobs)
        self.wave = WavePage(bridge)
        self.said = SaidPage(bridge)
        self.summary = SummaryCard()
        self.decision = DecisionPage()
        self._above = QWidget()
        self._asked_from: QWidget | None = None
        self._last: Imported | None = None
        self._returning = Returning(bridge, self)
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._refresh()

    def activate(self) -> None:
        """Come to the front."""
        self._refresh()

    def choose_files(self) -> None:
        """Ask for files and look at them one after the other."""
        pattern = f"{self.tr('Research files')} ({ENDINGS});;{self.tr('All files')} (*)"
        files, _ = QFileDialog.getOpenFileNames(self, self.tr("Import research"), "", pattern)
        self.import_files(Path(file) for file in files)

    def choose_folder(self) -> None:
        """Ask for a folder of interview notes."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder of interview notes"))
        if folder:
            self.import_files([Path(folder)])

    def import_files(self, paths: Iterable[Path]) -> None:
        """Look at files or folders, the first now, the others after it; notes go together."""
        from persona_studio.research.notes import gathered

        self._look_at(gathered(list(paths)))

    def paste_table(self) -> None:
        """Look at the table on the clipboard, or at the files that were copied."""
        from persona_studio.research.pasting import pasted

        data = QGuiApplication.clipboard().mimeData() or QMimeData()  # nothing was ever copied
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.import_files(files)
            return
        try:
            self._look_at([pasted(self.tr("Pasted table"), data.text(), data.html())])
        except StudioError as error:
            self._bridge.failed.emit(error)

    def _look_at(self, these: Iterable[Handed]) -> None:
        if self._bridge.read_only:
            self._bridge.failed.emit(_to_read_only())
            return
        idle = self._stack.currentWidget() is not self.importing
        self._waiting.extend(these)
        if idle:
            self._next()
        else:
            self.importing.show_place(self._place())

    def show_wave(self, wave: str) -> None:
        """Show the answers of a wave."""
        self.wave.open(wave)
        self._stack.setCurrentWidget(self.wave)
        self.wave.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def read_said(self, place: Place | None = None) -> None:
        """Read what people said in their own words, at one answer when it is named."""
        self._stack.setCurrentWidget(self.said)
        self.said.open(place)

    def _build(self) -> None:
        front = QWidget()
        front.setProperty("kind", "page")
        column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QVBoxLayout(self._above)
        above.setContentsMargins(20, 14, 20, 0)
        above.addWidget(self.summary)
        column.addWidget(self._above)
        column.addWidget(self.sources, 1)
        self._above.hide()
        self._front = front
        for page in (front, self.importing, self.wave, self.said, self.decision):
            self._stack.addWidget(page)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._stack)

    def _connect(self) -> None:
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste_table)
        self._bridge.changed.connect(self._changed)
        self.sources.files_wanted.connect(self.choose_files)
        self.sources.folder_wanted.connect(self.choose_folder)
        self.sources.wave_wanted.connect(self.show_wave)
        self.importing.imported.connect(self._imported)
        self.importing.left.connect(self._next)
        self.wave.left.connect(self._home)
        self.wave.said_wanted.connect(self._read_answer)
        self.wave.show_claim.connect(self.show_claim)
        self.sources.said_wanted.connect(self.read_said)
        self.said.left.connect(self._home)
        self.said.forget_wanted.connect(self._ask_to_forget)
        self.wave.removal_wanted.connect(self._ask_about_wave)
        self.sources.removal_wanted.connect(self._ask_about_source)
        self.decision.left.connect(self._back)
        self.decision.show_claim.connect(self.show_claim)
        self.said.show_claim.connect(self.show_claim)
        self._returning.found.connect(self.summary.show_people)
        self.summary.undo_wanted.connect(self._bridge.undo)
        self.summary.look_wanted.connect(self._to_answers)
        self.summary.groups_wanted.connect(self._to_groups)
        self.summary.recheck_wanted.connect(self._to_recheck)

    def _next(self) -> None:
        if not self._waiting:
            self._opened = 0
            self._home()
            return
        self._stack.setCurrentWidget(self.importing)
        self._opened += 1
        where = self._waiting.popleft()
        self.importing.open(where, self._place())

    def _place(self) -> tuple[int, int]:
        """Return which of how many files is on the page."""
        return self._opened, self._opened + len(self._waiting)

    def _home(self) -> None:
        self._refresh()
        self._stack.setCurrentWidget(self._front)

    def _imported(self, imported: "Imported") -> None:
        self._last = imported
        self._refresh()
        before = self.importing.answered_before
        if imported.imported <= MOST_COMPARED:
            self._returning.look(imported.wave)
        elif before is not None:
            self.summary.show_before(*before)
        self._next()

    def _to_answers(self) -> None:
        if self._last is not None:
            people = self._last.people
            self.show_wave(self._last.wave if people is None else people.wave.id)

    def _read_answer(self, wave: str, question: str, row: int) -> None:
        self.read_said(Place(wave, question, row))

    def _ask(self, decision: Decision) -> None:
        self._asked_from = self._stack.currentWidget()
        self._stack.setCurrentWidget(self.decision)
        self.decision.ask(decision)

    def _ask_about_wave(self, wave: str) -> None:
        self._ask(wave_goes(self._bridge, wave))

    def _ask_about_source(self, source: str) -> None:
        self._ask(source_goes(self._bridge, source))

    def _ask_to_forget(self, wave: str, row: int) -> None:
        try:
            self._ask(person_goes(self._bridge, wave, row))
        except StudioError as error:
            self._bridge.failed.emit(error)

    def make_claim(self) -> None:
        """Make a claim of the answer in front."""
        there = self._stack.currentWidget() is self.wave
        if not (there and self.wave.make_claim()):
            words = self.tr("No question with answers is open.")
            hint = self.tr("Open a source and choose a question; then do this again.")
            self._bridge.failed.emit(StudioError(words, hint, kind="nothing_chosen"))

    def forget_person(self) -> None:
        """Ask whom to forget, then what that takes with it."""
        find_person(self.window(), self._ask_to_forget_named)

    def _ask_to_forget_named(self, told: str) -> None:
        try:
            self._ask(person_named_goes(self._bridge, told))
        except StudioError as error:
            self._bridge.failed.emit(error)

    def _back(self) -> None:
        """Go back to where the question was asked, if it is still there."""
        there = self._asked_from
        if there is self.said:
            self.read_said()
        elif there is self.wave and self.wave.wave in self._bridge.snapshot.table(Wave):
            self.show_wave(self.wave.wave)
        else:
            self._home()

    def _to_groups(self) -> None:
        self.open_room.emit("patterns")

    def _changed(self, change: Change) -> None:
        if change.touches("source", "wave", "question"):
            self._refresh()
            if self._stack.currentWidget() is self.wave:
                self.wave.refresh()

    def _refresh(self) -> None:
        snapshot = self._bridge.snapshot
        there = snapshot.table(Wave)
        self.sources.show_sources(snapshot, read_only=self._bridge.read_only)
        last = self._last
        self._above.setVisible(last is not None and last.wave in there)
        if last is not None and last.wave in there:
            name = snapshot.table(Source)[last.source].name
            self.summary.show_import(last, name, again=self._answered_again(last))
        if self._stack.currentWidget() is self.wave and self.wave.wave not in there:
            self._stack.setCurrentWidget(self._front)

    def _answered_again(self, last: "Imported") -> bool:
        """Tell whether an import is a later wave that the personas can be held against."""
        wave = last.wave if last.people is None else last.people.wave.id
        snapshot = self._bridge.snapshot
        later = any(each.wave.id == wave for each in comparisons(snapshot))
        return later and bool(snapshot.personas)

    def _to_recheck(self) -> None:
        if self._last is not None:
            people = self._last.people
            self.recheck_wanted.emit(self._last.wave if people is None else people.wave.id)


def _to_read_only() -> StudioError:
    return StudioError(
        "This project is open to read only, so nothing can be imported.",
        "Open it where it can be changed, or make a project of your own.",
        kind="read_only",
    )
