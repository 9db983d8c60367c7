# SPDX-License-Identifier: MIT
"""Rows that are read and not imported, with the reason, to be mended where they come from."""

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from persona_studio.core.errors import StudioError
from persona_studio.evidence.cells import tame
from persona_studio.research.handed import Handed
from persona_studio.research.plan import BY_HAND, Plan, from_json
from persona_studio.research.rows import read


def rejected_rows(where: Handed, plan: Plan) -> Iterator[tuple[int, str, list[str]]]:
    """Yield (row of the file, why, cells as they stand) of every row that is passed over."""
    wanted = frozenset(plan.skip_rows)
    reasons = plan.reasons_to_skip
    for row, cells in read(where, plan):
        if row in wanted:
            yield row, reasons.get(row, BY_HAND), cells


def reject_job(
    where: Handed, plan: Mapping[str, Any], target: str, *, report: Callable[[int, int], None]
) -> int:
    """Write the rejected rows as CSV: row, reason, then the file's columns; return how many."""
    settled = from_json(plan)
    labels = [settled.roles[n].label for n in sorted(settled.roles)]
    count = 0
    try:
        # With a mark, so that a spreadsheet reads the letters right.
        with Path(target).open("w", encoding="utf-8-sig", newline="") as file:
            out = csv.writer(file)
            out.writerow(["row", "reason", *map(tame, labels)])
            for row, why, cells in rejected_rows(where, settled):
                out.writerow([row, why, *map(tame, cells)])
                count += 1
                report(count, len(settled.skip_rows))
    except OSError as error:
        raise StudioError(
            f"“{Path(target).name}” cannot be written.",
            "Choose another folder, or close the program that has it open.",
            type(error).__name__,
            kind="unwritable",
        ) from error
    return count
