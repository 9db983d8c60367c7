# SPDX-License-Identifier: MIT
"""How alike two columns of two files are: by what they are called and by how they are answered."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from persona_studio.evidence.reading import number
from persona_studio.evidence.spelling import bare_key

FAMILIES = {
    "single_choice": "choice",
    "ordinal": "choice",
    "likert": "choice",
    "yes_no": "choice",
    "multi_select": "several",
    "nps": "number",
    "numeric": "number",
    "duration": "number",
    "free_text": "words",
    "timestamp": "time",
    "date": "time",
    "respondent_id": "key",
    "record_id": "key",
}
TELLING = ("choice", "several", "number", "words")
"""Families whose columns tell one study from another; every export has keys and times."""

_NOT = frozenset(
    {
        *("not", "no", "never", "without", "non", "nicht", "kein", "keine", "nie", "ohne"),
        *("ne", "pas", "jamais", "sans", "nunca", "sin", "nao", "não", "mai", "niet", "geen"),
        *("nooit", "bez", "не", "нет", "least", "most", "before", "after"),
    }
)
"""Words that turn a question round or make another one of it."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_FEW, _START = 3, 4


@dataclass(frozen=True, eq=False)
class Asked:
    """One column as it can be compared between files.

    `key` names it in its file: a variable, or the number of a column. `choices` are the answers
    it offers.
    """

    key: str
    label: str
    text: str = ""
    ident: str = ""
    role: str = "ignore"
    choices: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """What kind of answer it takes; "" where nothing is said with it."""
        return FAMILIES.get(self.role, "")

    @cached_property
    def names(self) -> frozenset[str]:
        """Everything it is called, but for case and punctuation."""
        return frozenset({plain(self.label), plain(self.text)} - {""})

    @cached_property
    def codes(self) -> frozenset[str]:
        """What programs call it: the tool's own id, and a label that stands over a question."""
        return frozenset({self.ident, self.label if self.text else ""} - {""})

    @cached_property
    def name(self) -> str:
        """What people read: the question in full, else the label."""
        return plain(self.text) or plain(self.label)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of its name but for years."""
        return frozenset(word for word in self.name.split() if not _YEAR.fullmatch(word))

    @cached_property
    def figures(self) -> frozenset[str]:
        """The words of its name that hold a number."""
        return frozenset(word for word in self.words if any(c.isdigit() for c in word))

    @cached_property
    def by_start(self) -> Mapping[str, tuple[str, ...]]:
        """The words of its name by their first letters."""
        found: dict[str, tuple[str, ...]] = {}
        for word in self.words:
            found[word[:_START]] = (*found.get(word[:_START], ()), word)
        return found

    @cached_property
    def answers(self) -> frozenset[str]:
        """The choices without case, spaces, dashes and accents."""
        return frozenset(bare_key(choice) for choice in self.choices)

    @cached_property
    def counts(self) -> bool:
        """Whether every answer is a number."""
        choices = self.choices
        return self.family == "number" or bool(choices and all(map(_is_number, choices)))


def plain(text: str) -> str:
    """Return a name without case, accents' spelling and punctuation."""
    folded = normalize("NFKC", text).casefold()
    words = "".join(c if c.isalnum() or c in "\u0301\u0308" else " " for c in folded).split()
    return " ".join(words) or " ".join(folded.split())


def same_name(one: Asked, other: Asked) -> bool:
    """Tell whether two columns are called the same; questions in full go before labels."""
    if one.text and other.text:
        return plain(one.text) == plain(other.text)
    return bool(one.names & other.names)


def likeness(one: Asked, other: Asked) -> float:
    """Return how alike two names are, 0-1: shared words, and how far one is in the other."""
    shared = _shared(one, other)
    if not shared:
        return 0.0
    within = shared / min(len(one.words), len(other.words))
    return min(1.0, 0.6 * within + 0.4 * _of_all(shared, one, other))


def shared_words(one: Asked, other: Asked) -> float:
    """Return the share of all their words that both names have, 0-1."""
    return _of_all(_shared(one, other), one, other)


def _of_all(shared: int, one: Asked, other: Asked) -> float:
    return min(1.0, shared / max(1, len(one.words) + len(other.words) - shared))


def _shared(one: Asked, other: Asked) -> int:
    """Count the words both have, a plural as its singular; 0 where they hold other numbers."""
    if one.figures != other.figures:
        return 0
    same = one.words & other.words
    rest = one.words - same
    return len(same) + sum(1 for word in rest if _found(word, other))


def turned_round(one: Asked, other: Asked) -> bool:
    """Tell whether one name has a word that turns the other one round, or makes another of it."""
    mine = {word for word in one.words if not _found(word, other)}
    theirs = {word for word in other.words if not _found(word, one)}
    return bool((mine | theirs) & _NOT)


def one_in_other(one: Asked, other: Asked) -> bool:
    """Tell whether one name is the other with words added, none of which turns it round."""
    less, more = (one, other) if len(one.words) <= len(other.words) else (other, one)
    whole = bool(less.words) and all(_found(word, more) for word in less.words)
    return whole and not turned_round(one, other) and one.figures == other.figures


def shared_answers(one: Asked, other: Asked) -> float:
    """Return the share of the shorter list of choices that both offer, 0-1."""
    if not one.answers or not other.answers:
        return 0.0
    return len(one.answers & other.answers) / min(len(one.answers), len(other.answers))


def answered_alike(one: Asked, other: Asked) -> bool:
    """Tell whether the choices show that it is one question: several, most of them shared."""
    return len(one.answers & other.answers) >= _FEW and shared_answers(one, other) >= 0.7


def carried_role(known: Asked, new: Asked) -> str | None:
    """Return the role in which a question's next wave is read; None where it is asked otherwise.

    What only looks different because of who answered stays what it was: nobody ticked two, nobody
    used the middle of a scale, few wrote anything.
    """
    families = known.family, new.family
    if known.counts and new.counts:
        return known.role
    if families == ("choice", "choice"):
        disjoint = known.answers and new.answers and not known.answers & new.answers
        fixed = known.role != "single_choice" and new.role != "single_choice"
        return None if disjoint and fixed else known.role
    if families[0] == families[1]:
        return known.role
    if families in (("several", "choice"), ("words", "choice")):
        return known.role
    return new.role if "" in families else None


def _is_number(text: str) -> bool:
    return number(text) is not None


def _found(word: str, asked: Asked) -> bool:
    """Tell whether a name has a word, in whatever number it stands."""
    if word in asked.words:
        return True
    return any(_inflected(word, other) for other in asked.by_start.get(word[:_START], ()))


def _inflected(one: str, other: str) -> bool:
    """Tell whether two words differ by an ending of one or two letters."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _START and len(long) - len(short) <= 2 and long.startswith(short)
