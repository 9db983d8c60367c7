# SPDX-License-Identifier: MIT
"""Looks at a file in the reading child: its head, then all of it; turns pages in another child."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from persona_studio.core.errors import StudioError
from persona_studio.gui.jobs import BROWSING, Handle, Jobs
from persona_studio.research import plan as plans
from persona_studio.research.handed import Handed
from persona_studio.research.plan import Plan
from persona_studio.research.readers.csv_text import Place


class Reading(QObject):
    """One file being looked at.

    `seen` carries a Sight of its head, then of all of it; `surveyed` a Survey of its columns;
    `paged` a Page. `failed` carries a StudioError when the file cannot be read at all.
    """

    seen = Signal(object)
    surveyed = Signal(object)
    paged = Signal(object)
    page_lost = Signal()
    progressed = Signal(int, int)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, where: Handed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.where = where
        self._jobs = jobs
        self._handles: list[Handle] = []
        self._turning: Handle | None = None

    @property
    def busy(self) -> bool:
        """Whether the file is being read."""
        return any(handle.running for handle in self._handles)

    def look(self, plan: Plan | None = None) -> None:
        """Look at the file anew, by what the plan tells of it (None: by nothing).

        What is told of columns stays here: the new look may part the file into others.
        """
        from persona_studio.research.survey import look_job

        self.stop()
        told = plans.to_json(replace(plan, roles={}, columns={})) if plan is not None else None
        self._run(look_job, [self.where, told], self.seen.emit)

    def look_at_columns(self, plan: Plan, columns: Iterable[int]) -> None:
        """Read some columns again, whose roles were told."""
        from persona_studio.research.survey import columns_job

        self._run(columns_job, [self.where, plans.to_json(plan), sorted(columns)])

    def turn_to(self, plan: Plan, start: Place | None, first: int, count: int) -> None:
        """Fetch a page of rows."""
        from persona_studio.research.browsing import page_job

        bare = replace(plan, roles={}, columns={}, problems=(), reasons={})
        arguments = [self.where, plans.to_json(bare), start, first, count]
        lost = partial(self._lost_page)
        self._turning = self._jobs.run(page_job, arguments, self.paged.emit, lost, child=BROWSING)
        self.destroyed.connect(self._turning.cancel)

    def stop(self) -> None:
        """Look no further."""
        for handle in self._handles:
            handle.cancel()
        self._handles.clear()
        if self._turning is not None:
            self._turning.cancel()

    def _run(
        self,
        job: Callable[..., Any],
        arguments: Sequence[Any],
        on_item: Callable[[Any], None] | None = None,
    ) -> None:
        handle = self._jobs.run(
            job, arguments, self.surveyed.emit, self._failed, self.progressed.emit, on_item
        )
        self._handles = [each for each in self._handles if each.running]
        self._handles.append(handle)
        self.destroyed.connect(handle.cancel)

    def _lost_page(self, _error: StudioError) -> None:
        self.page_lost.emit()

    def _failed(self, error: StudioError) -> None:
        self.stop()
        self.failed.emit(error)
