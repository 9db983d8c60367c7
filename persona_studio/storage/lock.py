# SPDX-License-Identifier: MIT
"""A small file beside the project that says who has it open, on this computer or another.

SQLite's own lock guards the data; this one speaks to people and travels with synced folders.
"""

import getpass
import json
import os
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from persona_studio.core.errors import StudioError

SILENT_AFTER = timedelta(minutes=5)
_HELD: set[Path] = set()
_SYNCHRONIZE, _STILL_RUNS = 0x00100000, 0x102


@dataclass(frozen=True)
class Holder:
    """Who has a project open; `beat` is when they last said so."""

    user: str
    computer: str
    process: int
    since: datetime
    beat: datetime

    def is_gone(self) -> bool:
        """Tell whether the holder has died or has not been heard of for five minutes.

        Silence counts on this computer too: the number of a dead process is given out again, and
        SQLite's own lock still keeps us off a file that is really open. Our own number is given
        out again as well; what we hold ourselves is asked of `held_here`.
        """
        here = self.computer == socket.gethostname()
        dead = here and (self.process == os.getpid() or not _alive(self.process))
        return dead or datetime.now(UTC) - self.beat > SILENT_AFTER


def lock_path(project: Path) -> Path:
    """Return where the lock of a project lies."""
    return project.with_name(f".~lock.{project.name}#")


def held_here(project: Path) -> bool:
    """Tell whether this very process has the project open to write."""
    return project.resolve() in _HELD


def holder_of(project: Path) -> Holder | None:
    """Return who holds the project, None when nobody does or the note cannot be read."""
    try:
        data = json.loads(lock_path(project).read_text(encoding="utf-8"))
        return Holder(
            str(data["user"]),
            str(data["computer"]),
            int(data["process"]),
            datetime.fromisoformat(data["since"]).astimezone(UTC),
            datetime.fromisoformat(data["beat"]).astimezone(UTC),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


class FileLock:
    """Our own note beside a project; made on `take`, renewed by `beat`, removed by `release`."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._path = lock_path(project)
        self._since = datetime.now(UTC)
        self._held = False

    def take(self) -> None:
        """Write the note, or say who holds the project (StudioError of kind `locked`)."""
        holder = holder_of(self._project)
        if holder is not None and not holder.is_gone():
            raise locked(self._project, holder)
        self._path.unlink(missing_ok=True)
        try:
            handle = os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
        except FileExistsError:
            raise locked(self._project, holder_of(self._project)) from None
        self._held = True
        _HELD.add(self._project.resolve())
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(self._note())
        except OSError:  # the disk is full
            self.release()
            raise

    def beat(self) -> None:
        """Say that we are still here (each minute); the next edit tells of a disk that is gone."""
        if self._held:
            with suppress(OSError):
                self._path.write_text(self._note(), encoding="utf-8")

    def release(self) -> None:
        """Remove the note."""
        if self._held:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
            self._held = False
            _HELD.discard(self._project.resolve())

    def _note(self) -> str:
        return json.dumps(
            {
                "user": _user(),
                "computer": socket.gethostname(),
                "process": os.getpid(),
                "since": self._since.isoformat(timespec="seconds"),
                "beat": datetime.now(UTC).isoformat(timespec="seconds"),
            }
        )


def locked(project: Path, holder: Holder | None) -> StudioError:
    """Return the error that names who has the project open."""
    name = f"“{project.name}”"
    if held_here(project):
        said = f"This window has {name} open."
    elif holder is None:
        said = f"Another program has {name} open."
    else:
        since = _moment(holder.since.astimezone())
        said = f"{holder.user} on {holder.computer} has had {name} open since {since}."
    return StudioError(
        said,
        "Close it there first, or open it here to read only.",
        kind="locked",
    )


def _moment(since: datetime) -> str:
    """Return the time of day, with the day in front unless it is today."""
    today = since.date() == datetime.now().astimezone().date()
    return f"{since:%H:%M}" if today else f"{since:%d %B %Y, %H:%M}"


def _alive(process: int) -> bool:
    if sys.platform == "win32":
        return _alive_on_windows(process)
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _alive_on_windows(process: int) -> bool:
    """Ask Windows whether a process runs; `os.kill` would send it Ctrl+C there."""
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]  # Windows only
    handle = kernel.OpenProcess(_SYNCHRONIZE, 0, process)
    if not handle:
        return False
    try:
        return bool(kernel.WaitForSingleObject(handle, 0) == _STILL_RUNS)
    finally:
        kernel.CloseHandle(handle)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "someone"
