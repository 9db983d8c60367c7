# SPDX-License-Identifier: MIT
"""The sheet of a persona gathers what its claims say, each with its mark."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from persona_studio.core.persona import Claim, Evidence, Persona, Picture
from persona_studio.core.research import (
    Project,
    Quote,
    Segment,
    Segmentation,
    Source,
    Wave,
)
from persona_studio.core.reviewing import SignOff
from persona_studio.core.snapshot import Snapshot
from persona_studio.publish.sheet import initials, long_date, sheet_of

TODAY = date(2026, 6, 1)


@dataclass(frozen=True)
class Known:
    mark: str = "half"
    proof: str = "3 of 9 · interviews"


def assess(claim_id: str) -> Known:
    return Known("filled") if claim_id == "c1" else Known()


def claim(name: str, section: str, text: str, **more) -> Claim:
    return Claim(name, "p", section, text, position=int(name[1:]), **more)


def project(*claims: Claim, persona: Persona | None = None, **tables) -> Snapshot:
    person = persona or Persona("p", "Lina Haddad", created=date(2026, 1, 1))
    values = {
        "project": [Project("x", "Pharmacies")],
        "persona": [person],
        "claim": list(claims),
        **tables,
    }
    return Snapshot({name: {v.id: v for v in found} for name, found in values.items()})


def test_claims_stand_in_their_sections_in_the_order_of_the_board():
    snapshot = project(
        claim("c1", "pains", "Waits"), claim("c2", "goals", "Sells"), claim("c3", "values", "Fair")
    )
    sheet = sheet_of(snapshot, "p", assess, TODAY)
    assert [part.title for part in sheet.parts] == ["Goals", "Pains", "Values and interests"]
    assert sheet.parts[1].lines[0].mark == "filled"
    assert sheet.parts[0].lines[0].proof == "3 of 9 · interviews"


def test_goals_and_pains_are_there_even_when_nothing_is_known():
    sheet = sheet_of(project(), "p", assess, TODAY)
    assert [part.id for part in sheet.parts] == ["goals", "pains"]
    assert sheet.portrait.initials == "LH"


@pytest.mark.parametrize(
    ("made", "label", "value"),
    [
        (claim("c1", "demographics", "Aged 25 to 34", attribute="age"), "Age", "Aged 25 to 34"),
        (claim("c1", "demographics", "Home: Berlin"), "Home", "Berlin"),
        (claim("c1", "demographics", "Has two dogs", shown="fact"), "Profile", "Has two dogs"),
        (
            claim(
                "c1", "demographics", "Some: Hull", quantifier="some", shown="fact",
                attribute="location", op="is", value="Hull",
            ),
            "Lives",
            "Some: Hull",
        ),
        (
            claim("c1", "demographics", "", attribute="occupation", op="is_not", value="Nurse"),
            "Work",
            "not Nurse",
        ),
        (
            claim(
                "c1", "demographics", "Most of them are between the ages of 25 and 34 years",
                attribute="age", op="between", value=(25, 34),
            ),
            "Age",
            "25\u201334",
        ),
    ],
)  # fmt: skip
def test_short_demographics_that_bear_a_name_become_facts(made, label, value):
    (fact,) = sheet_of(project(made), "p", assess, TODAY).facts
    assert (fact.label, fact.value, fact.mark) == (label, value, "filled")


def test_a_seventh_or_long_demographic_claim_stays_a_line():
    made = [claim(f"c{n}", "demographics", f"Fact: {n}") for n in range(1, 8)]
    made.append(
        claim("c8", "demographics", "A very long statement on who they are and how they live")
    )
    sheet = sheet_of(project(*made), "p", assess, TODAY)
    assert len(sheet.facts) == 6
    (part,) = [part for part in sheet.parts if part.id == "demographics"]
    assert len(part.lines) == 2


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Has two dogs", {}),
        ("Some: Hull", {"quantifier": "some"}),
        ("Hull", {"quantifier": "few", "attribute": "location", "op": "is", "value": "Hull"}),
        ("Home: Berlin", {"shown": "line"}),
        ("", {"attribute": "gender"}),
    ],
)
def test_what_bears_no_name_or_is_true_of_fewer_than_most_stays_a_line(text, fields):
    assert not sheet_of(
        project(claim("c1", "demographics", text, **fields)), "p", assess, TODAY
    ).facts


def test_a_quote_that_a_wall_can_bear_leads_before_a_longer_one():
    long = "I have four minutes between customers. " * 4
    made = (claim("c1", "quotes", long), claim("c2", "quotes", "Four minutes"))
    assert sheet_of(project(*made), "p", assess, TODAY).quote.text == "Four minutes"
    key = (claim("c1", "quotes", long, key=True), made[1])
    assert sheet_of(project(*key), "p", assess, TODAY).quote.text == long.strip()


def test_the_key_quote_leads_and_is_not_told_twice():
    made = (
        claim("c1", "quotes", "Plain"),
        claim("c2", "quotes", "\u201cThe key one\u201d", key=True),
    )
    sheet = sheet_of(project(*made), "p", assess, TODAY)
    assert sheet.quote.text == "The key one"
    (part,) = [part for part in sheet.parts if part.id == "quotes"]
    assert [line.text for line in part.lines] == ["Plain"]


@pytest.mark.parametrize(("consent", "shown"), [("none", False), ("internal", True)])
def test_a_respondents_words_are_only_taken_when_cleared(consent, shown):
    snapshot = project(
        claim("c1", "goals", "Sells"),
        source=[Source("s", "Survey")],
        wave=[Wave("w", "s")],
        quote=[Quote("q", "w", "n", text="I sell more at night", consent=consent)],
        evidence=[Evidence("e", "c1", "s", "w", quote="q")],
    )
    sheet = sheet_of(snapshot, "p", assess, TODAY)
    assert bool(sheet.quote) is shown


def test_the_next_review_counts_from_the_last_sign_off():
    signed = SignOff("s", "p", name="Ann", signed_on=date(2026, 5, 1))
    persona = Persona("p", "Lina", created=date(2026, 1, 1), review_every_days=30)
    sheet = sheet_of(project(persona=persona, sign_off=[signed]), "p", assess, TODAY)
    assert (sheet.reviewed_on, sheet.next_review) == (date(2026, 5, 1), date(2026, 5, 31))
    unsigned = sheet_of(project(persona=persona), "p", assess, TODAY)
    assert (unsigned.reviewed_on, unsigned.next_review) == (None, date(2026, 1, 31))


def test_the_group_behind_a_persona_is_named_with_its_size():
    snapshot = project(
        persona=Persona("p", "Lina", segment="g"),
        wave=[Wave("w", "s", n=400)],
        segmentation=[Segmentation("k", "w")],
        segment=[Segment("g", "k", n=96)],
    )
    assert sheet_of(snapshot, "p", assess, TODAY).drawn_from == (96, 400)


def test_pictures_are_passed_on_and_a_photo_without_consent_is_told():
    persona = Persona("p", "Lina", picture="f")
    photo = Picture("f", "photo", sha256="0", focus=(0.2, 0.3), is_real=True)
    sheet = sheet_of(project(persona=persona, picture=[photo]), "p", assess, TODAY, lambda _: b"x")
    assert (sheet.portrait.photo, sheet.portrait.focus) == (b"x", (0.2, 0.3))
    assert "consent" in sheet.cautions[0]
    drawn = replace(photo, kind="avatar", style="notionists", seed="7")
    sheet = sheet_of(project(persona=persona, picture=[drawn]), "p", assess, TODAY)
    assert (sheet.portrait.style, sheet.portrait.seed) == ("notionists", "7")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Lina Haddad", "LH"),
        ("Max", "M"),
        ("", ""),
        ("Ana Sofia (the buyer) Lima", "AL"),
        ("…", ""),
        ("田中 美咲", "田"),
        ("18-24岁 · 支付宝", "支"),
        ("2店舗", "店"),
        ("Lina \U0001f600", "L"),
    ],
)
def test_initials_are_those_of_first_and_last_word_or_one_wide_letter(name, letters):
    assert initials(name) == letters


def test_dates_are_printed_in_full():
    assert long_date(date(2026, 5, 3)) == "3 May 2026"


def test_sections_that_every_page_shows_are_told_while_they_are_empty():
    goal = claim("c1", "goals", "Leave by seven")
    pain = claim("c2", "pains", "The queue is too long")
    told = "Nothing is said under Goals and Pains; the page leaves room for a pen there."
    assert sheet_of(project(), "p", assess, TODAY).cautions == (told,)
    [half] = sheet_of(project(goal), "p", assess, TODAY).cautions
    assert half.startswith("Nothing is said under Pains;")
    assert sheet_of(project(goal, pain), "p", assess, TODAY).cautions == ()
