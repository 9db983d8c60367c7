# SPDX-License-Identifier: MIT
"""What becomes a line of a draft: the usual, else more options of a list, else what is rare."""

from typing import Any

from persona_studio.workspace.draft_lines import lines_of

WHY = "Why do you travel?"
ANNOYS = "What annoys you on the way?"


def told(label: str, answer: str, k: int, everyone: int, op: str = "includes") -> dict[str, Any]:
    """Return one difference of a group of 200: k of them say it, `everyone` of 200 do."""
    figures = {"k": k, "n": 200, "lift": k / everyone}
    return {
        "question": label,
        "label": label,
        "answer": answer,
        "op": op,
        "value": answer,
    } | figures


def texts(*found: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the section and the words of each line."""
    return [(line.section, line.text) for line in lines_of(found, ())]


def test_a_group_above_everyone_in_nothing_says_what_its_people_hardly_ever_say() -> None:
    rare = [told(WHY, f"{word} and all that", k, 120) for word, k in (("Fun", 20), ("Sun", 24))]
    wide = told(WHY, "Good company on the road", 90, 130)
    third = told(WHY, "Sport", 21, 100)
    assert texts(*rare, third, wide) == [
        ("values", f"Few: {WHY} Fun and all that"),
        ("values", f"Few: {WHY} Sun and all that"),
    ], "two a section; who does not want something has no such motive, and half is not few"
    assert lines_of(rare, ())[0].quantifier == "few"


def test_of_a_question_with_one_answer_only_one_rare_answer_is_told() -> None:
    found = [told("Means", word, 10, 100, "is") for word in ("Car", "Bus", "Train")]
    assert texts(*found) == [("behaviours", "Few: Means: Car")]


def test_rare_answers_are_left_to_drafts_of_fewer_than_three_lines() -> None:
    usual = [told(WHY, "To see old friends", 180, 100)]
    usual += [told(f"{word}?", "Yes, nearly always", 170, 100, "is") for word in ("Rail", "Tent")]
    rare = told(ANNOYS, "The crowd on board", 10, 90)
    assert len(texts(*usual, rare)) == 3
    assert texts(*usual[:2], rare)[2] == ("values", f"Few: {ANNOYS} The crowd on board")


def test_a_thin_draft_takes_more_options_of_a_list_before_what_is_rare() -> None:
    options = [told(WHY, f"To see {what} again", 180, 100) for what in ("friends", "home", "art")]
    more = [told(f"{word}?", "Yes, nearly always", 170, 100, "is") for word in ("Rail", "Tent")]
    assert [section for section, _ in texts(*options)] == ["motivations"] * 2
    assert texts(*options, *more)[1][0] == "behaviours", "one a question where that is enough"
    alone = [told("Means", word, 150, 100, "is") for word in ("Car", "Bus")]
    assert len(texts(*alone)) == 1


def test_answers_of_one_kind_are_told_up_to_four_while_a_draft_is_short_of_lines() -> None:
    usual = [told(f"Word {n}?", "Yes, nearly always", 170, 100, "is") for n in range(5)]
    why = [told(f"Why {n}?", "To see old friends", 170, 100, "is") for n in range(5)]
    assert len(texts(*usual)) == 4
    assert [section for section, _ in texts(*usual, why[0])].count("behaviours") == 4
    assert len(texts(*usual, why[0])) == 5
    assert [section for section, _ in texts(*usual, *why)].count("behaviours") == 4, (
        "six are enough"
    )
    assert len(texts(*usual, *why)) == 6
    buying = [told(f"What do you buy {n}?", "Cake and tea", 170, 100, "is") for n in range(3)]
    whole = texts(*usual, *why, *buying)
    assert len(whole) == 6
    assert max(sum(section == each for section, _ in whole) for each, _ in whole) == 2


def test_a_line_that_nobody_can_tell_yet_does_not_fill_a_short_draft() -> None:
    open_ = [told(f"Word {n}?", "Yes, nearly always", 110, 100, "is") for n in range(5)]
    sure = told("Rail?", "Yes, nearly always", 170, 100, "is")
    assert len(texts(sure, *open_)) == len(texts(sure)) == 1
