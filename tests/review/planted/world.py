# SPDX-License-Identifier: MIT
"""Makes a whole project as the JSON of `load`, sound in every respect, from a seed.

Everything lies well clear of every limit: each group holds its own lines at 6 in 7 and those of
others at 1 in 7, two kinds of source stand behind each persona, nothing is old or undated. A
world is changed by its plants (tests/review/planted/faults_*.py) before it is loaded.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from persona_studio.core import clock
from persona_studio.workspace.portability import load
from persona_studio.workspace.workspace import Workspace

TODAY = date(2026, 6, 15)
Item = dict[str, Any]
NAMES = ("Maya", "Tom", "Lena", "Omar", "Ruth", "Ivan", "Carla", "Piet", "Nadia", "Hugo")
LINES = (
    ("goals", "Wants lunch on the table within ten minutes", True),
    ("goals", "Wants one bill for the whole month", False),
    ("pains", "Loses time in the queue at noon", False),
    ("behaviours", "Compares three shops before each order", False),
    ("behaviours", "Orders again from the same shop", False),
    ("channels", "Reads the newsletter on the train", False),
    ("buying", "Asks a colleague before signing up", False),
)
SAID = (
    "I order while the train pulls in and walk past the queue.",
    "My desk is where lunch happens, so it has to be in a box.",
    "When the till is slow I go to the baker next door.",
    "A colleague told me about you, that is why I came.",
    "The bill should come once a month and not every day.",
    "I read your letter on the way home and throw it away.",
    "On Fridays we come with four people and want one table.",
    "Nobody could tell me when the kitchen closes at night.",
    "The box was cold when it reached the fifth floor.",
    "I would pay more if the driver rang the bell.",
    "We tried two other shops and came back after a week.",
    "My boss wants the receipts in one folder each quarter.",
)
STEP = 7
"""One in so many people of a group does not hold a given line of it."""


class World:
    """A project under construction: `data` is the document, helpers find and add things in it."""

    def __init__(self, seed: int, personas: int, people: int) -> None:
        self.rng = Random(seed)
        self.people = people
        self._number = count(1)
        self.data: Item = {
            "format": "persona-studio",
            "version": 1,
            "project": {"id": "p", "name": "Lunch", "client": "Ltd", "market": "b2c"},
            "settings": {},
        }
        for key in ("sources", "waves", "quotes", "segmentations", "personas", "claims"):
            self.data[key] = []
        for key in ("evidence", "pictures", "sign_offs", "reviews", "waivers", "events"):
            self.data[key] = []
        self.today = TODAY
        self._sources()
        for place in range(personas):
            self._persona(place)
        self.rng.shuffle(self.data["evidence"])

    @property
    def surveyed(self) -> bool:
        """Whether this world has a survey with groups, or talks only."""
        return self.people > 0

    def add(self, kind: str, /, **fields: Any) -> Item:
        """Add an object to one of the lists; its id is counted unless given."""
        fields.setdefault("id", f"{kind.removesuffix('s')}-{next(self._number)}")
        self.data[kind].append(fields)
        return fields

    def find(self, kind: str, /, **wanted: Any) -> list[Item]:
        """Return the objects whose fields are as wanted."""
        return [
            item
            for item in self.data[kind]
            if all(item.get(name) == value for name, value in wanted.items())
        ]

    def one(self, kind: str, /, **wanted: Any) -> Item:
        """Return the first such object."""
        return self.find(kind, **wanted)[0]

    def claim(self, persona: str, text: str, section: str = "context", **more: Any) -> Item:
        """Add a claim to a persona."""
        fields = {"persona": persona, "section": section, "text": text, "created": "2026-05-02"}
        return self.add("claims", position=len(self.data["claims"]), **(fields | more))

    def measured(self, claim: str, variable: str, value: Any, **more: Any) -> Item:
        """Link a claim to an answer of the survey."""
        measure = {
            "question": variable,
            "op": more.pop("op", "is"),
            "value": value,
            "base": more.pop("base", "segment"),
        }
        fields = {"source": "survey", "wave": "survey-1"} | more
        return self.add("evidence", claim=claim, measure=measure, **fields)

    def noted(self, claim: str, source: str, n_for: int, **more: Any) -> Item:
        """Link a claim to a note on a source."""
        fields = {"note": f"Seen with {n_for} people", "created": "2026-05-03"} | more
        return self.add("evidence", claim=claim, source=source, n_for=n_for, **fields)

    def quoted(self, claim: str, row: int, consent: str = "none", text: str = "") -> Item:
        """Link a claim to the words of one interview; return the quote."""
        words = text or self.talk(row)
        fields = {"wave": "talks-1", "question": "talk", "row": row, "text": words}
        quote = self.add("quotes", consent=consent, **fields)
        self.add("evidence", claim=claim, source="talks", wave="talks-1", quote=quote["id"])
        return quote

    def talk(self, row: int) -> str:
        """Return the words of one interview."""
        return str(self.wave("talks-1")["rows"][row - 1]["cells"][0])

    def wave(self, key: str) -> Item:
        """Return a wave."""
        return self.one("waves", id=key)

    def claims_of(self, persona: str, section: str = "") -> list[Item]:
        """Return a persona's claims."""
        mine = self.find("claims", persona=persona)
        return [claim for claim in mine if section in ("", claim["section"])]

    def evidence_of(self, claim: str) -> list[Item]:
        """Return the evidence of a claim."""
        return self.find("evidence", claim=claim)

    def drop(self, kind: str, items: list[Item]) -> None:
        """Take objects out of a list."""
        gone = {id(item) for item in items}
        self.data[kind] = [item for item in self.data[kind] if id(item) not in gone]

    def line(self, persona: str, *, key: bool = False) -> Item:
        """Return a claim of a persona's own lines: a key one or one that nobody builds on."""
        mine = [c for c in self.claims_of(persona) if c.get("key", False) is key]
        return self.rng.choice([c for c in mine if c["section"] not in ("quotes", "demographics")])

    def members(self, place: int) -> list[int]:
        """Return the row numbers of a group."""
        each = self.people // len(self.data["personas"])
        return list(range(1 + place * each, 1 + (place + 1) * each))

    def bystander(self, name: str, role: str = "secondary") -> str:
        """Add a sound persona that rests on talks alone; return its id."""
        people, self.people = self.people, 0
        place = len(self.data["personas"])
        self._persona(place)
        persona = self.data["personas"][-1]
        persona |= {"name": name, "role": role}
        talks = self.wave("talks-1")["rows"]
        talks += [talk_row(len(talks) + number) for number in range(1, 13)]
        give_voice(self, persona)
        self.people = people
        return str(persona["id"])

    def place(self, persona: str) -> int:
        """Return a persona's place on the board."""
        return int(self.one("personas", id=persona)["position"])

    # -- the parts of a sound project --------------------------------------------------------

    def _sources(self) -> None:
        self.add("sources", id="survey", name="Customer survey", kind="survey", sampling="random")
        self.add("sources", id="talks", name="Interviews", kind="interviews")
        self.add("sources", id="desk", name="Support desk", kind="sales_support")
        self.add("sources", id="guesses", name="Assumptions", kind="assumption")

    def _persona(self, place: int) -> None:
        key = f"persona-{place}"
        picture = self.add("pictures", id=f"face-{place}", kind="avatar", style="a", seed=key)
        self.add(
            "personas",
            id=key,
            name=NAMES[place % len(NAMES)],
            tagline="Eats between two meetings",
            role="primary" if place < 4 else "secondary",
            position=place,
            picture=picture["id"],
            owner="Ana Keller",
            created="2026-05-01",
        )
        for number, (section, text, is_key) in enumerate(LINES):
            claim = self.claim(key, text, section, key=is_key)
            if self.surveyed:
                claim["quantifier"] = "most"
                self.measured(claim["id"], f"line-{place}-{number}", "Yes")
                if is_key:
                    self.noted(claim["id"], "talks", 6, wave="talks-1")
            else:
                self.noted(claim["id"], "desk", 10)


