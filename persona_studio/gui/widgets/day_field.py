# SPDX-License-Identifier: MIT
"""A field for a day, typed as 2026-05-04; a month or a year alone takes its first day."""

import re
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class DayField(QLineEdit):
    """Empty means not known; what is no day is marked and counts as not known."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("2026-05-04, or 2026-05"))
        self.editingFinished.connect(self._settle)

    @property
    def day(self) -> date | None:
        """The day, None where it is not known."""
        return read_day(self.text())

    def set_day(self, day: date | None) -> None:
        """Show a day."""
        self.setText(day.isoformat() if day else "")

    def _settle(self) -> None:
        if self.day is not None or not self.text().strip():
            self.set_day(self.day)
            self.setToolTip("")
        else:
            self.setToolTip(self.tr("Type a day like 2026-05-04."))
            self.selectAll()
        self.changed.emit()


def read_day(text: str) -> date | None:
    """Return the day a text names, None where it names none."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
