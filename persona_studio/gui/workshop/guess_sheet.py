# SPDX-License-Identifier: MIT
"""One question to guess: the room's estimates, the lock, the data beside them, the dispute."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core.workshop import Exercise, Guess
from persona_studio.evidence.guesses import Outcome, outcome
from persona_studio.gui.widgets.buttons import GhostButton, PrimaryButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.scrolling import scrolling
from persona_studio.gui.workshop.exercise_bar import ExerciseBar
from persona_studio.gui.workshop.flow import Flow
from persona_studio.gui.workshop.guess_field import GuessField
from persona_studio.gui.workshop.guess_plot import GuessPlot
from persona_studio.gui.workshop.guess_words import caption, told
from persona_studio.gui.workshop.page import Look, shortened
from persona_studio.storage import workshops
from persona_studio.workspace import guessing

_NAME = 60
_COLUMNS, _COLUMNS_ON_STAGE = 3, 4


class GuessSheet(Card):
    """Enter on the last estimate stops at the lock; after it, one press shows the data."""

    more_wanted = Signal()

    def __init__(self, flow: Flow, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow, self._look = flow, look
        self._writes = look.tools and not flow.bridge.read_only
        self._columns = _COLUMNS_ON_STAGE if look.stage else _COLUMNS
        self.bar = ExerciseBar(flow, "guess", look)
        self.bar.more_wanted.connect(self.more_wanted)
        self.fields: list[GuessField] = []
        self._lead = PlainLabel("", "muted", wrap=True)
        self._title = PlainLabel("", "title", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(6)
        self.plot = GuessPlot()
        self.told = PlainLabel("", "", wrap=True)
        self.lock = PrimaryButton(self.tr("Lock the guesses"), "lock")
        self.reveal = PrimaryButton(self.tr("Show the data"), "eye")
        self.dispute = GhostButton("", "circle-parking")
        self.onward = GhostButton(self.tr("Next question"), "arrow-right")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Question to guess"))
        self._build()
        self.onward.clicked.connect(self._on)
        self.lock.clicked.connect(self._lock)
        self.reveal.clicked.connect(self._reveal)
        self.dispute.clicked.connect(self._park)

    def start(self) -> None:
        """Put the keyboard into the first estimate that is missing."""
        empty = [field for field in self.fields if not field.field.text()]
        if empty:
            empty[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the question that is on as it stands."""
        now = self._flow.current("guess")
        if now is None:
            return
        guesses = self._flow.guesses(now.id)
        locked = now.closed or any(guess.locked for guess in guesses.values())
        self.bar.refresh(now)
        self._title.setText(shortened(now.title))
        everyone = self.tr("Of those who were asked, what share says:")
        whose = self.tr("Of the people of “{0}”, what share says:")
        name = shortened(now.options[0].text, _NAME) if now.options else ""
        self._lead.setText(whose.format(name) if name else everyone)
        self._show_people(guesses, locked=locked)
        found = self._outcome(now, guesses)
        shown = [g.value for g in guesses.values() if locked and g.value is not None]
        self.plot.show_guesses(shown, found, caption(found) if found else "")
        self.told.setText(self._words(now, guesses, found, locked=locked))
        self.setAccessibleName(f"{shortened(now.title)}: {self.told.text()}")
        self._allow(now, guesses, locked=locked)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._lead, 1)
        head.addWidget(self.bar)
        self.body.addLayout(head)
        self.body.addWidget(self._title)
        self.body.addSpacing(4)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 10, 0)
        inside.addLayout(self._grid)
        inside.addStretch(1)
        self.body.addWidget(scrolling(inside), 1)
        self.body.addWidget(self.plot)
        self.body.addWidget(self.told)
        foot = QHBoxLayout()
        foot.addWidget(self.lock)
        foot.addWidget(self.reveal)
        foot.addStretch(1)  # so that a second click on the lock disputes nothing
        foot.addWidget(self.dispute)
        foot.addWidget(self.onward)
        self.body.addLayout(foot)

    def _show_people(self, guesses: dict[str, Guess], *, locked: bool) -> None:
        people = list(dict.fromkeys((*self._flow.people, *guesses)))
        if [field.name for field in self.fields] != people:
            self._make(people)
        for field in self.fields:
            field.show_guess(guesses.get(field.name), writes=self._writes, locked=locked)

    def _make(self, people: list[str]) -> None:
        for field in self.fields:
            self._grid.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = [GuessField(name, self._look) for name in people]
        for place, field in enumerate(self.fields):
            self._grid.addWidget(field, *divmod(place, self._columns))
            field.field.entered.connect(lambda value, who=field.name: self._enter(who, value))
            field.field.onward.connect(lambda who=field.name: self._onward(who))
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1)

    def _allow(self, now: Exercise, guesses: dict[str, Guess], *, locked: bool) -> None:
        self.lock.setVisible(self._writes and not locked)
        self.lock.setEnabled(bool(guesses))
        self.reveal.setVisible(self._writes and locked and not now.closed)
        self.onward.setVisible(self._writes and now.closed and self._following() is not None)
        kept = guessing.parked(self._flow.bridge.snapshot, now)
        self.dispute.setVisible(self._writes and now.closed)
        self.dispute.setEnabled(kept is None)
        self.dispute.set_text(
            self.tr("In the parking lot, as an assumption")
            if kept
            else self.tr("We dispute it: to the parking lot")
        )

    def _outcome(self, now: Exercise, guesses: dict[str, Guess]) -> Outcome | None:
        counted = guessing.counted(self._flow.bridge.workspace, now) if now.closed else None
        if counted is None:
            return None
        values = {name: g.value for name, g in guesses.items() if g.value is not None}
        return outcome(*counted, values)

    def _words(
        self, now: Exercise, guesses: dict[str, Guess], found: Outcome | None, *, locked: bool
    ) -> str:
        if now.closed and found is None:
            return self.tr("The data behind this question is not in the project any more.")
        if found is not None:
            return told(found, len(guesses))
        if locked:
            return self.tr("The guesses are locked. Now the data may show.")
        many = len(self._flow.people)
        return self.tr("{0} of {1} guesses are in. They show once they are locked.").format(
            len(guesses), many
        )

    def _enter(self, who: str, value: float | None) -> None:
        now = self._flow.current("guess")
        if now is not None:
            with self._flow.bridge.edit("Enter a guess") as write:
                workshops.guess(write, now.id, who, value)

    def _onward(self, who: str) -> None:
        names = [field.name for field in self.fields]
        after = names.index(who) + 1
        if after < len(names):
            self.fields[after].field.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.lock.setFocus(Qt.FocusReason.TabFocusReason)

    def _lock(self) -> None:
        now = self._flow.current("guess")
        if now is not None:
            with self._flow.bridge.edit("Lock the guesses") as write:
                workshops.lock(write, now.id)
            self.reveal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal(self) -> None:
        now = self._flow.current("guess")
        if now is not None:
            self._flow.show(now)  # else the next open question would take its place
            with self._flow.bridge.edit("Show the data") as write:
                workshops.close(write, now.id)
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # a second Enter is no dispute either

    def _following(self) -> Exercise | None:
        """Return the next question that is still open."""
        still = [each for each in self._flow.exercises("guess") if not each.closed]
        return still[0] if still else None

    def _on(self) -> None:
        after = self._following()
        if after is not None:
            self._flow.show(after)
            self.start()

    def _park(self) -> None:
        now, session = self._flow.current("guess"), self._flow.session
        if now is not None and session is not None:
            workspace = self._flow.bridge.workspace
            with self._flow.bridge.edit("Put a disputed share into the parking lot") as write:
                guessing.park(workspace, write, now, session.name)
