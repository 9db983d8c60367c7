# SPDX-License-Identifier: MIT
"""Says what has just happened on the board, and why a command could do nothing."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from persona_studio.core.errors import StudioError


def announce(widget: QWidget, words: str) -> None:
    """Have `words` spoken, and keep them as the widget's description for who asks later."""
    widget.setAccessibleDescription(words)
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def nothing_chosen() -> StudioError:
    """Return what is said where a command wants a claim and none is chosen."""
    words = _tr("No claim is chosen.")
    hint = _tr("Click one, or walk to it with Tab and the arrow keys; then do this again.")
    return StudioError(words, hint, kind="nothing_chosen")


def nothing_offered() -> StudioError:
    """Return what is said where the data has nothing to say about a claim."""
    words = _tr("The data says nothing about this claim that could be linked.")
    hint = _tr("Choose a claim without evidence, or drag a figure onto it.")
    return StudioError(words, hint, kind="nothing_offered")


def _tr(text: str) -> str:
    return QCoreApplication.translate("board", text)
