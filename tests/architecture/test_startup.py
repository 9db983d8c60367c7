# SPDX-License-Identifier: MIT
"""The window is painted before any heavy library is loaded."""

import os
import re
import subprocess
import sys

import pytest

from persona_studio.workspace.workspace import Workspace
from tests.architecture.sources import ROOT

NEVER_AT_START = {"pandas", "sklearn", "scipy", "reportlab", "python_calamine", "chardet", "PIL"}
AFTER_PAINT = {"numpy", "sqlalchemy"}
LOADED = re.compile(r"^import time:.*\|\s+([\w.]+)$")


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Return the packages loaded until the window was painted, and until it was ready."""
    folder = tmp_path_factory.mktemp("start")
    project = folder / "start.persona"
    Workspace.create(project, "Start").close()
    window = [sys.executable, "-X", "importtime", "-m", "persona_studio", "--bench-start"]
    done = subprocess.run(
        [*window, str(project)],
        cwd=ROOT,
        env={**os.environ, "PERSONA_STUDIO_HOME": str(folder), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]
    loaded: set[str] = set()
    moments: dict[str, set[str]] = {}
    for line in done.stdout.splitlines():
        if found := LOADED.match(line):
            loaded.add(found.group(1).split(".")[0])
        elif line.startswith(("PAINTED", "READY")):
            moments[line.split()[0]] = set(loaded)
    assert {"PAINTED", "READY"} <= set(moments), done.stdout[-2000:]
    return moments


def test_the_painted_window_has_loaded_qt_and_no_heavy_library(start: dict[str, set[str]]) -> None:
    assert "PySide6" in start["PAINTED"]
    assert start["PAINTED"] & (NEVER_AT_START | AFTER_PAINT) == set()


def test_a_readable_project_has_needed_no_reader_and_no_printer(start: dict[str, set[str]]) -> None:
    assert start["READY"] & NEVER_AT_START == set()
