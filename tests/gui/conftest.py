# SPDX-License-Identifier: MIT
"""What tests of the window are given: a project, the bridge to it, jobs and the look."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.theme import theme
from persona_studio.workspace.workspace import Workspace
from tests.gui import project


@pytest.fixture
def sample_workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Give an open project with personas, claims and evidence (see tests/gui/project.py)."""
    workspace = project.make(tmp_path / "sample.persona")
    yield workspace
    workspace.close()


@pytest.fixture
def look(qapp: QApplication) -> None:
    """Put the light look on."""
    if theme().mode != "light" or not qapp.styleSheet():
        theme().set_mode("light")


@pytest.fixture
def bridge(look: None, sample_workspace: Workspace) -> Bridge:
    """Give the window's way to the sample project."""
    return Bridge(sample_workspace)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """Give the runner of jobs; its children end with the test."""
    runner = Jobs()
    yield runner
    runner.close()
