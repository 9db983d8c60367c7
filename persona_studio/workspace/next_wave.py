# SPDX-License-Identifier: MIT
"""Whether a file is the next wave of a source the project has, and what that means for it.

Found by what the columns are called, in any order: no wave is ever asked for by its file's name.
What was told about a column last time (its meaning, whether it stays out) is told again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from persona_studio.core.fields import Json
from persona_studio.core.research import Question, Source, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.spelling import Drift, drift
from persona_studio.research import over_columns
from persona_studio.research.orders import rolled_up
from persona_studio.research.plan import Plan, Role, from_json
from persona_studio.research.roles import one_answer
from persona_studio.research.telling import as_a_whole
from persona_studio.storage.questions import meant
from persona_studio.workspace.matching import SAME, Fit, chosen, fit
from persona_studio.workspace.naming import TELLING, Asked

WAYS = ("wave", "replace", "separate")
TOLD = "chosen by you"
LAST_TIME = "it was last time"
KEY = "respondent_id"
_ENOUGH = 0.6


@dataclass(frozen=True)
class Settled:
    """What the user decided about a file that is like one the project has.

    `way` is one of WAYS; `replaced` the wave it takes the place of. `pairs` maps columns to
    variables ("" for none) and `spellings` columns to their whole table; what is not in them goes
    as proposed.
    """

    way: str = "wave"
    replaced: str = ""
    pairs: Mapping[int, str] = field(default_factory=dict)
    spellings: Mapping[int, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Proposal:
    """A source, and how a file's columns fit its questions."""

    source: str
    known: tuple[Asked, ...]
    new: tuple[Asked, ...]
    fit: Fit
    drifts: Mapping[str, Drift]

    @cached_property
    def known_by_key(self) -> Mapping[str, Asked]:
        """The known questions by variable."""
        return {each.key: each for each in self.known}

    @property
    def exact(self) -> bool:
        """Whether every column is asked as before and nothing is new or gone."""
        all_same = all(pair.kind == SAME and pair.same for pair in self.fit.pairs)
        return all_same and not self.fit.new and not self.fit.gone

    def table(self, column: str, settled: Settled) -> Mapping[str, str]:
        """Return which spellings of a column mean which known choice."""
        found = self.drifts.get(column)
        told = settled.spellings.get(int(column))
        return told if told is not None else (found.merged if found else {})


def recognise(snapshot: Snapshot, columns: Iterable[Asked]) -> str | None:
    """Return the source a file with these columns is most likely a new wave of, else None."""
    new = list(columns)
    scored = [
        (score, wave.source)
        for wave in snapshot.table(Wave).values()
        if wave.derived_from is None and (score := _score(snapshot, wave, new)) >= _ENOUGH
    ]
    return max(scored, default=(0.0, None), key=lambda each: each[0])[1]


def recognise_file(snapshot: Snapshot, plan: Plan) -> str | None:
    """Return the source a file is most likely a new wave of, however its choices were read last."""
    ways = (plan, replace(plan, roles=_parted(plan.roles)), replace(plan, roles=_whole(plan.roles)))
    found = (recognise(snapshot, asked_in(way)) for way in ways)
    return next(filter(None, found), None)


def _parted(roles: Mapping[int, Role]) -> dict[int, Role]:
    """Return roles in which every question over columns has several answers."""
    columns = {n for group in over_columns.groups(roles) for n in group}
    many = {n: over_columns.one_of_several(roles[n]) for n in columns}
    return {**roles, **many}


def _whole(roles: Mapping[int, Role]) -> dict[int, Role]:
    """Return roles in which every question over columns has one answer, where nobody ticks two."""
    found = dict(roles)
    for columns in over_columns.groups(roles):
        if not roles[columns[0]].twice:
            whole = one_answer.decided(roles, columns)
            found |= {n: over_columns.choice_of(whole, roles[n]) for n in columns}
    return found


def _score(snapshot: Snapshot, wave: Wave, new: Sequence[Asked]) -> float:
    """Return the share of the telling columns of both that pair, 0-1."""
    known = known_questions(snapshot, wave.source, wave.id)
    names = {name for each in new for name in each.names}
    if not any(names & each.names for each in known):
        return 0.0
    found = fit(known, new)
    telling = {each.key for each in (*known, *new) if each.family in TELLING}
    paired = [p for p in found.pairs if {p.variable, p.column} & telling]
    if len(paired) < 2:
        return 0.0
    return 2 * len(paired) / max(1, sum(each.key in telling for each in (*known, *new)))


def propose(
    snapshot: Snapshot, source: str, columns: Sequence[Asked], settled: Settled | None = None
) -> Proposal:
    """Return how the columns of a file fit the questions of a source, with the user's pairs."""
    known = known_questions(snapshot, source)
    new = tuple(columns)
    told = {str(column): variable for column, variable in (settled or Settled()).pairs.items()}
    found = chosen(known, new, told) if told else fit(known, new)
    columns_by_key = {each.key: each for each in new}
    drifts = {}
    for pair in found.pairs:
        asked = columns_by_key[pair.column]
        if pair.same and asked.choices:
            spread = drift(_choices(snapshot, source, pair.variable), asked.choices)
            if spread.merged or spread.likely:
                drifts[pair.column] = spread
    return Proposal(source, tuple(known), new, found, drifts)


def known_questions(snapshot: Snapshot, source: str, only: str = "") -> list[Asked]:
    """Return the questions of a source's waves (or of one wave), each as it was asked last."""
    found: dict[str, Asked] = {}
    for wave in snapshot.waves_of(source):
        if wave.derived_from is None and only in ("", wave.id):
            idents = _idents(wave.plan)
            for question in snapshot.questions_of(wave.id):
                found[question.variable] = _known(question, idents.get(question.column, ""))
    return list(found.values())


