# SPDX-License-Identifier: MIT
"""The answer in plain words: what was found, how sure that is, and names for the groups."""

import re
from collections.abc import Container, Iterable, Sequence

from persona_studio.core.fields import Json
from persona_studio.evidence.silent import says_something
from persona_studio.evidence.spoken import is_asked, joint
from persona_studio.patterns.models import REDRAWS
from persona_studio.patterns.request import FEWEST, GroupRequest

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six")
_LONGEST, _PARTS = 42, 2
_AND, _LESS = " \u00b7 ", "Less often: "
_CHOSEN = ("is", "includes", "any_of")
_CODE = re.compile(r"[\d_]")
_VERY_STEADY, _STEADY, _SHAKY = 0.85, 0.75, 0.6


def headline(verdict: str, k: int, *, forced: bool, worst: float = 1.0) -> str:
    """Return the answer in one sentence; `worst` is how surely the least steady group comes back.

    That groups come back is said only where each of them does (bands of `steadiness`).
    """
    many = _NUMBERS[k] if k < len(_NUMBERS) else str(k)
    shaky = "" if worst >= _SHAKY else " Not all of them come back when we ask again."
    if verdict == "clear":
        if forced:
            return f"There are clear groups; here they are cut into {many}.{shaky}"
        came = "." if shaky else ", and they come back when we ask again."
        return f"There are clear groups: {many}{came}{shaky}"
    if verdict == "slices":
        way = "." if shaky else " in a way that repeats."
        return f"No separate groups: one crowd, cut into {many}{way}{shaky}"
    if verdict == "levels":
        return f"One scale, not groups: people differ by how much. Cut into {many} levels."
    if verdict == "too_few":
        return "Too few people to look for groups."
    if forced:
        return f"No group structure can be shown; cut into {many} because you asked."
    return "No group structure can be shown here."


def detail(verdict: str, request: GroupRequest, offered: Sequence[Json], between: float) -> str:
    """Return what the first sentence rests on, and what to do where there are no groups."""
    people = request.answers.people(request.answers.mask(None))
    if verdict == "too_few":
        return (
            f"{people} people answered; groups need at least {FEWEST}. "
            "Build personas from interviews, placing people on scales by hand."
        )
    if not offered:
        return "Answers vary smoothly. Build personas from interviews or from roles."
    said = [_found_again(offered)]
    if between:
        sit = round(between * people)
        share = f" ({between:.0%})".replace("%", " %") if round(100 * between) else ""
        who = "1 person sits" if sit == 1 else f"{sit} people{share} sit"
        said.append(f"{who} between groups.")
    said.append(_ADVICE.get(verdict, ""))
    if people < 100:
        said.append("Fewer than 100 people: take it as a sketch.")
    return " ".join(part for part in said if part)


_ADVICE = {
    "slices": "Useful for talking, but say that the borders are ours.",
    "levels": "Name the levels low to high; they are not kinds of people.",
    "none": "Build personas from interviews or from roles.",
}


def _found_again(offered: Sequence[Json]) -> str:
    worst = min(float(item["worst_stability"]) for item in offered if item["chosen"])
    return (
        f"In {REDRAWS} re-drawn samples the least steady group kept {worst:.0%} of its people."
    ).replace("%", " %")


def skipped(blocks: Sequence[Json]) -> str:
    """Return who skipped which block, to stand after what else is told; empty where nobody did."""
    told = (
        f" {block['n']} people ({block['share']:.0%}) skipped a block of "
        f"{len(block['questions'])} questions; they are put by what they did answer."
        for block in blocks
    )
    return "".join(told).replace("%", " %")


def steadiness(stability: float) -> str:
    """Return how steady a group is, in words (bands of Hennig's clusterboot)."""
    if stability >= _VERY_STEADY:
        return "very steady"
    if stability >= _STEADY:
        return "steady"
    return "a pattern, not steady" if stability >= _SHAKY else "do not trust"


def names(
    told: Sequence[tuple[Sequence[Json], Sequence[Json]]], scales: Container[str] = ()
) -> list[str]:
    """Return a different name for each group from what is told of it, (over, under).

    Two answers that set it apart most and are understood alone; else such as need their question,
    with it, where both are short; else what it says less often; else its number. Answers to
    `scales` are steps, which need their question.
    """
    used: set[str] = set()
    return [
        _joined([_alone(item, scales) for item in over], used)
        or _joined([_asked(item) for item in over if not _alone(item, scales)], used)
        or _joined([_alone(item, scales) for item in under], used, _LESS)
        or f"Group {number}"
        for number, (over, under) in enumerate(told, start=1)
    ]


def _joined(words: Iterable[str], used: set[str], begin: str = "") -> str:
    """Return the first two texts that fit one name and are in none, "" where none does."""
    parts: list[str] = []
    for text in filter(None, words):
        known = (begin + text).casefold()
        fits = len(begin + _AND.join([*parts, text])) <= _LONGEST
        if len(parts) < _PARTS and fits and known not in used:
            parts.append(text)
            used.add(known)
    if not parts:
        return ""
    name = begin + _AND.join(parts)
    return name[0].upper() + name[1:] if name.split()[0].islower() else name


def _alone(item: Json, scales: Container[str]) -> str:
    """Return an answer that speaks without its question; a statement agreed with by its words."""
    label, answer = _plain(item["label"]), _plain(item["answer"])
    if item["op"] == "at_least":
        is_statement = isinstance(item["value"], str) and not is_asked(label)
        return label if is_statement and says_something(label) and not _has_code(item) else ""
    chosen = item["op"] in _CHOSEN and item["question"] not in scales
    return answer if chosen and says_something(answer) else ""


def _asked(item: Json) -> str:
    """Return question and answer, "" where the question is a code ("Q3")."""
    label = _plain(item["label"])
    if _has_code(item) or not says_something(label):
        return ""
    return f"{label}{joint(label)}{_plain(item['answer'])}"


def _has_code(item: Json) -> bool:
    return bool(_CODE.search(str(item["label"])))


def _plain(text: str) -> str:
    return " ".join(str(text).replace("_", " ").split())
