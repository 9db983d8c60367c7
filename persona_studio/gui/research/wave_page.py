# SPDX-License-Identifier: MIT
"""One wave: its questions, how the answers are spread, and what people said in their own words."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from persona_studio.core.research import Question, Wave
from persona_studio.evidence.spoken import listed_as
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.research import words
from persona_studio.gui.research.bars import Bars
from persona_studio.gui.research.claiming import Claiming
from persona_studio.gui.research.distribution import NO_PICTURE, WORDS, spread
from persona_studio.gui.research.sources_page import rows_of, when
from persona_studio.gui.research.spelling_rows import MOST, SpellingRows, meanings, spelt
from persona_studio.gui.research.voices import Voices
from persona_studio.gui.widgets.buttons import GhostButton, IconButton, LinkButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.scrolling import scrolling
from persona_studio.workspace.rolling import can_be_rolled_up

CHOICES = ("single_choice", "multi_select", "ordinal", "likert", "yes_no")


class WavePage(QWidget):
    """`left`: back to the sources; `said_wanted` (wave, question, row): read an answer.

    `removal_wanted` carries the wave that is to go, `customers_wanted` the orders to roll up,
    `show_claim` a claim for the board.
    """

    left = Signal()
    said_wanted = Signal(str, str, int)
    removal_wanted = Signal(str)
    show_claim = Signal(str)
    customers_wanted = Signal(list)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.wave = ""
        self._bridge = bridge
        self._questions: tuple[Question, ...] = ()
        self.title = PlainLabel("", "title", elide=True)
        self.quiet = PlainLabel("", "muted")
        self.back = IconButton("arrow-left", self.tr("Back to all sources"))
        self.remove = GhostButton(self.tr("Remove this wave…"), "trash-2")
        self.customers = GhostButton(self.tr("One row a customer…"), "users")
        self.list = QListView()
        self._lines = QStringListModel(self)
        self.asked = PlainLabel("", "name", wrap=True)
        self.about = PlainLabel("", "muted", wrap=True)
        self.bars = Bars()
        self.claiming = Claiming(bridge, self)
        self.made = PlainLabel("", "quiet", wrap=True)
        self.to_board = LinkButton(self.tr("Show it on the board"), "arrow-right")
        self.spell = LinkButton(self.tr("Count spellings as one…"))
        self.spellings = SpellingRows()
        self.voices = Voices()
        self._stack = QStackedWidget()
        self._stack.setProperty("kind", "paper")
        self._build()
        self.back.clicked.connect(self.left)
        escape = QShortcut(QKeySequence("Escape"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        self.remove.clicked.connect(self._ask_remove)
        self.bars.used.connect(lambda bar: self.claiming.offer(self.wave, bar))
        self.claiming.told.connect(self._tell_made)
        self.to_board.clicked.connect(
            lambda: self.show_claim.emit(str(self.to_board.property("claim")))
        )
        self.customers.clicked.connect(self._ask_customers)
        self.spell.clicked.connect(self._show_spellings)
        self.spellings.changed.connect(self._keep_spellings)
        self.list.selectionModel().currentChanged.connect(self._show_question)
        self.voices.quote_wanted.connect(self._keep_quote)
        self.voices.reading_wanted.connect(self._read_answer)

    def open(self, wave: str) -> None:
        """Show a wave and its first question worth a picture."""
        snapshot = self._bridge.snapshot
        found = snapshot.table(Wave)[wave]
        self.wave = wave
        self.title.setText(f"{snapshot.source_of(wave).name}, {when(found)}")
        self.quiet.setText(self.tr("{0} from {1}").format(rows_of(found), found.file_name))
        self.remove.setVisible(not self._bridge.read_only)
        self.refresh()
        first = (i for i, q in enumerate(self._questions) if q.role not in NO_PICTURE)
        self.list.setCurrentIndex(self._lines.index(next(first, 0)))
        self._show_question()

    def choose(self, question: str) -> None:
        """Show another question, by its id."""
        row = next((i for i, q in enumerate(self._questions) if q.id == question), -1)
        if row >= 0:
            self.list.setCurrentIndex(self._lines.index(row))

    def make_claim(self) -> bool:
        """Ask for whom a claim is to be made of the answer in front; False without one."""
        bar = self.bars.current if self.bars.isVisible() else None
        if bar is not None:
            self.claiming.offer(self.wave, bar)
        return bar is not None

    def refresh(self) -> None:
        """Show the questions as they are told now; the one looked at stays."""
        can = can_be_rolled_up(self._bridge.snapshot, self.wave) and not self._bridge.read_only
        self.customers.setVisible(can)
        row = self.list.currentIndex().row()
        self._questions = self._bridge.snapshot.questions_of(self.wave)
        lines = [_line(q) for q in self._questions]
        if lines != self._lines.stringList():
            self._lines.setStringList(lines)
        elif row >= 0:
            self._show_question()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back)
        head.addWidget(self.title)
        head.addWidget(self.quiet, 1)
        head.addWidget(self.customers)
        head.addWidget(self.remove)
        self.list.setModel(self._lines)
        self.list.setProperty("kind", "menu")
        self.list.setAccessibleName(self.tr("Questions of this wave"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setFixedWidth(320)
        pictures = QVBoxLayout()
        pictures.setContentsMargins(0, 4, 8, 0)
        if not self._bridge.read_only:
            self.bars.let_use()
        pictures.addWidget(self.bars)
        told = QHBoxLayout()
        told.addWidget(self.made, 1)
        told.addWidget(self.to_board)
        pictures.addLayout(told)
        pictures.addWidget(self.spell, 0, Qt.AlignmentFlag.AlignLeft)
        pictures.addWidget(self.spellings)
        pictures.addStretch(1)
        area = scrolling(pictures)
        self._stack.addWidget(area)
        self._stack.addWidget(self.voices)
        card = Card()
        card.body.addWidget(self.asked)
        card.body.addWidget(self.about)
        card.body.addWidget(self._stack, 1)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.list)
        beside.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(beside, 1)

    def _show_question(self) -> None:
        place = self.list.currentIndex().row()
        if not 0 <= place < len(self._questions):
            return
        question = self._questions[place]
        self.asked.setText(question.text or question.label)
        answers = self._bridge.workspace.answers(self.wave)
        column = answers.columns[question.variable]
        if question.role in WORDS:
            numbers = [int(n) for n in answers.numbers]
            cells = [(numbers[row], column.cell(row)) for row in range(len(column))]
            said = [(number, text) for number, text in cells if text.strip()]
            self.about.setText(words.role(question.role))
            self.voices.show_voices(said, read_only=self._bridge.read_only)
            self._stack.setCurrentWidget(self.voices)
            return
        found = spread(question, column)
        text = self.tr("{0}: {1} of {2} answered").format(
            words.role(question.role), f"{found.answered:,}", f"{found.rows:,}"
        )
        if found.more:
            text += self.tr("; {0} more choices are not shown").format(f"{found.more:,}")
        self.about.setText(text)
        self.bars.setVisible(question.role not in NO_PICTURE)
        self.bars.show_spread(found)
        self._tell_made("", "")
        choices = spelt(question, column.labels)
        self.spell.setVisible(question.role in CHOICES and 1 < len(choices) <= MOST)
        self.spellings.setVisible(bool(question.merged) and self.spell.isVisibleTo(self))
        self.spellings.setEnabled(not self._bridge.read_only)
        self.spellings.show_table(choices, meanings(question, choices), question.merged, {})
        self._stack.setCurrentIndex(0)

    def _tell_made(self, claim: str, words: str) -> None:
        """Say what was made of an answer, with the way to it; "" says nothing."""
        hint = self.tr("Click an answer, or press Enter on it, to make a claim of it.")
        usable = self.bars.isVisibleTo(self) and not self._bridge.read_only
        self.made.setText(words or (hint if usable else ""))
        self.to_board.setProperty("claim", claim)
        self.to_board.setVisible(bool(claim))

    def _show_spellings(self) -> None:
        self.spellings.setVisible(self.spellings.isHidden())

    def _keep_spellings(self, table: dict[str, str]) -> None:
        from persona_studio.storage import questions

        question = self._questions[self.list.currentIndex().row()]
        kept = {t: c for t, c in question.merged.items() if t not in self.spellings.boxes}
        with self._bridge.edit(self.tr("Count spellings as one")) as write:
            questions.spell(write, question.variable, {**kept, **table})

    def _keep_quote(self, row: int, text: str) -> None:
        from persona_studio.storage import evidence

        question = self._questions[self.list.currentIndex().row()]
        with self._bridge.edit(self.tr("Keep a quote")) as write:
            evidence.mark_quote(write, self.wave, question.id, row, text)

    def _read_answer(self, row: int) -> None:
        question = self._questions[self.list.currentIndex().row()]
        self.said_wanted.emit(self.wave, question.id, row)

    def _ask_customers(self) -> None:
        self.customers_wanted.emit([self.wave])

    def _ask_remove(self) -> None:
        self.removal_wanted.emit(self.wave)


def _line(question: Question) -> str:
    whole = listed_as(question) if question.group else question.text or question.label
    return " ".join((whole or str(question.column)).split())
