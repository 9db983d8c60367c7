# SPDX-License-Identifier: MIT
"""Draft personas from groups: only lines that were measured, and words of the group's own people.

Name, picture and story stay for the workshop. `draft_lines.py` chooses the lines.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from persona_studio.core import clock
from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json, new_id
from persona_studio.core.persona import Claim, Evidence, Measure, Persona
from persona_studio.core.research import Membership, Question, Segment, Segmentation
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.attributes import attribute_of
from persona_studio.evidence.silent import says_something
from persona_studio.storage import claims, evidence, personas, rows
from persona_studio.workspace.draft_lines import Line, lines_of
from persona_studio.workspace.lines import as_asked
from persona_studio.workspace.workspace import Workspace

if TYPE_CHECKING:
    from persona_studio.storage.writer import Writer

PRIMARIES, QUOTES = 5, 2
_QUOTE_LENGTHS = (20, 140, 200)
_LAST_PART = re.compile(r"(?: [-\u2013] |\[)([^\[\]]+)\]?$")
_EVERYONE = "Everyone asked"
_REST = "People not described yet"


def standing(snapshot: Snapshot, segmentation: str) -> list[Persona]:
    """Return the personas on the board that stand for groups of a grouping."""
    groups = {segment.id for segment in snapshot.segments_of(segmentation)}
    return [persona for persona in snapshot.personas if persona.segment in groups]


def without_persona(snapshot: Snapshot, segmentation: str) -> list[Segment]:
    """Return the groups of a grouping that no persona on the board stands for."""
    told = {persona.segment for persona in standing(snapshot, segmentation)}
    return [segment for segment in snapshot.segments_of(segmentation) if segment.id not in told]


def draft(workspace: Workspace, segmentation: str, *, again: bool = False) -> list[str]:
    """Make one persona of each group that has none yet, of every group `again`, in one edit.

    Returns their ids in the order of the groups. Personas that are there are left as they are.
    """
    found = workspace.snapshot.table(Segmentation).get(segmentation)
    groups = workspace.snapshot.segments_of(segmentation)
    if found is None or not groups:
        raise StudioError(
            "There are no groups to draft personas from.",
            "Look for groups first, or build personas from interviews.",
            kind="no_groups",
        )
    segments = groups if again else without_persona(workspace.snapshot, segmentation)
    if not segments:
        return []
    made = []
    told = [_lines(workspace, found, segment) for segment in segments]
    quotes = [quotes_of(workspace, found, segment) for segment in segments]
    with workspace.edit("Draft personas") as write:
        for segment, lines, said in zip(segments, told, quotes, strict=True):
            made.append(_persona(write, segment))
            _add_lines(write, made[-1], found.wave, lines, (found.descriptors, "segment"))
            _add_quotes(write, made[-1], found.wave, said)
    return made


def of_everyone(snapshot: Snapshot, wave: str) -> list[Persona]:
    """Return the personas on the board that tell mostly what everyone of a wave said."""
    asked = Counter(
        snapshot.table(Claim)[item.claim].persona
        for item in snapshot.table(Evidence).values()
        if item.wave == wave and item.measure and item.measure.base == "all"
    )
    alone = [persona for persona in snapshot.personas if persona.segment is None]
    return [p for p in alone if 0 < len(snapshot.claims_of(p.id)) <= 2 * asked[p.id]]


def draft_everyone(workspace: Workspace, wave: str) -> str:
    """Make one persona of all people of a wave, where no groups can be shown; return its id."""
    from persona_studio.workspace.grouping import propose

    proposal = propose(workspace, wave)
    lines = _common(workspace, wave, (*proposal.basis, *proposal.descriptors))
    if not lines_of(lines, proposal.descriptors):
        raise StudioError(
            "No answer here is common enough for a line on everyone who was asked.",
            "A line needs an answer that one person in five gave. Write what you think on the "
            "board as assumptions.",
            kind="nothing_usual",
        )
    with workspace.edit("Draft a persona of everyone") as write:
        persona = personas.add(write, _free_name(_EVERYONE, workspace.snapshot.personas))
        _add_lines(write, persona, wave, lines, (proposal.descriptors, "all"))
    return persona


def _lines(
    workspace: Workspace, found: Segmentation, segment: Segment
) -> Sequence[Mapping[str, Json]]:
    """Return what sets a group apart; of groups made by hand, what is usual in them."""
    kept = _of_group(found, "apart", segment)
    if kept is not None:
        return _asked(workspace, found.wave, kept)
    members = workspace.data.segment_rows(found.id).get(segment.id, frozenset())
    return _common(workspace, found.wave, (*found.questions, *found.descriptors), members)


def _of_group(found: Segmentation, name: str, segment: Segment) -> Sequence[Any] | None:
    """Return what the answer of the pattern child tells of one group, None where there is none."""
    told = found.result.get(name) if isinstance(found.result, Mapping) else None
    if not isinstance(told, list) or not 0 <= segment.number < len(told):
        return None
    of_group: Sequence[Any] = told[segment.number]
    return of_group


def _persona(write: "Writer", segment: Segment) -> str:
    """Add the persona of a group; one beside others of its name gets the next number."""
    there = [persona for persona in write.find(Persona) if persona.retired is None]
    primaries = sum(persona.role == "primary" for persona in there)
    role = "primary" if primaries < PRIMARIES else "secondary"
    plain = " ".join(segment.name.split()) or f"Group {segment.number + 1}"
    name = _free_name(plain, [persona for persona in there if persona.segment == segment.id])
    return personas.add(write, name, segment=segment.id, role=role)


def _free_name(plain: str, there: Sequence[Persona]) -> str:
    """Return a name, with a number where one of these has it."""
    taken = {persona.name.casefold() for persona in there}
    numbered = (f"{plain} ({number})" for number in range(2, len(taken) + 2))
    return next(name for name in (plain, *numbered) if name.casefold() not in taken)


def _add_lines(
    write: "Writer",
    persona: str,
    wave: str,
    lines: Sequence[Mapping[str, Json]],
    base: tuple[Sequence[str], str],
) -> None:
    """Add measured claims of what is told of a group, or of everyone."""
    descriptors, whom = base
    for line in lines_of(lines, descriptors):
        claim = claims.add(
            write,
            persona,
            line.section,
            line.text,
            quantifier=line.quantifier,
            **_attribute(line),
        )
        item = line.item
        measure = Measure(item["question"], item["op"], item["value"], whom)
        evidence.link_measure(write, claim, wave, measure)


def _attribute(line: Line) -> dict[str, Json]:
    """Return the attribute a demographic line fills, where it holds for most of the group."""
    if line.section != "demographics" or line.quantifier not in ("almost_all", "most"):
        return {}
    item = line.item
    return {"attribute": attribute_of(item["label"]), "op": item["op"], "value": item["value"]}


def quotes_of(
    workspace: Workspace, found: Segmentation, segment: Segment
) -> list[tuple[Question, int, str]]:
    """Return (question, row, words) of the group's most typical people, one a question."""
    open_questions = [
        q
        for q in workspace.snapshot.questions_of(found.wave)
        if q.role == "free_text" and not _is_of_a_list(q)
    ]
    out: list[tuple[Question, int, str]] = []
    for question in open_questions[:QUOTES]:
        taken = {row for _, row, _ in out}
        said = {
            row: workspace.data.cell(workspace.snapshot, found.wave, row, question.id).strip()
            for row in _of_group(found, "typical", segment) or ()
            if row not in taken
        }
        out += [(question, row, said[row]) for row in _quotable(said)[:1]]
    return out


