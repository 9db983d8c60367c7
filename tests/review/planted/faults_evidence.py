# SPDX-License-Identifier: MIT
"""Faults in what stands behind claims."""

from tests.review.planted.counter import asked_at_counter, small_survey
from tests.review.planted.fault import Fault, Found
from tests.review.planted.world import Item, World


def assumed(world: World, claim: str, **more: object) -> None:
    fields = {"stance": "neutral", "directness": "second_hand", "since": "2026-05-20"} | more
    world.add("evidence", claim=claim, source="guesses", **fields)


def nothing_behind(world: World, persona: str) -> Found:
    claim = world.line(persona)
    world.drop("evidence", world.evidence_of(claim["id"]))
    return {("EV01", "W", claim["id"])}


def nothing_behind_a_key_claim(world: World, persona: str) -> Found:
    claim = world.line(persona, key=True)
    world.drop("evidence", world.evidence_of(claim["id"]))
    return {("EV01", "B", claim["id"])}


def nothing_behind_a_new_line(world: World, persona: str) -> Found:
    return {("EV01", "W", world.claim(persona, "Waits for the summer sale")["id"])}


def nothing_behind_though_asked(world: World, persona: str) -> Found:
    return {("EV01", "W", world.claim(persona, "Settles every bill by card")["id"])}


def only_assumed(world: World, persona: str) -> Found:
    claim = world.line(persona)
    world.drop("evidence", world.evidence_of(claim["id"]))
    assumed(world, claim["id"])
    return {("EV02", "W", claim["id"])}


