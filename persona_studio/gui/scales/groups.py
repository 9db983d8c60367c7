# SPDX-License-Identifier: MIT
"""Who travels together, and what can be made of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from persona_studio.gui.widgets.buttons import LinkButton
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.patterns.scales import Together

_MOST = 3


class Groups(QWidget):
    """`wanted(people)` for a persona of them, `enough_wanted(scales)` for another measure."""

    wanted = Signal(object)
    enough_wanted = Signal(int)

    def __init__(self, *, locked: bool) -> None:
        super().__init__()
        self._locked = locked
        self.enough = QSpinBox()
        self.enough.setRange(1, 60)
        self.enough.setKeyboardTracking(False)
        self.enough.setEnabled(not locked)
        self.enough.setAccessibleName(self.tr("Scales on which people sit together"))
        self.along = PlainLabel("", "muted", wrap=True)
        self._rows = QVBoxLayout()
        top = QHBoxLayout()
        top.addWidget(PlainLabel(self.tr("Together on at least"), "muted"))
        top.addWidget(self.enough)
        top.addWidget(PlainLabel(self.tr("scales, within one step"), "muted"))
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addLayout(top)
        column.addWidget(self.along)
        column.addLayout(self._rows)
        self.enough.valueChanged.connect(self.enough_wanted)

    def show_groups(self, groups: Sequence[Together], enough: int, scales: int) -> None:
        """Show the groups that are proposed, or why there are none."""
        self.enough.blockSignals(True)  # noqa: FBT003 - Qt's way
        self.enough.setValue(enough)
        self.enough.blockSignals(False)  # noqa: FBT003 - Qt's way
        clear(self._rows)
        for group in groups[:_MOST]:
            row = QHBoxLayout()
            names = ", ".join(str(person + 1) for person in group.people)
            words = self.tr("{0} sit together on {1} scales").format(names, len(group.scales))
            make = LinkButton(self.tr("Make a persona of them"))
            make.setAccessibleName(self.tr("Make a persona of {0}").format(names))
            make.setEnabled(not self._locked)
            make.clicked.connect(lambda _on=False, people=group.people: self.wanted.emit(people))
            row.addWidget(PlainLabel(words))
            row.addWidget(make)
            row.addStretch(1)
            self._rows.addLayout(row)
        if groups:
            return
        words = self.tr("Nobody travels together yet.")
        if enough > scales:
            few = self.tr(
                "On {0} scales nobody can sit together on {1}: add some, or ask for fewer."
            )
            words = few.format(scales, enough)
        self._rows.addWidget(PlainLabel(words, "quiet"))
