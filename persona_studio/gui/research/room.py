# SPDX-License-Identifier: MIT
"""The Research room: sources, the import page and the answers of a wave, one in front."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from persona_studio.core.change import Change
from persona_studio.core.errors import StudioError
from persona_studio.core.research import Question, Wave
from persona_studio.core.snapshot import Snapshot
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
from persona_studio.gui.research.import_deeds import deeds
from persona_studio.gui.research.import_page import ImportPage
from persona_studio.gui.research.news import News
from persona_studio.gui.research.said_page import SaidPage
from persona_studio.gui.research.sources_page import SourcesPage
from persona_studio.gui.research.wave_page import WavePage
from persona_studio.research.handed import Handed
from persona_studio.workspace.rolling import (
    can_be_rolled_up,
    names_nobody,
    without_customers,
)
from persona_studio.workspace.said import Place

if TYPE_CHECKING:
    from persona_studio.gui.palette import Entry
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
        self.news = News(bridge)
        self.summary = self.news.summary
        self.decision = DecisionPage()
        self._asked_from: QWidget | None = None
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
        from persona_studio.research.note_files import gathered

        self._look_at(gathered(list(paths)))

    def make_customers(self, waves: Sequence[str] = ()) -> None:
        """Roll orders up into customers: these, those looked at, or all that have none yet.

        Where who bought was left out, the file is read once more in place of its wave.
        """
        snapshot = self._bridge.snapshot
        shown = self.wave.wave if self._stack.currentWidget() is self.wave else ""
        waves = waves or _of_orders(snapshot, shown)
        told = [wave for wave in waves if not names_nobody(snapshot, wave)]
        if told:
            self._home()
            self.news.make_customers(told)
        elif waves:
            self._read_orders_again(waves[0])
        else:
            self._bridge.failed.emit(_no_orders())

    def _read_orders_again(self, wave: str) -> None:
        name = self._bridge.snapshot.table(Wave)[wave].file_name
        words = self.tr("Choose {0} again: who bought was left out of the project").format(name)
        pattern = f"{self.tr('Research files')} ({ENDINGS});;{self.tr('All files')} (*)"
        file, _ = QFileDialog.getOpenFileName(self, words, name, pattern)
        if file:
            self._stack.setCurrentWidget(self.importing)
            self.importing.open(Path(file), customers_of=wave)

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

    def reveal_row(self, wave: str, question: str, row: int) -> None:
        """Show what one row answered: its own words, else the question's answers."""
        asked = self._bridge.snapshot.table(Question).get(question)
        if asked is not None and asked.role == "free_text":
            self.read_said(Place(wave, question, row))
        else:
            self.show_wave(wave)
            self.wave.choose(question)

    def read_said(self, place: Place | None = None) -> None:
        """Read what people said in their own words, at one answer when it is named."""
        self._stack.setCurrentWidget(self.said)
        self.said.open(place)

    def deeds(self) -> "Iterator[Entry]":
        """Yield what can be done on the page in front, for Ctrl+K."""
        if self._stack.currentWidget() is self.importing:
            yield from deeds(self.importing, self.importing.pages, self.importing.keys)

    def _build(self) -> None:
        front = QWidget()
        front.setProperty("kind", "page")
        column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.news)
        column.addWidget(self.sources, 1)
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
        self.sources.customers_wanted.connect(self.make_customers)
        self.wave.customers_wanted.connect(self.make_customers)
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
        self.wave.removal_wanted.connect(lambda wave: self._ask(wave_goes(self._bridge, wave)))
        self.sources.removal_wanted.connect(lambda own: self._ask(source_goes(self._bridge, own)))
        self.decision.left.connect(self._back)
        self.decision.show_claim.connect(self.show_claim)
        self.said.show_claim.connect(self.show_claim)
        self.news.wave_wanted.connect(self.show_wave)
        self.news.groups_wanted.connect(self._to_groups)
        self.news.recheck_wanted.connect(self.recheck_wanted)

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
        self._refresh()
        self.news.tell_import(imported, self.importing.answered_before)
        self._next()
        if self._stack.currentWidget() is self._front:
            self.news.take_keyboard()

    def _read_answer(self, wave: str, question: str, row: int) -> None:
        self.read_said(Place(wave, question, row))

    def _ask(self, decision: Decision) -> None:
        self._asked_from = self._stack.currentWidget()
        self._stack.setCurrentWidget(self.decision)
        self.decision.ask(decision)

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
        self.news.refresh()
        if self._stack.currentWidget() is self.wave and self.wave.wave not in there:
            self._stack.setCurrentWidget(self._front)


def _of_orders(snapshot: Snapshot, shown: str) -> list[str]:
    """Return the wave that is shown if it is of orders without customers, else all such waves."""
    if shown and can_be_rolled_up(snapshot, shown):
        return [shown]
    return without_customers(snapshot)


def _no_orders() -> StudioError:
    return StudioError(
        "There are no orders whose customers could be made.",
        "Import a file with a customer, a day and an amount in each row first.",
        kind="no_orders",
    )


def _to_read_only() -> StudioError:
    return StudioError(
        "This project is open to read only, so nothing can be imported.",
        "Open it where it can be changed, or make a project of your own.",
        kind="read_only",
    )
