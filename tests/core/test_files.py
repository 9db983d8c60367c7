# SPDX-License-Identifier: MIT
"""What the user gets is written whole, or what was there stays; a project is never written over."""

import os
import sys
from pathlib import Path

import pytest

from persona_studio.core.errors import StudioError
from persona_studio.core.files import write_whole


def test_a_file_is_replaced_by_the_whole_new_one(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    for data in (b"first", b"second and longer"):
        write_whole(target, data)
        assert target.read_bytes() == data
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("name", ["none/a.pdf", ".", "n" * 300])
def test_a_place_that_cannot_be_written_is_said_to_the_user(tmp_path: Path, name: str) -> None:
    with pytest.raises(StudioError) as caught:
        write_whole(tmp_path / name, b"x")
    assert caught.value.kind == "unreachable"
    assert caught.value.hint
    assert not list(tmp_path.iterdir())


def test_a_project_is_never_written_over(tmp_path: Path) -> None:
    project = tmp_path / "a.PERSONA"
    project.write_bytes(b"mine")
    with pytest.raises(StudioError, match="name of a project"):
        write_whole(project, b"x")
    assert project.read_bytes() == b"mine"


def test_a_fault_on_the_way_leaves_the_old_file_and_no_half_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "no space left on device")

    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StudioError, match="cannot be written"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such devices")
def test_a_pipe_or_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    write_whole(Path("/dev/null"), b"x")
    assert Path("/dev/null").is_char_device()
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "real.pdf")
    write_whole(tmp_path / "link.pdf", b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"
