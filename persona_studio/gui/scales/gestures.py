# SPDX-License-Identifier: MIT
"""What the scales board does to the project: every gesture is one named edit."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from persona_studio.core.errors import StudioError
from persona_studio.gui.bridge import Bridge
from persona_studio.workspace import scaling

MOST_SCALES = 30


class ScaleGestures(QObject):
    """Edits; those that make something tell it, nothing or False where it was refused."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def add(self, wave: str, name: str, low: str, high: str) -> bool:
        """Add a scale."""
        from persona_studio.storage import scales

        made: list[str] = []
        if len(scaling.scales_of(self._bridge.snapshot, wave)) >= MOST_SCALES:
            words = _tr("Thirty scales are as many as a table can read.")
            hint = _tr("Take one away first (Ctrl+Del on it).")
            self._bridge.failed.emit(StudioError(words, hint, kind="too_many"))
            return False
        with self._bridge.edit("Add scale") as write:
            made.append(scales.add(write, wave, (name, low, high)))
        return bool(made)

    def add_questions(self, wave: str) -> None:
        """Add a scale for each question whose answers have an order."""
        from persona_studio.storage import scales

        snapshot = self._bridge.snapshot
        asked = scaling.ordered_questions(snapshot, wave)
        room = MOST_SCALES - len(scaling.scales_of(snapshot, wave))
        if not asked or room <= 0:
            words = _tr("No further question of these people has answers in an order.")
            hint = _tr("Write scales of your own, and place people by what they said.")
            self._bridge.failed.emit(StudioError(words, hint, kind="nothing_ordered"))
            return
        answers = self._bridge.workspace.answers(wave)
        with self._bridge.edit("Add scales of questions") as write:
            for question in asked[:room]:
                poles = scaling.poles_of(question, answers)
                scales.add(write, wave, (question.label, *poles), question.id)

    def place(self, scale: str, row: int, step: int) -> None:
        """Put a person on a step; the way to it is one step of undo."""
        from persona_studio.storage import scales

        with self._bridge.edit("Place on scale", f"scale {scale} {row}") as write:
            scales.place(write, scale, row, step)

    def take_back(self, scale: str, row: int) -> None:
        """Let a person stand where the answer says."""
        from persona_studio.storage import scales

        with self._bridge.edit("Take off scale") as write:
            scales.take_back(write, scale, [row])

    def remove(self, scale: str) -> None:
        """Take a scale away."""
        from persona_studio.storage import scales

        with self._bridge.edit("Remove scale") as write:
            scales.remove(write, scale)

    def keep_enough(self, enough: int) -> None:
        """Say on how many scales people have to sit together."""
        from persona_studio.storage import settings

        with self._bridge.edit("Say what together means", "scales enough") as write:
            settings.put(write, scaling.SETTING, enough)

    def persona(self, wave: str, rows: Sequence[int]) -> str:
        """Draft a persona of people; return it."""
        made: list[str] = []
        with self._bridge.edit("Make a persona of people") as write:
            made.append(scaling.make_persona(self._bridge.workspace, write, wave, rows))
        return made[0] if made else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("scales", text)
