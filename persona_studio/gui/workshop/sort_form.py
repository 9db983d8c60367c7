# SPDX-License-Identifier: MIT
"""Dealing: from which data, and how many cards."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.widgets.buttons import GhostButton, PrimaryButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace import dealing

_CARDS, _LEAST, _MOST = 12, 4, 40


class SortForm(Card):
    """`ready(wave, count)`; twelve cards take about ten minutes."""

    ready = Signal(str, int)
    cancelled = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=22)
        self._bridge = bridge
        self.wave = QComboBox()
        self.count = QSpinBox()
        self.count.setRange(_LEAST, _MOST)
        self.button = PrimaryButton(self.tr("Deal"), "users")
        self.stop = GhostButton(self.tr("Cancel"))
        self.body.addWidget(PlainLabel(self.tr("Deal real people as cards"), "name"))
        words = self.tr(
            "Each card shows what one person answered: no names, ids, dates or columns of personal "
            "data. Twelve cards take about ten minutes."
        )
        self.body.addWidget(PlainLabel(words, "muted", wrap=True))
        for title, field in (
            (self.tr("From which data"), self.wave),
            (self.tr("How many cards"), self.count),
        ):
            label = PlainLabel(title, "quiet")
            label.setBuddy(field)
            field.setAccessibleName(title)
            field.setMaximumWidth(420)
            self.body.addWidget(label)
            self.body.addWidget(field)
        foot = QHBoxLayout()
        foot.addWidget(self.button)
        foot.addWidget(self.stop)
        foot.addStretch(1)
        self.count.lineEdit().setAccessibleName(self.tr("How many cards"))
        self.body.addSpacing(8)
        self.body.addLayout(foot)
        self.body.addStretch(1)
        self.button.clicked.connect(self._deal)
        self.stop.clicked.connect(self.cancelled)

    def start(self) -> None:
        """Offer the newest data and twelve cards."""
        snapshot = self._bridge.snapshot
        self.wave.clear()
        for wave in dealing.waves_to_deal(snapshot):
            self.wave.addItem(f"{snapshot.source_of(wave.id).name} ({wave.n})", wave.id)
        self.count.setValue(_CARDS)
        self.button.setFocus()

    def _deal(self) -> None:
        self.ready.emit(str(self.wave.currentData()), self.count.value())
