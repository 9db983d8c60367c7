# SPDX-License-Identifier: MIT
"""What can be done in the Print room, as rows of data like those in `actions.py`."""

from persona_studio.gui.action import FILE, Action
from persona_studio.gui.marking import QT_TRANSLATE_NOOP

PRINT_ROWS: tuple[Action, ...] = (
    Action(
        "save_pdf",
        QT_TRANSLATE_NOOP("actions", "Save the posters, slides or a table…"),
        "Ctrl+S",
        FILE,
        "save",
        room="print",
        needs="project",
        icon="download",
    ),
    Action(
        "print_pages",
        QT_TRANSLATE_NOOP("actions", "Print the posters at actual size…"),
        "Ctrl+P",
        FILE,
        "print_pages",
        room="print",
        needs="project",
        icon="printer",
    ),
    Action(
        "print_strip",
        QT_TRANSLATE_NOOP("actions", "Print a test strip…"),
        "Ctrl+Alt+P",
        FILE,
        "print_strip",
        room="print",
        needs="project",
        icon="printer",
    ),
    Action(
        "save_cards",
        QT_TRANSLATE_NOOP("actions", "Save evidence cards to cut out…"),
        "Ctrl+Alt+E",
        FILE,
        "save_cards",
        room="print",
        needs="project",
        icon="file-down",
    ),
    Action(
        "add_letters",
        QT_TRANSLATE_NOOP("actions", "Add letters of East Asia (fonts)…"),
        "Ctrl+Alt+F",
        FILE,
        "add_letters",
        room="print",
        needs="project",
        icon="plus",
    ),
)
