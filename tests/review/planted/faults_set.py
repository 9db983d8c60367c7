# SPDX-License-Identifier: MIT
"""Faults in the set: too many, too few, look-alikes, people left out, groups that are none."""

from tests.review.planted.fault import Fault, Found
from tests.review.planted.world import FACTS, LINES, Item, World, add_survey, facts

ATTRIBUTES = ("occupation", "household", "income", "location", "preferred_channel", "hobby")


def _line_columns(world: World, persona: int) -> range:
    start = len(FACTS) + persona * len(LINES)
    return range(start, start + len(LINES))


def seven_primaries(world: World, persona: str) -> Found:
    for number in range(4):
        world.bystander(f"Guest {number}", "primary")
    return {("SE01", "W", "p")}


def six_primaries(world: World, persona: str) -> Found:
    for number in range(6 - len(world.find("personas", role="primary"))):
        world.bystander(f"Guest {number}", "primary")
    return {("SE01", "W", "p")}


def eleven_personas(world: World, persona: str) -> Found:
    for number in range(11 - len(world.data["personas"])):
        world.bystander(f"Guest {number}")
    return {("SE01", "N", "p")}


def no_primary(world: World, persona: str) -> Found:
    for each in world.data["personas"]:
        each["role"] = "secondary"
    return {("SE02", "B", "p")}


def only_for_nobody(world: World, persona: str) -> Found:
    for each in world.data["personas"]:
        each["role"] = "negative"
    return {("SE02", "B", "p")}


def only_one(world: World, persona: str) -> Found:
    for each in [p for p in world.data["personas"] if p["id"] != persona]:
        each["retired"] = "2026-06-01"
    world.one("personas", id=persona)["role"] = "primary"
    return {("SE02", "N", "p")}


def _facts_alike(world: World, persona: str, same: int, other: int) -> Found:
    twin = next(p["id"] for p in world.data["personas"] if p["id"] != persona)
    for who in (persona, twin):
        for number, attribute in enumerate(ATTRIBUTES[: same + other]):
            value = f"Value {number}" if number < same else f"Value of {who}"
            text = f"Has a {attribute.replace('_', ' ')} worth knowing"
            claim = world.claim(who, text, attribute=attribute, op="is", value=value)
            world.noted(claim["id"], "desk", 6)
    return {("SE03", "W", "+".join(sorted((persona, twin))))}


def same_facts(world: World, persona: str) -> Found:
    return _facts_alike(world, persona, 5, 0)


def nearly_the_same_facts(world: World, persona: str) -> Found:
    return _facts_alike(world, persona, 5, 1)


def same_people(world: World, persona: str) -> Found:
    """The last two groups answer alike, down to gender and age."""
    one, two = world.data["personas"][-2:]
    rows = world.wave("survey-1")["rows"]
    mine, theirs = world.members(one["position"]), world.members(two["position"])
    for first, second in zip(mine, theirs, strict=True):
        cells, other = rows[first - 1]["cells"], rows[second - 1]["cells"]
        for column in _line_columns(world, two["position"]):
            cells[column] = other[column]
        for column in range(2, len(other)):
            other[column] = cells[column]
    for claim in world.claims_of(two["id"], "demographics"):
        world.drop("evidence", world.evidence_of(claim["id"]))
        world.drop("claims", [claim])
    for claim in world.claims_of(one["id"], "demographics"):
        again = world.claim(two["id"], claim["text"], "demographics")
        again |= {k: claim[k] for k in ("quantifier", "attribute", "op", "value")}
        measure = world.evidence_of(claim["id"])[0]["measure"]
        world.measured(again["id"], measure["question"], measure["value"], op=measure["op"])
    return {("SE03", "W", f"{one['id']}+{two['id']}")}


def _rare(world: World, name: str, lines: list[tuple[str, object, str]], severity: str) -> Found:
    who = world.bystander(name)
    for number, (variable, value, op) in enumerate(lines):
        claim = world.claim(who, f"Comes on the {number + 3}th of each month")
        world.measured(claim["id"], variable, value, op=op, base="all")
    return {("SE04", severity, who)}


def describes_nobody(world: World, persona: str) -> Found:
    lines = [("spends", least, "at_least") for least in (60, 70, 80)]
    return _rare(world, "Guest of all", lines, "B")


def describes_few(world: World, persona: str) -> Found:
    lines = [("spends", most, "at_most") for most in (10.5, 11, 11.5)]
    return _rare(world, "Guest of few", lines, "W")


def a_group_of_few(world: World, persona: str) -> Found:
    lines = [("spends", least, "at_least") for least in (47, 47.5, 48, 48.5)]
    return _rare(world, "Guest of one", lines, "W")


def _strangers(world: World, wave: Item, share: float) -> None:
    """Add people to a wave who hold hardly any line."""
    own = len(world.data["personas"]) * len(LINES)
    count = round(share / (1 - share) * world.people)
    for number in range(count):
        known = facts(number % 3, number, number % 6)
        lines = ["Yes" if (number + n) % 9 == 0 else "No" for n in range(own)]
        row = {"number": 100_000 + number, "respondent": f"S{number}"}
        wave["rows"].append({**row, "cells": ["Other", "Other", *known[2:], *lines]})


