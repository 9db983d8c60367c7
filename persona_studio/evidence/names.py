# SPDX-License-Identifier: MIT
"""Recognises the names of respondents in words, without keeping the names; no numpy.

A name's form is its folded words in alphabetical order, so that "Keller, Anna" is "Anna Keller". A
wave keeps digests of the forms under the project's key (columns of names are left out); a project
written by hand may still hold the names in a column of role `pii`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from persona_studio.core.research import Question, Wave
from persona_studio.evidence.privacy import MASK, pseudonym
from persona_studio.evidence.reading import fold

if TYPE_CHECKING:
    from persona_studio.core.snapshot import Snapshot
    from persona_studio.evidence.data import Data

MOST_WORDS = 4
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_NAMES = re.compile(r"name|nom\b|nombre|cognome|naam|respondent|customer|kunde", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:first|given|fore)[ _-]?name|vorname|pr[eé]nom|nombre", re.IGNORECASE)
_LAST = re.compile(r"\b(?:last|sur|family)[ _-]?name|nachname|apellido|cognome", re.IGNORECASE)


def form_of(name: str) -> str:
    """Return the form of a name, "" where it is none: one to four words of letters."""
    words = _WORD.findall(fold(name))
    return " ".join(sorted(words)) if 1 <= len(words) <= MOST_WORDS else ""


@lru_cache(maxsize=20_000)
def forms_in(text: str) -> frozenset[str]:
    """Return the forms of all runs of two to four words of a text."""
    words = _WORD.findall(fold(text))
    return frozenset(
        " ".join(sorted(words[start : start + many]))
        for many in range(2, MOST_WORDS + 1)
        for start in range(len(words) - many + 1)
    )


def digest_of(key: bytes, form: str) -> str:
    """Return what a wave keeps of a name."""
    return pseudonym(key, form)


class Names:
    """The names met in a project's waves, as far as the project knows them."""

    def __init__(self, snapshot: "Snapshot", data: "Data | None") -> None:
        self._snapshot, self._data = snapshot, data
        self._key = str(snapshot.settings.get("pseudonym.key") or "").encode()
        self._digests = frozenset(d for w in snapshot.table(Wave).values() for d in w.names)
        self._forms = frozenset().union(*map(self._written, snapshot.table(Wave)))

    def _written(self, wave: str) -> frozenset[str]:
        """Return the forms of the names that stand in a wave's own columns and keys."""
        data = self._data
        if data is None:
            return frozenset()
        return data.once(("names", wave), lambda: frozenset(_in_wave(self._snapshot, wave, data)))

    def is_name(self, text: str) -> bool:
        """Tell whether a text is somebody's whole name."""
        form = form_of(text)
        return bool(form) and self._known(form)

    def has_word(self, word: str) -> bool:
        """Tell whether a word is somebody's name or, as far as names can be read, part of one."""
        return self.is_name(word) or fold(word) in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for form in self._forms for word in form.split())

    def found_in(self, text: str) -> bool:
        """Tell whether a text holds somebody's full name, of two words or more."""
        if not (self._forms or self._digests):
            return False
        forms = forms_in(text)
        return not forms.isdisjoint(self._forms) or any(map(self._kept, forms))

    def hide(self, text: str, own: frozenset[str] = frozenset()) -> str:
        """Return a text with full names hidden, and the words of `own` names."""
        spans = [(found.start(), found.end()) for found in _WORD.finditer(text)]
        place, end, parts = 0, 0, []
        while place < len(spans):
            many = self._long(text, spans[place : place + MOST_WORDS], own)
            if many:
                start = spans[place][0]
                parts += [text[end:start], MASK]
                end = spans[place + many - 1][1]
            place += many or 1
        return "".join([*parts, text[end:]])

    def _long(self, text: str, spans: Sequence[tuple[int, int]], own: frozenset[str]) -> int:
        """Return how many of these words are one name, 0 where they are none."""
        for many in range(len(spans), 0, -1):
            words = text[spans[0][0] : spans[many - 1][1]]
            if fold(words) in own or (many > 1 and self._known(form_of(words))):
                return many
        return 0

    def _known(self, form: str) -> bool:
        return form in self._forms or self._kept(form)

    def _kept(self, form: str) -> bool:
        return bool(self._digests) and digest_of(self._key, form) in self._digests

    def own(self, wave: str, row: int) -> frozenset[str]:
        """Return the folded names a row gives of itself, whole and by column."""
        found = set()
        for question in _columns(self._snapshot, wave):
            cell = self._data.cell(question, row) if self._data else None
            if cell and form_of(cell):
                found.add(fold(cell))
        return frozenset(found)


def _columns(snapshot: "Snapshot", wave: str) -> list[Question]:
    """Return the columns of a wave that hold names."""
    return [
        question
        for question in snapshot.questions_of(wave)
        if question.role in ("pii", "respondent_id")
        and _NAMES.search(f"{question.label} {question.text} {question.variable}")
    ]


def _in_wave(snapshot: "Snapshot", wave: str, data: "Data") -> Iterator[str]:
    asked = _columns(snapshot, wave)
    answers = data.answers(wave) if asked or snapshot.table(Wave)[wave].linked else None
    if answers is None:
        return
    yield from (form for key in set(answers.respondents) if " " in (form := form_of(key)))
    for question in asked:
        cells = answers.columns[question.variable].labels
        yield from (form for cell in cells if (form := form_of(cell)))
    for first, last in _pairs(asked):
        one, two = answers.columns[first.variable], answers.columns[last.variable]
        both = {(one.cell(row), two.cell(row)) for row in range(len(answers))}
        yield from (form for pair in both if (form := form_of(" ".join(pair))))


def _pairs(asked: Sequence[Question]) -> Iterator[tuple[Question, Question]]:
    firsts = [q for q in asked if _FIRST.search(f"{q.label} {q.variable}")]
    lasts = [q for q in asked if _LAST.search(f"{q.label} {q.variable}")]
    yield from zip(firsts, lasts, strict=False)
