# SPDX-License-Identifier: MIT
"""Orders on their way to customers while the window lives on: a line with progress and Cancel."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from persona_studio.core.errors import StudioError
from persona_studio.core.research import Wave
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from persona_studio.workspace.customers import RollingUp


class RollingCard(Card):
    """Hidden until orders are rolled up; `made` carries a People, `ended` fires after the last."""

    made = Signal(object)
    ended = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=12)
        self._bridge = bridge
        self._waiting: deque[str] = deque()
        self._key = ""
        self._rolling: RollingUp | None = None
        self._steps: Iterator[tuple[int, int]] = iter(())
        self._idle = QTimer(self, interval=0)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Making customers of the orders"))
        self.cancel_button = GhostButton(self.tr("Cancel"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(PlainLabel(self.tr("Making customers of the orders"), "strong"))
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel_button)
        self.body.addLayout(row)
        self._idle.timeout.connect(self._step)
        self.cancel_button.clicked.connect(self.stop)
        bridge.closing.connect(self.stop)
        bridge.changed.connect(self._look_again)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether customers are being made."""
        return self._rolling is not None

    def start(self, waves: Iterable[str]) -> None:
        """Make the customers of some waves of orders, all in one step to undo."""
        self._waiting.extend(waves)
        if self._waiting and not self.busy:
            self._key = f"customers:{self._waiting[0]}"
            self.show()
            self._next()

    def stop(self) -> None:
        """Make no more; what was not shown yet is purged when the window is idle."""
        self._waiting.clear()
        if self.busy:
            self._end()

    def _next(self) -> None:
        from persona_studio.workspace.customers import RollingUp

        try:
            self._rolling = RollingUp(self._bridge.workspace, self._waiting.popleft(), self._key)
        except StudioError as error:
            self._failed(error)
            return
        self._steps = self._rolling.steps()
        self._bar.setRange(0, 0)
        self._idle.start()

    def _step(self) -> None:
        try:
            done, total = next(self._steps)
        except StopIteration:
            self._finished()
        except StudioError as error:
            self._failed(error)
        else:
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def _look_again(self) -> None:
        """Make no customers of orders that have left the project."""
        if self._rolling is not None and self._rolling.wave not in self._bridge.snapshot.table(
            Wave
        ):
            self.stop()

    def _finished(self) -> None:
        people = self._rolling.people if self._rolling is not None else None
        self._idle.stop()
        if people is not None:
            self.made.emit(people)
        if self._waiting:
            self._next()
        else:
            self._end()

    def _failed(self, error: StudioError) -> None:
        self._waiting.clear()
        self._end()
        self._bridge.failed.emit(error)

    def _end(self) -> None:
        self._idle.stop()
        if self._rolling is not None:
            self._rolling.leave()
        self._rolling, self._steps = None, iter(())
        self.hide()
        self.ended.emit()
