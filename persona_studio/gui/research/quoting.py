# SPDX-License-Identifier: MIT
"""What is done with a passage: marked, named, allowed, linked; each one step to undo."""

from typing import TYPE_CHECKING, NamedTuple

from persona_studio.core.research import Quote, Theme
from persona_studio.gui.bridge import Bridge
from persona_studio.workspace.said import Place
from persona_studio.workspace.tray import QuoteItem, marked

if TYPE_CHECKING:
    from persona_studio.storage.writer import Writer


class Passage(NamedTuple):
    """A part of an answer (`start` None: all of it), or the quote it is already."""

    place: Place
    text: str
    start: int | None = None
    quote: str = ""


class Quoting:
    """Writes through the bridge; a step that marks and names is one step."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def mark(self, passage: Passage) -> str:
        """Mark a passage; return the quote's id."""
        made: list[str] = []
        with self._bridge.edit("Mark a quote") as write:
            made.append(self._quote(write, passage))
        return made[0] if made else ""

    def tag(self, passage: Passage, theme: str) -> str:
        """Put a passage under the theme of that name, made when it is new."""
        from persona_studio.storage import quotes

        made: list[str] = []
        with self._bridge.edit(f"Theme “{theme.strip()}”") as write:
            quote = self._quote(write, passage)
            quotes.tag(write, quote, quotes.theme_named(write, theme))
            made.append(quote)
        return made[0] if made else ""

    def untag(self, quote: str, theme: str) -> None:
        """Take a quote from under a theme."""
        from persona_studio.storage import quotes

        with self._bridge.edit("Take off a theme") as write:
            quotes.untag(write, quote, theme)

    def allow(self, passage: Passage, consent: str) -> str:
        """Say how far the words may go."""
        from persona_studio.storage import quotes

        made: list[str] = []
        with self._bridge.edit("Say how far a quote may go") as write:
            quote = self._quote(write, passage)
            quotes.allow(write, quote, consent)
            made.append(quote)
        return made[0] if made else ""

    def remove(self, quote: str) -> None:
        """Take a mark away."""
        from persona_studio.storage import quotes

        with self._bridge.edit("Remove a quote") as write:
            quotes.remove(write, quote)

    def link(self, passage: Passage, claim: str, stance: str = "supports") -> str:
        """Link a claim to a passage, for or against."""
        from persona_studio.workspace import using

        made: list[str] = []
        with self._bridge.edit("Link evidence") as write:
            quote = self._quote(write, passage)
            using.link_quote(self._bridge.workspace, write, self._item(write, quote), claim, stance)
            made.append(quote)
        return made[0] if made else ""

    def make_claim(self, passage: Passage, persona: str | None, section: str) -> str:
        """Make a claim in the words of a passage, which is its evidence."""
        from persona_studio.workspace import using

        made: list[str] = []
        with self._bridge.edit("Make claim from data") as write:
            quote = self._quote(write, passage)
            item = self._item(write, quote)
            using.claim_from_quote(self._bridge.workspace, write, item, persona, section)
            made.append(quote)
        return made[0] if made else ""

    def link_theme(self, theme: str, claim: str, stance: str = "supports") -> None:
        """Link a claim to all that lies under a theme, for or against."""
        from persona_studio.storage import evidence

        with self._bridge.edit("Link a theme") as write:
            evidence.link_theme(write, claim, theme, stance)

    def claim_of_theme(self, theme: str, persona: str | None, section: str) -> None:
        """Make a claim in the words of a theme, whose people are its evidence."""
        from persona_studio.storage import claims, evidence

        with self._bridge.edit("Make claim from data") as write:
            claim = claims.add(write, persona, section, write.get(Theme, theme).name)
            evidence.link_theme(write, claim, theme)

    def rename_theme(self, theme: str, name: str) -> None:
        """Give a theme another name; the name of another theme joins both."""
        from persona_studio.storage import quotes

        with self._bridge.edit("Rename a theme") as write:
            quotes.rename_theme(write, theme, name)

    def remove_theme(self, theme: str) -> None:
        """Take a theme away; its quotes stay."""
        from persona_studio.storage import quotes

        name = self._bridge.snapshot.table(Theme)[theme].name
        with self._bridge.edit(f"Remove theme “{name}”") as write:
            quotes.remove_theme(write, theme)

    def _quote(self, write: "Writer", passage: Passage) -> str:
        from persona_studio.storage import evidence

        place = passage.place
        return passage.quote or evidence.mark_quote(
            write, place.wave, place.question, place.row, passage.text, passage.start
        )

    def _item(self, write: "Writer", quote: str) -> QuoteItem:
        return marked(self._bridge.workspace, write.get(Quote, quote))
