# SPDX-License-Identifier: MIT
"""What the evidence tray offers for a persona (figures, quotes), and what is made of it.

Figures are answers counted among the persona's group and among everyone, on the newest wave of
each source. Their numbers (E1, E2 ...) follow the files: sources, questions and answers in order,
so that a printed card can be found again until another file is imported.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from persona_studio.core.persona import Claim, Measure, Persona
from persona_studio.core.research import Question, Segmentation, Source, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.storage import claims, evidence
from persona_studio.storage.writer import Writer
from persona_studio.workspace.counting import base_rows, count_for

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
_OBSERVED = ("observation", "analytics")
_PER_QUESTION = 2
_LEAST_WORDS = 12
_GOOD_LENGTH = 90
_LONGEST_CLAIM = 140


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
        label = self.label.strip().rstrip(":")
        if label.endswith(("?", "!", ".")):
            return f"{label} {self.answer}"
        return f"{label}: {self.answer[:1].lower()}{self.answer[1:]}" if label else self.answer

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
    """The words of one respondent, as they stand in the file."""

    wave: str
    row: int
    question: str
    text: str
    where: str

    @property
    def key(self) -> str:
        """What names this quote in a drag."""
        return f"quote:{self.wave}:{self.question}:{self.row}"


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
    """Return the newest wave of each source, in the order of the sources."""
    sources = sorted(snapshot.table(Source).values(), key=lambda s: (s.position, s.id))
    waves = (snapshot.waves_of(source.id) for source in sources)
    return [found[-1] for found in waves if found]


def quotes(
    ws: "Workspace", persona: str | None, search: str = "", limit: int = 60
) -> list[QuoteItem]:
    """Return quotes of a persona's people (of everybody without a group), the handiest first."""
    snapshot = ws.snapshot
    who = snapshot.table(Persona).get(persona or "")
    wanted = search.casefold().split()
    found: list[QuoteItem] = []
    for wave in newest_waves(snapshot):
        open_ones = [q for q in snapshot.questions_of(wave.id) if q.role == "free_text"]
        if open_ones:
            ground = _ground(ws, wave, who)
            for question in open_ones:
                found.extend(_quotes_of(ground, question, wanted))
    found.sort(key=lambda item: (abs(len(item.text) - _GOOD_LENGTH), item.wave, item.row))
    return found[:limit]


def claim_from_figure(
    ws: "Workspace", write: Writer, figure: Figure, persona: str | None, section: str
) -> str:
    """Make a claim of a figure, with the narrowest true quantifier; return its id."""
    from persona_studio.evidence.verdict import narrowest

    measure = _measure_for(ws, figure, persona)
    who = ws.snapshot.table(Persona).get(persona or "")
    k, against = count_for(ws.data, ws.snapshot, figure.wave, who, measure)
    word = narrowest(k, k + against)
    claim = claims.add(write, persona, section, _said(figure.text, word), quantifier=word)
    evidence.link_measure(write, claim, figure.wave, measure, _directness(ws, figure.wave))
    return claim


def link_figure(ws: "Workspace", write: Writer, figure: Figure, claim: str) -> str:
    """Link a claim to a figure; return the evidence's id."""
    measure = _measure_for(ws, figure, write.get(Claim, claim).persona)
    return evidence.link_measure(write, claim, figure.wave, measure, _directness(ws, figure.wave))


def claim_from_quote(
    ws: "Workspace", write: Writer, item: QuoteItem, persona: str | None, section: str
) -> str:
    """Make a claim in the words of a quote, which is its evidence; return its id."""
    claim = claims.add(write, persona, section, _shortened(item.text))
    link_quote(ws, write, item, claim)
    return claim


def link_quote(
    ws: "Workspace", write: Writer, item: QuoteItem, claim: str, stance: str = "supports"
) -> str:
    """Link a claim to a quote, for or against; return the evidence's id."""
    quote = evidence.mark_quote(write, item.wave, item.question, item.row, item.text)
    return evidence.link_quote(write, claim, quote, stance, _directness(ws, item.wave))


def _measure_for(ws: "Workspace", figure: Figure, persona: str | None) -> Measure:
    """Return the figure's measure on the people of a persona, or of everyone without a group."""
    who = ws.snapshot.table(Persona).get(persona or "")
    rows = base_rows(ws.data, ws.snapshot, figure.wave, who)
    base = "all" if rows is None else "segment"
    return Measure(figure.measure.question, figure.measure.op, figure.measure.value, base)


def _directness(ws: "Workspace", wave: str) -> str:
    kind = ws.snapshot.source_of(wave).kind
    if kind in _OBSERVED:
        return "observed"
    return "second_hand" if kind == "competitor" else "said"


def _said(text: str, quantifier: str | None) -> str:
    """Return the words of a claim; one about few people must not read as one about all."""
    return {"few": f"Few: {text}", "nobody": f"Nobody: {text}"}.get(quantifier or "", text)


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= _LONGEST_CLAIM:
        return words
    cut = words[:_LONGEST_CLAIM].rsplit(" ", 1)[0]
    return cut.rstrip(",;:. ") + "\u2026"


def _ground(ws: "Workspace", wave: Wave, who: Persona | None) -> _Ground:
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
    folded = text.casefold()
    return (
        len(text) >= _LEAST_WORDS
        and text not in question.missing
        and all(word in folded for word in wanted)
    )
