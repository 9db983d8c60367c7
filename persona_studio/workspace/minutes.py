# SPDX-License-Identifier: MIT
"""The minutes of a workshop, as paragraphs: who met, what was guessed and found, voted, decided.

The facilitator's private notes are left out, and so is who cast which ballot.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from persona_studio.core import clock
from persona_studio.core.errors import StudioError
from persona_studio.core.workshop import Exercise, Guess, Vote, WorkshopSession
from persona_studio.evidence.agreement import agreement
from persona_studio.evidence.guesses import Outcome, outcome
from persona_studio.evidence.voting import ballots, ranked
from persona_studio.publish.paragraphs import Block, Flow, Para, under
from persona_studio.publish.sheet import long_date
from persona_studio.workspace import dealing, guessing
from persona_studio.workspace.agenda import minutes as whole
from persona_studio.workspace.assumptions import open_assumptions

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

_PERCENT_FROM = 30


def newest(workspace: "Workspace") -> WorkshopSession | None:
    """Return the meeting held last."""
    found = workspace.snapshot.table(WorkshopSession).values()
    return max(found, key=lambda s: str(s.held_on or ""), default=None)


def named(workspace: "Workspace", name: str) -> WorkshopSession:
    """Return the meeting with this id or name, the newest for ""; StudioError without one."""
    found = list(workspace.snapshot.table(WorkshopSession).values())
    said = name.casefold()
    fitting = [s for s in found if s.id == name or s.name.casefold() == said]
    session = newest(workspace) if not name else fitting[0] if len(fitting) == 1 else None
    if session is None:
        known = ", ".join(s.name for s in found) or "none yet; begin one in the window"
        message = f"There is no workshop “{name}”." if name else "No workshop was held yet."
        raise StudioError(message, f"Known workshops: {known}.", kind="unknown_workshop")
    return session


def minutes_of(workspace: "Workspace", session: WorkshopSession) -> Flow:
    """Return the minutes of one meeting."""
    project = workspace.snapshot.project
    every = workspace.snapshot.table(Exercise).values()
    exercises = sorted((e for e in every if e.workshop == session.id), key=lambda e: e.position)
    of: dict[str, list[Exercise]] = {"guess": [], "vote": [], "sort": []}
    for exercise in exercises:
        if exercise.closed:
            of[exercise.kind].append(exercise)
    blocks = [
        _opening(workspace, session),
        *under(Para("Agenda", "heading"), list(_agenda(session))),
        *under(Para("Guesses and what the data says", "heading"), _guesses(workspace, of["guess"])),
        *under(Para("Votes", "heading"), [_vote(workspace, e) for e in of["vote"]]),
        *under(Para("Who is this?", "heading"), [_sorting(workspace, e) for e in of["sort"]]),
        *under(Para("Decisions", "heading"), list(_decisions(session))),
        *under(Para("Open assumptions", "heading"), list(_assumptions(workspace))),
        *_next(session),
    ]
    held = f" · {long_date(session.held_on)}" if session.held_on else ""
    title = f"Minutes: {session.name}"
    return Flow(title, f"{project.name} · {session.name}{held}", tuple(blocks))


def written(flow: Flow, *, progress: Callable[[int, int], None] | None = None) -> tuple[bytes, int]:
    """Return the PDF of minutes and how many pages it has."""
    from persona_studio.publish.flow import make
    from persona_studio.publish.typeset import ensure_gui

    ensure_gui()
    return make(flow, report=progress)


def _opening(workspace: "Workspace", session: WorkshopSession) -> Block:
    project = workspace.snapshot.project
    when = long_date(session.held_on) if session.held_on else ""
    lead = " · ".join(part for part in (when, project.client, project.name) if part)
    people = ", ".join(session.participants)
    who = f"{len(session.participants)} people: {people}." if people else ""
    lines = [Para(session.name, "title"), Para(lead, "lead")]
    return (*lines, Para(who, "lead")) if who else tuple(lines)


def _agenda(session: WorkshopSession) -> Iterator[Block]:
    for item in session.agenda:
        yield (Para(item.text, "row", f"{item.minutes} min"),)
    if session.agenda:
        hours, rest = divmod(whole(session.agenda), 60)
        yield (Para(f"Planned: {hours} h {rest:02} min.", "quiet"),)


def _guesses(workspace: "Workspace", asked: list[Exercise]) -> list[Block]:
    blocks: list[Block] = []
    every = workspace.snapshot.table(Guess).values()
    for exercise in asked:
        guesses = {
            g.participant: g.value
            for g in every
            if g.question == exercise.id and g.value is not None
        }
        counted = guessing.counted(workspace, exercise)
        head = Para(guessing.disputed(exercise), "head")
        if counted is None:
            gone = "The data behind this question is not in the project any more."
            blocks.append((head, Para(gone, "quiet")))
            continue
        found = outcome(*counted, guesses)
        lines = [head, Para(f"Data: {_counted(found)}.")]
        if guesses:
            lines.append(Para(_room(found, guesses)))
        if guessing.parked(workspace.snapshot, exercise):
            lines.append(Para("Disputed: in the parking lot, as an assumption to test.", "quiet"))
        blocks.append(tuple(lines))
    return blocks


def _counted(found: Outcome) -> str:
    counts = f"{found.k} of {found.n} people"
    if found.n < _PERCENT_FROM:
        return f"{counts} (too few for a percentage)"
    low, high = round(100 * found.low), round(100 * found.high)
    return f"{counts}, {round(100 * found.share)} %; it may be {low} to {high} %"


def _room(found: Outcome, guesses: dict[str, float]) -> str:
    low, high = (round(100 * edge(guesses.values())) for edge in (min, max))
    middle = round(100 * (found.room or 0))
    return (
        f"Guesses: {len(guesses)}, from {low} to {high} %, the middle one {middle} %. "
        f"{len(found.hits)} lay where the data may lie. Nearest: {', '.join(found.nearest)}."
    )


def _vote(workspace: "Workspace", exercise: Exercise) -> Block:
    votes = [v for v in workspace.snapshot.table(Vote).values() if v.round == exercise.id]
    dots = "1 dot" if exercise.dots == 1 else f"{exercise.dots} dots"
    cast = f"{len(ballots(votes))} ballots of {dots} each. A vote says what comes first; it is no "
    lines = [Para(exercise.title, "head"), Para(f"{cast}evidence.", "quiet")]
    for rank in ranked(exercise.options, votes):
        count = "1 dot" if rank.dots == 1 else f"{rank.dots} dots"
        lines.append(Para(f"{rank.place}. {rank.option.text}", "row", count))
    return tuple(lines)


def _sorting(workspace: "Workspace", exercise: Exercise) -> Block:
    found = agreement(*dealing.both(exercise))
    names = {option.id: option.text for option in exercise.options}
    wave = exercise.wave if exercise.wave else ""
    source = workspace.snapshot.source_of(wave).name if wave else "data that was removed"
    text = f"{found.alike} of {found.n} people sorted alike by two tables ({source})."
    lines = [Para(text, "head")]
    if found.kappa is not None:
        ends = f"{found.low:.2f} to {found.high:.2f}"
        lines.append(Para(f"Agreement beyond chance (Cohen's kappa): {found.kappa:.2f}, {ends}."))
    if found.confused is not None:
        one, two, many = found.confused
        cards = "1 card" if many == 1 else f"{many} cards"
        mixed = f"Mixed up most: “{names.get(one, one)}” and “{names.get(two, two)}”, {cards}."
        lines.append(Para(mixed))
    return tuple(lines)


def _decisions(session: WorkshopSession) -> Iterator[Block]:
    for each in session.decisions:
        yield _point(each.text, each.owner, each.due)


def _assumptions(workspace: "Workspace") -> Iterator[Block]:
    for each in open_assumptions(workspace.snapshot):
        where = each.where or "Parking lot"
        point = _point(each.claim.text, each.item.who, each.item.test_by)
        how = f"{where}. Test: {each.item.how_to_test}" if each.item.how_to_test else where
        yield (*point, Para(how, "quiet"))


def _point(text: str, owner: str, due: date | None) -> Block:
    by = f"by {long_date(due)}" if due else "no date yet"
    return Para(text, "head"), Para(f"{owner or 'No owner yet'}, {by}.", "quiet")


def _next(session: WorkshopSession) -> list[Block]:
    said = "The personas are reviewed again on {0}."
    day = session.review_on
    text = said.format(long_date(day)) if day else "No day is set for the next review."
    written_on = f"Written on {long_date(clock.today())}."
    return [(Para("Next review", "heading"), Para(text), Para(written_on, "quiet"))]
