# SPDX-License-Identifier: MIT
"""Words of a person are carried from Research over the rail to a claim, by a real pointer."""

import json
from pathlib import Path

import pytest

from tests.journeys.x_server import run


@pytest.mark.x11
def test_an_answer_and_a_passage_reach_a_claim_in_another_room(tmp_path: Path) -> None:
    lines = run("tests.journeys.said_under_x", str(tmp_path / "x.persona"))
    whole, passage = map(json.loads, lines)
    assert whole["room"] == passage["room"] == "personas"
    assert whole["linked"] == [["Let me pay before I arrive.", None]]
    assert ["I have fou", 0] in passage["linked"]
    assert len(passage["linked"]) == 2
