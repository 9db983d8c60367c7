# SPDX-License-Identifier: MIT
"""Faults of content: gaps, vague and contradictory words, too much, said twice."""

from typing import Any

from tests.review.planted.fault import Fault, Found
from tests.review.planted.world import Item, World


def backed(world: World, persona: str, text: str, section: str = "context", **more: Any) -> Item:
    """Add a claim that six calls stand behind."""
    claim = world.claim(persona, text, section, **more)
    world.noted(claim["id"], "desk", 6)
    return claim


def _without(world: World, persona: str, section: str) -> None:
    going = world.claims_of(persona, section)
    world.drop("evidence", [e for c in going for e in world.evidence_of(c["id"])])
    world.drop("claims", going)


def no_goals(world: World, persona: str) -> Found:
    _without(world, persona, "goals")
    return {("CO01", "B", persona)}


def no_channels(world: World, persona: str) -> Found:
    parked = world.claim("", "Reads the letter on the way home", "channels")
    parked["persona"] = None
    _without(world, persona, "channels")
    return {("CO01", "W", persona)}


def no_buying(world: World, persona: str) -> Found:
    _without(world, persona, "buying")
    return {("CO01", "W", persona)}


def no_face(world: World, persona: str) -> Found:
    world.one("personas", id=persona)["picture"] = None
    return {("CO02", "N", persona)}


def initials_only(world: World, persona: str) -> Found:
    face = world.one("personas", id=persona)["picture"]
    world.one("pictures", id=face)["kind"] = "initials"
    return {("CO02", "N", persona)}


def no_quote(world: World, persona: str) -> Found:
    _without(world, persona, "quotes")
    return {("CO02", "N", persona)}


def quote_not_cleared(world: World, persona: str) -> Found:
    (claim,) = world.claims_of(persona, "quotes")
    (item,) = world.evidence_of(claim["id"])
    world.one("quotes", id=item["quote"])["consent"] = "internal"
    return {("CO02", "N", persona), ("ET02", "B", item["quote"])}


def mostly_facts(world: World, persona: str) -> Found:
    for number in range(14):
        backed(world, persona, f"Lives {number + 1} stops from the office", "demographics")
    return {("CO03", "W", persona), ("CO06", "N", persona)}


def neither_goals_nor_behaviours(world: World, persona: str) -> Found:
    _without(world, persona, "goals")
    _without(world, persona, "behaviours")
    return {("CO01", "B", persona), ("CO03", "W", persona)}


def facts_instead_of_lines(world: World, persona: str) -> Found:
    """Seven facts stand beside six other lines."""
    for section in ("goals", "behaviours"):
        last = world.claims_of(persona, section)[-1]
        world.drop("evidence", world.evidence_of(last["id"]))
        world.drop("claims", [last])
    for number in range(7 - len(world.claims_of(persona, "demographics"))):
        backed(world, persona, f"Lives {number + 1} stops from the office", "demographics")
    return {("CO03", "W", persona)}


def weak_words(world: World, persona: str) -> Found:
    return {("CO04", "N", backed(world, persona, "Often waits for the summer sale")["id"])}


def very_short(world: World, persona: str) -> Found:
    return {("CO04", "N", backed(world, persona, "Likes us")["id"])}


def two_in_one(world: World, persona: str) -> Found:
    text = "Rings the bell at the door and pays the driver in coins"
    other = "Reads reviews at home and/or asks friends first"
    found = (backed(world, persona, other), backed(world, persona, text.replace("Rings", "Uses")))
    return {("CO04", "N", claim["id"]) for claim in found}


def two_values(world: World, persona: str) -> Found:
    fields = {"attribute": "household", "op": "is"}
    backed(world, persona, "Lives with a partner and a dog", "context", value="Couple", **fields)
    claim = backed(world, persona, "Lives in a flat without company", value="Alone", **fields)
    return {("CO05", "B", claim["id"])}


def two_ranges(world: World, persona: str) -> Found:
    fields = {"attribute": "income", "op": "between"}
    backed(world, persona, "Earns about as much as a teacher", value=[30000, 40000], **fields)
    claim = backed(world, persona, "Earns about as much as a pilot", value=[80000, 90000], **fields)
    return {("CO05", "B", claim["id"])}


def denied(world: World, persona: str) -> Found:
    backed(world, persona, "Prefers the telephone at noon")
    claim = backed(world, persona, "Avoids the telephone at noon")
    return {("CO05", "N", claim["id"])}


def twenty_six_claims(world: World, persona: str) -> Found:
    for number in range(26 - len(world.claims_of(persona))):
        section = ("context", "values", "motivations", "dos")[number % 4]
        backed(world, persona, f"Says thing {number} to the driver", section)
    return {("CO06", "N", persona)}


def eight_in_a_section(world: World, persona: str) -> Found:
    for number in range(8):
        backed(world, persona, f"Says thing {number} to the driver")
    return {("CO06", "N", persona)}


