# SPDX-License-Identifier: MIT
"""How the themes of an open question lie in the project: one setting, `themes.` and its id.

Names, and for each row of the wave its theme and how central it is, a byte each and packed. So
50,000 answers need no row each, and every step of sorting is one small edit.
"""

import zlib
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.reading import fold

if TYPE_CHECKING:
    from persona_studio.evidence.themed import Themed
    from persona_studio.storage.writer import Writer

THEMES_OF = "themes."
"""What the id of such a setting begins with."""
NO_ANSWER = 0
OTHER = 255
"""The mark of answers under no theme."""


@dataclass(frozen=True)
class Proposed:
    """One theme; `mark` is what its rows carry (1-254).

    `kept` tells that somebody had a hand in it: looking again leaves it alone. `theme` is the
    theme of quotes it was made into, "" while it is none.
    """

    mark: int
    name: str
    words: tuple[str, ...] = ()
    kept: bool = False
    theme: str = ""

    @property
    def named_by_hand(self) -> bool:
        """Whether somebody named it, rather than the words it was found by."""
        found = ", ".join(self.words)
        by_words = bool(found) and (self.name == found or self.name.startswith(f"{found} ("))
        return self.kept and not by_words


@dataclass(frozen=True, eq=False)
class Sorting:
    """The answers of a question in themes: `marks` and `near` (0-254) by row number.

    `counts` are the commonest words where no themes were found, `offered` how much of how many
    themes comes back.
    """

    question: str
    themes: tuple[Proposed, ...]
    marks: bytes
    near: bytes
    counts: tuple[tuple[str, int], ...] = ()
    offered: tuple[Json, ...] = ()
    seed: int = 0

    def rows_of(self, mark: int) -> list[int]:
        """Return the rows of one theme, the most central first."""
        from persona_studio.evidence.themed import central_first

        return central_first(self.marks, self.near, mark)

    def sizes(self) -> Mapping[int, int]:
        """Return how many answers each mark has."""
        return {mark: n for mark, n in Counter(self.marks).items() if mark != NO_ANSWER}

    @property
    def answered(self) -> int:
        """How many answers there are."""
        return len(self.marks) - self.marks.count(NO_ANSWER)

    def theme(self, mark: int) -> Proposed:
        """Return the theme of a mark; StudioError where it is gone."""
        for theme in self.themes:
            if theme.mark == mark:
                return theme
        raise StudioError("This theme is not there any more.", "Choose another.", kind="gone")


def named(sorting: Sorting, name: str) -> Proposed:
    """Return the theme of that name; StudioError without one."""
    for theme in sorting.themes:
        if fold(theme.name) == fold(name):
            return theme
    names = "; ".join(theme.name for theme in sorting.themes) or "none yet"
    raise StudioError(f"There is no theme “{name}”.", f"There are: {names}.", kind="no_theme")


def sorting_of(snapshot: Snapshot, question: str) -> Sorting | None:
    """Return the themes of a question, None while nobody looked for them."""
    found = snapshot.settings.get(THEMES_OF + question)
    return _read(question, found) if isinstance(found, Mapping) else None


def put(write: "Writer", sorting: Sorting) -> None:
    """Keep a sorting in place of the one before."""
    from persona_studio.storage import settings

    themes = [
        {
            "mark": theme.mark,
            "name": theme.name,
            "words": list(theme.words),
            "kept": theme.kept,
            "theme": theme.theme,
        }
        for theme in sorting.themes
    ]
    value = {
        "themes": themes,
        "marks": _packed(sorting.marks),
        "near": _packed(sorting.near),
        "counts": [list(pair) for pair in sorting.counts],
        "offered": list(sorting.offered),
        "seed": sorting.seed,
    }
    settings.put(write, THEMES_OF + sorting.question, value)


def told_themes(snapshot: Snapshot, wave: str) -> Mapping[str, Json]:
    """Return what is kept of the themes of a wave's open questions, by variable."""
    return {
        question.variable: found
        for question in snapshot.questions_of(wave)
        if isinstance(found := snapshot.settings.get(THEMES_OF + question.id), Mapping)
    }


def themes_of(told: Mapping[str, Json]) -> "Mapping[str, Themed]":
    """Return, by variable, what measures ask: which theme each row is under."""
    from persona_studio.evidence.themed import Themed

    read = {variable: _read("", found) for variable, found in told.items()}
    return {
        variable: Themed(each.marks, {fold(theme.name): theme.mark for theme in each.themes})
        for variable, each in read.items()
    }


def _read(question: str, found: Mapping[str, Json]) -> Sorting:
    return Sorting(
        question,
        tuple(
            Proposed(
                each["mark"],
                each["name"],
                tuple(each["words"]),
                bool(each.get("kept")),
                str(each.get("theme") or ""),
            )
            for each in found["themes"]
        ),
        _unpacked(found["marks"]),
        _unpacked(found["near"]),
        tuple((word, n) for word, n in found["counts"]),
        tuple(found["offered"]),
        found["seed"],
    )


def _packed(raw: bytes) -> str:
    return b64encode(zlib.compress(raw)).decode("ascii")


def _unpacked(text: str) -> bytes:
    return zlib.decompress(b64decode(text))
