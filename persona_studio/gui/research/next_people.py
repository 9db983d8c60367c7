# SPDX-License-Identifier: MIT
"""How many people of the file answered before, found before anything is imported."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from persona_studio.core.errors import StudioError
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Handle, Jobs
from persona_studio.research import plan as plans
from persona_studio.research.handed import Handed
from persona_studio.research.keys import Keys, keys_job, person_column
from persona_studio.research.plan import Plan
from persona_studio.workspace.importing import pseudonym_key
from persona_studio.workspace.people import known_digests

_SLICE_SECONDS = 0.008


class NextPeople(QObject):
    """`changed` fires when the numbers are known, or have to be found anew."""

    changed = Signal()

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._jobs = bridge, jobs
        self.found: tuple[int, int] | None = None
        """(people who answered before, people who are new), None while it is not known."""
        self._told: object = None
        self._handle: Handle | None = None
        self._keys = Keys(linked=False)
        self._past: set[bytes] = set()
        self._slices: Iterator[set[bytes]] | None = None
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._compare)

    def follow(self, where: Handed, plan: Plan | None, source: str) -> None:
        """Find who is in the file and was there before, where that is not known yet."""
        column = person_column(plan) if plan is not None and source else None
        told = (source, column, plan and (plan.use(column or 0), plan.skip_rows, _read_as(plan)))
        if told == self._told:
            return
        self.stop()
        self._told = told
        if plan is None or column is None or not plan.data_rows:
            return
        key = pseudonym_key(self._bridge.workspace)
        self._slices = known_digests(self._bridge.workspace, source)
        self._handle = self._jobs.run(
            keys_job, (where, plans.to_json(plan), key), self._read, self._fail
        )
        self.destroyed.connect(self._handle.cancel)

    def stop(self) -> None:
        """Look no further and know nothing."""
        if self._handle is not None:
            self._handle.cancel()
        self._idle.stop()
        self._handle = self._slices = self._told = self.found = None
        self._past = set()
        self.changed.emit()

    def _read(self, keys: Keys) -> None:
        self._handle, self._keys = None, keys
        if keys.linked:
            self._idle.start()

    def _fail(self, _error: StudioError) -> None:
        """Say nothing of people: what is wrong with the file is told where it is read."""
        self._handle = None

    def _compare(self) -> None:
        end = perf_counter() + _SLICE_SECONDS
        while self._slices is not None and perf_counter() < end:
            found = next(self._slices, None)
            if found is None:
                self._idle.stop()
                self._slices = None
                both = len(self._keys.digests & self._past)
                self.found = (both, len(self._keys.digests) - both)
                self.changed.emit()
                return
            self._past |= found


def _read_as(plan: Plan) -> object:
    return (plan.encoding, plan.delimiter, plan.sheet, plan.first_data_row, plan.last_data_row)
