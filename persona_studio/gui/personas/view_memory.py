# SPDX-License-Identifier: MIT
"""What each project's views looked like last, kept on this computer and not in the project.

How somebody looks at a project is no change of it: it makes no undo step and travels to nobody.
Ids and numbers alone are kept, no words of a client.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from persona_studio import paths
from persona_studio.core.fields import Json

_MOST = 60


def recall(project: str) -> dict[str, Json]:
    """Return what was kept of a project's views; what cannot be read was never there."""
    found = _stored().get(project)
    return dict(found) if isinstance(found, Mapping) else {}


def keep(project: str, seen: Mapping[str, Json]) -> None:
    """Keep how a project is looked at; a folder that cannot be written to is no error."""
    others = {key: kept for key, kept in _stored().items() if key != project}
    last = dict(list(others.items())[-(_MOST - 1) :])
    target = _place()
    part = target.with_suffix(".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps({**last, project: dict(seen)}), encoding="utf-8")
        part.replace(target)
    except OSError:
        part.unlink(missing_ok=True)


def _stored() -> dict[str, Json]:
    try:
        found = json.loads(_place().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _place() -> Path:
    return paths.home() / "views.json"
