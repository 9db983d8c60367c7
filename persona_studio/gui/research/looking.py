# SPDX-License-Identifier: MIT
"""What is known of the file on the page: its plan with everything told, and its rows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from persona_studio.core.errors import StudioError
from persona_studio.core.research import Source
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.research import draft
from persona_studio.gui.research.choices import Choices
from persona_studio.gui.research.draft import Seen
from persona_studio.gui.research.memory import Memory
from persona_studio.gui.research.reading import Reading
from persona_studio.gui.research.row_store import RowStore
from persona_studio.research import plan as plans
from persona_studio.research.browsing import Page
from persona_studio.research.handed import Handed
from persona_studio.research.hiding import names_people
from persona_studio.research.plan import Plan, Role
from persona_studio.research.readers.csv_text import Place
from persona_studio.research.survey import Sight, Survey


class Looking(QObject):
    """One file after the other.

    `changed` fires when `seen` has changed, `refused` carries a StudioError. `whole` tells whether
    the whole file was read, `source` which source of the project asked the same before.
    """

    changed = Signal()
    refused = Signal(object)
    progressed = Signal(int, int)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = RowStore(self)
        self.seen: Seen | None = None
        self.whole = False
        self.source: Source | None = None
        self._jobs = jobs
        self._reading: Reading | None = None
        self._memory: Memory | None = None
        self._choices = Choices()
        self._tries: Iterator[Plan] | None = None
        self._first: Plan | None = None
        self._settled = self._interrupted = False
        self._reread: set[int] = set()
        self.store.wanted.connect(self._turn)

    @property
    def plan(self) -> Plan | None:
        """The plan as it stands."""
        return self.seen.plan if self.seen else None

    @property
    def busy(self) -> bool:
        """Whether the file is being read."""
        return self._reading is not None and self._reading.busy

    def begin(self, where: Handed, memory: Memory) -> None:
        """Look at a file."""
        self.stop()
        self.seen, self.whole, self.source = None, False, None
        self._memory, self._tries, self._first = memory, None, None
        self._settled = False
        self._choices = Choices()
        self._reread = set()
        self.store.begin(())
        reading = Reading(self._jobs, where, self)
        reading.seen.connect(self._sighted)
        reading.surveyed.connect(self._surveyed)
        reading.paged.connect(self._paged)
        reading.page_lost.connect(self.store.give_up)
        reading.failed.connect(self._failed)
        reading.progressed.connect(self._progressed)
        self._reading = reading
        reading.look()

    def look_again(self, plan: Plan) -> None:
        """Look at the file anew, as the plan tells."""
        if self._reading is not None and self.seen is not None:
            self._settled = True
            self._choices.remember(plan)
            self.seen = replace(self.seen, plan=plan)
            self.whole = False
            self._reading.look(plan)
            self.changed.emit()

    def tell(self, plan: Plan, columns: Iterable[int] = ()) -> None:
        """Take over a plan; these columns are read again for it."""
        if self.seen is None:
            return
        self._settled = True
        self._choices.remember(plan)
        self._reread |= set(columns)
        if names_people(plan) != names_people(self.seen.plan):
            self._reread |= set(draft.own_words(plan))
        self.seen = replace(self.seen, plan=draft.in_words(plan, self.seen.faults))
        self._read_columns()
        self.changed.emit()

    def forget_last_time(self) -> None:
        """Look at the file as if none like it had been there."""
        if self._reading is not None:
            self._choices = Choices()
            self._memory = self.source = self._tries = None
            self.whole = False
            self._reading.look()
            self.changed.emit()

    def pause(self) -> None:
        """Leave the file alone while it is imported."""
        if self._reading is not None:
            self._interrupted = self.busy
            self._reading.stop()
            self.store.give_up()

    def resume(self) -> None:
        """Look at what had not been read yet: the file was not imported after all."""
        if self._interrupted and self.seen is not None:
            self._interrupted = False
            self.look_again(self.seen.plan)

    def stop(self) -> None:
        """Look no further."""
        if self._reading is not None:
            self._reading.stop()
            self._reading.deleteLater()
            self._reading = None

    def _sighted(self, sight: Sight) -> None:
        fresh = plans.from_json(sight.plan)
        if self._looks_otherwise(fresh):
            return
        self.whole = sight.whole
        self._settled = self._settled or sight.whole
        if list(sight.head) != self.store.head:
            self.store.begin(sight.head)
        self.store.know_places(sight.places)
        self.store.know(sight.records, ended=sight.ended)
        if self._memory is not None and self.source is not None:
            fresh = self._memory.as_last_time(fresh, self.source)
        plan = draft.in_words(self._choices.applied(fresh), sight.faults)
        self.seen = Seen(plan, self.seen.facts if self.seen else {}, {}, sight.faults)
        self.changed.emit()

    def _looks_otherwise(self, fresh: Plan) -> bool:
        """Recall a file like this one; tell whether it is being read anew because of it."""
        if self._settled or self._memory is None or self._reading is None:
            return False
        self.source = self._memory.source_of(fresh)
        if self.source is None:
            return self._tries_another(self._memory, fresh)
        facts = self._memory.told_of_file(self.source, fresh)
        if facts and not fresh.chosen:
            self._reading.look(draft.told(fresh, **facts))
            return True
        return False

    def _tries_another(self, memory: Memory, fresh: Plan) -> bool:
        """Read the file in the ways told for other files, until it looks like one of them."""
        assert self._reading is not None
        if self._tries is None:
            self._first, self._tries = fresh, memory.tries(fresh)
        following = next(self._tries, None)
        if following is not None:
            self._reading.look(following)
            return True
        self._settled = True
        if fresh.chosen:
            self._reading.look()
            return True
        return False

    def _surveyed(self, survey: Survey) -> None:
        if self.seen is None:
            return
        facts = {**self.seen.facts, **survey.facts}
        if survey.roles:
            plan = self.seen.plan
            current = {n: _still(read, plan.roles[n]) for n, read in survey.roles.items()}
            plan = replace(plan, roles={**plan.roles, **current})
            kept = {k: v for k, v in self.seen.rows.items() if k[0] not in survey.facts}
            self._choices.remember(plan)
            plan = draft.in_words(plan, self.seen.faults)
            self.seen = replace(self.seen, plan=plan, facts=facts, rows={**kept, **survey.rows})
        else:
            self.seen = replace(self.seen, facts=dict(survey.facts), rows=survey.rows)
            told = set(draft.told_roles(self.seen.plan))
            self._reread |= told
            if told or self.seen.plan.columns:
                self._reread |= set(draft.own_words(self.seen.plan))
        self._read_columns()
        self.changed.emit()

    def _read_columns(self) -> None:
        """Read told columns again, once the file itself has been read."""
        if self._reread and self._reading and self.whole and self.seen and not self.busy:
            columns = self._reread & set(self.seen.plan.roles)
            self._reread = set()
            self._reading.look_at_columns(self.seen.plan, columns)

    def _turn(self, start: Place | None, first: int, count: int) -> None:
        if self._reading is not None and self.seen is not None:
            self._reading.turn_to(self.seen.plan, start, first, count)

    def _paged(self, page: Page) -> None:
        self.store.take(page)

    def _progressed(self, done: int, total: int) -> None:
        if not self.whole:
            self.store.know(done)
        self.progressed.emit(done, total)

    def _failed(self, error: StudioError) -> None:
        if not self._settled and self._first is not None:
            self._settled = True
            if self._reading is not None:
                self._reading.look()
                return
        self.refused.emit(error)


def _still(read: Role, now: Role) -> Role:
    """Return a role that was read again, or the one told meanwhile."""
    told = (now.role, now.missing, now.separator or read.separator)
    if told != (read.role, read.missing, read.separator):
        return now
    moved = set(now.order) == set(read.order)
    return replace(read, order=now.order, options=now.options) if moved else read
