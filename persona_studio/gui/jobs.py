# SPDX-License-Identifier: MIT
"""Long work beside the window: in a child process that can be killed, or in one thread.

Everything a job says reaches the caller in the window's own thread, a little at a time, so
that drawing and typing go on.
"""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from persona_studio.core.child import READER_MEMORY_MB, Call, Child, Message, prepare
from persona_studio.core.errors import Cancelled, StudioError, unexpected

READING = "reading"
FINDING = "finding"
BROWSING = "browsing"
_TICK_MS = 15
_BUDGET = 0.006

_NEEDED = ("persona_studio.research.survey", "chardet", "phonenumbers", "python_calamine")

Done = Callable[[Any], None]
Failed = Callable[[StudioError], None]
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class _Ears:
    """Who hears what of a job."""

    on_done: Done
    on_error: Failed
    on_progress: Progress | None = None
    on_item: Callable[[Any], None] | None = None


@dataclass(eq=False)
class Handle:
    """One job; after `cancel()` nobody hears of it again."""

    ears: _Ears
    running: bool = True
    call: Call | None = None
    work: tuple[Callable[..., Any], Sequence[Any]] | None = None

    def cancel(self) -> None:
        """Stop the work: at once in a child, at its next report in the thread."""
        if self.running:
            self.running = False
            if self.call is not None:
                self.call.cancel()


class Jobs(QObject):
    """Runs jobs; `busy` tells whether any is under way."""

    busy_changed = Signal(bool)
    _thread_said = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        readers = {name: Child(name, READER_MEMORY_MB) for name in (READING, BROWSING)}
        self._children = {**readers, FINDING: Child(FINDING)}
        self._queues: dict[str, deque[Handle]] = {name: deque() for name in self._children}
        self._threads: set[Handle] = set()
        self._pool = ThreadPoolExecutor(1, "persona-job")
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._thread_said.connect(self._hear_thread, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a job is under way or waits."""
        return bool(self._threads) or any(self._queues.values())

    def run(
        self,
        function: Callable[..., Any],
        args: Sequence[Any],
        on_done: Done,
        on_error: Failed,
        on_progress: Progress | None = None,
        on_item: Callable[[Any], None] | None = None,
        *,
        child: str | None = None,
    ) -> Handle:
        """Run `function(*args)` in a child process; jobs of one child follow each other.

        `child` is READING, FINDING or BROWSING, which turns pages while READING reads; left
        out, jobs of the patterns package go to FINDING, others to READING.
        """
        handle = Handle(_Ears(on_done, on_error, on_progress, on_item), work=(function, args))
        self._queues[child or _child_of(function)].append(handle)
        self._timer.start()
        self.busy_changed.emit(self.busy)
        return handle

    def run_thread(
        self,
        function: Callable[..., Any],
        args: Sequence[Any],
        on_done: Done,
        on_error: Failed,
        on_progress: Progress | None = None,
    ) -> Handle:
        """Run `function(*args, report=...)` in the one thread, for work that frees the lock."""
        handle = Handle(_Ears(on_done, on_error, on_progress))
        self._threads.add(handle)

        def report(done: int, total: int) -> None:
            if not handle.running:
                raise Cancelled
            self._thread_said.emit(handle, Message("progress", (done, total)))

        future = self._pool.submit(function, *args, report=report)
        future.add_done_callback(lambda ended: self._thread_said.emit(handle, _outcome(ended)))
        self.busy_changed.emit(self.busy)
        return handle

    def warm_up(self) -> None:
        """Start the light child, with what reads files, while nobody waits for it."""
        self.run(prepare, [_NEEDED], _nothing, _nothing, child=READING)

    def cancel_all(self) -> None:
        """Cancel every job: the project they work for is being closed."""
        for handle in [*self._threads, *(h for queue in self._queues.values() for h in queue)]:
            handle.cancel()

    def close(self) -> None:
        """Stop everything."""
        self._timer.stop()
        for queue in self._queues.values():
            for handle in queue:
                handle.running = False
            queue.clear()
        for child in self._children.values():
            child.stop()
        for handle in self._threads:
            handle.running = False
        self._threads.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _tick(self) -> None:
        until = perf_counter() + _BUDGET
        for name, queue in self._queues.items():
            self._serve(name, queue, until)
        if not any(self._queues.values()):
            self._timer.stop()

    def _serve(self, name: str, queue: deque[Handle], until: float) -> None:
        """Start the first job of a child or pass on what it says until the tick's time is up."""
        while queue:
            handle = queue[0]
            if not handle.running:
                self._retire(queue)
                continue
            if handle.call is None and handle.work is not None:
                handle.call = self._children[name].call(handle.work[0], *handle.work[1])
            message = handle.call.poll() if handle.call else None
            if message is None:
                return
            if message.kind in ("result", "error"):
                self._retire(queue)
            _pass_on(handle, message)
            if perf_counter() >= until:
                return

    def _retire(self, queue: deque[Handle]) -> None:
        queue.popleft()
        self.busy_changed.emit(self.busy)

    def _hear_thread(self, handle: Handle, message: Message) -> None:
        if message.kind != "progress" and handle in self._threads:
            self._threads.discard(handle)
            self.busy_changed.emit(self.busy)
        _pass_on(handle, message)


def _pass_on(handle: Handle, message: Message) -> None:
    """Tell the ears of a job, unless it was cancelled."""
    if not handle.running:
        return
    if message.kind in ("result", "error"):
        handle.running = False
    ears = handle.ears
    if message.kind == "progress" and ears.on_progress is not None:
        ears.on_progress(*message.value)
    elif message.kind == "item" and ears.on_item is not None:
        ears.on_item(message.value)
    elif message.kind == "result":
        ears.on_done(message.value)
    elif message.kind == "error":
        ears.on_error(message.value)


def _nothing(_outcome: object) -> None:
    """Hear of nothing."""


def _child_of(function: Callable[..., Any]) -> str:
    return FINDING if function.__module__.startswith("persona_studio.patterns") else READING


def _outcome(future: "Future[Any]") -> Message:
    """Return the end of a thread's work as a message."""
    if future.cancelled():
        return Message("error", _stopped())
    error = future.exception()
    if error is None:
        return Message("result", future.result())
    return Message("error", error if isinstance(error, StudioError) else unexpected(error))


def _stopped() -> StudioError:
    return StudioError("This was stopped.", kind="cancelled")
