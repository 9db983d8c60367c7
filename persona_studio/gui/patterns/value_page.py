# SPDX-License-Identifier: MIT
"""What the groups shown are worth: each one's share of people, of money and of orders."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from persona_studio.core.research import Segment, Segmentation, Wave
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.patterns.wording import colour_of, wave_name
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.empty_state import EmptyState
from persona_studio.gui.widgets.meter_bar import MeterBar
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.scrolling import scrolling
from persona_studio.workspace import valuing
from persona_studio.workspace.recognising import names_of

_NAME_WIDTH = 190


class ValuePage(QWidget):
    """`tiers_wanted`: cut people into tiers; `research_wanted`: bring in orders."""

    tiers_wanted = Signal()
    research_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._cards = QVBoxLayout()
        self.tiers = GhostButton(self.tr("Cut people into value tiers"))
        self._empty = EmptyState("patterns", "")
        self._pages = QStackedWidget()
        self._tierable = False
        self._build()

    def show_answer(self, shown: Segmentation) -> None:
        """Show what the groups of a grouping bring, or how to come to know it."""
        workspace = self._bridge.workspace
        found = valuing.values(workspace, shown.id)
        found.sort(key=lambda valued: valued.kind != "money")
        tierable = valuing.can_be_tiered(workspace, shown.wave) and shown.method != valuing.METHOD
        self._tierable = tierable and not self._bridge.read_only
        self.tiers.setVisible(self._tierable)
        self._pages.setCurrentIndex(1 if found else 0)
        self._say_empty(shown)
        clear(self._cards)
        segments = self._bridge.snapshot.segments_of(shown.id)
        names = names_of(self._bridge.snapshot, shown)
        for valued in found:
            self._cards.addWidget(self._card(valued, segments, names))

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(12)
        self._cards.setSpacing(12)
        column.addLayout(self._cards)
        note = self.tr(
            "The bar is the share of the money or orders, the tick the share of the people. The "
            "figures in brackets are how far it could be off: a few large buyers make it wide."
        )
        column.addWidget(PlainLabel(note, "muted", wrap=True))
        column.addWidget(self.tiers, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        area = scrolling(column, sideways=False)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # there is nothing in it to go to
        area.setAccessibleName(self.tr("What the groups are worth"))
        self._pages.addWidget(self._empty)
        self._pages.addWidget(area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.tiers.clicked.connect(self.tiers_wanted)
        self._empty.pressed.connect(self._empty_pressed)

    def _say_empty(self, shown: Segmentation) -> None:
        if self._tierable:
            words = self.tr(
                "No groups to value. What people buy is known: cut them into tiers by how "
                "recently, how often and how much. They are a cut, not groups that were found."
            )
            self._empty.say(words, self.tr("Cut people into value tiers"))
            return
        words = self.tr(
            "No question here tells orders or money of at least 30 people. Import your shop's "
            "orders with one row a customer: who is known by the same code is found again."
        )
        self._empty.say(words, self.tr("Go to Research"))

    def _empty_pressed(self) -> None:
        (self.tiers_wanted if self._tierable else self.research_wanted).emit()

    def _card(
        self, valued: valuing.Valued, segments: tuple[Segment, ...], names: list[str]
    ) -> Card:
        card = Card()
        wave = self._bridge.snapshot.table(Wave)[valued.wave]
        where = self.tr("{0} · {1} people").format(
            wave_name(self._bridge.snapshot, wave), valued.people
        )
        head = QHBoxLayout()
        head.addWidget(PlainLabel(valued.question.label, "name"))
        head.addWidget(PlainLabel(where, "quiet", elide=True), 1)
        card.body.addLayout(head)
        told = valuing.origin(self._bridge.workspace, valued)
        card.body.addWidget(PlainLabel(told, "muted", wrap=True))
        for place, (segment, share) in enumerate(zip(segments, valued.shares, strict=True)):
            name = PlainLabel(names[place], "strong", elide=True)
            name.setFixedWidth(_NAME_WIDTH)
            bar = MeterBar(colour_of(segment.number))
            bar.set_values(None, share.share, share.people / max(1, valued.people))
            bar.setAccessibleName(f"{names[place]}: {valued.said(place)}")
            bar.setMaximumWidth(240)
            row = QHBoxLayout()
            row.setSpacing(16)
            row.addWidget(name)
            row.addWidget(bar, 1)
            row.addWidget(PlainLabel(valued.said(place), "", wrap=True), 3)
            card.body.addLayout(row)
        return card
