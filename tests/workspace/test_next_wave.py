# SPDX-License-Identifier: MIT
"""A newer file finds its source, its questions and its people; figures follow, undo restores."""

from datetime import date
from pathlib import Path

from persona_studio.core.child import Child
from persona_studio.core.persona import Evidence, Measure
from persona_studio.core.research import Question, Source, Wave
from persona_studio.research import plan as plans
from persona_studio.storage import claims, evidence, personas, questions
from persona_studio.workspace.bringing import as_last_time, bring_in, inspect_one
from persona_studio.workspace.importing import Choice
from persona_studio.workspace.next_wave import Settled
from persona_studio.workspace.people import People, returning
from persona_studio.workspace.validating import validate
from persona_studio.workspace.workspace import Workspace
from tests.shared import IMPORTS, needs_shared
from tests.storage.projects import state
from tests.workspace.conftest import Bring
from tests.workspace.survey import AGES, SCALE, people, write

DRIFTED = ("18\u201324", "25 - 34", "35 +")


def by_label(workspace: Workspace, wave: str) -> dict[str, Question]:
    return {q.label: q for q in workspace.snapshot.questions_of(wave)}


@needs_shared
def test_the_pair_of_the_corpus_maps_with_no_word_from_anybody(
    workspace: Workspace, bring: Bring
) -> None:
    first, second = bring(IMPORTS / "gen_wave1.csv"), bring(IMPORTS / "gen_wave2.csv")
    assert second.source == first.source
    assert len(workspace.snapshot.table(Source)) == 1
    assert set(second.matched.same) >= {"Respondent", "Overall satisfaction", "Age group"}
    assert second.matched.new == ("Country",)
    assert second.matched.gone == ()
    assert second.matched.renamed == (("Satisfaction", "Overall satisfaction"),)
    found = returning(workspace, second.wave)
    assert found is not None
    assert found.linked
    assert (found.same + found.updated, found.new, found.gone) == (20, 50, 60)


def test_a_harder_wave_finds_every_question_and_merges_what_drifted(
    workspace: Workspace, bring: Bring, tmp_path: Path
) -> None:
    first = bring(write(tmp_path / "spring.csv", people(0, 90)))
    names = {
        "What should we change?": "What should we change ?",
        "Visits a month": "visits  a month",
        "How do you order?": "How do you order?",
        "Person": "Person",
        "Satisfaction": "Overall satisfaction",
        "Age group": "AGE GROUP",
        "Country": "Country",
    }
    later = people(60, 150, seed=2)
    for row in later:
        row["Age group"] = DRIFTED[AGES.index(row["Age group"])]
        row["How do you order?"] = row["How do you order?"].replace("Café", "cafe")
        row["Country"] = "DE" if row["Person"] < "C-0100" else "AT"
    second = bring(write(tmp_path / "autumn.csv", later, names))
    assert second.source == first.source
    before, after = by_label(workspace, first.wave), by_label(workspace, second.wave)
    for old, new in names.items():
        if old != "Country":
            assert after[" ".join(new.split())].variable == before[old].variable, old
    assert second.matched.new == ("Country",)
    assert second.matched.gone == ()
    drifted = {DRIFTED[i]: AGES[i] for i in range(3)}
    assert after["AGE GROUP"].merged == before["Age group"].merged == drifted
    assert after["How do you order?"].merged == {"cafe": "Café"}
    assert after["AGE GROUP"].order == before["Age group"].order
    assert not second.matched.otherwise
    found = returning(workspace, second.wave)
    assert found is not None
    assert (found.same + found.updated, found.new, found.gone) == (30, 60, 60)


def test_figures_prevalence_and_validation_read_the_merged_spelling(
    workspace: Workspace, bring: Bring, tmp_path: Path
) -> None:
    first = bring(write(tmp_path / "spring.csv", people(0, 120)))
    with workspace.edit("A claim") as hand:
        maya = personas.add(hand, "Maya")
        young = claims.add(hand, maya, "demographics", "Is young", quantifier="some")
        age = by_label(workspace, first.wave)["Age group"].variable
        evidence.link_measure(hand, young, first.wave, Measure(age, "is", AGES[0], "all"))
    before = state(workspace)
    later = people(0, 120)
    for row in later:
        row["Age group"] = DRIFTED[AGES.index(row["Age group"])]
    second = bring(write(tmp_path / "autumn.csv", later), collected_on=date(2027, 1, 1))
    (told,) = validate(workspace, second.wave)["claims"]
    assert told["before"] == told["after"]
    assert told["answer"] != "untested"
    assert returning(workspace, second.wave) == People(linked=True, same=120)
    with workspace.edit("Tell the spellings apart") as hand:
        questions.spell(hand, age, {})
    (told,) = validate(workspace, second.wave)["claims"]
    assert told["after"]["k"] == 0
    workspace.undo()
    workspace.undo()
    assert state(workspace) == before


