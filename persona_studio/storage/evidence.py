# SPDX-License-Identifier: MIT
"""Linking claims to what is known: measures, quotes, notes, or an open assumption.

`n_for` and `n_against` of a measure are left at 0 here: the workspace counts them in the same
edit, so that no feature ever writes a figure.
"""

from datetime import date

from persona_studio.core import clock
from persona_studio.core.fields import new_id
from persona_studio.core.persona import Evidence, Measure
from persona_studio.core.research import Quote, Source, ThemeItem, Wave
from persona_studio.storage.writer import Writer

ASSUMPTIONS = "Assumptions"


def link_measure(
    write: Writer,
    claim: str,
    wave: str,
    measure: Measure,
    directness: str = "said",
    stance: str = "supports",
) -> str:
    """Link a claim to a measure on a wave; the same measure is not linked twice."""
    for item in write.find(Evidence, claim=claim, wave=wave):
        if item.measure == measure:
            return item.id
    source = write.get(Wave, wave).source
    return write.add(
        Evidence(
            new_id(),
            claim,
            source,
            wave,
            stance,
            measure=measure,
            directness=directness,
            created=clock.today(),
        )
    )


def mark_quote(
    write: Writer, wave: str, question: str, row: int, text: str, start: int | None = None
) -> str:
    """Return the quote for a passage of a row's answer; made when it is not there yet."""
    for quote in write.find(Quote, wave=wave, question=question, row=row):
        if quote.text == text and quote.start == start:
            return quote.id
    return write.add(Quote(new_id(), wave, question, row, text, start, created=clock.today()))


def link_quote(
    write: Writer,
    claim: str,
    quote: str,
    stance: str = "supports",
    directness: str = "said",
) -> str:
    """Link a claim to the words of one respondent, for or against."""
    for item in write.find(Evidence, claim=claim, quote=quote):
        return item.id
    words = write.get(Quote, quote)
    against = stance == "contradicts"
    return write.add(
        Evidence(
            new_id(),
            claim,
            write.get(Wave, words.wave).source,
            words.wave,
            stance,
            quote=quote,
            n_for=0 if against else 1,
            n_against=1 if against else 0,
            directness=directness,
            created=clock.today(),
        )
    )


def link_theme(write: Writer, claim: str, theme: str, stance: str = "supports") -> str | None:
    """Link a claim to all that was said under a theme; None while nothing is."""
    for item in write.find(Evidence, claim=claim, theme=theme):
        return item.id
    said = [write.get(Quote, item.quote) for item in write.find(ThemeItem, theme=theme)]
    if not said:
        return None
    sources = [write.get(Wave, quote.wave).source for quote in said]
    people, against = len({(quote.wave, quote.row) for quote in said}), stance == "contradicts"
    return write.add(
        Evidence(
            new_id(),
            claim,
            max(sources, key=sources.count),
            stance=stance,
            theme=theme,
            n_for=0 if against else people,
            n_against=people if against else 0,
            created=clock.today(),
        )
    )


def link_note(write: Writer, claim: str, source: str, note: str, n_for: int, n_against: int) -> str:
    """Link a claim to a source by a note of what was found there and among how many people."""
    return write.add(
        Evidence(
            new_id(),
            claim,
            source,
            note=note,
            n_for=n_for,
            n_against=n_against,
            stance="supports" if n_for >= n_against else "contradicts",
            created=clock.today(),
        )
    )


def assume(
    write: Writer,
    claim: str,
    who: str = "",
    how_to_test: str = "",
    test_by: date | None = None,
) -> str:
    """Mark a claim openly as an assumption; a second time renews the first."""
    source = _assumption_source(write)
    for item in write.find(Evidence, claim=claim, source=source):
        write.change(
            Evidence,
            item.id,
            who=who or item.who,
            how_to_test=how_to_test or item.how_to_test,
            test_by=test_by or item.test_by,
            renewed=clock.today(),
        )
        return item.id
    return write.add(
        Evidence(
            new_id(),
            claim,
            source,
            stance="neutral",
            directness="second_hand",
            created=clock.today(),
            who=who,
            since=clock.today(),
            how_to_test=how_to_test,
            test_by=test_by,
        )
    )


def source_of(write: Writer, wave: str) -> str:
    """Return the source a wave belongs to."""
    return write.get(Wave, wave).source


def unlink(write: Writer, evidence: str) -> None:
    """Take one piece of evidence off its claim."""
    write.remove(Evidence, evidence)


def _assumption_source(write: Writer) -> str:
    for source in write.find(Source, kind="assumption"):
        return source.id
    return write.add(Source(new_id(), ASSUMPTIONS, "assumption"))
