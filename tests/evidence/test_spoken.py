# SPDX-License-Identifier: MIT
"""How a line from data reads: question and answer apart, with every word and nothing made up."""

import re
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.core.persona import Claim, Measure
from persona_studio.core.research import Question
from persona_studio.evidence.assess import assess
from persona_studio.evidence.spoken import (
    asked_as,
    end_of_scale,
    listed_as,
    parted,
    row_of_grid,
    without_fields,
)
from persona_studio.evidence.verdict import WORDS, said_first
from persona_studio.workspace.comparing import asked_words
from persona_studio.workspace.lines import said
from tests.evidence.draft import TODAY, Draft

PAY = "How do you usually pay?"


@pytest.mark.parametrize(
    ("label", "read"),
    [
        ("Hi *{{hidden:name}}*, what's your role?", "What's your role?"),
        ("Thanks, ${first_name}! Where do you live?", "Where do you live?"),
        ("Dear [[name]]: how old are you?", "How old are you?"),
        ("What do you like best, {{name}}?", "What do you like best?"),
        ("How content are you with **{{field:product}}**?", "How content are you with …?"),
        ("Did {{field:product}} help you?", "Did … help you?"),
        ("{{hidden:name}}", "{{hidden:name}}"),
        ("Price {net} in $ [EUR] *", "Price {net} in $ [EUR] *"),
        ("eBay, what for?", "eBay, what for?"),
    ],
)
def test_fields_of_a_survey_tool_are_not_read_out(label: str, read: str) -> None:
    assert without_fields(label) == read
    assert without_fields(read) == read


@pytest.mark.parametrize(
    ("text", "label", "read"),
    [
        (f"{PAY} With my phone", PAY, (PAY, "With my phone")),
        (
            "About half: Who comes? Nobody else",
            "Who comes?",
            ("Who comes?", "About half: Nobody else"),
        ),
        (
            "Is our app on your phone? No",
            "Is our app on your phone?",
            ("", "Is our app on your phone? No"),
        ),
        ("Channel: App", "Channel", ("Channel", "App")),
        (
            "Few: Visits (a week): 3 or more",
            "Visits (a week):",
            ("Visits (a week)", "Few: 3 or more"),
        ),
        ("¿Qué edad tiene? 34", "¿Qué edad tiene?", ("¿Qué edad tiene?", "34")),
        ("Some: Spent (£)? 4.2 or less", "Spent (£)?", ("Spent?", "Some: £4.20 or less")),
        ("Discount (%): 5-12", "Discount (%)", ("Discount", "5 %-12 %")),
        ("Spent (£)? Too much", "Spent (£)?", ("Spent (£)?", "Too much")),
        ("Age (*): 34", "Age (*)", ("Age (*)", "34")),
        ("I come to sit down", "I come to sit down", ("", "I come to sit down")),
        ("Disagree: “I come to talk”", "I come to talk", ("", "Disagree: “I come to talk”")),
        ("Pays with the phone", PAY, ("", "Pays with the phone")),
        ("Agenda first", "Age", ("", "Agenda first")),
        (PAY, PAY, ("", PAY)),
        ("Anything", "", ("", "Anything")),
    ],
)
def test_a_line_that_repeats_its_question_is_parted(
    text: str, label: str, read: tuple[str, str]
) -> None:
    assert parted(text, label) == read


def test_an_answer_that_says_nothing_alone_is_parted_where_that_is_asked_for() -> None:
    text, label = "Is our app on your phone? No", "Is our app on your phone?"
    assert parted(text, label, silent=True) == (label, "No")


@given(
    st.text(min_size=1, max_size=30),
    st.text(min_size=1, max_size=20),
    st.sampled_from([None, *WORDS]),
)
def test_no_word_of_a_line_is_lost_or_added(
    label: str, answer: str, quantifier: str | None
) -> None:
    item = {"label": label, "answer": answer, "op": "is", "value": answer}
    text = said_first(quantifier) + said(item)
    lead, line = parted(text, label)
    before, after = (sorted(re.sub("[:\uff1a]", "", words)) for words in (text, lead + line))
    if "(" not in label:
        assert [c for c in after if c.strip()] == [c for c in before if c.strip()]
    assert line


def test_an_end_of_a_scale_names_its_steps_wherever_it_is_told() -> None:
    steps = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")
    assert end_of_scale("at_least", "Agree", steps) == "Agree or strongly agree"
    assert end_of_scale("at_most", "Strongly disagree", steps) == "Strongly disagree"
    assert end_of_scale("at_most", "Agree", steps) == end_of_scale("at_least", "4", ()) == ""
    assert end_of_scale("at_least", "Medium", ("Low", "Medium", "High")) == "Medium or high"
    steps_de = ("Trifft nicht zu", "Trifft zu", "Trifft voll zu")
    assert end_of_scale("at_least", "Trifft zu", steps_de) == "Trifft zu / Trifft voll zu"
    draft = Draft()
    wave = draft.wave(draft.source("survey"))
    draft.question(wave, "I come to sit and talk", order=steps)
    space: Any = SimpleNamespace(snapshot=draft.snapshot())
    told = asked_words(space, wave, Measure("I come to sit and talk", "at_most", "Disagree"))
    assert told == "Disagree or strongly disagree: “I come to sit and talk”"
    assert asked_words(space, wave, Measure("I come to sit and talk", "at_most", "Agree")) == (
        "Agree or less: “I come to sit and talk”"
    )


