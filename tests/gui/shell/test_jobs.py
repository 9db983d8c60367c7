# SPDX-License-Identifier: MIT
"""Jobs run beside the window, stream, fail and stop."""

import time
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from persona_studio.core.errors import StudioError
from persona_studio.gui.jobs import FINDING, READING, Jobs
from tests.gui.shell import working


class Heard:
    def __init__(self) -> None:
        self.results: list[Any] = []
        self.errors: list[StudioError] = []
        self.progress: list[tuple[int, int]] = []
        self.items: list[Any] = []

    @property
    def ended(self) -> bool:
        return bool(self.results or self.errors)

    def note(self, done: int, total: int) -> None:
        self.progress.append((done, total))


@pytest.fixture
def heard() -> Heard:
    return Heard()


def run(jobs: Jobs, heard: Heard, function: Any, *args: Any, child: str = READING) -> Any:
    return jobs.run(
        function,
        args,
        heard.results.append,
        heard.errors.append,
        heard.note,
        heard.items.append,
        child=child,
    )


def test_a_job_in_a_child_streams_items_and_progress_in_order(
    jobs: Jobs, heard: Heard, qtbot: QtBot
) -> None:
    run(jobs, heard, working.count, 300)
    assert jobs.busy
    qtbot.waitUntil(lambda: heard.ended, timeout=20_000)
    assert heard.results == [300]
    assert heard.items == [n * n for n in range(1, 301)]
    assert heard.progress[-1] == (300, 300)
    assert not jobs.busy


def test_errors_of_a_job_come_as_studio_errors_without_its_words(
    jobs: Jobs, heard: Heard, qtbot: QtBot
) -> None:
    run(jobs, heard, working.refuse)
    run(jobs, heard, working.stumble)
    qtbot.waitUntil(lambda: len(heard.errors) == 2, timeout=20_000)
    assert [error.kind for error in heard.errors] == ["empty", "unexpected"]
    assert "maya" not in str(vars(heard.errors[1])).lower()


def test_a_cancelled_job_stops_within_a_second_and_the_next_one_runs(
    jobs: Jobs, heard: Heard, qtbot: QtBot
) -> None:
    handle = run(jobs, heard, working.sleep, 60.0)
    qtbot.waitUntil(lambda: heard.progress == [(0, 1)], timeout=20_000)
    start = time.perf_counter()
    handle.cancel()
    assert time.perf_counter() - start < 1
    run(jobs, heard, working.count, 2)
    qtbot.waitUntil(lambda: heard.ended, timeout=20_000)
    assert heard.results == [2]
    assert not heard.errors


def test_a_waiting_job_can_be_cancelled_before_it_starts(
    jobs: Jobs, heard: Heard, qtbot: QtBot
) -> None:
    run(jobs, heard, working.count, 1)
    run(jobs, heard, working.count, 7).cancel()
    run(jobs, heard, working.count, 3)
    qtbot.waitUntil(lambda: len(heard.results) == 2, timeout=20_000)
    assert heard.results == [1, 3]


def test_the_two_children_work_side_by_side(jobs: Jobs, heard: Heard, qtbot: QtBot) -> None:
    slow = run(jobs, heard, working.sleep, 60.0, child=FINDING)
    run(jobs, heard, working.count, 4, child=READING)
    qtbot.waitUntil(lambda: heard.results == [4], timeout=20_000)
    slow.cancel()


def test_a_thread_reports_and_ends_in_the_windows_thread(
    jobs: Jobs, heard: Heard, qtbot: QtBot
) -> None:
    jobs.run_thread(working.step, (3,), heard.results.append, heard.errors.append, heard.note)
    qtbot.waitUntil(lambda: heard.ended)
    assert heard.results == ["done"]
    assert heard.progress == [(0, 3), (1, 3), (2, 3)]


def test_a_thread_wraps_what_it_did_not_expect(jobs: Jobs, heard: Heard, qtbot: QtBot) -> None:
    jobs.run_thread(working.stumble, (), heard.results.append, heard.errors.append)
    qtbot.waitUntil(lambda: heard.ended)
    assert heard.errors[0].kind == "unexpected"
    assert "maya" not in heard.errors[0].detail.lower()


def test_a_cancelled_thread_says_nothing_more(jobs: Jobs, heard: Heard, qtbot: QtBot) -> None:
    handle = jobs.run_thread(
        working.step, (500,), heard.results.append, heard.errors.append, heard.note
    )
    qtbot.waitUntil(lambda: bool(heard.progress))
    handle.cancel()
    said = len(heard.progress)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert len(heard.progress) == said
    assert not heard.ended


def test_all_jobs_of_a_project_end_with_it(jobs: Jobs, heard: Heard, qtbot: QtBot) -> None:
    run(jobs, heard, working.sleep, 60.0)
    run(jobs, heard, working.count, 3)
    jobs.run_thread(working.step, (300,), heard.results.append, heard.errors.append)
    jobs.cancel_all()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=5000)
    assert not heard.ended


def test_a_warm_child_has_what_reads_files_before_the_first_of_them(
    jobs: Jobs, heard: Heard, qtbot: QtBot
) -> None:
    names = ["persona_studio.research.survey", "chardet", "PySide6", "pandas"]
    jobs.warm_up()
    run(jobs, heard, working.loaded, names)
    qtbot.waitUntil(lambda: heard.ended, timeout=20_000)
    assert heard.results == [names[:2]]
