# SPDX-License-Identifier: MIT
"""Making something of a group: a draft persona, lines of a section, a theme."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from persona_studio.core.errors import StudioError
from persona_studio.core.research import Theme
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.place import Place, place_name
from persona_studio.gui.wall.choosing import choose_place
from persona_studio.gui.wall.gestures import WallGestures
from persona_studio.gui.wall.view import WallView
from persona_studio.gui.wall.words import tr


class GroupUse(QObject):
    """`persona_made(id)` and `section_made(claims)` bring what was made into view.

    `own_group()` returns the group of the cards that are chosen, where no heading is.
    """

    persona_made = Signal(str)
    section_made = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        own_group: Callable[[], list[str]],
        view: WallView,
        gestures: WallGestures,
        bridge: Bridge,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._own_group = own_group
        self._view = view
        self._gestures = gestures
        self._bridge = bridge

    @property
    def _snapshot(self) -> Snapshot:
        return self._bridge.snapshot

    def persona(self) -> None:
        """Draft a persona of the group that is meant."""
        group = self._meant_group()
        made = self._gestures.persona(group) if group else ""
        if made:
            self.persona_made.emit(made)

    def section(self) -> None:
        """Ask for a section, and make lines of it of the group that is meant."""
        group = self._meant_group()
        if group:
            window = self._view.window()
            choose_place(window, self._snapshot, lambda place: self.make_lines(group, place))

    def make_lines(self, group: str, place: Place) -> None:
        """Make lines of a group in a section."""
        made = self._gestures.section(group, place.persona, place.section or "goals")
        if made:
            where = place_name(place, self._snapshot)
            self.told.emit(tr("{0} claims made in {1}").format(len(made), where))
            self.section_made.emit(made)

    def theme(self) -> None:
        """Make a theme of the group that is meant."""
        group = self._meant_group()
        theme, left = self._gestures.theme(group) if group else ("", 0)
        if theme:
            name = self._snapshot.table(Theme)[theme].name
            words = tr("Theme {0}: its quotes are under it now.").format(name)
            rest = tr("{0} notes and figures stay on the wall only.").format(left)
            self.told.emit(f"{words} {rest}" if left else words)

    def _meant_group(self) -> str:
        chosen = self._view.wall.chosen_groups() or self._own_group()
        if not chosen:
            words = tr("No group is chosen.")
            hint = tr("Click the heading of one, or choose cards and press G to make one.")
            self._bridge.failed.emit(StudioError(words, hint, kind="nothing_chosen"))
        return chosen[0] if chosen else ""
