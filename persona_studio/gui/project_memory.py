# SPDX-License-Identifier: MIT
"""What is remembered of each project on this computer and not in the project, by kind.

How somebody looks at a project, or how long the clock of a meeting still runs, is no change of it:
it makes no undo step and travels to nobody. Ids and numbers alone are kept, no words of a client.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from persona_studio import paths
from persona_studio.core.fields import Json

_MOST = 60


def recall(kind: str, project: str) -> dict[str, Json]:
    """Return what was kept of a kind; what cannot be read was never there."""
    found = _stored(kind).get(project)
    return dict(found) if isinstance(found, Mapping) else {}


def keep(kind: str, project: str, values: Mapping[str, Json]) -> None:
    """Keep values of a kind, `{}` for none; a folder that cannot be written to is no error."""
    others = {key: kept for key, kept in _stored(kind).items() if key != project}
    last = dict(list(others.items())[-(_MOST - 1) :])
    target = _place(kind)
    part = target.with_suffix(".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps({**last, project: dict(values)}), encoding="utf-8")
        part.replace(target)
    except OSError:
        part.unlink(missing_ok=True)


def _stored(kind: str) -> dict[str, Json]:
    try:
        found = json.loads(_place(kind).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _place(kind: str) -> Path:
    return paths.home() / f"{kind}.json"
