# SPDX-License-Identifier: MIT
"""Whom the set of personas covers: each, none, two and more, and what those left out share."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Persona
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.head import percent
from persona_studio.gui.personas.reach_page import AsidePage
from persona_studio.gui.personas.tray_model import counts_of
from persona_studio.gui.widgets.buttons import PrimaryButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.clearing import clear
from persona_studio.gui.widgets.meter_bar import MeterBar
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace import reach
from persona_studio.workspace.figures import Figure, chosen

_SLICE_SECONDS = 0.008
_SHARED = 6


class SetPage(AsidePage):
    """`persona_made` carries the persona that was made of the people left out."""

    persona_made = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._found: reach.SetReach | None = None
        self._counting: Iterator[list[Figure]] | None = None
        self._counted: list[Figure] = []
        self._share = QVBoxLayout()
        self._idle = QTimer(self, interval=0)
        self.make = PrimaryButton(self.tr("New persona from them"), "user-plus")
        self.make.setParent(self)
        self.make.hide()
        self.heading.setText(self.tr("Whom the personas cover"))
        self._idle.timeout.connect(self._count_on)
        self.make.clicked.connect(self._make)

    def open(self) -> None:
        """Show how the set lies over the people asked."""
        self._idle.stop()
        self._counting = None
        self.column.removeWidget(self.make)
        self.make.hide()
        self.clear()
        self._found = reach.of_set(self._bridge.workspace)
        if self._found is None or not self._found.found.n:
            self.say(
                self.tr("No claim is counted yet, so nobody can fit. Link figures first."),
                "quiet",
            )
        else:
            self._fill(self._found)
        self.column.addStretch(1)

    def _fill(self, found: reach.SetReach) -> None:
        count, people = found.found, self._bridge.snapshot.table(Persona)
        source = reach.wave_words(self._bridge.snapshot, found.wave)
        self.say(self.tr("Of {0} people in {1}").format(f"{count.n:,}", source), "quiet")
        for persona, fits in count.fits.items():
            words = f"{people[persona].name}: {percent(fits / count.n)} · {fits:,}"
            self.meter(words, fits / count.n, people[persona].colour)
        several = self.tr("Two personas or more: {0} · {1}")
        share = percent(count.several / count.n)
        self.meter(several.format(share, f"{count.several:,}"), count.several / count.n, "slate")
        for (one, two), many in sorted(found.pairs.items(), key=lambda pair: -pair[1])[:3]:
            between = self.tr("{0} stand between {1} and {2}")
            self.say(between.format(f"{many:,}", people[one].name, people[two].name), "faint")
        none = self.tr("None of them: {0} · {1}").format(
            percent(count.none / count.n), f"{count.none:,}"
        )
        self.meter(none, count.none / count.n, "slate")
        if found.rest:
            self._begin_rest(found)

    def _begin_rest(self, found: reach.SetReach) -> None:
        self.say(self.tr("What those who fit none share"), "section")
        around = QWidget()
        around.setProperty("kind", "clear")
        self._share = QVBoxLayout(around)
        self._share.setContentsMargins(0, 0, 0, 0)
        self._share.setSpacing(8)
        self._share.addWidget(PlainLabel(self.tr("Counting…"), "quiet"))
        self.column.addWidget(around)
        self.column.addWidget(self.make)
        self.make.setVisible(not self._bridge.read_only)
        self._counted = []
        self._counting = reach.shared_by(self._bridge.workspace, found.wave, found.rest)
        self._idle.start()

    def _count_on(self) -> None:
        """Count question after question until the window wants its turn."""
        end = perf_counter() + _SLICE_SECONDS
        while self._counting is not None and perf_counter() < end:
            found = next(self._counting, None)
            if found is None:
                self._counting = None
                self._idle.stop()
                self._show_shared()
                return
            self._counted.extend(found)

    def _show_shared(self) -> None:
        clear(self._share)
        found = chosen(self._counted, _SHARED)
        if not found:
            said = self.tr("Nothing that sets them apart from everyone else.")
            self._share.addWidget(PlainLabel(said, "quiet", wrap=True))
        for figure in found:
            card = Card(margin=10)
            card.body.setSpacing(4)
            card.body.addWidget(PlainLabel(figure.text, "", wrap=True))
            bar = MeterBar("slate")
            bar.set_values(None, figure.share, figure.share_all)
            counts = counts_of(figure)
            bar.setAccessibleName(counts)
            card.body.addWidget(bar)
            card.body.addWidget(PlainLabel(counts, "quiet", wrap=True))
            self._share.addWidget(card)

    def _make(self) -> None:
        from persona_studio.workspace.drafting import draft_rest

        if self._found is None:
            return
        try:
            made = draft_rest(self._bridge.workspace, self._found.wave)
        except StudioError as error:
            self._bridge.failed.emit(error)
            return
        self.persona_made.emit(made)