def test_a_merge_made_by_hand_counts_at_once_and_can_be_undone(
    workspace: Workspace, bring: Bring, tmp_path: Path
) -> None:
    first = bring(write(tmp_path / "spring.csv", people(0, 120)))
    age = by_label(workspace, first.wave)["Age group"].variable
    with workspace.edit("A claim") as hand:
        young = claims.add(hand, personas.add(hand, "Maya"), "demographics", "Is young")
        evidence.link_measure(hand, young, first.wave, Measure(age, "is", AGES[0], "all"))
    (item,) = workspace.snapshot.table(Evidence).values()
    with workspace.edit("Count as one") as hand:
        questions.spell(hand, age, {"25-34": "18-24"})
    (more,) = workspace.snapshot.table(Evidence).values()
    assert more.n_for > item.n_for
    assert more.n_for + more.n_against == item.n_for + item.n_against
    workspace.undo()
    assert workspace.snapshot.table(Evidence)[item.id] == item
    assert workspace.answers(first.wave).questions[age].merged == {}


def test_retyped_and_swapped_columns_are_told_and_never_compared(
    workspace: Workspace, bring: Bring, tmp_path: Path
) -> None:
    first = bring(write(tmp_path / "spring.csv", people(0, 90)))
    later = people(90, 180, seed=3)
    for row in later:
        row["Satisfaction"] = str(SCALE.index(row["Satisfaction"]) * 25)
        row["Age group"], row["How do you order?"] = row["How do you order?"], row["Age group"]
    second = bring(write(tmp_path / "autumn.csv", later))
    before, after = by_label(workspace, first.wave), by_label(workspace, second.wave)
    for label in ("Satisfaction", "Age group", "How do you order?"):
        assert after[label].variable == before[label].variable
        assert not after[label].same, label
        assert not after[label].merged
    assert {label for label, _ in second.matched.otherwise} == {
        "Satisfaction",
        "Age group",
        "How do you order?",
    }
    assert after["Visits a month"].same


def test_another_study_with_a_few_columns_alike_is_a_source_of_its_own(
    workspace: Workspace, bring: Bring, tmp_path: Path
) -> None:
    bring(write(tmp_path / "spring.csv", people(0, 60)))
    names = {"Person": "Person", "Age group": "Age group", "Visits a month": "Points"}
    bring(write(tmp_path / "club.csv", people(0, 60), names))
    assert len(workspace.snapshot.table(Source)) == 2


def test_what_was_told_about_a_column_is_told_again(
    workspace: Workspace, child: Child, rested: None, tmp_path: Path
) -> None:
    rows = people(0, 60)
    without = {name: name for name in rows[0] if name != "Person"}
    plan = inspect_one(child, write(tmp_path / "spring.csv", rows, without))
    plan["uses"] = {"1": {"use": "pseudonymise", "reason": "to link waves"}}
    plan["roles"]["5"] |= {"role": "ordinal", "why": "chosen by you"}
    first = bring_in(workspace, child, tmp_path / "spring.csv", Choice("Guests"), plan)
    turned = {name: without[name] for name in reversed(without)}
    path = write(tmp_path / "autumn.csv", people(40, 100, seed=2), turned)
    again = plans.from_json(as_last_time(workspace, inspect_one(child, path), Choice()))
    assert again.use(6) == "pseudonymise"
    assert again.roles[2].role == "ordinal"
    second = bring_in(workspace, child, path, Choice())
    assert second.source == first.source
    found = returning(workspace, second.wave)
    assert found is not None
    assert (found.same + found.updated, found.new) == (20, 40)
    assert b"person41@" not in workspace.path.read_bytes()


def test_the_user_may_make_it_a_source_of_its_own_and_pair_by_hand(
    workspace: Workspace, bring: Bring, tmp_path: Path
) -> None:
    first = bring(write(tmp_path / "spring.csv", people(0, 60)), source="Guests")
    apart = bring(tmp_path / "spring.csv", source="Guests", settled=Settled("separate"))
    assert apart.source != first.source
    assert sorted(s.name for s in workspace.snapshot.table(Source).values()) == [
        "Guests",
        "Guests 2",
    ]
    known = by_label(workspace, first.wave)
    names = {"Person": "Person", "Age group": "Years", "Satisfaction": "Satisfaction"}
    pairs = {2: known["Age group"].variable, 3: ""}
    path = write(tmp_path / "autumn.csv", people(60, 120), names)
    second = bring(path, source="Guests", settled=Settled(pairs=pairs))
    after = by_label(workspace, second.wave)
    assert after["Years"].variable == known["Age group"].variable
    assert after["Satisfaction"].variable not in {q.variable for q in known.values()}
    assert len(workspace.snapshot.table(Wave)) == 3


def test_people_without_an_id_are_never_taken_for_one_another(
    workspace: Workspace, bring: Bring, tmp_path: Path
) -> None:
    found = []
    for name in ("spring.csv", "autumn.csv"):
        rows = people(0, 60)
        rows[7]["Person"] = rows[8]["Person"] = ""
        found.append(bring(write(tmp_path / name, rows)))
    told = returning(workspace, found[1].wave)
    assert told == People(linked=True, same=58, new=2, gone=2)
    assert len(set(workspace.answers(found[1].wave).respondents)) == 60


def test_the_very_same_file_is_told_as_imported_before(
    workspace: Workspace, bring: Bring, tmp_path: Path
) -> None:
    path = write(tmp_path / "spring.csv", people(0, 40))
    first = bring(path)
    assert first.twin == ""
    assert bring(path).twin == first.wave
