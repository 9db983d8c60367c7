# SPDX-License-Identifier: MIT
"""What would lose its ground if a wave or a source were taken away, asked before it is."""

from collections.abc import Collection
from dataclasses import dataclass

from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.research import Quote, Segmentation
from persona_studio.core.snapshot import Snapshot


@dataclass(frozen=True)
class Stake:
    """A line that would lose evidence: pieces `lost` of `of`; persona "" is the parking lot."""

    claim: str
    persona: str
    text: str
    lost: int
    of: int


@dataclass(frozen=True)
class Stakes:
    """Everything that rests on some waves: lines, personas drafted from their groups, quotes."""

    lines: tuple[Stake, ...] = ()
    groups: tuple[str, ...] = ()
    quotes: int = 0

    @property
    def evidence(self) -> int:
        """How many pieces of evidence would be lost."""
        return sum(line.lost for line in self.lines)

    def as_json(self) -> dict[str, object]:
        """Return it as the command line tells it."""
        lines = [
            {"claim": s.claim, "persona": s.persona, "text": s.text, "lost": s.lost, "of": s.of}
            for s in self.lines
        ]
        return {"lines": lines, "personas_without_group": list(self.groups), "quotes": self.quotes}


def of_waves(snapshot: Snapshot, waves: Collection[str]) -> Stakes:
    """Return what rests on some waves, by persona in board order; lost evidence counts no more."""
    items = [e for e in snapshot.table(Evidence).values() if e.wave in waves and not e.lost]
    return Stakes(
        _lines(snapshot, items),
        _groups(snapshot, waves),
        sum(quote.wave in waves for quote in snapshot.table(Quote).values()),
    )


def of_source(snapshot: Snapshot, source: str) -> Stakes:
    """Return what rests on a source: its waves, and notes that name the source alone."""
    waves = [wave.id for wave in snapshot.waves_of(source)]
    items = [e for e in snapshot.table(Evidence).values() if e.source == source and not e.lost]
    found = of_waves(snapshot, waves)
    return Stakes(_lines(snapshot, items), found.groups, found.quotes)


def _lines(snapshot: Snapshot, items: Collection[Evidence]) -> tuple[Stake, ...]:
    lost: dict[str, int] = {}
    for item in items:
        lost[item.claim] = lost.get(item.claim, 0) + 1
    names = {persona.id: persona.name for persona in snapshot.personas}
    order = {persona: place for place, persona in enumerate(names)}
    claims = [snapshot.table(Claim)[claim] for claim in lost]
    claims.sort(key=lambda c: (order.get(c.persona or "", len(order)), c.section, c.position, c.id))
    return tuple(
        Stake(c.id, names.get(c.persona or "", ""), c.text, lost[c.id], _living(snapshot, c.id))
        for c in claims
    )


def _living(snapshot: Snapshot, claim: str) -> int:
    return sum(not item.lost for item in snapshot.evidence_of(claim))


def _groups(snapshot: Snapshot, waves: Collection[str]) -> tuple[str, ...]:
    """Return the names of the personas whose group was found on one of the waves."""
    going = {s.id for s in snapshot.table(Segmentation).values() if s.wave in waves}
    out = []
    for persona in sorted(snapshot.table(Persona).values(), key=lambda p: (p.position, p.id)):
        found = snapshot.segmentation_of(persona.segment or "")
        if found is not None and found.id in going:
            out.append(persona.name)
    return tuple(out)