def survey_rows(world: World, shift: int = 0) -> Iterator[list[str]]:
    """Yield the answers of the survey: groups one after the other, one column a line of each."""
    personas = len(world.data["personas"])
    each = world.people // personas
    for group in range(personas):
        for member in range(each):
            odd = (member + shift) % STEP
            lines = [
                "Yes" if (owner == group) != (odd == number) else "No"
                for owner in range(personas)
                for number in range(len(LINES))
            ]
            yield [*facts(group, member, odd), *lines]


def facts(group: int, member: int, odd: int) -> list[str]:
    """Return what describes a person: habit, size, gender, age, region, pays, spends, words."""
    gender = ("Woman", "Man")[(group + (odd == 6)) % 2]
    age = 22 + 5 * group + member % 3 + (30 if odd == 6 else 0)
    pays = ("Card", "Card", "Card", "Cash", "Invoice")[member % 5]
    spends = 10 + member % 40
    region = ("North", "South")[member % 2]
    words = SAID[member % len(SAID)]
    return [f"Habit {group}", f"Size {group}", gender, str(age), region, pays, str(spends), words]


FACTS = ("habit", "size", "gender", "age", "region", "pays", "spends", "words")
ROLES = {"age": "numeric", "spends": "numeric", "words": "free_text"}


