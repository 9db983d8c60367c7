# SPDX-License-Identifier: MIT
"""Real drags on the wall through an X server: the pointer, the button and Escape are xdotool's."""

import json
from pathlib import Path

import pytest

from tests.journeys.x_server import run


@pytest.mark.x11
def test_cards_and_evidence_are_dragged_on_the_wall_with_a_real_pointer(tmp_path: Path) -> None:
    lines = run("tests.journeys.wall_under_x", str(tmp_path / "x.persona"))
    said = {line["drag"]: line for line in map(json.loads, lines)}
    assert said["into a group"]["A"] == ["loose", "E1", "E2"]
    assert said["into a group"]["step"] == "Move card"
    assert said["cancelled"]["A"] == ["loose", "E1", "E2"]
    assert said["cancelled"]["free"] == []
    assert said["evidence of the tray"]["A"] == ["loose", "E1", "E2", "Q1"]
    assert said["evidence of the tray"]["step"] == "Put evidence on the wall"
