# SPDX-License-Identifier: MIT
"""What has just come in, above the sources: the last import, or customers made of orders."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from persona_studio.core.research import Source, Wave
from persona_studio.evidence.waves import comparisons
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.research.returning import MOST_COMPARED, Returning
from persona_studio.gui.research.rolling_card import RollingCard
from persona_studio.gui.research.summary_card import SummaryCard

if TYPE_CHECKING:
    from persona_studio.workspace.importing import Imported
    from persona_studio.workspace.rolling import People


class News(QWidget):
    """Hidden while there is nothing new.

    `wave_wanted` carries the wave to look at, `recheck_wanted` the one to hold personas against.
    What is news is what Patterns looks at next. It can be undone here while it is the last step.
    """

    wave_wanted = Signal(str)
    groups_wanted = Signal()
    recheck_wanted = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._imported: Imported | None = None
        self._made: People | None = None
        self._step: int | None = None
        self._returning = Returning(bridge, self)
        self.summary = SummaryCard()
        self.rolling = RollingCard(bridge)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 0)
        column.setSpacing(12)
        column.addWidget(self.rolling)
        column.addWidget(self.summary)
        self.hide()
        self._returning.found.connect(self.summary.show_people)
        self.summary.undo_wanted.connect(bridge.undo)
        self.summary.look_wanted.connect(self._look)
        self.summary.groups_wanted.connect(self._find_groups)
        bridge.changed.connect(self._offer_undo)
        self.summary.recheck_wanted.connect(self._recheck)
        self.rolling.made.connect(self._customers_made)
        self.rolling.ended.connect(self.refresh)

    def tell_import(self, imported: "Imported", before: tuple[int, int] | None) -> None:
        """Say what came in; `before` are the people who answered before and those who did not."""
        self._imported, self._made = imported, None
        self._came_in()
        if imported.imported <= MOST_COMPARED:
            self._returning.look(imported.wave)
        elif before is not None:
            self.summary.show_before(*before)

    def take_keyboard(self) -> None:
        """Let the keyboard stand on the next step, not on what takes the last one back."""
        self.summary.look.setFocus(Qt.FocusReason.OtherFocusReason)

    def make_customers(self, waves: list[str]) -> None:
        """Roll orders up into customers, and say what came of it."""
        self.rolling.start(waves)
        self.refresh()

    def refresh(self) -> None:
        """Say what is still true: an import that was taken back is no news."""
        snapshot, imported, made = self._bridge.snapshot, self._imported, self._made
        there, sources = snapshot.table(Wave), snapshot.table(Source)
        told, again = True, self._answered_again()
        if made is not None and made.wave.id in there:
            self.summary.show_customers(made, sources[made.wave.source].name, again=again)
        elif imported is not None and imported.wave in there:
            self.summary.show_import(imported, sources[imported.source].name, again=again)
        else:
            told = False
        self.summary.setVisible(told)
        self.setVisible(told or self.rolling.busy)

    def _came_in(self) -> None:
        self._step = self._bridge.workspace.last_step
        self._bridge.came_in = self._wave
        self._offer_undo()
        self.refresh()

    def _offer_undo(self) -> None:
        """Undo takes back the last step, which is another one once something else was done."""
        self.summary.undo.setVisible(self._bridge.workspace.last_step == self._step)

    def _customers_made(self, people: "People") -> None:
        self._made = people
        self._came_in()
        self.take_keyboard()

    @property
    def _wave(self) -> str:
        """The wave that is new: of people where orders were rolled up, "" for none."""
        imported, there = self._imported, self._bridge.snapshot.table(Wave)
        people = self._made or (imported.people if imported is not None else None)
        if people is not None and people.wave.id in there:
            return people.wave.id
        return imported.wave if imported is not None and imported.wave in there else ""

    def _answered_again(self) -> bool:
        """Tell whether what is new is a later wave that the personas can be held against."""
        snapshot, wave = self._bridge.snapshot, self._wave
        later = bool(wave) and any(each.wave.id == wave for each in comparisons(snapshot))
        return later and bool(snapshot.personas)

    def _find_groups(self) -> None:
        self._bridge.came_in = self._wave
        self.groups_wanted.emit()

    def _look(self) -> None:
        self.wave_wanted.emit(self._wave)

    def _recheck(self) -> None:
        self.recheck_wanted.emit(self._wave)
