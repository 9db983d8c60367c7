# SPDX-License-Identifier: MIT
"""What is done with themes and answers: each one named step to undo, asked for where it must be."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.palette import Entry, Offer, Palette
from persona_studio.workspace.themes_kept import OTHER, Sorting, named, sorting_of

if TYPE_CHECKING:
    from persona_studio.workspace.theme_sorting import Sorter


class ThemePanel(Palette):
    """A panel to type into: which theme, which claim, which name."""


class ThemeDeeds(QObject):
    """Works on the sorting that `sorting` returns; `shown(mark)` tells which theme to show then."""

    shown = Signal(int)

    def __init__(
        self, bridge: Bridge, sorting: Callable[[], Sorting | None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._sorting = sorting
        self._window = window

    def rename(self, mark: int, name: str) -> None:
        """Name a theme; the name of another joins both."""
        label = self.tr("Rename theme to “{0}”").format(name)
        self._do(label, lambda sorter: sorter.rename(mark, name))

    def merge(self, mark: int, into: int) -> None:
        """Put all of a theme under another."""
        label = self.tr("Merge “{0}” into “{1}”").format(self._name(mark), self._name(into))
        self._do(label, lambda sorter: sorter.merge([mark], into), into)

    def drop(self, mark: int) -> None:
        """Take a theme away."""
        label = self.tr("Delete theme “{0}”").format(self._name(mark))
        self._do(label, lambda sorter: sorter.drop(mark), OTHER)

    def keep(self, mark: int) -> None:
        """Make a theme of quotes of it, with a number in the tray."""
        label = self.tr("Keep theme “{0}”").format(self._name(mark))
        if self._do(label, lambda sorter: sorter.keep(mark)):
            self._bridge.told.emit(
                self.tr("“{0}” is kept.").format(self._name(mark)),
                self.tr("Its most central answers are quotes now; the evidence tray has them."),
            )

    def move(self, rows: Sequence[int], into: int) -> None:
        """Put answers under a theme, or under none."""
        words = self.tr("Move 1 answer") if len(rows) == 1 else self.tr("Move {0} answers")
        label = words.format(len(rows))
        self._do(label, lambda sorter: sorter.move(rows, into), None)

    def make(self, rows: Sequence[int], name: str) -> None:
        """Make a theme of answers."""
        self._do(self.tr("New theme “{0}”").format(name), lambda sorter: sorter.make(name, rows))

    def split(self, question: str, mark: int, part: tuple[Sequence[int], Sequence[str]]) -> None:
        """Part a theme of a question in two, also where another is in front by now."""
        sorting = sorting_of(self._bridge.snapshot, question)
        names = [theme.name for theme in sorting.themes if theme.mark == mark] if sorting else []
        for name in names:
            label = self.tr("Split theme “{0}”").format(name)
            self._do(label, lambda sorter: sorter.split(mark, *part), of=sorting)

    def ask_merge(self, mark: int) -> None:
        """Ask which theme to join."""
        entries = [
            Entry(theme.name, "", "tags", partial(self.merge, mark, theme.mark))
            for theme in self._themes()
            if theme.mark != mark
        ]
        self._ask(self.tr("Merge “{0}” into…").format(self._name(mark)), entries)

    def ask_move(self, rows: Sequence[int], current: int) -> None:
        """Ask where to put answers; what is typed may be a new theme."""
        entries = [
            Entry(theme.name, "", "tags", partial(self.move, rows, theme.mark))
            for theme in self._themes()
            if theme.mark != current
        ]
        if current != OTHER and self._themes():
            text = self.tr("Other answers, under no theme")
            entries.append(Entry(text, "", "circle-parking", partial(self.move, rows, OTHER)))
        self._ask(self.tr("Move to…"), entries, self._offer(rows))

    def ask_name(self, rows: Sequence[int], proposed: str = "") -> None:
        """Ask for the name of a new theme of answers."""
        panel = self._ask(self.tr("Name of the new theme"), [], self._offer(rows))
        panel.field.setText(proposed)
        panel.field.selectAll()

    def ask_use(self, mark: int) -> None:
        """Ask which section or claim the theme speaks for."""
        from persona_studio.workspace import theme_use

        sorting, snapshot = self._sorting(), self._bridge.snapshot
        if sorting is None or self._bridge.read_only:
            return
        space = self._bridge.workspace
        likely = theme_use.section_for(space, sorting)
        sections = [section for section in snapshot.sections if not section.hidden]
        sections.sort(key=lambda section: section.id != likely)
        entries = []
        for persona in snapshot.personas:
            figure = theme_use.figure_for(space, sorting, mark, persona.id)
            counts = self.tr("{0} of {1}").format(figure.k, figure.n)
            for section in sections:
                text = self.tr("{0}: new claim in {1}").format(persona.name, section.title)
                run = partial(self._claim, mark, (persona.id, section.id))
                entries.append(Entry(text, counts, "plus", run))
        entries.sort(key=lambda entry: not entry.text.endswith(snapshot.section(likely).title))
        text = self.tr("New line in the parking lot")
        entries.append(Entry(text, "", "plus", partial(self._claim, mark, (None, likely))))
        for stance in ("supports", "contradicts"):
            entries += [self._to(claim, mark, stance) for claim in self._claims()]
        self._ask(self.tr("Use “{0}” for…").format(self._name(mark)), entries)

    def _claims(self) -> list[Claim]:
        snapshot = self._bridge.snapshot
        owners = (*(persona.id for persona in snapshot.personas), None)
        return [claim for owner in owners for claim in snapshot.claims_of(owner)]

    def _to(self, claim: Claim, mark: int, stance: str) -> Entry:
        against = stance == "contradicts"
        words = self.tr("Against: {0}") if against else self.tr("Link to: {0}")
        title = self._bridge.snapshot.section(claim.section).title
        run = partial(self._link, mark, (claim.id, stance))
        return Entry(words.format(claim.text), title, "unlink" if against else "link", run)

    def _claim(self, mark: int, place: tuple[str | None, str]) -> None:
        from persona_studio.workspace import theme_use

        sorting, made = self._sorting(), list[str]()
        if sorting is None:
            return
        with self._bridge.edit(self.tr("Make claim from data")) as write:
            space = self._bridge.workspace
            made.append(theme_use.claim_of(space, write, sorting, mark, place))
        self._tell(made, self.tr("Now on the board: “{0}”"))

    def _link(self, mark: int, to: tuple[str, str]) -> None:
        from persona_studio.workspace import theme_use

        sorting, made = self._sorting(), list[str]()
        if sorting is None:
            return
        with self._bridge.edit(self.tr("Link evidence")) as write:
            theme_use.link(self._bridge.workspace, write, sorting, mark, to)
            made.append(to[0])
        self._tell(made, self.tr("Linked to “{0}”"))

    def _tell(self, claims: Sequence[str], words: str) -> None:
        for claim in claims:
            text = self._bridge.snapshot.table(Claim)[claim].text
            proof = self._bridge.workspace.assess(claim).proof
            self._bridge.told.emit(words.format(text), proof)

    def _do(
        self,
        label: str,
        deed: "Callable[[Sorter], Any]",
        show: int | None = -1,
        of: Sorting | None = None,
    ) -> bool:
        """Do one step; then show the theme it returns, `show`, or (None) stay where we are."""
        from persona_studio.workspace.theme_sorting import Sorter

        front = self._sorting()
        sorting = of or front
        if sorting is None or self._bridge.read_only:
            return False
        done: list[Any] = []
        with self._bridge.edit(label) as write:
            done.append(deed(Sorter(self._bridge.workspace, write, sorting)))
        in_front = front is not None and sorting.question == front.question
        if done and show is not None and in_front:
            found = done[0] if show < 0 else show
            self.shown.emit(found if isinstance(found, int) else -1)
        return bool(done)

    def _offer(self, rows: Sequence[int]) -> Offer:
        def offer(typed: str) -> Entry | None:
            sorting, name = self._sorting(), typed.strip()
            with suppress(StudioError):
                if sorting is None or named(sorting, name):
                    return None
            text = self.tr("New theme “{0}”").format(name)
            return Entry(text, "", "plus", partial(self.make, rows, name)) if name else None

        return offer

    def _themes(self) -> Sequence[Any]:
        sorting = self._sorting()
        return sorting.themes if sorting else ()

    def _name(self, mark: int) -> str:
        return next((theme.name for theme in self._themes() if theme.mark == mark), "")

    def _ask(self, words: str, entries: list[Entry], offer: Offer | None = None) -> Palette:
        window = self._window.window()
        panel = window.findChild(ThemePanel) or ThemePanel(window)
        panel.setAccessibleName(words)
        panel.field.setPlaceholderText(words)
        panel.field.setAccessibleName(words)
        panel.open(entries, offer)
        return panel
