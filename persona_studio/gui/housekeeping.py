# SPDX-License-Identifier: MIT
"""What the window does for an open project while nobody looks: warming up, backups, the lock."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from persona_studio.core.errors import StudioError
from persona_studio.gui.bridge import Bridge
from persona_studio.workspace.backups import keep_backup

_IDLE_MS = 30
_BEAT_MS = 60_000
_BACKUP_MS = 5 * 60_000
_FIRST_BACKUP_MS = 3_000


class Housekeeping(QObject):
    """Timers of one open project; they end with it."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._timers: list[QTimer] = []
        self._warming = self._timer(_IDLE_MS, self.warm_up)
        self._timer(_BEAT_MS, bridge.workspace.database.beat)
        self._timer(_BACKUP_MS, self.back_up)
        first = self._timer(_FIRST_BACKUP_MS, self.back_up)
        first.timeout.connect(first.stop)
        bridge.closing.connect(self._stop)

    def warm_up(self) -> None:
        """Do one piece of idle work; stop when there is no more, or it cannot be done today."""
        more = False
        try:
            more = self._bridge.workspace.warm_up()
        except StudioError as error:
            self._bridge.failed.emit(error)
        if not more:
            self._warming.stop()

    def back_up(self) -> None:
        """Copy the project into the user's data folder when that is due."""
        workspace = self._bridge.workspace
        try:
            keep_backup(workspace.database, workspace.snapshot.project.name)
        except (StudioError, OSError) as error:
            self._bridge.failed.emit(_not_backed_up(error))

    def _stop(self) -> None:
        for timer in self._timers:
            timer.stop()

    def _timer(self, every: int, slot: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(every)
        timer.timeout.connect(slot)
        timer.start()
        self._timers.append(timer)
        return timer


def _not_backed_up(error: StudioError | OSError) -> StudioError:
    if isinstance(error, StudioError):
        return error
    return StudioError(
        "The backup of the project could not be written.",
        "The project itself is safe. Check the disk that holds your user folder.",
        f"{type(error).__name__} {error.errno}",
        kind="backup_failed",
    )
