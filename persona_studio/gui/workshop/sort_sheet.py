# SPDX-License-Identifier: MIT
"""One card after the other: what a person answered, and where each table puts them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core.workshop import Exercise
from persona_studio.gui.keyboard import onward
from persona_studio.gui.widgets.buttons import GhostButton, PrimaryButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.flow_layout import FlowLayout
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.scrolling import scrolling
from persona_studio.gui.workshop.exercise_bar import ExerciseBar
from persona_studio.gui.workshop.flow import Flow
from persona_studio.gui.workshop.page import Look, shortened
from persona_studio.storage import workshops
from persona_studio.workspace import dealing

_UP = Qt.AlignmentFlag.AlignTop
_NAME = 32
_WIDE = 70  # letters: a longer answer has the whole width


class TableRow(QWidget):
    """One table's choice for the card: a chip for each persona, numbered as its key."""

    def __init__(self, table: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table, self._look = table, look
        self.chips: dict[str, Chip] = {}
        self.group = QButtonGroup(self)
        self._name = PlainLabel("", "strong")
        self._around = QWidget()
        FlowLayout(self._around)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._around, 1)

    def show_choice(self, now: Exercise, chosen: str, *, writes: bool, on: bool) -> None:
        """Show the personas and, except before the room, which one was chosen."""
        if list(self.chips) != [option.id for option in now.options]:
            self._make(now)
        words = self.tr("▸ Table {0}") if on else self.tr("\u2002Table {0}")
        done = self.tr(" in") if chosen else ""
        self._name.setText(words.format(self.table) + done)
        self._name.ensurePolished()
        wide = self._name.fontMetrics().horizontalAdvance(self.tr("▸ Table {0}").format("B in  "))
        self._name.setMinimumWidth(wide)
        self.group.setExclusive(False)
        for key, chip in self.chips.items():
            chip.setChecked(key == chosen and not self._look.stage)
            chip.setEnabled(writes)

    def _make(self, now: Exercise) -> None:
        layout = self._around.layout()
        if layout is None:
            return
        clear(layout)
        self.chips = {}
        for place, option in enumerate(now.options):
            number = 0 if option.id == dealing.NONE.id else place + 1
            chip = Chip(f"{number}  {shortened(option.text, _NAME)}")
            self.chips[option.id] = chip
            layout.addWidget(chip)


