# SPDX-License-Identifier: MIT
"""The whole import of a large survey against SQLite's own .import of the same file."""

import csv
import random
import resource
import sqlite3
import tempfile
import time
from pathlib import Path

from persona_studio.workspace.bringing import bring_in, reader
from persona_studio.workspace.importing import Choice
from persona_studio.workspace.workspace import Workspace

ROWS, COLUMNS = 100_000, 40


def run() -> list[tuple[str, float, float, str]]:
    """Return (name, value, budget, unit): the ratio of times and the child's peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "survey.csv"
        _write(path)
        bare = min(_bare(path, Path(folder) / f"bare{n}.db") for n in range(2))
        start = time.perf_counter()
        workspace = Workspace.create(Path(folder) / "a.persona", "Bench")
        with reader() as child:
            bring_in(workspace, child, path, Choice("Survey"))
            whole = time.perf_counter() - start
        workspace.close()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [
        ("import 100,000 x 40 / plain rows into SQLite", whole / bare, 4.0, "x"),
        ("memory of the import child", peak, 150.0, "MB"),
    ]


def _bare(path: Path, target: Path) -> float:
    """Return the seconds of what `.import` does: parse, insert as text, commit once."""
    start = time.perf_counter()
    connection = sqlite3.connect(target)
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        names = ", ".join(f"c{n} TEXT" for n, _ in enumerate(next(rows)))
        connection.execute(f"CREATE TABLE t ({names})")
        connection.executemany(f"INSERT INTO t VALUES ({', '.join('?' * COLUMNS)})", rows)
    connection.commit()
    connection.close()
    return time.perf_counter() - start


def _write(path: Path) -> None:
    rng = random.Random(5)
    likert = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")
    drinks = ("Flat white", "Filter", "Espresso", "Tea", "Cake")
    words = ("queue", "late", "app", "table", "warm", "cake", "beans", "train", "quiet", "price")
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["Response ID", "Date", *[f"Question {n}" for n in range(COLUMNS - 2)]])
        for number in range(ROWS):
            row: list[str] = [f"R-{number:06d}", f"2026-05-{number % 28 + 1:02d} 08:00"]
            row += [rng.choice(likert) for _ in range(20)]
            row += ["; ".join(rng.sample(drinks, 2)) for _ in range(6)]
            row += [str(rng.randrange(100)) for _ in range(8)]
            row += [" ".join(rng.choices(words, k=12)) for _ in range(COLUMNS - 36)]
            out.writerow(row)
