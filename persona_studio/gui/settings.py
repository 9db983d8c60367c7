# SPDX-License-Identifier: MIT
"""What the window remembers between two starts: look, size, room and recent projects."""

import json
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from persona_studio import paths

_RECENT = 8


@dataclass(frozen=True)
class Recent:
    """A project that was open; `opened` is an ISO date for people to read.

    `reminded` is the day (ISO) on which its review was last called due.
    """

    path: str
    name: str = ""
    client: str = ""
    opened: str = ""
    reminded: str = ""


@dataclass
class Settings:
    """Choices of this computer's user; every change is written at once."""

    mode: str = "system"
    direction: str = "language"
    room: str = ""
    size: tuple[int, int] = (1360, 860)
    maximised: bool = False
    recent: list[Recent] = field(default_factory=list)

    def keep(self, **values: Any) -> None:
        """Set fields and write the file; a folder that cannot be written to is no error."""
        for name, value in values.items():
            setattr(self, name, value)
        target = settings_path()
        part = target.with_suffix(".part")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")
            part.replace(target)
        except OSError:
            part.unlink(missing_ok=True)

    def remember(self, project: Recent) -> None:
        """Put a project at the head of the recent ones."""
        others = [known for known in self.recent if known.path != project.path]
        if not project.reminded:
            before = next((known for known in self.recent if known.path == project.path), project)
            project = replace(project, reminded=before.reminded)
        self.keep(recent=[project, *others][:_RECENT])

    def may_remind(self, path: str, today: str) -> bool:
        """Tell whether a project's review may be called due today, which is noted."""
        known = next((known for known in self.recent if known.path == path), Recent(path))
        if known.reminded == today:
            return False
        self.remember(replace(known, reminded=today))
        return True

    def forget(self, path: str) -> None:
        """Take a project off the recent ones."""
        self.keep(recent=[known for known in self.recent if known.path != path])


def settings_path() -> Path:
    """Return where the settings lie."""
    return paths.home() / "settings.json"


def load() -> Settings:
    """Return the stored settings; what is missing or makes no sense takes its default."""
    try:
        stored = json.loads(settings_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    found = Settings()
    if not isinstance(stored, dict):
        return found
    for item in fields(Settings):
        value = _checked(item.name, stored.get(item.name))
        if value is not None:
            setattr(found, item.name, value)
    return found


def _checked(name: str, value: Any) -> Any:
    """Return a stored value in its right shape, None where it has none."""
    if name == "size":
        fits = isinstance(value, list) and len(value) == 2
        return tuple(value) if fits and all(type(side) is int for side in value) else None
    if name == "recent":
        return [_recent(item) for item in value if _is_recent(item)] if value else None
    if name == "maximised":
        return value if isinstance(value, bool) else None
    return value if isinstance(value, str) else None


def _is_recent(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("path"), str)


def _recent(item: dict[str, Any]) -> Recent:
    return Recent(**{part.name: str(item.get(part.name, "")) for part in fields(Recent)})
