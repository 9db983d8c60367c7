# SPDX-License-Identifier: MIT
"""Looking for the themes of an open question, and telling what was found.

The search runs in the pattern child; what somebody had a hand in before is left as it is.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json
from persona_studio.core.research import Question, Segmentation, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.reading import fold
from persona_studio.storage import rows
from persona_studio.storage.writer import Writer
from persona_studio.workspace.themes_kept import (
    NO_ANSWER,
    OTHER,
    Proposed,
    Sorting,
    put,
    sorting_of,
)
from persona_studio.workspace.workspace import Workspace

if TYPE_CHECKING:
    from persona_studio.patterns.themes import ThemeRequest, ThemeResult

FEW_PEOPLE = 5
"""Fewer people than this in a group and theme say nothing on the group."""
_CENTRAL = 3
_SLICE = 500


@dataclass(frozen=True)
class Share:
    """How many of a group's people who answered are under a theme.

    `sure` is 1 where they are surely more than among all others who answered, -1 where fewer.
    """

    group: str
    k: int
    n: int
    interval: tuple[float, float]
    sure: int = 0

    @property
    def few(self) -> bool:
        """Whether so few people stand behind it that it says nothing on the group."""
        return self.k < FEW_PEOPLE


def answers_of(workspace: Workspace, question: Question) -> list[tuple[int, str]]:
    """Return (row number, text) of everyone who answered a question in words."""
    return [answer for part in slices_of(workspace, question) for answer in part]


def slices_of(workspace: Workspace, question: Question) -> Iterator[list[tuple[int, str]]]:
    """Yield them some at a time, so that a window can live on meanwhile."""
    missing, last = frozenset(question.missing), -1
    connection, place = workspace.database.connection, (question.wave, question.position)
    while found := rows.read_answers(connection, place, last, _SLICE):
        last = found[-1][0]
        yield [(row, text) for row, text in found if text.strip() and text not in missing]


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
    workspace: Workspace,
    question: str,
    *,
    k: int | None = None,
    seed: int = 0,
    said: Sequence[tuple[int, str]] | None = None,
) -> "tuple[ThemeRequest, list[int]]":
    """Return what to ask the pattern child, and the rows of its answers in the same order.

    Answers under a theme that somebody had a hand in are not asked about again. `said` are the
    answers where they were read already.
    """
    from persona_studio.patterns.themes import ThemeRequest

    before = sorting_of(workspace.snapshot, question)
    held = _held(before) if before else frozenset()
    if said is None:
        said = answers_of(workspace, question_of(workspace.snapshot, question))
    asked = [(row, text) for row, text in said if row not in held]
    return ThemeRequest(tuple(text for _, text in asked), k, seed), [row for row, _ in asked]


def request_of(
    workspace: Workspace,
    sorting: Sorting,
    mark: int,
    said: Sequence[tuple[int, str]] | None = None,
) -> "tuple[ThemeRequest, list[int]]":
    """Return what to ask the pattern child to split one theme, and the rows of its answers."""
    from persona_studio.patterns.themes import ThemeRequest

    wanted = frozenset(sorting.rows_of(mark))
    if said is None:
        said = answers_of(workspace, question_of(workspace.snapshot, sorting.question))
    asked = [(row, text) for row, text in said if row in wanted]
    return ThemeRequest(tuple(text for _, text in asked), 2), [row for row, _ in asked]


def job(
    request: "ThemeRequest", *, split: bool = False
) -> tuple[Callable[..., "ThemeResult"], tuple[Any, ...]]:
    """Return the function to run in the pattern child, and its arguments."""
    from persona_studio.patterns.themes import find_themes, split_theme

    return (split_theme if split else find_themes), (request,)


def store(workspace: Workspace, question: str, at: Sequence[int], result: "ThemeResult") -> Sorting:
    """Keep an answer in place of the one before: one edit."""
    before = sorting_of(workspace.snapshot, question)
    kept = [theme for theme in before.themes if theme.kept] if before else []
    taken = {theme.mark for theme in kept}
    free = [mark for mark in range(1, OTHER) if mark not in taken]
    from persona_studio.evidence.themed import stamp

    marks, near = _as_before(before, at)
    stamp(marks, at, [*free, OTHER], result.labels)
    stamp(near, at, range(255), (result.near * 254).round().astype(int))
    themes = list(kept)
    for found, mark in zip(result.themes, free, strict=False):
        name = unlike(themes, ", ".join(found.words) or f"Theme {len(themes) + 1}")
        themes.append(Proposed(mark, name, found.words))
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
        put(write, made)
    return made


def unsorted(question: str, rows: Sequence[int]) -> Sorting:
    """Return the answers of a question, all of them under no theme."""
    marks, near = _as_before(None, rows)
    for row in rows:
        marks[row] = OTHER
    return Sorting(question, (), bytes(marks), bytes(near))


def unlike(themes: Collection[Proposed], name: str) -> str:
    """Return a name that no theme has yet."""
    taken = {fold(theme.name) for theme in themes}
    number, found = 1, name
    while fold(found) in taken:
        number += 1
        found = f"{name} ({number})"
    return found


def leave(write: Writer, snapshot: Snapshot, wave: str, gone: Collection[int]) -> None:
    """Take rows out of the themes of a wave; counts of words go, for they may be one person's."""
    for question in snapshot.questions_of(wave):
        sorting = sorting_of(snapshot, question.id)
        if sorting is None:
            continue
        marks, near = bytearray(sorting.marks), bytearray(sorting.near)
        for row in gone:
            if row < len(marks):
                marks[row] = near[row] = NO_ANSWER
        put(write, replace(sorting, marks=bytes(marks), near=bytes(near), counts=()))


