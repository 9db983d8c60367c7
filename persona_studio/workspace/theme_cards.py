# SPDX-License-Identifier: MIT
"""Themes as the evidence tray offers them: who was quoted under each, and how many of a group.

Marked quotes are what somebody chose to mark, not all that was said; so people are counted here
and no share of the customers is told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona_studio.core.persona import Persona
from persona_studio.core.research import Quote, Theme, ThemeItem, Wave
from persona_studio.core.snapshot import Snapshot

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

_Person = tuple[str, int]


@dataclass(frozen=True)
class ThemeCard:
    """One theme; `mine` are the people of the persona's group, None without a group.

    `apart` tells how surely the group is quoted under it more often than the others are (0: not).
    """

    theme: Theme
    number: int
    quotes: int
    people: int
    mine: int | None = None
    apart: float = 0.0

    @property
    def key(self) -> str:
        """What names this theme in a drag."""
        return f"theme:{self.theme.id}"

    @property
    def text(self) -> str:
        """The theme's name."""
        return self.theme.name


def theme_cards(ws: "Workspace", persona: str | None, search: str = "") -> list[ThemeCard]:
    """Return the themes that say every word, what sets a persona's group apart first."""
    said = _said(ws.snapshot)
    group = _group(ws, persona, {person[0] for people in said.values() for person in people})
    everyone = {person for people in said.values() for person in people}
    counted = {key: _card_counts(people, group, everyone) for key, people in said.items()}
    cards = [
        ThemeCard(theme, number, len(said.get(theme.id, ())), *counted.get(theme.id, (0,)))
        for number, theme in enumerate(ws.snapshot.table(Theme).values(), start=1)
        if _fits(theme, search)
    ]
    return sorted(cards, key=lambda card: (-card.apart, -(card.mine or 0), -card.people))


def theme_of_key(snapshot: Snapshot, key: str) -> Theme | None:
    """Return the theme a key names, None for any other key."""
    kind, _, theme = key.partition(":")
    return snapshot.theme(theme) if kind == "theme" else None


def _said(snapshot: Snapshot) -> Mapping[str, list[_Person]]:
    """Return for each theme the person (wave, row) behind each of its quotes."""
    quotes = snapshot.table(Quote)
    found: dict[str, list[_Person]] = {}
    for item in snapshot.table(ThemeItem).values():
        if item.quote in quotes:
            quote = quotes[item.quote]
            found.setdefault(item.theme, []).append((quote.wave, quote.row))
    return found


def _group(
    ws: "Workspace", persona: str | None, waves: Iterable[str]
) -> Mapping[str, frozenset[int]] | None:
    """Return the rows of a persona's group on each wave; None where it has no group."""
    from persona_studio.workspace.counting import base_rows

    who = ws.snapshot.table(Persona).get(persona or "")
    if who is None or not who.segment:
        return None
    found = {
        wave: base_rows(ws.data, ws.snapshot, wave, who)
        for wave in waves
        if wave in ws.snapshot.table(Wave)
    }
    return {wave: rows for wave, rows in found.items() if rows is not None}


def _card_counts(
    people: Iterable[_Person],
    group: Mapping[str, frozenset[int]] | None,
    everyone: Iterable[_Person],
) -> tuple[int, int | None, float]:
    """Return how many people a theme quotes, how many of the group, and how that sets it apart."""
    from persona_studio.evidence.intervals import newcombe

    quoted = set(people)
    if group is None:
        return len(quoted), None, 0.0
    ours = {person for person in everyone if person[1] in group.get(person[0], ())}
    others = {person for person in everyone if person[0] in group} - ours
    mine = len(quoted & ours)
    low, _ = newcombe(mine, len(ours), len(quoted & others), len(others))
    return len(quoted), mine, max(low, 0.0)


def _fits(theme: Theme, words: str) -> bool:
    line = f"{theme.name} {theme.note}".casefold()
    return all(word in line for word in words.casefold().split())
