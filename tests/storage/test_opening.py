# SPDX-License-Identifier: MIT
"""What is no sound project is refused with its own sentence and is never written to."""

import hashlib
import json
import os
import re
import socket
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from persona_studio.core.errors import StudioError
from persona_studio.storage import connecting, opening, personas
from persona_studio.storage.lock import holder_of, lock_path
from persona_studio.workspace.workspace import Workspace
from tests.storage.projects import make


def _text(path: Path) -> None:
    path.write_text("name;age\nAnna;40\n" * 100)


def _empty(path: Path) -> None:
    path.touch()


def _one_byte(path: Path) -> None:
    path.write_bytes(b"S")


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x" * 9000)


def _other_program(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE song (title TEXT)")
    connection.commit()
    connection.close()


def _project(path: Path) -> None:
    make(path).close()


def _newer(path: Path) -> None:
    _project(path)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {opening.SCHEMA_VERSION + 1}")
    connection.close()


def _with(sql: str) -> Callable[[Path], None]:
    def build(path: Path) -> None:
        _project(path)
        connection = sqlite3.connect(path)
        connection.execute(sql)
        connection.commit()
        connection.close()

    return build


def _truncated(share: float) -> Callable[[Path], None]:
    def build(path: Path) -> None:
        _project(path)
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * share)])

    return build


def _last_byte_missing(path: Path) -> None:
    _project(path)
    path.write_bytes(path.read_bytes()[:-1])


def _page_of_noise(path: Path) -> None:
    _project(path)
    data = bytearray(path.read_bytes())
    data[3 * 4096 : 4 * 4096] = hashlib.sha256(b"x").digest() * 128
    path.write_bytes(bytes(data))


FOREIGN = ("foreign_objects", "holds something")
CASES = [
    (_text, "not_a_project", "is not a Persona Studio project"),
    (_empty, "empty", "is empty"),
    (_one_byte, "not_a_project", "is not a Persona Studio project"),
    (_zip, "not_a_project", "is not a Persona Studio project"),
    (_other_program, "foreign", "belongs to another program"),
    (_newer, "newer", "newer Persona Studio"),
    (_truncated(0.5), "damaged", "is damaged"),
    (_truncated(0.9), "damaged", "is damaged"),
    (_last_byte_missing, "damaged", "is damaged"),
    (_page_of_noise, "damaged", "is damaged"),
    (_with("CREATE TRIGGER t AFTER INSERT ON claim BEGIN SELECT 1; END"), "foreign_objects", "tri"),
    (_with("CREATE VIEW v AS SELECT 1"), "foreign_objects", "holds something"),
    (_with("CREATE TABLE extra (x)"), "foreign_objects", "holds something"),
    (_with("DROP TABLE claim"), "damaged", "is damaged"),
    (_with("ALTER TABLE claim DROP COLUMN text"), "damaged", "Parts of it are missing"),
    (_with("PRAGMA user_version = 0"), "damaged", "what version"),
    (_with("ALTER TABLE claim ADD COLUMN x CHECK (length(randomblob(9)) > 0)"), *FOREIGN),
    (_with("ALTER TABLE claim ADD COLUMN x AS (abs(position))"), *FOREIGN),
    (_with("CREATE INDEX i ON claim (abs(position))"), *FOREIGN),
    (_with("CREATE INDEX i ON claim (text) WHERE text LIKE 'x'"), *FOREIGN),
    (_with("DELETE FROM project"), "damaged", "Parts of it are missing"),
    (_with("UPDATE project SET created = 'yesterday'"), "damaged", "cannot be read"),
    (_with("INSERT INTO setting VALUES ('x', '{oops')"), "damaged", "cannot be read"),
    (_with("INSERT INTO theme_item VALUES ('x', 'none', 'none', 1)"), "damaged", "to nothing"),
]


@pytest.mark.parametrize(("build", "kind", "words"), CASES)
@pytest.mark.parametrize("read_only", [False, True])
def test_each_wrong_file_gets_its_own_sentence_and_stays_as_it_is(
    tmp_path: Path, build: Callable[[Path], None], kind: str, words: str, read_only: bool
) -> None:
    path = tmp_path / "a.persona"
    build(path)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    with pytest.raises(StudioError) as caught:
        Workspace.open(path, read_only=read_only)
    assert caught.value.kind == kind
    assert words in caught.value.message
    assert caught.value.hint
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.persona"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match=r"no file .*b\.persona"):
        Workspace.open(tmp_path / "b.persona")


