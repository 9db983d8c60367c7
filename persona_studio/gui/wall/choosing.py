# SPDX-License-Identifier: MIT
"""Asking where to: a group for cards, a section for a group; type a few letters, press Enter."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from persona_studio.core.research import Theme
from persona_studio.core.snapshot import Snapshot
from persona_studio.core.wall import WallGroup
from persona_studio.gui.palette import Entry, Palette
from persona_studio.gui.personas.place import Place, every_place, place_name
from persona_studio.gui.wall.words import group_title, tr


class WallPalette(Palette):
    """The panel of Ctrl+K, filled with groups or sections."""


def choose_group(window: QWidget, snapshot: Snapshot, go: Callable[[str], None]) -> WallPalette:
    """Offer each group by letter and name, the free wall, and a new group of what is typed."""
    groups = sorted(snapshot.table(WallGroup).values(), key=lambda g: (len(g.letter), g.letter))
    entries = [
        Entry(
            f"{group.letter} · {group_title(group)}",
            "",
            "group",
            partial(go, group.letter),
        )
        for group in groups
    ]
    entries.append(Entry(tr("Out of the group"), "", "move", lambda: go("")))
    panel = _panel(window, tr("Move to…"))
    panel.open(
        entries,
        lambda typed: Entry(tr("New group “{0}”").format(typed), "", "plus", lambda: go(typed)),
    )
    return panel


def choose_place(window: QWidget, snapshot: Snapshot, go: Callable[[Place], None]) -> WallPalette:
    """Offer every section of every persona."""
    panel = _panel(window, tr("Make claims of the group in…"))
    panel.open(
        Entry(
            snapshot.section(place.section).title,
            place_name(place, snapshot).rpartition(": ")[0],
            "arrow-right",
            partial(go, place),
        )
        for place in every_place(snapshot)
        if not place.parking
    )
    return panel


def choose_theme(window: QWidget, snapshot: Snapshot, go: Callable[[Theme], None]) -> WallPalette:
    """Offer every theme with the number it is found by."""
    themes = enumerate(snapshot.table(Theme).values(), start=1)
    panel = _panel(window, tr("Put a theme on the wall…"))
    panel.open(
        Entry(f"T{number} · {theme.name}", "", "tags", partial(go, theme))
        for number, theme in themes
    )
    return panel


def _panel(window: QWidget, words: str) -> WallPalette:
    panel = window.findChild(WallPalette)
    if panel is None:
        panel = WallPalette(window)
    panel.setAccessibleName(words)
    panel.field.setPlaceholderText(words)
    panel.field.setAccessibleName(words)
    return panel
