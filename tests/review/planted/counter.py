# SPDX-License-Identifier: MIT
"""A second, small survey: one yes-or-no question at the counter, in as many waves as wanted."""

from typing import Any

from tests.review.planted.world import Item, World


def small_survey(world: World, yes: int, people: int, **more: Any) -> Item:
    """Add a study with one wave of few people; return the wave."""
    key = f"counter-{len(world.data['waves'])}"
    world.add("sources", id=key, name="Counter survey", kind="survey")
    return counter_wave(world, key, yes, people, **more)


def counter_wave(world: World, source: str, yes: int, people: int, **more: Any) -> Item:
    """Add a wave to such a study; `regions` says how many live in the north, if that is asked."""
    north = more.pop("north", None)
    key = f"{source}-w{sum(wave['source'] == source for wave in world.data['waves']) + 1}"
    asked = [{"id": f"{key}-q", "variable": f"{source}-q", "label": "Waits", "role": "yes_no"}]
    rows = [{"cells": ["Yes" if n < yes else "No"]} for n in range(people)]
    if north is not None:
        fields = {"variable": "region", "label": "Region", "role": "single_choice"}
        asked.append({"id": f"{key}-region", **fields})
        for n, row in enumerate(rows):
            row["cells"].append("North" if n * 7 % people < north else "South")
    fields = {"collected_on": "2026-04-01", "questions": asked, "rows": rows} | more
    return world.add("waves", id=key, source=source, **fields)


def asked_at_counter(world: World, claim: str, wave: Item) -> Item:
    """Link a claim to the yes of a counter wave, among everyone asked there."""
    source = wave["source"]
    where = {"source": source, "wave": wave["id"], "base": "all"}
    return world.measured(claim, f"{source}-q", "Yes", **where)
