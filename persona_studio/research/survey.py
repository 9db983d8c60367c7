# SPDX-License-Identifier: MIT
"""The jobs behind the import page: a first look, the whole file, and what each column holds."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from persona_studio.research.facts import Facts, facts_of
from persona_studio.research.handed import Handed
from persona_studio.research.importing import read
from persona_studio.research.inspecting import look
from persona_studio.research.looked import Looked
from persona_studio.research.plan import Plan, Role, from_json, to_json
from persona_studio.research.profile import Profile
from persona_studio.research.readers.csv_text import Place
from persona_studio.research.telling import CHOSEN, complete

Rows = Mapping[tuple[int, str], Sequence[int]]
"""Where texts stand: rows of the file by (column, text)."""

_BATCH = 1_000
_REPORT = 20_000
_NOTED_MOST = 200_000


@dataclass(frozen=True)
class Sight:
    """A plan on the way; `whole` when all of the file was read for it.

    So many `records` are known; `ended` tells whether the file has no more. `faults` are all
    rows that need a look, by cause.
    """

    plan: dict[str, Any]
    head: Sequence[list[str]]
    whole: bool
    places: Sequence[Place] = ()
    records: int = 0
    ended: bool = False
    faults: Mapping[str, Sequence[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Survey:
    """Facts of columns by number, and where odd or telling cells stand."""

    facts: Mapping[int, Facts]
    rows: Rows = field(default_factory=dict)
    roles: Mapping[int, Role] = field(default_factory=dict)


def look_job(
    where: str | Handed,
    plan: Mapping[str, Any] | None,
    *,
    report: Callable[[int, int], None],
    emit: Callable[[object], None],
) -> Survey:
    """Emit a Sight of the file's head, then of all of it, and return what its columns hold."""
    fixed = from_json(plan) if plan else None
    looked = look(where, fixed, report, quick=True)
    whole = looked.plan.data_rows is not None
    emit(_sight(looked, whole=whole))
    if not whole:
        expected = looked.expected
        looked = look(where, fixed, lambda done, _total: report(done, max(done, expected)))
        emit(_sight(looked, whole=True))
    roles = looked.plan.roles
    facts = {c.number: facts_of(c, roles[c.number]) for c in looked.columns}
    return Survey(facts, _where(where, looked.plan, facts, report))


def columns_job(
    where: str | Handed,
    plan: Mapping[str, Any],
    columns: list[int],
    *,
    report: Callable[[int, int], None],
) -> Survey:
    """Return facts and completed roles of some columns whose roles a person has changed."""
    settled = from_json(plan)
    profiles = _profiles(where, settled, columns, report)
    roles = {}
    for profile in profiles:
        told = settled.roles[profile.number]
        roles[profile.number] = complete(profile, told) if told.why == CHOSEN else told
    facts = {c.number: facts_of(c, roles[c.number]) for c in profiles}
    return Survey(facts, _where(where, settled, facts, report), roles)


def _sight(looked: Looked, *, whole: bool) -> Sight:
    return Sight(
        plan=to_json(looked.plan),
        head=looked.head,
        whole=whole,
        places=tuple(looked.places),
        records=looked.records if whole else len(looked.head),
        ended=whole and looked.ended,
        faults=looked.faults,
    )


def _profiles(
    where: str | Handed, plan: Plan, columns: list[int], report: Callable[[int, int], None]
) -> list[Profile]:
    found = []
    for n in columns:
        role = plan.roles[n]
        found.append(Profile(n, role.label, role.text))
    total = plan.data_rows or 0
    done = 0
    for batch in _batches(where, plan):
        for profile in found:
            profile.add([cells[profile.number - 1] for _, cells in batch])
        done += len(batch)
        if done % _REPORT == 0:
            report(done, total)
    for profile in found:
        profile.close()
    return found


def _batches(where: str | Handed, plan: Plan) -> Iterator[list[tuple[int, list[str]]]]:
    batch = []
    for row in read(where, plan):
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    yield batch


def _where(
    where: str | Handed, plan: Plan, facts: Mapping[int, Facts], report: Callable[[int, int], None]
) -> Rows:
    """Find the rows of odd cells and of dates that tell; one more pass, if any are wanted."""
    wanted: dict[int, Collection[str]] = {}
    for n, each in facts.items():
        known = {text for text, _ in each.odd} | ({each.telling} if each.telling else set())
        if known:
            wanted[n] = known
    found: dict[tuple[int, str], list[int]] = {}
    noted = 0
    for number, cells in chain.from_iterable(_batches(where, plan)) if wanted else ():
        for n, texts in wanted.items():
            if cells[n - 1] in texts and noted < _NOTED_MOST:
                found.setdefault((n, cells[n - 1]), []).append(number)
                noted += 1
        if number % _REPORT == 0:
            report(number, plan.data_rows or 0)
    return found
