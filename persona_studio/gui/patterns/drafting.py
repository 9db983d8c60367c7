# SPDX-License-Identifier: MIT
"""What is made of groups: draft personas, one of everyone, other names."""

from PySide6.QtCore import QObject, Signal

from persona_studio.core.research import Segment
from persona_studio.gui.bridge import Bridge


class Drafting(QObject):
    """`made` fires when there are new personas to look at."""

    made = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def draft(self, segmentation: str | None) -> None:
        """Make draft personas of the groups of a grouping."""
        from persona_studio.workspace import drafting

        done: list[str] = []
        if segmentation is not None:
            with self._bridge.edit(self.tr("Draft personas")):
                done = drafting.draft(self._bridge.workspace, segmentation)
        if done:
            self.made.emit()

    def everyone(self, wave: str | None) -> None:
        """Make one persona of everyone who was asked."""
        from persona_studio.workspace import drafting

        done = ""
        if wave is not None:
            with self._bridge.edit(self.tr("Draft a persona of everyone")):
                done = drafting.draft_everyone(self._bridge.workspace, wave)
        if done:
            self.made.emit()

    def rename(self, segment: str, name: str) -> None:
        """Call a group by another name."""
        with self._bridge.edit(self.tr("Rename group")) as write:
            write.change(Segment, segment, name=name)
