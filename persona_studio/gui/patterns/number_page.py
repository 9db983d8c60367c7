# SPDX-License-Identifier: MIT
"""How many groups: one fewer, as shown, and one more, side by side; the user chooses."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core.errors import StudioError
from persona_studio.core.research import Segment, Segmentation
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.patterns.running import Running
from persona_studio.gui.patterns.wording import colour_of, percent, size_of, steady
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.meter_bar import MeterBar
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace import grouping
from persona_studio.workspace.recognising import names_of

if TYPE_CHECKING:
    from persona_studio.patterns.request import GroupRequest, GroupResult

_BESIDE = (-1, 0, 1)


class NumberColumn(Card):
    """One number of groups: how steady its least steady group is, and each group where known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel(kind="name")
        self.worst = PlainLabel(kind="muted", wrap=True)
        self.button = GhostButton("")
        self._groups = QVBoxLayout()
        self._groups.setSpacing(10)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self.body.addWidget(self.worst)
        self.body.addSpacing(4)
        self.body.addLayout(self._groups)
        self.body.addStretch(1)

    def say(self, title: str, worst: str, button: str, *, can: bool) -> None:
        """Say what number this is and what can be done with it."""
        self.title.setText(title)
        self.worst.setText(worst)
        self.button.set_text(button)
        self.button.setEnabled(can)
        self.button.setAccessibleName(f"{button}: {title}")
        self.setAccessibleName(f"{title}. {worst}")

    def show_groups(self, segments: Sequence[Segment], names: Sequence[str]) -> None:
        """List the groups with size and steadiness; none where they were not looked at yet."""
        clear(self._groups)
        everyone = sum(segment.n for segment in segments)
        for segment, name in zip(segments, names, strict=True):
            size = size_of(segment, everyone)
            bar = MeterBar(colour_of(segment.number))
            bar.set_values(None, segment.n / max(1, everyone))
            bar.setAccessibleName(f"{name}: {size}")
            group = QVBoxLayout()
            group.setSpacing(2)
            group.addWidget(PlainLabel(name, "strong", elide=True))
            group.addWidget(PlainLabel(size, "quiet", wrap=True))
            group.addWidget(bar)
            self._groups.addLayout(group)
        if not segments:
            words = self.tr("Not looked at yet.")
            self._groups.addWidget(PlainLabel(words, "quiet", wrap=True))


class NumberPage(QWidget):
    """`chosen` carries the id of the grouping that is to be shown."""

    chosen = Signal(str)

    def __init__(self, bridge: Bridge, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._shown: Segmentation | None = None
        self._known: Mapping[int, Segmentation] = {}
        self._next: list[int] = []
        self.columns = [NumberColumn() for _ in _BESIDE]
        self.both = GhostButton(self.tr("Look at all of them"))
        self.running = Running(jobs, self.tr("Looking at another number of groups"))
        self._build()
        self.both.clicked.connect(lambda _: self.look(self._missing()))
        self.running.failed.connect(bridge.failed)
        self.running.ended.connect(self._ended)
        bridge.closing.connect(self.running.cancel)

    def show_answer(self, shown: Segmentation, kept: Sequence[Segmentation]) -> None:
        """Show a grouping between its neighbours; `kept` are those of the same people."""
        self._shown = shown
        self._known = {**alike(kept, shown), shown.k: shown}
        offered = {offer["k"]: offer["worst_stability"] for offer in shown.offered or ()}
        free = not self._bridge.read_only and not self.running.busy
        for by, column in zip(_BESIDE, self.columns, strict=True):
            k = shown.k + by
            column.setVisible(k in offered or by == 0)
            if k in offered or by == 0:
                self._fill(column, k, offered.get(k), free=free)
        self.both.setVisible(bool(self._missing()))
        self.both.setEnabled(free)

    def look(self, numbers: Sequence[int]) -> None:
        """Look at other numbers of groups, one after the other; what is shown stays shown."""
        if self._shown is None or self.running.busy or self._bridge.read_only or not numbers:
            return
        shown, self._next = self._shown, list(numbers[1:])
        try:
            request = grouping.request_again(self._bridge.workspace, shown, numbers[0])
        except StudioError as error:
            self._bridge.failed.emit(error)
            return
        for button in (self.both, *(column.button for column in self.columns)):
            button.setEnabled(False)
        self.running.start(grouping.job(request), partial(self._keep, request))

    def _build(self) -> None:
        words = self.tr(
            "Any of these may be right. Fewer groups often come back more surely, more groups say "
            "more: choose what your workshop can work with."
        )
        top = QHBoxLayout()
        top.addWidget(PlainLabel(words, "muted", wrap=True), 1)
        top.addWidget(self.both)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        for by, column in zip(_BESIDE, self.columns, strict=True):
            beside.addWidget(column, 1)
            column.button.clicked.connect(partial(self._press, by))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(top)
        whole.addWidget(self.running)
        whole.addLayout(beside)
        whole.addStretch(1)

    def _fill(self, column: NumberColumn, k: int, worst: float | None, *, free: bool) -> None:
        found = self._known.get(k)
        here = found is not None and found is self._shown
        words: Callable[[str], str] = self.tr
        button = words("Look at these") if found is None else words("Show these")
        snapshot, told = self._bridge.snapshot, ""
        segments = snapshot.segments_of(found.id) if found else ()
        worst = min((s.stability for s in segments if s.stability is not None), default=worst)
        if worst is not None:
            seen = words("The least steady group keeps {share} of its people: {steady}.")
            rough = words("At a first look the least steady group keeps about {share}: {steady}.")
            told = (seen if found else rough).format(share=percent(worst), steady=steady(worst))
        title = words("{k} groups").format(k=k)
        can = not here and (found is not None or free)
        column.say(title, told, words("Shown now") if here else button, can=can)
        column.show_groups(segments, names_of(snapshot, found) if found else ())

    def _missing(self) -> list[int]:
        """Return the numbers beside the one shown that were not looked at yet."""
        shown = self._shown
        offered = [offer["k"] for offer in shown.offered or ()] if shown else []
        near = [shown.k + by for by in _BESIDE] if shown else []
        return [k for k in near if k in offered and k not in self._known]

    def _press(self, by: int) -> None:
        if self._shown is None:
            return
        found = self._known.get(self._shown.k + by)
        if found is None:
            self.look([self._shown.k + by])
        else:
            self.chosen.emit(found.id)

    def _keep(self, request: "GroupRequest", result: "GroupResult") -> None:
        with self._bridge.edit(self.tr("Look at {k} groups").format(k=result.k)):
            grouping.store(self._bridge.workspace, request, result)
        self.look(self._next)

    def _ended(self) -> None:
        """Let the buttons be pressed again, where the search found nothing to keep."""
        if self._shown is not None:
            self.show_answer(self._shown, list(self._known.values()))


def alike(kept: Sequence[Segmentation], shown: Segmentation) -> dict[int, Segmentation]:
    """Return the groupings made of the same questions and weights by number, the newest of each."""
    asked = set(grouping.asked_for(shown))
    return {
        other.k: other
        for other in kept
        if other.offered
        and other.weights == shown.weights
        and set(grouping.asked_for(other)) == asked
    }
