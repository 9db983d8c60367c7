# SPDX-License-Identifier: MIT
"""The rules in force. A new rule is one function and its name here."""

from collections.abc import Mapping

from persona_studio.review.rule import Rule
from persona_studio.review.rules import (
    content,
    content_words,
    data,
    ethics,
    ethics_fair,
    evidence,
    evidence_figures,
    evidence_links,
    staleness,
    staleness_waves,
    whole_set,
    whole_set_people,
)

RULES: tuple[Rule, ...] = (
    evidence.EV01,
    evidence.EV02,
    evidence.EV03,
    evidence.EV04,
    evidence.EV05,
    evidence.EV06,
    evidence_figures.EV07,
    evidence_figures.EV08,
    evidence_figures.EV09,
    evidence_figures.EV10,
    evidence_figures.EV11,
    evidence_links.EV12,
    evidence_links.EV13,
    evidence_links.EV14,
    evidence_links.EV15,
    staleness.ST01,
    staleness.ST02,
    staleness_waves.ST03,
    staleness_waves.ST04,
    staleness.ST05,
    staleness.ST06,
    staleness_waves.ST07,
    staleness_waves.ST08,
    staleness.ST09,
    staleness_waves.ST10,
    whole_set.SE01,
    whole_set.SE02,
    whole_set.SE03,
    whole_set_people.SE04,
    whole_set_people.SE05,
    whole_set_people.SE06,
    whole_set.SE07,
    whole_set.SE08,
    content.CO01,
    content.CO02,
    content.CO03,
    content_words.CO04,
    content_words.CO05,
    content.CO06,
    content_words.CO07,
    content_words.CO08,
    content.CO09,
    content.CO10,
    ethics.ET01,
    ethics.ET02,
    ethics.ET03,
    ethics.ET04,
    ethics.ET05,
    ethics_fair.ET06,
    ethics_fair.ET07,
    data.DA01,
    data.DA02,
    data.DA03,
)

BY_ID: Mapping[str, Rule] = {rule.id: rule for rule in RULES}

FAMILIES: Mapping[str, str] = {
    "EV": "Evidence",
    "ST": "Age",
    "SE": "The set",
    "CO": "Content",
    "ET": "People and consent",
    "DA": "Data",
}
"""Families of rules in the order they are shown, by the first two letters of a rule's id."""


def family_of(rule: str) -> str:
    """Return the family of a rule, by its id."""
    return rule[:2]
