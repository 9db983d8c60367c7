# SPDX-License-Identifier: MIT
"""A child process that runs one job at a time and can be killed at any moment.

Reading a stranger's file and finding groups happen here: an abort, a panic or a runaway
allocation takes the child, never the studio. A job is a module-level function of picklable
values that takes `report(done, total)` and, when it streams, `emit(item)`.
"""

import importlib
import inspect
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from persona_studio.core.errors import Cancelled, StudioError, unexpected

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

READER_MEMORY_MB = 2048
"""Memory of a child that reads strangers' files: its address space, and what it holds."""

_MB = 1024 * 1024
_WATCH_S = 0.1
"""How often the parent looks how much memory a child holds, while it waits for it."""
_OUT_OF_MEMORY = (-6, -9, 0xC0000409)
"""How a process ends that gets no more: aborted, killed by the system, or stopped by Windows."""


class Message(NamedTuple):
    """What a running job says: progress as (done, total), an item, its result, or its error."""

    kind: Literal["progress", "item", "result", "error"]
    value: Any


class Call:
    """One job under way in a child; ends with a `result` or an `error` message."""

    def __init__(self, child: "Child", connection: "Connection") -> None:
        self._child = child
        self._connection = connection
        self.done = False

    def poll(self, timeout: float = 0.0) -> Message | None:
        """Return the next message, waiting at most `timeout` seconds; None when there is none."""
        if self.done:
            return None
        until = time.monotonic() + timeout
        while True:
            if self._child.holds_too_much():
                self.cancel()
                return Message("error", _too_big(self._child.memory_mb))
            left = max(0.0, until - time.monotonic())
            try:
                if self._connection.poll(min(left, _WATCH_S)):
                    message = Message(*self._connection.recv())
                    break
            except (EOFError, OSError):
                message = Message("error", self._child.last_words())
                break
            if left <= _WATCH_S:
                return None
        self.done = message.kind in ("result", "error")
        return message

    def cancel(self) -> None:
        """Stop the job at once by ending its process; no further message comes."""
        self.done = True
        self._child.stop()

    def messages(self, limit: float | None = None) -> Iterator[Message]:
        """Yield messages until the job ends; `limit` bounds the silence in seconds."""
        while not self.done:
            message = self.poll(limit if limit is not None else 3600.0)
            if message is None:
                self.cancel()
                raise StudioError(
                    "Reading this took too long and was stopped.",
                    "The file may be damaged or far larger than it looks. Export it again as CSV.",
                    kind="too_big",
                )
            yield message

    def result(self, limit: float | None = None) -> Any:
        """Wait for the end, passing over progress and items; raise the job's StudioError."""
        for message in self.messages(limit):
            if message.kind == "result":
                return message.value
            if message.kind == "error":
                raise message.value
        raise Cancelled


