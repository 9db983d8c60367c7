# SPDX-License-Identifier: MIT
"""Fills the page of themes: cards, words, the answers of the card that is chosen, the groups."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from persona_studio.gui.bridge import Bridge
from persona_studio.gui.patterns import theme_telling as telling
from persona_studio.gui.patterns.theme_reading import ThemeReading
from persona_studio.gui.patterns.theme_view import ThemeView
from persona_studio.workspace import theming
from persona_studio.workspace.themes_kept import OTHER, Sorting, sorting_of

ALL = telling.ALL


class ThemeShown(QObject):
    """Knows which card is chosen (`mark`) and shows what belongs to it; `free` while none works."""

    def __init__(
        self, bridge: Bridge, view: ThemeView, reading: ThemeReading, free: Callable[[], bool]
    ) -> None:
        super().__init__(view)
        self._bridge = bridge
        self._view = view
        self._reading = reading
        self._free = free
        self.mark = ALL

    @property
    def sorting(self) -> Sorting | None:
        """The themes of the question, None while nobody looked for them or made one."""
        return sorting_of(self._bridge.snapshot, self._view.question)

    @property
    def is_theme(self) -> bool:
        """Whether a theme is chosen: neither all answers nor the rest."""
        return self.mark not in (ALL, OTHER)

    def to_sort(self) -> Sorting | None:
        """Return the themes there are, or the bare answers once they are all read."""
        sorting, question = self.sorting, self._view.question
        if sorting is None and self._reading.said.read(question):
            return theming.unsorted(question, self._reading.said.rows(question))
        return sorting

    def show(self) -> None:
        """Show everything anew."""
        view, sorting, space = self._view, self.sorting, self._bridge.workspace
        n, read = self._counted()
        few = read and n < telling.FEWEST
        view.cards.show(telling.cards(space, sorting, n))
        view.list.choose(self.mark)
        view.note.setText(telling.note(sorting, n, few=few))
        view.again.setVisible(sorting is not None and not few)
        view.find_button.setVisible(sorting is None and not few)
        view.number.setVisible(not few)
        words = telling.words(space, view.question, sorting, n if read else -1)
        view.words.show(words)
        view.no_words.setText("" if words else telling.no_counts(n))
        view.no_words.setVisible(not words)
        if few and not (sorting and sorting.themes) and not view.search.text():
            view.show_words(on=True)
        self.show_groups()
        self.choose()

    def choose(self) -> None:
        """Show the answers of the card that is chosen."""
        mark, view = self._view.list.mark, self._view
        if mark is None:
            return
        if mark != self.mark:
            view.groups_chip.setChecked(False)
            self.show_groups()
        self.mark = mark
        card = next(card for card in view.cards.cards if card.mark == mark)
        view.name.show_text(card.name)
        view.name.setReadOnly(not self.is_theme or self._bridge.read_only)
        view.count.setText(view.cards.told(card))
        self.allow()
        self.find()

    def find(self) -> None:
        """Show the answers that say what is searched for."""
        view, sorting, query = self._view, self.sorting, self._view.search.text().strip()
        found: Sequence[int] = self._reading.said.rows(view.question, query)
        if self.mark != ALL and sorting is not None:
            there = sorting.rows_of(self.mark)
            known = frozenset(found) if query else frozenset()
            found = [row for row in there if row in known] if query else there
        view.answers.show(found)
        view.none.setText("" if found else telling.nothing(query))
        view.none.setVisible(not found)
        self.say_chosen()

    def say_chosen(self) -> None:
        """Say how many answers are chosen, and offer what can be done with them."""
        view = self._view
        chosen, found = view.answer_list.count, len(view.answers.rows)
        view.chosen.setText(telling.chosen(chosen, found))
        searched = bool(view.search.text().strip()) and found > 0
        for button in (view.move_button, view.make_button):
            button.setEnabled(chosen > 0 or searched)

    def taken(self) -> list[int]:
        """Return the chosen answers; without any, all that a search has found."""
        rows = self._view.answer_list.chosen()
        if rows or not self._view.search.text().strip():
            return rows
        return list(self._view.answers.rows)

    def allow(self) -> None:
        """Offer what can be done now."""
        view, free, sorting = self._view, self._free(), self.sorting
        writing = not self._bridge.read_only
        for button in (view.use, view.merge, view.split, view.keep, view.drop):
            button.setVisible(self.is_theme and writing)
            button.setEnabled(free)
        view.merge.setEnabled(free and sorting is not None and len(sorting.themes) > 1)
        for look in (view.find_button, view.again):
            look.setEnabled(free)
        for button in (view.move_button, view.make_button):
            button.setVisible(writing)

    def show_groups(self) -> None:
        """Show how often each theme is heard in each group, where that is asked for."""
        view, sorting = self._view, self.sorting
        view.right.setCurrentIndex(int(view.groups_chip.isChecked()))
        if not view.groups_chip.isChecked():
            return
        offered = theming.groupings_of(self._bridge.snapshot, str(view.waves.currentData() or ""))
        chosen = str(view.groupings.currentData() or "")
        view.fill(view.groupings, [(g.id, telling.grouping(g)) for g in offered], chosen)
        there = bool(offered and sorting and sorting.themes)
        view.no_groups.setText("" if there else telling.no_groups(groups=bool(offered)))
        view.no_groups.setVisible(not there)
        view.table.setVisible(there)
        if sorting is not None and there:
            key = str(view.groupings.currentData())
            shares = theming.shares_of(self._bridge.workspace, sorting, key)
            named = [(theme.mark, theme.name) for theme in sorting.themes]
            view.shares.show([*named, (OTHER, telling.other())], shares)

    def _counted(self) -> tuple[int, bool]:
        """Return how many answers are read, and whether these are all."""
        said, question = self._reading.said, self._view.question
        return said.count(question), said.read(question)
