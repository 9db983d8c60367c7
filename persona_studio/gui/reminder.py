# SPDX-License-Identifier: MIT
"""Tells once a day, on opening, that a review is due: quietly, and only what can be done about."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from persona_studio.core import clock
from persona_studio.gui.settings import Settings
from persona_studio.workspace.workspace import Workspace

if TYPE_CHECKING:
    from persona_studio.core.reviewing import Finding

REVIEW_DUE = "ST02"
"""The rule that knows when a persona's review is due, by the project's limits and pace."""


def due(workspace: Workspace) -> "list[Finding]":
    """Return the reviews that are due and not put off with a reason."""
    found = workspace.findings()
    return [each for each in found if each.rule == REVIEW_DUE and each.waived is None]


def reminder(workspace: Workspace, settings: Settings) -> tuple[str, str] | None:
    """Return what to say and why, None where nothing is due or it was said today already."""
    from persona_studio.review.checklist import said_together

    found = [] if workspace.read_only else due(workspace)
    today = clock.today().isoformat()
    if not found or not settings.may_remind(str(workspace.path), today):
        return None
    if len(found) > 1:
        words = QCoreApplication.translate("Reminder", "{0} personas are due for a review.")
        return words.format(len(found)), said_together(found)[1]
    return said_together(found)
