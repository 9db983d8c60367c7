# SPDX-License-Identifier: MIT
"""The quiet line of evidence cards, counted card after card while the window rests."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.wall.scene import WallScene
from persona_studio.workspace.walling import counts_of

_SLICE_SECONDS = 0.006


class Counts(QObject):
    """Fills `detail` of the cards of a scene."""

    def __init__(self, scene: WallScene, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._scene = scene
        self._bridge = bridge
        self._known: dict[str, str] = {}
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._count_on)

    def want(self) -> None:
        """Count what is not known yet."""
        for key, item in self._scene.cards.items():
            item.detail = self._known.get(key, "")
        self._idle.start()

    def forget(self) -> None:
        """Count anew: the data has changed."""
        self._known.clear()

    def _count_on(self) -> None:
        until = perf_counter() + _SLICE_SECONDS
        for key, item in self._scene.cards.items():
            if item.card.kind == "note" or key in self._known:
                continue
            if perf_counter() > until:
                return
            item.detail = self._known[key] = counts_of(self._bridge.workspace, item.card)
            item.update()
        self._idle.stop()
