# SPDX-License-Identifier: MIT
"""The time of one part of the meeting: runs, rests, is given more, and may run over."""

from collections.abc import Callable
from time import monotonic


class Countdown:
    """Counts down from so many seconds; below zero it tells by how much time ran over."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._left = 0.0
        self._since: float | None = None

    @property
    def running(self) -> bool:
        """Whether time goes by."""
        return self._since is not None

    @property
    def left(self) -> int:
        """Whole seconds that are left; negative ones are over time."""
        gone = self._now() - self._since if self._since is not None else 0.0
        return round(self._left - gone)

    def set(self, seconds: int) -> None:
        """Rest at so many seconds."""
        self._left, self._since = float(seconds), None

    def start(self) -> None:
        """Let time go by."""
        if self._since is None:
            self._since = self._now()

    def pause(self) -> None:
        """Rest where it is."""
        if self._since is not None:
            self._left -= self._now() - self._since
            self._since = None

    def add(self, seconds: int) -> None:
        """Give more time, whether it runs or rests."""
        self._left += seconds


def spoken(seconds: int) -> str:
    """Return seconds as 12:05, without a sign; hours stand before."""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
