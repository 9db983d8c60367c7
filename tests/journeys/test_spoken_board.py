# SPDX-License-Identifier: MIT
"""What a real screen reader is told of the board, over the accessibility bus of the desktop."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.journeys.x_server import run

READER = "/usr/bin/python3"
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
CHANNELS = "Commuter Maya: Channels, list, 2 claims"


def missing() -> str:
    """Return what a reading over the bus still needs, "" when all is there."""
    if not shutil.which("dbus-run-session") or not LAUNCHER.exists():
        return "dbus and at-spi2-core are not installed"
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    found = subprocess.run([READER, "-c", probe], capture_output=True, check=False)
    return "python3-gi and gir1.2-atspi-2.0 are not installed" if found.returncode else ""


@pytest.mark.x11
def test_a_screen_reader_reads_the_board_and_hears_where_a_claim_went(tmp_path: Path) -> None:
    if words := missing():
        pytest.skip(words)
    path = str(tmp_path / "x.persona")
    lines = run("tests.journeys.spoken_under_x", path, CHANNELS, READER, str(LAUNCHER), spoken=True)
    board, _ready, ears = map(json.loads, lines)
    assert board["role"] == "list"
    roles, names, words = zip(*board["cards"], strict=True)
    assert set(roles) == {"list item"}
    assert names == ("Orders in the app", "Follows us on Instagram")
    assert words[0].startswith("The data can't tell yet")
    assert words[0].endswith("1 of 2")
    assert words[1].startswith("Assumption, no support yet")
    assert board["buttons"] > 10
    assert board["nameless"] == []
    assert ears["heard"] == ["Moved: Host Ruth: Channels, 1 of 2"]
