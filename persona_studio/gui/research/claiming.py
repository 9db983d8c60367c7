# SPDX-License-Identifier: MIT
"""An answer of a chart made into a claim, or linked to one: choose for whom, and it is there."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from persona_studio.core.persona import Claim, Persona
from persona_studio.evidence.verdict import WORDS, narrowest
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.palette import Entry
from persona_studio.gui.research.distribution import Bar
from persona_studio.gui.research.finders import ask_use
from persona_studio.workspace.figures import Figure, figure_of
from persona_studio.workspace.lines import section_of


class Claiming(QObject):
    """`told(claim, words)`: what was made of an answer, and in which words to say so."""

    told = Signal(str, str)

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window

    def offer(self, wave: str, bar: Bar) -> None:
        """Ask for whom a claim is to be made of a bar, each persona with its own share."""
        if bar.measure is None or self._bridge.read_only:
            return
        snapshot = self._bridge.snapshot
        entries = [self._for(persona, wave, bar) for persona in snapshot.personas]
        everyone = self._figure(None, wave, bar)
        text = self.tr("Parking lot, for a persona to come")
        entries.append(Entry(text, _counts(everyone), "plus", partial(self._make, everyone, None)))
        owners = (*(persona.id for persona in snapshot.personas), None)
        claims = [claim for owner in owners for claim in snapshot.claims_of(owner)]
        entries += [self._to(claim, wave, bar) for claim in claims]
        words = self.tr("Make a claim of “{0}” for…").format(bar.label)
        ask_use(self._window.window(), words, entries)

    def _figure(self, persona: str | None, wave: str, bar: Bar) -> Figure:
        assert bar.measure is not None
        return figure_of(self._bridge.workspace, persona, wave, bar.measure, bar.label)

    def _for(self, persona: Persona, wave: str, bar: Bar) -> Entry:
        figure = self._figure(persona.id, wave, bar)
        section = section_of(figure.label, descriptor=True)
        title = self._bridge.snapshot.section(section).title
        text = self.tr("{0}: new claim in {1}").format(persona.name, title)
        return Entry(text, _counts(figure), "plus", partial(self._make, figure, persona.id))

    def _to(self, claim: Claim, wave: str, bar: Bar) -> Entry:
        section = self._bridge.snapshot.section(claim.section).title
        text = self.tr("Link to: {0}").format(claim.text)
        return Entry(text, section, "link", partial(self._link, claim.id, wave, bar))

    def _make(self, figure: Figure, persona: str | None) -> None:
        from persona_studio.workspace import using

        section = section_of(figure.label, descriptor=True)
        made: list[str] = []
        with self._bridge.edit("Make claim from data") as write:
            space = self._bridge.workspace
            made.append(using.claim_from_figure(space, write, figure, persona, section))
        for claim in made:
            self._tell(claim, self.tr("Now on the board: “{0}”, {1}"))

    def _link(self, claim: str, wave: str, bar: Bar) -> None:
        from persona_studio.workspace import using

        owner = self._bridge.snapshot.table(Claim)[claim].persona
        figure = self._figure(owner, wave, bar)
        done: list[str] = []
        with self._bridge.edit("Link evidence") as write:
            done.append(using.link_figure(self._bridge.workspace, write, figure, claim))
        if done:
            self._tell(claim, self.tr("Linked to “{0}”: {1}"))

    def _tell(self, claim: str, words: str) -> None:
        found = self._bridge.snapshot.table(Claim)[claim]
        proof = self._bridge.workspace.assess(claim).proof
        self.told.emit(claim, words.format(found.text, proof))


def _counts(figure: Figure) -> str:
    """Return a figure in short: for how many it holds, and what may be said of them."""
    word = narrowest(figure.k, figure.n)
    counts = f"{figure.share:.0%} · {figure.k:,} of {figure.n:,}"
    return f"{WORDS[word]} · {counts}" if word else counts
