# SPDX-License-Identifier: MIT
"""Names to choose from, at the side of the board, and why they are drawn by lot."""

from random import Random

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from persona_studio.core.persona import Persona
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.fitted_list import ChoiceList
from persona_studio.gui.personas.gestures import Gestures
from persona_studio.gui.personas.persona_page import PersonaPage
from persona_studio.gui.widgets.buttons import LinkButton
from persona_studio.gui.widgets.plain_label import PlainLabel


class NamesPage(PersonaPage):
    """Taking a name renames the persona, one step that can be undone."""

    def __init__(self, bridge: Bridge, gestures: Gestures, parent: QWidget | None = None) -> None:
        super().__init__(bridge, gestures, parent)
        self._lot = Random()
        self.language = QComboBox()
        self.names = ChoiceList(self.tr("Given names by lot"))
        self.labels = ChoiceList(self.tr("Labels from the claims"))
        self.others = LinkButton(self.tr("Other names"), "refresh-cw", flush=True)
        self._no_labels = PlainLabel(
            self.tr("Short goals and behaviours of this persona will stand here."),
            "faint",
            wrap=True,
        )
        self._build()
        self.names.taken.connect(lambda row: self._take(self.names, row))
        self.labels.taken.connect(lambda row: self._take(self.labels, row))
        self.others.clicked.connect(self._draw)
        self.language.activated.connect(self._choose_language)

    def show_persona(self, who: Persona, *, fresh: bool) -> None:
        """Offer names for a persona; those that were drawn stay while it is spoken of."""
        from persona_studio.workspace import name_ideas

        self.heading.setText(self.tr("A name for {0}").format(who.name))
        at = self.language.findData(name_ideas.language_of(self._bridge.snapshot))
        if fresh or at != self.language.currentIndex():
            self.language.setCurrentIndex(at)
            self._draw()
        found = name_ideas.labels(self._bridge.workspace, who.id)
        self.labels.offer(found)
        self._no_labels.setVisible(not found)

    def take_focus(self) -> None:
        """Give the keyboard to the names."""
        self.names.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        from persona_studio.workspace import name_ideas

        self.say(
            self.tr(
                "Names are drawn by lot, as many of women as of men. The studio does not look at "
                "age, gender, income or place: a name that seems to fit would put a stereotype "
                "where research belongs. Names of other personas and of people you asked, as far "
                "as they are known, are left out."
            ),
            "quiet",
        )
        self.language.addItem(self.tr("All languages mixed"), "")
        for language in name_ideas.lists():
            self.language.addItem(language, language)
        self.language.setAccessibleName(self.tr("Language of the names"))
        self.language.view().setAccessibleName(self.tr("Language of the names"))
        self.column.addWidget(self.language)
        self.column.addWidget(self.names)
        self.column.addWidget(self.others, 0, Qt.AlignmentFlag.AlignLeft)
        self.say(self.tr("Or what they do, from the claims"), "section")
        self.column.addWidget(self.labels)
        self.column.addWidget(self._no_labels)
        self.say(
            self.tr("A label says why this persona is there, and nobody reads an age into it."),
            "faint",
        )
        self.column.addStretch(1)
        for part in (self.language, self.names, self.labels):
            part.setEnabled(not self._bridge.read_only)

    def _draw(self) -> None:
        from persona_studio.workspace import name_ideas

        self.names.offer(name_ideas.given_names(self._bridge.workspace, self._lot))

    def _choose_language(self) -> None:
        from persona_studio.storage import settings
        from persona_studio.workspace import name_ideas

        chosen = str(self.language.currentData())
        self.language.setCurrentIndex(-1)  # what the project says then is shown, and drawn anew
        with self._bridge.edit("Choose the language of names") as write:
            settings.put(write, name_ideas.SETTING, chosen or None)
        self.refresh()

    def _take(self, offered: ChoiceList, row: int) -> None:
        item = offered.item(row)
        if item is not None and not self._bridge.read_only:
            self._gestures.change_persona(self.persona, "Rename persona", name=item.text())
