# SPDX-License-Identifier: MIT
"""How a measured answer becomes a line of a persona: its section, its words, its attribute.

Sections are chosen by declared words of the question; a question that none of them names goes to
behaviours. The user moves what landed in the wrong place.
"""

import re
from collections.abc import Mapping

from persona_studio.core.fields import Json
from persona_studio.core.research import Question
from persona_studio.evidence.attributes import attribute_of
from persona_studio.evidence.question_words import speaks_of
from persona_studio.evidence.silent import says_something
from persona_studio.evidence.spoken import (
    asked_as,
    is_asked,
    is_sentence,
    joint,
    many_words,
    without_fields,
)
from persona_studio.evidence.verdict import said_first

_SECTIONS = ("pains", "channels", "goals", "motivations", "buying", "values", "context")
_NAME_WORDS = 3
_ROW = re.compile(r"(?<=\S)\s*\[[^\[\]]*\]\s*$")
_WANTED = frozenset({"goals", "pains", "motivations"})
_ASKED_BY_TITLE = ("goals", "pains", "motivations", "values")


def section_of(label: str, *, descriptor: bool) -> str:
    """Return the section a question's answers belong to; `descriptor` says who people are.

    Of one row of a grid ("What matters to you? [Fewer problems]") the question has the first word.
    """
    if descriptor and attribute_of(label) is not None:
        return "demographics"
    asked = (_ROW.sub("", label), label)
    found = (section for text in asked for section in _SECTIONS if speaks_of(section, text))
    return next(found, "behaviours")


def section_for(item: Mapping[str, Json], *, descriptor: bool) -> str:
    """Return the section of an answer: who denies a goal, a pain or a motive tells their values."""
    found = section_of(item["label"], descriptor=descriptor)
    return "values" if found in _WANTED and _denies(item) else found


def words_of(item: Mapping[str, Json], quantifier: str, section: str = "") -> str:
    """Return a line in plain words: how many say so, the question, the answer.

    Under a title that asks the same ("Pains": "What gets in your way?") an answer of several words
    is enough: "The queue is too long".
    """
    answer = str(item["answer"]).strip()
    telling = speaks_alone(item) and many_words(answer) >= _NAME_WORDS
    alone = telling and section in _ASKED_BY_TITLE
    return said_first(quantifier) + (answer if alone else said(item))


def as_asked(item: Mapping[str, Json], question: Question | None) -> Mapping[str, Json]:
    """Return an answer with the words people were asked in, where its column bears a code."""
    if question is None or item["label"] != question.label:
        return item
    return {**item, "label": asked_as(question)}


def said(item: Mapping[str, Json]) -> str:
    """Return question and answer as one line; agreement with a statement speaks by it alone."""
    label, answer = without_fields(str(item["label"]).strip()), str(item["answer"]).strip()
    if _agrees(item):
        return label
    if _denies(item):
        return f"{answer}{joint(answer)}“{label}”"
    return f"{label}{joint(label)}{answer}"


def _agrees(item: Mapping[str, Json]) -> bool:
    """Tell whether an answer is the high end of a scale of agreement with a statement.

    Of a scale of anything else ("Very important") the statement alone would say too much.
    """
    return _rates(item) and item["op"] == "at_least" and speaks_of("agreeing", item["answer"])


def _denies(item: Mapping[str, Json]) -> bool:
    """Tell whether an answer is the low end of a scale of agreement with a statement."""
    return _rates(item) and item["op"] == "at_most"


def _rates(item: Mapping[str, Json]) -> bool:
    """Tell steps for a sentence one can agree with ("I come to sit down") from other answers.

    A name ("Satisfaction") is none, nor is what asks.
    """
    label = without_fields(str(item["label"]).strip())
    worded = isinstance(item["value"], str) and not is_asked(label)
    return worded and is_sentence(label)


def speaks_alone(item: Mapping[str, Json]) -> bool:
    """Tell whether an answer is understood without its question; a yes or a number is not."""
    is_choice = item["op"] in ("is", "includes", "any_of")
    return is_choice and says_something(str(item["answer"]))
