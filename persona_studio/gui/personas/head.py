# SPDX-License-Identifier: MIT
"""The head of a persona's column: face, name, tagline, facts, and how many customers fit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core.persona import Persona, Picture
from persona_studio.evidence.profile import PersonaStrength
from persona_studio.gui.personas import backing
from persona_studio.gui.personas.calls_button import CallsButton
from persona_studio.gui.personas.facts import Fact, FactsStrip
from persona_studio.gui.personas.picture import PictureDisc
from persona_studio.gui.personas.wrapped import Wrapped
from persona_studio.gui.widgets.buttons import IconButton
from persona_studio.gui.widgets.inline_text import InlineText
from persona_studio.gui.widgets.meter_bar import MeterBar
from persona_studio.gui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from persona_studio.evidence.prevalence import Prevalence
    from persona_studio.review.checklist import Call


def percent(share: float) -> str:
    """Return a share (0-1) as people read it, "34 %"; a little is never called nothing."""
    if 0 < share < 0.005:
        return "< 1 %"
    return f"{int(share * 100 + 0.5)} %"


class PersonaHead(QWidget):
    """Shows one persona; what is asked of it goes out as signals."""

    renamed = Signal(str)
    retold = Signal(str)
    menu_asked = Signal(QPoint)
    photo_dropped = Signal(str)
    picture_asked = Signal()
    reach_asked = Signal()

    def __init__(self, wrapped: Wrapped, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.disc = PictureDisc()
        self.name = InlineText(self.tr("Name"), 15)
        self.tagline = InlineText(self.tr("Tagline"), 12, self.tr("In one line, who is this?"))
        self.role = PlainLabel("", "faint")
        self.menu = IconButton("ellipsis", self.tr("Persona menu"), colour="faint")
        self.calls = CallsButton()
        self.facts = FactsStrip(wrapped)
        self.fits = PlainLabel(" ", "quiet")
        self.strict = PlainLabel("", "quiet")
        self.meter = MeterBar()
        self.basis = PlainLabel("", "quiet")
        self.strength = PlainLabel("", "quiet")
        self._build()
        self.name.strong = self.name.roomy = True
        self.name.written.connect(self.renamed)
        self.tagline.written.connect(self.retold)
        self.disc.pressed.connect(self.picture_asked)
        self.menu.clicked.connect(self._ask_below_menu)
        self.disc.photo_dropped.connect(self.photo_dropped)

    def show_persona(
        self,
        persona: Persona,
        picture: tuple[Picture | None, bytes | None],
        facts: list[Fact],
    ) -> None:
        """Show who it is."""
        self.name.show_text(persona.name)
        self.name.setAccessibleName(self.tr("Name of {0}").format(persona.name))
        self.tagline.show_text(persona.tagline)
        self.tagline.setAccessibleName(self.tr("Tagline of {0}").format(persona.name))
        self.menu.setAccessibleName(self.tr("Menu of {0}").format(persona.name))
        self.disc.show_persona(persona, *picture)
        self.facts.show_facts(facts)
        self.meter.set_colour(persona.colour)
        words = {"secondary": self.tr("Secondary"), "negative": self.tr("Not for us")}
        self.role.setText(words.get(persona.role, ""))
        self.role.setVisible(persona.role in words)

    def show_calls(self, call: "Call | None") -> None:
        """Show how much review has to decide on this persona, None where there is nothing."""
        self.calls.show_call(call, self.name.text())

    def show_reach(self, found: "Prevalence | None") -> None:
        """Show how many customers fit."""
        if found is None or not found.n:
            self.fits.setText(self.tr("No measured line yet"))
            self.strict.setText("")
            self.meter.set_values(None)
            self.meter.setAccessibleName(self.fits.text())
            return
        soft, strict = found.soft / found.n, found.strict / found.n
        self.fits.setText(self.tr("Fits {0} of customers").format(percent(soft)))
        self.strict.setText(self.tr("every line: {0}").format(percent(strict)))
        tip = self.tr("At least two lines in three hold for {0} of {1} people, every line for {2}.")
        self.meter.setToolTip(tip.format(found.soft, found.n, found.strict))
        self.meter.set_values(soft, strict)
        self.meter.setAccessibleName(f"{self.fits.text()}, {self.strict.text()}")

    def show_strength(self, found: PersonaStrength) -> None:
        """Show what the persona rests on; nothing where it says nothing yet."""
        said = bool(found.lines)
        self.basis.setText(backing.basis(found) if said else "")
        self.strength.setText(self.tr("strength {0}").format(found.score) if said else "")
        for part in (self.basis, self.strength):
            part.setVisible(said)
            part.setToolTip(backing.why(found))
            part.setAccessibleName(f"{part.text()}. {backing.why(found)}")

    def lock(self) -> None:
        """Only show."""
        self.name.lock()
        self.tagline.lock()
        self.menu.hide()
        self.disc.setAcceptDrops(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell whom it describes, where that is clicked."""
        at = event.position().toPoint()
        reach = self.fits.geometry().united(self.meter.geometry()).united(self.strength.geometry())
        if event.button() == Qt.MouseButton.LeftButton and reach.contains(at):
            self.reach_asked.emit()
        else:
            super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the button to be let go."""
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the persona's menu anywhere on its head."""
        self.menu_asked.emit(event.globalPos())

    def _build(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.name, 1)
        first.addWidget(self.calls, 0, Qt.AlignmentFlag.AlignTop)
        self.menu.setFixedSize(24, 24)
        first.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addLayout(first)
        words.addWidget(self.role)
        words.addWidget(self.tagline)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(11)
        top.addWidget(self.disc)
        top.addLayout(words, 1)
        for part in (self.fits, self.strict, self.meter, self.basis, self.strength):
            part.setCursor(Qt.CursorShape.PointingHandCursor)
        said = QHBoxLayout()
        said.addWidget(self.fits)
        said.addStretch(1)
        said.addWidget(self.strict)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 9)
        column.setSpacing(5)
        column.addLayout(top)
        column.addWidget(self.facts)
        column.addLayout(said)
        column.addWidget(self.meter)
        rests = QHBoxLayout()
        rests.addWidget(self.basis)
        rests.addStretch(1)
        rests.addWidget(self.strength)
        column.addLayout(rests)

    def _ask_below_menu(self) -> None:
        self.menu_asked.emit(self.menu.mapToGlobal(QPoint(0, self.menu.height())))
