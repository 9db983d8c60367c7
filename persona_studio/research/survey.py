# SPDX-License-Identifier: MIT
"""The jobs behind the import page: a first look, the whole file, and what each column holds."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from persona_studio.research.facts import Facts, facts_of, fitting, missing_of
from persona_studio.research.handed import Handed
from persona_studio.research.inspecting import look
from persona_studio.research.looked import Looked
from persona_studio.research.own_words import OwnWords
from persona_studio.research.plan import Plan, Role, from_json, to_json
from persona_studio.research.profile import Profile
from persona_studio.research.readers.csv_text import Place
from persona_studio.research.rows import read
from persona_studio.research.telling import completed

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
    return _survey(where, looked.plan, looked.columns, report)


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
    told = completed(settled.roles, profiles)
    roles = {profile.number: told[profile.number] for profile in profiles}
    full = replace(settled, roles={**settled.roles, **roles})
    return replace(_survey(where, full, profiles, report), roles=roles)


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


def _survey(
    where: Handed | str, plan: Plan, columns: Sequence[Profile], report: Callable[[int, int], None]
) -> Survey:
    """Return what columns hold and where odd and telling cells stand."""
    facts = {c.number: facts_of(c, plan.roles[c.number]) for c in columns}
    said = OwnWords(plan, facts)
    rows = _where(_rows(where, plan, report), plan, facts, said)
    facts = {n: said.told(n, each) for n, each in facts.items()}
    return Survey(_all_odd(plan, facts, rows), rows)


def _rows(
    where: str | Handed, plan: Plan, report: Callable[[int, int], None]
) -> Iterator[tuple[int, list[str]]]:
    for number, cells in chain.from_iterable(_batches(where, plan)):
        yield number, cells
        if number % _REPORT == 0:
            report(number, plan.data_rows or 0)


def _where(
    rows: Iterable[tuple[int, list[str]]], plan: Plan, facts: Mapping[int, Facts], said: OwnWords
) -> dict[tuple[int, str], list[int]]:
    """Find the rows of odd cells and of dates that tell; one more pass, if any are wanted.

    In a column with too many different texts to keep, each cell is looked at. The pass also shows
    what is said beside a name.
    """
    wanted = {n: {text for text, _ in each.odd} | {each.telling} for n, each in facts.items()}
    wanted = {n: texts - {""} for n, texts in wanted.items() if texts - {""}}
    partial = {n: fits for n in facts if facts[n].partial and (fits := fitting(plan.roles[n]))}
    missing = {n: missing_of(plan.roles[n]) for n in partial}
    found: dict[tuple[int, str], list[int]] = {}
    noted = 0
    for number, cells in rows if wanted or partial or said else ():
        if said:
            said.take(cells)
        places = [n for n, texts in wanted.items() if cells[n - 1] in texts]
        places += [
            n
            for n, fits in partial.items()
            if not fits(cells[n - 1]) and not missing[n](cells[n - 1]) and n not in places
        ]
        for n in places if noted < _NOTED_MOST else ():
            found.setdefault((n, cells[n - 1]), []).append(number)
            noted += 1
    return found


def _all_odd(plan: Plan, facts: Mapping[int, Facts], rows: Rows) -> dict[int, Facts]:
    """Return the facts; those of partly counted columns with all odd texts the rows have shown."""
    full = dict(facts)
    for n, each in facts.items():
        fits = fitting(plan.roles[n]) if each.partial else None
        if fits:
            odd = {t: len(at) for (m, t), at in rows.items() if m == n and not fits(t)}
            full[n] = replace(each, odd=tuple(Counter(odd).most_common()))
    return full
