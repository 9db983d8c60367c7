# SPDX-License-Identifier: MIT
"""An answer about groups is kept whole, drafts personas by measure, and is undone in one step."""

import pytest

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim
from persona_studio.core.research import Question, Segment, Segmentation
from persona_studio.patterns.finding import find_groups
from persona_studio.storage import claims, rows
from persona_studio.workspace import drafting, grouping
from persona_studio.workspace.lines import section_for, section_of, words_of
from tests.patterns.sample import project


def quiet(done, total):
    """Report to nobody."""


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    workspace, wave = project(tmp_path_factory.mktemp("groups") / "p.persona")
    request = grouping.request(workspace, wave)
    found = find_groups(request, report=quiet)
    workspace.close()
    return found


@pytest.fixture
def opened(tmp_path):
    workspace, wave = project(tmp_path / "p.persona")
    yield workspace, wave
    workspace.close()


def stored(workspace, wave, result):
    return grouping.store(workspace, grouping.request(workspace, wave), result)


def test_storing_assigns_every_row_and_is_undone_in_one_step(opened, result):
    workspace, wave = opened
    segmentation = stored(workspace, wave, result)
    segments = workspace.snapshot.segments_of(segmentation)
    members = rows.read_memberships(workspace.database.connection, segmentation)
    assert len(members) == 400
    assert [s.n for s in segments] == [sum(m.segment == s.id for m in members) for s in segments]
    assert workspace.undo_label == "Find groups"
    workspace.undo()
    assert not workspace.snapshot.table(Segmentation)
    assert not workspace.snapshot.table(Segment)
    workspace.redo()
    assert workspace.data.segment_rows(segmentation)[segments[0].id]


def test_the_answer_prints_as_the_contract_says(opened, result):
    workspace, wave = opened
    segmentation = stored(workspace, wave, result)
    answer = grouping.as_json(workspace, segmentation, assignments=True)
    ids = {q.id for q in workspace.snapshot.questions_of(wave)}
    assert (answer["verdict"], answer["k"]) == ("clear", 3)
    assert answer["model"] in ("axes", "classes")
    assert 0.8 < answer["agreement"] <= 1
    assert [offer["k"] for offer in answer["offered"]] == [2, 3, 4, 5, 6]
    assert [len(offer["shares"]) for offer in answer["offered"]] == [2, 3, 4, 5, 6]
    assert [offer["k"] for offer in answer["offered"] if offer["chosen"]] == [3]
    out = {item["question"]: item["why"] for item in answer["left_out"]}
    assert set(out) == ids - set(answer["basis"]) - set(answer["descriptors"])
    assert all(out.values())
    assert "not chosen" not in out.values(), "what the proposal left out has its reason"
    assert set(answer["basis"]) <= ids
    assert set(answer["descriptors"]) <= ids
    assert len(answer["assignments"]) == 400
    assert set(answer["assignments"].values()) == {group["id"] for group in answer["groups"]}
    assert sum(group["share"] for group in answer["groups"]) == pytest.approx(1)
    least = {"question", "answer", "share", "everyone", "lift", "low", "high", "n"}
    assert all(least <= set(item) for group in answer["groups"] for item in group["over"])
    assert "assignments" not in grouping.as_json(workspace, segmentation)


def test_questions_can_be_named_by_id_or_label_and_unknown_ones_are_refused(opened):
    workspace, wave = opened
    first, second = workspace.snapshot.questions_of(wave)[2:4]
    request = grouping.request(workspace, wave, [first.id, second.label])
    assert request.basis == (first.variable, second.variable)
    everything = grouping.request(workspace, wave, ["all"])
    assert "How old are you?" in everything.basis
    assert "How old are you?" not in everything.descriptors
    with pytest.raises(StudioError) as error:
        grouping.request(workspace, wave, ["no such question"])
    assert error.value.kind == "unknown_question"


def test_drafts_hold_only_lines_their_people_bear_out(opened, result):
    workspace, wave = opened
    segmentation = stored(workspace, wave, result)
    made = drafting.draft(workspace, segmentation)
    snapshot = workspace.snapshot
    assert [p.id for p in snapshot.personas] == made
    assert len({p.colour for p in snapshot.personas}) == 3
    for persona in snapshot.personas:
        claims = snapshot.claims_of(persona.id)
        measured = [c for c in claims if c.section != "quotes"]
        assert len(measured) >= 6
        assert {c.section for c in measured} >= {"buying", "pains", "goals"}
        assert all(_borne_out(workspace, c) for c in measured)
        assert 1 <= len([c for c in claims if c.section == "quotes"]) <= 2
    assert workspace.undo_label == "Draft personas"
    workspace.undo()
    assert not workspace.snapshot.personas


def _borne_out(workspace, claim):
    """Tell whether the data says yes, or leans to it."""
    found = workspace.assess(claim.id)
    return found.verdict == "supported" or (found.verdict, found.leaning) == ("cannot_tell", "yes")


