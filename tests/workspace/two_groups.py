# SPDX-License-Identifier: MIT
"""Forty people with private columns: thirty in the group of one persona, ten in the other's."""

import json
from datetime import date
from pathlib import Path

from persona_studio.core import clock
from persona_studio.core.fields import new_id
from persona_studio.core.research import Membership, Question, Segment, Segmentation, Wave
from persona_studio.storage import personas, rows, waves
from persona_studio.workspace.workspace import Workspace

COLUMNS = (
    ("id", "respondent_id", ""),
    ("mail", "pii", ""),
    ("when", "timestamp", ""),
    ("visits", "single_choice", ""),
    ("wish", "free_text", ""),
    ("Bread", "multi_select", "What do you buy?"),
    ("Cake", "multi_select", "What do you buy?"),
)
AGES = (("age", "numeric", ""),)


def _cells(n: int) -> list[str]:
    return [f"id-{n}", "a@b.de", "2026-01-01", f"v{n}", "", "1", "0"]


def make(path: Path, *, ages: bool = False) -> Workspace:
    """Return an open project with the personas `many` and `few`; the few are 50 and older."""
    workspace = Workspace.create(path, "A")
    with workspace.edit("Import") as write:
        source = waves.add_source(write, "Survey")
        wave = Wave("wave", source, date(2026, 5, 4), clock.now(), "a.csv", n=40)
        raw = write.connection.connection.dbapi_connection
        assert raw is not None
        rows.register(raw, "row", wave.id)
        cells = [
            (n, f"P-{n}", json.dumps([*_cells(n), str(n + 20)] if ages else _cells(n)))
            for n in range(1, 41)
        ]
        rows.add_rows(raw, wave.id, cells)
        questions = [
            Question(new_id(), wave.id, name, place, place + 1, name, "", role, group=group)
            for place, (name, role, group) in enumerate((*COLUMNS, *AGES) if ages else COLUMNS)
        ]
        waves.show(write, wave, questions)
        write.add(Segmentation("groups", wave.id, k=2))
        for number, key in enumerate(("many", "few")):
            write.add(Segment(key, "groups", number, key))
            personas.add(write, key, segment=key)
        rows.register(raw, "membership", "groups")
        rows.add_memberships(
            raw, [Membership("groups", n, "many" if n <= 30 else "few") for n in range(1, 41)]
        )
    return workspace
