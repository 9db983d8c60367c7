# SPDX-License-Identifier: MIT
"""Move to …: type a few letters of a persona or section, press Enter, the claims are there."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.palette import Entry, Palette
from persona_studio.gui.personas.place import Place, every_place, place_name


def open_move_to(
    window: QWidget, snapshot: Snapshot, current: Place, go: Callable[[Place], None], words: str
) -> Palette:
    """Offer every place but the current one under `words`; `go` is called with the chosen one.

    Sections of the claims' own persona come first, then the same section of the others.
    """
    panel = window.findChild(MoveToPalette)
    if panel is None:
        panel = MoveToPalette(window)
    panel.setAccessibleName(words)
    panel.field.setPlaceholderText(words)
    panel.field.setAccessibleName(words)
    places = [place for place in every_place(snapshot) if place != current]
    places.sort(key=lambda place: _rank(place, current))
    panel.open([_entry(place, snapshot, go) for place in places])
    return panel


class MoveToPalette(Palette):
    """The panel of Ctrl+K, filled with places."""


def _rank(place: Place, current: Place) -> int:
    if place.parking:
        return 2
    if place.persona == current.persona:
        return 0
    return 1 if place.section == current.section else 3


def _entry(place: Place, snapshot: Snapshot, go: Callable[[Place], None]) -> Entry:
    if place.parking:
        return Entry(place_name(place, snapshot), "", "circle-parking", lambda: go(place))
    person = next((p.name for p in snapshot.personas if p.id == place.persona), "")
    return Entry(snapshot.section(place.section).title, person, "arrow-right", lambda: go(place))
