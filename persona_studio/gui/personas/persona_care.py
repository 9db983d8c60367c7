# SPDX-License-Identifier: MIT
"""Looks after the personas themselves: heads, names, pictures and the persona's menu."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu
from shiboken6 import isValid

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Persona
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.personas.board import Board
from persona_studio.gui.personas.column import PersonaColumn
from persona_studio.gui.personas.facts import facts_of
from persona_studio.gui.personas.gestures import Gestures
from persona_studio.gui.personas.head_pages import HeadPages
from persona_studio.gui.personas.menus import persona_menu
from persona_studio.gui.personas.persona_page import PersonaPage
from persona_studio.gui.personas.picture import face_svg
from persona_studio.gui.personas.picture_page import PicturePage
from persona_studio.storage import rows

if TYPE_CHECKING:
    from persona_studio.gui.personas.room import PersonasRoom


class PersonaCare(QObject):
    """Fills the heads of the columns and carries out what is asked there."""

    def __init__(
        self, board: Board, gestures: Gestures, bridge: Bridge, jobs: Jobs, room: "PersonasRoom"
    ) -> None:
        super().__init__(room)
        self._board = board
        self._gestures = gestures
        self._bridge = bridge
        self._room = room
        self._jobs = jobs
        self._faces: dict[tuple[str, str], str] = {}
        self.pages = HeadPages(room.side, bridge, gestures, self._page_made)

    def add(self) -> None:
        """Add a persona and let it be named at once."""
        made = self._gestures.add_persona(self._free_name())
        if made and made[0] in self._board.columns:
            self._room.reveal_persona(made[0])
            self._board.columns[made[0]].head.name.begin()

    def look_after(self, column: PersonaColumn) -> None:
        """Connect a new column's head."""
        key, head = column.persona, column.head
        head.renamed.connect(partial(self._rename, key))
        head.retold.connect(
            lambda text: self._gestures.change_persona(key, "Change tagline", tagline=text)
        )
        head.menu_asked.connect(lambda at: self.offer(key, at))
        head.reach_asked.connect(lambda: self._room.side.show_reach(key))
        head.disc.face_wanted.connect(self._draw_face)
        head.photo_dropped.connect(lambda path: self._give_photo(key, Path(path)))
        head.picture_asked.connect(lambda: self.pages.picture(key))

    def show(self, column: PersonaColumn, persona: Persona) -> None:
        """Show a persona in its head."""
        snapshot = self._bridge.snapshot
        column.show_persona(persona)
        picture = snapshot.picture(persona.picture)
        data = None
        if picture is not None and picture.sha256:
            connection = self._bridge.workspace.database.connection
            data = rows.read_blob(connection, picture.sha256)
        demographics = snapshot.claims_of(persona.id, "demographics")
        facts = facts_of(demographics, self._bridge.workspace.assess)
        column.head.show_persona(persona, (picture, data), facts)

    def offer(self, key: str, at: QPoint) -> None:
        """Open the menu of a persona."""
        persona = self._bridge.snapshot.table(Persona).get(key)
        if persona is None or self._bridge.read_only:
            return
        menu = persona_menu(
            self._room,
            persona,
            self._bridge.snapshot,
            self._gestures,
            self._board.columns[key].head.name.begin,
            lambda: self.pages.picture(key),
        )
        menu.insertActions(menu.actions()[0], self._pages_of(key, menu))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _pages_of(self, key: str, menu: QMenu) -> list[QAction]:
        """Return what leads to the pages of a persona."""
        alone = self._board.alone == key
        made = []
        for words, run in (
            (
                self.tr("Show all personas") if alone else self.tr("Show alone, wide"),
                lambda: self._board.show_alone("" if alone else key),
            ),
            (self.tr("Whom it describes"), lambda: self._room.side.show_reach(key)),
            (self.tr("Suggest a name\u2026"), lambda: self.pages.names(key)),
            (self.tr("Facts under the name\u2026"), lambda: self.pages.facts(key)),
            (self.tr("Choose a quote\u2026"), lambda: self.pages.quote(key)),
            (self.tr("Data in pictures\u2026"), lambda: self.pages.data(key)),
            (self.tr("Day or journey\u2026"), lambda: self.pages.journey(key)),
        ):
            action = QAction(words, menu)
            action.triggered.connect(run)
            made.append(action)
        return made

    def choose_photo(self, key: str) -> None:
        """Ask for a photo file and give it to a persona."""
        name, _kind = QFileDialog.getOpenFileName(
            self._room,
            self.tr("Choose a photo"),
            "",
            self.tr("Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff)"),
        )
        if name:
            self._give_photo(key, Path(name))

    def _give_photo(self, key: str, path: Path) -> None:
        """Give a persona a photo, and ask at once who is on it and who agreed."""
        if self._gestures.give_photo(key, path):
            self.pages.picture(key)

    def _page_made(self, page: PersonaPage) -> None:
        if isinstance(page, PicturePage):
            page.photo_wanted.connect(self.choose_photo)
            page.faces.wanted.connect(self._draw_face)

    def _rename(self, key: str, name: str) -> None:
        if name:
            self._gestures.change_persona(key, "Rename persona", name=name)

    def _draw_face(self, style: str, seed: str) -> None:
        """Have a face drawn beside the window's work; until then the initials stand."""
        if (style, seed) in self._faces:
            self._show_face(style, seed)
        else:
            done = partial(self._face_drawn, style, seed)
            self._jobs.run_thread(face_svg, (style, seed), done, _keep_initials)

    def _face_drawn(self, style: str, seed: str, svg: str) -> None:
        self._faces[style, seed] = svg
        if isValid(self._board):
            self._show_face(style, seed)

    def _show_face(self, style: str, seed: str) -> None:
        for column in self._board.columns.values():
            column.head.disc.take_face(style, seed, self._faces[style, seed])
        page = self.pages.page(PicturePage)
        if page is not None:
            page.faces.take_face(style, seed, self._faces[style, seed])

    def _free_name(self) -> str:
        taken = {persona.name for persona in self._bridge.snapshot.personas}
        name, number = self.tr("New persona"), 2
        while name in taken:
            name, number = self.tr("New persona {0}").format(number), number + 1
        return name


def _keep_initials(_error: StudioError) -> None:
    """Leave a face that cannot be drawn here as initials."""
