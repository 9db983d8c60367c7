# SPDX-License-Identifier: MIT
"""Proposed themes of a free-text question: found in the pattern child, sorted on by hand.

The themes of one question are one setting, `themes.` and its id: names, and for each row of the
wave its theme, packed. So 50,000 answers need no row each, every step is one small edit, and only
a theme that is used (`keep`) becomes quotes.
"""

import zlib
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json, new_id
from persona_studio.core.research import Question, Segment, Segmentation, ThemeItem
from persona_studio.core.snapshot import Snapshot
from persona_studio.storage import evidence, quotes, rows, settings
from persona_studio.storage.writer import Writer
from persona_studio.workspace.workspace import Workspace

if TYPE_CHECKING:
    from persona_studio.patterns.themes import ThemeRequest, ThemeResult

OTHER = 255
MOST_QUOTED = 50
"""A theme that is used brings so many of its most central answers along as quotes."""
_SETTING = "themes."
_NONE = 0


@dataclass(frozen=True)
class Proposed:
    """One proposed theme; `mark` is what its rows carry (1-254)."""

    mark: int
    name: str
    words: tuple[str, ...] = ()


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
        found = [row for row, there in enumerate(self.marks) if there == mark]
        return sorted(found, key=lambda row: (-self.near[row], row))

    def sizes(self) -> Mapping[int, int]:
        """Return how many answers each mark has."""
        counted = Counter(self.marks)
        return {mark: n for mark, n in counted.items() if mark != _NONE}

    def theme(self, mark: int) -> Proposed:
        """Return the theme of a mark; StudioError where it is gone."""
        for theme in self.themes:
            if theme.mark == mark:
                return theme
        raise StudioError("This theme is not there any more.", "Choose another.", kind="gone")


def named(sorting: Sorting, name: str) -> Proposed:
    """Return the theme of that name; StudioError without one."""
    for theme in sorting.themes:
        if theme.name.casefold() == " ".join(name.split()).casefold():
            return theme
    names = "; ".join(theme.name for theme in sorting.themes) or "none yet"
    raise StudioError(f"There is no theme “{name}”.", f"There are: {names}.", kind="no_theme")


def answers_of(workspace: Workspace, question: Question) -> list[tuple[int, str]]:
    """Return (row number, text) of everyone who answered a question in words."""
    missing = frozenset(question.missing)
    found = rows.read_answers(
        workspace.database.connection, (question.wave, question.position), -1, 2_000_000
    )
    return [(row, text) for row, text in found if text.strip() and text not in missing]


def question_of(snapshot: Snapshot, key: str) -> Question:
    """Return an open question by id; StudioError for any other."""
    found = snapshot.table(Question).get(key)
    if found is None or found.role != "free_text":
        raise StudioError(
            "Themes come from a question answered in people's own words.",
            "Choose a free-text question.",
            kind="unknown_question",
        )
    return found


def request(
    workspace: Workspace, question: str, *, k: int | None = None, seed: int = 0
) -> "tuple[ThemeRequest, list[int]]":
    """Return what to ask the pattern child, and the rows of its answers in the same order."""
    from persona_studio.patterns.themes import ThemeRequest

    said = answers_of(workspace, question_of(workspace.snapshot, question))
    return ThemeRequest(tuple(text for _, text in said), k, seed), [row for row, _ in said]


def job(request: "ThemeRequest") -> tuple[Callable[..., "ThemeResult"], tuple[Any, ...]]:
    """Return the function to run in the pattern child, and its arguments."""
    from persona_studio.patterns.themes import find_themes

    return find_themes, (request,)


