# SPDX-License-Identifier: MIT
"""Faults that touch real people, and data that cannot carry what is built on it."""

from typing import Any

from tests.review.planted.counter import asked_at_counter, small_survey
from tests.review.planted.fault import Fault, Found
from tests.review.planted.faults_content import backed
from tests.review.planted.world import FACTS, World

PEOPLE = ("Zoe Lindqvist", "Yuri Okafor", "Xenia Marchetti", "Wim Achterberg")


def _say(world: World, persona: str, words: str) -> int:
    """Let one of the persona's interviews say something more; return its row."""
    row = 12 * world.place(persona) + 10
    cells = world.wave("talks-1")["rows"][row - 1]["cells"]
    cells[0] = f"{cells[0]} {words}"
    return row


def address_in_a_quote(world: World, persona: str) -> Found:
    words = "Write to anna.keller@example.org any time."
    row = _say(world, persona, words)
    claim = backed(world, persona, "Answers letters within the hour")
    quote = world.quoted(claim["id"], row, text=words)
    return {("ET01", "B", quote["id"])}


def number_in_a_claim(world: World, persona: str) -> Found:
    claim = backed(world, persona, "Calls +49 30 901820 before noon")
    return {("ET01", "B", claim["id"])}


def account_in_a_story(world: World, persona: str) -> Found:
    story = "She pays from DE89 3704 0044 0532 0130 00 on Fridays."
    world.one("personas", id=persona)["story"] = story
    return {("ET01", "B", persona)}


def name_people(world: World) -> None:
    """Let the interviews hold the names of whom they were held with."""
    wave = world.wave("talks-1")
    wave["questions"].append({"id": "who", "label": "Name", "role": "pii"})
    for row in wave["rows"]:
        number = row["number"]
        row["cells"].append(f"{PEOPLE[number % 4]}{'aeiou'[number % 5]}")


def own_name_in_a_printed_quote(world: World, persona: str) -> Found:
    name_people(world)
    row = 12 * world.place(persona) + 10
    name = world.wave("talks-1")["rows"][row - 1]["cells"][1]
    words = f"As {name} I sign for the box myself."
    _say(world, persona, words)
    claim = world.claim(persona, words, "quotes")
    quote = world.quoted(claim["id"], row, "publish", words)
    return {("ET01", "B", quote["id"])}


def _printed(world: World, persona: str, consent: str) -> Found:
    row = 12 * world.place(persona) + 10
    words = world.talk(row)
    claim = world.claim(persona, words, "quotes")
    return {("ET02", "B", world.quoted(claim["id"], row, consent, words)["id"])}


def never_asked(world: World, persona: str) -> Found:
    return _printed(world, persona, "none")


def within_the_house_only(world: World, persona: str) -> Found:
    return _printed(world, persona, "internal")


def printed_under_two_claims(world: World, persona: str) -> Found:
    row = 12 * world.place(persona) + 10
    words = world.talk(row)
    one, two = (world.claim(persona, w, "quotes") for w in (words, "In their words: never late"))
    quote = world.quoted(one["id"], row, "internal", words)
    link = {"source": "talks", "wave": "talks-1", "quote": quote["id"]}
    world.add("evidence", claim=two["id"], **link)
    return {("ET02", "B", quote["id"])}


def _picture(world: World, persona: str, **fields: Any) -> Found:
    face = world.one("personas", id=persona)["picture"]
    picture = world.one("pictures", id=face)
    picture |= fields
    return {("ET03", "B", persona)}


def real_photo(world: World, persona: str) -> Found:
    return _picture(world, persona, kind="photo", is_real=True)


def real_photo_with_blanks(world: World, persona: str) -> Found:
    return _picture(world, persona, kind="photo", is_real=True, consent=" ", licence=" ")


def real_drawing(world: World, persona: str) -> Found:
    return _picture(world, persona, is_real=True)


