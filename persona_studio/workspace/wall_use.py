# SPDX-License-Identifier: MIT
"""What becomes of a group of the wall: a draft persona, a section of one, or a theme.

Every line that comes of it is traced to the evidence in the group, or openly an assumption: notes
are what somebody in the room believes. The group stays on the wall.
"""

from typing import TYPE_CHECKING

from persona_studio.core.errors import StudioError
from persona_studio.core.research import Quote, ThemeItem
from persona_studio.core.sections import SECTIONS
from persona_studio.core.wall import WallCard, WallGroup
from persona_studio.storage import claims, evidence, personas, quotes
from persona_studio.workspace import using
from persona_studio.workspace.figures import Figure, figure_again
from persona_studio.workspace.lines import section_of
from persona_studio.workspace.tray import QuoteItem, marked
from persona_studio.workspace.wall_places import cards_of
from persona_studio.workspace.walling import wave_of, words_of

if TYPE_CHECKING:
    from persona_studio.storage.writer import Writer
    from persona_studio.workspace.workspace import Workspace

SECTION_OF_NOTES = "behaviours"


def to_persona(ws: "Workspace", write: "Writer", group: str) -> str:
    """Draft a persona with a line for each card of a group; return its id.

    Figures go to the section of their question, quotes among the quotes. A note that begins with
    a section ("Pain: waits for the train") goes there, other notes to behaviours.
    """
    name = title_of(_group(ws, group))
    cards = _cards(ws, group)
    persona = personas.add(write, name)
    for card in cards:
        section, text = _section_of(ws, card)
        _line(ws, write, card, (persona, section, text))
    return persona


def to_section(
    ws: "Workspace", write: "Writer", group: str, persona: str | None, section: str
) -> list[str]:
    """Make a group lines of one section; return the new claims.

    Its name becomes one claim that all its evidence is linked to; without a name each piece of
    evidence makes its own. Each note is an assumption.
    """
    found, cards = _group(ws, group), _cards(ws, group)
    proofs = [card for card in cards if card.kind != "note"]
    made = []
    if found.name and proofs:
        claim = claims.add(write, persona, section, found.name)
        linked = [_link(ws, write, card, claim) for card in proofs]
        if not any(linked):
            evidence.assume(write, claim)
        made.append(claim)
    for card in cards:
        if card.kind == "note" or not found.name:
            text = card.text if card.kind == "note" else words_of(ws.snapshot, card)
            made.append(_line(ws, write, card, (persona, section, text)))
    return made


def to_theme(ws: "Workspace", write: "Writer", group: str) -> tuple[str, int]:
    """Put all that was said in a group under a theme of its name; return it and what stays out.

    Notes and figures are not words of people: they stay on the wall only.
    """
    found, cards = _group(ws, group), _cards(ws, group)
    said = [card.quote for card in cards if ws.snapshot.quote(card.quote or "")]
    named = {card.theme for card in cards if card.theme}
    items = ws.snapshot.table(ThemeItem).values()
    said += [item.quote for item in items if item.theme in named]
    if not found.name:
        raise StudioError(
            "A theme needs a name.", "Name the group first: select it, press F2.", kind="no_name"
        )
    if not said:
        raise StudioError(
            "Nobody is quoted in this group.", "A theme is made of quotes.", kind="no_quotes"
        )
    theme = quotes.theme_named(write, found.name)
    for quote in said:
        quotes.tag(write, str(quote), theme)
    return theme, sum(card.kind in ("note", "figure") for card in cards)


def title_of(group: WallGroup) -> str:
    """Return what a group is called, by its letter while it has no name."""
    return group.name or f"Group {group.letter}"


def _group(ws: "Workspace", group: str) -> WallGroup:
    found = ws.snapshot.table(WallGroup).get(group)
    if found is None:
        raise StudioError("This group is not there any more.", "Choose another.", kind="gone")
    return found


def _cards(ws: "Workspace", group: str) -> list[WallCard]:
    there = ws.snapshot
    found = [
        card
        for card in cards_of(there)[group]
        if not (card.kind == "quote" and there.quote(card.quote or "") is None)
        and not (card.kind == "theme" and there.theme(card.theme or "") is None)
    ]
    if not found:
        raise StudioError("This group is empty.", "Put cards into it first.", kind="empty_group")
    return found


def _section_of(ws: "Workspace", card: WallCard) -> tuple[str, str]:
    """Return the section a card belongs to and what it says there."""
    if card.kind == "quote":
        return "quotes", card.text
    if card.kind == "figure" and card.measure:
        wave = wave_of(ws.snapshot, card) or ""
        asked = ws.snapshot.question(wave, card.measure.question)
        return section_of(asked.label if asked else "", descriptor=True), card.text
    heading, colon, rest = card.text.partition(":")
    section = _headings(ws).get(heading.strip().casefold()) if colon else None
    if card.kind == "note" and colon and section and rest.strip():
        return section, rest
    return SECTION_OF_NOTES, words_of(ws.snapshot, card)


def _headings(ws: "Workspace") -> dict[str, str]:
    """Return the sections by what a note may call them; the catalogue's words hold as well."""
    named = [(each.title, each.id) for each in (*SECTIONS, *ws.snapshot.sections)]
    named += [(section.id, section.id) for section in SECTIONS]
    found = {title.casefold().rstrip("s"): section for title, section in named}
    return found | {title.casefold(): section for title, section in named}


def _line(
    ws: "Workspace", write: "Writer", card: WallCard, line: tuple[str | None, str, str]
) -> str:
    """Make a claim of one card, with the evidence it is or as an assumption."""
    persona, section, text = line
    item = _item(ws, card)
    if isinstance(item, Figure):
        return using.claim_from_figure(ws, write, item, persona, section)
    if isinstance(item, QuoteItem):
        return using.claim_from_quote(ws, write, item, persona, section)
    claim = claims.add(write, persona, section, text)
    if card.theme is None or evidence.link_theme(write, claim, card.theme) is None:
        evidence.assume(write, claim)
    return claim


def _link(ws: "Workspace", write: "Writer", card: WallCard, claim: str) -> str | None:
    item = _item(ws, card)
    if isinstance(item, Figure):
        return using.link_figure(ws, write, item, claim)
    if isinstance(item, QuoteItem):
        return using.link_quote(ws, write, item, claim)
    return evidence.link_theme(write, claim, card.theme) if card.theme else None


def _item(ws: "Workspace", card: WallCard) -> Figure | QuoteItem | None:
    """Return the evidence a card stands for, None for a note or where it is gone."""
    if card.quote:
        quote = ws.snapshot.table(Quote).get(card.quote)
        return marked(ws, quote) if quote else None
    wave = wave_of(ws.snapshot, card)
    return figure_again(ws, wave, card.measure) if wave and card.measure else None
