# SPDX-License-Identifier: MIT
"""Where a file comes from: its source, the kind, when it was collected, how people were found."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core import clock
from persona_studio.core.research import Source
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.research import words
from persona_studio.gui.widgets.day_field import DayField
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.research.plan import Plan

if TYPE_CHECKING:
    from persona_studio.workspace.importing import Choice


class AboutSource(QWidget):
    """`changed` fires when an answer changes; `choice()` gives all of them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = QComboBox()
        self.source.setEditable(True)
        typed = self.source.lineEdit()
        if typed is not None:
            typed.setAccessibleName(self.tr("Source"))
        self.source.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.kind = QComboBox()
        self.sampling = ""
        self.collected = DayField()
        self._sources: dict[str, Source] = {}
        self._fill()
        self._build()
        self.source.editTextChanged.connect(self._follow_source)

    def begin(self, snapshot: Snapshot, name: str, collected: date | None) -> None:
        """Offer the project's sources and a name for a new one."""
        self._sources = {s.name: s for s in snapshot.table(Source).values()}
        self.source.clear()
        self.source.addItems(sorted(self._sources))
        self.source.setEditText(name)
        self.sampling = ""
        self.collected.set_day(collected or clock.today())

    def known(self) -> Source | None:
        """Return the project's source of that name, None for a new one."""
        return self._sources.get(" ".join(self.source.currentText().split()))

    def suggest_kind(self, plan: Plan) -> None:
        """Choose the kind of source that a file looks like, for a source that is not known yet."""
        from persona_studio.workspace.importing import likely_kind

        if self.known() is None:
            kind = likely_kind({"kind": plan.kind, "orders": plan.orders})
            self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))

    def say_sampling(self, sampling: str) -> None:
        """Say how the people were found."""
        self.sampling = sampling
        self.changed.emit()

    def choice(self) -> "Choice":
        """Return what was said."""
        from persona_studio.workspace.importing import Choice

        return Choice(
            source=" ".join(self.source.currentText().split()),
            kind=self.kind.currentData(),
            sampling=self.sampling,
            collected_on=self.collected.day,
        )

    def _fill(self) -> None:
        for key, text in words.KINDS.items():
            self.kind.addItem(words.say(text), key)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        fields = (
            (self.tr("Source"), self.source, 3),
            (self.tr("Kind"), self.kind, 2),
            (self.tr("Collected on"), self.collected, 1),
        )
        for name, field, share in fields:
            column = QVBoxLayout()
            column.setSpacing(3)
            caption = PlainLabel(name, "quiet")
            caption.setBuddy(field)
            field.setAccessibleName(name)
            column.addWidget(caption)
            column.addWidget(field)
            row.addLayout(column, share)
            if field is self.collected:
                column.addWidget(self.collected.told)

    def _follow_source(self) -> None:
        """Show kind and sampling of a source that is there already; they are its own."""
        known = self.known()
        self.kind.setEnabled(known is None)
        if known is not None:
            self.kind.setCurrentIndex(max(0, self.kind.findData(known.kind)))
            self.sampling = known.sampling
        self.changed.emit()
