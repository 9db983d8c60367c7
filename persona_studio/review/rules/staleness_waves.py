# SPDX-License-Identifier: MIT
"""Rules about waves: a newer one unused, answers that moved, other people, impossible days."""

from collections.abc import Iterator, Sequence
from datetime import date

from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.research import Wave
from persona_studio.core.reviewing import Finding, Fix, Review, SignOff, Target
from persona_studio.evidence import ages
from persona_studio.evidence.adoption import adoption, measures_of
from persona_studio.evidence.assess import short_date
from persona_studio.evidence.drift import Pair
from persona_studio.evidence.waves import sequences
from persona_studio.review.rule import Case, Rule, quoted, short
from persona_studio.review.rules.evidence import take_away


def about_wave(wave: Wave, case: Case) -> Target:
    """Return a wave as the target of a finding, named by its study and month."""
    name = case.sources[wave.source].name
    when = f", {wave.collected_on:%B %Y}" if wave.collected_on else ""
    return Target("wave", wave.id, None, name + when)


def _newer_unused(case: Case) -> Iterator[Finding]:
    for source in sorted(case.sources):
        for waves in sequences(case.snapshot, source):
            if len(waves) < 2:
                continue
            newest, moves = waves[-1], dict[str, str]()
            claims = []
            for _, claim in case.claims:
                items = _citing_older(measures_of(claim.id, source, case.snapshot), waves, case)
                if items:
                    claims.append(claim.id)
                    moves |= {item.id: newest.id for item in items}
            if claims:
                yield _unused(newest, claims, moves, case)


def _citing_older(items: list[Evidence], waves: Sequence[Wave], case: Case) -> list[Evidence]:
    """Return the last cited evidence that the newest wave could replace; none where it is cited."""
    newest, older = waves[-1], [wave.id for wave in waves[:-1]]
    if any(item.wave == newest.id for item in items):
        return []
    able = [item for item in items if item.wave in older and _asks_alike(item, newest, case)]
    last = max((older.index(item.wave or "") for item in able), default=-1)
    return [item for item in able if item.wave == older[last]]


def _asks_alike(item: Evidence, newest: Wave, case: Case) -> bool:
    variable = item.measure.question if item.measure else ""
    then, now = (case.snapshot.question(wave, variable) for wave in (item.wave or "", newest.id))
    return then is not None and now is not None and now.same and then.role == now.role


def _unused(newest: Wave, claims: list[str], moves: dict[str, str], case: Case) -> Finding:
    day = ages.collected(newest)
    fresh = day is not None and not ages.older_than(
        day, case.months("ST01", "warn_months"), case.today
    )
    target = about_wave(newest, case)
    many = "One claim still rests" if len(claims) == 1 else f"{len(claims)} claims still rest"
    return Finding(
        "ST03",
        "W",
        target,
        f"{many} on answers older than {short(target.text, 7, 50)}. The newer answers are there "
        "and may say otherwise. Re-check the personas, or count these claims again.",
        {"count": len(claims), "claims": sorted(claims), "fresh": fresh},
        (Fix("count_again", f"Count {len(claims)} again", {"moves": moves}),),
    )


def _drift(case: Case) -> Iterator[Finding]:
    if case.data is None or not any(
        len(waves) > 1 for source in case.sources for waves in sequences(case.snapshot, source)
    ):
        return
    from persona_studio.evidence.recheck import drifts

    for test, shift, wave in drifts(case.snapshot, case.data):
        if shift.answer != "changed":
            continue
        pair, claim, item = shift.pair, test.claim, test.item
        counts = f"{pair.k_before} of {pair.n_before} then, {pair.k_after} of {pair.n_after} now"
        if item:
            yield Finding(
                "ST04",
                "B" if claim.key else "W",
                case.target(test.persona, claim),
                f"{quoted(claim.text)} has changed: {counts}. That is more than chance. "
                "Take the new value, take it off, or note why it still holds.",
                {
                    "k_before": pair.k_before,
                    "n_before": pair.n_before,
                    "k": pair.k_after,
                    "n": pair.n_after,
                    "share": pair.k_after / pair.n_after,
                    "difference": shift.difference,
                    "wave": wave,
                },
                (
                    _adopt(claim, item, wave, pair, case),
                    *take_away(claim),
                ),
            )


def _adopt(claim: Claim, item: Evidence, wave: str, pair: Pair, case: Case) -> Fix:
    """Return the fix that rests a claim on the new wave, with a quantifier that fits it."""
    counts = (pair.k_after, pair.n_after)
    values = adoption(claim, item, wave, counts, case.snapshot)
    return Fix("adopt", f"Take the new value ({counts[0]} of {counts[1]})", values)


def _others_asked(case: Case) -> Iterator[Finding]:
    if case.data is None:
        return
    measured = {
        item.measure.question: claim.section
        for _, claim in case.claims
        for item in case.living(claim)
        if item.measure
    }
    for source in sorted(case.sources):
        for waves in sequences(case.snapshot, source):
            if len(waves) > 1:
                yield from _other_people(waves[-2], waves[-1], measured, case)


