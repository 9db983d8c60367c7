# SPDX-License-Identifier: MIT
"""The way of the rooms to the open project: edits go in here, changes come out as a signal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from persona_studio.core.change import Change
from persona_studio.core.errors import StudioError
from persona_studio.core.snapshot import Snapshot

if TYPE_CHECKING:
    from persona_studio.storage.writer import Writer
    from persona_studio.workspace.workspace import Workspace


class Bridge(QObject):
    """One open project for the window.

    `changed` carries a Change, `failed` a StudioError for the banner, `told` a message and a hint
    for it, `saved` these and the path of a new file, `stepped` what was undone or done again;
    `mended` tells that what was refused is done rightly now. `closing` fires while the project can
    still be read: whoever has timers stops them.
    `came_in` is the wave that Patterns is to look at next, "" for the one it shows.
    """

    changed = Signal(object)
    failed = Signal(object)
    told = Signal(str, str)
    saved = Signal(str, str, Path)
    stepped = Signal(str)
    mended = Signal()
    closing = Signal()

    def __init__(self, workspace: "Workspace", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.came_in = ""
        workspace.listeners.append(self._tell)

    @property
    def snapshot(self) -> Snapshot:
        """The project as it stands now."""
        return self.workspace.snapshot

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self.workspace.read_only

    @contextmanager
    def edit(self, label: str, key: str | None = None) -> "Iterator[Writer]":
        """Make one undo step; a refused edit changes nothing and is shown as a banner.

        The error does not come back to the caller: code after the block must not rely on it.
        """
        try:
            with self.workspace.edit(label, key) as write:
                yield write
        except StudioError as error:
            self.failed.emit(error)

    def undo(self) -> None:
        """Take the last edit back, if there is one."""
        self._attempt(self.workspace.undo, self.workspace.undo_label, self.tr("Undone: {0}"))

    def redo(self) -> None:
        """Do again what was taken back, if there is something."""
        self._attempt(self.workspace.redo, self.workspace.redo_label, self.tr("Done again: {0}"))

    def close(self) -> None:
        """Close the project; the bridge says nothing any more."""
        self.closing.emit()
        self.workspace.listeners.remove(self._tell)
        self.workspace.close()

    def _attempt(self, step: Callable[[], object], label: str | None, words: str) -> None:
        if label is None:
            return
        try:
            step()
        except StudioError as error:
            self.failed.emit(error)
        else:
            self.stepped.emit(words.format(label[:1].lower() + label[1:]))

    def _tell(self, change: Change) -> None:
        self.changed.emit(change)
