# SPDX-License-Identifier: MIT
"""Files made to do harm are refused in a sentence, by a child that stays small and alive."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from persona_studio.core.child import READER_MEMORY_MB, Child
from persona_studio.core.errors import StudioError
from persona_studio.research.importing import import_job, inspect_job
from tests.research import grading
from tests.research.hostile import CASES, Case, workbook
from tests.research.reading import KEY, imported, inspected, written
from tests.shared import needs_shared

MEMORY_MB = 300
SECONDS = 20.0
"""Generous: a slow machine is no fault; a hang is."""
HEAD = ["who", "town", "score"]


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    process = Child("hostile", READER_MEMORY_MB)
    yield process
    process.stop()


@pytest.fixture(autouse=True)
def _rested(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "child" in request.fixturenames:
        request.getfixturevalue("child").stop()


def peak_mb(child: Child) -> float:
    """Return the most memory the child ever had, 0 where the system does not tell."""
    if sys.platform != "linux":
        return 0.0
    status = Path(f"/proc/{child._process.pid}/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_file_is_refused_by_name_of_what_is_wrong(
    case: Case, child: Child, tmp_path: Path
) -> None:
    path = tmp_path / case.name
    case.make(path)
    (item,) = child.call(inspect_job, [str(path)]).result(SECONDS)
    error = item["error"]
    assert (error["kind"], case.said in error["message"]) == (case.kind, True), error
    assert error["hint"].endswith(".")
    assert str(tmp_path) not in json.dumps(error)
    assert peak_mb(child) <= MEMORY_MB


@needs_shared
@pytest.mark.shared
def test_no_hostile_file_of_the_corpus_takes_much_memory(child: Child) -> None:
    for truth in grading.corpus():
        if truth["kind"] == "hostile":
            path = str(grading.path_of(truth))
            (item,) = child.call(inspect_job, [path]).result(SECONDS)
            if not item["error"]:
                child.call(import_job, path, item, KEY).result(SECONDS)
            assert peak_mb(child) <= MEMORY_MB, truth["file"]


def test_a_file_that_kills_its_reader_is_an_error_and_the_next_one_is_read(
    child: Child, tmp_path: Path
) -> None:
    with pytest.raises(StudioError) as caught:
        child.call(leave).result(SECONDS)
    assert caught.value.kind == "damaged"
    path = tmp_path / "fine.xlsx"
    workbook(path)
    (item,) = child.call(inspect_job, [str(path)]).result(SECONDS)
    assert (item["error"], item["data_rows"]) == (None, 6)


def leave(*, report: object) -> None:
    """End as a reader does that a file has broken."""
    os._exit(3)


def test_what_a_reader_prints_goes_nowhere(child: Child, capfd: pytest.CaptureFixture[str]) -> None:
    child.call(shout).result(SECONDS)
    assert capfd.readouterr() == ("", "")


def shout(*, report: object) -> None:
    """Print as a library does that gives up."""
    os.write(1, b"anna@example.org")
    os.write(2, b"anna@example.org")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = written(tmp_path / "secret.csv", [HEAD, ["ann", "Oslo", "4"]])
    path.chmod(0)
    assert inspected(path)["error"]["kind"] == "unreadable"


def test_a_file_that_was_changed_after_the_look_is_not_imported(tmp_path: Path) -> None:
    path = written(tmp_path / "people.csv", [HEAD, *[["ann", "Oslo", "4"]] * 20])
    plan = inspected(path)
    written(path, [["town", "who", "score"], *[["Oslo", "ann", "4"]] * 21])
    with pytest.raises(StudioError) as caught:
        imported(path, plan)
    assert caught.value.kind == "changed"


@pytest.mark.parametrize("what", ["grows", "goes"])
def test_a_file_that_changes_or_goes_while_it_is_read_is_not_imported(
    tmp_path: Path, what: str
) -> None:
    path = written(tmp_path / "people.csv", [HEAD, *[["ann", "Oslo", "4"]] * 2500])
    plan = inspected(path)

    def emit(_slice: object) -> None:
        if what == "grows":
            with path.open("a", encoding="utf-8") as file:
                file.write("bob,Rome,5\n")
        else:
            path.unlink(missing_ok=True)

    with pytest.raises(StudioError) as caught:
        import_job(str(path), plan, KEY, report=lambda _done, _total: None, emit=emit)
    assert caught.value.kind == ("changed" if what == "grows" else "unreadable")


def test_lone_halves_of_letters_and_nuls_come_out_as_text(tmp_path: Path) -> None:
    text = "who,town\r\nann\ud83d,Oslo\r\nbob,Ro\0me\r\n"
    path = tmp_path / "halves.csv"
    path.write_bytes(b"\xff\xfe" + text.encode("utf-16-le", "surrogatepass"))
    plan = inspected(path)
    got = imported(path, plan)
    assert got.cells == [["ann\ufffd", "Oslo"], ["bob", "Rome"]]
    assert got.result.replaced == 1
    causes = {(problem["cause"], problem["row"]) for problem in plan["problems"]}
    assert {("bad_bytes", 2), ("nul", 3)} <= causes
