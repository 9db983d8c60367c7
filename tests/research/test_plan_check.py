# SPDX-License-Identifier: MIT
"""A plan by hand is taken at its word or refused with the path of its fault; never half-read."""

from typing import Any

import pytest

from persona_studio import paths
from persona_studio.core.errors import StudioError
from persona_studio.research.inspecting import inspect
from persona_studio.research.plan import from_json, to_json
from persona_studio.research.plan_check import checked
from tests.shared import IMPORTS, needs_shared

SAMPLES = paths.resources() / "samples"


@pytest.mark.parametrize(
    ("plan", "path"),
    [
        ([], "The plan"),
        ({"skip_row": [3]}, "skip_row"),
        ({"columns": {"2": "leave-out"}}, "columns.2"),
        ({"columns": {"2": {"use": "mask", "why": "x"}}}, "columns.2.why"),
        ({"columns": {"two": "mask"}}, "columns.two"),
        ({"columns": ["mask"]}, "columns"),
        ({"roles": {"1": "name"}}, "roles.1"),
        ({"roles": {"1": {"role": "nps", "sure": "very"}}}, "roles.1.sure"),
        ({"header_rows": "1"}, "header_rows"),
        ({"header_rows": ["1"]}, "header_rows[0]"),
        ({"encoding": 8}, "encoding"),
        ({"error": "x"}, "error"),
    ],
)
def test_a_plan_with_a_fault_is_refused_with_its_path(plan: Any, path: str) -> None:
    with pytest.raises(StudioError) as caught:
        checked(plan)
    assert caught.value.kind == "bad_plan"
    assert caught.value.message.startswith(f"{path} ")


def test_what_a_person_may_write_is_taken() -> None:
    plan = {
        "columns": {"2": "pseudonymise", "3": {"use": "leave_out", "reason": "names"}},
        "roles": {"1": "respondent_id", "4": {"role": "multi_select", "separator": ";"}},
        "skip_rows": [2],
        "decimal": None,
    }
    assert from_json(checked(plan)).use(3) == "leave_out"


def test_a_use_nobody_knows_leaves_the_column_out() -> None:
    assert from_json({"columns": {"1": "hide"}}).use(1) == "leave_out"


def test_what_inspect_prints_is_a_plan() -> None:
    for path in sorted(SAMPLES.glob("*.csv")):
        assert checked(to_json(inspect(str(path))))


@needs_shared
@pytest.mark.parametrize("pattern", ["google_forms*.xlsx", "gen_q*.csv", "hotels*.csv"])
def test_what_inspect_prints_of_real_files_is_a_plan(pattern: str) -> None:
    found = sorted(IMPORTS.glob(pattern))
    assert found
    for path in found:
        assert checked(to_json(inspect(str(path))))
