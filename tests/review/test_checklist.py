# SPDX-License-Identifier: MIT
"""The checklist tells alike findings as one, begins with the most useful, and loses none."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from persona_studio.core.reviewing import Finding, Fix, Target, Waiver
from persona_studio.core.snapshot import Snapshot
from persona_studio.review.checklist import (
    ALIKE,
    FIRST,
    TWICE,
    WHOLE,
    Call,
    Filter,
    by_persona,
    calls,
    count,
    gather,
    most_useful,
    said_of,
)
from persona_studio.review.rules import BY_ID, RULES
from tests.evidence.draft import Draft

KEPT = Waiver("v", reason="so be it")


def finding(rule: str, place: int, persona: str | None = "p1", fix: str = "park_claim") -> Finding:
    target = Target("claim", f"c{place}", persona, "Some words")
    rest = ("See it. Mend it.", {}, (Fix(fix, "Mend it"),))
    return Finding(rule, BY_ID[rule].severity, target, *rest)


def project() -> Snapshot:
    draft = Draft()
    for name in ("Maya", "Ruth", "Tomas"):
        draft.persona(name)
    draft.claim("persona1", "A key line", key=True)
    return draft.snapshot()


SNAPSHOT = project()
MAYA, RUTH, _ = (persona.id for persona in SNAPSHOT.personas)
KEY = SNAPSHOT.claims_of(MAYA)[0].id
HITS = st.builds(
    finding,
    st.sampled_from(["ET02", "ET02", "EV08", *(rule.id for rule in RULES)]),
    st.integers(0, 40),
    st.sampled_from([MAYA, RUTH, None]),
    st.sampled_from(["park_claim", "mask_text", "use_data", "delete_claim"]),
)
LISTS = st.lists(
    st.builds(lambda hit, kept: replace(hit, waived=KEPT) if kept else hit, HITS, st.booleans()),
    max_size=40,
    unique_by=lambda hit: (hit.rule, hit.target.id),
).map(lambda hits: sorted(hits, key=lambda hit: "BWN".index(hit.severity)))


@given(LISTS)
def test_gathering_loses_no_finding_and_keeps_the_order_of_firsts(hits: list[Finding]) -> None:
    entries = gather(hits, SNAPSHOT)
    told = [hit for entry in entries for hit in entry.findings]
    assert sorted(told, key=id) == sorted(hits, key=id)
    places = [hits.index(entry.first) for entry in entries]
    assert places == sorted(places)
    assert len({entry.key for entry in entries}) == len(entries)


@given(LISTS)
def test_entries_hold_one_finding_or_several_that_ask_the_same(hits: list[Finding]) -> None:
    for entry in gather(hits, SNAPSHOT):
        assert len(entry.findings) == 1 or len(entry.findings) >= ALIKE
        assert len({(f.rule, f.severity, f.waived is None) for f in entry.findings}) == 1


@given(LISTS)
def test_no_rule_speaks_a_third_time_before_every_other_has_spoken(hits: list[Finding]) -> None:
    first = most_useful(hits, SNAPSHOT)
    still = [hit for hit in hits if hit.waived is None]
    every = gather([hit for hit in still if hit.severity != "N"] or still, SNAPSHOT)
    assert len(first) == min(FIRST, len(every))
    assert [e for e in every if e in first] == first
    often = Counter(entry.first.rule for entry in first)
    all_rules = Counter(entry.first.rule for entry in every)
    if max(often.values(), default=0) > TWICE:
        assert all(often[rule] >= min(TWICE, many) for rule, many in all_rules.items())


@given(LISTS)
def test_groups_hold_every_finding_once_and_the_whole_set_comes_last(hits: list[Finding]) -> None:
    groups = by_persona(hits, SNAPSHOT)
    assert sum(group.total for group in groups) == len(hits)
    assert sum(len(e.findings) for group in groups for e in group.entries) == len(hits)
    assert [group.persona is None for group in groups] == sorted(g.persona is None for g in groups)


@given(LISTS)
def test_counts_add_up(hits: list[Finding]) -> None:
    found = count(hits)
    assert found.to_decide + found.notes + found.kept == len(hits)


@given(LISTS, st.sampled_from(["", "B", "W", "N"]), st.sampled_from(["", MAYA, WHOLE]))
def test_the_parts_of_a_filter_add_up_to_the_whole(
    hits: list[Finding], severity: str, persona: str
) -> None:
    wanted = Filter(severity=severity, persona=persona)
    many = sum(wanted.keeps(hit, SNAPSHOT) for hit in hits)
    families = {rule.id[:2] for rule in RULES}
    parts = [replace(wanted, family=family) for family in families]
    assert many == sum(part.keeps(hit, SNAPSHOT) for part in parts for hit in hits)


def test_a_rule_with_many_entries_leaves_room_for_others() -> None:
    many = [finding("ET02", place, fix=f"fix{place}") for place in range(5)]
    others = [finding("EV02", 7), finding("CO01", 8), finding("ST03", 9)]
    rules = [entry.first.rule for entry in most_useful([*many, *others], SNAPSHOT)]
    assert rules == ["ET02", "ET02", "EV02", "CO01", "ST03"]
    assert len(most_useful(many, SNAPSHOT)) == FIRST


def test_claims_and_personas_are_called_by_what_is_to_be_decided() -> None:
    blocker = replace(finding("EV08", 9), target=Target("claim", KEY, MAYA, "A key line"))
    warning, note = finding("EV02", 1, RUTH), finding("CO04", 2, RUTH)
    kept = replace(finding("EV02", 3, RUTH), waived=KEPT)
    found = calls([blocker, warning, note, kept], SNAPSHOT)
    assert found == {
        KEY: Call(1, blocks=True),
        MAYA: Call(1, blocks=True),
        "c1": Call(1, blocks=False),
        RUTH: Call(1, blocks=False),
    }


def test_what_is_said_of_key_claims_stands_alone() -> None:
    alike = [finding("EV08", place) for place in range(3)]
    key = replace(finding("EV08", 9), target=Target("claim", KEY, MAYA, "A key line"))
    entries = gather([key, *alike], SNAPSHOT)
    assert [len(entry.findings) for entry in entries] == [1, 3]


def test_many_blockers_of_one_rule_do_not_hide_the_rest() -> None:
    quotes = [finding("ET02", place) for place in range(6)]
    others = [finding("EV02", 7), finding("CO01", 8), finding("ST03", 9)]
    rules = [entry.first.rule for entry in most_useful([*quotes, *others], SNAPSHOT)]
    assert rules == ["ET02", "EV02", "CO01", "ST03"]
    assert said_of(gather(quotes, SNAPSHOT)[0])[0] == (
        "6 quotes: nobody was asked whether they may be printed."
    )


def test_every_rule_can_be_told_of_many() -> None:
    for rule in RULES:
        many = gather([finding(rule.id, place) for place in range(4)], SNAPSHOT)[0]
        head, rest = said_of(many)
        assert head.startswith("4 ")
        assert head.endswith(".")
        assert rest == rule.why
        assert len(f"{head} {rest}".split()) <= 40


def test_words_are_looked_for_in_sentence_target_persona_and_rule() -> None:
    hit = finding("EV08", 1, MAYA)
    for words in ("mend IT", "some words", "maya", "ev08", "contradicted"):
        assert Filter(words=words).keeps(hit, SNAPSHOT), words
    assert not Filter(words="maya ruth").keeps(hit, SNAPSHOT)
