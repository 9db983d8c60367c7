# SPDX-License-Identifier: MIT
"""The views of a stored answer: the groups, what they are worth, by phone, compared."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from persona_studio.core.research import Segmentation
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.palette import Entry
from persona_studio.gui.patterns.compare_page import ComparePage, grouping_name
from persona_studio.gui.patterns.golden_page import GoldenPage
from persona_studio.gui.patterns.heat_page import HeatPage
from persona_studio.gui.patterns.number_page import NumberPage
from persona_studio.gui.patterns.result_view import ResultView
from persona_studio.gui.patterns.value_page import ValuePage
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.chip import Chip
from persona_studio.workspace import valuing

GROUPS, SHARES, NUMBER, VALUE, GOLDEN, COMPARE = range(6)


class Views(QWidget):
    """`kept_chosen` (a grouping's id): show that one; the others lead to other rooms."""

    kept_chosen = Signal(str)
    open_room = Signal(str)
    print_wanted = Signal(str)
    row_wanted = Signal(str, int)
    questions_wanted = Signal()

    def __init__(
        self, bridge: Bridge, jobs: Jobs, result: ResultView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._shown: Segmentation | None = None
        self._all: Sequence[Segmentation] = ()
        self.result = result
        self.shares = HeatPage(bridge)
        self.number = NumberPage(bridge, jobs)
        self.value = ValuePage(bridge)
        self.golden = GoldenPage(bridge, jobs)
        self.compare = ComparePage(bridge)
        self.kept = QComboBox()
        self.chips = [
            Chip(self.tr("Groups"), checked=True),
            Chip(self.tr("All answers")),
            Chip(self.tr("How many")),
            Chip(self.tr("What they are worth")),
            Chip(self.tr("Golden questions")),
            Chip(self.tr("Compare")),
        ]
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def show_answer(self, shown: Segmentation, kept: Sequence[Segmentation]) -> None:
        """Show a grouping in the view in front; `kept` are those of the same people."""
        self._shown, self._all = shown, kept
        self.kept.clear()
        for found in reversed(kept):
            self.kept.addItem(grouping_name(found), found.id)
        self.kept.setCurrentIndex(self.kept.findData(shown.id))
        self.kept.setVisible(len(kept) > 1)
        many = len(self._bridge.snapshot.segments_of(shown.id))
        self.chips[GOLDEN].setEnabled(many > 1)
        self.chips[NUMBER].setEnabled(many > 0 and bool(shown.offered))
        for view in (SHARES, COMPARE):
            self.chips[view].setEnabled(many > 0)
        if not self.chips[self._stack.currentIndex()].isEnabled():
            self.open(GROUPS)
        self._fill()

    def open(self, view: int) -> None:
        """Bring a view to the front."""
        self.chips[view].setChecked(True)
        self._stack.setCurrentIndex(view)
        self._fill()

    def deeds(self) -> Iterator[Entry]:
        """Yield the views and what can be done in the one in front, for Ctrl+K."""
        room = self.tr("Patterns")
        for view, chip in enumerate(self.chips):
            if chip.isVisibleTo(self) and chip.isEnabled():
                yield Entry(chip.accessibleName(), room, "patterns", partial(self.open, view))
        for button in self._stack.findChildren(GhostButton):
            if button.isVisibleTo(self) and button.isEnabled():
                yield Entry(button.accessibleName(), room, "patterns", button.click)

    def make_tiers(self) -> None:
        """Cut the people of the wave shown into value tiers, and show those."""
        if self._shown is None:
            return
        made = ""
        with self._bridge.edit(self.tr("Make value tiers")):
            made = valuing.make_tiers(self._bridge.workspace, self._shown.wave)
        if made:
            self.kept_chosen.emit(made)
            self.open(GROUPS)

    def _build(self) -> None:
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(8)
        for place, chip in enumerate(self.chips):
            group.addButton(chip, place)
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self.kept)
        self.kept.setAccessibleName(self.tr("Which kept groups are shown"))
        self.kept.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for page in (self.result, self.shares, self.number, self.value, self.golden, self.compare):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(row)
        whole.addWidget(self._stack, 1)
        group.idClicked.connect(self.open)

    def _connect(self) -> None:
        self.kept.activated.connect(lambda _: self.kept_chosen.emit(self.kept.currentData()))
        self.number.chosen.connect(self.kept_chosen)
        self.value.tiers_wanted.connect(self.make_tiers)
        self.result.tiers_wanted.connect(self.make_tiers)
        self.value.research_wanted.connect(lambda: self.open_room.emit("research"))
        self.golden.print_wanted.connect(lambda: self.print_wanted.emit("golden_questions"))
        self.compare.row_wanted.connect(self.row_wanted)
        self.compare.questions_wanted.connect(self.questions_wanted)

    def _fill(self) -> None:
        if self._shown is None:
            return
        view = self._stack.currentIndex()
        if view == SHARES:
            self.shares.show_answer(self._shown)
        elif view == NUMBER:
            self.number.show_answer(self._shown, self._all)
        elif view == VALUE:
            self.value.show_answer(self._shown)
        elif view == GOLDEN:
            self.golden.show_answer(self._shown)
        elif view == COMPARE:
            self.compare.show_answer(self._shown)
        else:
            self._show_groups(self._shown)

    def _show_groups(self, shown: Segmentation) -> None:
        workspace = self._bridge.workspace
        self.result.show_answer(workspace.snapshot, shown, read_only=self._bridge.read_only)
        self.result.offer_tiers(offered=valuing.can_be_tiered(workspace, shown.wave))
