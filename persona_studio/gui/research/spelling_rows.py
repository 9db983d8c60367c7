# SPDX-License-Identifier: MIT
"""Which spelling counts as which choice, one line each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from persona_studio.core.research import Question
from persona_studio.evidence.reading import fold
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.plain_label import PlainLabel

MOST = 80
"""So many spellings at most are shown; a column with more is no choice."""


class SpellingRows(QWidget):
    """`changed` carries the whole table: spelling -> the choice it means."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QComboBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)

    def show_table(
        self,
        spellings: Sequence[str],
        choices: Sequence[str],
        table: Mapping[str, str],
        maybe: Mapping[str, str],
    ) -> None:
        """Show what each spelling counts as: itself, or one of the choices; `maybe` is offered."""
        clear(self._grid)
        self.boxes = {}
        for row, text in enumerate(spellings[:MOST]):
            box = QComboBox()
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(10)
            box.setAccessibleName(self.tr("“{0}” counts as").format(text))
            box.addItem(self.tr("itself"), text)
            for choice in choices:
                if choice != text:
                    box.addItem(choice, choice)
            box.setCurrentIndex(max(0, box.findData(table.get(text, text))))
            box.activated.connect(self._tell)
            label = PlainLabel(text, wrap=True)
            if text in maybe and text not in table:
                label.set_kind("caution")
                label.setText(self.tr("{0} (maybe “{1}”)").format(text, maybe[text]))
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(box, row, 1)
            self.boxes[text] = box

    def table(self) -> dict[str, str]:
        """Return the table as it is chosen."""
        chosen = {text: str(box.currentData()) for text, box in self.boxes.items()}
        return {text: choice for text, choice in chosen.items() if text != choice}

    def _tell(self, _index: int = 0) -> None:
        self.changed.emit(self.table())


def spelt(question: Question, labels: Sequence[str]) -> list[str]:
    """Return every spelling of a question's choices in a wave, and those known from others."""
    cells = () if question.separator else [text for text in labels if text.strip()]
    texts = dict.fromkeys((*question.order, *question.options, *cells, *question.merged))
    missing = {fold(text) for text in question.missing}
    return [text for text in texts if fold(text) not in missing]


def meanings(question: Question, spellings: Sequence[str]) -> list[str]:
    """Return the choices a spelling may count as: all that are no spelling of another."""
    texts = dict.fromkeys((*spellings, *question.merged.values()))
    return [text for text in texts if text not in question.merged]
