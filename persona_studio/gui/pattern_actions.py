# SPDX-License-Identifier: MIT
"""What can be done with the charts of groups, as rows of data like those in `actions.py`."""

from persona_studio.gui.action import FILE, Action
from persona_studio.gui.marking import QT_TRANSLATE_NOOP

PATTERN_ROWS: tuple[Action, ...] = (
    Action(
        "save_map",
        QT_TRANSLATE_NOOP("actions", "Save the map of people…"),
        "Ctrl+Shift+I",
        FILE,
        "save_map",
        room="patterns",
        needs="project",
        icon="download",
    ),
    Action(
        "save_bars",
        QT_TRANSLATE_NOOP("actions", "Save the bars of each group…"),
        "Ctrl+Shift+F",
        FILE,
        "save_bars",
        room="patterns",
        needs="project",
        icon="download",
    ),
    Action(
        "save_shares",
        QT_TRANSLATE_NOOP("actions", "Save the table of shares…"),
        "Ctrl+Shift+N",
        FILE,
        "save_shares",
        room="patterns",
        needs="project",
        icon="download",
    ),
)