def groupings_of(snapshot: Snapshot, wave: str) -> list[Segmentation]:
    """Return the groupings of a wave's people that have groups, the newest first."""
    found = snapshot.table(Segmentation).values()
    mine = [each for each in found if each.wave == wave and snapshot.segments_of(each.id)]
    return sorted(mine, key=lambda s: (s.created is not None, s.created, s.name), reverse=True)


def shares_of(
    workspace: Workspace, sorting: Sorting, grouping: str = ""
) -> Mapping[int, list[Share]]:
    """Return for each theme how often it is heard in each group (of the newest grouping).

    People are counted, among those of a group who answered.
    """
    from persona_studio.evidence.themed import Themed

    snapshot = workspace.snapshot
    wave = question_of(snapshot, sorting.question).wave
    grouping = grouping or next((each.id for each in groupings_of(snapshot, wave)), "")
    answers = workspace.answers(wave)
    there = Themed(sorting.marks, {}).at(answers.numbers)
    members = workspace.data.segment_rows(grouping) if grouping else {}
    groups = [
        (segment.name, answers.mask(members.get(segment.id, ())) & (there != NO_ANSWER))
        for segment in (snapshot.segments_of(grouping) if grouping else ())
    ]
    counted = [(name, asked, answers.people(asked)) for name, asked in groups]
    everyone = answers.people(there != NO_ANSWER)
    out: dict[int, list[Share]] = {}
    for mark in (*(theme.mark for theme in sorting.themes), OTHER):
        under = there == mark
        all_ = answers.people(under)
        out[mark] = [
            _share(name, (answers.people(asked & under), n), (all_, everyone))
            for name, asked, n in counted
        ]
    return out


def _share(group: str, mine: tuple[int, int], everyone: tuple[int, int]) -> Share:
    from persona_studio.evidence.intervals import newcombe, wilson

    (k, n), (k_all, n_all) = mine, everyone
    low, high = newcombe(k, n, k_all - k, n_all - n)
    sure = (low > 0) - (high < 0)
    return Share(group, k, n, wilson(k, n), sure if n and n_all > n else 0)


