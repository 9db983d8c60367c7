# SPDX-License-Identifier: MIT
"""What people said in their own words: every open answer of the project, to read and to search.

Answers are read from the file in slices and indexed in memory, so that a window stays alive; what
is not read yet is not found yet, and `unread` says how much that is. A wave never changes, so what
was read stays true until it is taken away or somebody in it is forgotten.
"""

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from persona_studio.core.research import Question, Quote, Source
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.passages import Span, locate
from persona_studio.storage import rows
from persona_studio.storage.word_index import WordIndex, new_index
from persona_studio.workspace.workspace import Workspace

ROWS_A_SLICE = 250
_QUOTES: "WeakKeyDictionary[Snapshot, Mapping[Place, list[Quote]]]" = WeakKeyDictionary()


@dataclass(frozen=True)
class Place:
    """One answer in words: the row of a wave and the question (by id) it answers."""

    wave: str
    question: str
    row: int


@dataclass(frozen=True)
class Mark:
    """A quote with where it stands in its answer now; None when the words are gone."""

    quote: Quote
    span: Span | None


@dataclass
class _Open:
    """One open question of one wave: the rows that answered it, and what they said, indexed."""

    question: Question
    rows: "array[int]" = field(default_factory=lambda: array("q"))
    index: WordIndex = field(default_factory=new_index)
    last: int = -1
    read: bool = False


class Said:
    """Reads, finds and gives out the open answers of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._open: dict[str, _Open] = {}
        self._seen: Snapshot | None = None

    def questions(self) -> list[Question]:
        """Return every open question, waves in the order of their sources, the newest first."""
        self._follow()
        return [each.question for each in self._open.values()]

    @property
    def unread(self) -> int:
        """How many questions are not read to the end yet."""
        self._follow()
        return sum(not each.read for each in self._open.values())

    def read_on(self, only: str = "") -> bool:
        """Read one more slice of answers (of one question); tell whether there is more."""
        self._follow()
        for key, each in self._open.items():
            if not each.read and only in ("", key):
                self._read_slice(each)
                return True
        return False

    def read_all(self, only: str = "") -> None:
        """Read everything (of one question); a window reads in slices."""
        while self.read_on(only):
            pass

    def places(self, only: str = "") -> list[Place]:
        """Return every answer read so far (to one question), by wave and row."""
        self._follow()
        return [
            Place(each.question.wave, key, row)
            for key, each in self._open.items()
            if only in ("", key)
            for row in each.rows
        ]

    def find(self, query: str, only: str = "") -> list[Place]:
        """Return the answers read so far that say every word of a query, in any script."""
        self._follow()
        if not query.strip():
            return self.places(only)
        return [
            Place(each.question.wave, key, row)
            for key, each in self._open.items()
            if only in ("", key)
            for row in each.index.find(query)
        ]

    def rows(self, question: str, query: str = "") -> list[int]:
        """Return the rows read so far whose answer to a question says every word, rising."""
        self._follow()
        each = self._open.get(question)
        if each is None:
            return []
        return each.index.find(query) if query.strip() else each.rows.tolist()

    def count(self, question: str) -> int:
        """Return how many answers to a question are read so far."""
        self._follow()
        return len(self._open[question].rows) if question in self._open else 0

    def read(self, question: str) -> bool:
        """Tell whether a question is read to the end."""
        self._follow()
        return question not in self._open or self._open[question].read

    def text(self, place: Place) -> str:
        """Return what was said at a place, "" where nobody is any more."""
        return self._workspace.data.cell(
            self._workspace.snapshot, place.wave, place.row, place.question
        )

    def marks(self, place: Place) -> list[Mark]:
        """Return the quotes of one answer in the order they stand in it, lost ones last."""
        text = self.text(place)
        found = [
            Mark(quote, locate(text, quote.text, quote.start))
            for quote in quotes_of(self._workspace.snapshot).get(place, ())
        ]
        return sorted(found, key=lambda m: (m.span is None, m.span or (0, 0), m.quote.id))

    def forget(self) -> None:
        """Read everything anew: somebody's rows have left the file."""
        for each in self._open.values():
            each.index.close()
        self._open.clear()
        self._seen = None

    def _follow(self) -> None:
        """Drop what was taken away, line up what is new."""
        if self._seen is self._workspace.snapshot:
            return
        self._seen = self._workspace.snapshot
        wanted = {question.id: question for question in open_questions(self._seen)}
        for key in [key for key in self._open if key not in wanted]:
            self._open.pop(key).index.close()
        self._open = {key: self._open.get(key) or _Open(wanted[key]) for key in wanted}

    def _read_slice(self, each: _Open) -> None:
        found = rows.read_answers(
            self._workspace.database.connection,
            (each.question.wave, each.question.position),
            each.last,
            ROWS_A_SLICE,
        )
        if not found:
            each.read = True
            return
        each.last = found[-1][0]
        missing = frozenset(each.question.missing)
        said = [(n, text) for n, text in found if text.strip() and text not in missing]
        each.rows.extend(n for n, _ in said)
        each.index.add(said)


def open_questions(snapshot: Snapshot) -> list[Question]:
    """Return every open question, waves in the order of their sources, the newest first."""
    sources = sorted(snapshot.table(Source).values(), key=lambda s: (s.position, s.id))
    return [
        question
        for source in sources
        for wave in reversed(snapshot.waves_of(source.id))
        for question in snapshot.questions_of(wave.id)
        if question.role == "free_text"
    ]


def quotes_of(snapshot: Snapshot) -> Mapping[Place, list[Quote]]:
    """Return the quotes of every answer that has one; kept with the snapshot."""
    if snapshot not in _QUOTES:
        found: dict[Place, list[Quote]] = {}
        for quote in snapshot.table(Quote).values():
            found.setdefault(Place(quote.wave, quote.question, quote.row), []).append(quote)
        _QUOTES[snapshot] = found
    return _QUOTES[snapshot]


def others_said(workspace: Workspace, place: Place) -> Iterator[tuple[Question, str]]:
    """Yield the other questions of a person's row with their answers, in the file's order."""
    row = rows.read_row(workspace.database.connection, place.wave, place.row)
    cells: Sequence[str] = json.loads(row[1]) if row else ()
    for question in workspace.snapshot.questions_of(place.wave):
        text = cells[question.position] if question.position < len(cells) else ""
        if question.id != place.question and text.strip() and text not in question.missing:
            yield question, text
