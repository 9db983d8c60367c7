# SPDX-License-Identifier: MIT
"""The pinned Qt build loses no references; a build that does ends the program after a while."""

import subprocess
import sys

from tests.architecture.sources import ROOT


def test_calls_into_qt_lose_no_reference_to_none() -> None:
    probe = [sys.executable, "-m", "tests.architecture.lost_references"]
    done = subprocess.run(probe, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
