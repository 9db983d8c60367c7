# SPDX-License-Identifier: MIT
"""Which waves follow each other, and on which one personas were measured; no numpy."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim
from persona_studio.core.research import Source, Wave
from persona_studio.core.snapshot import Snapshot


def sequences(snapshot: Snapshot, source: str) -> tuple[tuple[Wave, ...], ...]:
    """Return the waves of a source that follow each other, oldest first.

    Waves of people follow each other, and so do the waves of orders they were rolled up from.
    """
    waves = snapshot.waves_of(source)
    parts = (
        tuple(wave for wave in waves if (wave.derived_from is None) == raw) for raw in (True, False)
    )
    return tuple(part for part in parts if part)


@dataclass(frozen=True)
class Comparison:
    """A wave on which personas can be re-checked, and the wave of its study before it."""

    wave: Wave
    before: Wave
    source: Source


def comparisons(snapshot: Snapshot) -> list[Comparison]:
    """Return every wave that has one before it, the last imported first."""
    found = [
        Comparison(wave, before, source)
        for source in snapshot.table(Source).values()
        for waves in sequences(snapshot, source.id)
        for before, wave in pairwise(waves)
    ]
    return sorted(found, key=lambda each: _imported(each.wave), reverse=True)


def compared(snapshot: Snapshot, wave: str) -> Comparison:
    """Return a wave with the one of its source before it; StudioError where there is none."""
    found = next((each for each in comparisons(snapshot) if each.wave.id == wave), None)
    if found is None:
        raise StudioError(
            "There is no earlier wave of this study to compare with.",
            "Import the same study again later, then re-check.",
            kind="no_earlier_wave",
        )
    return found


def measured_wave(snapshot: Snapshot, claims: Iterable[Claim]) -> str | None:
    """Return the wave on which most of the claims were measured, the newest of equals."""
    waves = snapshot.table(Wave)
    cited = Counter(
        item.wave
        for claim in claims
        for item in snapshot.evidence_of(claim.id)
        if item.measure and item.wave in waves
    )
    order = [wave.id for wave in sorted(waves.values(), key=_when)]
    return max(cited, key=lambda w: (cited[w], order.index(w or "")), default=None)


def _imported(wave: Wave) -> tuple[str, str, str]:
    return (wave.imported_at.isoformat() if wave.imported_at else "", *_when(wave))


def _when(wave: Wave) -> tuple[str, str]:
    return (wave.collected_on.isoformat() if wave.collected_on else "", wave.id)
