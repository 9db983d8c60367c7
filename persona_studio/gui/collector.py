# SPDX-License-Identifier: MIT
"""Python's cyclic garbage collector, kept in the window's own thread.

Left to itself it runs in whichever thread happens to allocate, and then destroys dropped widgets
and timers there: Qt allows that in their own thread only, and the program ends sooner or later.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000


class Collector(QObject):
    """Collects once a second what is due, in place of the interpreter's own collecting."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()


def collect_due() -> None:
    """Collect the oldest generation that has passed its threshold, as the interpreter would."""
    due = [
        g
        for g, (n, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if n > most
    ]
    if due:
        gc.collect(due[-1])