def assumed_though_asked(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Settles every bill by card")
    assumed(world, claim["id"])
    return {("EV02", "W", claim["id"])}


def assumed_by_two(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Dreams of a longer break")
    assumed(world, claim["id"], who="Ana")
    assumed(world, claim["id"], who="Ben")
    return {("EV02", "W", claim["id"])}


def mostly_assumed(world: World, persona: str) -> Found:
    claims = [c for c in world.claims_of(persona) if c["section"] != "quotes" and not c.get("key")]
    for claim in claims:
        world.drop("evidence", world.evidence_of(claim["id"]))
        assumed(world, claim["id"])
    primary = world.one("personas", id=persona)["role"] == "primary"
    found = {("EV02", "B" if primary else "W", claim["id"]) for claim in claims}
    told = [c["id"] for c in claims if c.get("attribute") in ("gender", "age")]
    return found | {("ET06", "W", claim) for claim in told}


def assumed_long_ago(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Dreams of a longer break")
    assumed(world, claim["id"], since="2026-01-01")
    return {("EV02", "W", claim["id"]), ("EV03", "W", claim["id"])}


def renewed_long_ago(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Dreams of a longer break")
    assumed(world, claim["id"], since="2025-01-01", renewed="2026-02-01")
    return {("EV02", "W", claim["id"]), ("EV03", "W", claim["id"])}


def tested_too_late(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Dreams of a longer break")
    fields = {"since": "2026-01-01", "how_to_test": "Ask ten", "test_by": "2026-05-01"}
    assumed(world, claim["id"], **fields)
    return {("EV02", "W", claim["id"]), ("EV03", "W", claim["id"])}


def key_claim_of_one_kind(world: World, persona: str) -> Found:
    claim = world.line(persona, key=True)
    others = [e for e in world.evidence_of(claim["id"]) if e["source"] == "talks"]
    world.drop("evidence", others)
    return {("EV04", "N", claim["id"])}


def another_key_claim(world: World, persona: str) -> Found:
    claim = world.line(persona)
    claim["key"] = True
    return {("EV04", "N", claim["id"])}


def persona_of_one_kind(world: World, persona: str) -> Found:
    """Only the survey is left; the quote comes from its open question."""
    mine = {claim["id"] for claim in world.claims_of(persona)}
    talks = [e for e in world.data["evidence"] if e["claim"] in mine and e["source"] == "talks"]
    world.drop("evidence", talks)
    (said,) = world.claims_of(persona, "quotes")
    row = world.members(world.place(persona))[0]
    fields = {"wave": "survey-1", "question": "survey-1-words", "row": row, "consent": "publish"}
    text = world.wave("survey-1")["rows"][row - 1]["cells"][7]
    quote = world.add("quotes", text=text, **fields)
    said["text"] = text
    link = {"source": "survey", "wave": "survey-1", "quote": quote["id"]}
    world.add("evidence", claim=said["id"], **link)
    return {("EV04", "W", persona)}


def heard_from_colleagues(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Calls back after two days")
    world.noted(claim["id"], "desk", 6, directness="second_hand")
    return {("EV05", "W", claim["id"])}


def second_hand_line(world: World, persona: str) -> Found:
    claim = world.line(persona)
    for item in world.evidence_of(claim["id"]):
        item["directness"] = "second_hand"
    return {("EV05", "W", claim["id"])}


def heard_though_asked(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Settles every bill by card")
    world.noted(claim["id"], "desk", 6, directness="second_hand")
    return {("EV05", "W", claim["id"])}


def heard_twice_from_colleagues(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Calls back after two days")
    world.noted(claim["id"], "desk", 6, directness="second_hand")
    world.noted(claim["id"], "talks", 3, directness="second_hand", wave="talks-1")
    return {("EV05", "W", claim["id"])}


def _from_few(world: World, persona: str, noted: int) -> None:
    """Let three interviews and `noted` calls stand behind everything."""
    first = 12 * world.place(persona) + 1
    for number, claim in enumerate(world.claims_of(persona)):
        for item in world.evidence_of(claim["id"]):
            if item.get("quote"):
                quote = world.one("quotes", id=item["quote"])
                if quote["consent"] != "publish":
                    quote["row"] = first + number % 3
                    quote["text"] = world.talk(quote["row"])
            else:
                item["n_for"] = noted


def four_people(world: World, persona: str) -> Found:
    _from_few(world, persona, 1)
    key = world.line(persona, key=True)
    key["key"] = False
    return {("EV06", "W", persona)}


def seven_people(world: World, persona: str) -> Found:
    _from_few(world, persona, 4)
    return {("EV06", "N", persona)}


def percentages_of_few(world: World, persona: str) -> Found:
    """A percentage measured among 12 people, who are most of all that stand behind the persona."""
    _from_few(world, persona, 2)
    wave = small_survey(world, 12, 12)
    claim = world.claim(persona, "Waits for the bus (100 %)")
    asked_at_counter(world, claim["id"], wave)
    return {("EV06", "W", persona)}


def few_asked(world: World, persona: str) -> Found:
    wave = small_survey(world, 18, 30)
    claim = world.claim(persona, "Waits for the bus", quantifier="most")
    asked_at_counter(world, claim["id"], wave)
    return {("EV07", "W", claim["id"])}


def percentage_of_few(world: World, persona: str) -> Found:
    wave = small_survey(world, 15, 35)
    claim = world.claim(persona, "About 43 % of customers wait for the bus")
    asked_at_counter(world, claim["id"], wave)
    return {("EV07", "W", claim["id"])}


def few_and_many(world: World, persona: str) -> Found:
    wave = small_survey(world, 12, 25)
    claim = world.claim(persona, "Waits for the bus", quantifier="about_half")
    asked_at_counter(world, claim["id"], wave)
    return {("EV07", "W", claim["id"])}


def contradicted(world: World, persona: str) -> Found:
    place = (world.place(persona) + 1) % len(world.data["personas"])
    claim = world.claim(persona, "Sings in the office choir", quantifier="most")
    world.measured(claim["id"], f"line-{place}-3", "Yes")
    return {("EV08", "B", claim["id"])}


def contradicted_the_other_way(world: World, persona: str) -> Found:
    claim = world.line(persona)
    claim["quantifier"] = "few"
    return {("EV08", "B", claim["id"])}


def contradicted_key_claim(world: World, persona: str) -> Found:
    claim = world.line(persona, key=True)
    claim["quantifier"] = "some"
    return {("EV08", "B", claim["id"])}


def _typical(world: World, persona: str, **more: object) -> Item:
    return world.claim(persona, quantifier="typical", **more)  # type: ignore[arg-type]


def not_typical(world: World, persona: str) -> Found:
    claim = _typical(world, persona, text="Always pays the bill in cash")
    world.measured(claim["id"], "pays", "Cash")
    return {("EV09", "B", claim["id"])}


def not_typical_of_anybody(world: World, persona: str) -> Found:
    claim = _typical(world, persona, text="Settles the bill by invoice")
    world.measured(claim["id"], "pays", "invoice", base="all")
    return {("EV09", "B", claim["id"])}


def not_typical_of_any(world: World, persona: str) -> Found:
    claim = _typical(world, persona, text="Settles the bill later")
    world.measured(claim["id"], "pays", ["Invoice"], op="any_of")
    return {("EV09", "B", claim["id"])}


def outside_the_data(world: World, persona: str) -> Found:
    claim = _typical(world, persona, text="Spends 60 to 80 euros a week")
    world.measured(claim["id"], "spends", [60, 80], op="between")
    return {("EV10", "B", claim["id"])}


def below_the_data(world: World, persona: str) -> Found:
    claim = _typical(world, persona, text="Spends 11 to 13 euros a week")
    world.measured(claim["id"], "spends", [11, 13], op="between", base="all")
    return {("EV10", "B", claim["id"])}


def beyond_the_data(world: World, persona: str) -> Found:
    claim = _typical(world, persona, text="Spends at least 44 euros a week")
    world.measured(claim["id"], "spends", 44, op="at_least")
    return {("EV10", "B", claim["id"])}


def dissent(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Brings a box from home")
    world.noted(claim["id"], "talks", 4, n_against=6, wave="talks-1")
    return {("EV11", "W", claim["id"])}


def dissenting_quotes(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Brings a box from home")
    world.noted(claim["id"], "desk", 3)
    against = {"stance": "contradicts", "n_against": 4, "wave": "talks-1"}
    world.noted(claim["id"], "talks", 0, **against)
    return {("EV11", "W", claim["id"])}


def everybody_dissents(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Brings a box from home")
    world.noted(claim["id"], "desk", 0, stance="contradicts", n_against=8)
    return {("EV11", "W", claim["id"])}


def lost_wave(world: World, persona: str) -> Found:
    claim = world.line(persona)
    for item in world.evidence_of(claim["id"]):
        item |= {"lost": "Customer survey, March 2024 was removed", "wave": None}
    return {("EV12", "B", claim["id"])}


def lost_quote(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Brings a box from home")
    world.noted(claim["id"], "desk", 6)
    world.quoted(claim["id"], 3, text="I have never said this.")["start"] = 4
    return {("EV12", "B", claim["id"])}


def not_asked_there(world: World, persona: str) -> Found:
    wave = small_survey(world, 18, 30)
    claim = world.claim(persona, "Brings a box from home", quantifier="most")
    world.measured(claim["id"], f"{wave['source']}-q", "Yes", source="talks", wave="talks-1")
    return {("EV12", "B", claim["id"])}


def same_quote_twice(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Brings a box from home")
    quote = world.quoted(claim["id"], 12 * world.place(persona) + 11)
    link = {"source": "talks", "wave": "talks-1", "quote": quote["id"]}
    world.add("evidence", claim=claim["id"], **link)
    return {("EV13", "N", claim["id"])}


def same_person_twice(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Brings a box from home")
    row = 12 * world.place(persona) + 11
    for other in (row - 1, row - 2):
        world.quoted(world.line(persona)["id"], other)
    world.quoted(claim["id"], row, text=world.talk(row)[:20])
    world.quoted(claim["id"], row, text=world.talk(row)[5:30])
    return {("EV13", "N", claim["id"])}


def same_wave_twice(world: World, persona: str) -> Found:
    claim = world.line(persona)
    place = world.place(persona)
    others = [e["measure"]["question"] for e in world.evidence_of(claim["id"])]
    free = next(n for n in range(1, 7) if f"line-{place}-{n}" not in others)
    world.measured(claim["id"], f"line-{place}-{free}", "Yes")
    return {("EV13", "N", claim["id"])}


def _one_voice(world: World, persona: str, times: int) -> Found:
    row = 12 * world.place(persona) + 11
    for number in range(times):
        claim = world.claim(persona, f"Brings a box on day {number + 1}")
        world.noted(claim["id"], "desk", 6)
        world.quoted(claim["id"], row, text=world.talk(row)[number : number + 25])
    return {("EV14", "W", persona)}


def one_voice(world: World, persona: str) -> Found:
    return _one_voice(world, persona, 4)


def one_voice_of_three(world: World, persona: str) -> Found:
    return _one_voice(world, persona, 2)


def one_voice_of_seven(world: World, persona: str) -> Found:
    return _one_voice(world, persona, 6)


def _weak(world: World, persona: str, first: str, second: str) -> Found:
    claim = world.claim(persona, "Brings a box from home", key=True)
    world.noted(claim["id"], "desk", 1, created=first)
    world.noted(claim["id"], "talks", 1, created=second)
    return {("EV15", "W", claim["id"])}


def weak_key_claim(world: World, persona: str) -> Found:
    return _weak(world, persona, "2024-10-01", "2024-01-15")


def ageing_key_claim(world: World, persona: str) -> Found:
    return _weak(world, persona, "2024-08-01", "2023-05-01")


def weak_key_claim_of_old(world: World, persona: str) -> Found:
    return _weak(world, persona, "2024-12-01", "2023-01-10")


FAULTS = (
    Fault("EV01", nothing_behind),
    Fault("EV01", nothing_behind_a_key_claim),
    Fault("EV01", nothing_behind_a_new_line),
    Fault("EV01", nothing_behind_though_asked, "survey"),
    Fault("EV02", only_assumed),
    Fault("EV02", assumed_though_asked, "survey"),
    Fault("EV02", assumed_by_two),
    Fault("EV02", mostly_assumed, "survey", whole=True),
    Fault("EV03", assumed_long_ago),
    Fault("EV03", renewed_long_ago),
    Fault("EV03", tested_too_late),
    Fault("EV04", key_claim_of_one_kind),
    Fault("EV04", another_key_claim, "survey"),
    Fault("EV04", persona_of_one_kind, "survey"),
    Fault("EV05", heard_from_colleagues),
    Fault("EV05", second_hand_line, "survey"),
    Fault("EV05", heard_twice_from_colleagues),
    Fault("EV05", heard_though_asked, "survey"),
    Fault("EV06", four_people, "talks"),
    Fault("EV06", seven_people, "talks"),
    Fault("EV06", percentages_of_few, "talks"),
    Fault("EV07", few_asked),
    Fault("EV07", percentage_of_few, "survey"),
    Fault("EV07", few_and_many),
    Fault("EV08", contradicted, "survey"),
    Fault("EV08", contradicted_the_other_way, "survey"),
    Fault("EV08", contradicted_key_claim, "survey"),
    Fault("EV09", not_typical, "survey"),
    Fault("EV09", not_typical_of_anybody, "survey"),
    Fault("EV09", not_typical_of_any, "survey"),
    Fault("EV10", outside_the_data, "survey"),
    Fault("EV10", below_the_data, "survey"),
    Fault("EV10", beyond_the_data, "survey"),
    Fault("EV11", dissent),
    Fault("EV11", dissenting_quotes),
    Fault("EV11", everybody_dissents),
    Fault("EV12", lost_wave, "survey"),
    Fault("EV12", lost_quote),
    Fault("EV12", not_asked_there),
    Fault("EV13", same_quote_twice),
    Fault("EV13", same_person_twice),
    Fault("EV13", same_wave_twice, "survey"),
    Fault("EV14", one_voice, "survey"),
    Fault("EV14", one_voice_of_three, "survey"),
    Fault("EV14", one_voice_of_seven, "survey"),
    Fault("EV15", weak_key_claim),
    Fault("EV15", ageing_key_claim),
    Fault("EV15", weak_key_claim_of_old),
)
