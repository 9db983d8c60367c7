# SPDX-License-Identifier: MIT
"""Jobs for the tests of the job runner; a child process imports them from here."""

import sys
import time
from collections.abc import Callable

from persona_studio.core.errors import StudioError

Report = Callable[[int, int], None]


def count(upto: int, *, report: Report, emit: Callable[[object], None]) -> int:
    for done in range(1, upto + 1):
        emit(done * done)
        report(done, upto)
    return upto


def sleep(seconds: float, *, report: Report) -> None:
    report(0, 1)
    time.sleep(seconds)


def refuse(*, report: Report) -> None:
    raise StudioError("The file is empty.", "Choose another one.", kind="empty")


def stumble(*, report: Report) -> None:
    raise ValueError("Maya Example, maya@example.org")


def step(times: int, *, report: Report) -> str:
    for done in range(times):
        time.sleep(0.01)
        report(done, times)
    return "done"


def loaded(names: list[str], *, report: Callable[[int, int], None]) -> list[str]:
    """Return which modules the child has imported."""
    report(1, 1)
    return [name for name in names if name in sys.modules]
