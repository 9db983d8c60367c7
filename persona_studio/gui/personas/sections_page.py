# SPDX-License-Identifier: MIT
"""The sections of the project at the side of the board: names, order, which are shown, own ones."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from persona_studio.core.persona import Claim
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.reach_page import AsidePage
from persona_studio.gui.personas.section_editor import EditorWords, SectionEditor

if TYPE_CHECKING:
    from persona_studio.storage.writer import Writer


class SectionsPage(AsidePage):
    """Each change is one step that can be undone; `told(words)` says what came of it."""

    told = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        own = self.tr("Name of a new section")
        self.editor = SectionEditor(
            EditorWords(
                up=self.tr("Move the section up"),
                down=self.tr("Move the section down"),
                remove=self.tr("Remove the section"),
                add=self.tr("Add the section"),
                field=own,
                hint=own,
                over_field=self.tr("A section of your own"),
            ),
            self.column.spacing(),
        )
        self.list, self.field = self.editor.list, self.editor.field
        self.heading.setText(self.tr("Sections of this project"))
        self._build()
        self._connect()

    def open(self) -> None:
        """Show the sections as they are now."""
        locked = self._bridge.read_only
        had = self.list.hasFocus() or self.list.isAncestorOf(self.list.window().focusWidget())
        self.list.show_sections(self._bridge.snapshot.sections, locked=locked)
        if had:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._weigh()

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.say(
            self.tr(
                "They hold for every persona and every poster of this project. Untick one to hide "
                "it: its claims stay and are counted on."
            ),
            "quiet",
        )
        self.column.addWidget(self.editor)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.list.renamed.connect(self._rename)
        self.list.shifted.connect(self._shift)
        self.list.switched.connect(self._switch)
        self.list.currentRowChanged.connect(self._weigh)
        self.editor.dropped.connect(self._remove)
        self.editor.added.connect(self._add)

    def _weigh(self) -> None:
        """Allow what can be done with the section in hand."""
        key = self.list.current()
        used = any(c.section == key for c in self._bridge.snapshot.table(Claim).values())
        own = bool(key) and self._bridge.snapshot.section(key).own
        why = self.tr("Only a section of your own without claims can be removed; others are hidden")
        free = not self._bridge.read_only
        self.editor.weigh(free=free, removable=own and not used, why_not=why)

    def _rename(self, section: str, title: str) -> None:
        from persona_studio.storage import sections

        with self._step("Rename section") as write:
            sections.rename(write, section, title)

    def _shift(self, section: str, place: int) -> None:
        from persona_studio.storage import sections

        with self._step("Move section") as write:
            sections.shift(write, section, place)
        named = self._bridge.snapshot.section(section).title
        spot = self.tr("Moved: {0}, {1} of {2}").format(named, place + 1, self.list.count())
        self.told.emit(spot)

    def _switch(self, section: str, hidden: bool) -> None:
        from persona_studio.storage import sections

        with self._step("Hide section" if hidden else "Show section") as write:
            sections.hide(write, section, hidden=hidden)
        words = self.tr("Hidden: {0}") if hidden else self.tr("Shown: {0}")
        self.told.emit(words.format(self._bridge.snapshot.section(section).title))

    def _add(self, title: str) -> None:
        from persona_studio.storage import sections

        made: list[str] = []
        with self._step("Add section") as write:
            made.append(sections.add(write, title))
        if made:
            self.field.clear()
            self.list.setCurrentRow(self.list.count() - 1)
            self.told.emit(
                self.tr("Added: {0}").format(self._bridge.snapshot.section(made[0]).title)
            )

    def _remove(self, section: str) -> None:
        from persona_studio.storage import sections

        if section and not self._bridge.read_only:
            with self._step("Remove section") as write:
                sections.remove(write, section)

    @contextmanager
    def _step(self, label: str) -> "Iterator[Writer]":
        """Make one step; a refused one leaves the list as the project is."""
        with self._bridge.edit(label) as write:
            yield write
        self.open()
