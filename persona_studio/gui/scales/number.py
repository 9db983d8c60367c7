# SPDX-License-Identifier: MIT
"""A number typed digit by digit, which a pause ends: 1 and 2 in a row are 12."""

from PySide6.QtCore import QObject, QTimer, Signal

_PAUSE_MS = 900


class NumberTyping(QObject):
    """`typed(number)` after each digit."""

    typed = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._digits = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._end)

    def take(self, digit: str) -> None:
        """Hear a digit."""
        self._digits = (self._digits + digit)[-3:]
        self._pause.start()
        self.typed.emit(int(self._digits))

    def _end(self) -> None:
        self._digits = ""
