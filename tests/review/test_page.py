# SPDX-License-Identifier: MIT
"""The page on review lists the rules in force, with their numbers and silences."""

from pathlib import Path

import pytest

from persona_studio.review.rule import Rule
from persona_studio.review.rules import RULES
from persona_studio.review.silences import SILENCES

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "review.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_stands_on_the_page_with_its_numbers(rule: Rule) -> None:
    numbers = ", ".join(f"`{name}` {value:g}" for name, value in rule.limits.items()) or "none"
    assert f"| {rule.id} | {rule.name} | {rule.severity} | {numbers} |" in PAGE


def test_each_silence_stands_on_the_page() -> None:
    table = PAGE.split("## One cause, one finding")[1].splitlines()
    for silence in SILENCES:
        lines = [line for line in table if silence.speaker in line.partition("| ")[2].split("|")[0]]
        assert any(all(rule in line for rule in silence.quiet) for line in lines), silence


def test_rules_are_53_in_the_order_of_the_method() -> None:
    ids = [rule.id for rule in RULES]
    families = ("EV", "ST", "SE", "CO", "ET", "DA")
    assert len(ids) == len(set(ids)) == 53
    assert ids == sorted(ids, key=lambda key: (families.index(key[:2]), key))
