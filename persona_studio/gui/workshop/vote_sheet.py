# SPDX-License-Identifier: MIT
"""One round of dots: ballots by number from paper, nothing shown until all are in, the ranking."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from persona_studio.core.errors import StudioError
from persona_studio.core.workshop import Decision, Exercise
from persona_studio.evidence.voting import Rank, ballots, ranked
from persona_studio.gui.widgets.buttons import GhostButton, PrimaryButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.flow_layout import FlowLayout
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.scrolling import scrolling
from persona_studio.gui.workshop.ballot_line import read_ballot
from persona_studio.gui.workshop.exercise_bar import ExerciseBar
from persona_studio.gui.workshop.flow import Flow
from persona_studio.gui.workshop.page import Look, shortened
from persona_studio.gui.workshop.vote_bar import OptionRow
from persona_studio.storage import workshops
from persona_studio.workspace.people_in_room import MOST

_DIGITS = 4  # of a ballot's number


class VoteSheet(Card):
    """Ballots are numbered like the people; the names of the people are never kept with them."""

    more_wanted = Signal()

    def __init__(self, flow: Flow, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = flow
        self._writes = look.tools and not flow.bridge.read_only
        self._ballot = 1
        self._chips: list[Chip] = []
        self.rows: list[OptionRow] = []
        self.bar = ExerciseBar(flow, "vote", look)
        self.bar.more_wanted.connect(self.more_wanted)
        self._lead = PlainLabel("", "muted", wrap=True)
        self._title = PlainLabel("", "title", wrap=True)
        self._list = QVBoxLayout()
        self._around = QWidget()
        FlowLayout(self._around)
        self.line = QLineEdit()
        if look.stage:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.told = PlainLabel("", "muted", wrap=True)
        self._entry = PlainLabel("", "strong")
        self.cast = GhostButton(self.tr("Enter"))
        self.reveal = PrimaryButton(self.tr("Show the result"), "eye")
        self.decide = GhostButton(self.tr("Write it down as a decision"), "signature")
        self._build()
        self.line.returnPressed.connect(self._cast)
        self.cast.clicked.connect(self._cast)
        self.reveal.clicked.connect(self._reveal)
        self.decide.clicked.connect(self._decide)

    def start(self) -> None:
        """Put the keyboard where ballots are entered."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the round that is on as it stands."""
        now = self._flow.current("vote")
        if now is None:
            return
        votes = self._flow.votes(now.id)
        self.bar.refresh(now)
        self._title.setText(shortened(now.title))
        one = self.tr("Each ballot has one dot.")
        several = self.tr("Each ballot has {0} dots; several may go to one option.")
        self._lead.setText((one if now.dots == 1 else several).format(now.dots))
        ranks = ranked(now.options, votes) if now.closed else []
        self._show_options(now, ranks)
        self._show_ballots(now, ballots(votes))
        if now.closed:
            self.told.setText(self._result(ranks, len(ballots(votes))))
        self.decide.setVisible(self._writes and now.closed)
        self.decide.setEnabled(bool(ranks) and not self._is_decided(now, ranks))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._lead, 1)
        head.addWidget(self.bar)
        self.body.addLayout(head)
        self.body.addWidget(self._title)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 10, 0)
        inside.addLayout(self._list)
        inside.addStretch(1)
        self.body.addWidget(scrolling(inside), 1)
        self.body.addWidget(self._around)
        self.body.addWidget(self.told)
        foot = QHBoxLayout()
        foot.addWidget(self._entry)
        foot.addWidget(self.line, 1)
        for button in (self.cast, self.reveal, self.decide):
            foot.addWidget(button)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def _show_options(self, now: Exercise, ranks: list[Rank]) -> None:
        if len(self.rows) != len(now.options):
            clear(self._list)
            self.rows = [OptionRow() for _ in now.options]
            for row in self.rows:
                self._list.addWidget(row)
        for place, row in enumerate(self.rows):
            if ranks:
                row.show_rank(ranks[place])
            else:
                row.show_option(place + 1, now.options[place].text)

    def _show_ballots(self, now: Exercise, cast: tuple[str, ...]) -> None:
        numbers = (int(b) for b in cast if b.isdecimal() and len(b) < _DIGITS)
        many = min(MOST, max(len(self._flow.people), *numbers, 0))
        open_ = not now.closed
        missing = [n for n in range(1, many + 1) if str(n) not in cast]
        if str(self._ballot) in cast or self._ballot > many:
            self._ballot = missing[0] if missing else min(self._ballot, max(1, many))
        if len(self._chips) != many:
            self._make_chips(many)
        for number, chip in enumerate(self._chips, start=1):
            inside = str(number) in cast
            chip.setChecked(inside)
            chip.set_text(self.tr("{0} in").format(number) if inside else f"{number}")
            chip.setEnabled(self._writes)
        self._around.setVisible(open_)
        can = self._writes and open_ and bool(missing or str(self._ballot) not in cast)
        for widget in (self._entry, self.line, self.cast):
            widget.setVisible(can)
        self._entry.setText(self.tr("Ballot {0}").format(self._ballot))
        self.line.setAccessibleName(self.tr("Options on ballot {0}").format(self._ballot))
        self.line.setPlaceholderText(self.tr("Its numbers, like 2 2 5; 0 if blank"))
        self.reveal.setVisible(self._writes and open_)
        self.reveal.setEnabled(bool(cast) and not missing)
        if open_:
            words = self.tr("{0} of {1} ballots are in. The result shows when all are.")
            self.told.setText(words.format(len(cast), many))

    def _make_chips(self, many: int) -> None:
        layout = self._around.layout()
        if layout is not None:
            clear(layout)
            self._chips = [Chip(f"{number}") for number in range(1, many + 1)]
            for number, chip in enumerate(self._chips, start=1):
                layout.addWidget(chip)
                chip.clicked.connect(lambda _=False, which=number: self._choose(which))

    def _choose(self, ballot: int) -> None:
        """Go to a ballot; one that is in is taken out again, to be entered anew."""
        now = self._flow.current("vote")
        if now is not None and str(ballot) in ballots(self._flow.votes(now.id)):
            with self._flow.bridge.edit("Take a ballot back") as write:
                workshops.take_back(write, now.id, str(ballot))
        self._ballot = ballot
        self.refresh()
        self.start()

    def _cast(self) -> None:
        now = self._flow.current("vote")
        if now is None or not self.line.text().strip():
            return
        try:
            dots = read_ballot(self.line.text(), now.options)
        except StudioError as error:
            self._flow.bridge.failed.emit(error)
            self.line.selectAll()
            return
        ballot = str(self._ballot)
        with self._flow.bridge.edit("Enter a ballot") as write:
            workshops.cast(write, now.id, ballot, dots)
        if ballot in ballots(self._flow.votes(now.id)):
            self.line.clear()
            self._flow.bridge.mended.emit()
            if self.reveal.isEnabled():
                self.reveal.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.line.selectAll()

    def _reveal(self) -> None:
        now = self._flow.current("vote")
        if now is not None:
            self._flow.show(now)
            with self._flow.bridge.edit("Show the result of the vote") as write:
                workshops.close(write, now.id)
            self.decide.setFocus(Qt.FocusReason.OtherFocusReason)

    def _result(self, ranks: list[Rank], cast: int) -> str:
        whole = sum(rank.dots for rank in ranks)
        dots = self.tr("1 dot") if whole == 1 else self.tr("{0} dots").format(whole)
        ballots = self.tr("1 ballot") if cast == 1 else self.tr("{0} ballots").format(cast)
        words = self.tr("{0} on {1}. A vote says what comes first, not what is true.")
        return words.format(dots, ballots)

    def _decision(self, now: Exercise, ranks: list[Rank]) -> str:
        first = [rank for rank in ranks if rank.place == 1]
        names = ", ".join(f"“{rank.option.text}”" for rank in first)
        many = first[0].dots
        dots = self.tr("1 dot") if many == 1 else self.tr("{0} dots").format(many)
        words = self.tr("{0} {1}: {2}") if len(first) == 1 else self.tr("{0} {1}: {2} each")
        return words.format(now.title, names, dots)

    def _is_decided(self, now: Exercise, ranks: list[Rank]) -> bool:
        session = self._flow.session
        text = self._decision(now, ranks)
        return session is not None and any(each.text == text for each in session.decisions)

    def _decide(self) -> None:
        now, session = self._flow.current("vote"), self._flow.session
        if now is not None and session is not None:
            text = self._decision(now, ranked(now.options, self._flow.votes(now.id)))
            with self._flow.bridge.edit("Write down a decision") as write:
                kept = (*session.decisions, Decision(text))
                workshops.change(write, session.id, decisions=kept)
