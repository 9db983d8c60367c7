# SPDX-License-Identifier: MIT
"""The form that notes or corrects what changed outside: what, when, touching whom."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from persona_studio.core import clock
from persona_studio.core.reviewing import ChangeEvent
from persona_studio.core.snapshot import Snapshot
from persona_studio.core.words import EVENT_KINDS
from persona_studio.gui.review.event_words import kind_name
from persona_studio.gui.widgets.buttons import GhostButton, PrimaryButton
from persona_studio.gui.widgets.calendar import give_calendar
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.flow_layout import FlowLayout
from persona_studio.gui.widgets.plain_label import PlainLabel


class EventForm(Card):
    """`noted(event)` carries a ChangeEvent (its id is "" where it is new); `cancelled`."""

    noted = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=18)
        self._event = ChangeEvent("")
        self._chips: dict[str, Chip] = {}
        self._title = PlainLabel("", "name")
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Delivery now costs 4 more"))
        self.day = QDateEdit()
        self.day.setDisplayFormat("d MMM yyyy")
        give_calendar(self.day)
        self.kind = QComboBox()
        for kind in EVENT_KINDS:
            self.kind.addItem(kind_name(kind), kind)
        self.save = PrimaryButton("")
        self._stop = GhostButton(self.tr("Cancel"))
        self._touched = QWidget()
        self._row = FlowLayout(self._touched)
        self._build()
        self.text.textChanged.connect(self._allow)
        self.text.returnPressed.connect(self.save.click)
        self.save.clicked.connect(self._note)
        self._stop.clicked.connect(self.cancelled)

    def show_event(self, event: ChangeEvent | None, snapshot: Snapshot) -> None:
        """Start from an event to correct, else from an empty one of today."""
        self._event = event or ChangeEvent("", clock.today())
        correcting = bool(self._event.id)
        words = self.tr("Correct this event") if correcting else self.tr("Note an event")
        self._title.setText(words)
        self.save.set_text(self.tr("Save") if correcting else self.tr("Put claims up for review"))
        self._stop.setVisible(correcting)
        self.text.setText(self._event.text)
        day = self._event.happened_on or clock.today()
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.kind.setCurrentIndex(max(0, self.kind.findData(self._event.kind)))
        self._offer(snapshot)
        self._allow()

    def start(self) -> None:
        """Put the keyboard into the words."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def touches(self) -> tuple[str, ...]:
        """The ids that are ticked; claims named by an earlier hand stay named."""
        ticked = tuple(key for key, chip in self._chips.items() if chip.isChecked())
        others = tuple(key for key in self._event.touches if key not in self._chips)
        return ticked + others

    def _build(self) -> None:
        self.body.addWidget(self._title)
        self._add(self.tr("What happened?"), self.text)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        for place, (words, field) in enumerate(
            ((self.tr("When"), self.day), (self.tr("Kind"), self.kind))
        ):
            label = PlainLabel(words, "quiet")
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            grid.addWidget(label, 0, place)
            grid.addWidget(field, 1, place)
        self.body.addLayout(grid)
        words = self.tr("Whom does it touch? Nothing ticked: every claim of every persona.")
        self.body.addWidget(PlainLabel(words, "quiet", wrap=True))
        self.body.addWidget(self._touched)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self._stop)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def _add(self, words: str, field: QWidget) -> None:
        label = PlainLabel(words, "quiet")
        label.setBuddy(field)
        field.setAccessibleName(words)
        self.body.addWidget(label)
        self.body.addWidget(field)

    def _offer(self, snapshot: Snapshot) -> None:
        """Offer the personas and the sections that have claims, those of the event ticked."""
        clear(self._row)
        self._chips.clear()
        for key, name in _touchable(snapshot):
            chip = Chip(name, checked=key in self._event.touches)
            self._chips[key] = chip
            self._row.addWidget(chip)

    def _allow(self) -> None:
        self.save.setEnabled(bool(self.text.text().strip()))

    def _note(self) -> None:
        found = self.day.date().toPython()
        day = found if isinstance(found, date) else clock.today()
        kind = str(self.kind.currentData())
        self.noted.emit(ChangeEvent(self._event.id, day, kind, self.text.text(), self.touches))


def _touchable(snapshot: Snapshot) -> Sequence[tuple[str, str]]:
    used = {claim.section for p in snapshot.personas for claim in snapshot.claims_of(p.id)}
    sections = [(each.id, each.title) for each in snapshot.sections if each.id in used]
    return [*((each.id, each.name) for each in snapshot.personas), *sections]