def _is_of_a_list(question: Question) -> bool:
    """Tell what is typed into a list ("... - Other (please specify)"): a choice, no quote."""
    of_a_list = _LAST_PART.search(question.label)
    return of_a_list is not None and not says_something(of_a_list[1])


def _quotable(said: Mapping[int, str]) -> list[int]:
    """Return the rows whose words are long enough, those short enough for a wall first."""
    fewest, wall, most = _QUOTE_LENGTHS
    rows = [row for row, text in said.items() if fewest <= len(text) <= most]
    return sorted(rows, key=lambda row: len(said[row]) > wall)


def _add_quotes(
    write: "Writer", persona: str, wave: str, said: Iterable[tuple[Question, int, str]]
) -> None:
    for question, row, text in said:
        quote = evidence.mark_quote(write, wave, question.id, row, text)
        claim = claims.add(write, persona, "quotes", text)
        evidence.link_quote(write, claim, quote)


def draft_rest(workspace: Workspace, wave: str) -> str:
    """Make one persona of the people of a wave whom no persona fits; return its id.

    They become a group of their own, found by no test, so that its lines are counted among them.
    """
    from persona_studio.evidence import prevalence
    from persona_studio.evidence.whole_set import whole
    from persona_studio.workspace.grouping import propose

    snapshot = workspace.snapshot
    lines = {
        p.id: prevalence.lines_of(snapshot.claims_of(p.id), snapshot, wave)
        for p in snapshot.personas
    }
    told = {persona: found for persona, found in lines.items() if found}
    rest = [int(number) for number in whole(told, wave, workspace.judging.data).lost]
    if not rest:
        raise StudioError("Every person fits a persona.", "Nothing is left over.", kind="no_rest")
    proposal = propose(workspace, wave)
    asked = [line.measure.question for found in told.values() for line in found]
    variables = dict.fromkeys((*asked, *proposal.basis, *proposal.descriptors))
    usual = _common(workspace, wave, tuple(variables), frozenset(rest))
    group = Segmentation(
        new_id(),
        wave,
        _REST,
        clock.now(),
        method="rest",
        k=1,
        verdict="too_few",
        sentence="Made of the people whom no persona fitted; not a group that was tested.",
    )
    segment = Segment(new_id(), group.id, 0, _REST, len(rest))
    raw = workspace.database.connection
    with workspace.edit("Draft a persona of the others") as write:
        rows.register(raw, "membership", group.id)
        rows.add_memberships(raw, [Membership(group.id, row, segment.id) for row in rest])
        write.add(group)
        write.add(segment)
        persona = personas.add(write, _REST, segment=segment.id, role="secondary")
        _add_lines(write, persona, wave, usual, (proposal.descriptors, "segment"))
    return persona


