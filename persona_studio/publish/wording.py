# SPDX-License-Identifier: MIT
"""Whatever a sheet says that somebody typed: first what it tells, then the small print."""

from collections.abc import Iterator

from persona_studio.publish.drawn import Scale
from persona_studio.publish.sheet import Line, Sheet


def telling(sheet: Sheet) -> Iterator[str]:
    """Yield what a sheet tells of a persona: name, story, quote, facts, lines."""
    yield from (sheet.name, sheet.tagline, sheet.story)
    if sheet.quote:
        yield sheet.quote.text
    yield from (f"{fact.label} {fact.value}" for fact in sheet.facts)
    yield from (line.text for part in sheet.parts for line in part.lines)


def everything(sheet: Sheet) -> Iterator[str]:
    """Yield that, and sources, headings, scales, evidence, changes and golden questions."""
    yield from telling(sheet)
    yield from (sheet.project, sheet.quote.source if sheet.quote else "")
    for part in sheet.parts:
        yield part.title
        for line in part.lines:
            yield from _small_print(line)
    yield from _ledger(sheet)
    if sheet.golden:
        yield from sheet.golden.names
        for asked in sheet.golden.questions:
            yield from (asked.label, *asked.answers)


def _small_print(line: Line) -> Iterator[str]:
    yield from (line.proof, line.lead, line.answer)
    if isinstance(line.figure, Scale):
        yield from (line.figure.label, *line.figure.steps, *line.figure.poles)


def _ledger(sheet: Sheet) -> Iterator[str]:
    yield sheet.ledger.signed
    for claim in sheet.ledger.claims:
        yield from (claim.section, claim.text, claim.remark, *claim.spoken, *claim.opposed)
        yield from (told.source for told in claim.told)
    for change in sheet.ledger.changes:
        yield from (change.text, *change.sentences, change.when)
