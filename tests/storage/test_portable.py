# SPDX-License-Identifier: MIT
"""A project goes out as JSON and comes back without loss; a fault is named by its path."""

import copy
import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona_studio.core.errors import StudioError
from persona_studio.storage.portable import document, parse
from persona_studio.workspace.portability import contents_of, dump, load
from tests.storage.projects import make, random_edit, state

BY_HAND = Path(__file__).resolve().parents[2] / "docs" / "example-project.json"


@given(seed=st.integers(0, 10**6))
@settings(max_examples=6, deadline=None)
def test_any_project_dumped_and_loaded_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    folder = tmp_path_factory.mktemp("dump")
    workspace = make(folder / "a.persona")
    rng = random.Random(seed)
    for _ in range(12):
        random_edit(workspace, rng)
    _drop_wild_references(workspace)
    expected = document(contents_of(workspace))
    dump(workspace, folder / "a.json")
    workspace.close()
    again = load(folder / "a.json", folder / "b.persona")
    assert document(contents_of(again)) == expected
    assert not again.history()
    again.close()


def _drop_wild_references(workspace: Any) -> None:
    """Random values name variables and rows at random; a sound project does not."""
    from persona_studio.core.fields import new_id
    from persona_studio.core.persona import Evidence
    from persona_studio.core.research import Question, Quote, Segment, Segmentation, Wave
    from persona_studio.core.wall import WallCard

    with workspace.edit("Tidy") as write:
        for question in write.find(Question):
            write.remove(Question, question.id)
        for wave in write.find(Wave):
            write.add(Question(new_id(), wave.id, variable=wave.id, text="Why?"))
            rows = contents_of(workspace).rows[wave.id]
            write.change(Wave, wave.id, n=len(rows))
        for quote in write.find(Quote):
            write.remove(Quote, quote.id)
        for item in write.find(Evidence):
            write.change(Evidence, item.id, measure=None)
        for card in write.find(WallCard):
            write.change(WallCard, card.id, measure=None)
        for item in write.find(Segmentation):
            write.change(Segmentation, item.id, questions=(), descriptors=())
            members = contents_of(workspace).memberships[item.id]
            segments = {s.id for s in write.find(Segment, segmentation=item.id)}
            numbers = {row.number for row in contents_of(workspace).rows[item.wave]}
            if any(m.segment not in segments or m.row not in numbers for m in members):
                write.remove(Segmentation, item.id)


def _example() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(BY_HAND.read_text(encoding="utf-8"))
    return data


def test_the_example_written_by_hand_loads_and_its_claims_are_counted(tmp_path: Path) -> None:
    workspace = load(BY_HAND, tmp_path / "a.persona")
    snapshot = workspace.snapshot
    (persona,) = [p for p in snapshot.personas if p.name == "Commuter Maya"]
    claim = snapshot.claims_of(persona.id, "channels")[0]
    (measured,) = [e for e in snapshot.evidence_of(claim.id) if e.measure]
    assert (measured.n_for, measured.n_against) == (5, 1)
    assert state(workspace)["quote"]
    workspace.close()


def test_the_example_comes_back_as_it_was_but_for_defaults(tmp_path: Path) -> None:
    workspace = load(BY_HAND, tmp_path / "a.persona")
    dump(workspace, tmp_path / "a.json")
    workspace.close()
    first = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    _assert_within(_example(), first, "")
    again = load(tmp_path / "a.json", tmp_path / "b.persona")
    assert document(contents_of(again)) == first
    again.close()


def _assert_within(small: Any, large: Any, path: str) -> None:
    if isinstance(small, dict):
        for key, value in small.items():
            if not key.startswith("n_"):
                _assert_within(value, large[key], f"{path}.{key}")
    elif isinstance(small, list):
        assert len(small) == len(large), path
        for i, (one, other) in enumerate(zip(small, large, strict=True)):
            _assert_within(one, other, f"{path}[{i}]")
    else:
        assert small == large, path


