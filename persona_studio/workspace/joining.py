# SPDX-License-Identifier: MIT
"""The stored columns of a file become questions: new ones, or the next wave of known ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from persona_studio.core.codec import from_json
from persona_studio.core.fields import Json, new_id
from persona_studio.core.research import Question
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.spelling import plain_key
from persona_studio.storage import questions as storage
from persona_studio.storage.writer import Writer
from persona_studio.workspace.matching import RENAMED, Pair
from persona_studio.workspace.next_wave import Proposal, Settled

SCALES = ("ordinal", "likert", "nps")


@dataclass(frozen=True)
class Matched:
    """Labels of the questions that are asked again, new and gone; with what is worth a look.

    `renamed` pairs the label before with the label now, `otherwise` says why a question is not
    compared, `offered` are pairs left to the user, `spellings` what is counted as one.
    """

    same: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    otherwise: tuple[tuple[str, str], ...] = ()
    offered: tuple[tuple[str, str], ...] = ()
    spellings: Mapping[str, Mapping[str, str]] | None = None

    def as_json(self) -> Json:
        """Return it as `import --json` tells it."""
        return {
            "same": list(self.same),
            "new": list(self.new),
            "gone": list(self.gone),
            "renamed": [{"before": b, "label": label} for b, label in self.renamed],
            "asked_otherwise": [{"label": label, "why": why} for label, why in self.otherwise],
            "suggested": [{"label": label, "maybe": maybe} for label, maybe in self.offered],
            "spellings": {label: dict(table) for label, table in (self.spellings or {}).items()},
        }


def first_wave(wave: str, columns: Sequence[Mapping[str, Any]]) -> tuple[Question, ...]:
    """Return the questions of a source's first wave, each a new variable."""
    return tuple(replace(_question(wave, column), variable=new_id()) for column in columns)


def next_wave(
    snapshot: Snapshot,
    wave: str,
    columns: Sequence[Mapping[str, Any]],
    proposal: Proposal,
    settled: Settled,
) -> tuple[tuple[Question, ...], Matched]:
    """Return the questions of a later wave, each with the variable of its like, and the news."""
    newest = _newest(snapshot, proposal.source)
    questions = []
    for column in columns:
        asked = _question(wave, column)
        pair = proposal.fit.of.get(str(asked.column))
        if pair is None:
            questions.append(replace(asked, variable=new_id()))
            continue
        table = proposal.table(pair.column, settled)
        questions.append(_asked_again(asked, newest[pair.variable], pair, table))
    return tuple(questions), _told(questions, proposal, settled)


def remember_spellings(write: Writer, questions: Sequence[Question]) -> None:
    """Let every wave of the questions know the spellings the new wave brought."""
    for question in questions:
        if question.merged:
            storage.spell(write, question.variable, question.merged)


def _question(wave: str, column: Mapping[str, Any]) -> Question:
    fields = {name: value for name, value in column.items() if name not in ("ident", "variable")}
    return from_json(Question, {**fields, "id": new_id(), "wave": wave}, "question")


def _newest(snapshot: Snapshot, source: str) -> dict[str, Question]:
    return {
        q.variable: q for wave in snapshot.waves_of(source) for q in snapshot.questions_of(wave.id)
    }


def _asked_again(
    asked: Question, known: Question, pair: Pair, table: Mapping[str, str]
) -> Question:
    """Return a column as the next wave of a question, read as the question was."""
    if not pair.same:
        return replace(asked, variable=pair.variable, same=False)
    merged = {**known.merged, **{text: choice for text, choice in table.items() if text != choice}}
    merged = {text: storage.meant(text, merged) for text in merged}
    return replace(
        asked,
        variable=pair.variable,
        role=pair.role,
        merged=merged,
        order=_order(asked, known, pair.role, merged),
        separator=asked.separator or (known.separator if pair.role == "multi_select" else None),
        missing=tuple(dict.fromkeys([*asked.missing, *known.missing])),
    )


def _order(
    asked: Question, known: Question, role: str, merged: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the steps as they were, where every new step is one of them; else the file's own."""
    if role not in SCALES:
        return ()
    steps = {plain_key(step) for step in known.order}
    ours = [merged.get(step, step) for step in asked.order]
    return known.order if all(plain_key(step) in steps for step in ours) else asked.order


def _told(questions: Sequence[Question], proposal: Proposal, settled: Settled) -> Matched:
    found, known = proposal.fit, proposal.known_by_key
    labels = {str(q.column): q.label for q in questions}
    pairs = [pair for pair in found.pairs if pair.column in labels]
    tables = {p.column: proposal.table(p.column, settled) for p in pairs if p.same}
    return Matched(
        same=tuple(labels[p.column] for p in pairs),
        new=tuple(labels[column] for column in found.new if column in labels),
        gone=tuple(known[variable].label for variable in found.gone),
        renamed=tuple(
            (known[p.variable].label, labels[p.column]) for p in pairs if p.kind == RENAMED
        ),
        otherwise=tuple((labels[p.column], p.doubt) for p in pairs if not p.same),
        offered=tuple(
            (labels[column], known[variable].label)
            for column, variable in (found.offers or {}).items()
            if column in labels
        ),
        spellings={labels[column]: table for column, table in tables.items() if table},
    )
