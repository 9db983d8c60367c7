# SPDX-License-Identifier: MIT
"""The form that makes a claim an open assumption: who thinks so, how and by when it is tested."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from persona_studio.core import clock
from persona_studio.core.persona import Evidence
from persona_studio.evidence.assess import short_date
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.plain_label import PlainLabel

_USUAL = 1


class AssumptionForm(QWidget):
    """`kept(who, how, test_by)` when the button is pressed."""

    kept = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who = QLineEdit()
        self.how = QLineEdit()
        self.by = QComboBox()
        self.button = GhostButton("")
        self._shown: tuple[str, Evidence | None] | None = None
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
        self.by.view().setAccessibleName(self.tr("Test it by"))
        column.addSpacing(6)
        column.addWidget(self.button)
        self.button.clicked.connect(self._keep)

    def show_assumption(self, claim: str, item: Evidence | None) -> None:
        """Start from what is assumed of a claim; else a test within six weeks is proposed.

        What is being filled in for the same claim stays.
        """
        if (claim, item) == self._shown:
            return
        self._shown = (claim, item)
        self.who.setText(item.who if item else "")
        self.how.setText(item.how_to_test if item else "")
        self.by.clear()
        today = clock.today()
        for words, days in (
            (self.tr("In two weeks"), 14),
            (self.tr("In six weeks"), 42),
            (self.tr("In three months"), 91),
            (self.tr("In half a year"), 182),
        ):
            day = today + timedelta(days=days)
            self.by.addItem(f"{words}, {short_date(day, today)}", day)
        self.by.setCurrentIndex(_USUAL)
        if item and item.test_by:
            self.by.insertItem(0, short_date(item.test_by, today), item.test_by)
            self.by.setCurrentIndex(0)
        self.button.set_text(
            self.tr("Renew the assumption") if item else self.tr("Mark as assumption")
        )

    def _keep(self) -> None:
        when = self.by.currentData()
        chosen = when if isinstance(when, date) else None
        self.kept.emit(self.who.text().strip(), self.how.text().strip(), chosen)
