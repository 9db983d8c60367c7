# SPDX-License-Identifier: MIT
"""The form that makes a claim an open assumption: who thinks so, how and by when it is tested."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QLineEdit, QVBoxLayout, QWidget

from persona_studio.core import clock
from persona_studio.core.persona import Evidence
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.plain_label import PlainLabel

_DAYS = 42


class AssumptionForm(QWidget):
    """`kept(who, how, test_by)` when the button is pressed."""

    kept = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who = QLineEdit()
        self.how = QLineEdit()
        self.by = QDateEdit()
        self.button = GhostButton("")
        self.by.setCalendarPopup(True)
        self.by.setDisplayFormat("d MMM yyyy")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for words, field in (
            (self.tr("Who assumes it"), self.who),
            (self.tr("How we will test it"), self.how),
            (self.tr("Test it by"), self.by),
        ):
            label = PlainLabel(words, "quiet")
            label.setBuddy(field)
            field.setAccessibleName(words)
            column.addWidget(label)
            column.addWidget(field)
        column.addSpacing(6)
        column.addWidget(self.button)
        self.button.clicked.connect(self._keep)

    def show_assumption(self, item: Evidence | None) -> None:
        """Start from what is assumed already."""
        self.who.setText(item.who if item else "")
        self.how.setText(item.how_to_test if item else "")
        day = item.test_by if item and item.test_by else clock.today() + timedelta(days=_DAYS)
        self.by.setDate(QDate(day.year, day.month, day.day))
        self.button.set_text(
            self.tr("Renew the assumption") if item else self.tr("Mark as assumption")
        )

    def _keep(self) -> None:
        day = self.by.date()
        when = date(day.year(), day.month(), day.day())
        self.kept.emit(self.who.text().strip(), self.how.text().strip(), when)
