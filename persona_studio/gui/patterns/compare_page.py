# SPDX-License-Identifier: MIT
"""Two kept groupings side by side: who moved where, and personas that may follow their people."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from persona_studio.core.errors import StudioError
from persona_studio.core.research import Segmentation
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.gui.widgets.plain_label import PlainLabel, plain_tip
from persona_studio.workspace import moving
from persona_studio.workspace.recognising import names_of

_HEAD = 62  # three lines of a group's name
_ROW = Qt.ItemDataRole.UserRole


class ComparePage(QWidget):
    """`row_wanted` (wave, row): show somebody in Research; `questions_wanted`: look again."""

    row_wanted = Signal(str, int)
    questions_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._shown: Segmentation | None = None
        self._found: moving.Compared | None = None
        self.other = QComboBox()
        self.headline = PlainLabel(kind="name", wrap=True)
        self.table = QTableWidget()
        self.who = PlainLabel(kind="strong", wrap=True)
        self.people = QListWidget()
        self._moves = QVBoxLayout()
        self._boxes: list[tuple[QCheckBox, str]] = []
        self.follow = GhostButton("")
        self._empty = EmptyState("patterns", "", self.tr("Choose questions"))
        self._pages = QStackedWidget()
        self._build()
        self._connect()

    def show_answer(self, shown: Segmentation) -> None:
        """Hold the grouping shown against another that is kept, at first the newest."""
        before, self._shown = self.other.currentData(), shown
        others = moving.comparable(self._bridge.workspace, shown.id)
        self._pages.setCurrentIndex(1 if others and self._segments(shown) else 0)
        self._empty.say(
            self.tr(
                "Here two groupings of the same people are compared: who moved, and which personas "
                "may follow. So far only one is kept; look again with other questions."
            ),
            self.tr("Choose questions"),
        )
        self.other.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.other.clear()
        for found in others:
            self.other.addItem(grouping_name(found), found.id)
        self.other.setCurrentIndex(max(0, self.other.findData(before)))
        self.other.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._compare()

    def _segments(self, shown: Segmentation) -> bool:
        return bool(self._bridge.snapshot.segments_of(shown.id))

    def _build(self) -> None:
        self.other.setAccessibleName(self.tr("The grouping it is compared with"))
        self.table.setAccessibleName(self.tr("Who moved from which group to which"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.people.setAccessibleName(self.tr("People in this cell; Enter shows their answers"))
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("People of"), "muted"))
        head.addWidget(self.other)
        head.addWidget(PlainLabel(self.tr("(rows) in the groups shown (columns)"), "muted"), 1)
        left, right = Card(), Card()
        left.body.addLayout(head)
        left.body.addWidget(self.headline)
        left.body.addWidget(self.table, 1)
        right.setFixedWidth(360)
        right.body.addWidget(self.who)
        right.body.addWidget(self.people, 1)
        right.body.addWidget(PlainLabel(self.tr("Personas that may follow"), "section"))
        right.body.addLayout(self._moves)
        right.body.addWidget(self.follow, 0, Qt.AlignmentFlag.AlignLeft)
        page = QWidget()
        page.setProperty("kind", "clear")
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(left, 1)
        row.addWidget(right)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        self.other.activated.connect(lambda _: self._compare())
        self.table.currentCellChanged.connect(lambda *_: self._show_people())
        self.people.itemActivated.connect(self._go)
        self.follow.clicked.connect(self._follow)
        self._empty.pressed.connect(self.questions_wanted)

    def _compare(self) -> None:
        """Compare the chosen grouping (from) with the one shown (to)."""
        other, self._found = self.other.currentData(), None
        if other is None or self._shown is None or not self._segments(self._shown):
            return
        try:
            self._found = moving.compare(self._bridge.workspace, other, self._shown.id)
        except StudioError as error:
            self._bridge.failed.emit(error)
            return
        self.headline.setText(self._found.sentence)
        self._fill(self._found)
        self._show_moves(self._found)
        self._show_people()

    def _fill(self, found: moving.Compared) -> None:
        table, snapshot = self.table, self._bridge.snapshot
        rows, columns = names_of(snapshot, found.one), names_of(snapshot, found.two)
        table.clear()
        table.setRowCount(len(rows))
        table.setColumnCount(len(columns))
        table.setVerticalHeaderLabels(rows)
        table.setHorizontalHeaderLabels(columns)
        table.verticalHeader().setMaximumWidth(220)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        header.setFixedHeight(_HEAD)
        table.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        table.verticalHeader().setDefaultSectionSize(46)
        for r, row in enumerate(found.rows):
            whole = sum(len(found.people(row.id, column.id)) for column in found.columns)
            for c, column in enumerate(found.columns):
                n = len(found.people(row.id, column.id))
                item = QTableWidgetItem(f"{n}  ({round(100 * n / max(1, whole))} %)" if n else "-")
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                told = self.tr("{n} of {whole} people of “{one}” are in “{two}”").format(
                    n=n, whole=whole, one=rows[r], two=columns[c]
                )
                item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
                item.setToolTip(plain_tip(told))
                bold = item.font()
                bold.setBold(found.moved.pairs.get(column.id) == row.id)
                item.setFont(bold)
                table.setItem(r, c, item)
        table.setCurrentCell(*_most_moved(found))

    def _show_people(self) -> None:
        found, r, c = self._found, self.table.currentRow(), self.table.currentColumn()
        self.people.clear()
        if found is None or r < 0 or c < 0:
            self.who.setText("")
            return
        row, column = found.rows[r], found.columns[c]
        people = found.people(row.id, column.id)
        self.who.setText(
            self.tr("From “{one}” to “{two}”: {n}").format(
                n=len(people), one=row.name, two=column.name
            )
        )
        workspace = self._bridge.workspace
        for person in people:
            number = moving.row_of(workspace, found, person)
            code = workspace.data.respondent(found.one.wave, number)
            said = self.tr("row {0}").format(number)
            item = QListWidgetItem(said if code in ("", str(number)) else f"{code} · {said}")
            item.setData(_ROW, number)
            self.people.addItem(item)

    def _show_moves(self, found: moving.Compared) -> None:
        clear(self._moves)
        self._boxes = []
        for move in found.moves:
            words = self.tr("{name}, {k} of {n} people\nto {to}").format(
                name=move.persona.name, to=move.to.name, k=move.shared, n=move.people
            )
            box = QCheckBox(words.replace("&", "&&"))
            box.setAccessibleName(words)
            box.setToolTip(plain_tip(words))
            box.setChecked(True)
            box.toggled.connect(self._count)
            self._boxes.append((box, move.persona.id))
            self._moves.addWidget(box)
        if not found.moves:
            words = self.tr("No persona stands for a group of the other grouping.")
            self._moves.addWidget(PlainLabel(words, "quiet", wrap=True))
        self._count()

    def _count(self) -> None:
        many = sum(box.isChecked() for box, _ in self._boxes)
        self.follow.setVisible(bool(self._boxes))
        self.follow.setEnabled(many > 0 and not self._bridge.read_only)
        one = self.tr("Move 1 persona here")
        self.follow.set_text(one if many == 1 else self.tr("Move {0} personas here").format(many))

    def _follow(self) -> None:
        found, chosen = self._found, {key for box, key in self._boxes if box.isChecked()}
        if found is None:
            return
        with self._bridge.edit(self.tr("Move personas to other groups")):
            moving.move_personas(self._bridge.workspace, found.one.id, found.two.id, chosen)
        if self._shown is not None:
            self.show_answer(self._shown)

    def _go(self, item: QListWidgetItem) -> None:
        if self._found is not None:
            self.row_wanted.emit(self._found.one.wave, int(item.data(_ROW)))


def _most_moved(found: moving.Compared) -> tuple[int, int]:
    """Return the cell of the most people who moved; of those who stayed where nobody did."""
    return max(
        ((r, c) for r in range(len(found.rows)) for c in range(len(found.columns))),
        key=lambda cell: _weight(found, *cell),
    )


def _weight(found: moving.Compared, r: int, c: int) -> tuple[bool, int]:
    row, column = found.rows[r].id, found.columns[c].id
    n = len(found.people(row, column))
    return n > 0 and found.moved.pairs.get(column) != row, n


def grouping_name(found: Segmentation) -> str:
    """Return how a kept grouping is listed."""
    groups = f"{found.name} · {found.k}"
    return f"{groups} · {found.created:%d %b %H:%M}" if found.created else groups
