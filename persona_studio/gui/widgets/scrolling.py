# SPDX-License-Identifier: MIT
"""A column too high for its place scrolls: no frame, no ground of its own, passed over by Tab."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget


def scrolling(layout: QLayout, *, sideways: bool = True) -> QScrollArea:
    """Return an area in which a layout scrolls; not `sideways` where all of it can get narrower."""
    inside = QWidget()
    inside.setProperty("kind", "clear")
    inside.setLayout(layout)
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    if not sideways:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
