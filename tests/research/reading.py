# SPDX-License-Identifier: MIT
"""Runs the jobs of the reading child in the test's own process and collects what they say."""

import csv
import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from persona_studio.research.handed import Handed
from persona_studio.research.importing import ImportResult, Slice, import_job, inspect_job

KEY = b"a key of the project"


@dataclass
class Read:
    """All slices of one import, put together."""

    result: ImportResult
    numbers: list[int] = field(default_factory=list)
    respondents: list[str] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    slices: list[Slice] = field(default_factory=list)


def silent(_done: int, _total: int) -> None:
    """Hear no progress."""


def inspected(where: Handed) -> dict[str, Any]:
    (item,) = inspect_job([where], report=silent)
    return item


def imported(where: Handed, plan: dict[str, Any] | None = None, **changes: Any) -> Read:
    """Import a file by its own plan, or by `plan`, with some keys changed."""
    slices: list[Any] = []
    settled = {**(plan or inspected(where)), **changes}
    result = import_job(where, settled, KEY, report=silent, emit=slices.append)
    read = Read(result, slices=slices)
    for each in slices:
        for number, who, cells in each.rows:
            read.numbers.append(number)
            read.respondents.append(who)
            read.cells.append(json.loads(cells))
    return read


def written(path: Path, rows: list[list[str]], *, encoding: str = "utf-8", **how: Any) -> Path:
    """Write rows as CSV."""
    text = io.StringIO()
    csv.writer(text, **how).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path
