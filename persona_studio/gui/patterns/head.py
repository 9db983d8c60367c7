# SPDX-License-Identifier: MIT
"""The head of the room: which answers, how many groups, and the step that moves on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from persona_studio.core.research import Segmentation, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.patterns.room_switch import GROUPS, RoomSwitch
from persona_studio.gui.patterns.wording import percent, wave_name
from persona_studio.gui.widgets.buttons import PrimaryButton
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.plain_label import PlainLabel

_NARROW = 1000
_LEAST_NAME = 100


class Head(QWidget):
    """`wave_chosen` fires on another wave, `number_chosen` carries how many groups to show."""

    wave_chosen = Signal()
    questions_toggled = Signal()
    number_chosen = Signal(int)
    draft_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = RoomSwitch(GROUPS)
        self.wanted = ""
        self.waves = QComboBox()
        self.facts = PlainLabel(kind="muted", elide=True)
        self.questions_chip = Chip(self.tr("Questions"))
        self.draft_button = PrimaryButton("")
        self._chips = QHBoxLayout()
        self._numbers: list[tuple[Chip, str, str]] = []
        self._build()
        self.waves.activated.connect(lambda _: self.wave_chosen.emit())
        self.questions_chip.clicked.connect(lambda _: self.questions_toggled.emit())
        self.draft_button.clicked.connect(lambda _: self.draft_wanted.emit())

    @property
    def wave(self) -> str | None:
        """The id of the wave that is chosen, None where there is none."""
        chosen = self.waves.currentData()
        return None if chosen is None else str(chosen)

    @property
    def choosing(self) -> bool:
        """Whether the questions are to be seen instead of the answer."""
        return self.questions_chip.isChecked()

    def stop_choosing(self) -> None:
        """Go back from the questions to the answer."""
        self.questions_chip.setChecked(False)

    def show_waves(self, snapshot: Snapshot) -> None:
        """Offer the waves that have people; the wanted one is chosen, else the chosen one stays.

        Orders that were rolled up are not people: their customers are, in a wave of their own.
        """
        wished = (self.wanted, self.wave)
        self.wanted = ""
        self.waves.clear()
        waves = snapshot.table(Wave).values()
        rolled = {wave.derived_from for wave in waves}
        grouped = {found.wave for found in snapshot.table(Segmentation).values()}
        for wave in waves:
            people = wave.id not in rolled or wave.id in grouped
            if wave.n and people and snapshot.questions_of(wave.id):
                self.waves.addItem(wave_name(snapshot, wave), wave.id)
        self.waves.setVisible(self.waves.count() > 1)
        places = [self.waves.findData(wave) for wave in wished if wave]
        self.waves.setCurrentIndex(next((place for place in places if place >= 0), 0))

    def show_facts(self, snapshot: Snapshot, shown: Segmentation | None) -> None:
        """Say in a few words what is looked at."""
        wave = snapshot.table(Wave)[self.wave or ""]
        parts = [self.tr("{n} people").format(n=wave.n)]
        if self.waves.count() == 1:
            parts.insert(0, wave_name(snapshot, wave))
        if shown is not None and shown.k:
            words = self.tr("{n} questions form the groups")
            parts.append(words.format(n=len(shown.questions)))
        self.facts.setText(" · ".join(parts))

    def show_numbers(self, shown: Segmentation | None) -> None:
        """Offer one group less and one more than shown, each with how steady it would be."""
        self.questions_chip.setVisible(shown is not None)
        clear(self._chips)
        self._numbers = []
        if shown is None or not shown.k:
            return
        worst = {offer["k"]: offer["worst_stability"] for offer in shown.offered or ()}
        for k in self._near(shown.k, list(worst)):
            name = self.tr("{k} groups").format(k=k)
            chip = Chip(name, checked=k == shown.k)
            words = self.tr("The least steady of {k} groups keeps {share} of its people")
            chip.setToolTip(words.format(k=k, share=percent(worst[k])))
            chip.clicked.connect(lambda _=False, k=k: self.number_chosen.emit(k))
            self._chips.addWidget(chip)
            self._numbers.append((chip, str(k), name))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the numbers of groups where the room is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for chip, short, name in self._numbers:
            words = short if self.width() < _NARROW else name
            if chip.text() != words:
                chip.set_text(words)
                chip.setAccessibleName(name)

    def allow(self, groups: int, left: int, *, free: bool) -> None:
        """Offer drafts of the groups `left` without a persona; `free` is False while none can be.

        Where all have one the button asks what to do.
        """
        words = {0: self.tr("Draft personas again…"), 1: self.tr("Make 1 draft persona")}
        many = self.tr("Make {n} draft personas").format(n=left)
        self.draft_button.setVisible(groups > 0)
        self.draft_button.set_text(words.get(left, many))
        self.draft_button.setEnabled(free)

    def _near(self, k: int, offered: Sequence[int]) -> list[int]:
        return [n for n in (k - 1, k, k + 1) if n in offered]

    def _build(self) -> None:
        self.waves.setAccessibleName(self.tr("Which answers"))
        self.waves.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.waves.setMinimumWidth(_LEAST_NAME)
        self.questions_chip.setToolTip(self.tr("Choose which questions form groups"))
        self._chips.setSpacing(8)
        policy = QSizePolicy.Policy.Fixed
        self.draft_button.setSizePolicy(policy, policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(PlainLabel(self.tr("Patterns"), "title"))
        row.addWidget(self.switch)
        row.addWidget(self.waves)
        row.addWidget(self.facts, 1)
        row.addWidget(self.questions_chip)
        row.addLayout(self._chips)
        row.addWidget(self.draft_button)