class Child:
    """A process for jobs, started when first needed and again after it was killed.

    It may take so much memory: it limits itself where the system can, and the parent, whose
    look is all there is on other systems, ends it when it holds more.
    """

    def __init__(
        self, name: str, memory_mb: int | None = None, *, limits_itself: bool = True
    ) -> None:
        self.name = name
        self.memory_mb = memory_mb
        self._own_limit = memory_mb if limits_itself else None
        self._next_look = 0.0
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    @property
    def pid(self) -> int | None:
        """The id of the process, None while there is none."""
        return self._process.pid if self._process is not None else None

    def start(self) -> "Connection":
        """Start the process if it does not run (done early, the first job starts faster)."""
        if self._process is None or not self._process.is_alive() or self._connection is None:
            import multiprocessing  # not needed before the first job

            self.stop()
            context = multiprocessing.get_context("spawn")
            ours, theirs = context.Pipe()
            process = context.Process(
                target=serve,
                args=(theirs, self._own_limit, self.memory_mb),
                name=self.name,
                daemon=True,
            )
            process.start()
            self._process = process
            theirs.close()
            self._connection = ours
        return self._connection

    def call(self, function: Callable[..., Any], *args: Any) -> Call:
        """Run `function(*args, report=..., [emit=...])` in the child."""
        connection = self.start()
        try:
            connection.send((function, args))
        except (BrokenPipeError, ConnectionResetError):
            self.stop()
            connection = self.start()
            connection.send((function, args))
        return Call(self, connection)

    def holds_too_much(self) -> bool:
        """Tell, now and then, whether the process holds more memory than it may."""
        from persona_studio.core.memory import held_by  # not needed before the first job

        now = time.monotonic()
        if self.memory_mb is None or self.pid is None or now < self._next_look:
            return False
        self._next_look = now + _WATCH_S
        return (held_by(self.pid) or 0) > self.memory_mb * _MB

    def last_words(self) -> StudioError:
        """Clear away a process that hung up and return why it did."""
        code = None
        if self._process is not None:
            self._process.join(1)
            code = self._process.exitcode
        self.stop()
        if self.memory_mb is None:  # no stranger's file is read in it
            return _stopped_by_the_system()
        return _too_big(self.memory_mb) if code in _OUT_OF_MEMORY else _died()

    def stop(self) -> None:
        """End the process now, whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._process.join(5)
            self._process.close()
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = None


def prepare(modules: Sequence[str], *, report: Callable[[int, int], None]) -> None:
    """Import modules in the child ahead of the first job that needs them (a job)."""
    for done, name in enumerate(modules, start=1):
        importlib.import_module(name)
        report(done, len(modules))


def serve(connection: "Connection", own_limit_mb: int | None, memory_mb: int | None) -> None:
    """Run jobs from the pipe until it closes, at whichever end (the child's main function)."""
    if own_limit_mb:
        _limit_memory(own_limit_mb)
    if memory_mb:
        _be_silent()
    while True:
        try:
            function, args = connection.recv()
            connection.send(_run(connection, function, args, memory_mb))
        except (EOFError, BrokenPipeError, KeyboardInterrupt):
            return


def _run(
    connection: "Connection",
    function: Callable[..., Any],
    args: tuple[Any, ...],
    memory_mb: int | None,
) -> Message:
    def report(done: int, total: int) -> None:
        connection.send(Message("progress", (done, total)))

    def emit(item: object) -> None:
        connection.send(Message("item", item))

    wanted: dict[str, Any] = {"report": report}
    if "emit" in inspect.signature(function).parameters:
        wanted["emit"] = emit
    try:
        return Message("result", function(*args, **wanted))
    except StudioError as error:
        return Message("error", error)
    except MemoryError:
        return Message("error", _too_big(memory_mb))
    except Exception as error:
        return Message("error", unexpected(error))


def _limit_memory(megabytes: int) -> None:
    if sys.platform == "win32":
        return
    import resource  # not on Windows

    with suppress(ValueError, OSError):  # a system that refuses it leaves it to the parent
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * _MB, megabytes * _MB))


def _be_silent() -> None:
    """Let nothing be printed: what a library says of a file may hold the words of people."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _stopped_by_the_system() -> StudioError:
    return StudioError(
        "This work was cut off in the middle; most likely the memory ran short.",
        "Nothing was changed. Close other programs, or choose fewer questions, and try again.",
        kind="too_big",
    )


def _died() -> StudioError:
    return StudioError(
        "The file made its reader stop.",
        "It is damaged, or made to do harm. Open it in a spreadsheet and save it again as CSV.",
        kind="damaged",
    )


def _too_big(memory_mb: int | None) -> StudioError:
    most = memory_mb or READER_MEMORY_MB
    limit = f"{most / 1024:g} GB" if most >= 1024 else f"{most} MB"
    return StudioError(
        f"This needs more memory than the studio may use for it: {limit}.",
        "Split the file, or export fewer columns.",
        kind="too_big",
    )
