# SPDX-License-Identifier: MIT
"""What the project remembers of files like this one: their source, and how they were read."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from persona_studio.core.research import Source, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.research import plan as plans
from persona_studio.research.orders import rolled_up
from persona_studio.research.plan import Plan

_FACTS = (
    "encoding",
    "delimiter",
    "sheet",
    "table_row",
    "header_rows",
    "label_row",
    "first_data_row",
    "date_order",
    "decimal",
)
_TRIES = 3


class Memory:
    """Asks the waves of a snapshot; with `roll_up` orders are rolled up whatever was told last."""

    def __init__(self, snapshot: Snapshot, *, roll_up: bool = False) -> None:
        self._snapshot = snapshot
        self._roll_up = roll_up

    def source_of(self, plan: Plan) -> Source | None:
        """Return the source a file with these columns is a new wave of."""
        from persona_studio.workspace.next_wave import recognise_file

        found = recognise_file(self._snapshot, plan)
        return self._snapshot.table(Source)[found] if found else None

    def last_wave(self, source: Source) -> Wave | None:
        """Return the newest wave of a source that knows how it was read."""
        waves = [
            wave
            for wave in self._snapshot.waves_of(source.id)
            if wave.derived_from is None and isinstance(wave.plan, Mapping)
        ]
        return waves[-1] if waves else None

    def as_last_time(self, plan: Plan, source: Source) -> Plan:
        """Return the plan with what was told about the same columns last time."""
        from persona_studio.workspace.next_wave import like_last_time

        again = like_last_time(self._snapshot, plan, source.id)
        return rolled_up(again) if self._roll_up else again

    def told_of_file(self, source: Source, plan: Plan) -> dict[str, Any]:
        """Return what was told last time about the file itself and is read otherwise now."""
        wave = self.last_wave(source)
        return {} if wave is None else _differing(plans.from_json(wave.plan), plan)

    def tries(self, plan: Plan) -> Iterator[Plan]:
        """Yield the ways files of known sources were told to be read, where they differ."""
        given = 0
        for source in self._snapshot.table(Source).values():
            facts = self.told_of_file(source, plan)
            if facts and given < _TRIES and facts.get("sheet", plan.sheet) in (None, *plan.sheets):
                given += 1
                yield replace(plan, **facts, chosen=tuple(facts))


def _differing(before: Plan, now: Plan) -> dict[str, Any]:
    told = {key: getattr(before, key) for key in _FACTS if key in before.chosen}
    differs = any(getattr(now, key) != value for key, value in told.items())
    return told if differs else {}
