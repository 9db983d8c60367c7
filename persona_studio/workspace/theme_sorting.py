# SPDX-License-Identifier: MIT
"""Sorting answers into themes by hand: whatever is done, no answer is lost and none comes twice.

What rests on a theme follows it: measures by its name, and the quotes of a theme that was made
into one. A theme that somebody had a hand in is left alone when themes are looked for again.
"""

from collections.abc import Sequence
from dataclasses import replace

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import new_id
from persona_studio.core.persona import Evidence
from persona_studio.core.research import Question, Quote, Theme, ThemeItem
from persona_studio.evidence.reading import fold
from persona_studio.storage import evidence, quotes
from persona_studio.storage.writer import Writer
from persona_studio.workspace.themes_kept import NO_ANSWER, OTHER, Proposed, Sorting, put
from persona_studio.workspace.theming import unlike
from persona_studio.workspace.workspace import Workspace

MOST_QUOTED = 50
"""A theme that is kept brings so many of its most central answers along as quotes."""
MOST_THEMES = 60


class Sorter:
    """Changes the themes of one question within one edit; `sorting` is how they stand now."""

    def __init__(self, workspace: Workspace, write: Writer, sorting: Sorting) -> None:
        self._workspace = workspace
        self._write = write
        self.sorting = sorting

    def rename(self, mark: int, name: str) -> int:
        """Name a theme; the name of another theme joins both. Returns the mark it has then."""
        theme, wanted = self.sorting.theme(mark), _clean(name)
        for other in self.sorting.themes:
            if other.mark != mark and fold(other.name) == fold(wanted):
                self._merge([mark], other.mark)
                return other.mark
        self._point(theme.name, wanted)
        if self._quoted(theme):
            theme = replace(theme, theme=quotes.rename_theme(self._write, theme.theme, wanted))
        self._keep(self._with(replace(theme, name=wanted, kept=True)))
        return mark

    def merge(self, marks: Sequence[int], into: int) -> None:
        """Put all answers of some themes under another one, and take those away.

        A name that somebody gave stays: also one of a theme that goes, where the other has none.
        """
        given = [t.name for t in map(self.sorting.theme, marks) if t.named_by_hand]
        given = [] if self.sorting.theme(into).named_by_hand else given
        self._merge(marks, into)
        for name in given[:1]:
            self.rename(into, name)

    def _merge(self, marks: Sequence[int], into: int) -> None:
        target = self.sorting.theme(into)
        for mark in marks:
            if mark == into:
                continue
            gone = self.sorting.theme(mark)
            target = self._joined(gone, target)
            self._point(gone.name, target.name)
            self._keep(
                replace(
                    self._without(mark), marks=self.sorting.marks.replace(_byte(mark), _byte(into))
                )
            )
        self._keep(_largest_first(self._with(replace(target, kept=True))))
        self._quote_again(into)

    def drop(self, mark: int) -> None:
        """Take a theme away; its answers lie under no theme, what rested on it is told so."""
        theme = self.sorting.theme(mark)
        if self._quoted(theme):
            quotes.remove_theme(self._write, theme.theme)
        for item in self._measuring(theme.name):
            lost = f"The theme {theme.name} was removed"
            self._write.change(Evidence, item.id, lost=lost)
        marks = self.sorting.marks.replace(_byte(mark), _byte(OTHER))
        self._keep(replace(self._without(mark), marks=marks))

    def move(self, rows: Sequence[int], into: int) -> None:
        """Put answers, by row, under a theme, or under none (OTHER)."""
        sorting = self.sorting
        if into != OTHER:
            sorting = self._with(replace(sorting.theme(into), kept=True))
        marks, left = bytearray(self.sorting.marks), {into}
        for row in rows:
            if 0 <= row < len(marks) and marks[row] != NO_ANSWER:
                left.add(marks[row])
                marks[row] = into
        self._keep(replace(sorting, marks=bytes(marks)))
        for mark in left - {OTHER}:
            self._quote_again(mark)

    def make(self, name: str, rows: Sequence[int]) -> int:
        """Make a theme of answers, or add them to the one of that name; return its mark."""
        wanted = _clean(name)
        for theme in self.sorting.themes:
            if fold(theme.name) == fold(wanted):
                self.move(rows, theme.mark)
                return theme.mark
        mark = self._free()
        made = Proposed(mark, wanted, kept=True)
        self._keep(replace(self.sorting, themes=(*self.sorting.themes, made)))
        self.move(rows, mark)
        return mark

    def split(self, mark: int, rows: Sequence[int], words: Sequence[str]) -> int:
        """Make a second theme of some of a theme's answers, named by its words; return its mark."""
        theme = self.sorting.theme(mark)
        there = set(self.sorting.rows_of(mark))
        inside = [row for row in rows if row in there]
        if not inside or len(inside) == len(there):
            raise StudioError(
                "These answers do not fall into two parts.",
                "Select some of them and make a theme of those.",
                kind="no_parts",
            )
        name = unlike(self.sorting.themes, ", ".join(words) or theme.name)
        self._keep(self._with(replace(theme, kept=True)))
        made = self.make(name, inside)
        self._keep(self._with(replace(self.sorting.theme(made), words=tuple(words))))
        return made

    def keep(self, mark: int) -> str:
        """Make a theme of quotes of a proposed one, its most central answers; return its id."""
        theme = self.sorting.theme(mark)
        known = self._quoted(theme)
        made = theme.theme if known else quotes.theme_named(self._write, theme.name)
        self._keep(self._with(replace(theme, kept=True, theme=made)))
        self._quote_again(mark)
        return made

    def settle(self, mark: int) -> None:
        """Let a theme stand when themes are looked for again: something rests on it now."""
        self._keep(self._with(replace(self.sorting.theme(mark), kept=True)))

    def _keep(self, sorting: Sorting) -> None:
        self.sorting = sorting
        put(self._write, sorting)

    def _with(self, theme: Proposed) -> Sorting:
        themes = tuple(theme if each.mark == theme.mark else each for each in self.sorting.themes)
        return replace(self.sorting, themes=themes)

    def _without(self, mark: int) -> Sorting:
        kept = tuple(theme for theme in self.sorting.themes if theme.mark != mark)
        return replace(self.sorting, themes=kept)

    def _free(self) -> int:
        taken = {theme.mark for theme in self.sorting.themes}
        if len(taken) >= MOST_THEMES:
            raise StudioError(
                f"There are {MOST_THEMES} themes already.", "Merge some first.", kind="too_many"
            )
        return next(mark for mark in range(1, OTHER) if mark not in taken)

    def _joined(self, gone: Proposed, into: Proposed) -> Proposed:
        """Let the quotes of a theme that goes lie under the one it joins."""
        if not self._quoted(gone):
            return into
        if not self._quoted(into):
            if fold(gone.name) != fold(into.name):
                named = quotes.rename_theme(self._write, gone.theme, into.name)
                return replace(into, theme=named)
            return replace(into, theme=gone.theme)
        quotes.join_themes(self._write, gone.theme, into.theme)
        return into

    def _quoted(self, theme: Proposed) -> bool:
        """Tell whether a theme of quotes was made of it that is there still."""
        return bool(theme.theme and self._write.find(Theme, id=theme.theme))

    def _measuring(self, name: str) -> list[Evidence]:
        """Return the evidence that counts who is under a theme of this question."""
        question = self._question
        found = []
        for item in self._write.find(Evidence, wave=question.wave):
            measure = item.measure
            mine = measure and measure.op == "in_theme" and measure.question == question.variable
            if measure and mine and fold(measure.value) == fold(name):
                found.append(item)
        return found

    def _point(self, old: str, new: str) -> None:
        """Let what counts a theme go on counting it under its new name."""
        for item in self._measuring(old):
            if item.measure:
                self._write.change(Evidence, item.id, measure=replace(item.measure, value=new))

    def _quote_again(self, mark: int) -> None:
        """Let the quotes of a kept theme be its most central answers; those by hand stay."""
        theme = next((each for each in self.sorting.themes if each.mark == mark), None)
        if theme is None or not self._quoted(theme):
            return
        question, wanted = self._question, self.sorting.rows_of(mark)[:MOST_QUOTED]
        there = {}
        for item in self._write.find(ThemeItem, theme=theme.theme):
            quote = self._write.get(Quote, item.quote)
            if quote.question == question.id:
                there[quote.row] = item
        for row, item in there.items():
            if row not in wanted and not item.by_hand:
                self._write.remove(ThemeItem, item.id)
        for row in wanted:
            if row not in there:
                self._quote(question, row, theme.theme)

    def _quote(self, question: Question, row: int, theme: str) -> None:
        cell = self._workspace.data.cell(self._workspace.snapshot, question.wave, row, question.id)
        if cell.strip():
            quote = evidence.mark_quote(self._write, question.wave, question.id, row, cell, None)
            self._write.add(ThemeItem(new_id(), theme, quote, by_hand=False))

    @property
    def _question(self) -> Question:
        return self._write.get(Question, self.sorting.question)


def _clean(name: str) -> str:
    wanted = " ".join(name.split())
    if not wanted:
        raise StudioError("A theme needs a name.", "Type a word or two.", kind="no_name")
    if fold(wanted) == "other":
        raise StudioError(
            "“Other” is the heap of answers under no theme.", "Choose another name.", kind="no_name"
        )
    return wanted


def _largest_first(sorting: Sorting) -> Sorting:
    sizes = sorting.sizes()
    return replace(
        sorting, themes=tuple(sorted(sorting.themes, key=lambda t: -sizes.get(t.mark, 0)))
    )


def _byte(mark: int) -> bytes:
    return bytes([mark])
