# SPDX-License-Identifier: MIT
"""One cause, one finding: where two rules see the same fault, one speaks and the other keeps quiet.

The cure of the finding that speaks also cures the ones it silences.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from persona_studio.core.reviewing import Finding

Covers = Callable[[Finding, Finding], bool]


def _its_persona(speaker: Finding, other: Finding) -> bool:
    """Tell whether a finding on a persona speaks for one on a claim of it."""
    whole = speaker.target.kind == "persona" and other.target.kind == "claim"
    return whole and speaker.target.id == other.target.persona


def _newer_is_fresh(speaker: Finding, other: Finding) -> bool:
    """Tell whether counting on the newer wave would make a claim's support young again."""
    return bool(speaker.numbers["fresh"]) and other.target.id in speaker.numbers["claims"]


def _same_pair(speaker: Finding, other: Finding) -> bool:
    return list(speaker.numbers["pair"]) == list(other.numbers["pair"])


def _its_words(speaker: Finding, other: Finding) -> bool:
    """Tell whether a finding is about words that are to be hidden anyway."""
    spoken = (speaker.target.id, *speaker.numbers.get("claims", ()))
    return other.target.id in spoken


def _only_that(speaker: Finding, other: Finding) -> bool:
    return list(other.numbers["attributes"]) == [speaker.numbers["attribute"]]


@dataclass(frozen=True)
class Silence:
    """A finding of the rule `speaker` silences those of `quiet` rules that it `covers`.

    Without `covers`, those on the same target.
    """

    speaker: str
    quiet: tuple[str, ...]
    covers: Covers | None = None


SILENCES: tuple[Silence, ...] = (
    Silence("EV01", ("EV15", "DA01")),
    Silence("EV02", ("EV04", "EV05", "EV15", "DA01")),
    Silence("EV04", ("EV04",), _its_persona),
    Silence("EV08", ("EV11", "EV15")),
    Silence("EV09", ("EV11", "EV15")),
    Silence("EV10", ("EV11", "EV15")),
    Silence("EV12", ("EV15", "DA01")),
    Silence("SE03", ("SE06",), _same_pair),
    Silence("ST03", ("ST01",), _newer_is_fresh),
    Silence("ET01", ("CO04", "CO05", "CO07", "CO08", "CO09"), _its_words),
    Silence("ET07", ("CO10",), _only_that),
)


def unsilenced(found: Iterable[Finding]) -> list[Finding]:
    """Return the findings that no other one speaks for."""
    by_rule: dict[str, list[Finding]] = {}
    every = list(found)
    for hit in every:
        by_rule.setdefault(hit.rule, []).append(hit)
    quiet = {id(hit) for silence in SILENCES for hit in _silenced(silence, by_rule)}
    return [hit for hit in every if id(hit) not in quiet]


def _silenced(silence: Silence, by_rule: Mapping[str, Sequence[Finding]]) -> Iterator[Finding]:
    speakers = by_rule.get(silence.speaker, ())
    others = [hit for rule in silence.quiet for hit in by_rule.get(rule, ())] if speakers else []
    covers = silence.covers
    if covers is None:
        targets = {hit.target.id for hit in speakers}
        yield from (hit for hit in others if hit.target.id in targets)
    else:
        yield from (
            hit for hit in others if any(hit is not one and covers(one, hit) for one in speakers)
        )
