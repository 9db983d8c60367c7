# SPDX-License-Identifier: MIT
"""The calendar that drops down from a date: our colours, our arrows, letters for the days."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QToolButton

from persona_studio.gui.icons import dress
from persona_studio.gui.theme import theme

_SIZE = QSize(288, 236)
_ARROWS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}


class Calendar(QCalendarWidget):
    """A month in the studio's look; weekends are days like others."""

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        self.setMinimumSize(_SIZE)
        for name, icon in _ARROWS.items():
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setIconSize(QSize(16, 16))
                dress(button, icon)
        theme().changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        plain, quiet = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(theme().colour("ink"))
        quiet.setForeground(theme().colour("muted"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, plain)
        self.setHeaderTextFormat(quiet)


def give_calendar(field: QDateEdit) -> None:
    """Let a date be chosen from a calendar in the studio's look."""
    field.setCalendarPopup(True)
    field.setCalendarWidget(Calendar())
