# SPDX-License-Identifier: MIT
"""Where the clock of a meeting stands, so that it is right again when the window was closed.

Kept by moments, not by seconds gone: time goes by while the window is closed, too.
"""

from dataclasses import asdict, dataclass

from persona_studio.core import clock
from persona_studio.core.snapshot import Snapshot
from persona_studio.core.workshop import WorkshopSession
from persona_studio.gui import project_memory

_KIND = "meetings"
RESUMED, ON = 12 * 3600.0, 3600.0
"""How long after its time has run out, or since it rests, a meeting is resumed; is still on."""


@dataclass(frozen=True)
class Meeting:
    """One part of a workshop's agenda: at `moment` (s) so many seconds were left."""

    workshop: str
    item: int
    left: float
    moment: float
    runs: bool

    def left_at(self, now: float) -> float:
        """Return the seconds that are left; negative ones are over time."""
        return self.left - (now - self.moment) if self.runs else self.left

    def since(self, now: float) -> float:
        """Return for how long its time has run out, or it has rested."""
        return -self.left_at(now) if self.runs else now - self.moment


def keep(project: str, meeting: Meeting | None) -> None:
    """Keep where a project's meeting is, None when none is on."""
    project_memory.keep(_KIND, project, asdict(meeting) if meeting else {})


def recall(snapshot: Snapshot, within: float) -> Meeting | None:
    """Return the meeting of a project that is not over for longer than `within` seconds."""
    kept = project_memory.recall(_KIND, snapshot.project.id)
    try:
        found = Meeting(
            str(kept["workshop"]),
            int(str(kept["item"])),
            float(str(kept["left"])),
            float(str(kept["moment"])),
            bool(kept["runs"]),
        )
    except (KeyError, ValueError):
        return None
    there = snapshot.table(WorkshopSession).get(found.workshop)
    if there is None or not 0 <= found.item < len(there.agenda):
        return None
    return found if found.since(now()) < within else None


def who_is_meeting(snapshot: Snapshot) -> str:
    """Return the name of the workshop that is on just now, "" while none is."""
    meeting = recall(snapshot, ON)
    return snapshot.table(WorkshopSession)[meeting.workshop].name if meeting else ""


def now() -> float:
    """Return this moment in seconds."""
    return clock.now().timestamp()
