# SPDX-License-Identifier: MIT
"""The guard of `tests/conftest.py` catches what a test leaves behind."""

import os
import subprocess
import sys
from pathlib import Path

from persona_studio import paths
from tests.shared import needs_shared

ROOT = Path(__file__).resolve().parents[2]
SKIPPED = f'import pytest\n@pytest.mark.skip(reason="{needs_shared.kwargs["reason"]}")\n'


def outcome(folder: Path, body: str, *options: str, **environment: str) -> tuple[int, str]:
    """Run one test under the real conftest; return pytest's exit code and output."""
    (folder / "test_it.py").write_text(body, "utf-8")
    plugin = ["-p", "tests.conftest", "-p", "no:cacheprovider", "-p", "no:randomly", "-q"]
    rules = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder)]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *plugin, *rules, *options, str(folder)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


LEAVES_THINGS = """
import contextlib, multiprocessing, socket, sys, time, types
from PySide6.QtWidgets import QWidget

kept = []

def test_an_open_edit():
    module = types.ModuleType("persona_studio.workspace.fake")
    module.Workspace = type("Workspace", (), {"open_edits": 1})
    sys.modules["persona_studio.workspace.fake"] = module

def test_a_running_job():
    sys.modules.pop("persona_studio.workspace.fake", None)
    kept.append(multiprocessing.get_context("spawn").Process(
        target=time.sleep, args=(30,), daemon=True, name="reader"))
    kept[-1].start()

def test_a_window(qapp):
    kept.append(QWidget(windowTitle="forgotten"))

def test_a_call_home():
    with contextlib.suppress(OSError), socket.socket() as plug:
        plug.connect(("127.0.0.1", 9))
"""


def test_a_test_that_leaves_something_behind_fails(tmp_path: Path) -> None:
    code, output = outcome(tmp_path, LEAVES_THINGS)
    assert code == 1
    assert "4 passed, 4 errors" in output
    assert "left an edit open: 1" in output
    assert "left a process running: reader" in output
    assert "left a window: QWidget 'forgotten'" in output
    assert "tried the network: socket.connect" in output


TIDY = """
def test_tidy():
    pass

@pytest.mark.soak
def test_long():
    pass
"""


def test_long_tests_wait_for_their_option_and_research_files_may_lack_only_here(
    tmp_path: Path,
) -> None:
    body = SKIPPED + "def test_research(): pass\n" + TIDY
    code, output = outcome(tmp_path, body, CI="")
    assert code == 0
    assert "1 passed, 1 skipped, 1 deselected" in output
    code, output = outcome(tmp_path, body, "--long", CI="true")
    assert code == 1
    assert "2 passed, 1 error" in output
    assert "not allowed in CI" in output


def test_each_test_has_a_home_of_its_own_that_nothing_has_written_to(own_home: Path) -> None:
    assert paths.backups() == own_home / "backups"
    assert paths.logs().parent == paths.home() == own_home
    assert not own_home.exists()
