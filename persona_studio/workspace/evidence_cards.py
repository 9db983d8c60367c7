# SPDX-License-Identifier: MIT
"""The evidence of a project as numbered cards: marked quotes, themes, and the answers that tell."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json
from persona_studio.core.research import Quote
from persona_studio.publish.evidence_cards import EvidenceCard
from persona_studio.workspace import client_safe
from persona_studio.workspace.figures import figures
from persona_studio.workspace.theme_cards import theme_cards
from persona_studio.workspace.tray import marked

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

MOST_FIGURES = 48
PAPERS = ("A4", "Letter")


def cards(
    workspace: "Workspace", *, figures_at_most: int = MOST_FIGURES, safe: bool = False
) -> list[EvidenceCard]:
    """Return the cards, quotes first; `safe` keeps back what may not leave the house.

    StudioError (kind `nothing`) where the project holds no evidence yet.
    """
    found = [*_quotes(workspace, safe=safe), *_themes(workspace, safe=safe)]
    found += _figures(workspace, figures_at_most, safe=safe)
    if not found:
        raise StudioError(
            "There is no evidence to print yet.", "Import research, or mark quotes.", kind="nothing"
        )
    return found


def written(
    workspace: "Workspace", paper: str = "", *, safe: bool = False
) -> tuple[bytes, dict[str, Json]]:
    """Return the sheets of cards as a PDF, and what is to be known of them."""
    from persona_studio.publish.evidence_cards import make
    from persona_studio.publish.safety import ensure_safe
    from persona_studio.publish.typeset import ensure_gui

    if paper not in ("", *PAPERS):
        raise StudioError(
            "Evidence cards are not made for this paper.",
            f"Choose one of: {', '.join(PAPERS)}.",
            kind="unknown",
        )
    ensure_gui()
    found = cards(workspace, safe=safe)
    made = make("Evidence cards", found, paper or PAPERS[0])
    if safe:
        ensure_safe(made.pdf)
    told: dict[str, Json] = {"cards": len(found), "pages": made.pages}
    return made.pdf, {**told, "shortened": list(made.shortened)}


def _quotes(workspace: "Workspace", *, safe: bool) -> Iterator[EvidenceCard]:
    for quote in workspace.snapshot.table(Quote).values():
        if not safe or quote.consent == "publish":
            item = marked(workspace, quote)
            name = workspace.snapshot.source_of(item.wave).name
            yield EvidenceCard(f"Q{item.number}", f"“{item.text}”", name if safe else item.where)


def _themes(workspace: "Workspace", *, safe: bool) -> Iterator[EvidenceCard]:
    for item in sorted(theme_cards(workspace, None), key=lambda item: item.number):
        people = "1 person" if item.people == 1 else f"{item.people} people"
        if safe and 0 < item.people < client_safe.FEWEST:
            people = f"fewer than {client_safe.FEWEST} people"
        yield EvidenceCard(f"T{item.number}", item.text, f"Theme · {people} quoted")


def _figures(workspace: "Workspace", most: int, *, safe: bool) -> Iterator[EvidenceCard]:
    for item in sorted(figures(workspace, None, most), key=lambda item: item.number):
        if safe and client_safe.is_small(item.k, item.n):
            continue
        share = f"{item.share * 100:.0f} %"
        told = f"{share} · {item.k} of {item.n} people · {item.source}"
        yield EvidenceCard(f"E{item.number}", item.text, told)
