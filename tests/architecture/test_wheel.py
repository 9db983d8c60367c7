# SPDX-License-Identifier: MIT
"""The wheel is a whole program: code, resources and licence, and it proves itself."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, modules, short, walk


def run(command: list[str], folder: Path, **environment: str) -> str:
    """Run a command that has to end well and return what it printed."""
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built with the tools of the lock and nothing fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], ROOT)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_every_module_and_resource_and_the_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {short(path) for path in modules()} <= names
    resources = [path.relative_to(ROOT / "resources") for path in walk(ROOT / "resources")]
    assert resources
    assert {f"persona_studio/_resources/{path.as_posix()}" for path in resources} <= names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"persona_studio"}


def test_the_unpacked_wheel_passes_its_self_test_away_from_the_project(
    wheel: Path, tmp_path: Path, own_home: Path
) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    command = [sys.executable, "-m", "persona_studio", "--self-test"]
    said = run(command, tmp_path, PYTHONPATH=str(tmp_path / "site"))
    assert said.startswith("self-test passed")
    where = "from persona_studio import paths; print(paths.resources())"
    found = run([sys.executable, "-c", where], tmp_path, PYTHONPATH=str(tmp_path / "site"))
    assert Path(found.strip()) == tmp_path / "site" / "persona_studio" / "_resources"
    assert not own_home.exists()


@pytest.mark.safety
def test_the_wheel_installed_into_an_empty_environment_passes_its_self_test(
    wheel: Path, tmp_path: Path
) -> None:
    venv.create(tmp_path / "fresh", with_pip=False)
    scripts = tmp_path / "fresh" / ("Scripts" if os.name == "nt" else "bin")
    uv = [sys.executable, "-m", "uv", "--system-certs", "pip", "install", "-q"]
    uv += ["--python", str(scripts / "python")]
    run([*uv, "--require-hashes", "-r", str(ROOT / "requirements.lock")], tmp_path)
    run([*uv, "--no-deps", str(wheel)], tmp_path)
    said = run([str(scripts / "persona-studio"), "--self-test"], tmp_path, PYTHONPATH="")
    assert said.startswith("self-test passed")
