# SPDX-License-Identifier: MIT
"""The catalogue of persona sections and attributes: one line each, in the order of the board."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """One heading of a persona; `ask` is the question that fills it, `weight` is for strength."""

    id: str
    title: str
    ask: str
    weight: int = 1


SECTIONS: tuple[Section, ...] = (
    Section("goals", "Goals", "What do they want to get done?", 2),
    Section("motivations", "Motivations", "Why does it matter to them?"),
    Section("pains", "Pains", "What stands in their way?", 2),
    Section("behaviours", "Behaviours", "What do they do today?", 2),
    Section("buying", "Buying behaviour", "What makes them buy, and what stops them?"),
    Section("channels", "Channels", "Where do you reach them?"),
    Section("values", "Values and interests", "What do they care about?"),
    Section("demographics", "Demographics", "Who are they, as far as it matters?"),
    Section("context", "Context", "Where and when does this happen?"),
    Section("quotes", "Quotes", "What do they say, in their own words?"),
    Section("dos", "What to do", "How do we serve them well?"),
    Section("donts", "What not to do", "What would put them off?"),
)

BY_ID: dict[str, Section] = {section.id: section for section in SECTIONS}


@dataclass(frozen=True)
class Attribute:
    """A typed key personas share, which makes them comparable."""

    id: str
    title: str


ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("age", "Age"),
    Attribute("gender", "Gender"),
    Attribute("location", "Lives"),
    Attribute("income", "Income"),
    Attribute("household", "Household"),
    Attribute("occupation", "Work"),
    Attribute("preferred_channel", "Reached by"),
)
