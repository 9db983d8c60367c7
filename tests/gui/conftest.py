# SPDX-License-Identifier: MIT
"""What tests of the window are given: a project, the bridge to it, jobs and the look."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.collector import collect_due
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.settings import Settings
from persona_studio.gui.theme import theme
from persona_studio.workspace.workspace import Workspace
from tests.gui import project


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Keep the collector in this thread, as the window does, also while a job's thread runs."""
    gc.disable()
    yield
    collect_due()
    gc.enable()


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
def bridge(look: None, sample_workspace: Workspace) -> Iterator[Bridge]:
    """Give the window's way to the sample project."""
    made = Bridge(sample_workspace)
    yield made
    made.closing.emit()


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """Give the runner of jobs; its children end with the test."""
    runner = Jobs()
    yield runner
    runner.close()


@pytest.fixture
def bare_window(look: None, qapp: QApplication) -> Iterator[MainWindow]:
    """Give a shown main window with no project."""
    made = MainWindow(Settings(mode="light"))
    made.resize(1280, 720)
    made.show()
    qapp.processEvents()
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """Give the closed file of the sample project."""
    workspace = project.make(tmp_path / "spring.persona")
    workspace.close()
    return tmp_path / "spring.persona"


@pytest.fixture
def window(bare_window: MainWindow, project_path: Path) -> MainWindow:
    """Give the main window, open on the sample project."""
    bare_window.open(project_path)
    return bare_window


@pytest.fixture
def mirrored(look: None) -> Iterator[None]:
    """Turn the window over, as for a language that is read from the right."""
    theme().set_direction("right")
    yield
    theme().set_direction("left")
