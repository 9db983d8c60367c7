# SPDX-License-Identifier: MIT
"""The scales of a wave one below the other; what is wished of one is told with its id."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from persona_studio.core.scales import Scale
from persona_studio.gui.personas.auto_scroll import AutoScroll
from persona_studio.gui.scales.track import ScaleTrack, Shown
from persona_studio.gui.widgets.clearing import clear
from persona_studio.workspace.scaling import Spot


class TrackList(QScrollArea):
    """`tracks` by the id of their scale; they tell `shown` alike (see `ScaleTrack`)."""

    placed = Signal(str, int, int)
    taken_back = Signal(str, int)
    remove_asked = Signal(str)
    reached = Signal(str)
    person = Signal(int)
    next_person = Signal(int)
    typed = Signal(str)

    def __init__(self, shown: Shown, *, locked: bool) -> None:
        super().__init__()
        self.tracks: dict[str, ScaleTrack] = {}
        self._shown = shown
        self._locked = locked
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        inner = QWidget()
        around = QVBoxLayout(inner)
        around.setContentsMargins(20, 0, 20, 12)
        around.addLayout(self._column)
        around.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setProperty("kind", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.auto_scroll = AutoScroll(lambda _at: [self], self)

    def show_scales(
        self, scales: Sequence[Scale], spots: Callable[[Scale], Mapping[int, Spot]]
    ) -> None:
        """Show these scales and where people stand on each."""
        if [track.scale for track in self.tracks.values()] != list(scales):
            clear(self._column)
            self.tracks = {}
            for scale in scales:
                track = ScaleTrack(scale, self._shown, locked=self._locked)
                self.tracks[scale.id] = track
                self._column.addWidget(track)
                self._look_after(track)
        for track in self.tracks.values():
            track.show_spots(spots(track.scale))

    def show_current(self) -> None:
        """Show on every scale who is meant and who travels along."""
        for track in self.tracks.values():
            track.show_current()

    def scroll_to(self, down: int) -> None:
        """Scroll there when the scales have their heights."""
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(down))

    def _look_after(self, track: ScaleTrack) -> None:
        key = track.scale.id
        track.placed.connect(lambda row, step: self.placed.emit(key, row, step))
        track.taken_back.connect(lambda row: self.taken_back.emit(key, row))
        track.remove_asked.connect(lambda: self.remove_asked.emit(key))
        track.reached.connect(lambda: self.reached.emit(key))
        track.walked.connect(lambda by: self._walk(key, by))
        track.person.connect(self.person)
        track.next_person.connect(self.next_person)
        track.typed.connect(self.typed)
        track.held.connect(self.auto_scroll.near)
        track.let_go.connect(self.auto_scroll.stop)

    def _walk(self, scale: str, by: int) -> None:
        keys = list(self.tracks)
        to = keys.index(scale) + by
        if 0 <= to < len(keys):
            self.tracks[keys[to]].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self.tracks[keys[to]])
