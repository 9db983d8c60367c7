# SPDX-License-Identifier: MIT
"""Themes of free text: found, honest where there are none, sorted on, undone, and used."""

import csv
import json
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sklearn.metrics import adjusted_rand_score

from persona_studio.cli import main
from persona_studio.core.research import Quote, Theme, ThemeItem, Wave
from persona_studio.patterns.theme_words import word_counts, words_in
from persona_studio.patterns.themes import STEADY, ThemeRequest, find_themes
from persona_studio.workspace.theme_sorting import MOST_QUOTED
from persona_studio.workspace.themes_kept import sorting_of
from persona_studio.workspace.workspace import Workspace
from tests.shared import SEGMENTS, needs_shared


def quiet(done: int, total: int) -> None:
    """Report to nobody."""


def banking(seed: int, labels: int, each: int) -> list[tuple[str, str]]:
    """Return real questions to a bank as (text, label), shuffled."""
    with (SEGMENTS / "text_banking77.csv").open(encoding="utf-8") as file:
        rows = [(row["text"], row["category"]) for row in csv.DictReader(file)]
    drawn = Random(seed)
    chosen = drawn.sample(sorted({label for _, label in rows}), labels)
    found = [r for c in chosen for r in drawn.sample([x for x in rows if x[1] == c], each)]
    drawn.shuffle(found)
    return found


@needs_shared
def test_answers_of_one_label_come_under_one_theme_whatever_the_order() -> None:
    said = banking(3, 12, 50)
    texts, labels = tuple(text for text, _ in said), [label for _, label in said]
    found = find_themes(ThemeRequest(texts, 12), report=quiet)
    assert adjusted_rand_score(labels, found.labels) > 0.7
    again = find_themes(ThemeRequest(texts[::-1], 12), report=quiet)
    assert adjusted_rand_score(found.labels, again.labels[::-1]) == 1
    assert [theme.words for theme in found.themes] == [theme.words for theme in again.themes]
    assert all(len({texts[place] for place in theme.central}) == 3 for theme in found.themes)


def test_words_drawn_at_random_have_no_themes_but_counts() -> None:
    drawn = Random(1)
    words = ["".join(drawn.choices("abcdefghijklmnopqrstuvwxyz", k=6)) for _ in range(200)]
    texts = tuple(" ".join(drawn.choices(words, k=8)) for _ in range(300))
    found = find_themes(ThemeRequest(texts), report=quiet)
    assert not found.themes
    assert not found.offered
    assert found.counts


@needs_shared
def test_words_dealt_to_answers_by_chance_have_no_themes_though_they_come_back() -> None:
    said = [text.split() for text, _ in banking(101, 3, 67)]
    words = [word for text in said for word in text]
    Random(0).shuffle(words)
    left = iter(words)
    dealt = tuple(" ".join(next(left) for _ in text) for text in said)
    assert not find_themes(ThemeRequest(dealt), report=quiet).themes
    assert find_themes(ThemeRequest(dealt, 3), report=quiet).offered[0]["stability"] >= STEADY
    real = tuple(text for text, _ in banking(550, 5, 21)[:100])
    assert len(find_themes(ThemeRequest(real), report=quiet).themes) == 5


@needs_shared
def test_a_theme_is_named_by_short_words_too_and_not_by_what_is_said_everywhere() -> None:
    texts = tuple(text for text, _ in banking(2, 12, 30))
    found = find_themes(ThemeRequest(texts, 12), report=quiet)
    named = [theme.words for theme in found.themes]
    used = Counter(word for words in named for word in words)
    assert {"pin", "atm"} & used.keys()
    spoken = [words_in(text.casefold()) for text in texts]
    for number, words in enumerate(named):
        mine = [said for said, label in zip(spoken, found.labels, strict=True) if label == number]
        for word in words:
            assert 2 * sum(word in said for said in mine) >= sum(word in said for said in spoken)
    assert all(named)


