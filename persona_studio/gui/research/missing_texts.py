# SPDX-License-Identifier: MIT
"""Which texts of a column mean "no answer": those seen to tick, others to type."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

_SHOWN = 8


class MissingTexts(QWidget):
    """`changed` carries all texts that mean no answer, after a tick or a typed one."""

    changed = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missing: list[str] = []
        self._boxes: list[QCheckBox] = []
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Another text that means no answer"))
        self.field.setAccessibleName(self.field.placeholderText())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.field)
        self.field.returnPressed.connect(self._add)

    @property
    def boxes(self) -> Sequence[QCheckBox]:
        """A box for each text seen or told."""
        return self._boxes

    def show_texts(self, missing: Sequence[str], seen: Sequence[tuple[str, int]]) -> None:
        """Show what means no answer and what could; how often each stands in the column."""
        self._missing = list(missing)
        counts = dict(seen)
        texts = list(dict.fromkeys([*missing, *counts]))[:_SHOWN]
        while len(self._boxes) > len(texts):
            box = self._boxes.pop()
            self._column.removeWidget(box)
            box.deleteLater()
        while len(self._boxes) < len(texts):
            box = QCheckBox()
            box.clicked.connect(partial(self._ticked, len(self._boxes)))
            self._column.insertWidget(len(self._boxes), box)
            self._boxes.append(box)
        for box, text in zip(self._boxes, texts, strict=True):
            often = f" ({counts[text]:,})" if text in counts else ""
            shown = text if len(text) <= 40 else text[:39] + "…"
            box.setProperty("text_meant", text)
            box.setText(f"“{shown}”{often}".replace("&", "&&"))
            box.setAccessibleName(self.tr("“{0}” means no answer").format(shown))
            box.setChecked(text in self._missing)

    def _ticked(self, place: int) -> None:
        text = str(self._boxes[place].property("text_meant"))
        rest = [each for each in self._missing if each != text]
        self.changed.emit([*rest, text] if self._boxes[place].isChecked() else rest)

    def _add(self) -> None:
        text = self.field.text().strip()
        if text and text not in self._missing:
            self.field.clear()
            self.changed.emit([*self._missing, text])
