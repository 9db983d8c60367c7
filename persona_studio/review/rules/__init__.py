# SPDX-License-Identifier: MIT
"""The rules in force. A new rule is one function and its name here."""

from persona_studio.review.rule import Rule
from persona_studio.review.rules import (
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
)
