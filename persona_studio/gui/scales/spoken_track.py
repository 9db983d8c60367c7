# SPDX-License-Identifier: MIT
"""The people on a scale for a screen reader: by number, where each stands, who travels along."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from persona_studio.gui.widgets.spoken_list import SpokenList

if TYPE_CHECKING:
    from persona_studio.gui.scales.track import ScaleTrack, Shown

_DOT = 22


class SpokenTrack(SpokenList):
    """Lies over a track; whom a screen reader chooses is meant on the whole board."""

    def __init__(self, track: "ScaleTrack", shown: "Shown") -> None:
        super().__init__(self._words_of, self._dot_area, track)
        self._track = track
        self._shown = shown
        self.setAccessibleName(self.tr("People on {0}").format(track.accessibleName()))
        self.picked.connect(self._mean)

    def spot(self, row: int) -> str:
        """Return where a person stands, in words."""
        spot = self._track.spots.get(row)
        if spot is None:
            return self.tr("not placed")
        words = self.tr("on step {0} of {1}").format(spot.at + 1, self._track.scale.steps)
        return words + (self.tr(", by hand") if spot.by_hand else self.tr(", by the answer"))

    def _mean(self, keys: list[str]) -> None:
        if keys:
            self._track.person.emit(int(keys[-1]))

    def _words_of(self, key: str) -> tuple[str, str]:
        row = int(key)
        label = next((p.label for p in self._shown.people if p.row == row), "")
        parts = [self.spot(row)]
        if row in self._shown.companions:
            parts.append(self.tr("travels along"))
        return f"{self._shown.number(row)} ({label})", ", ".join(parts)

    def _dot_area(self, key: str) -> QRect:
        middle = self._track.dot_at(int(key)).toPoint()
        return QRect(middle.x() - _DOT // 2, middle.y() - _DOT // 2, _DOT, _DOT)
