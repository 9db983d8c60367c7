# SPDX-License-Identifier: MIT
"""Suggested names look at nothing of the persona, and are nobody's who was asked."""

from pathlib import Path
from random import Random

from persona_studio.core.persona import Persona
from persona_studio.core.research import Wave
from persona_studio.evidence.names import digest_of
from persona_studio.storage import claims, personas, settings
from persona_studio.workspace import name_ideas
from persona_studio.workspace.workspace import Workspace
from tests.workspace import two_groups


def test_lists_are_as_long_for_women_as_for_men_and_name_nobody_twice() -> None:
    for language, (women, men) in name_ideas.lists().items():
        assert len(women) == len(men) == 20, language
        assert len({*women, *men}) == 40, language


def test_the_same_lot_gives_the_same_names_to_any_persona(tmp_path: Path) -> None:
    space = two_groups.make(tmp_path / "a.persona", ages=True)
    before = name_ideas.given_names(space, Random(7))
    with space.edit("Say who it is") as write:
        who = personas.add(write, "X")
        for key, value in (("age", 70), ("gender", "Woman"), ("income", "High")):
            claims.add(write, who, "demographics", key, attribute=key, op="is", value=value)
    assert name_ideas.given_names(space, Random(7)) == before
    women = {name for one, _ in name_ideas.lists().values() for name in one}
    assert sum(name in women for name in before) >= name_ideas.EACH
    space.close()


def test_names_in_use_and_names_of_people_who_were_asked_are_left_out(tmp_path: Path) -> None:
    space = two_groups.make(tmp_path / "a.persona")
    women, men = name_ideas.lists()["German"]
    key = str(space.snapshot.settings["pseudonym.key"]).encode()
    with space.edit("Prepare") as write:
        settings.put(write, name_ideas.SETTING, "German")
        for name in women[:10]:
            personas.add(write, f"Busy {name}")
        write.change(Wave, "wave", names=tuple(digest_of(key, n.casefold()) for n in men[:18]))
    for seed in range(30):
        found = name_ideas.given_names(space, Random(seed))
        assert set(found) <= {*women[10:], *men[18:]}
        assert len(found) == name_ideas.EACH + 2
    space.close()


def test_labels_are_the_personas_own_short_claims_the_best_first(tmp_path: Path) -> None:
    space: Workspace = two_groups.make(tmp_path / "a.persona")
    who = next(p.id for p in space.snapshot.table(Persona).values() if p.name == "many")
    with space.edit("Claims") as write:
        claims.add(write, who, "goals", "A quiet corner")
        claims.add(write, who, "buying", "Few: orders ahead", key=True)
        claims.add(write, who, "demographics", "Lives in town")
        claims.add(write, who, "pains", "哪些方面让您感到不便\uff1f排队时间太长")
        claims.add(write, who, "channels", "How do you find us? None of the above")
        claims.add(write, who, "pains", "Waits a very long time before anybody serves the coffee")
    assert name_ideas.labels(space, who) == ["Orders ahead", "A quiet corner", "排队时间太长"]
    space.close()
