# SPDX-License-Identifier: MIT
"""Evidence of the tray put to use: linked to a claim, or made into one with the data behind it."""

from typing import TYPE_CHECKING

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json
from persona_studio.core.persona import Claim, Measure, Persona
from persona_studio.core.research import Theme
from persona_studio.evidence.attributes import attribute_of
from persona_studio.storage import claims, evidence
from persona_studio.storage.writer import Writer
from persona_studio.workspace.counting import base_rows
from persona_studio.workspace.figures import Figure
from persona_studio.workspace.lines import as_asked, said, words_of
from persona_studio.workspace.tray import QuoteItem

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

Usable = Figure | QuoteItem | Theme
"""What can be dragged onto a claim or a section."""
_OBSERVED = ("observation", "analytics")
_LONGEST_CLAIM = 140


def link(ws: "Workspace", write: Writer, item: Usable, claim: str, stance: str = "supports") -> str:
    """Link a claim to evidence of any kind, for or against; return the evidence's id."""
    if isinstance(item, Figure):
        return link_figure(ws, write, item, claim, stance)
    if isinstance(item, QuoteItem):
        return link_quote(ws, write, item, claim, stance)
    made = evidence.link_theme(write, claim, item.id, stance)
    if made is None:
        raise StudioError(
            "Nobody is quoted under this theme yet.",
            "Put quotes under it in Research, where you read what people said.",
            kind="no_quotes",
        )
    return made


def claim_from(
    ws: "Workspace", write: Writer, item: Usable, persona: str | None, section: str
) -> str:
    """Make a claim of evidence of any kind, which stands behind it; return its id."""
    if isinstance(item, Figure):
        return claim_from_figure(ws, write, item, persona, section)
    if isinstance(item, QuoteItem):
        return claim_from_quote(ws, write, item, persona, section)
    claim = claims.add(write, persona, section, item.name)
    link(ws, write, item, claim)
    return claim


def claim_from_figure(
    ws: "Workspace", write: Writer, figure: Figure, persona: str | None, section: str
) -> str:
    """Make a claim of a figure, with the narrowest true quantifier; return its id."""
    from persona_studio.evidence.measures import count
    from persona_studio.evidence.verdict import narrowest

    measure, members = _measure_for(ws, figure, persona)
    counted = count(measure, ws.answers(figure.wave), members)
    word = narrowest(counted.k, counted.n)
    line = as_asked(figure.line, ws.snapshot.question(figure.wave, figure.variable))
    text = words_of(line, word, section) if word else said(line)
    fields = _attribute(figure, section, word)
    claim = claims.add(write, persona, section, text, quantifier=word, **fields)
    evidence.link_measure(write, claim, figure.wave, measure, _directness(ws, figure.wave))
    return claim


def link_figure(
    ws: "Workspace", write: Writer, figure: Figure, claim: str, stance: str = "supports"
) -> str:
    """Link a claim to a figure, that holds or that the claim denies; return the evidence's id."""
    measure, _ = _measure_for(ws, figure, write.get(Claim, claim).persona)
    direct = _directness(ws, figure.wave)
    return evidence.link_measure(write, claim, figure.wave, measure, direct, stance)


def claim_from_quote(
    ws: "Workspace", write: Writer, item: QuoteItem, persona: str | None, section: str
) -> str:
    """Make a claim in the words of a quote, which is its evidence; return its id."""
    claim = claims.add(write, persona, section, _shortened(item.text))
    link_quote(ws, write, item, claim)
    return claim


def link_quote(
    ws: "Workspace", write: Writer, item: QuoteItem, claim: str, stance: str = "supports"
) -> str:
    """Link a claim to a quote, for or against; return the evidence's id."""
    place = (item.wave, item.question, item.row)
    quote = item.quote or evidence.mark_quote(write, *place, item.text, item.start)
    return evidence.link_quote(write, claim, quote, stance, _directness(ws, item.wave))


def _measure_for(
    ws: "Workspace", figure: Figure, persona: str | None
) -> tuple[Measure, frozenset[int] | None]:
    """Return the figure's measure for the people of a persona, and their rows.

    Without a group, or where its people cannot be found on the wave, everyone is counted.
    """
    who = ws.snapshot.table(Persona).get(persona or "")
    rows = base_rows(ws.data, ws.snapshot, figure.wave, who)
    base = "all" if rows is None else "segment"
    return Measure(figure.measure.question, figure.measure.op, figure.measure.value, base), rows


def _attribute(figure: Figure, section: str, quantifier: str | None) -> dict[str, Json]:
    """Return the attribute a demographic figure fills, where it holds for most of the group."""
    attribute = attribute_of(figure.label) if section == "demographics" else None
    if attribute is None or quantifier not in ("almost_all", "most"):
        return {}
    return {"attribute": attribute, "op": figure.measure.op, "value": figure.measure.value}


def _directness(ws: "Workspace", wave: str) -> str:
    kind = ws.snapshot.source_of(wave).kind
    if kind in _OBSERVED:
        return "observed"
    return "second_hand" if kind == "competitor" else "said"


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= _LONGEST_CLAIM:
        return words
    cut = words[:_LONGEST_CLAIM].rsplit(" ", 1)[0]
    return cut.rstrip(",;:. ") + "\u2026"
