# SPDX-License-Identifier: MIT
"""Rows that are passed over are written down with their reasons, and nothing is carried out."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from persona_studio.core.errors import StudioError
from persona_studio.evidence.cells import tame
from persona_studio.research.inspecting import inspect
from persona_studio.research.plan import to_json
from persona_studio.research.rejecting import reject_job
from tests.research.reading import imported, silent, written

ROWS = [["Code", "Said"], *([f"C{n}", f"=cmd {n}" if n == 3 else "-5"] for n in range(12))]


def test_what_is_passed_over_and_what_comes_in_make_the_file(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", ROWS)
    plan = replace(inspect(path), skip_rows=(3, 5, 9), skip_why={"No words": (5, 9)})
    out = tmp_path / "out.csv"
    assert reject_job(path, to_json(plan), str(out), report=silent) == 3
    with out.open(encoding="utf-8-sig", newline="") as file:
        saved = list(csv.reader(file))
    assert saved == [
        ["row", "reason", "Code", "Said"],
        ["3", "left out by you", "C1", "-5"],
        ["5", "No words", "C3", "'=cmd 3"],
        ["9", "No words", "C7", "-5"],
    ]
    result = imported(path, to_json(plan)).result
    assert result.read == result.imported + len(saved) - 1
    assert [(each["row"], each["reason"]) for each in result.skipped] == [
        (int(row), why) for row, why, *_ in saved[1:]
    ]


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", ROWS)
    plan = to_json(replace(inspect(path), skip_rows=(3,)))
    with pytest.raises(StudioError, match="cannot be written"):
        reject_job(path, plan, str(tmp_path / "nowhere" / "out.csv"), report=silent)


@pytest.mark.parametrize(
    ("cell", "shown"), [("=1+1", "'=1+1"), ("@here", "'@here"), ("-5", "-5"), ("a=b", "a=b")]
)
def test_a_formula_is_shown_and_not_carried_out(cell: str, shown: str) -> None:
    assert tame(cell) == shown
