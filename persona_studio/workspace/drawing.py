# SPDX-License-Identifier: MIT
"""What is drawn of a persona's claims: shares as bars, people on scales with a marker.

Every mark is a claim with a measure. On a scale the marker stands at the median of the persona's
people; where the team puts it elsewhere the claim is openly an assumption, and what the people
answered stays drawn behind it.
"""

from typing import TYPE_CHECKING

from persona_studio.core.persona import Claim, Evidence, Measure, Persona
from persona_studio.core.research import Question
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.grounds import is_assumption, living
from persona_studio.evidence.spread import Spread, ordered, spread, value_at
from persona_studio.storage import claims, evidence
from persona_studio.storage.writer import Writer
from persona_studio.workspace.drawn import Drawn, DrawnBar, DrawnScale
from persona_studio.workspace.figures import newest_waves

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

SECTION = "behaviours"


def drawn(ws: "Workspace", persona: str) -> list[Drawn]:
    """Return what is drawn of a persona, in the order of its claims.

    A claim whose data is gone draws nothing and stays a line.
    """
    found = (drawn_claim(ws, claim) for claim in ws.snapshot.claims_of(persona))
    return [each for each in found if each is not None]


def drawn_claim(ws: "Workspace", claim: Claim) -> Drawn | None:
    """Return what is drawn of one claim, None where nothing is or can be."""
    if claim.shown not in ("bar", "scale"):
        return None
    item = measured_item(ws.snapshot, claim)
    if item is None:
        return None
    return _scale(ws, claim, item) if claim.shown == "scale" else _bar(ws, claim, item)


def measured_item(snapshot: Snapshot, claim: Claim) -> Evidence | None:
    """Return the measured evidence a picture of a claim is drawn from: of the newest wave."""
    found = [e for e in living(claim.id, snapshot) if e.measure and e.stance != "contradicts"]
    newest = {wave.id: place for place, wave in enumerate(newest_waves(snapshot))}
    return max(found, key=lambda e: (e.wave in newest, e.created or "", e.id), default=None)


def way_of(snapshot: Snapshot, claim: Claim) -> str:
    """Return as what a claim can be drawn in a picture, "" where nothing of it is counted."""
    item = measured_item(snapshot, claim)
    if item is None or item.measure is None:
        return ""
    asked = snapshot.question(item.wave or "", item.measure.question)
    if asked and claim.quantifier == "typical" and ordered(asked) and item.measure.op == "between":
        return "scale"
    return "bar"


def scale_questions(ws: "Workspace", persona: str) -> list[Question]:
    """Return the questions whose answers can be drawn as a scale and are not yet."""
    snapshot = ws.snapshot
    taken = {
        (item.wave, item.measure.question)
        for claim in snapshot.claims_of(persona)
        if claim.shown == "scale" and (item := measured_item(snapshot, claim)) and item.measure
    }
    every = (q for wave in newest_waves(snapshot) for q in snapshot.questions_of(wave.id))
    return [q for q in every if ordered(q) and (q.wave, q.variable) not in taken]


def spread_of(ws: "Workspace", persona: str | None, question: Question) -> Spread | None:
    """Return how a persona's people lie on a question, against everyone; counted once."""
    from persona_studio.evidence.data import people_of

    snapshot, data = ws.snapshot, ws.judging.data
    who = snapshot.table(Persona).get(persona or "")

    def work_out() -> Spread | None:
        members = people_of(who, question.wave, snapshot, data) if who else None
        return spread(question, data.answers(question.wave), members)

    key = ("spread", question.wave, question.variable, who and who.segment)
    return data.once(key, work_out)


def add_scale(
    ws: "Workspace", write: Writer, persona: str, question: Question, section: str = SECTION
) -> str | None:
    """Draw a question as a scale: a claim about the typical answer; None where nobody answered."""
    found = spread_of(ws, persona, question)
    if found is None:
        return None
    text = _words(question, found, found.middle)
    fields = {"quantifier": "typical", "shown": "scale"}
    claim = claims.add(write, persona, section, text, **fields)
    measure = _around(question, found, found.half, grouped=found.grouped)
    evidence.link_measure(write, claim, question.wave, measure)
    return claim


