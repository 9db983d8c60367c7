# SPDX-License-Identifier: MIT
"""Panels to type into: which claim a passage is linked to, which theme it is put under."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from persona_studio.core.persona import Claim
from persona_studio.core.research import Theme
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.palette import Entry, Palette

Link = Callable[[str, str], None]
Make = Callable[[str | None, str], None]


class ClaimPalette(Palette):
    """Every claim of the board, then a new one for each persona and section."""


class UsePalette(Palette):
    """What can be made of an answer."""


class ThemePalette(Palette):
    """Every theme; what is typed may be a new one."""


def find_claim(window: QWidget, snapshot: Snapshot, link: Link, make: Make) -> Palette:
    """Ask for a claim: `link(claim, stance)` is called, or `make(persona, section)`: a new one."""
    panel = _panel(window, ClaimPalette, _tr("Link to claim…"))
    owners = (*(persona.id for persona in snapshot.personas), None)
    claims = [claim for owner in owners for claim in snapshot.claims_of(owner)]
    entries = [
        Entry(*_said(claim, snapshot, stance), partial(link, claim.id, stance))
        for stance in ("supports", "contradicts")
        for claim in claims
    ]
    shown = [section for section in snapshot.sections if not section.hidden]
    for persona in snapshot.personas:
        for section in shown:
            text = _tr("New line for {0}: {1}").format(persona.name, section.title)
            entries.append(Entry(text, "", "plus", partial(make, persona.id, section.id)))
    text = _tr("New line in the parking lot")
    entries.append(Entry(text, "", "plus", partial(make, None, "behaviours")))
    panel.open(entries)
    return panel


def ask_use(window: QWidget, words: str, entries: list[Entry]) -> Palette:
    """Ask what to make of an answer."""
    panel = _panel(window, UsePalette, words)
    panel.open(entries)
    return panel


def find_theme(window: QWidget, snapshot: Snapshot, choose: Callable[[str], None]) -> Palette:
    """Ask for a theme by name; `choose` is called with it, new or known."""
    panel = _panel(window, ThemePalette, _tr("Put under a theme…"))
    themes = sorted(snapshot.table(Theme).values(), key=lambda t: (t.position, t.name))
    known = {theme.name.casefold() for theme in themes}

    def offer(typed: str) -> Entry | None:
        if typed.casefold() in known:
            return None
        return Entry(_tr("New theme “{0}”").format(typed), "", "plus", partial(choose, typed))

    entries = [Entry(t.name, _tr("Theme"), "tags", partial(choose, t.name)) for t in themes]
    panel.open(entries, offer)
    return panel


def name_theme(window: QWidget, theme: Theme, rename: Callable[[str], None]) -> Palette:
    """Ask for another name of a theme."""
    panel = _panel(window, ThemePalette, _tr("New name of “{0}”").format(theme.name))

    def offer(typed: str) -> Entry:
        text = _tr("Call it “{0}”").format(typed)
        return Entry(text, "", "pencil", partial(rename, typed))

    panel.open([], offer)
    panel.field.setText(theme.name)
    panel.field.selectAll()
    return panel


def find_person(window: QWidget, choose: Callable[[str], None]) -> Palette:
    """Ask for a person by their id, or by what a code was made of; nothing typed is kept."""
    panel = _panel(window, ThemePalette, _tr("Forget whom? Type an id or an e-mail address"))

    def offer(typed: str) -> Entry:
        text = _tr("Look for “{0}”").format(typed)
        return Entry(text, "", "search", partial(choose, typed))

    panel.open([], offer)
    return panel


def _said(claim: Claim, snapshot: Snapshot, stance: str) -> tuple[str, str, str]:
    """Return the words of a claim's entry, whose it is, and the sign of the stance."""
    names = {persona.id: persona.name for persona in snapshot.personas}
    owner = names.get(claim.persona or "", _tr("Parking lot"))
    detail = f"{owner} · {snapshot.section(claim.section).title}"
    against = stance == "contradicts"
    text = _tr("Against: {0}").format(claim.text) if against else claim.text
    return text, detail, "unlink" if against else "link"


def _panel(window: QWidget, kind: type[Palette], words: str) -> Palette:
    panel = window.findChild(kind)
    if panel is None:
        panel = kind(window)
    panel.setAccessibleName(words)
    panel.field.setPlaceholderText(words)
    panel.field.setAccessibleName(words)
    return panel


def _tr(text: str) -> str:
    return QCoreApplication.translate("finders", text)
