# SPDX-License-Identifier: MIT
"""Real drags through an X server: the pointer, the button and the keys are xdotool's."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

ORDERS, FOLLOWS = "Orders in the app", "Follows us on Instagram"
QUIET = "A quiet corner for four on Saturday"
BASKET = "The app loses the basket at the last step"


@pytest.mark.x11
def test_claims_and_evidence_are_dragged_with_a_real_pointer(tmp_path: Path) -> None:
    inside, outside = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(outside), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[outside],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(outside)
    try:
        with os.fdopen(inside) as told:
            display = ":" + told.readline().strip()
        done = subprocess.run(
            [sys.executable, "-m", "tests.journeys.board_under_x", str(tmp_path / "x.persona")],
            cwd=ROOT,
            env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            capture_output=True,
            text=True,
            timeout=90,
            check=False,
        )
    finally:
        server.terminate()
        server.wait(10)
    assert done.returncode == 0, done.stderr[-2000:]
    said = {line["drag"]: line for line in map(json.loads, done.stdout.splitlines())}
    moved = said["between personas"]
    assert moved["Commuter Maya channels"] == [FOLLOWS]
    assert moved["Host Ruth goals"] == [QUIET, ORDERS]
    assert moved["step"] == "Move claim"
    copied = said["copy"]
    assert copied["Commuter Maya channels"] == [ORDERS, FOLLOWS]
    assert copied["Host Ruth goals"] == [QUIET, ORDERS]
    assert copied["step"] == "Copy claim"
    cancelled = said["cancelled"]
    assert cancelled["Commuter Maya channels"] == [ORDERS, FOLLOWS]
    assert cancelled["Host Ruth goals"] == [QUIET]
    made = said["evidence on a section"]
    assert made["step"] == "Make claim from data"
    assert len(made["Commuter Maya pains"]) == 2
    assert made["Commuter Maya pains"][0] == BASKET
