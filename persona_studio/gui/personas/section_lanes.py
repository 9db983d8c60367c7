# SPDX-License-Identifier: MIT
"""The sections of a persona one below the other, or in two or three lanes where there is room."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

_APART = 2


class SectionLanes(QHBoxLayout):
    """Sections in order; several lanes are filled one after the other, about evenly high."""

    def __init__(self) -> None:
        super().__init__()
        self._order: list[QWidget] = []
        self._lanes: list[QVBoxLayout] = []
        self.spread(1)

    def place_of(self, block: QWidget) -> int:
        """Return where in the order a section stands."""
        return self._order.index(block)

    def put(self, block: QWidget, place: int) -> None:
        """Have a section at a place, whether it is here already or not."""
        if place < len(self._order) and self._order[place] is block:
            return
        if block in self._order:
            self._order.remove(block)
            for lane in self._lanes:
                lane.removeWidget(block)
        self._order.insert(place, block)
        if len(self._lanes) == 1:
            self._lanes[0].insertWidget(self._order.index(block), block)
        else:
            self.spread(len(self._lanes))

    def spread(self, many: int) -> None:
        """Share the sections between so many lanes, in the order they are read."""
        for lane in self._lanes:
            while lane.takeAt(0) is not None:
                pass
        while len(self._lanes) > many:
            gone = self._lanes.pop()
            self.removeItem(gone)
            gone.deleteLater()
        while len(self._lanes) < many:
            made = QVBoxLayout()
            made.setSpacing(_APART)
            self._lanes.append(made)
            self.addLayout(made, 1)
        heights = [0 if b.isHidden() else b.sizeHint().height() for b in self._order]
        share, used = sum(heights) / many, 0.0
        for block, high in zip(self._order, heights, strict=True):
            at = int((used + high / 2) / share) if share else 0
            self._lanes[min(at, many - 1)].addWidget(block)
            used += high
        if many > 1:
            for lane in self._lanes:
                lane.addStretch(1)
