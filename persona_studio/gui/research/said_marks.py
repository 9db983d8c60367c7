# SPDX-License-Identifier: MIT
"""What is done with a passage: buttons, its themes as chips, how far it may go, what it proves."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.research import Quote, Theme, ThemeItem
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.research import words
from persona_studio.gui.widgets.buttons import GhostButton, IconButton, LinkButton
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.flow_layout import FlowLayout
from persona_studio.gui.widgets.plain_label import PlainLabel

CONSENTS = {
    "none": QT_TRANSLATE_NOOP("research", "Not to be shown"),
    "internal": QT_TRANSLATE_NOOP("research", "Inside the team"),
    "publish": QT_TRANSLATE_NOOP("research", "May be published"),
}


class SaidMarks(QWidget):
    """The row under an answer: acts on the selected passage or on the mark that is chosen.

    `claim_wanted` carries the id of a claim the mark is linked to: the board shows it.
    """

    mark_wanted = Signal()
    theme_wanted = Signal()
    link_wanted = Signal()
    remove_wanted = Signal()
    untag_wanted = Signal(str)
    consent_chosen = Signal(str)
    claim_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.locked = False
        self.mark = GhostButton(self.tr("Mark"), "quote")
        self.theme = GhostButton(self.tr("Theme…"), "tags")
        self.link = GhostButton(self.tr("Link to claim…"), "link")
        self.consent = QComboBox()
        self.remove = IconButton("trash-2", self.tr("Remove this mark"))
        self.about = PlainLabel("", "quiet", elide=True)
        self._chips = FlowLayout(None, 6)
        self._linked = QVBoxLayout()
        self._build()
        self._connect()

    def show_mark(self, snapshot: Snapshot, quote: Quote | None, about: str) -> None:
        """Show what is known of a mark (None: there is none), and `about` what buttons act on."""
        self.about.setText(about)
        self.mark.setEnabled(quote is None)
        self.remove.setVisible(quote is not None and not self.locked)
        chosen = quote.consent if quote else "none"
        self.consent.setCurrentIndex(self.consent.findData(chosen))
        self._show_chips(themes_of(snapshot, quote.id) if quote else [])
        self._show_linked(snapshot, quote.id if quote else "")

    def lock(self) -> None:
        """Show only: the project cannot be changed."""
        self.locked = True
        for widget in (self.mark, self.theme, self.link, self.consent, self.remove):
            widget.hide()

    def _build(self) -> None:
        for key, text in CONSENTS.items():
            self.consent.addItem(words.say(text), key)
        self.consent.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.consent.setAccessibleName(self.tr("How far these words may go"))
        self.mark.setToolTip("M")
        self.theme.setToolTip("T")
        self.link.setToolTip("L")
        buttons = QWidget()
        buttons.setProperty("kind", "clear")
        row = FlowLayout(buttons, 8)
        for widget in (self.mark, self.theme, self.link, self.consent):
            row.addWidget(widget)
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self.about, 1)
        told.addWidget(self.remove)
        chips = QWidget()
        chips.setProperty("kind", "clear")
        chips.setLayout(self._chips)
        self._linked.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(told)
        column.addWidget(buttons)
        column.addWidget(chips)
        column.addLayout(self._linked)

    def _connect(self) -> None:
        self.mark.clicked.connect(self.mark_wanted)
        self.theme.clicked.connect(self.theme_wanted)
        self.link.clicked.connect(self.link_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self.consent.activated.connect(self._say_consent)

    def _say_consent(self) -> None:
        self.consent_chosen.emit(self.consent.currentData())

    def _show_chips(self, themes: Sequence[Theme]) -> None:
        clear(self._chips)
        for theme in themes:
            chip = Chip(theme.name, checked=True)
            chip.setToolTip(self.tr("Press to take this theme off"))
            chip.clicked.connect(partial(self.untag_wanted.emit, theme.id))
            self._chips.addWidget(chip)

    def _show_linked(self, snapshot: Snapshot, quote: str) -> None:
        clear(self._linked)
        for claim, stance in claims_of(snapshot, quote) if quote else ():
            owner = snapshot.table(Persona).get(claim.persona or "")
            name = owner.name if owner else self.tr("Parking lot")
            against = stance == "contradicts"
            line = self.tr("Against {0}: {1}") if against else self.tr("For {0}: {1}")
            button = LinkButton(line.format(name, claim.text), "link")
            button.clicked.connect(partial(self.claim_wanted.emit, claim.id))
            self._linked.addWidget(button)


def themes_of(snapshot: Snapshot, quote: str) -> list[Theme]:
    """Return the themes a quote lies under, in their order."""
    items = snapshot.table(ThemeItem).values()
    found = [snapshot.table(Theme)[item.theme] for item in items if item.quote == quote]
    return sorted(found, key=lambda theme: (theme.position, theme.name))


def claims_of(snapshot: Snapshot, quote: str) -> list[tuple[Claim, str]]:
    """Return the claims a quote speaks for or against, with the stance."""
    items = [e for e in snapshot.table(Evidence).values() if e.quote == quote]
    return [(snapshot.table(Claim)[item.claim], item.stance) for item in items]