def test_quotes_of_a_draft_are_words_of_people_of_the_group(opened, result):
    workspace, wave = opened
    segmentation = stored(workspace, wave, result)
    drafting.draft(workspace, segmentation)
    snapshot = workspace.snapshot
    for persona in snapshot.personas:
        _, members = workspace.data.members(snapshot, persona)
        for claim in snapshot.claims_of(persona.id, "quotes"):
            (item,) = snapshot.evidence_of(claim.id)
            quote = snapshot.quote(item.quote)
            assert quote.row in members
            cell = workspace.data.cell(snapshot, wave, quote.row, quote.question)
            assert quote.text in cell
            assert quote.consent == "none"
            assert len(quote.text) <= 140, "there are words short enough for a wall"


def test_what_is_typed_into_a_list_is_no_quote(opened, result):
    workspace, wave = opened
    segmentation = stored(workspace, wave, result)
    asked = [q for q in workspace.snapshot.questions_of(wave) if q.role == "free_text"]
    with workspace.edit("Rename") as write:
        for question in asked:
            label = f"{question.label} - Other (please specify)"
            write.change(Question, question.id, label=label)
    drafting.draft(workspace, segmentation)
    claims = [workspace.snapshot.claims_of(p.id, "quotes") for p in workspace.snapshot.personas]
    assert len(claims) == 3
    assert not any(claims)


def test_without_groups_there_is_nothing_to_draft_but_everyone(opened):
    workspace, wave = opened
    with pytest.raises(StudioError):
        drafting.draft(workspace, "no such segmentation")
    persona = drafting.draft_everyone(workspace, wave)
    claims = workspace.snapshot.claims_of(persona)
    assert claims
    assert all(_borne_out(workspace, c) for c in claims)


@pytest.mark.parametrize(
    ("label", "section"),
    [
        ("What is the biggest problem you have?", "pains"),
        ("How did you hear about this?", "channels"),
        ("I want to save time", "goals"),
        ("How much do you spend?", "buying"),
        ("Colour of the front door", "behaviours"),
    ],
)
def test_a_question_finds_its_section_by_its_words(label, section):
    assert section_of(label, descriptor=False) == section


def test_who_people_are_goes_to_demographics_only_as_a_descriptor():
    assert section_of("Where do you live?", descriptor=True) == "demographics"
    assert section_of("Where do you live?", descriptor=False) == "context"


def test_who_denies_a_goal_tells_a_value_and_has_no_such_goal():
    low = {"answer": "Disagree", "op": "at_most", "value": "Disagree"}
    high = {"answer": "Agree", "op": "at_least", "value": "Agree"}
    statement, question = "I want to save time", "How often do you want to save time?"
    assert section_for({"label": statement, **low}, descriptor=False) == "values"
    assert section_for({"label": statement, **high}, descriptor=False) == "goals"
    assert section_for({"label": question, **low}, descriptor=False) == "goals"


def test_a_line_says_how_many_unless_it_is_most():
    item = {"label": "How do you pay?", "answer": "Cash", "op": "is", "value": "Cash"}
    assert words_of(item, "most") == "How do you pay? Cash"
    assert words_of(item, "few") == "Few: How do you pay? Cash"
    low = {"answer": "Disagree or strongly disagree", "op": "at_most", "value": "Disagree"}
    scale = {"label": "I come to sit down", **low}
    said_low = "Disagree or strongly disagree: “I come to sit down”"
    assert words_of(scale, "about_half") == f"About half: {said_low}"


def test_an_answer_of_several_words_speaks_alone_under_a_title_that_asks_the_same():
    way = {"label": "What gets in your way?", "op": "is"}
    queue = {**way, "answer": "The queue is too long", "value": "The queue is too long"}
    assert words_of(queue, "about_half", "pains") == "About half: The queue is too long"
    assert words_of(queue, "most", "context") == "What gets in your way? The queue is too long"
    short = {**way, "answer": "Other", "value": "Other"}
    assert words_of(short, "most", "pains") == "What gets in your way? Other"


def test_a_statement_speaks_alone_where_people_agree_and_nothing_else_does():
    high = {"answer": "Satisfied or very satisfied", "op": "at_least", "value": "Satisfied"}
    agreed = {"answer": "Agree or strongly agree", "op": "at_least", "value": "Agree"}
    assert words_of({"label": "I come to sit down", **agreed}, "most") == "I come to sit down"
    other = words_of({"label": "A place to sit down", **high}, "most")
    assert other == "A place to sit down: Satisfied or very satisfied"
    name = words_of({"label": "Overall satisfaction", **high}, "most")
    assert name == "Overall satisfaction: Satisfied or very satisfied"
    asked = words_of({"label": "How satisfied are you?", **high}, "most")
    assert asked == "How satisfied are you? Satisfied or very satisfied"


@pytest.mark.parametrize(
    ("text", "word", "after"),
    [
        ("About half: How do you pay? Cash", "few", "Few: How do you pay? Cash"),
        ("About half: How do you pay? Cash", "most", "How do you pay? Cash"),
        ("About half: How do you pay? Cash", None, "How do you pay? Cash"),
        ("About half of them pay in cash", "few", "About half of them pay in cash"),
    ],
)
def test_another_quantifier_changes_how_a_drafted_line_begins(workspace, text, word, after):
    with workspace.edit("Add") as write:
        claim = claims.add(write, None, "buying", text, quantifier="about_half")
    with workspace.edit("Change") as write:
        claims.change(write, claim, quantifier=word)
    found = workspace.snapshot.table(Claim)[claim]
    assert (found.text, found.quantifier) == (after, word)
