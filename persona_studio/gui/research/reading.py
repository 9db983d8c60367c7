# SPDX-License-Identifier: MIT
"""Looks at a file in the reading child: a first look at its head, then all of it."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from persona_studio.core.errors import StudioError
from persona_studio.gui.jobs import Handle, Jobs
from persona_studio.gui.research.draft import Head
from persona_studio.research import plan as plans
from persona_studio.research.plan import Plan


class Reading(QObject):
    """One file being looked at; `looked` carries its plan and, from the first look, its head.

    The second look has read the whole file and brings no head (None).
    `failed` carries a StudioError when the file cannot be read at all.
    """

    looked = Signal(object, object, bool)
    progressed = Signal(int, int)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._jobs = jobs
        self._handles: list[Handle] = []

    def look(self, plan: Plan | None = None) -> None:
        """Look at the file anew, by what the plan tells (None: by nothing)."""
        from persona_studio.research.importing import preview_job

        self.stop()
        told = plans.to_json(plan) if plan is not None else None
        self._run(preview_job, [str(self.path), told], self._previewed)

    def stop(self) -> None:
        """Look no further."""
        for handle in self._handles:
            handle.cancel()
        self._handles.clear()

    def _run(self, job: Any, arguments: list[Any], done: Any) -> None:
        handle = self._jobs.run(job, arguments, done, self._failed, self.progressed.emit)
        self._handles.append(handle)
        self.destroyed.connect(handle.cancel)

    def _previewed(self, found: dict[str, Any]) -> None:
        from persona_studio.research.inspecting import inspect_one

        item = found["plan"]
        whole = found.get("total") is not None
        self._tell(item, [(int(n), list(cells)) for n, cells in found["head"]], whole=whole)
        if not whole and not item.get("error"):
            self._run(inspect_one, [str(self.path), item], self._inspected)

    def _inspected(self, item: dict[str, Any]) -> None:
        self._tell(item, None, whole=True)

    def _tell(self, item: dict[str, Any], head: Head | None, *, whole: bool) -> None:
        error = item.get("error")
        if error:
            self._failed(StudioError(error["message"], error["hint"], kind=error["kind"]))
        else:
            self.looked.emit(plans.from_json(item), head, whole)

    def _failed(self, error: StudioError) -> None:
        self.stop()
        self.failed.emit(error)