def _known(question: Question, ident: str) -> Asked:
    merged = question.merged
    choices = dict.fromkeys(meant(c, merged) for c in (*question.order, *question.options))
    return Asked(
        question.variable, question.label, question.text, ident, question.role, tuple(choices)
    )


def _choices(snapshot: Snapshot, source: str, variable: str) -> list[str]:
    """Return every choice of a question over its waves, those that mean another left out."""
    found: dict[str, None] = {}
    for wave in snapshot.waves_of(source):
        question = snapshot.question(wave.id, variable)
        if question is not None:
            texts = (*question.order, *question.options, *question.merged.values())
            found.update(dict.fromkeys(meant(text, question.merged) for text in texts))
    return list(found)


def _idents(plan: Json) -> dict[int, str]:
    """Return the tools' own ids of a wave's columns, as its plan noted them."""
    roles = plan.get("roles") if isinstance(plan, Mapping) else None
    if not isinstance(roles, Mapping):
        return {}
    return {
        int(column): str(role.get("ident") or "")
        for column, role in roles.items()
        if str(column).isdigit() and isinstance(role, Mapping)
    }


def asked_in(plan: Plan) -> list[Asked]:
    """Return the columns of a plan that will be stored, choices of one answer put together."""
    found = []
    for n, over in over_columns.stored(plan):
        if n in plan.roles:
            role = over_columns.whole_of(plan.roles, over) if over else plan.roles[n]
            found.append(_asked(n, role))
    return found


def _asked(column: int, role: Role) -> Asked:
    choices = role.order or role.options
    return Asked(str(column), role.label, role.text, role.ident, role.role, tuple(choices))


def asked_of(questions: Iterable[Mapping[str, Any]]) -> list[Asked]:
    """Return the columns an import has stored (`ImportResult.questions`)."""
    return [
        Asked(
            str(q["column"]),
            q["label"],
            q["text"],
            q.get("ident", ""),
            q["role"],
            tuple(q["order"] or q["options"]),
        )
        for q in questions
    ]


def like_last_time(snapshot: Snapshot, plan: Plan, source: str) -> Plan:
    """Return the plan with what was told about the same columns at the source's last import."""
    waves = [
        wave
        for wave in snapshot.waves_of(source)
        if wave.derived_from is None and isinstance(wave.plan, Mapping)
    ]
    if not waves:
        return plan
    before = from_json(waves[-1].plan)
    mine = [_asked(n, role) for n, role in sorted(before.roles.items())]
    theirs = [_asked(n, role) for n, role in sorted(plan.roles.items())]
    found = fit(mine, theirs)
    columns, roles = dict(plan.columns), dict(plan.roles)
    pairs = {int(pair.column): before.roles[int(pair.variable)] for pair in found.pairs}
    roles = _as_many_answers(pairs, roles)
    for pair in found.pairs:
        old, new = int(pair.variable), int(pair.column)
        if old in before.columns and new not in columns:
            columns[new] = before.columns[old]
        if before.roles[old].why == TOLD and roles[new].why != TOLD:
            roles[new] = _told_again(before.roles[old], roles[new])
        if before.roles[old].role == KEY and roles[new].why != TOLD:
            roles = _with_key(roles, new)
    missing = before.missing if "missing" in before.chosen else plan.missing
    again = replace(plan, columns=columns, roles=as_a_whole(roles), missing=missing)
    made = any(wave.derived_from == waves[-1].id for wave in snapshot.waves_of(source))
    return rolled_up(again) if before.roll_up or made else again


def _as_many_answers(before: Mapping[int, Role], roles: Mapping[int, Role]) -> dict[int, Role]:
    """Return roles in which a question over columns has one answer or several as last time.

    `before` are the roles the columns had. Where somebody ticks two now, it has several.
    """
    found, parted, whole = dict(roles), _parted(roles), _whole(roles)
    for columns in over_columns.groups(roles):
        last = [before[n] for n in columns if n in before]
        if not last or any(roles[n].why == TOLD for n in columns):
            continue
        several = sum(role.role == "multi_select" for role in last) * 2 > len(last)
        one = all(role.choice and role.role in over_columns.ROLES for role in last)
        if several:
            found |= {n: replace(parted[n], why=LAST_TIME) for n in columns}
        elif one and not roles[columns[0]].twice:
            found |= {n: replace(whole[n], why=LAST_TIME) for n in columns}
    return found


def _with_key(roles: Mapping[int, Role], column: int) -> dict[int, Role]:
    """Return roles in which one column names the person, as it did last time, and no other."""
    found = dict(roles)
    for number, role in roles.items():
        if number == column and role.role != KEY:
            found[number] = replace(role, role=KEY, sure=0.9, why=LAST_TIME)
        elif number != column and role.role == KEY and role.why != TOLD:
            found[number] = replace(role, role="record_id")
    return found


def _told_again(before: Role, now: Role) -> Role:
    """Return a role as it was told last time, with what this file says about the column."""
    return replace(
        now,
        role=before.role,
        sure=1.0,
        why=TOLD,
        pii=before.pii,
        order=before.order if before.role in ("ordinal", "likert", "nps") else (),
        separator=before.separator if before.role == "multi_select" else None,
    )


def source_named(snapshot: Snapshot, wanted: str) -> str | None:
    """Return the id of the source meant by id or by name, None where there is none."""
    sources = snapshot.table(Source)
    if wanted in sources:
        return wanted
    name = wanted.strip().casefold()
    return next((s.id for s in sources.values() if s.name.strip().casefold() == name), None)
