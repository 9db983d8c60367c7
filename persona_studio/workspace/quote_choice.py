# SPDX-License-Identifier: MIT
"""The quote that stands for a persona, chosen from real ones: the most typical speakers first.

A speaker is typical when many of the persona's lines hold for that very person; whose lines nobody
can check (an interview) comes after, and what is fit to be read from a wall before what is not.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona_studio.core.persona import Claim, Evidence
from persona_studio.core.research import Quote, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.storage import claims
from persona_studio.workspace import using
from persona_studio.workspace.tray import QuoteItem, marked, quotes

if TYPE_CHECKING:
    from persona_studio.storage.writer import Writer
    from persona_studio.workspace.workspace import Workspace

SECTION = "quotes"
MOST, _LOOKED_AT = 12, 2000
_READABLE = (20, 140)


@dataclass(frozen=True)
class Offered:
    """A quote with `held` of `lines` of the persona's checkable lines true for who said it.

    `consent` is how far the words may go, `claim` the claim they already stand in.
    """

    item: QuoteItem
    held: int
    lines: int
    consent: str = "none"
    claim: str = ""

    @property
    def typical(self) -> float:
        """How typical the speaker is, 0-1; 0 where nothing can be checked."""
        return self.held / self.lines if self.lines else 0.0


def ranked(ws: "Workspace", persona: str, limit: int = MOST) -> list[Offered]:
    """Return quotes of a persona's people, the most typical speakers first.

    Those that stand on the persona as a quote already lead the list, the chosen one first.
    """
    standing = standing_in(ws.snapshot, persona)
    held = _held_by_row(ws, persona)
    found = []
    said = quotes(ws, persona, limit=_LOOKED_AT)
    there = {item.quote for item in said}
    marks = (ws.snapshot.quote(key) for key in standing if key not in there)
    said += [marked(ws, mark) for mark in marks if mark is not None]
    for item in said:
        known = ws.snapshot.quote(item.quote) if item.quote else None
        told, lines = held.get((item.wave, item.row), (0, 0))
        consent = known.consent if known else "none"
        found.append(Offered(item, told, lines, consent, standing.get(item.quote, "")))
    order = {claim: place for place, claim in enumerate(standing.values())}
    return sorted(found, key=lambda each: _rank(each, order))[:limit]


def standing_in(snapshot: Snapshot, persona: str) -> dict[str, str]:
    """Return by quote the claims of a persona that are somebody's words, the chosen one first."""
    said = sorted(snapshot.claims_of(persona, SECTION), key=lambda claim: not claim.key)
    return {
        item.quote: claim.id
        for claim in said
        for item in snapshot.evidence_of(claim.id)
        if item.quote and item.stance == "supports"
    }


def choose(ws: "Workspace", write: "Writer", persona: str, offered: Offered) -> str:
    """Let a quote stand for a persona, before its other ones; return its claim."""
    claim = offered.claim or using.claim_from_quote(ws, write, offered.item, persona, SECTION)
    for other in write.find(Claim, persona=persona, section=SECTION):
        if other.key != (other.id == claim):
            claims.change(write, other.id, key=other.id == claim)
    return claim


def allow(write: "Writer", claim: str, consent: str) -> None:
    """Say how far the words of a claim may go."""
    for item in write.find(Evidence, claim=claim):
        if item.quote:
            write.change(Quote, item.quote, consent=consent)


def _rank(each: Offered, order: dict[str, int]) -> tuple[object, ...]:
    least, most = _READABLE
    size = len(each.item.text)
    return (
        order.get(each.claim, len(order)),
        not least <= size <= most,
        -each.typical,
        -each.lines,
        size,
        each.item.wave,
        each.item.row,
    )


def _held_by_row(ws: "Workspace", persona: str) -> dict[tuple[str, int], tuple[int, int]]:
    """Return for each row how many of the persona's lines hold, of how many that can be told."""
    from persona_studio.evidence.prevalence import lines_of, matrix
    from persona_studio.workspace.figures import newest_waves

    snapshot = ws.snapshot
    found = {}
    waves = {wave.id for wave in newest_waves(snapshot)}
    waves |= {quote.wave for quote in snapshot.table(Quote).values()}
    for wave in sorted(waves & snapshot.table(Wave).keys()):
        lines = lines_of(snapshot.claims_of(persona), snapshot, wave)
        if not lines:
            continue
        answers = ws.answers(wave)
        held = matrix(lines, answers)
        true, known = (held == 1).sum(axis=0).tolist(), (held >= 0).sum(axis=0).tolist()
        for row, k, n in zip(answers.numbers.tolist(), true, known, strict=True):
            found[wave, row] = (k, n)
    return found
