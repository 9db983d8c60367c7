# SPDX-License-Identifier: MIT
"""A line for the eye: what was asked quietly above, and the answer as it is to be read."""

from PySide6.QtWidgets import QVBoxLayout

from persona_studio.gui.widgets.plain_label import PlainLabel


def add_parted(column: QVBoxLayout, words: tuple[str, str], kind: str = "") -> None:
    """Add (question, answer) to a column, the answer in a kind; no question, no line for it."""
    asked, line = words
    if asked:
        column.addWidget(PlainLabel(asked, "quiet", wrap=True))
    column.addWidget(PlainLabel(line, kind, wrap=True))
