# SPDX-License-Identifier: MIT
"""The evidence tray beside the board: for one persona, figures, quotes, themes, parking lot."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from persona_studio.core.change import Change
from persona_studio.core.persona import Persona
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.claim_delegate import BoardLook
from persona_studio.gui.personas.figure_count import FigureCount
from persona_studio.gui.personas.parking import ParkingChip, ParkingLot
from persona_studio.gui.personas.tray_list import TrayList
from persona_studio.gui.personas.tray_model import Item
from persona_studio.gui.personas.tray_offer import (
    FIGURES,
    FOR,
    PARKING,
    QUOTES,
    THEMES,
    needs_figures,
    offered,
)
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.widgets.flow_layout import FlowLayout
from persona_studio.gui.widgets.plain_label import PlainLabel, plain_tip
from persona_studio.gui.widgets.search_field import SearchField
from persona_studio.workspace import tray
from persona_studio.workspace.figures import Figure
from persona_studio.workspace.theme_cards import theme_of_key

if TYPE_CHECKING:
    from persona_studio.evidence.assess import Assessment
    from persona_studio.workspace.using import Usable

_AFTER_TYPING_MS = 180
_LEAST, _SHORT = 3, 12
_AFTER_PAINT_MS = 120


class Tray(QWidget):
    """Evidence to use. `use_asked(key, at)`: a card was chosen by keyboard or menu."""

    use_asked = Signal(str, QPoint)
    drag_ended = Signal()

    def __init__(
        self,
        bridge: Bridge,
        count: FigureCount,
        look: BoardLook,
        assess: "Callable[[str], Assessment]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._persona = ""
        self._tab = FOR
        self.count = count
        self._figures: dict[str, Figure] = {}
        self.title = PlainLabel(self.tr("Evidence"), "name")
        self.chips = {
            FOR: Chip(""),
            FIGURES: Chip(self.tr("Figures")),
            QUOTES: Chip(self.tr("Quotes")),
            THEMES: Chip(self.tr("Themes")),
        }
        self.park_chip = ParkingChip(self.tr("Parking lot"))
        self.search = SearchField(self.tr("Search, or a number: E12, Q3, T2"))
        self.list = TrayList()
        self.parking = ParkingLot(look, assess, locked=bridge.read_only)
        self._none = PlainLabel("", "quiet", wrap=True)
        self._cards = QWidget()
        self._pages = QStackedWidget()
        self._typed = QTimer(self, singleShot=True, interval=_AFTER_TYPING_MS)
        self._first = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MS)
        self._build()
        self._connect()

    @property
    def persona(self) -> str:
        """The persona it speaks of, "" for nobody."""
        return self._persona

    def show_persona(self, persona: str) -> None:
        """Speak of one persona, "" for nobody."""
        if persona != self._persona:
            self._persona = persona
            self._name_tabs()
            if self._tab != PARKING:
                self.refresh()

    def show_parked(self, touched: frozenset[str]) -> None:
        """Show the parking lot as it is now."""
        every = self._bridge.snapshot.claims_of(None)
        words = self._words().casefold().split()
        parked = [c for c in every if all(word in c.text.casefold() for word in words)]
        titles = {section.id: section.title for section in self._bridge.snapshot.sections}
        self.parking.show_claims(parked, touched, titles)
        self.park_chip.set_text(
            self.tr("Parking lot {0}").format(len(parked)) if every else self.tr("Parking lot")
        )

    def take_in(self, change: Change) -> None:
        """Count anew where the data or a persona's group has changed."""
        if change.touches("wave", "question", "source", "segment", "segmentation"):
            self.count.forget()
        if change.touches("wave", "question", "source", "segment", "segmentation", "persona"):
            self._name_tabs()
            self.refresh()
        elif change.touches("quote", "theme", "theme_item") and self._tab != FIGURES:
            self.refresh()

    def item(self, key: str) -> "Usable | None":
        """Return what a key stands for: a card offered here, or words of a person dragged in."""
        theme = theme_of_key(self._bridge.snapshot, key)
        if theme is not None:
            return theme
        return self._figures.get(key) or tray.quote_of_key(self._bridge.workspace, key)

    def open_tab(self, tab: str) -> None:
        """Bring one of FOR, FIGURES, QUOTES, PARKING to the front."""
        self._tab = tab
        for name, chip in (*self.chips.items(), (PARKING, self.park_chip)):
            chip.setChecked(name == tab)
        self._pages.setCurrentWidget(self.parking if tab == PARKING else self._cards)
        if tab != PARKING:
            self.refresh()

    def refresh(self) -> None:
        """Offer what fits the tab, the persona and what is searched for; counted in idle time."""
        if not self.isVisible() or self._tab == PARKING:
            return
        counted = self.count.of(self._persona) is not None
        if counted or not needs_figures(self._tab, self._words()):
            self._offer()
        else:
            self.count.want(self._persona)

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the tray when it is first seen."""
        super().showEvent(event)
        self._first.start()

    def _build(self) -> None:
        tabs = QWidget()
        flow = FlowLayout(tabs, 6)
        for chip in (*self.chips.values(), self.park_chip):
            flow.addWidget(chip)
        inner = QVBoxLayout(self._cards)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        self._none.setContentsMargins(16, 2, 16, 10)
        inner.addWidget(self._none)
        inner.addWidget(self.list, 1)
        self._pages.setProperty("kind", "paper")
        self._pages.addWidget(self._cards)
        self._pages.addWidget(self.parking)
        top = QVBoxLayout()
        top.setContentsMargins(14, 16, 14, 4)
        top.setSpacing(8)
        for widget in (self.title, tabs, self.search):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._pages, 1)
        self.list.setAccessibleName(self.tr("Evidence"))
        self._name_tabs()
        self.chips[FOR].setChecked(True)
        self._none.hide()

    def _connect(self) -> None:
        for name, chip in (*self.chips.items(), (PARKING, self.park_chip)):
            chip.clicked.connect(lambda _on=False, name=name: self.open_tab(name))
        self.search.textChanged.connect(lambda: self._typed.start())
        self._typed.timeout.connect(self._searched)
        self._first.timeout.connect(self.refresh)
        self.count.ready.connect(self._counted)
        self.list.use_asked.connect(self.use_asked)
        self.list.drag_ended.connect(self.drag_ended)

    def _grouped(self) -> bool:
        who = self._bridge.snapshot.table(Persona).get(self._persona)
        return bool(who and who.segment)

    def _name_tabs(self) -> None:
        who = self._bridge.snapshot.table(Persona).get(self._persona)
        name = short_name(who.name) or self.tr("this persona") if who else self.tr("everyone")
        self.chips[FOR].set_text(self.tr("For {0}").format(name))
        self.chips[FOR].setToolTip(plain_tip(who.name if who else ""))
        self.list.painter.colour = who.colour if who else "teal"

    def _counted(self, persona: str) -> None:
        needed = needs_figures(self._tab, self._words())
        if persona == self._persona and needed and self._tab != PARKING and self.isVisible():
            self._offer()

    def _words(self) -> str:
        return self.search.text().strip()

    def _searched(self) -> None:
        """Follow what is searched, in the cards and in the parking lot."""
        self.show_parked(frozenset())
        self.refresh()

    def _offer(self) -> None:
        words, found = self._words(), self.count.of(self._persona) or []
        items = offered(self._bridge.workspace, self._tab, self._persona, found, words)
        self._figures.update({item.key: item for item in items if isinstance(item, Figure)})
        self.list.cards.show(items, self._persona)
        self._say_none(items, words)

    def _say_none(self, items: list[Item], words: str) -> None:
        said = ""
        if not items and words:
            said = self.tr("Nothing here says that.")
        elif not items and self._tab == THEMES:
            said = self.tr("No themes yet. Collect quotes into themes in Research (Ctrl+Shift+R).")
        elif not items:
            said = self.tr("No evidence yet. Import a survey, interviews or notes in Research.")
        elif self._tab == FOR and self._persona and not self._grouped():
            said = self.tr("No group is linked, so these figures count everyone.")
        self._none.setText(said)
        self._none.setVisible(bool(said))


def short_name(name: str) -> str:
    """Return a persona's name where it is short, or "Maya" of "Commuter Maya"; "" for others."""
    if len(name) <= _SHORT:
        return name
    words = name.split()
    last = words[-1]
    given = len(words) == 2 and last[:1].isupper() and _LEAST <= len(last) <= _SHORT
    return last if given else ""
