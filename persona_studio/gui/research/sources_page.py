# SPDX-License-Identifier: MIT
"""What the project rests on: every source with its waves, or one button and a place to drop."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from persona_studio.core.research import Question, Source, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.research import words
from persona_studio.gui.widgets.buttons import GhostButton, IconButton, LinkButton
from persona_studio.gui.widgets.card import Card, hairline
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.scrolling import scrolling
from persona_studio.workspace.rolling import without_customers

_SOURCE = QT_TRANSLATE_NOOP("research", "{0} source")
_SOURCES = QT_TRANSLATE_NOOP("research", "{0} sources")
_ROW = QT_TRANSLATE_NOOP("research", "{0} row of answers")
_ROWS = QT_TRANSLATE_NOOP("research", "{0} rows of answers")
_CUSTOMER = QT_TRANSLATE_NOOP("research", "{0} customer")
_CUSTOMERS = QT_TRANSLATE_NOOP("research", "{0} customers")
_PEOPLE = QT_TRANSLATE_NOOP("research", "customers")
_ASKED = QT_TRANSLATE_NOOP("research", "{0} question")
_ASKED_MANY = QT_TRANSLATE_NOOP("research", "{0} questions")


class SourcesPage(QWidget):
    """`files_wanted` asks for the file dialog; `wave_wanted` carries a wave's id.

    `said_wanted` asks to read what people said in their own words, `removal_wanted` carries a
    source that is to go, `customers_wanted` the waves of orders to roll up.
    """

    files_wanted = Signal()
    said_wanted = Signal()
    removal_wanted = Signal(str)
    folder_wanted = Signal()
    wave_wanted = Signal(str)
    customers_wanted = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.empty = EmptyState(
            "upload",
            self.tr(
                "Drop survey answers, orders, support tickets or interview notes here, or paste a "
                "table. Personal data is taken out before anything is stored."
            ),
            self.tr("Choose files…"),
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self._count = PlainLabel("", "muted")
        self._add = GhostButton(self.tr("Import files…"))
        self._folder = GhostButton(self.tr("Interview notes…"))
        self.said = GhostButton(self.tr("What people said"), "quote")
        self._stack = QStackedWidget()
        self._build()
        self.empty.pressed.connect(self.files_wanted)
        self._add.clicked.connect(self.files_wanted)
        self._folder.clicked.connect(self.folder_wanted)
        self.said.clicked.connect(lambda: self.said_wanted.emit())

    def show_sources(self, snapshot: Snapshot, *, read_only: bool) -> None:
        """Show all sources of the project."""
        self._add.setEnabled(not read_only)
        self._folder.setEnabled(not read_only)
        self.empty.button.setEnabled(not read_only)
        clear(self._list)
        studies = [s for s in snapshot.table(Source).values() if s.kind != "assumption"]
        sources = sorted(studies, key=lambda s: (s.position, s.name))
        people = sum(w.n for w in snapshot.table(Wave).values() if w.derived_from is None)
        found = words.counted(_SOURCE, _SOURCES, len(sources))
        self._count.setText(f"{found}, {words.counted(_ROW, _ROWS, people)}")
        for source in sources:
            card = SourceCard(source, snapshot.waves_of(source.id), snapshot)
            card.wave_wanted.connect(self.wave_wanted)
            card.removal_wanted.connect(self.removal_wanted)
            card.customers_wanted.connect(self.customers_wanted)
            card.remove.setVisible(not read_only)
            card.customers.setVisible(bool(card.orders) and not read_only)
            self._list.addWidget(card)
        self._list.addStretch(1)
        open_ones = (q.role == "free_text" for q in snapshot.table(Question).values())
        self.said.setVisible(any(open_ones))
        self._stack.setCurrentIndex(1 if sources else 0)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.setContentsMargins(0, 0, 8, 0)
        head.addWidget(PlainLabel(self.tr("Research"), "title"))
        head.addWidget(self._count, 1)
        head.addWidget(self.said)
        head.addWidget(self._folder)
        head.addWidget(self._add)
        self._list.setContentsMargins(0, 0, 8, 0)
        area = scrolling(self._list)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(20, 14, 12, 8)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(area, 1)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(full)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._stack)


class SourceCard(Card):
    """One source and its waves, newest first."""

    wave_wanted = Signal(str)
    removal_wanted = Signal(str)
    customers_wanted = Signal(list)

    def __init__(self, source: Source, waves: Iterable[Wave], snapshot: Snapshot) -> None:
        super().__init__()
        head = QHBoxLayout()
        head.addWidget(PlainLabel(source.name, "name", elide=True), 1)
        self.orders = without_customers(snapshot, source.id)
        self.customers = LinkButton(self.tr("One row a customer…"), "users")
        self.customers.setAccessibleName(self.tr("{0}: one row a customer").format(source.name))
        self.customers.clicked.connect(lambda: self.customers_wanted.emit(self.orders))
        head.addWidget(self.customers)
        head.addWidget(PlainLabel(words.say(words.KINDS[source.kind]), "muted"))
        self.remove = IconButton("trash-2", self.tr("Remove {0}…").format(source.name))
        self.remove.clicked.connect(partial(self.removal_wanted.emit, source.id))
        head.addWidget(self.remove)
        self.body.addLayout(head)
        self.body.addWidget(PlainLabel(self._found(source), "quiet"))
        self.body.addWidget(hairline())
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        for row, wave in enumerate(reversed(list(waves))):
            open_it = LinkButton(when(wave))
            open_it.setAccessibleName(f"{source.name}, {when(wave)}")
            open_it.clicked.connect(partial(self.wave_wanted.emit, wave.id))
            asked = len(snapshot.questions_of(wave.id))
            cells = (
                rows_of(wave),
                words.counted(_ASKED, _ASKED_MANY, asked),
                wave.file_name,
            )
            grid.addWidget(open_it, row, 0)
            for place, text in enumerate(cells, 1):
                grid.addWidget(PlainLabel(text, "muted", elide=place == len(cells)), row, place)
        grid.setColumnStretch(3, 1)
        self.body.addLayout(grid)

    def _found(self, source: Source) -> str:
        if not source.sampling:
            return self.tr("How these people were found is not said.")
        return self.tr("People: {0}").format(words.say(words.SAMPLINGS[source.sampling]))


def when(wave: Wave) -> str:
    """Return a wave's day in words, and that its rows are the customers of orders."""
    day: date | None = wave.collected_on
    if day is None and wave.imported_at is not None:
        day = wave.imported_at.date()
    text = f"{day.day} {day:%B %Y}" if day else wave.file_name
    return text if wave.derived_from is None else f"{text} · {words.say(_PEOPLE)}"


def rows_of(wave: Wave) -> str:
    """Return how many rows a wave has, in words."""
    return words.counted(*_of(wave), wave.n)


def _of(wave: Wave) -> tuple[str, str]:
    return (_ROW, _ROWS) if wave.derived_from is None else (_CUSTOMER, _CUSTOMERS)