def questions(world: World, wave: str) -> list[Item]:
    """Return the columns of the survey; variables mean the same in each of its waves."""
    personas = len(world.data["personas"])
    lines = [f"line-{p}-{n}" for p in range(personas) for n in range(len(LINES))]
    return [
        {
            "id": f"{wave}-{name}",
            "variable": name,
            "label": name.capitalize(),
            "role": ROLES.get(name, "single_choice"),
            "options": ["Card", "Cash", "Invoice"] if name == "pays" else [],
        }
        for name in (*FACTS, *lines)
    ]


def add_survey(world: World, key: str, collected: str, shift: int = 0) -> Item:
    """Add a wave of the survey, answered the same way; `shift` makes it other people."""
    rows = [
        {"number": n, "respondent": f"{key}-P{n}", "cells": cells}
        for n, cells in enumerate(survey_rows(world, shift), start=1)
    ]
    return world.add(
        "waves",
        id=key,
        source="survey",
        collected_on=collected,
        linked=True,
        questions=questions(world, key),
        rows=rows,
    )


def talk_row(number: int) -> Item:
    """Return one interview."""
    words = f"{SAID[(number - 1) % 12]} Note {number}."
    return {"number": number, "respondent": f"T{number}", "cells": [words]}


def _talks(world: World) -> None:
    rows = [talk_row(n) for n in range(1, 12 * len(world.data["personas"]) + 1)]
    asked = [{"id": "talk", "label": "Note", "role": "free_text"}]
    fields = {"source": "talks", "collected_on": "2026-04-10", "questions": asked, "rows": rows}
    world.add("waves", id="talks-1", **fields)


def give_voice(world: World, persona: Item) -> None:
    """Give a persona a quote to print, and where there is no survey one to each claim."""
    first = 12 * persona["position"] + 1
    text = SAID[0]
    claim = world.claim(persona["id"], text, "quotes")
    world.quoted(claim["id"], first, "publish", text)
    if not world.surveyed:
        for offset, line in enumerate(world.claims_of(persona["id"])[:-1], start=1):
            world.quoted(line["id"], first + offset)
        works = world.claim(persona["id"], "Works in an office downtown", "demographics")
        world.noted(works["id"], "desk", 10)


def _group(world: World) -> None:
    personas = world.data["personas"]
    segments, members = [], []
    for persona in personas:
        place = persona["position"]
        persona["segment"] = f"segment-{place}"
        rows = world.members(place)
        fields = {"number": place, "name": NAMES[place], "n": len(rows), "stability": 0.92}
        segments.append({"id": f"segment-{place}", **fields})
        members += [{"row": row, "segment": f"segment-{place}", "margin": 0.8} for row in rows]
    world.add(
        "segmentations",
        id="groups",
        wave="survey-1",
        name="By habit",
        questions=["habit", "size"],
        descriptors=["region"],
        k=len(personas),
        verdict="clear",
        segments=segments,
        memberships=members,
    )


def _descriptions(world: World) -> None:
    """Say each group's gender and age, as measured."""
    for persona in world.data["personas"]:
        place = persona["position"]
        gender = ("Woman", "Man")[place % 2]
        low = 22 + 5 * place
        said = world.claim(
            persona["id"],
            f"Is a {gender.lower()} from the city",
            "demographics",
            quantifier="most",
            attribute="gender",
            op="is",
            value=gender,
        )
        world.measured(said["id"], "gender", gender)
        aged = world.claim(
            persona["id"],
            f"Is {low} to {low + 4} years old",
            "demographics",
            quantifier="most",
            attribute="age",
            op="between",
            value=[low, low + 4],
        )
        world.measured(aged["id"], "age", [low, low + 4], op="between")


def clean(seed: int, personas: int = 3, each: int = 80) -> World:
    """Return a project without a fault: `each` people a group, 0 for a project of talks only."""
    world = World(seed, personas, personas * each)
    _talks(world)
    if world.surveyed:
        add_survey(world, "survey-1", "2026-03-01")
        _group(world)
        _descriptions(world)
    for persona in world.data["personas"]:
        give_voice(world, persona)
    return world


@contextmanager
def loaded(world: World, folder: Path, name: str = "world") -> Iterator[Workspace]:
    """Load a world through the real door: JSON, file, open workspace, on its own day."""
    source, target = folder / f"{name}.json", folder / f"{name}.persona"
    source.write_text(json.dumps(world.data), encoding="utf-8")
    with clock.fixed(world.today):
        workspace = load(source, target)
        try:
            yield workspace
        finally:
            workspace.close()
            target.unlink()
