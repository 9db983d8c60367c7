# SPDX-License-Identifier: MIT
"""What tests of the workspace are given: a project, a reading child, files brought in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from persona_studio.core.child import Child
from persona_studio.workspace.bringing import bring_in, reader
from persona_studio.workspace.importing import Choice, Imported
from persona_studio.workspace.workspace import Workspace
from tests.storage.projects import make

Bring = Callable[..., Imported]


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    """Give one reading child for all tests of a module."""
    with reader() as process:
        yield process


@pytest.fixture
def rested(child: Child) -> Iterator[None]:
    """Let the child's process end with the test; the next one starts its own."""
    yield
    child.stop()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Give a fresh project."""
    opened = make(tmp_path / "a.persona")
    yield opened
    opened.close()


@pytest.fixture
def bring(workspace: Workspace, child: Child, rested: None) -> Bring:
    """Import a file with what is told about it (fields of Choice)."""

    def act(path: Path, **choice: object) -> Imported:
        return bring_in(workspace, child, path, Choice(**choice))  # type: ignore[arg-type]

    return act