def test_a_claim_reads_by_the_question_behind_it_until_it_is_in_own_words() -> None:
    draft = Draft()
    wave = draft.wave(draft.source("survey"))
    draft.question(wave, PAY)
    claim = draft.claim(draft.persona(), f"{PAY} With my phone")
    draft.measured(claim, wave, 9, 12, variable=PAY)

    def read() -> tuple[str, str]:
        snapshot = draft.snapshot()
        found = assess(snapshot.table(Claim)[claim], snapshot, TODAY)
        return found.lead, found.line

    assert read() == (PAY, "With my phone")
    draft.change(Claim, claim, text="Pays with the phone")
    assert read() == ("", "Pays with the phone")
    draft.change(Question, f"{wave}-{PAY}", label="With my phone", group="What do you pay with?")
    draft.change(Claim, claim, text="What do you pay with? With my phone")
    assert read() == ("What do you pay with?", "With my phone")
    draft.change(Question, f"{wave}-{PAY}", label="Q3", group="", text="What do you pay with?")
    assert read() == ("What do you pay with?", "With my phone")


def test_in_a_list_a_choice_begins_with_what_tells_it_from_the_others() -> None:
    dish = Question("q", "w", label="Corn", text="Which dishes? - Corn", group="Which dishes?")
    assert listed_as(replace(dish, role="multi_select")) == "Corn · Which dishes?"
    assert listed_as(replace(dish, group="")) == "Corn"
    assert asked_as(dish) == "Corn"


@pytest.mark.parametrize(
    ("label", "text", "asked"),
    [
        ("Q3", "How do  you pay?", "How do you pay?"),
        ("Orders", "Orders (how many)", "Orders"),
        ("How do you pay?", "Payment", "How do you pay?"),
        ("Q3", "Think of last week. " * 20, "Q3"),
        ("Q3", "", "Q3"),
    ],
)
def test_a_code_gives_way_to_the_words_people_were_asked_in(
    label: str, text: str, asked: str
) -> None:
    assert asked_as(Question("q", "w", label=label, text=text)) == asked


def test_a_sentence_of_a_grid_is_told_without_the_question_only_where_people_agree_with_it() -> (
    None
):
    over, row = "How far do you agree?", "I come to sit down"
    for joint in (" - ", ": ", " "):
        for steps, told in (
            (("Disagree", "Agree"), row),
            (("stimme gar nicht zu", "stimme voll zu"), row),
            (("Not important", "Important"), f"{over}{joint}{row}"),
        ):
            label = f"{over}{joint}{row}"
            asked = Question("q", "w", label=label, group=over, role="likert", order=steps)
            assert asked_as(asked) == told
            assert row_of_grid(asked) == (told if told == row else "")


@pytest.mark.parametrize(
    ("label", "answer", "line", "lead"),
    [
        ("您一般怎么付款\uff1f", "支付宝", "您一般怎么付款\uff1f支付宝", "您一般怎么付款\uff1f"),
        ("您的年龄\uff1a", "18至24岁", "您的年龄\uff1a18至24岁", "您的年龄"),
        ("您的年龄", "18至24岁", "您的年龄\uff1a18至24岁", "您的年龄"),
        ("来店頻度を教えてください\u3002", "毎朝", "来店頻度を教えてください\u3002毎朝", None),
        ("나이", "18~24세", "나이: 18~24세", None),
        ("보통 어떻게 결제하시나요?", "현금", "보통 어떻게 결제하시나요? 현금", None),
        ("كيف تدفع عادة؟", "نقدا", "كيف تدفع عادة؟ نقدا", None),
        ("Πώς πληρώνετε;", "Μετρητά", "Πώς πληρώνετε; Μετρητά", None),
        ("支出\uff08¥\uff09\uff1f", "42", "支出\uff08¥\uff09\uff1f42", "支出\uff1f"),
    ],
)
def test_question_and_answer_are_joined_and_parted_as_each_script_writes(
    label: str, answer: str, line: str, lead: str | None
) -> None:
    item = {"label": label, "answer": answer, "op": "is", "value": answer}
    assert said(item) == line
    money = "¥" if "¥" in label else ""
    assert parted(f"Few: {line}", label) == (lead or label, f"Few: {money}{answer}")
    if not label[-1].isascii():
        assert parted(f"{label}: {answer}", label)[0] == (lead or label)


def test_a_statement_speaks_alone_where_people_agree_with_it_in_any_script() -> None:
    high = {
        "op": "at_least",
        "value": "非常同意",
        "answer": "非常同意",
        "label": "我喜欢尝试新的饮品",
    }
    assert said(high) == "我喜欢尝试新的饮品"
    low = {**high, "op": "at_most", "value": "不同意", "answer": "不同意"}
    assert said(low) == "不同意\uff1a“我喜欢尝试新的饮品”"
    content = {**high, "label": "对服务的总体满意度", "value": "满意", "answer": "满意"}
    assert said(content) == "对服务的总体满意度\uff1a满意"
    assert (
        said({**high, "label": "满意度", "value": "满意", "answer": "满意"}) == "满意度\uff1a满意"
    )
