# SPDX-License-Identifier: MIT
"""Which claims are meant on the board: one list at a time holds the selection."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from persona_studio.core.persona import Claim
from persona_studio.gui.personas.claim_list import ClaimList


class Selection(QObject):
    """The lists of the board and the one in front; `chosen` tells that other claims are meant."""

    chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lists: list[ClaimList] = []
        self.front: ClaimList | None = None
        self._quiet = False

    def adopt(self, shown: ClaimList) -> None:
        """Let a list (of a section, of the parking lot) take part."""
        self.lists.append(shown)
        shown.chosen.connect(lambda: self.come_first(shown))
        shown.entered_list.connect(lambda: self.come_first(shown))
        shown.destroyed.connect(lambda: self.forget(shown))

    def forget(self, shown: ClaimList) -> None:
        """Let go of a list that is going away."""
        self.lists = [each for each in self.lists if each is not shown]
        if self.front is shown:
            self.front = None

    def come_first(self, shown: ClaimList) -> None:
        """Make a list the one whose claims are meant; the others mean nothing any more."""
        if self._quiet:
            return
        self.front = shown
        with self.quiet():
            for other in self.lists:
                if other is not shown and other.selectionModel().hasSelection():
                    other.clearSelection()
        self.chosen.emit()

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Let lists change without anybody choosing."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def claims(self) -> list[str]:
        """Return the ids of the claims that are meant, in board order."""
        return self.front.selected() if self.front is not None else []

    def current(self) -> Claim | None:
        """Return the claim the keyboard is on."""
        found = self.front.current_claim() if self.front is not None else None
        return found if found is not None and found.id else None

    def has_keyboard(self) -> bool:
        """Tell whether the keyboard is on a claim."""
        focus = QApplication.focusWidget()
        return focus is not None and any(
            focus is shown or shown.isAncestorOf(focus) for shown in self.lists
        )
