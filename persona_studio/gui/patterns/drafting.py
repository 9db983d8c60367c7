# SPDX-License-Identifier: MIT
"""What is made of groups: draft personas, one of everyone, other names."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from persona_studio.core.research import Segment
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.widgets.banner import Banner


class Drafting(QObject):
    """`made` carries the persona to look at first; `banner` asks where some stand already."""

    made = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._asked = ""
        self._of_everyone = ""
        self.banner = Banner()

    def left_of(self, segmentation: str) -> int:
        """Return how many groups have no persona; a question that is out of date goes away."""
        from persona_studio.workspace import drafting

        snapshot, wave = self._bridge.snapshot, self._of_everyone
        left = len(drafting.without_persona(snapshot, segmentation))
        gone = bool(wave) and not drafting.of_everyone(snapshot, wave)
        if left or gone or segmentation != self._asked:
            self.banner.hide()
        return left

    def draft(self, segmentation: str | None) -> None:
        """Make draft personas of the groups that have none; where all have one, ask first."""
        from persona_studio.workspace import drafting

        if segmentation is None or self._bridge.read_only:
            return
        there = [p.id for p in drafting.standing(self._bridge.snapshot, segmentation)]
        if there and not drafting.without_persona(self._bridge.snapshot, segmentation):
            self._ask(segmentation, there)
        else:
            self._make(segmentation, again=False)

    def _ask(self, segmentation: str, there: Sequence[str]) -> None:
        """Ask whether personas that stand for the groups are enough."""
        self._asked, self._of_everyone = segmentation, ""
        many = len(self._bridge.snapshot.segments_of(segmentation))
        words = self.tr("{0} personas stand for these groups already.")
        one = self.tr("A persona stands for this group already.")
        more, other = self.tr("Make {0} new ones beside them"), self.tr("Make a new one beside it")
        keep = self.tr("Keep them") if len(there) > 1 else self.tr("Keep it")
        self.banner.show_info(
            words.format(len(there)) if len(there) > 1 else one,
            self.tr("New ones hold what was measured only; nothing that was written is lost."),
            (keep, partial(self.made.emit, there[0])),
            later=(
                more.format(many) if many > 1 else other,
                partial(self._make, segmentation, again=True),
            ),
        )
        self.banner.take_keys()

    def _make(self, segmentation: str, *, again: bool) -> None:
        from persona_studio.workspace import drafting

        done: list[str] = []
        there = drafting.standing(self._bridge.snapshot, segmentation)
        with self._bridge.edit(self.tr("Draft personas")):
            done = drafting.draft(self._bridge.workspace, segmentation, again=again)
        if not done:
            return
        self.made.emit(done[0])
        if there:
            words = self.tr("1 draft persona was made.")
            if len(done) > 1:
                words = self.tr("{0} draft personas were made.").format(len(done))
            self._bridge.told.emit(words, self.tr("Those that were there are as they were."))

    def everyone(self, wave: str | None, segmentation: str | None) -> None:
        """Make one persona of everyone who was asked; where one is there, ask first."""
        from persona_studio.workspace import drafting

        if wave is None or self._bridge.read_only:
            return
        there = drafting.of_everyone(self._bridge.snapshot, wave)
        if not there:
            self._make_of_everyone(wave)
            return
        self._asked, self._of_everyone = segmentation or "", wave
        self.banner.show_info(
            self.tr("A persona of everyone who was asked is there: {0}.").format(there[0].name),
            self.tr("A new one holds what was measured only; nothing that was written is lost."),
            (self.tr("Keep it"), partial(self.made.emit, there[0].id)),
            later=(self.tr("Make a new one beside it"), partial(self._make_of_everyone, wave)),
        )
        self.banner.take_keys()

    def _make_of_everyone(self, wave: str) -> None:
        from persona_studio.workspace import drafting

        done = ""
        with self._bridge.edit(self.tr("Draft a persona of everyone")):
            done = drafting.draft_everyone(self._bridge.workspace, wave)
        if done:
            self.made.emit(done)

    def rename(self, segment: str, name: str) -> None:
        """Call a group by another name."""
        with self._bridge.edit(self.tr("Rename group")) as write:
            write.change(Segment, segment, name=name)
