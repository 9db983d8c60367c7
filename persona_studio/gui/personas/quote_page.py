# SPDX-License-Identifier: MIT
"""The quote of a persona, chosen from what its people said, and how far their words may go."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from persona_studio.core.persona import Persona
from persona_studio.core.words import CONSENTS
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.fitted_list import ChoiceList
from persona_studio.gui.personas.gestures import Gestures
from persona_studio.gui.personas.persona_page import PersonaPage
from persona_studio.gui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from persona_studio.workspace.quote_choice import Offered


class QuotePage(PersonaPage):
    """Enter or a click lets a quote stand for the persona; it is marked as the one it is."""

    def __init__(self, bridge: Bridge, gestures: Gestures, parent: QWidget | None = None) -> None:
        super().__init__(bridge, gestures, parent)
        self.offered: list[Offered] = []
        self.list = ChoiceList(self.tr("Quotes, the most typical speakers first"))
        self.consent = QComboBox()
        self._asked = PlainLabel("", "quiet", wrap=True)
        self._none = PlainLabel(
            self.tr("Nobody of this persona's people said anything in words yet."),
            "faint",
            wrap=True,
        )
        self._build()
        self.list.taken.connect(self._take)
        self.consent.activated.connect(self._allow)

    def show_persona(self, who: Persona, *, fresh: bool) -> None:
        """Offer the quotes of a persona's people."""
        from persona_studio.workspace import quote_choice

        self.heading.setText(self.tr("A quote for {0}").format(who.name))
        self.offered = quote_choice.ranked(self._bridge.workspace, who.id)
        if fresh:
            self.list.setCurrentRow(-1)
        self.list.offer([self._words(each) for each in self.offered])
        self._none.setVisible(not self.offered)
        first = self.offered[0] if self.offered and self.offered[0].claim else None
        for part in (self.consent, self._asked):
            part.setVisible(first is not None)
        if first is not None:
            self._asked.setText(self.tr("How far may \u201c{0}\u201d go?").format(first.item.text))
            self.consent.setCurrentIndex(self.consent.findData(first.consent))

    def take_focus(self) -> None:
        """Give the keyboard to the quotes."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.say(
            self.tr(
                "Words that people really said. A speaker is typical when many of this persona's "
                "counted lines are true of that very person."
            ),
            "quiet",
        )
        self.column.addWidget(self._asked)
        for consent in CONSENTS:
            self.consent.addItem(self._consent_words(consent), consent)
        name = self.tr("How far these words may go")
        self.consent.setAccessibleName(name)
        self.consent.view().setAccessibleName(name)
        self.column.addWidget(self.consent)
        self.column.addWidget(self.list)
        self.column.addWidget(self._none)
        self.column.addStretch(1)
        for part in (self.list, self.consent):
            part.setEnabled(not self._bridge.read_only)

    def _words(self, each: "Offered") -> str:
        parts = [each.item.where]
        if each.lines:
            parts.append(self.tr("{0} of {1} lines hold").format(each.held, each.lines))
        parts.append(self._consent_words(each.consent))
        if each.claim:
            chosen = each is self.offered[0]
            parts.insert(0, self.tr("Chosen") if chosen else self.tr("On the persona"))
        told = " \u00b7 ".join(parts)
        return f"\u201c{each.item.text}\u201d\n{told}"

    def _consent_words(self, consent: str) -> str:
        return {
            "none": self.tr("not asked yet"),
            "internal": self.tr("within the house only"),
            "publish": self.tr("may be printed"),
        }[consent]

    def _take(self, row: int) -> None:
        from persona_studio.workspace import quote_choice

        if self._bridge.read_only:
            return
        with self._bridge.edit("Choose a quote") as write:
            space = self._bridge.workspace
            quote_choice.choose(space, write, self.persona, self.offered[row])
        self.list.setCurrentRow(0)

    def _allow(self) -> None:
        from persona_studio.workspace import quote_choice

        consent = str(self.consent.currentData())
        with self._bridge.edit("Say how far a quote may go") as write:
            quote_choice.allow(write, self.offered[0].claim, consent)
