# SPDX-License-Identifier: MIT
"""Two to five personas line by line: whom to compare, all lines or only what sets them apart."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core.change import Change
from persona_studio.core.fields import Json
from persona_studio.core.persona import Persona
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.palette import Entry
from persona_studio.gui.personas.announce import announce
from persona_studio.gui.personas.claim_delegate import BoardLook
from persona_studio.gui.personas.compare_delegate import CompareDelegate
from persona_studio.gui.personas.compare_model import CompareModel
from persona_studio.gui.personas.persona_table import PersonaTable
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.gui.widgets.flow_layout import FlowLayout
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace.comparing import Row, rows_of

FEWEST, MOST = 2, 5
_FIRST, _LEAST = 250, 150
_AFTER_MS = 150
_ROLES = ("primary", "secondary", "negative")


class ComparePage(QWidget):
    """`claim_wanted`, `persona_wanted` lead to the board, `people_wanted` to the rows behind."""

    announced = Signal(str)
    claim_wanted = Signal(str)
    persona_wanted = Signal(str)
    people_wanted = Signal(str, str)
    add_wanted = Signal()

    def __init__(self, bridge: Bridge, look: BoardLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._rows: list[Row] = []
        self.chosen: list[str] = []
        self.model = CompareModel(bridge.workspace.assess, self)
        self.table = PersonaTable(look.wrapped)
        self._delegate = CompareDelegate(look, self.model)
        self.only = Chip(self.tr("Only differences"))
        self.said = PlainLabel("", "muted", elide=True)
        self.empty = EmptyState("users", "")
        self.chips: dict[str, Chip] = {}
        self._who = FlowLayout(gap=6)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._build()
        self._connect()
        self._list_people()

    def activate(self) -> None:
        """Come to the front with the keyboard on the lines, or where personas are chosen."""
        self.refresh()
        first = next(iter(self.chips.values()), self.empty.button)
        on = self.table if self.model.lines else first
        on.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Compare anew as the project stands; the place in the table stays."""
        self._soon.stop()
        known = self._bridge.snapshot.table(Persona)
        enough = len(self.chosen) >= FEWEST
        self._rows = rows_of(self._bridge.workspace, self.chosen) if enough else []
        at, seen = self.table.currentIndex(), self.table.kept()
        shown = [row for row in self._rows if row.differs or not self.only.isChecked()]
        people = [known[key] for key in self.chosen]
        self.model.show(shown, people, self._bridge.snapshot)
        self._fit()
        if at.isValid() and self.model.lines:
            row = min(at.row(), len(self.model.lines) - 1)
            self.table.setCurrentIndex(self.model.index(row, min(at.column(), len(people))))
        self.table.take_up(seen)
        self._say_how_many()

    def choose(self, persona: str, *, on: bool) -> None:
        """Compare a persona too, or no longer; they stand in the order of the board."""
        wanted = {*self.chosen, persona} if on else set(self.chosen) - {persona}
        self.chosen = [key for key in self.chips if key in wanted][:MOST]
        self._tick()
        self.refresh()
        self._tell(self.said.text() or self.empty.sentence.text())

    def kept(self) -> dict[str, Json]:
        """Return who is compared, how, and where the table is scrolled to."""
        return {"who": [*self.chosen], "only": self.only.isChecked(), **self.table.kept()}

    def take_up(self, seen: Json) -> None:
        """Compare the same personas in the same way again."""
        if not isinstance(seen, dict):
            return
        who = seen.get("who")
        kept = [key for key in self.chips if isinstance(who, list) and key in who]
        self.chosen = kept[:MOST] if len(kept) >= FEWEST else self.chosen
        self.only.setChecked(seen.get("only") is True)
        self._tick()
        self.refresh()
        self.table.take_up(seen)

    def deeds(self) -> Iterator[Entry]:
        """Yield what Ctrl+K offers here."""
        known = self._bridge.snapshot.table(Persona)
        for key, chip in self.chips.items():
            words = self.tr("Leave out {0}") if chip.isChecked() else self.tr("Compare {0} too")
            if chip.isEnabled():
                yield Entry(words.format(known[key].name), self.tr("Compare"), "users", chip.click)
        words = self.tr("Every line") if self.only.isChecked() else self.only.text()
        yield Entry(words, self.tr("Compare"), "funnel", self.only.click)

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.setItemDelegate(self._delegate)
        self.table.setAccessibleName(self.tr("Comparison"))
        around = QWidget()
        around.setLayout(self._who)
        around.setAccessibleName(self.tr("Whom to compare"))
        top = QHBoxLayout()
        top.setContentsMargins(20, 0, 20, 8)
        top.setSpacing(10)
        top.addWidget(around, 1)
        top.addWidget(self.only, 0, Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.setContentsMargins(20, 0, 20, 8)
        line.addWidget(self.said)
        below = QVBoxLayout()
        below.setContentsMargins(20, 0, 20, 0)
        below.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(line)
        column.addLayout(below, 1)
        column.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._changed)
        self._soon.timeout.connect(self._refresh_shown)
        self.only.toggled.connect(self._sifted)
        self.table.resized.connect(self._fit)
        self.table.entered_cell.connect(self._enter)
        self.table.asked.connect(self._ask)
        self.table.pressed_at.connect(self._clicked)
        self.table.head.pressed.connect(self.persona_wanted)
        self.empty.pressed.connect(self.add_wanted)

    def _list_people(self) -> None:
        """Have a chip for each persona; those chosen stay, at first the primary ones are."""
        people = sorted(self._bridge.snapshot.personas, key=lambda p: _ROLES.index(p.role))
        clear(self._who)
        self.chips = {}
        for persona in people:
            chip = self.chips[persona.id] = Chip(persona.name)
            chip.toggled.connect(partial(self._toggled, persona.id))
            self._who.addWidget(chip)
        self.chosen = [key for key in self.chips if key in self.chosen]
        if len(self.chosen) < FEWEST:
            self.chosen = list(self.chips)[:MOST]
        self._tick()

    def _tick(self) -> None:
        """Let the chips say who is compared; where five are, no sixth can be chosen."""
        full = len(self.chosen) >= MOST
        for key, chip in self.chips.items():
            chip.blockSignals(True)  # noqa: FBT003 - Qt's way
            chip.setChecked(key in self.chosen)
            chip.blockSignals(False)  # noqa: FBT003 - Qt's way
            chip.setEnabled(key in self.chosen or not full)
            chip.setToolTip(
                "" if chip.isEnabled() else self.tr("Five at most: leave one out first")
            )

    def _toggled(self, persona: str, on: bool) -> None:
        self.choose(persona, on=on)

    def _sifted(self) -> None:
        self.refresh()
        self._tell(self.said.text())

    def _say_how_many(self) -> None:
        """Say how much sets them apart, or what is missing for a comparison."""
        apart = sum(row.differs for row in self._rows)
        words = self.tr("Lines that set them apart: {0}. The same: {1}.")
        said = words.format(apart, len(self._rows) - apart)
        widest = max(self._rows, key=lambda row: row.spread, default=None)
        if widest is not None and widest.apart:
            shares = " \u00b7 ".join(self.model.share(widest, cell) for cell in widest.cells)
            said += " " + self.tr("Farthest: {0}, {1}").format(widest.words, shares)
        self.said.setText(said if self._rows else "")
        few = len(self.chips) < FEWEST
        self.only.setVisible(not few)
        self.said.setVisible(bool(self._rows))
        self.table.setVisible(bool(self.model.lines))
        self.empty.setVisible(not self.model.lines)
        if few:
            button = "" if self._bridge.read_only else self.tr("Add a persona")
            self.empty.say(self.tr("Two personas can be compared. Add another one first."), button)
        elif len(self.chosen) < FEWEST:
            self.empty.say(self.tr("Choose two personas to five above, to see them line by line."))
        elif self._rows:
            self.empty.say(self.tr("Nothing sets them apart: they say the same throughout."))
        else:
            self.empty.say(self.tr("They say nothing yet. Write claims on the board first."))

    def _fit(self) -> None:
        """Give columns and rows the room that words need."""
        widths = self.table.share_width(_FIRST, _LEAST)
        if not widths:
            return
        self._delegate.forget()
        self.table.clearSpans()
        for row, line in enumerate(self.model.lines):
            self.table.setRowHeight(row, self._delegate.height(row, widths))
            if isinstance(line, str):
                self.table.setSpan(row, 0, 1, len(widths))

    def _changed(self, change: Change) -> None:
        """Compare anew: at once where others are there, else when no more changes come."""
        if change.kind == "load" or change.touches("persona"):
            self._list_people()
            self._refresh_shown()
        elif self.isVisible():
            self._soon.start()

    def _refresh_shown(self) -> None:
        if self.isVisible():
            self.refresh()

    def _clicked(self, index: QModelIndex, at: QPoint) -> None:
        leads = self._delegate.leads(index, self.table.visualRect(index), at)
        if leads == "people":
            self._ask(index)
        elif leads:
            self.claim_wanted.emit(leads)

    def _enter(self, index: QModelIndex) -> None:
        """Go to the claim of a cell on the board, or to the persona that says nothing."""
        found = self.model.at(index)
        if found is not None and found[1].claims:
            self.claim_wanted.emit(found[1].claims[0].id)
        elif found is not None:
            self.persona_wanted.emit(self.chosen[index.column() - 1])

    def _ask(self, index: QModelIndex) -> None:
        """Show who of a persona's own people a row is true of, and who not."""
        found = self.model.at(index)
        if found is not None and found[1].count is not None:
            self.people_wanted.emit(found[0].evidence, self.chosen[index.column() - 1])
        elif found is not None:
            self._tell(self.model.data(index) or "")

    def _tell(self, words: str) -> None:
        announce(self.table, words)
        self.announced.emit(words)
