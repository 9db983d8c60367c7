# SPDX-License-Identifier: MIT
"""The customers of a file of orders as a wave of people, beside the wave of its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from persona_studio.core.codec import from_json
from persona_studio.core.fields import Json, new_id
from persona_studio.core.research import Question, Wave
from persona_studio.core.snapshot import Snapshot

if TYPE_CHECKING:
    from persona_studio.research.rolling import RolledUp


@dataclass(frozen=True)
class People:
    """A wave of people made from a wave of orders, with its questions and what came of it."""

    wave: Wave
    questions: tuple[Question, ...]
    report: Mapping[str, Json]


def can_be_rolled_up(snapshot: Snapshot, wave: str) -> bool:
    """Tell whether a wave holds orders whose customers are not there yet."""
    there = snapshot.table(Wave)
    if there[wave].derived_from is not None or not _orders(there[wave]):
        return False
    return all(each.derived_from != wave for each in there.values())


def without_customers(snapshot: Snapshot, source: str = "") -> list[str]:
    """Return the waves of orders, of one source or of all, whose customers are not there yet."""
    there = snapshot.table(Wave).values()
    wanted = [wave.id for wave in there if source in ("", wave.source)]
    return [wave for wave in wanted if can_be_rolled_up(snapshot, wave)]


def names_nobody(snapshot: Snapshot, wave: str) -> bool:
    """Tell whether the column that names the customers of some orders was left out."""
    customer = _orders(snapshot.table(Wave)[wave]).get("customer")
    return all(question.column != customer for question in snapshot.questions_of(wave))


def _orders(wave: Wave) -> Mapping[str, Json]:
    """Return which column of a wave is what in its orders, nothing for other waves."""
    orders = wave.plan.get("orders") if isinstance(wave.plan, Mapping) else None
    return orders if isinstance(orders, Mapping) else {}


def people_of(
    snapshot: Snapshot, rows: Wave, wave: str, found: "RolledUp", plan: Mapping[str, Json]
) -> People:
    """Return the wave of people that `found` makes of the wave `rows`.

    What it asks is asked again by every later file of the source that is rolled up.
    """
    shown = replace(
        rows,
        id=wave,
        imported_at=rows.imported_at + timedelta(seconds=1) if rows.imported_at else None,
        n=found.people,
        linked=True,
        derived_from=rows.id,
        plan={"file": rows.file_name, "orders": plan.get("orders")},
        report=found.as_json(),
        names=(),
    )
    return People(shown, _questions(snapshot, rows.source, wave, found.questions), shown.report)


def _questions(
    snapshot: Snapshot, source: str, wave: str, columns: Sequence[Mapping[str, Any]]
) -> tuple[Question, ...]:
    before = {
        question.label: question.variable
        for each in snapshot.waves_of(source)
        if each.derived_from is not None
        for question in snapshot.questions_of(each.id)
    }
    return tuple(
        from_json(
            Question,
            {
                **column,
                "id": new_id(),
                "wave": wave,
                "variable": before.get(column["label"]) or new_id(),
            },
            "question",
        )
        for column in columns
    )