def named_like_somebody(world: World, persona: str) -> Found:
    name_people(world)
    world.one("personas", id=persona)["name"] = world.wave("talks-1")["rows"][0]["cells"][1]
    return {("ET04", "B", persona)}


def named_the_other_way(world: World, persona: str) -> Found:
    name_people(world)
    first, last = world.wave("talks-1")["rows"][2]["cells"][1].split()
    world.one("personas", id=persona)["name"] = f"{last.upper()}, {first}"
    return {("ET04", "B", persona)}


def named_like_a_key(world: World, persona: str) -> Found:
    wave = world.wave("talks-1")
    wave["linked"] = True
    wave["rows"][5]["respondent"] = "Vera Ncube"
    world.one("personas", id=persona)["name"] = "Vera Ncube"
    return {("ET04", "B", persona)}


def two_of_three(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Waits for the last bus home")
    asked_at_counter(world, claim["id"], small_survey(world, 2, 3))
    return {("ET05", "W", claim["id"])}


def three_of_sixty(world: World, persona: str) -> Found:
    claim = world.claim(persona, "3 of 60 people wait for the last bus")
    asked_at_counter(world, claim["id"], small_survey(world, 3, 60))
    return {("ET05", "W", claim["id"])}


def most_of_four(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Waits for the last bus home", quantifier="most")
    asked_at_counter(world, claim["id"], small_survey(world, 3, 4))
    return {("ET05", "W", claim["id"]), ("EV07", "W", claim["id"])}


def mother_by_hearsay(world: World, persona: str) -> Found:
    claim = backed(world, persona, "Is a mother of two boys", "demographics")
    return {("ET06", "W", claim["id"])}


def origin_by_hearsay(world: World, persona: str) -> Found:
    fields = {"attribute": "ethnicity", "op": "is", "value": "Other"}
    claim = backed(world, persona, "Comes from a far country", **fields)
    return {("ET06", "W", claim["id"])}


def age_in_the_name_only(world: World, persona: str) -> Found:
    world.one("personas", id=persona)["name"] = "Grandma Erna"
    return {("ET06", "W", persona)}


def photo_tells_all(world: World, persona: str) -> Found:
    _picture(world, persona, kind="photo", licence="Library, extended")
    return {("ET06", "W", persona)}


def _one_sided(world: World, attribute: str, text: str, value: Any, op: str) -> Found:
    gone = world.find("claims", attribute=attribute)
    world.drop("evidence", [e for c in gone for e in world.evidence_of(c["id"])])
    world.drop("claims", gone)
    for each in world.data["personas"]:
        fields = {"attribute": attribute, "op": op, "value": value}
        claim = world.claim(each["id"], text, "demographics", **fields)
        world.measured(claim["id"], attribute, value, op=op, base="all")
    return {("ET07", "W", "p")}


def women_only(world: World, persona: str) -> Found:
    return _one_sided(world, "gender", "Is a woman from the city", "Woman", "is")


def men_only(world: World, persona: str) -> Found:
    return _one_sided(world, "gender", "Is a man from the city", "Man", "is")


def young_only(world: World, persona: str) -> Found:
    return _one_sided(world, "age", "Is 20 to 27 years old", [20, 27], "between")


def most_of_nobody_asked(world: World, persona: str) -> Found:
    claim = backed(world, persona, "Waits for the last bus home", quantifier="most")
    return {("DA01", "N", claim["id"])}


def most_though_asked(world: World, persona: str) -> Found:
    claim = backed(world, persona, "Settles every bill by card", quantifier="most")
    return {("DA01", "N", claim["id"])}


def few_of_nobody_asked(world: World, persona: str) -> Found:
    claim = backed(world, persona, "Waits for the last bus home", quantifier="few")
    return {("DA01", "N", claim["id"])}


def most_of_some_quotes(world: World, persona: str) -> Found:
    claim = world.claim(persona, "Waits for the last bus home", quantifier="almost_all")
    world.quoted(claim["id"], 12 * world.place(persona) + 10)
    return {("DA01", "N", claim["id"])}


def _open(world: World, variable: str, share: float) -> None:
    """Let so many people leave a question open."""
    rows = world.wave("survey-1")["rows"]
    for number, row in enumerate(rows):
        if number * 7 % len(rows) < share * len(rows):
            row["cells"][FACTS.index(variable)] = ""


def left_open(world: World, persona: str) -> Found:
    _open(world, "pays", 0.45)
    claim = world.claim(persona, "Pays the driver by card")
    world.measured(claim["id"], "pays", "Card", base="all")
    return {("DA02", "W", "survey-1-pays")}


def number_left_open(world: World, persona: str) -> Found:
    _open(world, "spends", 0.5)
    claim = world.claim(persona, "Spends twenty euros or more a week")
    world.measured(claim["id"], "spends", 20, op="at_least", base="all")
    return {("DA02", "W", "survey-1-spends")}


def counter_left_open(world: World, persona: str) -> Found:
    wave = small_survey(world, 80, 80)
    for row in wave["rows"][:40]:
        row["cells"] = [""]
    claim = world.claim(persona, "Waits for the last bus home")
    asked_at_counter(world, claim["id"], wave)
    return {("DA02", "W", wave["questions"][0]["id"])}


def fewer_than_advised(world: World, persona: str) -> Found:
    asked = [question["variable"] for question in world.wave("survey-1")["questions"]]
    world.one("segmentations")["questions"] = asked[: world.people // 70 + 1]
    return {("DA03", "N", "groups")}


def too_many_questions(world: World, persona: str) -> Found:
    asked = [question["variable"] for question in world.wave("survey-1")["questions"]]
    world.one("segmentations")["questions"] = asked
    return {("DA03", "W", "groups")}


def groups_of_a_few_talks(world: World, persona: str) -> Found:
    segments = [{"id": f"talk-{n}", "number": n, "name": f"Talk {n}", "n": 18} for n in (0, 1)]
    fields = {"questions": ["talk"], "k": 2, "verdict": "too_few", "segments": segments}
    world.add("segmentations", id="talked", wave="talks-1", name="By talk", **fields)
    few = len(world.wave("talks-1")["rows"]) < 50
    return {("DA03", "W" if few else "N", "talked")}


FAULTS = (
    Fault("ET01", address_in_a_quote),
    Fault("ET01", number_in_a_claim),
    Fault("ET01", account_in_a_story),
    Fault("ET01", own_name_in_a_printed_quote, whole=True),
    Fault("ET02", never_asked),
    Fault("ET02", within_the_house_only),
    Fault("ET02", printed_under_two_claims),
    Fault("ET03", real_photo, "survey"),
    Fault("ET03", real_photo_with_blanks, "survey"),
    Fault("ET03", real_drawing),
    Fault("ET04", named_like_somebody, whole=True),
    Fault("ET04", named_the_other_way, whole=True),
    Fault("ET04", named_like_a_key, whole=True),
    Fault("ET05", two_of_three),
    Fault("ET05", three_of_sixty),
    Fault("ET05", most_of_four),
    Fault("ET06", mother_by_hearsay),
    Fault("ET06", origin_by_hearsay),
    Fault("ET06", age_in_the_name_only, "talks"),
    Fault("ET06", photo_tells_all, "talks"),
    Fault("ET07", women_only, "survey", whole=True),
    Fault("ET07", men_only, "survey", whole=True),
    Fault("ET07", young_only, "survey", whole=True),
    Fault("DA01", most_of_nobody_asked),
    Fault("DA01", few_of_nobody_asked),
    Fault("DA01", most_though_asked, "survey"),
    Fault("DA01", most_of_some_quotes),
    Fault("DA02", left_open, "survey"),
    Fault("DA02", number_left_open, "survey"),
    Fault("DA02", counter_left_open),
    Fault("DA03", fewer_than_advised, "survey", whole=True),
    Fault("DA03", too_many_questions, "survey", whole=True),
    Fault("DA03", groups_of_a_few_talks, whole=True),
)
