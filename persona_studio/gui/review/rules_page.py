# SPDX-License-Identifier: MIT
"""The rules of the project: which look, how grave they are, their numbers, how fast things age."""

from collections import Counter
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from persona_studio.core.change import Change
from persona_studio.core.errors import StudioError
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.review.rule_row import RuleRow
from persona_studio.gui.widgets.buttons import GhostButton, IconButton
from persona_studio.gui.widgets.card import Card, hairline
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.search_field import SearchField
from persona_studio.workspace import rule_settings

_WIDTH = 1100


class RulesPage(QWidget):
    """`closed` when the reader wants back; `found_wanted` carries a rule whose findings to list."""

    closed = Signal()
    found_wanted = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._bridge = bridge
        self._stale = True
        self._found: Counter[str] = Counter()
        self._filling = QTimer(self, interval=0)
        self.rows: dict[str, RuleRow] = {}
        self._families: list[_Family] = []
        self.back = IconButton("arrow-left", self.tr("Back to the checklist"))
        self.counts = PlainLabel("", "muted")
        self.search = SearchField(self.tr("Search the rules"))
        self.defaults = GhostButton(self.tr("Back to defaults"))
        self.paces = {
            "slow": Chip(self.tr("Slow: everything ages half as fast")),
            "normal": Chip(self.tr("Normal")),
            "fast": Chip(self.tr("Fast: twice as fast")),
        }
        self.strict = QCheckBox(self.tr("Ask verdicts to be surer (99 times in 100, not 95)"))
        self._nothing = PlainLabel(self.tr("No rule speaks of that."), "muted")
        self._build()
        self._connect()

    def activate(self) -> None:
        """Show the settings as they stand, and what each rule finds today."""
        if not self._stale:
            return
        self._stale = False
        workspace = self._bridge.workspace
        self._found = Counter(finding.rule for finding in workspace.findings())
        standing = self._standing()
        for stands in standing:
            if stands.rule.id in self.rows:
                self.rows[stands.rule.id].show_state(stands, self._found[stands.rule.id])
        self._filling.start()
        self.paces[rule_settings.pace(workspace.snapshot)].setChecked(True)
        self.strict.setChecked(rule_settings.strict(workspace.snapshot))
        on, changed = sum(s.on for s in standing), sum(s.changed for s in standing)
        words = self.tr("{0} of {1} look").format(on, len(standing))
        self.counts.setText(words + (self.tr(" · {0} changed").format(changed) if changed else ""))
        own = changed or self.strict.isChecked() or not self.paces["normal"].isChecked()
        self.defaults.setEnabled(bool(own) and not self._bridge.read_only)

    def start(self) -> None:
        """Put the keyboard into the search."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape lead back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.back)
        head.addWidget(PlainLabel(self.tr("Rules"), "title"))
        head.addWidget(self.counts)
        head.addStretch(1)
        self.search.setFixedWidth(220)
        head.addWidget(self.search)
        head.addWidget(self.defaults)
        area = QScrollArea()
        area.setWidget(self._listed())
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(area, 1)

    def _listed(self) -> QWidget:
        page = QWidget()
        page.setProperty("kind", "clear")
        page.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 10, 8)
        column.setSpacing(10)
        column.addWidget(self._whole())
        column.addWidget(self._nothing)
        self._nothing.hide()
        for family in dict.fromkeys(each.family for each in self._standing()):
            block = _Family(family)
            self._families.append(block)
            column.addWidget(block)
        column.addStretch(1)
        return page

    def _fill_next(self) -> bool:
        """Make the rows of one more family: all at once would hold the window up."""
        block = next((family for family in self._families if not family.filled), None)
        if block is None:
            self._filling.stop()
            return False
        for stands in self._standing():
            if stands.family == block.name:
                row = RuleRow(stands, editable=not self._bridge.read_only)
                self._wire(row)
                block.add(row)
                self.rows[stands.rule.id] = row
                row.show_state(stands, self._found[stands.rule.id])
        return True

    def _standing(self) -> list[rule_settings.InForce]:
        return rule_settings.in_force(self._bridge.snapshot)

    def _whole(self) -> QWidget:
        """Return the card of what concerns every rule: the pace and how sure verdicts are."""
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(self.tr("How fast your customers' world changes"), "strong"))
        group = QButtonGroup(self)
        for pace, chip in self.paces.items():
            group.addButton(chip)
            chip.setEnabled(not self._bridge.read_only)
            chip.clicked.connect(lambda _on, pace=pace: self._set(rule_settings.set_pace, pace))
            row.addWidget(chip)
        row.addStretch(1)
        self.strict.setEnabled(not self._bridge.read_only)
        card.body.addLayout(row)
        card.body.addWidget(self.strict)
        return card

    def _connect(self) -> None:
        self._bridge.changed.connect(self._changed)
        self.back.clicked.connect(self.closed)
        self.search.textChanged.connect(self._search)
        self.defaults.clicked.connect(lambda: self._set(rule_settings.reset))
        self.strict.clicked.connect(lambda on: self._set(partial(rule_settings.set_strict, on=on)))
        self._filling.timeout.connect(self._fill_next)

    def _wire(self, row: RuleRow) -> None:
        row.switched.connect(self._switch)
        row.weighed.connect(self._weigh)
        row.limited.connect(lambda *limit: self._set(rule_settings.set_limit, *limit))
        row.reset_wanted.connect(lambda rule: self._set(rule_settings.reset, rule))
        row.found_wanted.connect(self.found_wanted)

    def _weigh(self, rule: str, severity: str) -> None:
        self._set(rule_settings.set_severity, rule, severity or None)

    def _switch(self, rule: str, on: bool) -> None:
        self._set(partial(rule_settings.switch, on=on), rule)

    def _changed(self, _change: Change) -> None:
        self._stale = True
        if self.isVisible():
            self.activate()

    def _search(self, words: str) -> None:
        while self._fill_next():
            pass
        shown = [block.show_saying(words) for block in self._families]
        self._nothing.setVisible(not any(shown))

    def _set(self, step: Callable[..., None], *values: object) -> None:
        """Change a setting as one undo step; a refusal is shown as a banner."""
        try:
            step(self._bridge.workspace, *values)
        except StudioError as error:
            self._bridge.failed.emit(error)
            self._stale = True
            self.activate()


class _Family(QWidget):
    """The rules of one family under its name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self._rows: list[tuple[RuleRow, QFrame]] = []
        self._card = Card(margin=0)
        self._card.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(name, "name"))
        column.addWidget(self._card)

    @property
    def filled(self) -> bool:
        """Whether its rules are there."""
        return bool(self._rows)

    def add(self, row: RuleRow) -> None:
        """Add a rule below a thin line."""
        line = hairline(self._card)
        line.setVisible(bool(self._rows))
        self._card.body.addWidget(line)
        self._card.body.addWidget(row)
        self._rows.append((row, line))

    def show_saying(self, words: str) -> bool:
        """Show only rules that say some words; tell whether there is one."""
        any_before = False
        for row, line in self._rows:
            says = row.says(words)
            row.setVisible(says)
            line.setVisible(says and any_before)
            any_before = any_before or says
        self.setVisible(any_before)
        return any_before
