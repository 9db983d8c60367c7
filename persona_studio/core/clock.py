# SPDX-License-Identifier: MIT
"""The only place that asks what day it is, so that every rule can be run for any day."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

_fixed: date | None = None


def today() -> date:
    """Return the local calendar date, or the date a caller has fixed."""
    return _fixed or datetime.now().astimezone().date()


def now() -> datetime:
    """Return the moment in UTC to the second; on a fixed day, noon of that day."""
    if _fixed:
        return datetime(_fixed.year, _fixed.month, _fixed.day, 12, tzinfo=UTC)
    return datetime.now(UTC).replace(microsecond=0)


@contextmanager
def fixed(day: date) -> Iterator[None]:
    """Pretend that it is `day` inside the block (the `--today` option, tests, demos)."""
    global _fixed  # noqa: PLW0603 - the clock is the one piece of global state, on purpose
    before, _fixed = _fixed, day
    try:
        yield
    finally:
        _fixed = before