def test_creating_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "a.persona"
    path.write_text("mine")
    with pytest.raises(StudioError, match="already a file"):
        Workspace.create(path, "x")
    assert path.read_text() == "mine"


def _no_space(*_: object) -> str:
    raise OSError(28, "no space left on device")


def _full(*_: object) -> None:
    raise sqlite3.OperationalError("database or disk is full")


@pytest.mark.parametrize(
    ("where", "fault", "kind"),
    [
        ("persona_studio.storage.lock.FileLock._note", _no_space, "unreachable"),
        ("persona_studio.storage.database.Database._make_tables", _full, "not_saved"),
        ("persona_studio.workspace.workspace.journal.begin", _full, "not_saved"),
    ],
)
def test_a_project_that_could_not_be_made_leaves_nothing_behind(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    where: str,
    fault: Callable[..., object],
    kind: str,
) -> None:
    monkeypatch.setattr(where, fault)
    with pytest.raises(StudioError) as caught:
        Workspace.create(tmp_path / "a.persona", "Riverside")
    assert caught.value.kind == kind
    assert list(tmp_path.iterdir()) == []


def test_a_project_open_elsewhere_names_who_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "a.persona"
    make(path).close()
    now = datetime.now(UTC)
    note = {
        "user": "Anna",
        "computer": "LAPTOP-3",
        "process": 4,
        "since": now.isoformat(),
        "beat": now.isoformat(),
    }
    lock_path(path).write_text(json.dumps(note))
    at = f"{now.astimezone():%H:%M}"
    words = f"Anna on LAPTOP-3 has had “a.persona” open since {at}."
    with pytest.raises(StudioError, match=re.escape(words)) as caught:
        Workspace.open(path)
    assert caught.value.kind == "locked"
    reader = Workspace.open(path, read_only=True)
    assert reader.read_only
    with pytest.raises(StudioError, match="read only"), reader.edit("x"):
        pass
    reader.close()
    silent = {**note, "beat": (now - timedelta(minutes=6)).isoformat()}
    lock_path(path).write_text(json.dumps(silent))
    Workspace.open(path).close()
    assert not lock_path(path).exists()


def _note(path: Path, process: int, beat: datetime) -> None:
    """Leave a note as a studio on this computer would."""
    said = {"user": "Ben", "computer": socket.gethostname(), "process": process}
    when = {"since": beat.isoformat(), "beat": beat.isoformat()}
    lock_path(path).write_text(json.dumps({**said, **when}))


def test_a_note_whose_process_number_was_given_out_again_locks_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "a.persona"
    make(path).close()
    now = datetime.now(UTC)
    _note(path, os.getppid(), now)
    with pytest.raises(StudioError, match="Ben on"):
        Workspace.open(path)
    _note(path, os.getppid(), now - timedelta(hours=9))
    Workspace.open(path).close()


def test_a_silent_studio_that_still_has_the_file_is_named_and_keeps_its_note(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.persona"
    make(path).close()
    script = (
        "import sys; from pathlib import Path\n"
        "from persona_studio.workspace.workspace import Workspace\n"
        "w = Workspace.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()\n"
        "w.close()\n"
    )
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=root,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        _note(path, other.pid, datetime.now(UTC) - timedelta(hours=1))
        with pytest.raises(StudioError, match="Ben on") as caught:
            Workspace.open(path)
        assert caught.value.kind == "locked"
        assert holder_of(path) is not None
        other.communicate()


def test_a_file_somebody_writes_to_is_read_only_between_two_edits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.persona"
    make(path).close()
    monkeypatch.setattr(connecting, "_PAUSE", 0)
    _note(path, os.getppid(), datetime.now(UTC))
    journal = path.with_name("a.persona-journal")
    journal.write_bytes(b"an edit under way")
    with pytest.raises(StudioError, match="at this moment"):
        Workspace.open(path, read_only=True)
    journal.write_bytes(b"")
    Workspace.open(path, read_only=True).close()


def _cut_off(path: Path) -> None:
    """Leave a project as a crash in the middle of an edit leaves it."""
    make(path).close()
    script = (
        "import os, signal, sys; from pathlib import Path\n"
        "from persona_studio.workspace.workspace import Workspace\n"
        "from persona_studio.storage import personas\n"
        "w = Workspace.open(Path(sys.argv[1])); c = w.database.connection\n"
        "c.execute('PRAGMA cache_size = 1')\n"
        "with w.edit('Half') as write:\n"
        "    for _ in range(300): personas.add(write, 'p' * 500)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", script, str(path)], cwd=root, check=False)
    assert opening.has_unfinished_edit(path)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not there")
