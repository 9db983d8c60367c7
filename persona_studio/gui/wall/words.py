# SPDX-License-Identifier: MIT
"""How cards and groups of the wall are spoken of, on the screen and to a screen reader."""

from PySide6.QtCore import QCoreApplication

from persona_studio.core.snapshot import Snapshot
from persona_studio.core.wall import WallCard, WallGroup
from persona_studio.workspace.wall_places import cards_of
from persona_studio.workspace.walling import words_of


def heading_of(card: WallCard) -> str:
    """Return what kind of evidence a card is, with its number; a note needs no heading."""
    kinds = {"figure": tr("Figure"), "quote": tr("Quote"), "theme": tr("Theme")}
    kind = kinds.get(card.kind, "")
    return f"{card.code} · {kind}" if card.code and kind else kind


def group_title(group: WallGroup) -> str:
    """Return a group's name, or what it is called without one."""
    return group.name or tr("Group {0}").format(group.letter)


def group_spoken(group: WallGroup) -> str:
    """Return a group by letter and name."""
    named = tr("group {0}, {1}").format(group.letter, group.name)
    return named if group.name else tr("group {0}").format(group.letter)


def card_spoken(snapshot: Snapshot, card: WallCard) -> str:
    """Return a card's kind and words, for a screen reader."""
    return f"{heading_of(card) or tr('Note')}: {words_of(snapshot, card)}"


def place_spoken(snapshot: Snapshot, card: WallCard) -> str:
    """Return where a card is."""
    group = snapshot.table(WallGroup).get(card.group or "")
    if group is None:
        return tr("on the free wall")
    keys = [each.id for each in cards_of(snapshot)[group.id]]
    spot = tr("{0} of {1}").format(keys.index(card.id) + 1, len(keys))
    return f"{group_spoken(group)}, {spot}"


def tr(text: str) -> str:
    """Return a text of the wall in the user's language."""
    return QCoreApplication.translate("wall", text)
