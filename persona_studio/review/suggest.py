# SPDX-License-Identifier: MIT
"""Finds answers and quotes that may stand behind a claim, by the words they share."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from persona_studio.core.codec import to_json
from persona_studio.core.persona import Claim, Measure
from persona_studio.core.research import Question, Quote, Wave
from persona_studio.core.reviewing import Fix
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.reading import fold
from persona_studio.review.rule import Case, short

CHOICES = ("single_choice", "multi_select", "yes_no", "ordinal", "likert")
LEAST_LETTERS = 4
QUOTE_WORDS = 3


@dataclass(frozen=True)
class Match:
    """One answer of one question that shares words with a claim."""

    question: Question
    option: str
    words: frozenset[str]
    asked: frozenset[str]


def suggestions(case: Case) -> "Suggestions":
    """Return the look-up all rules of one review share."""
    return case.once("suggestions", lambda: Suggestions(case.snapshot))


@dataclass(frozen=True, eq=False)
class Suggestions:
    """Looks up candidates by word; the index is made at the first question."""

    snapshot: Snapshot

    @cached_property
    def _newest(self) -> frozenset[str]:
        sources = {wave.source for wave in self.snapshot.table(Wave).values()}
        newest = (self.snapshot.newest_of(source) for source in sources)
        return frozenset(wave.id for waves in newest for wave in waves)

    @cached_property
    def _answers(self) -> dict[str, list[Match]]:
        index: dict[str, list[Match]] = {}
        for wave in sorted(self._newest):
            for question in self.snapshot.questions_of(wave):
                if question.role in CHOICES:
                    asked = significant(f"{question.label} {question.text}")
                    for option in question.options:
                        words = significant(option)
                        for word in words:
                            match = Match(question, option, words, asked)
                            index.setdefault(word, []).append(match)
        return index

    @cached_property
    def _quotes(self) -> dict[str, list[Quote]]:
        index: dict[str, list[Quote]] = {}
        for quote in sorted(self.snapshot.table(Quote).values(), key=lambda q: q.id):
            for word in significant(quote.text):
                index.setdefault(word, []).append(quote)
        return index

    def links(self, claim: Claim, but: str = "") -> Iterator[Fix]:
        """Yield the fixes that link the best matching answer and quote not linked yet.

        Sources of the kind `but` are passed over.
        """
        match = self.answer(claim, but)
        if match:
            question, many = match.question, match.question.role == "multi_select"
            measure = Measure(question.variable, "includes" if many else "is", match.option)
            label = f"Check against “{_cut(question.label)}: {_cut(match.option)}”"
            values = {"claim": claim.id, "wave": question.wave, "measure": to_json(measure)}
            yield Fix("link_evidence", label, values)
        quote = self.quote(claim, but)
        if quote:
            label = f"Link “{_cut(quote.text)}”"
            yield Fix("link_evidence", label, {"claim": claim.id, "quote": quote.id})

    def answer(self, claim: Claim, but: str = "") -> Match | None:
        """Return the answer all of whose words stand in the claim, the one that shares most."""
        words = significant(claim.text)
        linked = {
            (item.wave, item.measure.question)
            for item in self.snapshot.evidence_of(claim.id)
            if item.measure
        }
        found = {
            (match.question.id, match.option): match
            for word in words
            for match in self._answers.get(word, ())
            if match.words <= words
            and (match.question.wave, match.question.variable) not in linked
            and self._kind(match.question.wave) != but
        }

        def rank(match: Match) -> tuple[int, int, str, str]:
            shared = len(match.asked & words)
            return (-shared, -len(match.words), match.question.id, match.option)

        return min(found.values(), key=rank, default=None)

    def quote(self, claim: Claim, but: str = "") -> Quote | None:
        """Return the quote that shares the most words with the claim, at least three."""
        linked = {item.quote for item in self.snapshot.evidence_of(claim.id)}
        shared: dict[str, int] = {}
        quotes = {}
        for word in significant(claim.text):
            for quote in self._quotes.get(word, ()):
                if quote.id not in linked and self._kind(quote.wave) != but:
                    shared[quote.id] = shared.get(quote.id, 0) + 1
                    quotes[quote.id] = quote
        best = min(shared, key=lambda key: (-shared[key], key), default=None)
        return quotes[best] if best and shared[best] >= QUOTE_WORDS else None

    def _kind(self, wave: str) -> str:
        return self.snapshot.source_of(wave).kind


def significant(text: str) -> frozenset[str]:
    """Return the folded words of a text that are long enough to mean something."""
    letters = "".join(letter if letter.isalnum() else " " for letter in fold(text))
    return frozenset(word for word in letters.split() if len(word) >= LEAST_LETTERS)


def _cut(text: str) -> str:
    return short(text, 5, 28)
