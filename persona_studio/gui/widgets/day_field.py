# SPDX-License-Identifier: MIT
"""A field for a day, typed as 2026-05-04 or 4.5.2026; a month or year alone takes its first day."""

import re
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from persona_studio.core import clock
from persona_studio.gui.widgets.plain_label import PlainLabel

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_AHEAD = timedelta(weeks=2)


class DayField(QLineEdit):
    """Empty means not known; what is no day changes nothing and is said in `told`.

    Whoever shows the field puts `told` near it. `ahead`: the day asked for is still to come.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, ahead: bool = False) -> None:
        super().__init__(parent)
        self._example = (clock.today() + _AHEAD if ahead else clock.today()).isoformat()
        self.told = PlainLabel("", "wrong", self, wrap=True)
        self.told.hide()
        self.setPlaceholderText(self._example)
        self.editingFinished.connect(self._settle)
        self.textEdited.connect(lambda: self._tell(""))

    @property
    def day(self) -> date | None:
        """The day, None where it is not known."""
        return read_day(self.text())

    def set_day(self, day: date | None) -> None:
        """Show a day."""
        self.setText(day.isoformat() if day else "")
        self._tell("")

    def _settle(self) -> None:
        typed = " ".join(self.text().split())
        if self.day is not None or not typed:
            self.set_day(self.day)
            self.changed.emit()
            return
        words = self.tr("\u201c{0}\u201d is no day that can be read here. Type one like {1}.")
        self._tell(words.format(typed[:40], self._example))
        self.selectAll()

    def _tell(self, words: str) -> None:
        """Say below the field what is wrong, to eyes and ears; "" takes it away."""
        if words == self.told.text():
            return
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.setAccessibleDescription(words)
        if words:
            QAccessible.updateAccessibility(QAccessibleEvent(self.told, QAccessible.Event.Alert))


def read_day(text: str) -> date | None:
    """Return the day a text names, None where it names none."""
    found, dotted = _DAY.fullmatch(text.strip()), _DOTTED.fullmatch(text.strip())
    parts = found.groups() if found else dotted.groups()[::-1] if dotted else ()
    try:
        return date(*(int(part) if part else 1 for part in parts)) if parts else None
    except ValueError:
        return None
