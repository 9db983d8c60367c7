# SPDX-License-Identifier: MIT
"""A number with what it counts, as the heads of Review's pages show it."""

from PySide6.QtWidgets import QHBoxLayout

from persona_studio.gui.widgets.plain_label import PlainLabel


def counted(number: int, words: str) -> QHBoxLayout:
    """Return the number large, its words beside it."""
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(PlainLabel(str(number), "name"))
    row.addWidget(PlainLabel(words, "muted"))
    return row