def _other_people(
    before: Wave, after: Wave, measured: dict[str, str], case: Case
) -> Iterator[Finding]:
    from persona_studio.evidence.mix import asked, describing

    data = case.data
    if data is None:
        return
    variables = tuple(describing(case.snapshot, measured, data.answers(after.id)))
    found = data.once(
        ("mix", before.id, after.id, variables),
        lambda: asked(data.answers(before.id), data.answers(after.id), variables),
    )
    if found["same"]:
        return
    worst = max(found["differences"], key=lambda each: abs(each["after"] - each["before"]))
    target = about_wave(after, case)
    share = [round(100 * worst[side]) for side in ("before", "after")]
    yield Finding(
        "ST10",
        "W",
        target,
        f"Other people were asked in {short(target.text, 7, 50)}: {quoted(worst['answer'], 4)} "
        f"went from {share[0]} to {share[1]} in 100. What looks changed may come from that. "
        "Compare like with like.",
        {
            "differences": len(found["differences"]),
            "question": worst["question"],
            "before": worst["before"],
            "after": worst["after"],
        },
        (Fix("leave_out_wave", "Don't compare this wave", {"wave": after.id}),),
    )


def _undated(case: Case) -> Iterator[Finding]:
    for wave in case.snapshot.table(Wave).values():
        if wave.collected_on is None:
            target = about_wave(wave, case)
            yield Finding(
                "ST07",
                "W",
                target,
                f"Nobody noted when {short(target.text, 6, 50)} was collected. Without a day the "
                "studio can't tell when it is too old. Give its date.",
                {"undated": 1},
                tuple(_dates(wave, case)),
            )


def _dates(wave: Wave, case: Case) -> Iterator[Fix]:
    """Yield the fixes that date a wave: the day of its import, or the user's own word."""
    imported = wave.imported_at.date() if wave.imported_at else None
    if imported and imported <= case.today and imported != wave.collected_on:
        values = {"wave": wave.id, "collected_on": imported.isoformat()}
        yield Fix("set_date", f"Use the day of import ({short_date(imported, case.today)})", values)
    values = {"wave": wave.id, "ask": "collected_on", "collected_on": ""}
    yield Fix("set_date", "Say when it was", values)


def _impossible(case: Case) -> Iterator[Finding]:
    for wave in case.snapshot.table(Wave).values():
        if wave.collected_on and wave.collected_on > case.today:
            target = about_wave(wave, case)
            yield Finding(
                "ST08",
                "B",
                target,
                f"{short(target.text, 6, 50)} is said to be from "
                f"{short_date(wave.collected_on, case.today)}, a day to come. Its age can't be "
                "told. Correct the date.",
                {"collected_on": wave.collected_on.isoformat()},
                tuple(_dates(wave, case)),
            )


def _before_creation(case: Case) -> Iterator[Finding]:
    for persona in case.personas:
        wrong = [
            (each, day)
            for each, day in _looks_at(persona, case)
            if day > case.today or (persona.created and day < persona.created)
        ]
        if wrong:
            day = min(day for _, day in wrong)
            yield Finding(
                "ST08",
                "B",
                case.about(persona),
                f"{short(persona.name, 4, 30)} was looked at on {short_date(day, case.today)}, "
                "before it was made or in days to come. One of the dates is wrong. Correct it.",
                {"day": day.isoformat()},
                tuple(_corrections(persona, wrong, case)),
            )


def _looks_at(persona: Persona, case: Case) -> Iterator[tuple[Review | SignOff, date]]:
    """Yield the reviews and sign-offs of a persona with their days."""
    for signed in case.snapshot.table(SignOff).values():
        if signed.persona == persona.id and signed.signed_on:
            yield signed, signed.signed_on
    for review in case.snapshot.table(Review).values():
        if review.persona == persona.id and review.held_on:
            yield review, review.held_on


def _corrections(
    persona: Persona, wrong: list[tuple[Review | SignOff, date]], case: Case
) -> Iterator[Fix]:
    first = min(day for _, day in wrong)
    if all(day <= case.today for _, day in wrong):
        label = f"It was made on {short_date(first, case.today)}"
        values = {"persona": persona.id, "created": first.isoformat()}
        yield Fix("set_created", label, values)
    entries = {
        "reviews": [each.id for each, _ in wrong if isinstance(each, Review)],
        "sign_offs": [each.id for each, _ in wrong if isinstance(each, SignOff)],
    }
    yield Fix("remove_looks", "Take the wrong entry away", entries)


def _impossible_dates(case: Case) -> Iterator[Finding]:
    yield from _impossible(case)
    yield from _before_creation(case)


ST03 = Rule(
    "ST03",
    "Newer wave unused",
    "Asking again is the cheapest check there is; it helps only where the answers are used.",
    "W",
    _newer_unused,
    moves={"count": 3},
)
ST04 = Rule(
    "ST04",
    "Answers have changed",
    "A claim that no longer holds is worse than none: people act on it.",
    "W",
    _drift,
    moves={"share": 0.10},
    same=("wave",),
)
ST07 = Rule(
    "ST07",
    "Undated source",
    "How old evidence is decides how much it still says.",
    "W",
    _undated,
)
ST08 = Rule(
    "ST08",
    "Impossible date",
    "A day in the future or before the beginning is a slip, and every age built on it is wrong.",
    "B",
    _impossible_dates,
    same=("collected_on", "day"),
)
ST10 = Rule(
    "ST10",
    "Other people asked",
    "When other people are asked, answers change although nobody has changed their mind.",
    "W",
    _others_asked,
    moves={"differences": 2},
)