def place(ws: "Workspace", write: Writer, shown: DrawnScale, value: float) -> None:
    """Put the marker where the team means it; from now on that is openly an assumption."""
    item, question = _asked(ws, shown)
    measure = _around(question, shown.spread, (value, value), grouped=shown.spread.grouped)
    write.change(Evidence, item.id, measure=measure)
    _say(write, shown, question, value)
    evidence.assume(write, shown.claim.id)


def as_answered(ws: "Workspace", write: Writer, shown: DrawnScale) -> None:
    """Let the marker stand where the people's middle is, and take the assumption away."""
    item, question = _asked(ws, shown)
    found = shown.spread
    measure = _around(question, found, found.half, grouped=found.grouped)
    write.change(Evidence, item.id, measure=measure)
    _say(write, shown, question, found.middle)
    for each in ws.snapshot.evidence_of(shown.claim.id):
        if is_assumption(each, ws.snapshot):
            evidence.unlink(write, each.id)


def show_as(write: Writer, claim: str, shown: str) -> None:
    """Choose what is drawn of a claim beside its line."""
    claims.change(write, claim, shown=shown)


def _scale(ws: "Workspace", claim: Claim, item: Evidence) -> DrawnScale | None:
    snapshot, measure = ws.snapshot, item.measure
    question = snapshot.question(item.wave or "", measure.question) if measure else None
    if question is None or measure is None:
        return None
    persona = claim.persona if measure.base == "segment" else None
    found = spread_of(ws, persona, question)
    if found is None:
        return None
    by_hand = any(is_assumption(each, snapshot) for each in snapshot.evidence_of(claim.id))
    at = _middle_of(question, measure) if by_hand else found.middle
    source = snapshot.source_of(question.wave).name
    label = question.text or question.label
    if at is None:
        return None
    return DrawnScale(claim, label, source, found, at, by_hand)


def _bar(ws: "Workspace", claim: Claim, item: Evidence) -> DrawnBar:
    from persona_studio.evidence.data import counted

    snapshot, data, wave = ws.snapshot, ws.judging.data, item.wave or ""
    assert item.measure is not None  # measured_item gives no other
    everyone = counted(item.measure, None, wave, snapshot, data)
    who = snapshot.table(Persona).get(claim.persona or "")
    mine = counted(item.measure, who, wave, snapshot, data)
    source = snapshot.source_of(wave).name
    grouped = mine.base == "segment"
    return DrawnBar(claim, source, mine.k, mine.n, everyone.k, everyone.n, grouped)


def _asked(ws: "Workspace", shown: DrawnScale) -> tuple[Evidence, Question]:
    item = measured_item(ws.snapshot, shown.claim)
    assert item is not None  # it is drawn from it
    assert item.measure is not None
    question = ws.snapshot.question(item.wave or "", item.measure.question)
    assert question is not None
    return item, question


def _around(
    question: Question, found: Spread, ends: tuple[float, float], *, grouped: bool
) -> Measure:
    """Return the measure of a range on a question, by the names of its steps where it has them."""
    said = [found.said(end) if found.named else _whole(end) for end in ends]
    return Measure(question.variable, "between", said, "segment" if grouped else "all")


def _whole(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value


def _middle_of(question: Question, measure: Measure) -> float | None:
    ends = [value_at(question, end) for end in measure.value or ()]
    known = [end for end in ends if end is not None]
    return sum(known) / len(known) if known else None


def _words(question: Question, found: Spread, value: float) -> str:
    label = (question.text or question.label).strip()
    return f"{label.rstrip(':')}{'' if label.endswith('?') else ':'} typically {found.said(value)}"


def _say(write: Writer, shown: DrawnScale, question: Question, value: float) -> None:
    """Let a line that tells the marker's place tell the new one; other words stay."""
    if shown.claim.text == _words(question, shown.spread, shown.at):
        claims.edit_text(write, shown.claim.id, _words(question, shown.spread, value))
