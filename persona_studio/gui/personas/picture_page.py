# SPDX-License-Identifier: MIT
"""The picture of a persona at the side of the board: a photo and whose it is, a drawn face, none.

Whoever is on a photo is asked for: until it is said that somebody agreed, the photo is kept, but
does not leave the house.
"""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from persona_studio.core.persona import Persona, Picture
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.face_grid import FaceGrid, fresh_seeds
from persona_studio.gui.personas.gestures import Gestures
from persona_studio.gui.personas.persona_page import PersonaPage
from persona_studio.gui.personas.photo import decode_stored
from persona_studio.gui.personas.photo_frame import PhotoFrame
from persona_studio.gui.widgets.buttons import GhostButton, LinkButton
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.storage import rows

_WIDE = 512


class PicturePage(PersonaPage):
    """`photo_wanted` asks for a file; every change is a step that can be undone."""

    photo_wanted = Signal(str)

    def __init__(self, bridge: Bridge, gestures: Gestures, parent: QWidget | None = None) -> None:
        super().__init__(bridge, gestures, parent)
        self._shown = ""
        self.photo = GhostButton(self.tr("Choose a photo\u2026"), "image")
        self.plain = GhostButton(self.tr("Initials"), "user")
        self.frame = PhotoFrame()
        self.real = QCheckBox(self.tr("It shows a real person"))
        self.consent = QLineEdit()
        self.licence = QLineEdit()
        self.told = PlainLabel("", "quiet", wrap=True)
        self.faces = FaceGrid()
        self.others = LinkButton(self.tr("Other faces"), "refresh-cw", flush=True)
        self._about = QWidget()
        self._build()
        self._connect()

    def show_persona(self, who: Persona, *, fresh: bool) -> None:
        """Show the picture of a persona, and what can stand in its place."""
        if fresh:
            self.faces.offer(fresh_seeds(), ("", ""))
        self.heading.setText(self.tr("Picture of {0}").format(who.name))
        picture = self._picture()
        kind = picture.kind if picture else "initials"
        self._about.setVisible(kind == "photo")
        self.plain.setEnabled(kind != "initials" and not self._bridge.read_only)
        self.faces.mark((picture.style, picture.seed) if picture else ("", ""))
        if picture is not None and kind == "photo":
            self._show_photo(picture)

    def take_focus(self) -> None:
        """Give the keyboard to what is asked, else to the first thing to do."""
        asked = self._about.isVisibleTo(self) and not self.consent.text()
        first = self.consent if asked else self.photo
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_photo(self, picture: Picture) -> None:
        connection = self._bridge.workspace.database.connection
        if self._shown != picture.sha256:
            self._shown = picture.sha256 or ""
            data = rows.read_blob(connection, self._shown)
            self._image = decode_stored(data or b"", _WIDE) or QImage()
        locked = self._bridge.read_only
        self.frame.show_photo(self._image, picture.focus, locked=locked)
        self.real.setChecked(picture.is_real)
        for field, text in ((self.consent, picture.consent), (self.licence, picture.licence)):
            if not field.hasFocus() or not field.isModified():
                field.setText(text)
        self.consent.setEnabled(picture.is_real and not locked)
        self.told.setText(self._where_it_may_go(picture))

    def _where_it_may_go(self, picture: Picture) -> str:
        if not picture.is_real:
            return self.tr("Nobody is on it who could be asked. Note whose picture it is.")
        if picture.consent.strip():
            return self.tr("It may be printed, and leave the house with the posters.")
        return self.tr(
            "Say who agreed, when, and to what. Until then Review holds it back, and what is made "
            "for clients shows the initials."
        )

    def _build(self) -> None:
        self.say(
            self.tr(
                "A photo loses place, time and names that its file holds. A drawn face is drawn by "
                "lot and knows nothing of the persona; it is free to print (CC0)."
            ),
            "quiet",
        )
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.photo, 1)
        row.addWidget(self.plain)
        self.column.addLayout(row)
        self._build_about()
        self.column.addWidget(self._about)
        self.say(self.tr("Drawn faces"), "section")
        self.column.addWidget(self.faces, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.others, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        locked = self._bridge.read_only
        for part in (self.photo, self.plain, self.faces, self.others, self.real, self.licence):
            part.setEnabled(not locked)

    def _build_about(self) -> None:
        column = QVBoxLayout(self._about)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        column.addWidget(self.frame)
        keys = self.tr("Drag or arrow keys move it \u00b7 wheel, + and \u2212 size it")
        column.addWidget(PlainLabel(keys, "faint", wrap=True))
        column.addWidget(self.real)
        for said, hint, field in (
            (self.tr("Who agreed"), self.tr("Who, when, and to what"), self.consent),
            (self.tr("Whose picture it is"), self.tr("Photographer, licence"), self.licence),
        ):
            column.addWidget(PlainLabel(said, "quiet"))
            field.setPlaceholderText(hint)
            field.setAccessibleName(said)
            field.setMaxLength(200)
            column.addWidget(field)
        column.addWidget(self.told)

    def _connect(self) -> None:
        self._image = QImage()
        self.photo.clicked.connect(lambda: self.photo_wanted.emit(self.persona))
        self.plain.clicked.connect(lambda: self._gestures.give_initials(self.persona))
        self.faces.chosen.connect(self._take_face)
        self.others.clicked.connect(lambda: self.faces.offer(fresh_seeds(), ("", "")))
        self.frame.chosen.connect(self._frame)
        self.real.clicked.connect(self._say_real)
        for field, name, step in (
            (self.consent, "consent", "Note consent"),
            (self.licence, "licence", "Note whose picture it is"),
        ):
            field.editingFinished.connect(partial(self._say, field, name, step))

    def _take_face(self, style: str, seed: str) -> None:
        self._gestures.give_face(self.persona, seed, style)

    def _frame(self, focus: tuple[float, ...]) -> None:
        picture = self._picture()
        if picture is not None:
            self._note(picture.id, "Frame the photo", focus=focus)

    def _say_real(self) -> None:
        picture, real = self._picture(), self.real.isChecked()
        if picture is not None and picture.is_real != real:
            self._note(picture.id, "Say whom a photo shows", is_real=real)

    def _say(self, field: QLineEdit, name: str, step: str) -> None:
        picture, words = self._picture(), " ".join(field.text().split())
        field.setModified(False)
        if picture is not None and picture.kind == "photo" and getattr(picture, name) != words:
            self._note(picture.id, step, **{name: words})

    def _note(self, picture: str, step: str, **fields: Any) -> None:
        """Keep what is said of a picture; the same thing said again continues the step."""
        with self._bridge.edit(step, f"picture:{picture}:{','.join(fields)}") as write:
            write.change(Picture, picture, **fields)

    def _picture(self) -> Picture | None:
        who = self._bridge.snapshot.table(Persona).get(self.persona)
        return self._bridge.snapshot.picture(who.picture) if who else None