def far_too_many(world: World, persona: str) -> Found:
    for number in range(31):
        section = ("context", "values", "motivations", "dos", "donts")[number % 5]
        backed(world, persona, f"Says thing {number} to the driver", section)
    return {("CO06", "N", persona)}


def long_line(world: World, persona: str) -> Found:
    text = "Waits at the counter with a ticket. " + "Then walks back to the desk " * 6
    return {("CO07", "W", backed(world, persona, text.strip() + ".")["id"])}


def long_line_of_one_sentence(world: World, persona: str) -> Found:
    text = "Waits at the counter with a ticket in the hand while the queue grows " * 3
    return {("CO07", "W", backed(world, persona, text.strip())["id"])}


def long_story(world: World, persona: str) -> Found:
    for number in range(7):
        section = ("context", "values")[number % 2]
        text = f"Says to driver {number} that {'the box comes too late ' * 4}".strip()
        backed(world, persona, text, section)
    world.one("personas", id=persona)["story"] = "A long day begins. " * 60
    return {("CO07", "W", persona)}


def percentage_from_nowhere(world: World, persona: str) -> Found:
    claim = backed(world, persona, "Four floors up, 62 % eat at their desk")
    return {("CO08", "W", claim["id"])}


def number_though_asked(world: World, persona: str) -> Found:
    claim = backed(world, persona, "60 % settle every bill by card")
    return {("CO08", "W", claim["id"])}


def counts_from_nowhere(world: World, persona: str) -> Found:
    claim = backed(world, persona, "9 of 12 people eat at their desk")
    return {("CO08", "W", claim["id"])}


def percent_in_words(world: World, persona: str) -> Found:
    claim = backed(world, persona, "About 40 percent of them skip lunch")
    return {("CO08", "W", claim["id"])}


def said_twice(world: World, persona: str) -> Found:
    backed(world, persona, "Eats at the desk with the door shut")
    claim = backed(world, persona, "Eats at the desk with the door shut")
    return {("CO09", "N", claim["id"])}


def said_twice_in_other_spelling(world: World, persona: str) -> Found:
    backed(world, persona, "Eats at the desk with the door shut")
    claim = backed(world, persona, "eats at the desk  with the Door shut.", "dos")
    return {("CO09", "N", claim["id"])}


def a_line_said_again(world: World, persona: str) -> Found:
    text = world.line(persona)["text"]
    claim = backed(world, persona, text.upper(), "values")
    return {("CO09", "N", claim["id"])}


def _all_say(world: World, attribute: str, text: str, value: Any, op: str = "is") -> Found:
    for each in world.data["personas"]:
        backed(world, each["id"], text, attribute=attribute, op=op, value=value)
    return {("CO10", "N", "p")}


def all_live_in_one_place(world: World, persona: str) -> Found:
    return _all_say(world, "location", "Lives in the harbour district", "Harbour")


def all_reached_by_mail(world: World, persona: str) -> Found:
    """Stands alone: a line more on channels would cure a persona of only facts."""
    return _all_say(world, "preferred_channel", "Looks into the letter box daily", "Mail")


def all_have_the_same_income(world: World, persona: str) -> Found:
    return _all_say(world, "income", "Earns what a teacher earns", [30, 40], "between")


FAULTS = (
    Fault("CO01", no_goals),
    Fault("CO01", no_channels),
    Fault("CO01", no_buying),
    Fault("CO02", no_face),
    Fault("CO02", initials_only),
    Fault("CO02", no_quote, "survey"),
    Fault("CO02", quote_not_cleared, "survey"),
    Fault("CO03", mostly_facts),
    Fault("CO03", neither_goals_nor_behaviours),
    Fault("CO03", facts_instead_of_lines),
    Fault("CO04", weak_words),
    Fault("CO04", very_short),
    Fault("CO04", two_in_one),
    Fault("CO05", two_values),
    Fault("CO05", two_ranges),
    Fault("CO05", denied),
    Fault("CO06", eight_in_a_section),
    Fault("CO06", twenty_six_claims),
    Fault("CO06", far_too_many),
    Fault("CO07", long_line),
    Fault("CO07", long_line_of_one_sentence),
    Fault("CO07", long_story),
    Fault("CO08", percentage_from_nowhere, "survey"),
    Fault("CO08", counts_from_nowhere),
    Fault("CO08", number_though_asked, "survey"),
    Fault("CO08", percent_in_words, "survey"),
    Fault("CO09", said_twice),
    Fault("CO09", said_twice_in_other_spelling),
    Fault("CO09", a_line_said_again),
    Fault("CO10", all_live_in_one_place, whole=True, least=3),
    Fault("CO10", all_reached_by_mail, alone=True, least=3),
    Fault("CO10", all_have_the_same_income, whole=True, least=3),
)
