# SPDX-License-Identifier: MIT
"""What the evidence tray offers for a persona: figures and quotes.

Figures are answers counted among the persona's group and among everyone, on the newest wave of
each source. Their numbers (E1, E2 ...) follow the files: sources, questions and answers in order,
so that a printed card can be found again until another file is imported.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from persona_studio.core.fields import Json
from persona_studio.core.persona import Measure, Persona
from persona_studio.core.research import Question, Quote, Segmentation, Source, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.passages import phrases_of, says, words_of
from persona_studio.workspace.lines import said

if TYPE_CHECKING:
    from persona_studio.evidence.columns import Answers, Column, Mask
    from persona_studio.workspace.workspace import Workspace

COUNTED = (
    "single_choice",
    "multi_select",
    "ordinal",
    "likert",
    "nps",
    "yes_no",
    "numeric",
    "duration",
)
_NUMBERS = ("numeric", "duration", "likert", "nps")
_PER_QUESTION = 2
_LEAST_WORDS = 12
_GOOD_LENGTH = 90


@dataclass(frozen=True)
class Figure:
    """One answer, counted: `k` of `n` in the persona's group, `k_all` of `n_all` of everyone.

    Without a group (`grouped` False) both pairs count everyone. `formed` tells that the question
    helped to form the group, `gap` is the part of the difference that is beyond doubt (0-1).
    """

    number: int
    variable: str
    wave: str
    source: str
    label: str
    answer: str
    measure: Measure
    k: int
    n: int
    k_all: int
    n_all: int
    grouped: bool = False
    formed: bool = False
    gap: float = 0.0
    when: date | None = None

    @property
    def key(self) -> str:
        """What names this figure in a drag."""
        value = json.dumps(self.measure.value, sort_keys=True)
        return f"figure:{self.wave}:{self.variable}:{self.measure.op}:{value}"

    @property
    def text(self) -> str:
        """The answer as a sentence that stands alone."""
        return said(self.line)

    @property
    def line(self) -> dict[str, Json]:
        """The answer as `workspace.lines` reads it."""
        measure = self.measure
        return {
            "label": self.label,
            "answer": self.answer,
            "op": measure.op,
            "value": measure.value,
        }

    @property
    def share(self) -> float:
        """The group's share, 0-1."""
        return self.k / self.n if self.n else 0.0

    @property
    def share_all(self) -> float:
        """Everyone's share, 0-1."""
        return self.k_all / self.n_all if self.n_all else 0.0


@dataclass(frozen=True)
class QuoteItem:
    """The words of one respondent, as they stand in the file.

    `quote` is the mark they were given, "" for an answer nobody has marked; `start` is where a
    passage begins in the answer, None for all of it.
    """

    wave: str
    row: int
    question: str
    text: str
    where: str
    quote: str = ""
    start: int | None = None

    @property
    def key(self) -> str:
        """What names this quote in a drag."""
        if self.quote:
            return f"mark:{self.quote}"
        place = f"quote:{self.wave}:{self.question}:{self.row}"
        return place if self.start is None else f"{place}:{self.start}:{len(self.text)}"


@dataclass(frozen=True)
class _Ground:
    """One wave and what must be known to count on it."""

    wave: Wave
    source: Source
    answers: "Answers"
    members: frozenset[int] | None
    forming: frozenset[str]


def figures(ws: "Workspace", persona: str | None, limit: int = 24) -> list[Figure]:
    """Return what sets a persona's group apart most, at most two answers of a question.

    Without a group: the commonest answers of everyone.
    """
    return chosen([f for part in each_figure(ws, persona) for f in part], limit)


def chosen(found: list[Figure], limit: int) -> list[Figure]:
    """Return the figures that tell most, the clearest difference first."""
    used: dict[str, int] = {}
    out = []
    for figure in sorted(found, key=lambda f: (-f.gap, f.formed, -f.share, f.number)):
        place = figure.label if figure.measure.op == "any_of" else figure.variable
        if (figure.gap > 0 or not figure.grouped) and used.get(place, 0) < _PER_QUESTION:
            used[place] = used.get(place, 0) + 1
            out.append(figure)
    return out[:limit]


def each_figure(ws: "Workspace", persona: str | None) -> Iterator[list[Figure]]:
    """Yield the figures of one question after the other, so that a window can rest between."""
    snapshot = ws.snapshot
    who = snapshot.table(Persona).get(persona or "")
    number = 0
    for wave in newest_waves(snapshot):
        ground = _ground(ws, wave, who)
        for question in snapshot.questions_of(wave.id):
            if question.role in COUNTED and _tells(question, ground.answers):
                found = _of_question(ground, question, number)
                number += len(found)
                yield found


def newest_waves(snapshot: Snapshot) -> list[Wave]:
    """Return the newest waves of each source, in the order of the sources."""
    sources = sorted(snapshot.table(Source).values(), key=lambda s: (s.position, s.id))
    return [wave for source in sources for wave in snapshot.newest_of(source.id)]


def quotes(
    ws: "Workspace", persona: str | None, search: str = "", limit: int = 60
) -> list[QuoteItem]:
    """Return quotes of a persona's people (of everybody without a group), marked ones first.

    Then the answers nobody has marked, the handiest first. What several said in the same words
    is offered once.
    """
    snapshot = ws.snapshot
    who = snapshot.table(Persona).get(persona or "")
    wanted = phrases_of(search)
    found: list[QuoteItem] = []
    marks: list[QuoteItem] = []
    for wave in newest_waves(snapshot):
        open_ones = [q for q in snapshot.questions_of(wave.id) if q.role == "free_text"]
        if open_ones:
            ground = _ground(ws, wave, who)
            marks.extend(_marks_of(ws, ground, wanted))
            for question in open_ones:
                found.extend(_quotes_of(ground, question, wanted))
    places = {(item.wave, item.question, item.row) for item in marks}
    found = [item for item in found if (item.wave, item.question, item.row) not in places]
    found.sort(key=lambda item: (abs(len(item.text) - _GOOD_LENGTH), item.wave, item.row))
    found = marks + found
    first = {item.text.casefold(): item for item in reversed(found)}
    return [item for item in found if first[item.text.casefold()] is item][:limit]


