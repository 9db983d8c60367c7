# SPDX-License-Identifier: MIT
"""The catalogue of persona sections and attributes: one line each, in the order of the board.

A project may name, order and hide sections and add its own: its setting `sections` lists them as
`{"id", "title", "hidden"}`, and `arranged` reads it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from persona_studio.core.fields import Json


@dataclass(frozen=True)
class Section:
    """One heading of a persona; `ask` is the question that fills it, `weight` is for strength.

    A hidden section is on no board and no poster; claims in it count as before. A `step` is a part
    of the day or of a journey: the strip shows such sections side by side, in their order.
    """

    id: str
    title: str
    ask: str = "What belongs here?"
    weight: int = 1
    hidden: bool = False
    step: bool = False

    @property
    def own(self) -> bool:
        """Whether the project made this section."""
        return self.id not in BY_ID


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
SETTING = "sections"
LONGEST_TITLE = 60


def arranged(chosen: Json, used: Iterable[str] = ()) -> tuple[Section, ...]:
    """Return every section as a project has chosen; what the choice does not name comes after.

    `used` are ids that claims carry: a section nobody lists (of a file from elsewhere) stands last.
    """
    found: dict[str, Section] = {}
    for item in chosen if isinstance(chosen, list) else ():
        section = _read(item)
        if section is not None:
            found.setdefault(section.id, section)
    for section in SECTIONS:
        found.setdefault(section.id, section)
    for key in sorted(set(used) - found.keys()):
        found[key] = Section(key, key.replace("_", " ").capitalize()[:LONGEST_TITLE])
    return tuple(found.values())


def _read(item: Json) -> Section | None:
    if not isinstance(item, Mapping) or not isinstance(item.get("id"), str) or not item["id"]:
        return None
    known = BY_ID.get(item["id"], Section(item["id"], item["id"].replace("_", " ").capitalize()))
    title = " ".join(str(item.get("title") or "").split())[:LONGEST_TITLE]
    hidden, step = (item.get(key) is True for key in ("hidden", "step"))
    return replace(known, title=title or known.title, hidden=hidden, step=step)


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
