# SPDX-License-Identifier: MIT
"""Quotes and themes: what people said, marked, named, and allowed to be shown."""

from persona_studio.core.fields import new_id
from persona_studio.core.persona import Evidence
from persona_studio.core.research import Quote, Theme, ThemeItem
from persona_studio.storage.writer import Writer


def allow(write: Writer, quote: str, consent: str) -> None:
    """Note how far the words may go: none, internal or publish."""
    write.change(Quote, quote, consent=consent)


def remove(write: Writer, quote: str) -> int:
    """Take a mark away; evidence that rested on it is marked as lost. Returns how much it was."""
    broken = write.find(Evidence, quote=quote)
    for item in broken:
        write.change(Evidence, item.id, lost="The quote was removed", quote=None)
    write.remove(Quote, quote)
    return len(broken)


def tag(write: Writer, quote: str, theme: str) -> str:
    """Put a quote under a theme, once; return the item's id."""
    for item in write.find(ThemeItem, theme=theme, quote=quote):
        return item.id
    return write.add(ThemeItem(new_id(), theme, quote))


def untag(write: Writer, quote: str, theme: str) -> None:
    """Take a quote from under a theme."""
    for item in write.find(ThemeItem, theme=theme, quote=quote):
        write.remove(ThemeItem, item.id)


def theme_named(write: Writer, name: str) -> str:
    """Return the theme of that name, made when there is none; case and spaces do not count."""
    wanted = " ".join(name.split())
    themes = write.find(Theme)
    for theme in themes:
        if theme.name.casefold() == wanted.casefold():
            return theme.id
    return write.add(Theme(new_id(), wanted, position=len(themes)))


def rename_theme(write: Writer, theme: str, name: str) -> str:
    """Give a theme another name; with the name of another theme, both become that one."""
    wanted = " ".join(name.split())
    for other in write.find(Theme):
        if other.id != theme and other.name.casefold() == wanted.casefold():
            return join_themes(write, theme, other.id)
    write.change(Theme, theme, name=wanted)
    return theme


def remove_theme(write: Writer, theme: str) -> int:
    """Take a theme away, its quotes stay; returns how much evidence lost its ground."""
    broken = write.find(Evidence, theme=theme)
    name = write.get(Theme, theme).name
    for item in broken:
        write.change(Evidence, item.id, lost=f"The theme {name} was removed", theme=None)
    write.remove(Theme, theme)
    return len(broken)


def join_themes(write: Writer, theme: str, into: str) -> str:
    """Put the quotes and the evidence of one theme under another; return that one."""
    for item in write.find(ThemeItem, theme=theme):
        tag(write, item.quote, into)
    for evidence in write.find(Evidence, theme=theme):
        write.change(Evidence, evidence.id, theme=into)
    write.remove(Theme, theme)
    return into
