# SPDX-License-Identifier: MIT
"""How the file on the page fits the source it belongs to, with what the user decided about it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from persona_studio.core.research import Source
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.bridge import Bridge
from persona_studio.research.plan import Plan
from persona_studio.workspace.matching import RENAMED
from persona_studio.workspace.naming import Asked
from persona_studio.workspace.next_wave import Proposal, Settled, asked_in, propose

SAME, UNSURE, OTHER = "same", "unsure", "other"


@dataclass(frozen=True)
class Item:
    """One line: a column of the file, or ("" as column) a question that is gone.

    `question` is the one it is asked again as, or may be; `doubt` says why it is not compared;
    `offered` tells that nothing is settled yet, `renamed` that the name is another one.
    """

    column: str = ""
    question: str = ""
    doubt: str = ""
    offered: bool = False
    renamed: bool = False


class NextWave(QObject):
    """`changed` fires when the source, its fit to the file, or a decision has changed."""

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.source: Source | None = None
        self.proposal: Proposal | None = None
        self.settled = Settled()
        self._confirmed: set[str] = set()
        self._columns: tuple[Asked, ...] = ()
        self._told: object = None

    def begin(self) -> None:
        """Forget what belongs to the file before."""
        self.source = self.proposal = self._told = None
        self.settled, self._confirmed = Settled(), set()
        self.changed.emit()

    def follow(self, source: Source | None, plan: Plan | None) -> None:
        """Look whether the source or the columns are others now."""
        columns = asked_in(plan) if plan is not None else []
        told = (source, [(a.key, a.label, a.text, a.role, a.choices) for a in columns])
        if told == self._told:
            return
        if source != self.source:
            self.settled, self._confirmed = replace(self.settled, pairs={}, spellings={}), set()
        self._told, self.source, self._columns = told, source, tuple(columns)
        self._propose()

    @property
    def snapshot(self) -> Snapshot:
        """The project as it stands."""
        return self._bridge.snapshot

    def lists(self) -> Mapping[str, list[Item]]:
        """Return the lines of the three lists: as before, to look at, new or gone."""
        out: dict[str, list[Item]] = {SAME: [], UNSURE: [], OTHER: []}
        if self.proposal is None:
            return out
        fit, offers = self.proposal.fit, self.proposal.fit.offers or {}
        for pair in fit.pairs:
            renamed = pair.kind == RENAMED and pair.column not in self._confirmed
            item = Item(pair.column, pair.variable, pair.doubt, renamed=renamed)
            out[UNSURE if renamed or pair.doubt else SAME].append(item)
        for column in fit.new:
            open_offer = column in offers and column not in self._confirmed
            item = Item(column, offers.get(column, "") if open_offer else "", offered=open_offer)
            out[UNSURE if open_offer else OTHER].append(item)
        out[OTHER].extend(Item(question=variable) for variable in fit.gone)
        return out

    @property
    def open(self) -> int:
        """How many lines are to be looked at."""
        return len(self.lists()[UNSURE])

    def asked(self, column: str) -> Asked | None:
        """Return a column of the file."""
        return next((each for each in self._columns if each.key == column), None)

    def known(self, variable: str) -> Asked | None:
        """Return a question of the source."""
        return self.proposal.known_by_key.get(variable) if self.proposal else None

    def choose_way(self, way: str, replaced: str = "") -> None:
        """Say what the file is: a new wave, in place of a wave, or a source of its own."""
        self.settled = replace(self.settled, way=way, replaced=replaced)
        self.changed.emit()

    def pair(self, column: str, variable: str) -> None:
        """Say which question a column asks again, "" for none."""
        pairs = {c: v for c, v in self.settled.pairs.items() if v != variable or not variable}
        tables = {c: t for c, t in self.settled.spellings.items() if c != int(column)}
        self.settled = replace(
            self.settled, pairs={**pairs, int(column): variable}, spellings=tables
        )
        self._confirmed.add(column)
        self._propose()

    def spell(self, column: str, table: Mapping[str, str]) -> None:
        """Say which spellings of a column mean which choice."""
        spellings = {**self.settled.spellings, int(column): dict(table)}
        self.settled = replace(self.settled, spellings=spellings)
        self.changed.emit()

    def table(self, column: str) -> Mapping[str, str]:
        """Return which spellings of a column mean which choice."""
        return self.proposal.table(column, self.settled) if self.proposal else {}

    def _propose(self) -> None:
        self.proposal = None
        if self.source is not None and self.snapshot.waves_of(self.source.id):
            self.proposal = propose(self.snapshot, self.source.id, self._columns, self.settled)
        self.changed.emit()
