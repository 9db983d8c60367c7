# SPDX-License-Identifier: MIT
"""Quotes that the evidence tray offers for a persona: the words of its own people."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona_studio.core.persona import Persona
from persona_studio.core.research import Question, Quote
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.passages import phrases_of, says, words_of
from persona_studio.workspace.figures import Ground, ground_of, newest_waves

if TYPE_CHECKING:
    from persona_studio.evidence.columns import Column
    from persona_studio.workspace.workspace import Workspace

_LEAST_WORDS = 12
_GOOD_LENGTH = 90


@dataclass(frozen=True)
class QuoteItem:
    """The words of one respondent, as they stand in the file.

    `quote` is the mark they were given, "" for an answer nobody has marked; `start` is where a
    passage begins in the answer, None for all of it. `number` is what a mark is found by (Q3).
    """

    wave: str
    row: int
    question: str
    text: str
    where: str
    quote: str = ""
    start: int | None = None
    number: int = 0

    @property
    def key(self) -> str:
        """What names this quote in a drag."""
        if self.quote:
            return f"mark:{self.quote}"
        place = f"quote:{self.wave}:{self.question}:{self.row}"
        return place if self.start is None else f"{place}:{self.start}:{len(self.text)}"


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
            ground = ground_of(ws, wave, who)
            marks.extend(_marks_of(ws, ground, wanted))
            for question in open_ones:
                found.extend(_quotes_of(ground, question, wanted))
    places = {(item.wave, item.question, item.row) for item in marks}
    found = [item for item in found if (item.wave, item.question, item.row) not in places]
    found.sort(key=lambda item: (abs(len(item.text) - _GOOD_LENGTH), item.wave, item.row))
    found = marks + found
    first = {item.text.casefold(): item for item in reversed(found)}
    return [item for item in found if first[item.text.casefold()] is item][:limit]


def _marks_of(ws: "Workspace", ground: Ground, wanted: list[str]) -> Iterator[QuoteItem]:
    """Yield the marked passages of a wave that say every word, the newest first."""
    for quote in reversed(list(ws.snapshot.table(Quote).values())):
        mine = ground.members is None or quote.row in ground.members
        if quote.wave == ground.wave.id and mine and says(" ".join(words_of(quote.text)), wanted):
            yield marked(ws, quote)


def marked(ws: "Workspace", quote: Quote) -> QuoteItem:
    """Return a marked passage as an item of the tray."""
    where = f"{ws.snapshot.source_of(quote.wave).name}, row {quote.row}"
    place = (quote.wave, quote.row, quote.question, quote.text, where, quote.id, quote.start)
    return QuoteItem(*place, number_of(ws.snapshot, quote.id))


def number_of(snapshot: Snapshot, quote: str) -> int:
    """Return the number a marked passage is found by: its place among all marks.

    One that is being marked in this edit comes after those there are.
    """
    marks = list(snapshot.table(Quote))
    return marks.index(quote) + 1 if quote in snapshot.table(Quote) else len(marks) + 1


def quote_of_number(ws: "Workspace", number: int) -> QuoteItem | None:
    """Return the marked passage of a number (3 for Q3), None where there are fewer."""
    marks = list(ws.snapshot.table(Quote).values())
    return marked(ws, marks[number - 1]) if 0 < number <= len(marks) else None


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


def _quotes_of(ground: Ground, question: Question, wanted: list[str]) -> Iterator[QuoteItem]:
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