def _marks_of(ws: "Workspace", ground: _Ground, wanted: list[str]) -> Iterator[QuoteItem]:
    """Yield the marked passages of a wave that say every word, the newest first."""
    for quote in reversed(list(ws.snapshot.table(Quote).values())):
        mine = ground.members is None or quote.row in ground.members
        if quote.wave == ground.wave.id and mine and says(" ".join(words_of(quote.text)), wanted):
            yield marked(ws, quote)


def marked(ws: "Workspace", quote: Quote) -> QuoteItem:
    """Return a marked passage as an item of the tray."""
    where = f"{ws.snapshot.source_of(quote.wave).name}, row {quote.row}"
    return QuoteItem(
        quote.wave, quote.row, quote.question, quote.text, where, quote.id, quote.start
    )


def quote_of_key(ws: "Workspace", key: str) -> QuoteItem | None:
    """Return the words a key names (see `QuoteItem.key`), None where the project has no such."""
    kind, _, rest = key.partition(":")
    snapshot = ws.snapshot
    if kind == "mark":
        quote = snapshot.quote(rest)
        return marked(ws, quote) if quote else None
    wave, question, *numbers = rest.split(":")[:5] + [""] * 2
    asked = snapshot.table(Question).get(question)
    if kind != "quote" or asked is None or asked.wave != wave or not numbers[0].isdigit():
        return None
    row = int(numbers[0])
    text = ws.data.cell(snapshot, wave, row, question)
    start = None
    if len(numbers) >= 3 and numbers[1].isdigit() and numbers[2].isdigit():
        start = int(numbers[1])
        text = text[start : start + int(numbers[2])]
    where = f"{snapshot.source_of(wave).name}, row {row}"
    return QuoteItem(wave, row, question, text, where, start=start) if text.strip() else None


def _ground(ws: "Workspace", wave: Wave, who: Persona | None) -> _Ground:
    from persona_studio.workspace.counting import base_rows

    snapshot = ws.snapshot
    grouping: Segmentation | None = None
    if who is not None and who.segment:
        grouping = snapshot.segmentation_of(who.segment)
    home = grouping is not None and grouping.wave in snapshot.table(Wave)
    same = home and grouping is not None and snapshot.source_of(grouping.wave).id == wave.source
    return _Ground(
        wave,
        snapshot.table(Source)[wave.source],
        ws.answers(wave.id),
        base_rows(ws.data, snapshot, wave.id, who),
        frozenset(grouping.questions) if same and grouping is not None else frozenset(),
    )


def _tells(question: Question, answers: "Answers") -> bool:
    """Tell whether a column holds anything that can be counted."""
    column = answers.columns[question.variable]
    if len(column.labels) < 2:
        return False
    needs_numbers = question.role in _NUMBERS and not question.order
    return not needs_numbers or any(number == number for number in column.numbers.tolist())


def _of_question(ground: _Ground, question: Question, number: int) -> list[Figure]:
    from persona_studio.evidence.intervals import newcombe
    from persona_studio.evidence.measures import row_truth
    from persona_studio.patterns.describe import answers_of

    answers = ground.answers
    mine = None if ground.members is None else answers.mask(ground.members)
    out = []
    for place, answer in enumerate(answers_of([question.variable], answers), start=number + 1):
        truth = row_truth(answer.measure, answers)
        k_all, n_all = _counted(answers, truth == 1, truth >= 0)
        k, n, gap = k_all, n_all, 0.0
        if mine is not None:
            k, n = _counted(answers, (truth == 1) & mine, (truth >= 0) & mine)
            low, high = newcombe(k, n, k_all - k, n_all - n)
            gap = max(low, -high, 0.0)
        out.append(
            Figure(
                place,
                question.variable,
                ground.wave.id,
                ground.source.name,
                answer.label,
                answer.answer,
                answer.measure,
                k,
                n,
                k_all,
                n_all,
                mine is not None,
                question.variable in ground.forming,
                gap,
                ground.wave.collected_on,
            )
        )
    return [figure for figure in out if figure.n_all]


def _counted(answers: "Answers", held: "Mask", known: "Mask") -> tuple[int, int]:
    return answers.people(held), answers.people(known)


def _quotes_of(ground: _Ground, question: Question, wanted: list[str]) -> Iterator[QuoteItem]:
    column = ground.answers.columns[question.variable]
    good = {code for code, text in enumerate(column.labels) if _is_said(question, text, wanted)}
    for place, code in enumerate(column.codes.tolist()):
        row = int(ground.answers.numbers[place]) if code in good else -1
        if row >= 0 and (ground.members is None or row in ground.members):
            where = f"{ground.source.name}, row {row}"
            yield QuoteItem(ground.wave.id, row, question.id, _text(column, code), where)


def _text(column: "Column", code: int) -> str:
    return column.labels[code]


def _is_said(question: Question, text: str, wanted: list[str]) -> bool:
    return (
        len(text) >= _LEAST_WORDS
        and text not in question.missing
        and (not wanted or says(" ".join(words_of(text)), wanted))
    )