FAULTS = [
    (lambda d: d.update(format="x"), "format"),
    (lambda d: d.update(version=2), "version"),
    (lambda d: d.update(extra=[]), "extra"),
    (lambda d: d.pop("project"), "project"),
    (lambda d: d["project"].pop("name"), "project.name"),
    (lambda d: d["claims"][1].update(colour="red"), "claims[1].colour"),
    (lambda d: d["claims"][0].update(quantifier="lots"), "claims[0].quantifier"),
    (lambda d: d["claims"][0].update(key="yes"), "claims[0].key"),
    (lambda d: d["claims"][0].update(persona="nobody"), "claims[0].persona"),
    (lambda d: d["claims"][0].update(id=d["claims"][1]["id"]), "claims[1].id"),
    (lambda d: d["waves"][0].update(collected_on="May"), "waves[0].collected_on"),
    (lambda d: d["waves"][0]["questions"][1].update(role="x"), "waves[0].questions[1].role"),
    (lambda d: d["waves"][0]["rows"][2].update(cells="x"), "waves[0].rows[2].cells"),
    (lambda d: d["waves"][0]["rows"][2].update(cells=["x"] * 99), "waves"),
    (lambda d: d["waves"][0]["rows"][2].update(number=2), "waves[0].rows"),
    (lambda d: d["quotes"][0].update(row=999), "quotes[0].row"),
    (lambda d: d["waves"][0]["questions"][1].update(merged=["x"]), "questions[1].merged"),
    (lambda d: d["evidence"][0]["measure"].update(op="like"), "evidence[0].measure.op"),
    (lambda d: d["evidence"][0]["measure"].update(question="q99"), "evidence[0].measure.question"),
    (lambda d: d["segmentations"][0]["memberships"][0].update(segment="x"), "segmentations"),
    (lambda d: d.update(claims={}), "claims"),
    (lambda d: d["project"].update(id=""), "project.id"),
    (lambda d: d["personas"][0].update(review_every_days=10**6), "personas[0].review_every_days"),
    (lambda d: d["waves"][0].update(n=99), "waves[0].n"),
    (lambda d: d["sources"][0].update(position=2**63), "sources[0].position"),
    (lambda d: d["waves"][0]["rows"][2].update(number=0), "waves[0].rows[2].number"),
    (lambda d: d["waves"][0]["questions"][1].update(position=-1), "questions[1].position"),
    (lambda d: d["quotes"][0].update(question="q1"), "quotes[0].question"),
    (lambda d: d["themes"][0]["items"][0].update(quote="x"), "themes[0].items[0].quote"),
    (lambda d: d["segmentations"][0]["memberships"][1].update(row=1), "memberships[1].row"),
    (lambda d: d["segmentations"][0]["memberships"][0].update(row=77), "memberships[0].row"),
    (lambda d: d["segmentations"][0].update(questions=["x"]), "segmentations[0].questions[0]"),
    (lambda d: d["pictures"].append({"id": "p", "bytes": "%%"}), ".bytes"),
]


@pytest.mark.parametrize(("spoil", "path"), FAULTS)
def test_a_fault_in_a_document_is_refused_with_its_path(
    tmp_path: Path, spoil: Any, path: str
) -> None:
    data = copy.deepcopy(_example())
    spoil(data)
    (tmp_path / "a.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(StudioError) as caught:
        load(tmp_path / "a.json", tmp_path / "b.persona")
    assert caught.value.kind == "bad_json"
    assert path in caught.value.message
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]


def test_a_measure_may_name_a_question_and_comes_to_mean_its_variable() -> None:
    data = _example()
    asked = data["waves"][0]["questions"][1]
    asked["variable"] = "reached-by"
    for item in data["evidence"]:
        if item.get("measure"):
            item["measure"]["question"] = asked["id"]
    contents = parse(json.dumps(data))
    found = {e.measure.question for e in contents.tables["evidence"].values() if e.measure}
    assert found == {"reached-by"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"format":\n oops}', "line 2"),
        ("[" * 100_000, "nested too deep"),
        ('{"settings": {"a": NaN}}', "NaN"),
        ('{"settings": {"a": -1e999}}', "-1e999"),
        ('{"claims": [], "claims": []}', '"claims" twice'),
        (b"\xff\xfe\x00", "cannot be read"),
    ],
)
def test_text_that_is_no_json_says_what_is_wrong_with_it(text: str | bytes, said: str) -> None:
    with pytest.raises(StudioError, match=said) as caught:
        parse(text)
    assert caught.value.kind == "bad_json"


def test_ids_and_texts_no_file_can_hold_are_cleaned_alike_everywhere(tmp_path: Path) -> None:
    text = json.dumps(_example()).replace("survey-may", "survey\\u0000-m\\ud800ay")
    (tmp_path / "a.json").write_text(text.replace('"P-01"', '"P-\\ud800"'), encoding="utf-8")
    workspace = load(tmp_path / "a.json", tmp_path / "a.persona")
    assert set(contents_of(workspace).rows) == {"survey-m\ufffday", "talks-march"}
    assert contents_of(workspace).rows["survey-m\ufffday"][0].respondent == "P-\ufffd"
    dump(workspace, tmp_path / "b.json")
    workspace.close()
    again = load(tmp_path / "b.json", tmp_path / "b.persona")
    assert len(again.answers("survey-m\ufffday")) == 8
    again.close()


def test_a_grouping_may_name_questions_and_comes_to_mean_their_variables() -> None:
    data = _example()
    asked = data["waves"][0]["questions"][1]
    asked["variable"] = "reached-by"
    data["evidence"] = []
    data["segmentations"][0].update(questions=[asked["id"]], descriptors=[])
    (found,) = parse(json.dumps(data)).tables["segmentation"].values()
    assert found.questions == ("reached-by",)
