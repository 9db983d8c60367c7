# SPDX-License-Identifier: MIT
"""The bar under the page: turn pages, look closer, fit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from persona_studio.gui.widgets.buttons import IconButton
from persona_studio.gui.widgets.plain_label import PlainLabel


class PageBar(QWidget):
    """`turned` carries the page (0-based) that is wanted."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self.back = IconButton("chevron-left", self.tr("Page before"))
        self.forth = IconButton("chevron-right", self.tr("Next page"))
        self.words = PlainLabel("", "muted", elide=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.further = IconButton("zoom-out", self.tr("Smaller"))
        self.zoom = PlainLabel("", "quiet")
        self.closer = IconButton("zoom-in", self.tr("Larger"))
        self.fit = IconButton("maximize", self.tr("Show the whole page"))
        self._build()
        self.back.clicked.connect(lambda: self.turned.emit(self._number - 1))
        self.forth.clicked.connect(lambda: self.turned.emit(self._number + 1))
        self.show_zoom(1.0)
        self.show_place(0, ())

    def show_place(self, number: int, owners: tuple[str, ...]) -> None:
        """Say which page of how many is seen, and whose it is."""
        self._number = number
        self.back.setEnabled(number > 0)
        self.forth.setEnabled(number + 1 < len(owners))
        if owners:
            place = self.tr("Page {0} of {1}").format(number + 1, len(owners))
            self.words.setText(f"{place} · {owners[number]}")
        else:
            self.words.setText("")

    def show_zoom(self, zoom: float) -> None:
        """Say how large the page is."""
        self.zoom.setText(self.tr("Fit") if abs(zoom - 1) < 0.01 else f"{zoom * 100:.0f} %")

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.back)
        row.addWidget(self.words, 1)
        row.addWidget(self.forth)
        row.addSpacing(16)
        row.addWidget(self.further)
        self.zoom.setMinimumWidth(40)
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self.zoom)
        row.addWidget(self.closer)
        row.addWidget(self.fit)
