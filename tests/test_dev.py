# SPDX-License-Identifier: MIT
"""dev.py on a bare machine: what it asks of the system, of Python, and of the lock."""

import ast
import importlib.util
import os
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from persona_studio.__main__ import wants_window
from tests.architecture.sources import ROOT


@pytest.fixture
def dev() -> ModuleType:
    """Return dev.py as a module of its own."""
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def on_path(monkeypatch: pytest.MonkeyPatch, dev: ModuleType, *programs: str) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: name if name in programs else None)


def test_the_script_imports_nothing_but_the_standard_library() -> None:
    tree = ast.parse((ROOT / "dev.py").read_text("utf-8"), feature_version=(3, 7))
    named = {alias.name for n in ast.walk(tree) if isinstance(n, ast.Import) for alias in n.names}
    named |= {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    assert {name.split(".")[0] for name in named} <= sys.stdlib_module_names


def test_an_old_python_gets_a_sentence_or_a_newer_python_of_the_machine(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "python_is_new_enough", lambda: False)
    on_path(monkeypatch, dev)
    assert dev.main() == 2
    assert "needs Python 3.11 or newer" in capsys.readouterr().out
    started: list[list[str]] = []
    monkeypatch.setattr(dev.subprocess, "call", lambda command: started.append(command) or 0)
    on_path(monkeypatch, dev, "python3.12", "python3.11")
    assert dev.main() == 0
    assert started[0][:2] == ["python3.12", str(ROOT / "dev.py")]


def test_missing_system_packages_are_one_line_to_copy_for_who_is_not_root(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    on_path(monkeypatch, dev, "apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    assert not dev.install_packages(["libegl1", "libgl1"], "Qt")
    line = "  sudo apt-get install -y --no-install-recommends libegl1 libgl1\n"
    assert line in capsys.readouterr().out


def test_root_gets_missing_system_packages_without_a_question(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[tuple[list[str], str]] = []
    on_path(monkeypatch, dev, "apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(
        dev, "call", lambda line, env, **_: ran.append((line, env["DEBIAN_FRONTEND"])) or 0
    )
    assert dev.install_packages(["libegl1"], "Qt")
    assert [(line[1], frontend) for line, frontend in ran] == [
        ("update", "noninteractive"),
        ("install", "noninteractive"),
    ]
    assert "libegl1" in ran[1][0]


def test_a_line_without_a_known_command_shows_how_to_use_it(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for line, code in ((["dev.py"], 0), (["dev.py", "--help"], 0), (["dev.py", "tset"], 2)):
        monkeypatch.setattr(sys, "argv", line)
        assert dev.main() == code
        assert all(f"dev.py {name}" in capsys.readouterr().out for name in ["run"])


def test_compiled_libraries_are_kept_where_they_may_not_lie_beside_the_sources(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    dev.keep_what_is_compiled()
    assert "PYTHONPYCACHEPREFIX" not in os.environ
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    dev.keep_what_is_compiled()
    assert "PYTHONDONTWRITEBYTECODE" not in os.environ
    assert os.environ.pop("PYTHONPYCACHEPREFIX") == str(dev.VENV / "compiled")


def test_the_set_up_is_done_again_only_when_lock_or_project_changed(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    steps: list[str] = []
    for name in ("make_venv", "install", "ensure_qt"):
        monkeypatch.setattr(dev, name, lambda name=name: steps.append(name))
    for name in ("requirements.lock", "pyproject.toml", "python"):
        (tmp_path / name).write_text("one", "utf-8")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(dev, "PYTHON", tmp_path / "python")
    dev.setup()
    dev.setup()
    assert steps == ["make_venv", "install", "ensure_qt"]
    (tmp_path / "requirements.lock").write_text("two", "utf-8")
    dev.setup()
    assert len(steps) == 6


def test_without_a_screen_the_sample_workshop_is_made_and_its_files_are_named(
    dev: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def demo(command: list[object], **_: object) -> int:
        folder = Path(str(command[-1]))
        (folder / "posters").mkdir(parents=True)
        (folder / "sample.persona").touch()
        (folder / "posters" / "one.pdf").touch()
        return 0

    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "setup", lambda: None)
    monkeypatch.setattr(dev, "has_screen", lambda: False)
    monkeypatch.setattr(dev, "call", demo)
    assert dev.command_run([]) == 0
    said = capsys.readouterr().out
    assert f"project: {Path('demo') / 'sample.persona'}" in said
    assert f"posters: {Path('demo') / 'posters' / 'one.pdf'}" in said
    assert dev.command_run(["mine.persona"]) == 2


def test_every_locked_package_has_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    entries = re.split(r"\n(?=\S)", lock.strip())
    assert len(entries) > 50
    assert [entry for entry in entries if not re.match(r"[\w.-]+==\S+", entry)] == []
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in lock


def test_the_fast_installer_is_taken_from_the_lock_alone(dev: ModuleType) -> None:
    entry = dev.locked("uv")
    assert entry.startswith("uv==")
    assert entry.count("==") == 1
    assert "--hash=sha256:" in entry


@pytest.mark.parametrize(
    ("line", "window"),
    [
        ([], True),
        (["--sample"], True),
        (["autumn.persona"], True),
        (["autumn 2026.persona"], True),
        (["demo", "folder"], False),
        (["exprot", "autumn.persona"], False),
        (["--help"], False),
        (["--version"], False),
    ],
)
def test_the_door_tells_files_from_commands(line: list[str], window: bool) -> None:
    assert wants_window(line) is window


def test_the_two_halves_of_the_tests_are_all_tests_and_no_test_twice(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines: list[list[str]] = []
    monkeypatch.setattr(dev, "call", lambda command: lines.append([*map(str, command)]) or 0)
    monkeypatch.setattr(
        dev, "checked", lambda half: lines.append([*map(str, half[1])]) or ("", 3, 0, "told")
    )
    assert dev.both_halves(["--long"]) == 3, "a failure of either half is one"
    window, others = sorted(lines, key=lambda line: "tests" in line)
    assert [part for part in window if part.startswith("tests")] == list(dev.WINDOW_TESTS)
    assert [part for part in others if part.startswith("--ignore=")] == [
        f"--ignore={part}" for part in dev.WINDOW_TESTS
    ]
    assert all((ROOT / part).is_dir() for part in dev.WINDOW_TESTS)
    assert "--long" in window
    assert "--long" in others