def store(workspace: Workspace, question: str, at: Sequence[int], result: "ThemeResult") -> Sorting:
    """Keep an answer in place of the one before: one edit."""
    marks, near = bytearray(max(at, default=0) + 1), bytearray(max(at, default=0) + 1)
    for row, label, like in zip(at, result.labels.tolist(), result.near.tolist(), strict=True):
        marks[row] = OTHER if label < 0 else label + 1
        near[row] = round(like * 254)
    themes: list[Proposed] = []
    for number, found in enumerate(result.themes, start=1):
        name = ", ".join(found.words) or f"Theme {number}"
        taken = {theme.name for theme in themes}
        themes.append(
            Proposed(number, f"{name} ({number})" if name in taken else name, found.words)
        )
    made = Sorting(
        question,
        tuple(themes),
        bytes(marks),
        bytes(near),
        result.counts,
        result.offered,
        result.seed,
    )
    with workspace.edit("Find themes") as write:
        _put(write, made)
    return made


def sorting_of(snapshot: Snapshot, question: str) -> Sorting | None:
    """Return the themes of a question, None while nobody looked for them."""
    found = snapshot.settings.get(_SETTING + question)
    if not isinstance(found, Mapping):
        return None
    return Sorting(
        question,
        tuple(Proposed(t["mark"], t["name"], tuple(t["words"])) for t in found["themes"]),
        _unpacked(found["marks"]),
        _unpacked(found["near"]),
        tuple((word, n) for word, n in found["counts"]),
        tuple(found["offered"]),
        found["seed"],
    )


def rename(write: Writer, sorting: Sorting, mark: int, name: str) -> Sorting:
    """Name a theme; the name of another theme joins both."""
    wanted = " ".join(name.split())
    if not wanted:
        raise StudioError("A theme needs a name.", "Type a word or two.", kind="no_name")
    for other in sorting.themes:
        if other.mark != mark and other.name.casefold() == wanted.casefold():
            return merge(write, sorting, mark, other.mark)
    themes = tuple(replace(t, name=wanted) if t.mark == mark else t for t in sorting.themes)
    return _put(write, replace(sorting, themes=themes))


def merge(write: Writer, sorting: Sorting, mark: int, into: int) -> Sorting:
    """Put all answers of one theme under another (or on the heap) and take it away."""
    if mark in (into, OTHER):
        return sorting
    sorting.theme(mark)
    marks = sorting.marks.replace(bytes([mark]), bytes([into]))
    kept = tuple(theme for theme in sorting.themes if theme.mark != mark)
    return _put(write, replace(sorting, themes=kept, marks=marks))


def move(write: Writer, sorting: Sorting, moved: Sequence[int], into: int) -> Sorting:
    """Put answers, by row, under a theme or on the "other" heap."""
    if into != OTHER:
        sorting.theme(into)
    marks = bytearray(sorting.marks)
    for row in moved:
        if 0 <= row < len(marks) and marks[row] != _NONE:
            marks[row] = into
    return _put(write, replace(sorting, marks=bytes(marks)))


def move_to_named(write: Writer, sorting: Sorting, moved: Sequence[int], name: str) -> Sorting:
    """Put answers under the theme of that name, made when there is none; "other" is the heap."""
    wanted = " ".join(name.split())
    if wanted.casefold() == "other":
        return move(write, sorting, moved, OTHER)
    for theme in sorting.themes:
        if theme.name.casefold() == wanted.casefold():
            return move(write, sorting, moved, theme.mark)
    taken = {theme.mark for theme in sorting.themes}
    free = next((mark for mark in range(1, OTHER) if mark not in taken), None)
    if free is None or not wanted:
        raise StudioError("A theme needs a name.", "Type a word or two.", kind="no_name")
    made = replace(sorting, themes=(*sorting.themes, Proposed(free, wanted)))
    return move(write, made, moved, free)


def leave(write: Writer, snapshot: Snapshot, wave: str, gone: Collection[int]) -> None:
    """Take rows out of the themes of a wave; counts of words go, for they may be one person's."""
    for question in snapshot.questions_of(wave):
        sorting = sorting_of(snapshot, question.id)
        if sorting is None:
            continue
        marks, near = bytearray(sorting.marks), bytearray(sorting.near)
        for row in gone:
            if row < len(marks):
                marks[row] = near[row] = _NONE
        _put(write, replace(sorting, marks=bytes(marks), near=bytes(near), counts=()))


