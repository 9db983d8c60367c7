# SPDX-License-Identifier: MIT
"""Made-up surveys as files: people, columns in any order and under any name."""

import csv
import random
from collections.abc import Sequence
from pathlib import Path

from persona_studio.workspace import grouping
from persona_studio.workspace.workspace import Workspace

AGES = ("18-24", "25-34", "35+")
SCALE = ("Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied")
WAYS = ("App", "Shop", "Phone, incl. SMS", "Café", "Post")


def person(number: int, rng: random.Random) -> dict[str, str]:
    """Return one row of the survey by heading."""
    return {
        "Person": f"C-{number:04}",
        "E-mail": f"person{number}@example.org",
        "Age group": rng.choice(AGES),
        "Satisfaction": rng.choice(SCALE),
        "How do you order?": "; ".join(rng.sample(WAYS, rng.randrange(1, 4))),
        "Visits a month": str(rng.randrange(0, 12)),
        "What should we change?": rng.choice(("More tables, please.", "The app is slow today."))
        + f" ({number % 37})",
    }


def people(first: int, last: int, seed: int = 1) -> list[dict[str, str]]:
    """Return rows of people by number, the same for the same seed."""
    rng = random.Random(seed)
    return [person(n, rng) for n in range(first, last)]


def write(path: Path, rows: Sequence[dict[str, str]], names: dict[str, str] | None = None) -> Path:
    """Write rows as a file whose columns stand in the order of `names`, renamed by it."""
    heads = names or {name: name for name in rows[0]}
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(heads.values())
        table.writerows([row[name] for name in heads] for row in rows)
    return path


def grouped(workspace: Workspace, wave: str) -> str:
    """Find two groups in a wave, in this process; return the segmentation's id."""
    request = grouping.request(workspace, wave, k=2, seed=1)
    function, arguments = grouping.job(request)
    result = function(*arguments, report=lambda done, total: None)
    return grouping.store(workspace, request, result)
