# SPDX-License-Identifier: MIT
"""The line over the board: how many personas, how many customers fit, who was put away."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from persona_studio.core.persona import Persona
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.personas.switch import ViewSwitch
from persona_studio.gui.widgets.buttons import IconButton, LinkButton, PrimaryButton
from persona_studio.gui.widgets.plain_label import PlainLabel

_GAP = 10


class BoardTitle(QWidget):
    """`add_wanted` for a new persona, `back_wanted` carries one put away, `set_wanted`: the set."""

    add_wanted = Signal()
    back_wanted = Signal(str)
    set_wanted = Signal()
    find_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, locked: bool = False) -> None:
        super().__init__(parent)
        self._away: tuple[Persona, ...] = ()
        self._covered = ""
        self._personas: tuple[Persona, ...] = ()
        self._title = PlainLabel(self.tr("Personas"), "title")
        self.counts = PlainLabel("", "muted", elide=True)
        self.left_out = LinkButton("")
        self.away = LinkButton("")
        self.switch = ViewSwitch()
        self.find_button = IconButton("search", self.tr("Find on the board (Ctrl+F)"))
        self.add_button = PrimaryButton(self.tr("Persona"), "plus")
        self.add_button.setAccessibleName(self.tr("Add a persona"))
        self.add_button.setToolTip(self.tr("Add a persona"))
        self.add_button.setEnabled(not locked)
        self.away.setEnabled(not locked)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 12)
        row.setSpacing(_GAP)
        row.addWidget(self._title)
        row.addWidget(self.switch)
        for quiet in (self.counts, self.left_out, self.away):
            quiet.setContentsMargins(0, 4, 0, 0)
            row.addWidget(quiet)
        row.addStretch(1)
        row.addWidget(self.find_button)
        row.addWidget(self.add_button)
        self.find_button.clicked.connect(self.find_wanted)
        self.add_button.clicked.connect(self.add_wanted)
        self.away.clicked.connect(self._offer)
        self.left_out.clicked.connect(self.set_wanted)

    def show_personas(self, snapshot: Snapshot) -> None:
        """Count the personas on the board, and those put away."""
        self._personas = snapshot.personas
        away = (p for p in snapshot.table(Persona).values() if p.retired is not None)
        self._away = tuple(sorted(away, key=lambda p: (p.name.casefold(), p.id)))
        many = len(self._away)
        self.away.set_text(self.tr("{0} put away").format(many))
        self.away.setVisible(many > 0)
        for button in (self.add_button, self.find_button):
            button.setVisible(bool(self._personas))
        self._say()

    def show_covered(self, covered: str) -> None:
        """Say what share of customers fits one of the personas, "" where that is not known."""
        self._covered = covered
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say in full what there is room for."""
        super().resizeEvent(event)
        self._say()

    def menu(self) -> QMenu:
        """Return the menu that brings back those who were put away."""
        menu = QMenu(self)
        for persona in self._away:
            words = self.tr("Bring back {0}").format(persona.name.replace("&", "&&"))
            action = menu.addAction(words)
            action.triggered.connect(lambda _on=False, key=persona.id: self.back_wanted.emit(key))
        return menu

    def _offer(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.away.mapToGlobal(QPoint(0, self.away.height())))

    def _say(self) -> None:
        """Say how many there are and fit; where that is too long, the link says the share alone.

        Where even that is too long, the link goes, then the title, then the word on the button:
        the views stay whole.
        """
        known = bool(self._covered and self._personas)
        said = counts_of(self._personas, self._covered)
        question = self.tr("Who is left out?")
        self.counts.setText(said)
        self.left_out.set_text(question)
        wide = self.counts.sizeHint().width() + known * (self.left_out.sizeHint().width() + _GAP)
        roomy = wide <= self._spare()
        if not roomy:
            self.left_out.set_text(self.tr("{0} fit one of them").format(self._covered))
        self.left_out.setAccessibleName(question if roomy else f"{said}. {question}")
        self.left_out.setToolTip("" if roomy else f"{said}. {question}")
        self.add_button.setText(self.tr("Persona"))
        whole = self._title.sizeHint().width() + _GAP if self._title.isHidden() else 0
        self._title.setVisible(self._spare() >= whole)
        if self._spare() < 0:
            self.add_button.setText("")
        self.left_out.setVisible(known and self.left_out.sizeHint().width() <= self._spare())
        self.counts.setVisible(roomy or not known)

    def _spare(self) -> int:
        """Return the width that the title, the switch and the buttons leave."""
        margins = self._row.contentsMargins()
        spare = self.width() - margins.left() - margins.right()
        for place in range(self._row.count()):
            item = self._row.itemAt(place)
            part = item.widget() if item is not None else None
            told = part in (self.counts, self.left_out)
            if part is not None and not told and not part.isHidden():
                spare -= part.sizeHint().width() + _GAP
        return spare


def counts_of(personas: Sequence[Persona], covered: str) -> str:
    """Return how many personas there are, and the share of customers that fit one of them."""
    counted = [
        (sum(p.role == "primary" for p in personas), _tr("{0} primary")),
        (sum(p.role == "secondary" for p in personas), _tr("{0} secondary")),
        (sum(p.role == "negative" for p in personas), _tr("{0} not for us")),
    ]
    parts = [words.format(many) for many, words in counted if many]
    if covered and personas:
        parts.append(_tr("{0} of customers fit one of them").format(covered))
    return " · ".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("board", text)