def keep(workspace: Workspace, write: Writer, sorting: Sorting, mark: int) -> str:
    """Make a theme of quotes of a proposed one, its most central answers; return its id."""
    question = question_of(workspace.snapshot, sorting.question)
    theme = quotes.theme_named(write, sorting.theme(mark).name)
    for row in sorting.rows_of(mark)[:MOST_QUOTED]:
        text = workspace.data.cell(workspace.snapshot, question.wave, row, question.id)
        if text.strip():
            quote = evidence.mark_quote(write, question.wave, question.id, row, text, None)
            if not write.find(ThemeItem, theme=theme, quote=quote):
                write.add(ThemeItem(new_id(), theme, quote, by_hand=False))
    return theme


def shares_of(workspace: Workspace, sorting: Sorting, mark: int) -> list[tuple[str, int, int]]:
    """Return (group, answers under the theme, answers) for each group of the newest grouping."""
    return list(_shares(workspace, sorting, mark))


def _shares(workspace: Workspace, sorting: Sorting, mark: int) -> Iterator[tuple[str, int, int]]:
    snapshot = workspace.snapshot
    wave = question_of(snapshot, sorting.question).wave
    grouped = {segment.segmentation for segment in snapshot.table(Segment).values()}
    found = [s for s in snapshot.table(Segmentation).values() if s.wave == wave and s.id in grouped]
    if not found:
        return
    newest = max(found, key=lambda s: (s.created is not None, s.created, s.name))
    members = workspace.data.segment_rows(newest.id)
    for segment in snapshot.segments_of(newest.id):
        there = [
            sorting.marks[row]
            for row in members.get(segment.id, ())
            if row < len(sorting.marks) and sorting.marks[row] != _NONE
        ]
        yield segment.name, there.count(mark), len(there)


def as_json(workspace: Workspace, sorting: Sorting, *, assignments: bool = False) -> Json:
    """Return the themes of a question as the command line prints them."""
    snapshot = workspace.snapshot
    question = question_of(snapshot, sorting.question)
    sizes = sorting.sizes()

    def told(theme: Proposed) -> Json:
        central = sorting.rows_of(theme.mark)[:3]
        shares = shares_of(workspace, sorting, theme.mark)
        return {
            "name": theme.name,
            "words": list(theme.words),
            "n": sizes.get(theme.mark, 0),
            "central": [
                {"row": row, "text": workspace.data.cell(snapshot, question.wave, row, question.id)}
                for row in central
            ],
            "groups": [{"name": name, "k": k, "n": n} for name, k, n in shares],
        }

    answer: dict[str, Json] = {
        "wave": question.wave,
        "question": question.id,
        "label": question.label,
        "answers": sum(sizes.values()),
        "themes": [told(theme) for theme in sorting.themes],
        "other": sizes.get(OTHER, 0) if sorting.themes else 0,
        "words": [{"word": word, "n": n} for word, n in sorting.counts],
        "offered": list(sorting.offered),
        "seed": sorting.seed,
    }
    if assignments:
        names = {theme.mark: theme.name for theme in sorting.themes}
        answer["assignments"] = {
            str(row): names.get(mark) for row, mark in enumerate(sorting.marks) if mark != _NONE
        }
    return answer


def _put(write: Writer, sorting: Sorting) -> Sorting:
    themes = [{"mark": t.mark, "name": t.name, "words": list(t.words)} for t in sorting.themes]
    value = {
        "themes": themes,
        "marks": _packed(sorting.marks),
        "near": _packed(sorting.near),
        "counts": [list(pair) for pair in sorting.counts],
        "offered": list(sorting.offered),
        "seed": sorting.seed,
    }
    settings.put(write, _SETTING + sorting.question, value)
    return sorting


def _packed(raw: bytes) -> str:
    return b64encode(zlib.compress(raw)).decode("ascii")


def _unpacked(text: str) -> bytes:
    return zlib.decompress(b64decode(text))
