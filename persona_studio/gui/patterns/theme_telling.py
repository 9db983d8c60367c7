# SPDX-License-Identifier: MIT
"""What the page of themes says, and the cards it shows; no widgets."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from persona_studio.core.research import Segmentation
from persona_studio.gui.patterns.theme_cards import ThemeCard
from persona_studio.workspace import theming
from persona_studio.workspace.themes_kept import NO_ANSWER, OTHER, Sorting
from persona_studio.workspace.workspace import Workspace

ALL = NO_ANSWER
FEWEST = 100
"""With fewer answers words and search come first."""
_COUNTED_HERE = 500


def cards(workspace: Workspace, sorting: Sorting | None, n: int) -> list[ThemeCard]:
    """Return the card of all answers, of each theme, and of the rest."""
    total = sorting.answered if sorting else n
    found = [ThemeCard(ALL, _tr("All answers"), total, total)]
    if sorting is None or not sorting.themes:
        return found
    sizes = sorting.sizes()
    for theme in sorting.themes:
        words = tuple(each["text"] for each in theming.central(workspace, sorting, theme.mark))
        size = sizes.get(theme.mark, 0)
        found.append(ThemeCard(theme.mark, theme.name, size, total, words, theme.kept))
    found.append(ThemeCard(OTHER, other(), sizes.get(OTHER, 0), total))
    return found


def words(
    workspace: Workspace, question: str, sorting: Sorting | None, n: int
) -> Sequence[tuple[str, int]]:
    """Return the telling words: those kept, or counted now where the answers are few."""
    if sorting is not None and sorting.counts:
        return sorting.counts
    if not 0 < n <= _COUNTED_HERE:
        return ()
    from persona_studio.patterns.theme_words import word_counts

    asked = theming.question_of(workspace.snapshot, question)
    return word_counts([text for _, text in theming.answers_of(workspace, asked)])


def note(sorting: Sorting | None, n: int, *, few: bool) -> str:
    """Return what must be known about the themes that are shown."""
    if few:
        return _tr(
            "With fewer than 100 answers, words and search tell more than themes would. "
            "Press a word to read its answers, and make a theme of them."
        )
    if sorting is None:
        return _tr(
            "Answers that use like words are put together. Answers that mean the same in other "
            "words stay apart: you can merge and move them."
        )
    if not sorting.themes and not sorting.offered:
        return _tr("Words go together no more than chance would have it. Use words and search.")
    if not sorting.themes:
        return _tr(
            "No themes come back when the answers are drawn again. Use words and search, "
            "or choose a number of themes and look again."
        )
    return _tr(
        "Put together by like words: the same thought in other words lies elsewhere. "
        "What you name, move or keep stays when you look again."
    )


def no_words() -> str:
    """Return what an empty page says."""
    return _tr(
        "Themes come from what people wrote in their own words. "
        "Import a survey with an open question, interviews or notes first."
    )


def no_counts(n: int) -> str:
    """Return why there are no words to show."""
    if n > _COUNTED_HERE:
        return _tr("Find themes first: the words are counted on the way. Search works already.")
    return _tr("No word is used by two people.")


def no_groups(*, groups: bool) -> str:
    """Return what is missing for the shares of groups."""
    if groups:
        return _tr("There are no themes yet: find them, or make one of answers.")
    return _tr(
        "Nobody has looked for groups of these people yet. Find groups first: "
        "then this shows how often each theme is heard in each."
    )


def nothing(query: str) -> str:
    """Return what an empty list of answers says."""
    if query:
        return _tr("Nobody here said that. Fewer words may find more.")
    return _tr("There is nothing here any more.")


def chosen(count: int, found: int) -> str:
    """Return how many answers are listed and chosen."""
    listed = _tr("1 answer") if found == 1 else _tr("{0} answers").format(f"{found:,}")
    return _tr("{0} of {1} chosen").format(f"{count:,}", listed) if count else listed


def other() -> str:
    """Return what the heap is called."""
    return _tr("Other answers")


def grouping(found: Segmentation) -> str:
    """Return what a grouping is called."""
    name = found.name or _tr("{0} groups").format(found.k)
    return f"{name}, {found.created:%d %B %Y}" if found.created else name


def _tr(text: str) -> str:
    return QCoreApplication.translate("themes", text)
