# SPDX-License-Identifier: MIT
"""Choosing what is counted for a claim, and seeing what would come of it before it is kept."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from persona_studio.core.persona import Claim, Evidence, Measure
from persona_studio.core.research import Question
from persona_studio.evidence.assess import z_of
from persona_studio.evidence.grounds import answer_to
from persona_studio.evidence.intervals import wilson
from persona_studio.evidence.reading import NUMERIC, Reader
from persona_studio.evidence.verdict import Verdict
from persona_studio.storage import evidence
from persona_studio.storage.writer import Writer
from persona_studio.workspace.counting import count_evidence
from persona_studio.workspace.figures import COUNTED, newest_waves

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

_MOST_ANSWERS = 200


@dataclass(frozen=True)
class Trial:
    """What a measure that is not kept yet says: people for the claim of those who can be told."""

    n_for: int
    n_total: int
    interval: tuple[float, float]
    verdict: Verdict


def questions(ws: "Workspace") -> list[Question]:
    """Return what can be counted: the questions of the newest wave of each source."""
    snapshot = ws.snapshot
    every = (q for wave in newest_waves(snapshot) for q in snapshot.questions_of(wave.id))
    return [question for question in every if question.role in COUNTED]


def ways(question: Question) -> tuple[str, ...]:
    """Return the operators that make sense of the answers to a question, the likeliest first."""
    if question.role == "multi_select":
        return ("includes", "is_not", "answered")
    if question.order:
        return ("is", "at_least", "at_most", "between", "is_not", "answered")
    if question.role in NUMERIC:
        return ("at_least", "at_most", "between", "is", "answered")
    return ("is", "is_not", "answered")


def answers(ws: "Workspace", question: Question) -> list[str]:
    """Return the answers people gave, as the question offers them, the commonest first.

    Steps of a scale come in their order.
    """
    if question.order:
        return list(question.order)
    column = ws.answers(question.wave).columns[question.variable]
    read = Reader(question)
    counted: dict[str, int] = {}
    spelled: dict[str, str] = {read.choice(option): option for option in question.options}
    for label, count in zip(column.labels, column.counts.tolist(), strict=True):
        if label and not read.is_missing(label):
            for choice in read.ticks(label) if read.many else (read.choice(label),):
                counted[choice] = counted.get(choice, 0) + count
                spelled.setdefault(choice, choice if read.many else read.spelling(label))
    order = sorted(counted, key=lambda choice: (-counted[choice], choice))
    return [spelled[choice] for choice in order[:_MOST_ANSWERS]]


def trial(
    ws: "Workspace", claim: Claim, wave: str, measure: Measure, stance: str = "supports"
) -> Trial | None:
    """Return what a measure would say about a claim as it stands; None where it cannot be told."""
    source = ws.snapshot.source_of(wave).id
    draft = Evidence("", claim.id, source, wave, stance, measure=measure)
    counted = count_evidence(ws.data, ws.snapshot, draft)
    if counted is None:
        return None
    item = replace(draft, **counted._asdict())
    z, total = z_of(ws.snapshot), item.n_for + item.n_against
    answer = answer_to(claim.quantifier, item, z)
    return Trial(item.n_for, total, wilson(item.n_for, total, z), answer)


def keep(write: Writer, claim: str, item: str, wave: str, measure: Measure, stance: str) -> str:
    """Count this for a claim, in place of what `item` counted ("": as well); return the evidence.

    What was counted before keeps how it was learnt (seen, said).
    """
    if not item:
        return evidence.link_measure(write, claim, wave, measure, stance=stance)
    source = evidence.source_of(write, wave)
    write.change(Evidence, item, wave=wave, source=source, measure=measure, stance=stance, lost="")
    return item
