# SPDX-License-Identifier: MIT
"""Which questions a sentence may be about, by the words they share; any language, no dictionary.

A word weighs more the fewer questions and answers have it, and the longer it is: what every line
says ("do", "wie", "les") tells nothing. Two words are alike when they begin alike and differ by
an ending only; of scripts that put no spaces between words, pairs of letters are compared.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from persona_studio.evidence.passages import words_of

_LEAST_STEM = 4
_STEM_SHARE = 0.6
_LONGEST_ENDING = 4
_WHOLE_WEIGHT = 5
_NAMED = 0.4
_SHORT = 3
_START = 3
_MOST_NEAR = 300
LEAST = 0.30
"""How much of a sentence's weight a line must share to be offered at all."""


@dataclass(frozen=True)
class Line:
    """One answer to one question, in words."""

    question: str
    answer: str


@dataclass(frozen=True)
class Match:
    """How well a line fits: `score` 0-1, and whether its answer is named, not only its question."""

    place: int
    score: float
    named: bool


class Index:
    """Lines made ready to be compared with sentences; made once for many sentences."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._questions = [tokens(line.question) for line in lines]
        self._answers = [tokens(line.answer) for line in lines]
        self._weights: dict[str, float] = {}
        texts = {frozenset(words) for words in (*self._questions, *self._answers) if words}
        self._seen = Counter(word for words in texts for word in words)
        self._texts = max(1, len(texts))
        self._alike: dict[tuple[str, str], float] = {}
        self._lines: dict[str, set[int]] = {}
        for place, words in enumerate(zip(self._questions, self._answers, strict=True)):
            for word in (*words[0], *words[1]):
                self._lines.setdefault(word, set()).add(place)
        self._starting: dict[str, list[str]] = {}
        for word in self._lines:
            self._starting.setdefault(word[:_START], []).append(word)

    def matches(self, sentence: str, most: int = 3) -> list[Match]:
        """Return the lines a sentence may be about, best first; of equals the earlier first."""
        wanted = tokens(sentence)
        whole = sum(self._weight(word) for word in wanted)
        if not whole:
            return []
        found = [self._match(place, wanted, whole) for place in self._near(wanted)]
        good = [match for match in found if match.score >= LEAST]
        good.sort(key=lambda match: (-match.score, not match.named, match.place))
        return good[:most]

    def _near(self, wanted: Sequence[str]) -> list[int]:
        """Return the lines that share a telling word, those with the most weight of them."""
        shared: Counter[int] = Counter()
        for word in wanted:
            if self._tells(word):
                weight = 1 + round(100 * self._weight(word))
                near = [w for w in self._starting.get(word[:_START], ()) if self._likeness(word, w)]
                places = {place for other in near for place in self._lines[other]}
                shared.update(dict.fromkeys(places, weight))
        return sorted(place for place, _ in shared.most_common(_MOST_NEAR))

    def _match(self, place: int, wanted: Sequence[str], whole: float) -> Match:
        asked, answered = self._questions[place], self._answers[place]
        by_question = [self._best(word, asked) for word in wanted]
        by_answer = [self._best(word, answered) for word in wanted]
        pairs = zip(wanted, by_question, by_answer, strict=True)
        common = [(word, max(one, two)) for word, one, two in pairs]
        shared = sum(self._weight(word) * share for word, share in common)
        said = self._covered(answered, wanted)
        own = sum(self._weight(w) * two for w, two in zip(wanted, by_answer, strict=True)) / whole
        named = said >= _NAMED and own > 0.1
        return Match(place, (shared / whole) * 0.7 + (0.3 * said if named else 0.0), named)

    def _tells(self, word: str) -> bool:
        """Tell whether a word alone may say what a sentence is about."""
        return len(word) > _SHORT or _is_pair(word) or self._seen[word] <= 1

    def _covered(self, answered: Sequence[str], wanted: Sequence[str]) -> float:
        """Return how much of an answer's weight a sentence says."""
        whole = sum(self._weight(word) for word in answered)
        if not whole:
            return 0.0
        return sum(self._weight(w) * self._best(w, wanted) for w in answered) / whole

    def _best(self, word: str, words: Iterable[str]) -> float:
        return max((self._likeness(word, other) for other in words), default=0.0)

    def _likeness(self, one: str, two: str) -> float:
        if one == two:
            return 1.0
        key = (one, two)
        if key not in self._alike:
            self._alike[key] = alike(one, two)
        return self._alike[key]

    def _weight(self, word: str) -> float:
        if word not in self._weights:
            rarity = log(1 + self._texts / (1 + self._seen[word]))
            length = 1.0 if _is_pair(word) else min(1.0, (len(word) - 1) / _WHOLE_WEIGHT)
            self._weights[word] = rarity * max(length, 0.6 if word.isdigit() else 0.0)
        return self._weights[word]


def alike(one: str, two: str) -> float:
    """Return how alike two words are, 0-1: one stem with two endings is nearly the same word."""
    if one == two:
        return 1.0
    shared = _common_start(one, two)
    longest = max(len(one), len(two))
    ending = longest - shared
    if shared < _LEAST_STEM and not (shared == 3 and longest == 4):
        return 0.0
    if shared < _STEM_SHARE * longest or ending > _LONGEST_ENDING:
        return 0.0
    return 1.0 - 0.5 * ending / longest


def _common_start(one: str, two: str) -> int:
    pairs = zip(one, two, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(two)))


def tokens(text: str) -> list[str]:
    """Return the words of a text that are compared, each once; letters of unspaced scripts paired.

    A lone letter between spaces says nothing.
    """
    return list(dict.fromkeys(_tokens(words_of(text))))


def _tokens(words: Sequence[str]) -> Iterator[str]:
    before = ""
    for word in words:
        single = len(word) == 1 and not word.isascii() and word.isalpha()
        if single:
            if before:
                yield before + word
            before = word
            continue
        before = ""
        if len(word) > 1 or word.isdigit():
            yield word


def _is_pair(word: str) -> bool:
    return len(word) == 2 and not word.isascii() and ord(word[0]) > 0x0E00
