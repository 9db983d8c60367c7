# SPDX-License-Identifier: MIT
"""Keeps `n_for` and `n_against` true: whatever an edit moved, what counts it is counted again.

Features link a measure and never write a figure. Here, at the end of every edit, the measures
whose people may have changed (a claim moved to another persona, a persona given another segment)
are counted and written in the same transaction; so are those that ask for a theme whose answers
were sorted on, and links to a theme whose quotes are others now.
"""

from collections.abc import Mapping
from typing import NamedTuple

from persona_studio.core.persona import Claim, Evidence, Measure, Persona
from persona_studio.core.research import Question, ThemeItem, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.grounds import theme_rows
from persona_studio.storage.writer import Writer
from persona_studio.workspace.data import Data
from persona_studio.workspace.themes_kept import THEMES_OF


def recount(
    write: Writer,
    data: Data,
    snapshots: tuple[Snapshot, Snapshot],
    keys: Mapping[str, frozenset[str]],
) -> None:
    """Count the measures an edit has touched; `snapshots` are the project before and within it."""
    for item in _touched_measures(*snapshots, keys):
        settle(write, data, snapshots[1], item)


def settle(write: Writer, data: Data, snapshot: Snapshot, item: Evidence) -> None:
    """Write the figures of one measured evidence where they differ from a fresh count."""
    counted = count_evidence(data, snapshot, item)
    if counted and counted != Figures(item.n_for, item.n_against, item.n_rival):
        write.change(Evidence, item.id, **counted._asdict())


def _touched_measures(
    before: Snapshot, snapshot: Snapshot, keys: Mapping[str, frozenset[str]]
) -> list[Evidence]:
    evidence = snapshot.table(Evidence)
    wanted = set(keys.get("evidence", ())) | _told_otherwise(before, snapshot, keys)
    wanted |= _of_themes(before, snapshot, keys)
    for claim in _claims_of_others(before, snapshot, keys):
        wanted.update(item.id for item in snapshot.evidence_of(claim))
    found = (evidence[key] for key in sorted(wanted) if key in evidence)
    return [item for item in found if item.theme or (item.measure and item.wave)]


def _told_otherwise(
    before: Snapshot, snapshot: Snapshot, keys: Mapping[str, frozenset[str]]
) -> set[str]:
    """Return the evidence on questions read otherwise now, and on waves that lost a person."""
    was, now = before.table(Question), snapshot.table(Question)
    questions = {
        (now[key].wave, now[key].variable)
        for key in keys.get("question", ())
        if key in was and key in now
    }
    questions |= {
        (now[key].wave, now[key].variable)
        for key in (name.removeprefix(THEMES_OF) for name in keys.get("setting", ()))
        if key in now
    }
    waves = {key for key in keys.get("wave", ()) if key in before.table(Wave)}
    return {
        item.id
        for item in (snapshot.table(Evidence).values() if questions or waves else ())
        if item.measure and (item.wave in waves or (item.wave, item.measure.question) in questions)
    }


def _of_themes(
    before: Snapshot, snapshot: Snapshot, keys: Mapping[str, frozenset[str]]
) -> set[str]:
    """Return the evidence linked to themes whose quotes are others now."""
    items = [side.table(ThemeItem) for side in (before, snapshot)]
    themes = {
        side[key].theme for side in items for key in keys.get("theme_item", ()) if key in side
    }
    every = snapshot.table(Evidence).values() if themes else ()
    return {item.id for item in every if item.theme in themes}


def _claims_of_others(
    before: Snapshot, snapshot: Snapshot, keys: Mapping[str, frozenset[str]]
) -> set[str]:
    """Return the claims that now speak of other people: moved, or their persona's group changed."""
    was, now = before.table(Claim), snapshot.table(Claim)
    moved = {
        key
        for key in keys.get("claim", ())
        if key in now and (key not in was or was[key].persona != now[key].persona)
    }
    groups, personas = before.table(Persona), snapshot.table(Persona)
    for key in keys.get("persona", ()):
        if key in personas and key in groups and groups[key].segment != personas[key].segment:
            moved.update(claim.id for claim in snapshot.claims_of(key))
    return moved


class Figures(NamedTuple):
    """What a measure's rows say: people for the claim, against it, and for something else."""

    n_for: int
    n_against: int
    n_rival: int


def count_evidence(data: Data, snapshot: Snapshot, item: Evidence) -> Figures | None:
    """Return the figures of evidence by a measure or a theme; None where its data is gone."""
    if item.theme:
        people = sum(len(rows) for rows in theme_rows(snapshot).get(item.theme, {}).values())
        return Figures(0, people, 0) if item.stance == "contradicts" else Figures(people, 0, 0)
    claim, wave = snapshot.table(Claim).get(item.claim), item.wave or ""
    if claim is None or item.measure is None or wave not in snapshot.table(Wave):
        return None
    if snapshot.question(wave, item.measure.question) is None:
        return None
    persona = snapshot.table(Persona).get(claim.persona or "")
    holds, others, rival = count_for(data, snapshot, wave, persona, item.measure)
    if item.stance == "contradicts":
        return Figures(others, holds, 0)
    return Figures(holds, others, rival)


def count_for(
    data: Data, snapshot: Snapshot, wave: str, persona: Persona | None, measure: Measure
) -> tuple[int, int, int]:
    """Count a measure among its base on a wave: it holds, it does not, and for a rival."""
    from persona_studio.evidence.measures import count
    from persona_studio.evidence.rivals import rivals

    rows = base_rows(data, snapshot, wave, persona) if measure.base == "segment" else None
    answers = data.answers(snapshot, wave)
    counted = count(measure, answers, rows)
    return counted.k, counted.n - counted.k, rivals(measure, answers, rows)


def base_rows(
    data: Data, snapshot: Snapshot, wave: str, persona: Persona | None
) -> frozenset[int] | None:
    """Return the row numbers of a persona's people in a wave; None when it must be everyone.

    People of a segment found on another wave are recognised by their id or pseudonym where both
    waves carry one.
    """
    members = data.members(snapshot, persona) if persona else None
    if members is None:
        return None
    home, numbers = members
    if home == wave:
        return numbers
    waves = snapshot.table(Wave)
    if not (waves[home].linked and waves[wave].linked):
        return None
    there = data.answers(snapshot, home)
    pairs = zip(there.numbers, there.respondents, strict=True)
    keys = {key for number, key in pairs if int(number) in numbers}
    here = data.answers(snapshot, wave)
    pairs = zip(here.numbers, here.respondents, strict=True)
    return frozenset(int(number) for number, key in pairs if key in keys) or None
