# SPDX-License-Identifier: MIT
"""Brings a file into the project while the window lives on; Cancel leaves nothing behind."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from persona_studio.core.errors import StudioError
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Handle, Jobs
from persona_studio.research import plan as plans
from persona_studio.research.handed import Handed
from persona_studio.research.plan import Plan

if TYPE_CHECKING:
    from persona_studio.workspace.importing import Choice, Importing


class Bringing(QObject):
    """One import under way; ends with `done` (an Imported) or `failed` (a StudioError)."""

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._jobs = jobs
        self._importing: Importing | None = None
        self._handle: Handle | None = None

    @property
    def running(self) -> bool:
        """Whether an import is under way."""
        return self._importing is not None

    def start(self, where: Handed, plan: Plan, choice: "Choice") -> None:
        """Begin; nothing is part of the project until the end."""
        from persona_studio.workspace.importing import Importing

        try:
            importing = Importing(self._bridge.workspace, where, plans.to_json(plan), choice)
            function, arguments = importing.job
        except StudioError as error:
            self.failed.emit(error)
            return
        self._importing = importing
        self._handle = self._jobs.run(
            function, arguments, self._finish, self._fail, self.progressed.emit, self._receive
        )
        self.destroyed.connect(self._handle.cancel)

    def cancel(self) -> None:
        """Stop; what has arrived is purged later."""
        if self._handle is not None:
            self._handle.cancel()
        if self._importing is not None:
            self._importing.abandon()
        self._importing = self._handle = None

    def _receive(self, item: Any) -> None:
        if self._importing is None:
            return
        try:
            self._importing.receive([item])
        except StudioError as error:
            self._fail(error)

    def _finish(self, result: Any) -> None:
        importing, self._importing, self._handle = self._importing, None, None
        if importing is None:
            return
        try:
            imported = importing.finish(result)
        except StudioError as error:
            importing.abandon()
            self.failed.emit(error)
        else:
            self.done.emit(imported)

    def _fail(self, error: StudioError) -> None:
        self.cancel()
        self.failed.emit(error)
