# SPDX-License-Identifier: MIT
"""A job in a child streams, reports, fails, dies and is killed without harm to us."""

import ctypes
import os
import sys
import time
from collections.abc import Iterator

import pytest

from persona_studio.core import memory
from persona_studio.core.child import Child
from persona_studio.core.errors import StudioError
from persona_studio.core.memory import held_by
from tests.core import jobs


@pytest.fixture
def child() -> Iterator[Child]:
    made = Child("test", 2048)
    yield made
    made.stop()


def test_a_job_streams_items_and_progress_before_its_result(child: Child) -> None:
    found = [(m.kind, m.value) for m in child.call(jobs.double, [1, 2]).messages()]
    assert found == [
        ("item", 2),
        ("progress", (1, 2)),
        ("item", 4),
        ("progress", (2, 2)),
        ("result", 6),
    ]


def test_an_error_of_the_user_crosses_whole(child: Child) -> None:
    with pytest.raises(StudioError) as caught:
        child.call(jobs.refuse).result()
    assert caught.value.as_dict() == {"kind": "empty", "message": "No.", "hint": "Try yes."}


def test_an_unexpected_error_says_where_but_repeats_no_client_text(child: Child) -> None:
    with pytest.raises(StudioError) as caught:
        child.call(jobs.stumble).result()
    assert caught.value.kind == "unexpected"
    assert "ValueError in" in caught.value.detail
    assert "anna" not in f"{caught.value.message} {caught.value.hint} {caught.value.detail}"


def test_a_dying_child_is_an_error_and_the_next_job_has_a_new_one(child: Child) -> None:
    with pytest.raises(StudioError) as caught:
        child.call(jobs.abort).result()
    assert caught.value.kind == "too_big"
    assert child.call(jobs.double, [3]).result() == 6


def test_a_dying_child_that_reads_no_file_blames_none() -> None:
    child = Child("finding")
    with pytest.raises(StudioError, match="cut off in the middle") as caught:
        child.call(jobs.abort).result()
    assert "file" not in caught.value.message + caught.value.hint
    child.stop()


def test_cancel_kills_within_a_second(child: Child) -> None:
    call = child.call(jobs.sleep)
    assert next(iter(call.messages())).kind == "progress"
    start = time.monotonic()
    call.cancel()
    assert time.monotonic() - start < 1
    assert call.poll() is None
    assert child.call(jobs.double, [1]).result() == 2


def test_silence_past_the_limit_is_stopped_with_a_message(child: Child) -> None:
    with pytest.raises(StudioError, match="too long") as caught:
        child.call(jobs.sleep).result(0.5)
    assert caught.value.kind == "too_big"


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_too_much_memory_is_refused_in_the_child(child: Child) -> None:
    with pytest.raises(StudioError, match="memory"):
        child.call(jobs.hoard).result()


def test_the_parent_ends_a_child_that_holds_too_much_where_nothing_else_does() -> None:
    child = Child("test", 150, limits_itself=False)
    with pytest.raises(StudioError, match="150 MB") as caught:
        child.call(jobs.fill).result(60)
    assert caught.value.kind == "too_big"
    assert child.pid is None
    assert child.call(jobs.sum_up, 10).result(60) == 45
    child.stop()


def test_a_child_that_is_polled_now_and_then_is_watched_too() -> None:
    child = Child("test", 150, limits_itself=False)
    call = child.call(jobs.fill)
    end = time.monotonic() + 60
    while (message := call.poll()) is None and time.monotonic() < end:
        time.sleep(0.01)
    assert message is not None
    assert message.value.kind == "too_big"
    assert call.poll() is None
    child.stop()


def test_what_a_process_holds_grows_with_what_it_uses() -> None:
    before = held_by(os.getpid())
    assert before is not None
    much = b"x" * 50_000_000
    after = held_by(os.getpid())
    assert after is not None
    assert after - before > 0.8 * len(much)
    assert held_by(2**22 + 1) is None  # nobody's number


def test_the_places_of_figures_are_those_other_systems_write_to() -> None:
    """From psapi.h and sys/resource.h; nothing of them can be called here."""
    assert (memory._Usage.resident.offset, memory._Usage.footprint.offset) == (64, 72)
    if ctypes.sizeof(ctypes.c_size_t) == 8:
        assert memory._Counters.working_set.offset == 16
        assert (memory._Counters.page_file.offset, ctypes.sizeof(memory._Counters)) == (56, 72)
