# SPDX-License-Identifier: MIT
"""What is to be known before saving, on the right of the Print room."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.gui.icons import pixmap
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.buttons import LinkButton
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from persona_studio.publish.preflight import Note

_SIGNS = {
    "wrong": ("circle-alert", "wrong"),
    "know": ("info", "caution"),
    "fine": ("circle-check", "accent"),
}


class Notes(QObject):
    """Fills a column with lines; `letters_wanted` is pressed where a font pack would mend one."""

    letters_wanted = Signal()

    def __init__(self, column: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._column = column
        self._shown: tuple[Note, ...] = ()
        theme().changed.connect(self._fill)

    def show(self, notes: "tuple[Note, ...]") -> None:
        """Show these lines in place of those before."""
        self._shown = notes
        self._fill()

    def _fill(self) -> None:
        clear(self._column)
        for note in self._shown:
            self._column.addWidget(self._line(note))
        self._column.addStretch(1)

    def _line(self, note: "Note") -> QWidget:
        """Return a line: a sign whose shape tells its kind, the sentence, what mends it."""
        widget = QWidget()
        name, colour = _SIGNS[note.kind]
        sign = PlainLabel()
        sign.setPixmap(pixmap(name, colour, 16, widget.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(note.text, "quiet", wrap=True))
        if note.packs:
            more = LinkButton(self.tr("Add letters…"), flush=True)
            more.clicked.connect(self.letters_wanted)
            words.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return widget
