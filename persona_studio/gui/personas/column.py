# SPDX-License-Identifier: MIT
"""One persona on the board: a head, and its sections in a column that scrolls by itself."""

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from persona_studio.core.persona import Persona
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.personas.claim_delegate import BoardLook
from persona_studio.gui.personas.claim_list import ClaimList
from persona_studio.gui.personas.drawn_block import DrawnBlock
from persona_studio.gui.personas.head import PersonaHead
from persona_studio.gui.personas.journey_strip import JourneyStrip, steps_of
from persona_studio.gui.personas.place import Place, sections_of
from persona_studio.gui.personas.quiet_bar import QuietBar
from persona_studio.gui.personas.section import SectionBlock
from persona_studio.gui.personas.section_lanes import SectionLanes
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.buttons import LinkButton
from persona_studio.gui.widgets.card import hairline

if TYPE_CHECKING:
    from persona_studio.evidence.assess import Assessment

_RADIUS, _EDGE = 12.0, 3.0
_NEAR = 600


class PersonaColumn(QFrame):
    """A persona; its sections' lists are made when they come near the screen.

    `arrange_asked` fires when the sections themselves are to be changed.
    """

    arrange_asked = Signal()
    section_made = Signal(object)
    list_made = Signal(object)

    def __init__(
        self,
        persona: str,
        look: BoardLook,
        assess: "Callable[[str], Assessment]",
        parent: QWidget | None = None,
        *,
        locked: bool = False,
    ) -> None:
        super().__init__(parent)
        self.persona = persona
        self.head = PersonaHead(look.wrapped)
        self.blocks: dict[str, SectionBlock] = {}
        self.area = QScrollArea()
        self.bar = QuietBar()
        self.inside = QWidget()
        self.drawn = DrawnBlock()
        self.journey = JourneyStrip(persona)
        self.journey.locked = locked
        self.add_section = LinkButton(self.tr("Add a section"), "plus")
        self.away = LinkButton("", "eye-off")
        self._look = look
        self._assess = assess
        self._locked = locked
        self._colour = "slate"
        self._extra: frozenset[str] = frozenset()
        self._snapshot = Snapshot({})
        self._lanes = 1
        self._sections = SectionLanes()
        self._build()
        self.add_section.clicked.connect(self._offer_sections)
        self.journey.entered.connect(self._enter_step)
        self.away.clicked.connect(self._open_hidden)
        self.bar.valueChanged.connect(self.build_near)
        theme().changed.connect(self.update)

    def show_persona(self, persona: Persona) -> None:
        """Take the persona's colour and name."""
        self._colour = persona.colour
        self.setAccessibleName(persona.name)
        self.area.setAccessibleName(self.tr("Sections of {0}").format(persona.name))
        self.add_section.setAccessibleName(self.tr("Add a section to {0}").format(persona.name))
        self.update()

    def show_claims(self, snapshot: Snapshot, touched: Collection[str]) -> None:
        """Show the persona's claims; sections come and stay while the board is open."""
        name = self.accessibleName()
        wanted = self._take_sections(snapshot)
        for place, section in enumerate(wanted):
            if section not in self.blocks:
                self._add_block(section, place)
            block = self.blocks[section]
            self._sections.put(block, place)
            block.show_section(snapshot.section(section))
            block.show_claims(snapshot.claims_of(self.persona, section), touched, name)
        for section, block in self.blocks.items():
            block.setVisible(section in wanted)
        steps = steps_of(snapshot, self.persona, self._assess)
        self.journey.show_steps(steps, self._colour, name)
        unseen = sum(claim.section not in wanted for claim in snapshot.claims_of(self.persona))
        words = self.tr("1 claim in a hidden section")
        many = self.tr("{0} claims in hidden sections").format(unseen)
        self.away.set_text(words if unseen == 1 else many)
        self.away.setVisible(unseen > 0)
        if self._lanes > 1:
            self._sections.spread(self._lanes)
        self.build_near()

    def spread(self, lanes: int) -> None:
        """Show the sections in so many lanes."""
        if lanes != self._lanes:
            self._lanes = lanes
            for block in self.ordered():
                block.ensure_list()
            self._sections.spread(lanes)
            self.build_near()

    def open_section(self, section: str) -> SectionBlock:
        """Return a section's block, shown from now on even if it is empty."""
        if section not in self.blocks:
            order = [
                s.id for s in self._snapshot.sections if s.id in self.blocks or s.id == section
            ]
            self._add_block(section, order.index(section) if section in order else len(order))
            self.blocks[section].show_section(self._snapshot.section(section))
            claims = self._snapshot.claims_of(self.persona, section)
            self.blocks[section].show_claims(claims, (), self.accessibleName())
        self._extra |= {section}
        self.blocks[section].show()
        return self.blocks[section]

    def list_of(self, section: str) -> ClaimList:
        """Return the list of a section, made now if need be."""
        return self.open_section(section).ensure_list()

    def lists(self) -> list[ClaimList]:
        """Return the lists that are made, from top to bottom."""
        return [block.list for block in self.ordered() if block.list is not None]

    def ordered(self) -> list[SectionBlock]:
        """Return the sections from top to bottom."""
        seen = (block for block in self.blocks.values() if not block.isHidden())
        return sorted(seen, key=self._sections.place_of)

    def build_near(self) -> None:
        """Make the lists of the sections on the screen and a little beyond."""
        if not self.isVisible():
            return
        top = self.bar.value()
        end = top + self.area.viewport().height() + _NEAR
        for block in self.ordered():
            if block.list is None and block.y() <= end and block.geometry().bottom() >= top - _NEAR:
                block.ensure_list()

    def build_one(self) -> bool:
        """Make one list that is still missing; tell whether there was one."""
        missing = next((block for block in self.ordered() if block.list is None), None)
        if missing is not None:
            missing.ensure_list()
        return missing is not None

    def bring_to_view(self, shown: ClaimList, row: int) -> None:
        """Scroll so that a card can be seen."""
        card = shown.visualRect(shown.claims.index(row))
        top = shown.viewport().mapTo(self.inside, card.topLeft())
        self.area.ensureVisible(20, top.y(), 0, 40)
        self.area.ensureVisible(20, top.y() + card.height(), 0, 24)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Let the scroll bar be seen."""
        self.bar.come_near(near=True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Let the scroll bar rest."""
        self.bar.come_near(near=False)
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper, hairlines and the coloured edge on top."""
        look, tones = theme(), theme().persona(self._colour)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, 30)
        path = QPainterPath()
        path.addRoundedRect(sheet, _RADIUS, _RADIUS)
        painter.fillPath(path, look.colour("paper"))
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawPath(path)
        inner = QPainterPath()
        inner.addRoundedRect(sheet.translated(0, _EDGE), _RADIUS, _RADIUS)
        painter.setClipRect(QRectF(0, 0, self.width(), _RADIUS + _EDGE))
        painter.fillPath(path.subtracted(inner), QColor(tones.strong))
        painter.end()

    def _build(self) -> None:
        self.inside.setProperty("kind", "clear")
        below = QVBoxLayout(self.inside)
        below.setContentsMargins(0, 4, 0, 16)
        below.setSpacing(0)
        below.addWidget(self.drawn)
        below.addWidget(self.journey)
        below.addLayout(self._sections)
        foot = QVBoxLayout()
        foot.setContentsMargins(10, 6, 14, 0)
        foot.addWidget(self.away, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self.add_section, 0, Qt.AlignmentFlag.AlignLeft)
        below.addLayout(foot)
        below.addStretch(1)
        self.area.setWidget(self.inside)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.viewport().setAutoFillBackground(False)
        self.area.setVerticalScrollBar(self.bar)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 3, 1, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(hairline())
        column.addWidget(self.area, 1)
        if self._locked:
            self.head.lock()
            self.add_section.hide()

    def _add_block(self, section: str, place: int) -> None:
        block = SectionBlock(Place(self.persona, section), self._look, self._assess)
        if self._locked:
            block.lock()
        block.built.connect(self.list_made)
        self.blocks[section] = block
        self._sections.put(block, place)
        self.section_made.emit(block)

    def _offer_sections(self) -> None:
        menu = QMenu(self)
        shown = {block.place.section for block in self.ordered()}
        for section in self._snapshot.sections:
            if section.id not in shown and not section.hidden:
                action = menu.addAction(section.title.replace("&", "&&"))
                action.setToolTip(section.ask)
                action.triggered.connect(partial(self._show_empty, section.id))
        if menu.isEmpty():
            menu.addAction(self.tr("Every section is shown")).setEnabled(False)
        menu.addSeparator()
        arrange = menu.addAction(self.tr("Name, order, hide or add sections\u2026"))
        arrange.triggered.connect(lambda: self.arrange_asked.emit())
        at = self.add_section.mapToGlobal(QPoint(0, self.add_section.height()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _enter_step(self, section: str) -> None:
        """Go to a step's claims, or write its first one."""
        block = self.open_section(section)
        if self._snapshot.claims_of(self.persona, section):
            block.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)
            self.bring_to_view(block.ensure_list(), 0)
        elif not self._locked:
            block.add_asked.emit()

    def _show_empty(self, section: str, _checked: bool = False) -> None:
        block = self.open_section(section)
        block.add_asked.emit()

    def _take_sections(self, snapshot: Snapshot) -> list[str]:
        """Return what is to be shown; a section that was hidden just now goes, opened or not."""
        before, hidden = _hidden(self._snapshot), _hidden(snapshot)
        self._snapshot = snapshot
        self._extra -= hidden - before
        stay = self._extra | (self.blocks.keys() - hidden)
        return sections_of(snapshot, self.persona, frozenset(stay))

    def _open_hidden(self) -> None:
        """Show the hidden sections that hold claims, here and while the board is open."""
        filled = {claim.section for claim in self._snapshot.claims_of(self.persona)}
        self._extra |= filled & _hidden(self._snapshot)
        self.show_claims(self._snapshot, ())


def _hidden(snapshot: Snapshot) -> set[str]:
    return {section.id for section in snapshot.sections if section.hidden}
