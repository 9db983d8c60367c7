# SPDX-License-Identifier: MIT
"""The whole import of large surveys against SQLite's own .import of the same file, and memory.

The survey has names, addresses, choices, scales, figures and words; words hold quotes and line
breaks. Rounds are interleaved and the best of each compared. A process is asked for the most
memory it ever had (Linux only; elsewhere these figures are left out).
"""

import csv
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

COLUMNS = 40
ROUNDS = 3
Row = tuple[str, float, float, str]


def run() -> list[Row]:
    """Return the ratio of times, and what the child needs for three sizes and a first look."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        survey = write(folder / "survey.csv", 100_000)
        rounds = [(bare(survey, folder), whole(survey, folder)) for _ in range(ROUNDS)]
        best = min(each for each, _ in rounds), min(taken for _, (taken, _) in rounds)
        peak = max(mb for _, (_, mb) in rounds)
        rows = [("import 100,000 x 40 / .import of SQLite", best[1] / best[0], 4.0, "x")]
        rows.append(("first preview, 100,000 rows of text", preview(survey), 0.3, "s"))
        if peak:
            rows.append(("memory of the import child, 100,000 rows", peak, 150.0, "MB"))
            long = write(folder / "long.csv", 1_000_000)
            _, more = whole(long, folder)
            rows.append(("first preview, 1,000,000 rows of text", preview(long), 0.3, "s"))
            rows.append(("memory of the import child, 1,000,000 rows", more, 150.0, "MB"))
            rows.append(("memory, 1,000,000 rows / 100,000 rows", more / peak, 1.1, "x"))
            book = workbook(folder / "survey.xlsx", 50_000)
            rows.append(("memory, workbook of 50,000 x 40", whole(book, folder)[1], 300.0, "MB"))
            rows.append(("first preview, workbook of 50,000 x 40", preview(book), 0.3, "s"))
    return rows


def bare(path: Path, folder: Path) -> float:
    """Return the seconds SQLite takes by its own shell, else by the same inserts from here."""
    target = folder / "bare.db"
    target.unlink(missing_ok=True)
    start = time.perf_counter()
    if shell := shutil.which("sqlite3"):
        line = f".import '{path}' t"
        subprocess.run([shell, str(target), "-cmd", ".mode csv", line], check=True)
        return time.perf_counter() - start
    connection = sqlite3.connect(target)
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        names = ", ".join(f"c{n} TEXT" for n, _ in enumerate(next(rows)))
        connection.execute(f"CREATE TABLE t ({names})")
        connection.executemany(f"INSERT INTO t VALUES ({', '.join('?' * COLUMNS)})", rows)
    connection.commit()
    connection.close()
    return time.perf_counter() - start


def whole(path: Path, folder: Path) -> tuple[float, float]:
    """Return the seconds of a whole import and the most memory of its child in MB."""
    from persona_studio.workspace.bringing import bring_in, reader
    from persona_studio.workspace.importing import Choice
    from persona_studio.workspace.workspace import Workspace

    target = folder / "bench.persona"
    target.unlink(missing_ok=True)
    start = time.perf_counter()
    workspace = Workspace.create(target, "Bench")
    with reader() as child:
        bring_in(workspace, child, path, Choice("Survey"))
        taken = time.perf_counter() - start
        peak = most_memory(child.pid)
    workspace.close()
    return taken, peak


def preview(path: Path) -> float:
    """Return the seconds until the first rows and their plan are there, in a waiting child."""
    from persona_studio.research.importing import inspect_job
    from persona_studio.research.survey import look_job
    from persona_studio.workspace.bringing import reader

    with reader() as child:
        child.call(inspect_job, []).result(60)
        start = time.perf_counter()
        for message in child.call(look_job, str(path), None).messages(60):
            if message.kind != "progress":
                break
        return time.perf_counter() - start


def most_memory(pid: int | None) -> float:
    """Return the most memory a process ever had in MB, 0 where the system does not tell."""
    if sys.platform != "linux" or pid is None:
        return 0.0
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def write(path: Path, rows: int) -> Path:
    """Write a survey of so many rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table(rows))
    return path


def workbook(path: Path, rows: int) -> Path:
    """Write the same survey as a workbook, with figures as numbers."""
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"strings_to_numbers": True}) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate(table(rows)):
            sheet.write_row(number, 0, cells)
    return path


def table(rows: int) -> Iterator[list[str]]:
    """Yield a heading and rows of 40 cells, the same for each run."""
    rng = random.Random(5)
    likert = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Zustimmung")
    drinks = ("Flat white", "Filter", "Espresso", "Tea", "Kuchen", "Cáfé au lait")
    words = ("queue", "late", "app", "table", "warm", "cake", "beans", "train", "quiet", "price")
    heading = ["Response ID", "Started", "Ended", "Full name", "E-mail", "Country"]
    yield heading + [f"Question {n}" for n in range(COLUMNS - len(heading))]
    block = []
    for n in range(min(rows, 20_000)):
        day = f"2026-{1 + n % 12:02}-{1 + n % 28:02} {n % 24:02}:{n % 60:02}:11"
        row = [
            "",
            day,
            day,
            f"Person {n}",
            f"p{n}@example.org",
            rng.choice(("Chile", "日本", "España")),
        ]
        row += [rng.choice(likert) if rng.random() > 0.06 else "" for _ in range(20)]
        row += ["; ".join(rng.sample(drinks, rng.randrange(4))) for _ in range(4)]
        row += [str(rng.randrange(11)), str(rng.randrange(80)), f"{rng.random() * 1000:.2f}"]
        row += [str(rng.randrange(50)), f"{rng.random():.4f}", str(rng.randrange(100_000))]
        for _ in range(COLUMNS - len(row)):
            said = " ".join(rng.choices(words, k=3 + rng.randrange(14)))
            said += ', "so to say"\nand more' if rng.random() < 0.03 else ""
            row.append(said if rng.random() > 0.5 else "")
        block.append(row)
    for number in range(rows):
        yield [str(1_000_000 + number), *block[number % len(block)][1:]]