class SortSheet(Card):
    """The digits put the card: first for table A, then for table B; Backspace takes one back."""

    def __init__(self, flow: Flow, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow, self._look = flow, look
        self._writes = look.tools and not flow.bridge.read_only
        self._shown: tuple[str, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if look.tools else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("The card, sorted by digits"))
        self.bar = ExerciseBar(flow, "sort", look)
        self._title = PlainLabel("", "title")
        self._answers = QGridLayout()
        self._answers.setHorizontalSpacing(24)
        self._answers.setVerticalSpacing(8)
        self.tables = [TableRow(table, look) for table in dealing.TABLES]
        self.told = PlainLabel("", "muted", wrap=True)
        self.back = GhostButton(self.tr("Card before"), "chevron-left")
        self.on = GhostButton(self.tr("Next card"), "chevron-right")
        self.reveal = PrimaryButton(self.tr("Show how far we agree"), "eye")
        self._build()
        self.back.clicked.connect(lambda: self._turn(-1))
        self.on.clicked.connect(lambda: self._turn(1))
        self.reveal.clicked.connect(self._reveal)

    def start(self) -> None:
        """Listen to the digits."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the card that is on."""
        now = self._flow.current("sort")
        if now is None:
            return
        place = self._place(now)
        row = now.rows[place] if now.rows else 0
        self.bar.refresh(now)
        self._title.setText(self.tr("Card {0} of {1}").format(place + 1, len(now.rows)))
        if self._shown != (now.id, row):
            self._shown = (now.id, row)
            self._show_card(now, row)
        turn = self._turn_of(now, row)
        for line in self.tables:
            before = bool(line.chips)
            chosen = dealing.sorted_by(now, line.table).get(row, "")
            line.show_choice(now, chosen, writes=self._writes, on=line.table == turn)
            if not before:
                self._listen(line)
        one, _ = dealing.both(now)
        words = self.tr("{0} of {1} cards are sorted by both tables.")
        self.told.setText(words.format(len(one), len(now.rows)))
        self.back.setEnabled(place > 0)
        self.on.setEnabled(place + 1 < len(now.rows))
        self.reveal.setEnabled(len(one) == len(now.rows) and bool(now.rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sort by a digit, take back by Backspace, turn by the arrows."""
        now = self._flow.current("sort")
        turns = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if now is None or not self._writes:
            super().keyPressEvent(event)
        elif event.text().isdecimal():
            self._by_digit(now, int(event.text()))
        elif event.key() == Qt.Key.Key_Backspace:
            self._take_back(now)
        elif onward(event) in turns:
            self._turn(turns[onward(event)])
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.bar)
        self.body.addLayout(head)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 10, 0)
        inside.addLayout(self._answers)
        inside.addStretch(1)
        for column in range(4):
            self._answers.setColumnStretch(column, 5 if column % 2 else 6)
        self.body.addWidget(scrolling(inside), 1)
        for line in self.tables:
            self.body.addWidget(line)
        foot = QHBoxLayout()
        for button in (self.back, self.on, self.reveal):
            foot.addWidget(button)
        foot.addWidget(self.told, 1)
        self.body.addLayout(foot)
        for button in (self.back, self.on, self.reveal):
            button.setVisible(self._writes)

    def _listen(self, line: TableRow) -> None:
        for key, chip in line.chips.items():
            chip.clicked.connect(lambda _=False, at=line.table, to=key: self._put(at, to))

    def _place(self, now: Exercise) -> int:
        """Return which card is on: the flow's, kept inside."""
        return min(max(0, self._flow.card), max(0, len(now.rows) - 1))

    def _turn_of(self, now: Exercise, row: int) -> str:
        """Return the table whose word is missing for a card, "" where both have spoken."""
        missing = [t for t in dealing.TABLES if row not in dealing.sorted_by(now, t)]
        return missing[0] if missing else ""

    def _show_card(self, now: Exercise, row: int) -> None:
        clear(self._answers)
        lines = dealing.card(self._flow.bridge.workspace, now.wave, row)
        narrow = [line for line in lines if len(line[1]) <= _WIDE]
        half = (len(narrow) + 1) // 2
        for place, (label, answer) in enumerate(narrow):
            side, at = divmod(place, half)
            self._answers.addWidget(PlainLabel(label, "muted", wrap=True), at, 2 * side, _UP)
            self._answers.addWidget(PlainLabel(answer, "strong", wrap=True), at, 2 * side + 1, _UP)
        for at, (label, answer) in enumerate((x for x in lines if x not in narrow), start=half):
            self._answers.addWidget(PlainLabel(label, "muted", wrap=True), at, 0)
            self._answers.addWidget(PlainLabel(answer, "strong", wrap=True), at, 1, 1, 3)
        if not lines:
            words = self.tr("This person is not in the project any more.")
            self._answers.addWidget(PlainLabel(words, "muted", wrap=True), 0, 0)

    def _by_digit(self, now: Exercise, digit: int) -> None:
        row = now.rows[self._place(now)] if now.rows else 0
        personas = [option.id for option in now.options if option.id != dealing.NONE.id]
        turn = self._turn_of(now, row)
        if turn and digit <= len(personas):
            self._put(turn, personas[digit - 1] if digit else dealing.NONE.id)

    def _put(self, table: str, option: str) -> None:
        now = self._flow.current("sort")
        if now is None or not now.rows:
            return
        row = now.rows[self._place(now)]
        again = dealing.sorted_by(now, table).get(row) == option
        with self._flow.bridge.edit("Sort a card") as write:
            workshops.place(write, now.id, table, row, "" if again else option)
        after = self._flow.current("sort")
        if after is not None and not again and not self._turn_of(after, row):
            self._onward(after)

    def _onward(self, now: Exercise) -> None:
        """Go to the next card that is not sorted by both, or to the button that shows all."""
        here = self._place(now)
        order = [*range(here + 1, len(now.rows)), *range(here)]
        left = [place for place in order if self._turn_of(now, now.rows[place])]
        if left:
            self._flow.turn_card(left[0])
        else:
            self.refresh()
            self.reveal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self, now: Exercise) -> None:
        if now.placed:
            last = now.placed[-1]
            with self._flow.bridge.edit("Take a card back") as write:
                workshops.place(write, now.id, last.table, last.row, "")
            if last.row in now.rows:
                self._flow.turn_card(now.rows.index(last.row))

    def _turn(self, by: int) -> None:
        now = self._flow.current("sort")
        if now is not None and 0 <= self._place(now) + by < len(now.rows):
            self._flow.turn_card(self._place(now) + by)

    def _reveal(self) -> None:
        now = self._flow.current("sort")
        if now is not None:
            self._flow.show(now)
            with self._flow.bridge.edit("Show how far the tables agree") as write:
                workshops.close(write, now.id)
