# SPDX-License-Identifier: MIT
"""A stored answer: the map of people on the left, the groups on the right."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core.research import Segment, Segmentation
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.patterns.group_card import GroupCard
from persona_studio.gui.patterns.people_map import PeopleMap, dots_of
from persona_studio.gui.patterns.wording import percent
from persona_studio.gui.personas.switch import SCALES, WALL
from persona_studio.gui.widgets.buttons import GhostButton, LinkButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.scrolling import scrolling
from persona_studio.workspace.group_telling import Told


class ResultView(QWidget):
    """Asks `tell` for a person's answers and `more_of` for all that is told of the groups.

    `renamed` carries a segment's id and new name, `board_wanted` a view of the board.
    """

    renamed = Signal(str, str)
    everyone_wanted = Signal()
    cut_wanted = Signal()
    tiers_wanted = Signal()
    board_wanted = Signal(str)
    map_wanted = Signal()
    bars_wanted = Signal()

    def __init__(
        self,
        tell: Callable[[int], Sequence[str]],
        more_of: Callable[[str], Sequence[Told]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._more_of = more_of
        self.map = PeopleMap(tell)
        self._shown = PlainLabel(kind="quiet")
        self._hint = PlainLabel(kind="quiet", wrap=True)
        self._cards = QVBoxLayout()
        self._note = PlainLabel(kind="muted", wrap=True)
        self._more = LinkButton("", flush=True)
        self._save_map = LinkButton(self.tr("Save…"))
        self._save_bars = LinkButton(self.tr("Save these bars…"))
        self._instead = Card()
        self._left = Card()
        self._cut = LinkButton(self.tr("Cut them into three all the same"))
        self._tiers = LinkButton(self.tr("Cut them into value tiers"))
        self._whole = False
        self._made: list[GroupCard] = []
        self._shape: tuple[object, ...] = ()
        self._last: tuple[Snapshot, Segmentation, bool] | None = None
        self._build()
        self._more.clicked.connect(self.toggle)
        self._save_map.setAccessibleName(self.tr("Save the map of people"))
        self._save_map.clicked.connect(self.map_wanted)
        self._save_bars.clicked.connect(self.bars_wanted)

    def show_answer(
        self, snapshot: Snapshot, segmentation: Segmentation, *, read_only: bool
    ) -> None:
        """Show a segmentation with its groups."""
        self._last = (snapshot, segmentation, read_only)
        segments = snapshot.segments_of(segmentation.id)
        stored = segmentation.result["map"]
        self.map.show_people(dots_of(stored), [segment.name for segment in segments])
        words = self.tr("this picture shows {share} of the differences")
        self._shown.setText(words.format(share=percent(stored["shown"])))
        hint = self.tr("Point at a person to read their answers.")
        grey = self.tr("Grey: between groups.") if segments else ""
        self._hint.setText(f"{hint} {grey}".strip())
        self._left.setVisible(segmentation.verdict != "too_few" and bool(stored["shown"]))
        self._cut.setVisible(segmentation.verdict != "too_few")
        self._show_cards(segments, segmentation, read_only=read_only)
        self._instead.setVisible(not segments)
        self._instead.setEnabled(not read_only)
        self._show_note(snapshot, segmentation, segments)

    def offer_tiers(self, *, offered: bool) -> None:
        """Offer to cut people into value tiers where what they buy is known."""
        self._tiers.setVisible(offered)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(self.tr("Map of people"), "strong"))
        head.addWidget(self._shown, 1)
        head.addWidget(self._save_map)
        left = self._left
        left.body.addLayout(head)
        left.body.addWidget(self.map, 1)
        self._hint.setText(
            self.tr("Point at a person to read their answers. Grey: between groups.")
        )
        left.body.addWidget(self._hint)
        self._fill_instead()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 6, 0)
        right.setSpacing(12)
        self._cards.setSpacing(12)
        right.addLayout(self._cards)
        right.addWidget(self._instead)
        right.addWidget(self._note)
        links = QHBoxLayout()
        links.addWidget(self._more)
        links.addStretch(1)
        links.addWidget(self._save_bars)
        right.addLayout(links)
        right.addStretch(1)
        area = scrolling(right, sideways=False)
        area.setAccessibleName(self.tr("Groups"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(left, 1)
        row.addWidget(area, 1)

    def _fill_instead(self) -> None:
        """Offer what can be done where there are no groups."""
        body = self._instead.body
        everyone = GhostButton(self.tr("Draft one persona of everyone"))
        body.addWidget(PlainLabel(self.tr("What you can do instead"), "name"))
        for words in (
            self.tr("Talk to people: nine interviews show more than a survey that shows nothing."),
            self.tr(
                "Place the people you talked to on scales, or sort what they said on the wall."
            ),
            self.tr("Leave out questions that everyone answers alike, and look again."),
            self.tr("Describe everyone as one persona and let the next wave decide."),
        ):
            body.addWidget(PlainLabel(f"·  {words}", "muted", wrap=True))
        by_hand = QHBoxLayout()
        by_hand.setSpacing(12)
        for words, view in (
            (self.tr("Place people on scales"), SCALES),
            (self.tr("Sort evidence on the wall"), WALL),
        ):
            button = GhostButton(words)
            button.clicked.connect(partial(self.board_wanted.emit, view))
            by_hand.addWidget(button)
        by_hand.addStretch(1)
        body.addSpacing(4)
        body.addLayout(by_hand)
        row = QHBoxLayout()
        row.addWidget(everyone)
        row.addWidget(self._cut)
        row.addWidget(self._tiers)
        row.addStretch(1)
        body.addSpacing(4)
        body.addLayout(row)
        everyone.clicked.connect(self.everyone_wanted)
        self._cut.clicked.connect(self.cut_wanted)
        self._tiers.clicked.connect(self.tiers_wanted)

    def _show_cards(
        self, segments: Sequence[Segment], segmentation: Segmentation, *, read_only: bool
    ) -> None:
        more = self._more_of(segmentation.id) if self._whole else [None] * len(segments)
        shape = ([replace(segment, name="") for segment in segments], more, read_only)
        if shape == self._shape:
            for card, segment in zip(self._made, segments, strict=True):
                card.show_name(segment.name)
            return
        self._shape = shape
        for old in self._made:
            self._cards.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._made = []
        everyone = sum(segment.n for segment in segments)
        for segment, told in zip(segments, more, strict=True):
            card = GroupCard(segment, everyone, told, read_only=read_only)
            card.renamed.connect(self.renamed)
            self._cards.addWidget(card)
            self._made.append(card)

    def _show_note(
        self, snapshot: Snapshot, segmentation: Segmentation, segments: Sequence[Segment]
    ) -> None:
        labels = {q.variable: q.label for q in snapshot.questions_of(segmentation.wave)}
        names = [f"“{labels.get(v, v)}”" for v in segmentation.descriptors]
        words = self.tr("Bars show the group, the tick shows everyone.")
        if names:
            some = ", ".join(names[:3])
            words += " " + self.tr("{some} took no part in forming the groups.").format(some=some)
        self._note.setText(words)
        self._note.setVisible(bool(segments))
        self._more.setVisible(bool(segments))
        self._save_bars.setVisible(bool(segments))
        self._more.set_text(
            self.tr("Show less of each group") if self._whole else self.tr("See more of each group")
        )

    def toggle(self) -> None:
        """Show more of each group, or less again."""
        self._whole = not self._whole
        if self._last is not None:
            snapshot, segmentation, read_only = self._last
            self.show_answer(snapshot, segmentation, read_only=read_only)
