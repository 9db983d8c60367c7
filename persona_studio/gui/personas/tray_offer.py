# SPDX-License-Identifier: MIT
"""What the evidence tray offers in each of its tabs, for one persona and for what is searched."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from persona_studio.gui.personas.tray_model import Item
from persona_studio.workspace import figures, tray
from persona_studio.workspace.figures import Figure
from persona_studio.workspace.theme_cards import ThemeCard, theme_cards

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

FOR, FIGURES, QUOTES, THEMES, PARKING = "for", "figures", "quotes", "themes", "parking"
_MOST_FOR, _THEMES_FOR, _QUOTES_FOR, _EVERY = 18, 3, 6, 3
_NUMBER = re.compile(r"([eqt])0*(\d{1,6})", re.IGNORECASE)


def needs_figures(tab: str, words: str) -> bool:
    """Tell whether figures have to be counted for what a tab offers."""
    number = _NUMBER.fullmatch(words)
    return number[1].lower() == "e" if number else tab in (FOR, FIGURES)


def offered(
    ws: "Workspace", tab: str, persona: str, counted: Sequence[Figure], words: str
) -> list[Item]:
    """Return the cards of a tab; a number (E12, Q3, T2) finds its card in every tab."""
    number = _NUMBER.fullmatch(words)
    if number is not None:
        return _numbered(ws, persona, counted, (number[1].lower(), int(number[2])))
    if tab == FIGURES:
        return [figure for figure in counted if _fits(figure, words)]
    if tab == QUOTES:
        return list(tray.quotes(ws, None, words))
    if tab == THEMES:
        return list(theme_cards(ws, persona or None, words))
    return _for(ws, persona, counted, words)


def _for(ws: "Workspace", persona: str, counted: Sequence[Figure], words: str) -> list[Item]:
    """Return what sets a persona's group apart; all that fits where something is searched."""
    fitting = [figure for figure in counted if _fits(figure, words)]
    themes = theme_cards(ws, persona or None, words)
    if words:
        return [*fitting, *themes, *tray.quotes(ws, persona or None, words)]
    apart = [card for card in themes if card.apart > 0][:_THEMES_FOR]
    telling: list[Item] = [*apart, *tray.quotes(ws, persona or None, "", _QUOTES_FOR)]
    return _mixed(figures.chosen(fitting, _MOST_FOR), telling)


def _numbered(
    ws: "Workspace", persona: str, counted: Sequence[Figure], code: tuple[str, int]
) -> list[Item]:
    kind, number = code
    if kind == "e":
        return [figure for figure in counted if figure.number == number]
    if kind == "q":
        return [quote for quote in [tray.quote_of_number(ws, number)] if quote is not None]
    themes: list[ThemeCard] = theme_cards(ws, persona or None)
    return [card for card in themes if card.number == number]


def _fits(figure: Figure, words: str) -> bool:
    line = f"{figure.text} {figure.source}".casefold()
    return all(word in line for word in words.casefold().split())


def _mixed(found: Sequence[Figure], between: Sequence[Item]) -> list[Item]:
    """Return figures with a theme or a quote after every few."""
    out: list[Item] = []
    rest = list(between)
    for place, figure in enumerate(found, start=1):
        out.append(figure)
        if place % _EVERY == 0 and rest:
            out.append(rest.pop(0))
    return out + rest
