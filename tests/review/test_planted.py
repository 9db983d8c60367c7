# SPDX-License-Identifier: MIT
"""Planted faults raise exactly their findings, sound projects none, and each fix takes one away."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from persona_studio.core.persona import Claim, Persona
from persona_studio.core.research import Project, Source
from persona_studio.core.reviewing import Finding, Fix
from persona_studio.review.rule import SEVERITIES, Rule, parts_of
from persona_studio.review.rules import RULES
from persona_studio.workspace import fixing
from persona_studio.workspace.fixes import ACTIONS
from persona_studio.workspace.workspace import Workspace
from tests.review.planted.fault import Fault, Found
from tests.review.planted.faults import FAULTS
from tests.review.planted.world import World, clean, loaded
from tests.review.test_rules import JARGON

IN_FORCE = {rule.id for rule in RULES}
ANSWERS = {
    "name": "Ana Keller",
    "owner": "Ben Ode",
    "collected_on": "2026-04-20",
    "consent": "Signed form of 3 May",
    "new_name": "Office Otto",
    "text": "Walks past the bakery on the way to work",
    "note": "Three drivers told us so at the gate",
}


def sound(fault: Fault, seed: int) -> World:
    """A small sound world of the kind the fault needs."""
    return clean(seed, 3, 0 if fault.needs == "talks" else 80)


def seen(workspace: Workspace) -> Found:
    return {(hit.rule, hit.severity, hit.target.id) for hit in workspace.findings()}


@pytest.mark.parametrize(("personas", "each"), [(2, 90), (3, 0), (4, 80)])
def test_a_sound_project_has_no_findings(personas: int, each: int, tmp_path: Path) -> None:
    with loaded(clean(each, personas, each), tmp_path) as workspace:
        assert [hit.sentence for hit in workspace.findings()] == []


def first_of_each_rule() -> Iterator[Any]:
    """The first fault of each rule always, the others in the long runs."""
    seen_rules: set[str] = set()
    for fault in FAULTS:
        marks = [pytest.mark.safety] if fault.rule in seen_rules else []
        seen_rules.add(fault.rule)
        yield pytest.param(fault, marks=marks, id=f"{fault.rule}-{fault.name}")


@pytest.mark.parametrize("fault", list(first_of_each_rule()))
def test_a_fault_raises_exactly_its_findings_and_each_fix_takes_one_away(
    fault: Fault, tmp_path: Path
) -> None:
    world = sound(fault, seed=len(fault.name))
    expected = {each for each in fault.plant(world, "persona-1") if each[0] in IN_FORCE}
    with loaded(world, tmp_path) as workspace:
        assert seen(workspace) == expected
        assert all(grade(hit.sentence) <= 9 for hit in workspace.findings())
        for hit in workspace.findings():
            assert hit.fixes
            keep(workspace, hit)
            if hit.rule == fault.rule:
                for fix in hit.fixes:
                    press(workspace, hit, fix)
        with_long_names(workspace)
        for hit in workspace.findings():
            is_plain(hit)


def keep(workspace: Workspace, hit: Finding) -> None:
    """Keep a finding with a reason: it is waived as long as nothing moves."""
    fixing.waive(workspace, hit, "Known and accepted", None)
    (kept,) = [f for f in workspace.findings() if (f.rule, f.target) == (hit.rule, hit.target)]
    assert kept.waived is not None
    assert kept.waived.reason == "Known and accepted"
    workspace.undo()


def press(workspace: Workspace, hit: Finding, fix: Fix) -> None:
    """Press a fix, giving what it asks for: its finding is gone; undo brings everything back."""
    before = workspace.findings()
    wanted = fixing.wants(fix)
    fixing.apply(workspace, hit, fixing.answered(fix, ANSWERS[wanted]) if wanted else fix)
    left = {(f.rule, f.target.id) for f in workspace.findings() if f.waived is None}
    assert (hit.rule, hit.target.id) not in left, fix
    workspace.undo()
    assert workspace.findings() == before


def with_long_names(workspace: Workspace) -> None:
    """Give everything names as long as people give them."""
    long = "Preferably asks, again and again, a great many different people for their opinion on it"
    with workspace.edit("Lengthen") as write:
        for kind, field in (
            (Persona, "name"),
            (Source, "name"),
            (Claim, "text"),
            (Project, "name"),
        ):
            for number, (key, value) in enumerate(workspace.snapshot.table(kind).items()):
                write.change(kind, key, **{field: f"{getattr(value, field)} {number} {long}"})


def is_plain(hit: Finding) -> None:
    """A finding says what, why and what to do in at most 40 plain words; its buttons are short."""
    assert len(hit.sentence.split()) <= 40, hit.sentence
    assert not any(word in hit.sentence.casefold() for word in JARGON), hit.sentence
    head, rest = parts_of(hit.sentence)
    assert head.endswith(".")
    assert len(re.findall(r"[.!?](?:\s|$)", rest)) >= 1, hit.sentence
    assert hit.fixes
    assert all(fix.label and len(fix.label) <= 90 for fix in hit.fixes)
    json.dumps(dict(hit.numbers))


def grade(text: str) -> float:
    """Return the school year that reads a text with ease (Flesch and Kincaid), quotes left out."""
    own = re.sub(r"“[^”]*”", "It", text)
    words = re.findall(r"[A-Za-z']+", own)
    sentences = max(1, len(re.findall(r"[.!?](?:\s|$)", own)))
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", w.lower().rstrip("e")))) for w in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / max(1, len(words)) - 15.59


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_says_in_plain_words_why_it_is_there(rule: Rule) -> None:
    assert len(rule.why.split()) <= 40
    assert not any(word in f"{rule.name} {rule.why}".casefold() for word in JARGON)
    assert grade(rule.why) <= 9, grade(rule.why)
    assert rule.severity in SEVERITIES


def test_every_rule_with_faults_has_at_least_three() -> None:
    counted = Counter(fault.rule for fault in FAULTS)
    assert [rule for rule, many in counted.items() if many < 3] == []


def mixed(seed: int) -> tuple[World, Found, list[str]]:
    """A world with up to one fault a persona and at most one of the whole set."""
    draw = Random(seed)
    talks = draw.random() < 0.25
    personas = draw.choice((2, 3, 4, 5))
    world = clean(seed, personas, 0 if talks else draw.choice((80, 90, 130)))
    kind = "talks" if talks else "survey"
    able = [f for f in FAULTS if f.needs in ("", kind) and personas >= f.least]
    single = [fault for fault in able if not (fault.whole or fault.alone)]
    chosen = [
        (draw.choice(single), f"persona-{place}")
        for place in draw.sample(range(personas), draw.randint(1, personas))
    ]
    if draw.random() < 0.4:
        whole = draw.choice([fault for fault in able if fault.whole or fault.alone])
        about = f"persona-{draw.randrange(personas)}"
        chosen = [pair for pair in chosen if pair[1] != about and not whole.alone]
        chosen.append((whole, about))
    expected: Found = set()
    for fault, persona in chosen:
        expected |= fault.plant(world, persona)
    return world, expected, [f"{fault.rule}-{fault.name}@{who}" for fault, who in chosen]


def check_mix(seed: int, folder: Path) -> None:
    world, expected, names = mixed(seed)
    with loaded(world, folder) as workspace:
        assert seen(workspace) == expected, names


@pytest.mark.parametrize("seed", range(12))
def test_mixed_faults_raise_exactly_their_findings(seed: int, tmp_path: Path) -> None:
    check_mix(seed, tmp_path)


@pytest.mark.safety
@pytest.mark.parametrize("seed", range(100, 340))
def test_many_mixes_raise_exactly_their_findings(seed: int, tmp_path: Path) -> None:
    check_mix(seed, tmp_path)


@pytest.mark.safety
@pytest.mark.parametrize("seed", range(20))
def test_sound_projects_of_all_sizes_have_no_findings(seed: int, tmp_path: Path) -> None:
    draw = Random(seed)
    personas = draw.randint(2, 10)
    each = draw.choice((0, 75, 100, 250, 500))
    each = max(each, 75) if personas > 2 else each and max(each, 90)
    with loaded(clean(seed, personas, each), tmp_path) as workspace:
        assert [hit.sentence for hit in workspace.findings()] == []


@pytest.mark.parametrize(
    "seed", [2, 5, *(pytest.param(n, marks=pytest.mark.safety) for n in (8, 9))]
)
def test_findings_do_not_depend_on_the_order_of_a_document(seed: int, tmp_path: Path) -> None:
    world, _, _ = mixed(seed)
    with loaded(world, tmp_path) as workspace:
        expected = workspace.findings()
    draw = Random(seed)
    for values in world.data.values():
        if isinstance(values, list):
            draw.shuffle(values)
    with loaded(world, tmp_path) as workspace:
        assert workspace.findings() == expected


@pytest.mark.safety
def test_every_fix_there_is_is_offered_somewhere(tmp_path: Path) -> None:
    offered = set()
    for fault in FAULTS:
        world = sound(fault, seed=len(fault.name))
        fault.plant(world, "persona-1")
        with loaded(world, tmp_path) as workspace:
            offered |= {fix.id for hit in workspace.findings() for fix in hit.fixes}
    assert offered == {
        *ACTIONS,
        "draft_rest",
        "plan_interviews",
        "split_persona",
        "start_review",
    }