def many_strangers(world: World, persona: str) -> Found:
    _strangers(world, world.wave("survey-1"), 0.45)
    return {("SE05", "W", "p")}


def mostly_strangers(world: World, persona: str) -> Found:
    _strangers(world, world.wave("survey-1"), 0.48)
    return {("SE05", "W", "p")}


def more_strangers_than_before(world: World, persona: str) -> Found:
    add_survey(world, "survey-0", "2025-09-01")
    _strangers(world, world.wave("survey-1"), 0.20)
    return {("SE05", "W", "p")}


def _both(world: World, share: float, *places: int) -> Found:
    """Let so many people of these groups hold the lines of all of them.

    The personas describe everyone, so that they are told apart by nothing but their lines.
    """
    for place in places:
        persona = world.one("personas", position=place)
        persona["segment"] = None
        described = world.claims_of(persona["id"], "demographics")
        world.drop("evidence", [e for c in described for e in world.evidence_of(c["id"])])
        world.drop("claims", described)
        for claim in world.claims_of(persona["id"]):
            claim.pop("quantifier", None)
            for item in world.evidence_of(claim["id"]):
                if "measure" in item:
                    item["measure"]["base"] = "all"
    rows = world.wave("survey-1")["rows"]
    for place in places:
        members = world.members(place)
        for member, number in enumerate(members[: round(share * len(members))]):
            for other in places:
                for offset, column in enumerate(_line_columns(world, other)):
                    holds = offset != member % 7
                    rows[number - 1]["cells"][column] = "Yes" if holds else "No"
    return {("SE06", "N", "p")}


def two_alike(world: World, persona: str) -> Found:
    return _both(world, 1.0, 0, 1)


def last_two_alike(world: World, persona: str) -> Found:
    last = len(world.data["personas"]) - 1
    return _both(world, 1.0, last - 1, last)


def most_of_two_alike(world: World, persona: str) -> Found:
    return _both(world, 0.8, 0, 1)


def _verdict(world: World, verdict: str) -> Found:
    world.one("segmentations")["verdict"] = verdict
    return {("SE07", "W", each["id"]) for each in world.data["personas"]}


def slices_only(world: World, persona: str) -> Found:
    return _verdict(world, "slices")


def no_structure(world: World, persona: str) -> Found:
    return _verdict(world, "none")


def slices_of_one(world: World, persona: str) -> Found:
    """Only one persona was drawn from the slices."""
    original = world.one("segmentations")
    place = world.place(persona)
    copy = {**original, "id": "slices", "verdict": "slices", "name": "Slices"}
    copy["segments"] = [{**s, "id": f"slice-{s['number']}"} for s in original["segments"]]
    rename = {s["id"]: f"slice-{s['number']}" for s in original["segments"]}
    copy["memberships"] = [{**m, "segment": rename[m["segment"]]} for m in original["memberships"]]
    world.data["segmentations"].append(copy)
    world.one("personas", id=persona)["segment"] = f"slice-{place}"
    return {("SE07", "W", persona)}


def _stability(world: World, persona: str, value: float) -> None:
    segments = world.one("segmentations")["segments"]
    segments[world.place(persona)]["stability"] = value


def pattern_only(world: World, persona: str) -> Found:
    _stability(world, persona, 0.68)
    return {("SE08", "W", persona)}


def unsteady(world: World, persona: str) -> Found:
    _stability(world, persona, 0.41)
    return {("SE08", "W", persona)}


def unsteady_segment(world: World, persona: str) -> Found:
    _stability(world, persona, 0.41)
    world.one("personas", id=persona)["tagline"] = "Our largest segment"
    return {("SE08", "B", persona)}


FAULTS = (
    Fault("SE01", seven_primaries, whole=True),
    Fault("SE01", six_primaries, whole=True),
    Fault("SE01", eleven_personas, whole=True),
    Fault("SE02", no_primary, whole=True),
    Fault("SE02", only_for_nobody, whole=True),
    Fault("SE02", only_one, "talks", alone=True),
    Fault("SE03", same_facts, "talks", whole=True),
    Fault("SE03", nearly_the_same_facts, "talks", whole=True),
    Fault("SE03", same_people, "survey", whole=True),
    Fault("SE04", describes_nobody, "survey", whole=True),
    Fault("SE04", describes_few, "survey", whole=True),
    Fault("SE04", a_group_of_few, "survey", whole=True),
    Fault("SE05", many_strangers, "survey", whole=True),
    Fault("SE05", mostly_strangers, "survey", whole=True),
    Fault("SE05", more_strangers_than_before, "survey", whole=True),
    Fault("SE06", two_alike, "survey", alone=True),
    Fault("SE06", last_two_alike, "survey", alone=True),
    Fault("SE06", most_of_two_alike, "survey", alone=True),
    Fault("SE07", slices_only, "survey", whole=True),
    Fault("SE07", no_structure, "survey", whole=True),
    Fault("SE07", slices_of_one, "survey"),
    Fault("SE08", pattern_only, "survey"),
    Fault("SE08", unsteady, "survey"),
    Fault("SE08", unsteady_segment, "survey"),
)
