# SPDX-License-Identifier: MIT
"""Jobs for the tests of the child process: good, slow, failing, dying."""

import os
import time
from collections.abc import Callable

from persona_studio.core.errors import StudioError

Report = Callable[[int, int], None]


def double(numbers: list[int], *, report: Report, emit: Callable[[object], None]) -> int:
    """Stream each number doubled and return their sum."""
    for place, number in enumerate(numbers, start=1):
        emit(number * 2)
        report(place, len(numbers))
    return 2 * sum(numbers)


def refuse(*, report: Report) -> None:
    """Raise what a user understands."""
    raise StudioError("No.", "Try yes.", kind="empty")


def stumble(*, report: Report) -> None:
    """Raise what nobody expected, with client text in it."""
    raise ValueError("anna@example.org")


def abort(*, report: Report) -> None:
    """Die as a native library dies."""
    os.abort()


def sleep(*, report: Report) -> None:
    """Say one word and then nothing."""
    report(0, 1)
    time.sleep(600)


def hoard(*, report: Report) -> int:
    """Ask for far too much memory."""
    return len(bytearray(8_000_000_000))


def fill(*, report: Report) -> None:
    """Take more and more memory, and use it."""
    taken = []
    while True:
        taken.append(b"x" * 8_000_000)
        time.sleep(0.002)


def sum_up(count: int, *, report: Report) -> int:
    """Work for a while within bounds."""
    time.sleep(0.3)
    return sum(range(count))
