# SPDX-License-Identifier: MIT
"""What the pages of a workshop are called."""

from PySide6.QtCore import QCoreApplication

from persona_studio.gui.marking import QT_TRANSLATE_NOOP

_PAGES = {
    "agenda": QT_TRANSLATE_NOOP("workshop", "Agenda"),
    "guess": QT_TRANSLATE_NOOP("workshop", "Guess and reveal"),
    "vote": QT_TRANSLATE_NOOP("workshop", "Dot vote"),
    "sort": QT_TRANSLATE_NOOP("workshop", "Who is this?"),
    "close": QT_TRANSLATE_NOOP("workshop", "Decisions"),
}


def page_name(page: str) -> str:
    """Return a page's name in the user's language."""
    return QCoreApplication.translate("workshop", _PAGES[page])
