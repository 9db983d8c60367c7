# SPDX-License-Identifier: MIT
"""The search under way: a line with progress and Cancel, and the job behind it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from persona_studio.core.errors import StudioError
from persona_studio.gui.jobs import Handle, Jobs
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel

Work = tuple[Callable[..., Any], tuple[Any, ...]]
Found = Callable[[Any], None]


class Running(Card):
    """Hidden until a search starts; `ended` fires when it is over, however it ended.

    It may be hidden where another page is in front: the search goes on.
    """

    ended = Signal()
    failed = Signal(object)

    def __init__(self, jobs: Jobs, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=12)
        self._jobs = jobs
        self._handle: Handle | None = None
        self._waiting = False
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        self.cancel_button = GhostButton(self.tr("Cancel"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(PlainLabel(words, "strong"))
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel_button)
        self.body.addLayout(row)
        self.cancel_button.clicked.connect(self.cancel)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether a search is under way."""
        return self._handle is not None or self._waiting

    def start(self, work: Work, found: Found) -> None:
        """Run work in the pattern child; `found` is called with what comes of it."""
        function, arguments = work
        self.wait()
        self._handle = self._jobs.run(
            function,
            arguments,
            on_done=lambda result: self._done(found, result),
            on_error=self._failed,
            on_progress=self._progress,
        )

    def wait(self) -> None:
        """Show that work is about to begin."""
        self._waiting = True
        self._bar.setRange(0, 0)
        self.show()

    def cancel(self) -> None:
        """Stop the search; nothing is kept."""
        if self._handle is not None:
            self._handle.cancel()
        if self.busy:
            self._end()

    def _progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _done(self, found: Found, result: Any) -> None:
        self._end()
        found(result)

    def _failed(self, error: StudioError) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._handle, self._waiting = None, False
        self.hide()
        self.ended.emit()
