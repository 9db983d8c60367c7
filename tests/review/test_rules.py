# SPDX-License-Identifier: MIT
"""Every rule speaks when it should, is silent on its twin, and says so in plain words."""

import re
from dataclasses import replace
from datetime import date

import pytest

from persona_studio.core.persona import Claim
from persona_studio.core.reviewing import Finding
from persona_studio.review.engine import check
from persona_studio.review.rule import parts_of, quoted, short
from tests.evidence.draft import TODAY, Draft
from tests.review.examples import EXAMPLES, rules, sound_claim

JARGON = ("p-value", "null", "cluster", "significan", "hypothes", "confidence", "wilson")


def found(draft: Draft, today: date = TODAY, *names: str) -> list[Finding]:
    return check(draft.snapshot(), today, rules=rules(*names))


def drafted(example: object) -> Draft:
    draft = Draft()
    example(draft)  # type: ignore[operator]
    return draft


def test_every_rule_has_its_two_examples() -> None:
    assert {rule.id for rule in rules()} == set(EXAMPLES)


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_rule_fires_on_its_example_alone_and_is_silent_on_the_twin(rule: str) -> None:
    fires, silent = EXAMPLES[rule]
    assert [hit.rule for hit in found(drafted(fires))] == [rule]
    assert found(drafted(silent)) == []


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_finding_says_what_why_and_what_to_do_in_plain_words(rule: str) -> None:
    draft = drafted(EXAMPLES[rule][0])
    long = "Preferably asks, again and again, a great many different people for their opinion on it"
    for name in ("claim", "persona", "source"):
        for key, value in draft.values[name].items():
            field = "text" if name == "claim" else "name"
            draft.values[name][key] = replace(value, **{field: long})
    for hit in [*found(drafted(EXAMPLES[rule][0])), *found(draft)]:
        assert len(hit.sentence.split()) <= 40, hit.sentence
        assert not any(word in hit.sentence.casefold() for word in JARGON)
        head, rest = parts_of(hit.sentence)
        assert head.endswith(".")
        assert len(re.findall(r"[.!?](?:\s|$)", rest)) >= 1
        assert hit.fixes
        assert all(fix.label and len(fix.label) <= 90 for fix in hit.fixes)


def test_ev01_blocks_for_a_key_claim() -> None:
    draft = drafted(EXAMPLES["EV01"][0])
    draft.change(Claim, "claim2", key=True)
    assert [hit.severity for hit in found(draft)] == ["B"]


def test_parked_claims_and_retired_personas_are_left_alone() -> None:
    draft = Draft()
    draft.claim(None)
    draft.claim(draft.persona(retired=date(2026, 5, 5)))
    assert found(draft) == []


def test_ev02_blocks_where_most_of_a_primary_persona_is_assumed() -> None:
    draft = Draft()
    persona = draft.persona()
    for _ in range(2):
        draft.assumption(draft.claim(persona))
    sound_claim(draft, persona)
    assert [hit.severity for hit in found(draft)] == ["B", "B"]
    sound_claim(draft, persona)
    assert [hit.severity for hit in found(draft)] == ["W", "W"]


def test_ev08_offers_the_quantifier_the_data_supports() -> None:
    (hit,) = found(drafted(EXAMPLES["EV08"][0]))
    assert hit.fixes[0].values["changes"] == {"claim1": {"quantifier": "some"}}
    assert hit.fixes[0].label == "Use the data: “some”"
    assert (hit.numbers["k"], hit.numbers["n"]) == (30, 100)
    assert parts_of(hit.sentence)[0] == "You say “Prefers phone” holds for most people like Maya."


def test_ev08_offers_nothing_that_other_data_would_contradict() -> None:
    draft = drafted(EXAMPLES["EV08"][0])
    other = draft.wave(draft.source("analytics", "Shop"))
    draft.measured("claim1", other, 90, 100)
    (hit,) = found(draft)
    assert [fix.id for fix in hit.fixes] == ["park_claim", "delete_claim"]


def test_ev08_is_silent_without_a_quantifier() -> None:
    draft = drafted(EXAMPLES["EV08"][0])
    draft.change(Claim, "claim1", quantifier=None)
    assert found(draft) == []


def test_st01_blocks_from_four_years_and_follows_the_pace() -> None:
    draft = drafted(EXAMPLES["ST01"][0])
    old = [h for h in found(draft, date(2028, 6, 15)) if h.rule == "ST01"]
    assert [hit.severity for hit in old] == ["B"]
    draft.setting("review.pace", "slow")
    assert found(draft) == []
    draft.setting("review.pace", "fast")
    assert [hit.severity for hit in found(draft)] == ["B"]


def test_st02_notes_a_persona_nobody_ever_signed() -> None:
    draft = Draft()
    sound_claim(draft, draft.persona(created=date(2026, 3, 16)))
    assert [hit.severity for hit in found(draft)] == ["N"]
    assert found(draft, date(2026, 6, 14)) == []


def test_st02_follows_a_persona_that_asks_to_be_reviewed_more_often() -> None:
    draft = drafted(EXAMPLES["ST02"][1])
    from persona_studio.core.persona import Persona

    draft.change(Persona, "persona1", review_every_days=180)
    assert [hit.severity for hit in found(draft)] == ["B"]


def test_se01_names_as_many_of_the_weakest_as_are_too_many() -> None:
    draft = drafted(EXAMPLES["SE01"][0])
    persona = draft.persona("Weak")
    draft.assumption(draft.claim(persona, "Guess"))
    hit = next(h for h in found(draft) if h.rule == "SE01")
    assert (hit.severity, hit.numbers["primary"]) == ("W", 7)
    assert hit.fixes[0].values["personas"][0] == persona
    assert len(hit.fixes[0].values["personas"]) == 2


def test_se01_notes_more_than_ten_personas_in_use() -> None:
    draft = drafted(EXAMPLES["SE01"][1])
    sound_claim(draft, draft.persona("One more", role="secondary"))
    assert [(hit.rule, hit.severity) for hit in found(draft)] == [("SE01", "N")]


def test_ev01_suggests_the_answer_and_the_quote_that_share_its_words() -> None:
    from persona_studio.core.research import Quote

    draft = drafted(EXAMPLES["EV01"][0])
    wave = next(iter(draft.values["wave"]))
    draft.question(wave, "when", options=("Full price", "Sale"))
    draft.add(
        Quote("q1", wave, f"{wave}-when", 3, "I always wait, one waits for the SALE you know")
    )
    draft.change(Claim, "claim2", text="Always waits for the sale")
    hit = found(draft)[0]
    assert [fix.id for fix in hit.fixes[:2]] == ["link_evidence", "link_evidence"]
    assert hit.fixes[0].values["measure"]["value"] == "Sale"
    assert hit.fixes[1].values["quote"] == "q1"


def test_long_words_are_cut_at_a_word() -> None:
    assert short("one two three", 2) == "one two…"
    assert short("same") == "same"
    assert quoted("Say “this”. ") == "“Say 'this'”"