def test_few_answers_have_words_each_person_counted_once() -> None:
    found = find_themes(ThemeRequest(("Parking parking", "the PARKING", "nothing")), report=quiet)
    assert not found.themes
    assert found.counts == (("parking", 2),)


def test_words_said_with_everything_tell_nothing_and_those_that_part_answers_come_first() -> None:
    thoughts = ("parking is full", "coffee too cold", "queue moves slowly", "music much louder")
    drawn, fillers = Random(3), [f"filler{letter}" for letter in "abcdefghijklmnopqrst"]
    texts = [
        f"{thoughts[i] if i < 4 else ''} maybe {' '.join(drawn.sample(fillers, 2))}"
        for i in (place % 13 for place in range(400))
    ]
    counted = word_counts(texts)
    told = [word for word, _ in counted]
    assert {"maybe", "is", "too", "full"} - set(told) == {"maybe", "is", "too"}
    assert set(told[:10]) == {word for said in thoughts for word in said.split() if len(word) > 3}
    assert max(n for _, n in counted[:10]) < max(n for _, n in counted[10:])
    assert word_counts(texts[::-1]) == counted


def test_a_theme_is_named_by_words_that_the_others_do_not_use() -> None:
    halves = ("the parking with spaces", "the coffee with sugar")
    texts = tuple(f"{halves[i % 2]} {'with the one' if i % 3 else ''}" for i in range(200))
    found = find_themes(ThemeRequest(texts, 2), report=quiet)
    named = {frozenset(theme.words) for theme in found.themes}
    assert named == {frozenset({"parking", "spaces"}), frozenset({"coffee", "sugar"})}


def run(capsys: pytest.CaptureFixture[str], *line: object) -> tuple[int, Any]:
    code = main([str(part) for part in line])
    return code, json.loads(capsys.readouterr().out)


@needs_shared
def test_themes_are_found_joined_moved_undone_and_become_quotes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project, file = tmp_path / "bank.persona", tmp_path / "asked.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["id", "What did you want to know?"])
        writer.writerows((f"p{i}", text) for i, (text, _) in enumerate(banking(3, 4, 40)))
    run(capsys, "new", project, "--name", "Bank")
    _, made = run(capsys, "import", project, file)
    wave = made[0]["wave"] if isinstance(made, list) else made["wave"]
    line = ("themes", project, "--wave", wave)
    code, refused = run(capsys, *line, "--keep", "cards")
    assert (code, refused["error"]["kind"]) == (2, "no_theme")
    code, found = run(capsys, *line, "--k", 4)
    assert code == 0
    assert found["sentence"] == f"4 themes in 160 answers; {found['other']} under none."
    assert found["answers"] == 160 == sum(t["n"] for t in found["themes"]) + found["other"]
    first, second = (theme["name"] for theme in found["themes"][:2])
    both = found["themes"][0]["n"] + found["themes"][1]["n"]
    row = found["themes"][2]["central"][0]["row"]
    _, joined = run(
        capsys,
        *line,
        "--rename",
        f"{first}=Cards",
        "--rename",
        f"{second}=cards",
        "--move",
        f"{row}=Cards",
        "--keep",
        "Cards",
        "--assignments",
    )
    assert {t["name"]: t["n"] for t in joined["themes"]}["Cards"] == both + 1
    assert joined["assignments"][str(row)] == "Cards"
    with closing(Workspace.open(project)) as space:
        there = space.snapshot
        assert [theme.name for theme in there.table(Theme).values()] == ["Cards"]
        assert len(there.table(ThemeItem)) == len(there.table(Quote)) == MOST_QUOTED
        assert len(there.table(Wave)) == 1
        space.undo()
        kept = sorting_of(space.snapshot, found["question"])
        assert kept is not None
        assert [theme.name for theme in kept.themes] == [t["name"] for t in found["themes"]]
        assert not space.snapshot.table(Quote)
