# SPDX-License-Identifier: MIT
"""Faults of age: old evidence, forgotten reviews, waves that say something new."""

from typing import Any

from tests.review.planted.counter import asked_at_counter, counter_wave, small_survey
from tests.review.planted.fault import Fault, Found
from tests.review.planted.world import Item, World, add_survey


def old_note(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Cycles to the harbour at noon")
    world.noted(claim["id"], "desk", 6, created="2024-03-01")
    return {("ST01", "W", claim["id"])}


def very_old_note(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Cycles to the harbour at noon")
    world.noted(claim["id"], "desk", 6, created="2022-01-01")
    return {("ST01", "B", claim["id"])}


def old_survey(world: World, persona: str) -> Found:
    wave = small_survey(world, 52, 60, collected_on="2024-02-01")
    claim = world.claim(persona, "Cycles to the harbour at noon", quantifier="most")
    asked_at_counter(world, claim["id"], wave)
    return {("ST01", "W", claim["id"])}


def signed(world: World, persona: str, day: str, **more: Any) -> Item:
    """Sign a persona that was made well before."""
    world.one("personas", id=persona)["created"] = "2023-01-01"
    return world.add("sign_offs", persona=persona, name="Ana Keller", signed_on=day, **more)


def review_overdue(world: World, persona: str) -> Found:
    signed(world, persona, "2025-05-01")
    return {("ST02", "W", persona)}


def review_long_overdue(world: World, persona: str) -> Found:
    signed(world, persona, "2024-01-01")
    return {("ST02", "B", persona)}


def never_signed(world: World, persona: str) -> Found:
    world.one("personas", id=persona)["created"] = "2026-01-01"
    return {("ST02", "N", persona)}


def newer_counter_wave(world: World, persona: str) -> Found:
    first = small_survey(world, 52, 60, collected_on="2025-10-01")
    newer = counter_wave(world, first["source"], 51, 60)
    claim = world.claim(persona, "Cycles to the harbour at noon", quantifier="most")
    asked_at_counter(world, claim["id"], first)
    return {("ST03", "W", newer["id"])}


def newer_wave_cures_the_old(world: World, persona: str) -> Found:
    first = small_survey(world, 52, 60, collected_on="2023-10-01")
    newer = counter_wave(world, first["source"], 51, 60)
    claim = world.claim(persona, "Cycles to the harbour at noon", quantifier="most")
    asked_at_counter(world, claim["id"], first)
    return {("ST03", "W", newer["id"])}


def newer_survey(world: World, persona: str) -> Found:
    add_survey(world, "survey-2", "2026-05-10")
    return {("ST03", "W", "survey-2")}


def moved_and_unused(world: World, persona: str) -> Found:
    first = small_survey(world, 52, 60, collected_on="2025-10-01")
    newer = counter_wave(world, first["source"], 20, 60)
    claim = world.claim(persona, "Cycles to the harbour at noon", quantifier="most")
    asked_at_counter(world, claim["id"], first)
    return {("ST03", "W", newer["id"]), ("ST04", "W", claim["id"])}


def moved(world: World, persona: str) -> Found:
    first = small_survey(world, 58, 60, collected_on="2025-10-01")
    newer = counter_wave(world, first["source"], 40, 60)
    claim = world.claim(persona, "Cycles to the harbour at noon", quantifier="most")
    for wave in (first, newer):
        asked_at_counter(world, claim["id"], wave)
    return {("ST04", "W", claim["id"])}


def key_claim_moved(world: World, persona: str) -> Found:
    first = small_survey(world, 58, 60, collected_on="2025-10-01")
    newer = counter_wave(world, first["source"], 40, 60)
    claim = world.claim(persona, "Cycles to the harbour at noon", quantifier="most", key=True)
    world.noted(claim["id"], "desk", 6)
    for wave in (first, newer):
        asked_at_counter(world, claim["id"], wave)
    return {("ST04", "B", claim["id"])}


def changed_since_signed(world: World, persona: str) -> Found:
    signed(world, persona, "2026-05-20", content_hash="another text was signed")
    return {("ST05", "W", persona)}


def last_signature_is_void(world: World, persona: str) -> Found:
    signed(world, persona, "2025-12-20")
    signed(world, persona, "2026-05-20", content_hash="0" * 64)
    return {("ST05", "W", persona)}


def claim_added_since_signed(world: World, persona: str) -> Found:
    before = {"persona": {}, "picture": None, "claims": [], "evidence": []}
    signed(world, persona, "2026-05-20", content_hash="f" * 64, snapshot=before)
    return {("ST05", "W", persona)}


def world_changed_for_one(world: World, persona: str) -> Found:
    fields = {"happened_on": "2026-05-20", "kind": "price", "text": "Lunch costs two euros more"}
    world.add("events", touches=[persona], **fields)
    return {("ST06", "W", persona)}


def world_changed_for_a_claim(world: World, persona: str) -> Found:
    signed(world, persona, "2026-02-01")
    fields = {"happened_on": "2026-02-20", "kind": "law", "text": "No cups without a deposit"}
    world.add("events", touches=[world.line(persona)["id"]], **fields)
    return {("ST06", "W", persona)}


def world_changed_for_all(world: World, persona: str) -> Found:
    world.add("events", happened_on="2026-06-01", kind="product", touches=["buying"])
    touched = [each["id"] for each in world.data["personas"]]
    return {("ST06", "W", key) for key in touched if world.claims_of(key, "buying")}


def undated_talks(world: World, persona: str) -> Found:
    world.wave("talks-1")["collected_on"] = None
    return {("ST07", "W", "talks-1")}


def undated_counter(world: World, persona: str) -> Found:
    moment = {"collected_on": None, "imported_at": "2026-05-03T10:00:00+00:00"}
    wave = small_survey(world, 58, 60, **moment)
    claim = world.claim(persona, "Cycles to the harbour at noon", quantifier="most")
    asked_at_counter(world, claim["id"], wave)
    return {("ST07", "W", wave["id"])}


def undated_and_unused(world: World, persona: str) -> Found:
    return {("ST07", "W", small_survey(world, 10, 60, collected_on=None)["id"])}


def wave_to_come(world: World, persona: str) -> Found:
    wave = small_survey(world, 58, 60, collected_on="2026-07-01")
    claim = world.claim(persona, "Cycles to the harbour at noon", quantifier="most")
    asked_at_counter(world, claim["id"], wave)
    return {("ST08", "B", wave["id"])}


def reviewed_before_it_was(world: World, persona: str) -> Found:
    world.add("reviews", persona=persona, held_on="2026-04-01", reviewer="Ana Keller")
    return {("ST08", "B", persona)}


def signed_in_days_to_come(world: World, persona: str) -> Found:
    signed(world, persona, "2026-08-01")
    return {("ST08", "B", persona)}


def nobody_owns_it(world: World, persona: str) -> Found:
    world.one("personas", id=persona)["owner"] = ""
    return {("ST09", "N", persona)}


def a_blank_owns_it(world: World, persona: str) -> Found:
    world.one("personas", id=persona)["owner"] = "  "
    return {("ST09", "N", persona)}


def an_owner_never_named(world: World, persona: str) -> Found:
    del world.one("personas", id=persona)["owner"]
    return {("ST09", "N", persona)}


def _other_people(world: World, persona: str, then: int, now: int) -> Found:
    first = small_survey(world, 52, 60, collected_on="2025-10-01", north=then)
    newer = counter_wave(world, first["source"], 51, 60, north=now)
    claim = world.claim(persona, "Cycles to the harbour at noon", quantifier="most")
    asked_at_counter(world, claim["id"], newer)
    return {("ST10", "W", newer["id"])}


def other_people(world: World, persona: str) -> Found:
    return _other_people(world, persona, 30, 55)


def other_people_than_ever(world: World, persona: str) -> Found:
    return _other_people(world, persona, 10, 40)


def only_others(world: World, persona: str) -> Found:
    return _other_people(world, persona, 0, 60)


FAULTS = (
    Fault("ST01", old_note),
    Fault("ST01", very_old_note),
    Fault("ST01", old_survey),
    Fault("ST02", review_overdue),
    Fault("ST02", review_long_overdue),
    Fault("ST02", never_signed),
    Fault("ST03", newer_counter_wave),
    Fault("ST03", newer_wave_cures_the_old),
    Fault("ST03", newer_survey, "survey", whole=True),
    Fault("ST04", moved_and_unused),
    Fault("ST04", moved),
    Fault("ST04", key_claim_moved),
    Fault("ST05", changed_since_signed),
    Fault("ST05", last_signature_is_void),
    Fault("ST05", claim_added_since_signed),
    Fault("ST06", world_changed_for_one),
    Fault("ST06", world_changed_for_a_claim),
    Fault("ST06", world_changed_for_all, whole=True),
    Fault("ST07", undated_talks, whole=True),
    Fault("ST07", undated_counter),
    Fault("ST07", undated_and_unused),
    Fault("ST08", wave_to_come),
    Fault("ST08", reviewed_before_it_was),
    Fault("ST08", signed_in_days_to_come),
    Fault("ST09", nobody_owns_it),
    Fault("ST09", a_blank_owns_it),
    Fault("ST09", an_owner_never_named),
    Fault("ST10", other_people),
    Fault("ST10", other_people_than_ever),
    Fault("ST10", only_others),
)