def _common(
    workspace: Workspace,
    wave: str,
    variables: Sequence[str],
    members: frozenset[int] | None = None,
) -> list[Mapping[str, Json]]:
    """Return the commonest answer of everyone, or of some rows, to each question."""
    from persona_studio.evidence.measures import count
    from persona_studio.patterns.describe import answers_of

    answers = workspace.answers(wave)
    best: dict[str, dict[str, Json]] = {}
    for answer in answers_of(variables, answers):
        base = "all" if members is None else "segment"
        counted = count(replace(answer.measure, base=base), answers, members)
        item = {
            "question": answer.variable,
            "label": answer.label,
            "answer": answer.answer,
            "op": answer.measure.op,
            "value": answer.measure.value,
            "k": counted.k,
            "n": counted.n,
        }
        if counted.n and counted.k > best.get(answer.variable, {"k": 0})["k"]:
            best[answer.variable] = item
    usual = sorted(best.values(), key=lambda item: -item["k"] / item["n"])
    return _asked(workspace, wave, usual)


def _asked(
    workspace: Workspace, wave: str, lines: Iterable[Mapping[str, Json]]
) -> list[Mapping[str, Json]]:
    """Return lines in the words people were asked in, where a column is headed by a code."""
    ask = workspace.snapshot.question
    return [as_asked(item, ask(wave, item["question"])) for item in lines]