@pytest.mark.parametrize("read_only", [False, True])
def test_an_edit_cut_off_by_a_crash_is_rolled_back_by_whoever_looks_next(
    tmp_path: Path, read_only: bool
) -> None:
    path = tmp_path / "a.persona"
    _cut_off(path)
    workspace = Workspace.open(path, read_only=read_only)
    assert workspace.snapshot.personas == ()
    workspace.close()
    assert not opening.has_unfinished_edit(path)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not there")
def test_a_cut_off_edit_where_nothing_may_be_written_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.persona"
    _cut_off(path)
    monkeypatch.setattr(connecting, "writable", lambda _: False)
    with pytest.raises(StudioError, match="was cut off") as caught:
        Workspace.open(path)
    assert caught.value.kind == "unfinished"
    assert "a.persona-journal" in caught.value.hint


def test_a_lock_of_a_dead_process_on_this_computer_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "a.persona"
    make(path).close()
    done = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    now = datetime.now(UTC).isoformat()
    note = {
        "user": "me",
        "computer": socket.gethostname(),
        "process": int(done.stdout),
        "since": now,
        "beat": now,
    }
    lock_path(path).write_text(json.dumps(note))
    workspace = Workspace.open(path)
    holder = holder_of(path)
    assert holder is not None
    assert holder.process == os.getpid()
    workspace.close()


def test_two_processes_cannot_write_even_without_the_note(tmp_path: Path) -> None:
    path = tmp_path / "a.persona"
    workspace = make(path)
    lock_path(path).unlink()
    script = (
        "import sys; from pathlib import Path\n"
        "from persona_studio.workspace.workspace import Workspace\n"
        "from persona_studio.core.errors import StudioError\n"
        "try: Workspace.open(Path(sys.argv[1]))\n"
        "except StudioError as e: print(e.kind)\n"
    )
    root = Path(__file__).resolve().parents[2]
    said = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        capture_output=True,
        text=True,
        cwd=root,
        check=True,
    )
    assert said.stdout.strip() == "locked"
    with workspace.edit("Add Maya") as write:
        personas.add(write, "Maya")
    reading = script.replace("sys.argv[1]))", "sys.argv[1]), read_only=True).snapshot.personas)")
    seen = subprocess.run(
        [sys.executable, "-c", reading.replace("try: ", "try: print("), str(path)],
        capture_output=True,
        text=True,
        cwd=root,
        check=True,
    )
    assert "Maya" in seen.stdout, "it can still be read while we have it open"
    workspace.close()


def test_opening_the_same_file_twice_in_one_window_is_refused_before_it_is_read(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.persona"
    workspace = make(path)
    with pytest.raises(StudioError, match="This window has"):
        Workspace.open(path, read_only=True)
    workspace.close()


def test_a_project_whose_note_is_gone_is_not_opened_twice_in_one_window_either(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.persona"
    workspace = make(path)
    lock_path(path).unlink()
    (tmp_path / "b.persona").symlink_to(path)
    for name in ("a.persona", "b.persona"):
        with pytest.raises(StudioError, match="This window has"):
            Workspace.open(tmp_path / name, read_only=True)
    workspace.close()
    Workspace.open(path).close()


def test_a_note_of_a_crash_that_names_our_own_number_by_chance_locks_nobody_out(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.persona"
    make(path).close()
    _note(path, os.getpid(), datetime.now(UTC))
    opened = Workspace.open(path)
    assert not opened.read_only
    opened.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_pipe_is_no_project_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.persona")
    with pytest.raises(StudioError, match="cannot be read"):
        Workspace.open(tmp_path / "a.persona")


def test_closing_removes_the_note_and_leaves_one_file(tmp_path: Path) -> None:
    make(tmp_path / "a.persona").close()
    journal = tmp_path / "a.persona-journal"
    assert not lock_path(tmp_path / "a.persona").exists()
    assert not journal.exists() or journal.stat().st_size == 0


def test_first_reading_needs_no_heavy_library(tmp_path: Path) -> None:
    path = tmp_path / "a.persona"
    make(path).close()
    script = (
        "import sys; from pathlib import Path\n"
        "from persona_studio.workspace.workspace import Workspace\n"
        "w = Workspace.open(Path(sys.argv[1])); w.snapshot.personas; w.undo_label; w.close()\n"
        "print([m for m in ('sqlalchemy', 'numpy', 'pandas') if m in sys.modules])\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
        check=True,
    )
    assert said.stdout.strip() == "[]"