def as_json(
    workspace: Workspace, sorting: Sorting, *, grouping: str = "", assignments: bool = False
) -> Json:
    """Return the themes of a question as the command line prints them."""
    snapshot = workspace.snapshot
    question = question_of(snapshot, sorting.question)
    sizes = sorting.sizes()
    shares = shares_of(workspace, sorting, grouping)
    answer: dict[str, Json] = {
        "wave": question.wave,
        "question": question.id,
        "label": question.label,
        "answers": sorting.answered,
        "sentence": sentence_of(sorting),
        "themes": [
            {
                "name": theme.name,
                "words": list(theme.words),
                "kept": theme.kept,
                "n": sizes.get(theme.mark, 0),
                "central": list(central(workspace, sorting, theme.mark)),
                "groups": [_told(share) for share in shares[theme.mark]],
            }
            for theme in sorting.themes
        ],
        "other": sizes.get(OTHER, 0) if sorting.themes else 0,
        "words": [{"word": word, "n": n} for word, n in sorting.counts],
        "offered": list(sorting.offered),
        "seed": sorting.seed,
    }
    if assignments:
        names = {theme.mark: theme.name for theme in sorting.themes}
        answer["assignments"] = {
            str(row): names.get(mark) for row, mark in enumerate(sorting.marks) if mark != NO_ANSWER
        }
    return answer


def sentence_of(sorting: Sorting) -> str:
    """Return in words what was found, and where there is nothing, why and what to do."""
    from persona_studio.patterns.theme_words import FEWEST

    n, many = sorting.answered, len(sorting.themes)
    if many:
        loose = sorting.sizes().get(OTHER, 0)
        return f"{many} {'theme' if many == 1 else 'themes'} in {n} answers; {loose} under none."
    if n < FEWEST:
        return f"{n} answers are too few for themes, which need {FEWEST}: words and search help."
    if not sorting.offered:
        return (
            f"In the {n} answers words go together no more than chance would have it: no themes. "
            "Words and search help."
        )
    return (
        f"No themes come back when the {n} answers are drawn again: words and search help, or "
        "a number of themes asked for (`--k`), to be read with care."
    )


def central(workspace: Workspace, sorting: Sorting, mark: int) -> Iterator[Json]:
    """Yield the most central answers of a theme, each wording once, as {row, text}."""
    snapshot = workspace.snapshot
    question = question_of(snapshot, sorting.question)
    seen: set[str] = set()
    for row in sorting.rows_of(mark):
        text = workspace.data.cell(snapshot, question.wave, row, question.id)
        if fold(text) not in seen:
            yield {"row": row, "text": text}
        seen.add(fold(text))
        if len(seen) == _CENTRAL:
            return


def waves_with_words(snapshot: Snapshot) -> list[tuple[Wave, list[Question]]]:
    """Return the waves that have open questions, with these."""
    found = (
        (wave, [q for q in snapshot.questions_of(wave.id) if q.role == "free_text"])
        for wave in snapshot.table(Wave).values()
        if wave.n
    )
    return [(wave, questions) for wave, questions in found if questions]


def _held(sorting: Sorting) -> frozenset[int]:
    """Return the rows under a theme that somebody had a hand in."""
    marks = bytes(theme.mark for theme in sorting.themes if theme.kept)
    return frozenset(row for row, mark in enumerate(sorting.marks) if mark in marks)


def _as_before(before: Sorting | None, at: Sequence[int]) -> tuple[bytearray, bytearray]:
    size = max(max(at, default=0) + 1, len(before.marks) if before else 0)
    marks, near = bytearray(size), bytearray(size)
    if before is not None:
        marks[: len(before.marks)], near[: len(before.near)] = before.marks, before.near
    return marks, near


def _told(share: Share) -> Json:
    low, high = share.interval
    return {
        "name": share.group,
        "k": share.k,
        "n": share.n,
        "low": round(low, 4),
        "high": round(high, 4),
        "few": share.few,
        "sure": share.sure,
    }
