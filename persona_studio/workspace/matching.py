# SPDX-License-Identifier: MIT
"""Which question of a new wave is which question of the waves before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from persona_studio.core.codec import from_json
from persona_studio.core.fields import new_id
from persona_studio.core.research import Question
from persona_studio.core.snapshot import Snapshot


@dataclass(frozen=True)
class Matched:
    """Labels of the questions that are the same as before, new, and gone."""

    same: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def match(
    snapshot: Snapshot, source: str, wave: str, columns: Sequence[Mapping[str, Any]]
) -> tuple[Matched, tuple[Question, ...]]:
    """Return the questions of a new wave, each with the variable of its like in earlier waves.

    Two columns are alike when their labels are equal but for case, spaces and punctuation; the
    first wave of a source makes new variables. A question whose kind of answer has changed keeps
    its variable but is marked as not asked the same way.
    """
    before = _before(snapshot, source)
    questions, taken = [], set()
    for column in columns:
        fields = {**column, "id": new_id(), "wave": wave}
        fields.pop("variable", None)
        asked = from_json(Question, fields, "question")
        known = before.get(_name(asked))
        if known is not None and known.variable not in taken:
            taken.add(known.variable)
            asked = replace(asked, variable=known.variable, same=known.role == asked.role)
        else:
            asked = replace(asked, variable=new_id())
        questions.append(asked)
    gone = [q.label for q in before.values() if q.variable not in taken]
    same = [q.label for q in questions if q.variable in taken]
    new = [q.label for q in questions if q.variable not in taken] if before else []
    return Matched(tuple(same), tuple(new), tuple(gone)), tuple(questions)


def _before(snapshot: Snapshot, source: str) -> dict[str, Question]:
    found: dict[str, Question] = {}
    for wave in snapshot.waves_of(source):
        found.update({_name(q): q for q in snapshot.questions_of(wave.id)})
    return found


def _name(question: Question) -> str:
    words = question.text or question.label
    plain = "".join(c if c.isalnum() else " " for c in words.casefold())
    return " ".join(plain.split()) or words.strip()
