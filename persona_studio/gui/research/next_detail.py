# SPDX-License-Identifier: MIT
"""One line of a next wave: which question it asks again, and which spellings count as one."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.evidence.reading import fold
from persona_studio.gui.research import words
from persona_studio.gui.research.next_wave import Item, NextWave
from persona_studio.gui.research.spelling_rows import SpellingRows
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.scrolling import scrolling
from persona_studio.workspace.naming import Asked


class NextDetail(Card):
    """`paired` carries (column, question; "" for none), `spelt` (column, table)."""

    paired = Signal(str, str)
    spelt = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = Item()
        self.title = PlainLabel("", "name", wrap=True)
        self.about = PlainLabel("", "muted", wrap=True)
        self.doubt = PlainLabel("", "caution", wrap=True)
        self.caption = PlainLabel("", "quiet")
        self.box = QComboBox()
        self.yes = GhostButton(self.tr("It is the same"), "check")
        self.no = GhostButton(self.tr("It is a new one"), "x")
        self.spellings_title = PlainLabel(self.tr("Spellings that count as one"), "strong")
        self.spellings = SpellingRows()
        self._build()
        self.box.activated.connect(self._choose)
        self.yes.clicked.connect(self.say_yes)
        self.no.clicked.connect(self.say_no)
        self.spellings.changed.connect(lambda table: self.spelt.emit(self._item.column, table))

    def show_item(self, wave: NextWave, item: Item | None) -> None:
        """Show a line, None for nothing."""
        self.setEnabled(item is not None)
        self._item = item or Item()
        asked, known = wave.asked(self._item.column), wave.known(self._item.question)
        self.title.setText(_named(asked or known))
        self.about.setText(self._about(asked, known))
        self.doubt.setText(self.tr("Not compared: {0}.").format(self._item.doubt))
        self.doubt.setVisible(bool(self._item.doubt))
        self._offer(wave)
        self.yes.setVisible(self._item.offered or self._item.renamed)
        self.no.setVisible(self._item.offered or self._item.renamed)
        self._show_spellings(wave, asked, known)

    def say_yes(self) -> None:
        """Settle that the column asks the question again."""
        if self._item.column and self._item.question:
            self.paired.emit(self._item.column, self._item.question)

    def say_no(self) -> None:
        """Settle that the column is a question of its own."""
        if self._item.column:
            self.paired.emit(self._item.column, "")

    def _build(self) -> None:
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(16)
        self.caption.setBuddy(self.box)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch(1)
        pair = QVBoxLayout()
        pair.setSpacing(3)
        pair.addWidget(self.caption)
        pair.addWidget(self.box)
        for widget in (self.title, self.about, self.doubt):
            self.body.addWidget(widget)
        self.body.addLayout(pair)
        self.body.addLayout(row)
        self.body.addWidget(self.spellings_title)
        around = QVBoxLayout()
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.spellings)
        around.addStretch(1)
        area = scrolling(around)
        self.body.addWidget(area, 1)

    def _about(self, asked: Asked | None, known: Asked | None) -> str:
        if asked is None:
            return self.tr("Asked before, not in this file.") if known else ""
        parts = [words.role(asked.role)]
        if known is not None:
            parts.append(self.tr("before: {0}, {1}").format(_named(known), words.role(known.role)))
        return "; ".join(parts)

    def _offer(self, wave: NextWave) -> None:
        """Offer what the line can be paired with; nothing is chosen for an open offer."""
        item = self._item
        with QSignalBlocker(self.box):
            self.box.clear()
            if item.column:
                self.caption.setText(self.tr("Asked before as"))
                self.box.addItem(self.tr("a new question"), "")
                questions = wave.proposal.known if wave.proposal else ()
                for each in questions:
                    self.box.addItem(_named(each), each.key)
                chosen = "" if item.offered else item.question
            else:
                self.caption.setText(self.tr("Is in this file as"))
                self.box.addItem(self.tr("gone: not asked any more"), "")
                for each in wave.proposal.new if wave.proposal else ():
                    self.box.addItem(_named(each), each.key)
                chosen = ""
            self.box.setCurrentIndex(max(0, self.box.findData(chosen)))
        self.box.setAccessibleName(self.caption.text())

    def _choose(self) -> None:
        chosen = str(self.box.currentData())
        if self._item.column:
            self.paired.emit(self._item.column, chosen)
        elif chosen:
            self.paired.emit(chosen, self._item.question)

    def _show_spellings(self, wave: NextWave, asked: Asked | None, known: Asked | None) -> None:
        shown = asked is not None and known is not None and not self._item.offered
        shown = shown and not self._item.doubt and bool(known and known.choices)
        strange = _strange(asked, known) if shown and asked and known else []
        self.spellings_title.setVisible(bool(strange))
        self.spellings.setVisible(bool(strange))
        if strange and known and wave.proposal:
            drifted = wave.proposal.drifts.get(self._item.column)
            self.spellings.show_table(
                strange,
                known.choices,
                wave.table(self._item.column),
                drifted.likely if drifted else {},
            )


def _strange(asked: Asked, known: Asked) -> Sequence[str]:
    """Return the choices of a column that the question was never answered with before."""
    there = {fold(choice) for choice in known.choices}
    return [choice for choice in asked.choices if fold(choice) not in there]


def _named(asked: Asked | None) -> str:
    return " ".join((asked.text or asked.label).split())[:160] if asked else ""
