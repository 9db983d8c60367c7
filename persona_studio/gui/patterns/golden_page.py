# SPDX-License-Identifier: MIT
"""Golden questions of the groups shown: looked for, told with their hit rate, tried, printed."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json
from persona_studio.core.research import Segmentation
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.patterns.points_table import PointsModel
from persona_studio.gui.patterns.running import Running
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace import recognising

_HEAD = 62  # three lines of a group's name

if TYPE_CHECKING:
    from persona_studio.patterns.golden import GoldenRequest


class GoldenPage(QWidget):
    """`print_wanted`: go where the card is printed."""

    print_wanted = Signal()

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._shown: Segmentation | None = None
        self._last: tuple[Json, Sequence[str]] | None = None
        self._names: list[str] = []
        self.model = PointsModel()
        self.table = QTableView()
        self.headline = PlainLabel(kind="name", wrap=True)
        self.detail = PlainLabel(kind="muted", wrap=True)
        self.total = PlainLabel(kind="strong", wrap=True)
        self._groups = QVBoxLayout()
        self._advice = QVBoxLayout()
        self.again = GhostButton(self.tr("Look again with all questions"))
        self.drop = GhostButton(self.tr("Never ask this question"))
        self.card = GhostButton(self.tr("Print the card"))
        words = self.tr("Looking for the questions that tell groups apart")
        self.running = Running(jobs, words)
        self._empty = EmptyState("patterns", "", self.tr("Find golden questions"))
        self._pages = QStackedWidget()
        self._build()
        self._connect()

    def show_answer(self, shown: Segmentation) -> None:
        """Show the golden questions of a grouping, or the way to them."""
        self._shown = shown
        self._names = recognising.names_of(self._bridge.snapshot, shown)
        golden = recognising.golden_of(shown)
        self._pages.setCurrentIndex(0 if golden is None else 1)
        free = not self._bridge.read_only and not self.running.busy
        self._empty.button.setEnabled(free)
        self._empty.say(
            self.tr(
                "Three to five questions that tell on the phone which group somebody is in, "
                "with how often they do."
            ),
            self.tr("Find golden questions"),
        )
        if golden is not None:
            self._show(golden)
        self.again.setEnabled(free)

    def look(self, without: Sequence[str] = ()) -> None:
        """Look for golden questions of the groups shown, some questions never to be asked."""
        if self._shown is None or self.running.busy or self._bridge.read_only:
            return
        try:
            request = recognising.request(self._bridge.workspace, self._shown.id, without)
        except StudioError as error:
            self._bridge.failed.emit(error)
            return
        kept = partial(self._keep, self._shown.id, request)
        self.running.start(recognising.job(request), kept)
        self._empty.button.setEnabled(False)

    def _build(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Golden questions and their points"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(28)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.running)
        whole.addWidget(self._pages, 1)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._told())

    def _told(self) -> QWidget:
        left, right = Card(), Card()
        left.body.addWidget(self.table, 1)
        left.body.addWidget(self.total)
        right.body.addWidget(self.headline)
        right.body.addWidget(self.detail)
        right.body.addLayout(self._advice)
        right.body.addSpacing(8)
        right.body.addWidget(PlainLabel(self.tr("Group by group"), "section"))
        right.body.addLayout(self._groups)
        right.body.addStretch(1)
        for button in (self.card, self.drop, self.again):
            right.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        right.setFixedWidth(380)
        page = QWidget()
        page.setProperty("kind", "clear")
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(left, 1)
        row.addWidget(right)
        return page

    def _connect(self) -> None:
        self._empty.pressed.connect(lambda: self.look())
        self.again.clicked.connect(lambda: self.look())
        self.drop.clicked.connect(self._drop)
        self.card.clicked.connect(self.print_wanted)
        self.table.clicked.connect(self._pick)
        self.table.activated.connect(self._pick_by_key)
        self.model.dataChanged.connect(self._add_up)
        self.running.failed.connect(self._bridge.failed)
        self.running.ended.connect(self._ended)
        self._bridge.closing.connect(self.running.cancel)

    def _show(self, golden: Json) -> None:
        if self._last != (golden, self._names):
            self._last = (golden, list(self._names))
            self.model.show_golden(golden, self._names)
            self._lay_out()
        told = recognising.said(golden, self._names)
        self.headline.setText(told.sentence)
        self.headline.set_kind("name" if golden["accepted"] else "caution")
        self.detail.setText(told.detail)
        clear(self._advice)
        for words in told.advice:
            self._advice.addWidget(PlainLabel(f"·  {words}", "muted", wrap=True))
        clear(self._groups)
        for name, share in zip(self._names, golden["groups"], strict=True):
            words = f"{name}: {recognising.recall_of(share)}"
            self._groups.addWidget(PlainLabel(words, "", wrap=True))
        self.card.setVisible(golden["accepted"])
        self.again.setVisible(bool(golden["without"]))
        self.drop.setEnabled(not self._bridge.read_only)
        self._add_up()

    def _lay_out(self) -> None:
        self.table.clearSpans()
        for row in self.model.heads():
            self.table.setSpan(row, 0, 1, self.model.columnCount())
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        header.setFixedHeight(_HEAD)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, self.model.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, 130 if self.model.columnCount() <= 4 else 96)

    def _pick(self, index: QModelIndex) -> None:
        self.model.pick(index.row())

    def _pick_by_key(self, index: QModelIndex) -> None:
        """Pick by Enter; a style that activates on a click has picked already."""
        hint = self.table.style().StyleHint.SH_ItemView_ActivateItemOnSingleClick
        if not self.table.style().styleHint(hint, None, self.table):
            self.model.pick(index.row())

    def _add_up(self) -> None:
        totals = self.model.totals()
        if not totals:
            self.total.setText(
                self.tr("Pick an answer to each question, as on the phone: the total comes here.")
            )
            return
        said = " · ".join(f"{n} {t}" for n, t in zip(self._names, totals, strict=True))
        first = self._names[totals.index(max(totals))]
        self.total.setText(self.tr("{0}: most points for “{1}”").format(said, first))

    def _drop(self) -> None:
        golden, row = recognising.golden_of(self._shown), self.table.currentIndex().row()
        if golden is None or row < 0:
            self.total.setText(self.tr("Choose the question in the table first."))
            return
        self.look([*golden["without"], self.model.question_at(row)])

    def _keep(self, segmentation: str, request: "GoldenRequest", golden: Json) -> None:
        with self._bridge.edit(self.tr("Find golden questions")):
            recognising.store(self._bridge.workspace, segmentation, request, golden)

    def _ended(self) -> None:
        if self._shown is not None:
            self.show_answer(self._shown)
