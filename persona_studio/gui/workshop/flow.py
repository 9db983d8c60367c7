# SPDX-License-Identifier: MIT
"""Where the meeting is: which part of the agenda, which page, how much time is left.

The facilitator's window and the projector show the same flow, so that they never part.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from persona_studio.core.change import Change
from persona_studio.core.words import WORKSHOP_PAGES
from persona_studio.core.workshop import AgendaItem, Exercise, Guess, Vote, WorkshopSession
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.workshop import meeting
from persona_studio.gui.workshop.countdown import Countdown
from persona_studio.workspace.people_in_room import MOST

_TICK_MS = 500
TABLES = ("workshop", "exercise", "vote", "guess", "claim", "evidence", "persona", "wave")


class Flow(QObject):
    """`moved` when what is shown is another thing, `ticked` while time goes by."""

    moved = Signal()
    ticked = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.clock = Countdown()
        self.page = WORKSHOP_PAGES[0]
        self.item: int | None = None
        self.card = 0
        self._chosen = ""
        self._current: dict[str, str] = {}
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.ticked)
        bridge.changed.connect(self._changed)
        self._resume()

    @property
    def sessions(self) -> list[WorkshopSession]:
        """Every meeting of the project, the newest first."""
        found = list(self.bridge.snapshot.table(WorkshopSession).values())
        return sorted(found, key=lambda s: str(s.held_on or ""), reverse=True)

    @property
    def session(self) -> WorkshopSession | None:
        """The meeting that is on: the chosen one, else the newest."""
        found = self.sessions
        return next((s for s in found if s.id == self._chosen), found[0] if found else None)

    @property
    def people(self) -> tuple[str, ...]:
        """Who takes part."""
        return self.session.participants[:MOST] if self.session else ()

    def choose(self, session: str) -> None:
        """Go on with another meeting, from its beginning."""
        self._chosen = session
        self.item = None
        self.stop()
        self._keep()
        self.go(WORKSHOP_PAGES[0])

    def go(self, page: str) -> None:
        """Show another page."""
        self.page = page
        self.moved.emit()

    def exercises(self, kind: str) -> list[Exercise]:
        """Return what of one kind the room does, in order."""
        session = self.session
        every = self.bridge.snapshot.table(Exercise).values()
        found = [e for e in every if session and e.workshop == session.id and e.kind == kind]
        return sorted(found, key=lambda e: (e.position, e.id))

    def current(self, kind: str) -> Exercise | None:
        """Return the exercise of a kind that is on: the chosen, else the first not over."""
        found = self.exercises(kind)
        for exercise in found:
            if exercise.id == self._current.get(kind):
                return exercise
        still = [exercise for exercise in found if not exercise.closed] or found[-1:]
        return still[0] if still else None

    def show(self, exercise: Exercise) -> None:
        """Turn to one exercise."""
        if self._current.get(exercise.kind) != exercise.id:
            self.card = 0
        self._current[exercise.kind] = exercise.id
        self.moved.emit()

    def turn_card(self, place: int) -> None:
        """Turn to one of the cards that were dealt."""
        self.card = place
        self.moved.emit()

    def step(self, kind: str, by: int) -> None:
        """Turn to the exercise before or after."""
        found, now = self.exercises(kind), self.current(kind)
        if now is not None:
            place = found.index(now) + by
            if 0 <= place < len(found):
                self.show(found[place])

    def guesses(self, exercise: str) -> dict[str, Guess]:
        """Return the guesses of an exercise by participant, in the order of the people."""
        every = self.bridge.snapshot.table(Guess).values()
        found = {guess.participant: guess for guess in every if guess.question == exercise}
        there = [name for name in self.people if name in found]
        return {name: found[name] for name in (*there, *sorted(found.keys() - set(there)))}

    def votes(self, exercise: str) -> list[Vote]:
        """Return the dots of a round."""
        return [v for v in self.bridge.snapshot.table(Vote).values() if v.round == exercise]

    @property
    def now(self) -> AgendaItem | None:
        """The part of the agenda that is on."""
        agenda = self.session.agenda if self.session else ()
        return agenda[self.item] if self.item is not None and self.item < len(agenda) else None

    def begin(self, item: int) -> None:
        """Begin a part of the agenda: its page shows, its time runs."""
        agenda = self.session.agenda if self.session else ()
        if 0 <= item < len(agenda):
            self.item = item
            self.clock.set(agenda[item].minutes * 60)
            self.clock.start()
            self._tick.start()
            self._keep()
            self.go(agenda[item].page)

    def next_part(self) -> None:
        """Go on to the next part of the agenda, or to the first."""
        self.begin(0 if self.item is None else self.item + 1)

    def start_or_pause(self) -> None:
        """Let time run or rest; where nothing has begun, the first part does."""
        if self.now is None:
            self.begin(0)
        elif self.clock.running:
            self.stop()
            self._turned()
        else:
            self.clock.start()
            self._tick.start()
            self._turned()

    def more_time(self) -> None:
        """Give one minute more."""
        if self.now is not None:
            self.clock.add(60)
            self._turned()

    def stop(self) -> None:
        """Let time rest."""
        self.clock.pause()
        self._tick.stop()

    def _turned(self) -> None:
        self._keep()
        self.ticked.emit()

    def _keep(self) -> None:
        """Remember where the meeting is, in case the window is closed over it."""
        session, here = self.session, None
        if session is not None and self.item is not None:
            left, runs = self.clock.left, self.clock.running
            here = meeting.Meeting(session.id, self.item, left, meeting.now(), runs)
        meeting.keep(self.bridge.snapshot.project.id, here)

    def _resume(self) -> None:
        """Go on where the meeting was when the window was closed; time has gone by since."""
        kept = meeting.recall(self.bridge.snapshot, meeting.RESUMED)
        if kept is None:
            return
        self._chosen, self.item = kept.workshop, kept.item
        self.clock.set(round(kept.left_at(meeting.now())))
        if kept.runs:
            self.clock.start()
            self._tick.start()
        if self.now is not None:
            self.page = self.now.page

    def _changed(self, change: Change) -> None:
        if change.touches(*TABLES):
            if self.now is None and self.item is not None:
                self.item = None
                self.stop()
                self._keep()
            self.moved.emit()
