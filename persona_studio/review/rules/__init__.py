# SPDX-License-Identifier: MIT
"""The rules in force. A new rule is one function and its name here."""

from persona_studio.review.rule import Rule
from persona_studio.review.rules import evidence, staleness, whole_set

RULES: tuple[Rule, ...] = (
    evidence.EV01,
    evidence.EV02,
    evidence.EV08,
    staleness.ST01,
    staleness.ST02,
    whole_set.SE01,
)
