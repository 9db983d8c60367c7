# SPDX-License-Identifier: MIT
"""Rules about the people a set describes: almost nobody, those no persona fits, those between two.

All of them look at the wave on which most claims of the set were measured, and at the newest wave
that asked the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from persona_studio.core.persona import Persona
from persona_studio.core.research import Wave
from persona_studio.core.reviewing import Finding, Fix
from persona_studio.evidence.data import Data
from persona_studio.evidence.intervals import shares_differ, wilson
from persona_studio.evidence.waves import measured_wave, sequences
from persona_studio.review.rule import Case, Rule, short
from persona_studio.review.rules.whole_set import merge, retire, weakest_first

if TYPE_CHECKING:
    from persona_studio.evidence.prevalence import Line
    from persona_studio.evidence.whole_set import Whole

Lines: TypeAlias = "Mapping[str, Sequence[Line]]"
_LEVEL = 0.05


def _lines(case: Case, wave: str, least: int) -> Lines:
    """Return the lines of every persona that has at least so many on a wave."""
    from persona_studio.evidence.prevalence import lines_of

    found = {
        persona.id: lines_of(
            case.snapshot.claims_of(persona.id),
            case.snapshot,
            wave,
            lambda claim: case.assess(claim).measured,
        )
        for persona in case.personas
    }
    return {persona: lines for persona, lines in found.items() if len(lines) >= least}


def _home(case: Case) -> str | None:
    return measured_wave(case.snapshot, (claim for _, claim in case.claims))


def _almost_nobody(case: Case) -> Iterator[Finding]:
    if case.data is None:
        return
    for persona in case.personas:
        if persona.role == "negative":
            continue
        k, n = _people(persona, case, case.data)
        if n < case.limit("SE04", "people"):
            continue
        rare = wilson(k, n, case.z)[1] < case.limit("SE04", "block")
        if rare or k / n < case.limit("SE04", "warn"):
            yield Finding(
                "SE04",
                "B" if rare else "W",
                case.about(persona),
                f"{short(persona.name, 4, 30)} describes {k} of {n} people asked. A persona of so "
                "few draws attention from the many. Put it away, or mark it as not for them.",
                {"k": k, "n": n, "share": k / n},
                (
                    Fix(
                        "set_role",
                        "Mark as not for them",
                        {"persona": persona.id, "role": "negative"},
                    ),
                    retire(persona),
                ),
            )


def _people(persona: Persona, case: Case, data: Data) -> tuple[int, int]:
    """Return (people of a persona, people asked): of its group, else whom its lines fit."""
    home = data.members(persona)
    if home is not None:
        answers = data.answers(home[0])
        key = ("size", persona.segment)
        return data.once(
            key, lambda: (answers.people(answers.mask(home[1])), answers.people(answers.mask(None)))
        )
    wave = measured_wave(case.snapshot, case.snapshot.claims_of(persona.id))
    lines = _lines(case, wave, int(case.limit("SE04", "lines"))) if wave else {}
    if wave is None or persona.id not in lines:
        return 0, 0
    found = _whole({persona.id: lines[persona.id]}, wave, data)
    return found.fits[persona.id], found.n


def _whole(lines: Lines, wave: str, data: Data) -> "Whole":
    from persona_studio.evidence.whole_set import whole

    told = tuple(
        (persona, tuple((line.measure.condition, line.turned) for line in each))
        for persona, each in lines.items()
    )
    return data.once(("whole", wave, told), lambda: whole(lines, wave, data))


def _nobody_covers(case: Case) -> Iterator[Finding]:
    home = _home(case)
    if case.data is None or home is None:
        return
    least = int(case.limit("SE05", "lines"))
    sequence = _asking_all(case, home, least)
    if not sequence:
        return
    now = _whole(_lines(case, sequence[-1], least), sequence[-1], case.data)
    then = _whole(_lines(case, sequence[0], least), sequence[0], case.data)
    many = now.n > 0 and now.nobody / now.n >= case.limit("SE05", "share")
    if many or _rose(then, now, case.limit("SE05", "rise")):
        rise = "" if many else f", {_in_100(now) - _in_100(then)} in 100 more than at first"
        yield Finding(
            "SE05",
            "W",
            case.whole,
            f"No persona fits {now.nobody} of {now.n} people asked{rise}. Whoever is left out of "
            "the set is left out of decisions. Make a persona from them, or widen one.",
            {"nobody": now.nobody, "n": now.n, "share": now.nobody / now.n},
            (Fix("draft_rest", "Make a persona from them", {"wave": sequence[-1]}),),
        )


def _asking_all(case: Case, home: str, least: int) -> list[str]:
    """Return the waves of a study on which every persona in use can be checked, oldest first."""
    source = case.snapshot.table(Wave)[home].source
    mine = next(w for w in sequences(case.snapshot, source) if home in [each.id for each in w])
    everybody = len(case.personas)
    return [wave.id for wave in mine if len(_lines(case, wave.id, least)) == everybody]


def _rose(then: "Whole", now: "Whole", rise: float) -> bool:
    if not (then.n and now.n):
        return False
    gap = now.nobody / now.n - then.nobody / then.n
    return gap >= rise and shares_differ(now.nobody, now.n, then.nobody, then.n) <= _LEVEL


def _in_100(found: "Whole") -> int:
    return round(100 * found.nobody / found.n) if found.n else 0


def _overlap(case: Case) -> Iterator[Finding]:
    home = _home(case)
    if case.data is None or home is None:
        return
    lines = _lines(case, home, int(case.limit("SE06", "lines")))
    if len(lines) < 2:
        return
    found = _whole(lines, home, case.data)
    if not found.n or found.between <= case.limit("SE06", "share") * found.n:
        return
    pair = max(found.pairs, key=lambda each: (found.pairs[each], each))
    personas = [persona for persona in case.personas if persona.id in pair]
    weaker, stronger = weakest_first(personas, case)
    names = " and ".join(short(persona.name, 3, 24) for persona in personas)
    yield Finding(
        "SE06",
        "N",
        case.whole,
        f"{found.between} of {found.n} people fit two personas alike, mostly {names}. Two who fit "
        "the same people are hard to tell apart. Merge them, or sharpen their lines.",
        {
            "between": found.between,
            "n": found.n,
            "share": found.between / found.n,
            "pair": sorted(pair),
        },
        (merge(weaker, stronger), retire(weaker)),
    )


SE04 = Rule(
    "SE04",
    "Describes almost nobody",
    "With each further line fewer people are meant; a group below one in twenty is hardly one.",
    "W",
    _almost_nobody,
    limits={"block": 0.05, "warn": 0.10, "people": 50, "lines": 3},
    reads={
        "block": "block below {0} % of people",
        "warn": "warn below {0} %",
        "people": "from {0} people asked on",
        "lines": "from {0} measured lines on",
    },
    moves={"share": 0.03},
)
SE05 = Rule(
    "SE05",
    "People no persona covers",
    "A set should speak for the people you have; two lines in three are enough to belong.",
    "W",
    _nobody_covers,
    limits={"share": 0.25, "rise": 0.10, "lines": 6},
    reads={
        "share": "where {0} % or more fit nobody",
        "rise": "or {0} % more than at first",
        "lines": "from {0} measured lines a persona on",
    },
    moves={"share": 0.10},
)
SE06 = Rule(
    "SE06",
    "Personas overlap",
    "Personas help to choose between people; that needs people who differ.",
    "N",
    _overlap,
    limits={"share": 0.30, "lines": 6},
    reads={
        "share": "where more than {0} % stand between two",
        "lines": "from {0} measured lines a persona on",
    },
    moves={"share": 0.10},
)
