# SPDX-License-Identifier: MIT
"""What can be done in a workshop, as rows of data like those in `actions.py`."""

from persona_studio.gui.action import GO, WORKSHOP, Action
from persona_studio.gui.marking import QT_TRANSLATE_NOOP

WORKSHOP_ROWS: tuple[Action, ...] = (
    Action(
        "go_workshop",
        QT_TRANSLATE_NOOP("actions", "Workshop"),
        "Alt+6",
        GO,
        "",
        room="workshop",
        needs="project",
        icon="presentation",
    ),
    Action(
        "project_workshop",
        QT_TRANSLATE_NOOP("actions", "Show the workshop to the room"),
        "F5",
        WORKSHOP,
        "project",
        room="workshop",
        needs="project",
        icon="presentation",
    ),
    Action(
        "start_clock",
        QT_TRANSLATE_NOOP("actions", "Start or pause the clock"),
        "F6",
        WORKSHOP,
        "start_or_pause",
        room="workshop",
        needs="project",
        icon="timer",
    ),
    Action(
        "more_time",
        QT_TRANSLATE_NOOP("actions", "One minute more"),
        "Shift+F6",
        WORKSHOP,
        "more_time",
        room="workshop",
        needs="project",
        icon="clock",
    ),
    Action(
        "next_part",
        QT_TRANSLATE_NOOP("actions", "Next part of the agenda"),
        "F7",
        WORKSHOP,
        "next_part",
        room="workshop",
        needs="project",
        icon="arrow-right",
    ),
    Action(
        "save_minutes",
        QT_TRANSLATE_NOOP("actions", "Save the minutes as PDF…"),
        "Shift+F7",
        WORKSHOP,
        "save_minutes",
        room="workshop",
        needs="project",
        icon="download",
    ),
)
