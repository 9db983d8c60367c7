# SPDX-License-Identifier: MIT
"""Forgetting a person for good: rows, quotes, codes, memberships and the whole history.

The one edit that cannot be undone. What a person said may still stand in somebody's own words on
a persona, in backups and in copies: `traces` names those, so that the user can deal with them.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json
from persona_studio.core.persona import Claim, Evidence
from persona_studio.core.research import Question, Quote, Segment, Segmentation, Wave
from persona_studio.core.reviewing import Review, Waiver
from persona_studio.core.scales import Placement, Scale
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.passages import words_of
from persona_studio.evidence.privacy import pseudonym
from persona_studio.evidence.reading import Reader
from persona_studio.storage import backup, rows
from persona_studio.storage.writer import Writer
from persona_studio.workspace import theming
from persona_studio.workspace.recognising import KEPT as GOLDEN
from persona_studio.workspace.workspace import Workspace

LOST = "The person was forgotten"
_TELLING_WORDS = 4
_DOTS = ("rows", "x", "y", "group", "margin")


@dataclass(frozen=True)
class Traces:
    """Where a person is: rows (wave, number), quotes, lines in their words, backups that hold them.

    `evidence` pieces rest on the quotes and would be lost.
    """

    respondent: str
    rows: tuple[tuple[str, int], ...]
    quotes: tuple[str, ...] = ()
    evidence: int = 0
    lines: tuple[str, ...] = ()
    backups: tuple[backup.Backup, ...] = ()


def traces(workspace: Workspace, wave: str, row: int, backups: Path) -> Traces:
    """Return every trace of the person in one row; StudioError when nobody is there."""
    respondent = workspace.data.respondent(wave, row)
    if not respondent:
        raise StudioError(
            "There is nobody in this row any more.", "They may be forgotten already.", kind="gone"
        )
    return _traces(workspace, respondent, {wave}, backups)


def traces_of(workspace: Workspace, told: str, backups: Path) -> Traces:
    """Return every trace of the person with an id, or of whom a pseudonym was made of that text."""
    raw, text = workspace.database.connection, told.strip()
    key = str(workspace.snapshot.settings.get("pseudonym.key") or "").encode()
    for respondent in filter(None, (text, text and pseudonym(key, text))):
        waves = {wave for wave, _ in rows.rows_of(raw, respondent)}
        if waves:
            return _traces(workspace, respondent, waves, backups)
    raise StudioError(
        "Nobody in this project goes by that.",
        "Type the id of the file, or what was replaced by a code: an e-mail address, say.",
        kind="gone",
    )


def _traces(workspace: Workspace, respondent: str, waves: set[str], backups: Path) -> Traces:
    snapshot = workspace.snapshot
    there = snapshot.table(Wave)
    if any(wave in there and there[wave].linked for wave in waves):
        waves = waves | {wave.id for wave in there.values() if wave.linked}
    found = rows.rows_of(workspace.database.connection, respondent)
    places = tuple(place for place in found if place[0] in waves)
    rows_ = set(places)
    quotes = [q for q in snapshot.table(Quote).values() if (q.wave, q.row) in rows_]
    ids = {quote.id for quote in quotes}
    evidence = [e for e in snapshot.table(Evidence).values() if e.quote in ids]
    return Traces(
        respondent,
        places,
        tuple(sorted(ids)),
        len(evidence),
        _lines(snapshot, quotes, evidence),
        holding(workspace, places, backups),
    )


def _lines(
    snapshot: Snapshot, quotes: Collection[Quote], evidence: Collection[Evidence]
) -> tuple[str, ...]:
    """Return the claims that say what a quote says, in the same words."""
    said = [" ".join(words_of(quote.text)) for quote in quotes]
    resting = {item.claim for item in evidence}
    out = []
    for claim in snapshot.table(Claim).values():
        words = words_of(claim.text)
        text = " ".join(words)
        repeats = len(words) >= _TELLING_WORDS and any(text in quote for quote in said)
        if repeats or (claim.id in resting and any(quote in text for quote in said if quote)):
            out.append(claim.id)
    return tuple(out)


def holding(
    workspace: Workspace, places: Collection[tuple[str, int]], backups: Path
) -> tuple[backup.Backup, ...]:
    """Return the backups of this project in which one of the rows still stands, newest first."""
    mine = workspace.database.meta("uuid")
    copies = [copy for copy in backup.listed(backups) if copy.uuid == mine]
    return tuple(copy for copy in copies if backup.holds_row(copy, places))


def forget(workspace: Workspace, found: Traces) -> None:
    """Take a person out of the project for good; the history goes too."""
    workspace.data.forget()
    try:
        with workspace.edit("Forget a person", final=True) as write:
            for item in _resting(workspace.snapshot, found.quotes):
                write.change(Evidence, item.id, lost=LOST, quote=None)
            _drop_findings(workspace.snapshot, write, found.quotes)
            for quote in found.quotes:
                write.remove(Quote, quote)
            for wave in sorted({wave for wave, _ in found.rows}):
                _forget_in(workspace, write, wave, [n for w, n in found.rows if w == wave])
    finally:
        workspace.data.forget()


def _drop_findings(snapshot: Snapshot, write: Writer, quotes: Collection[str]) -> None:
    """Take out of reviews and waivers what was said of the quotes: it may repeat them."""
    for review in snapshot.table(Review).values():
        findings = review.findings if isinstance(review.findings, list) else []
        kept = [finding for finding in findings if not _is_about(finding, quotes)]
        if kept != findings:
            write.change(Review, review.id, findings=kept)
    for waiver in snapshot.table(Waiver).values():
        if waiver.target_kind == "quote" and waiver.target in quotes:
            write.remove(Waiver, waiver.id)


def _is_about(finding: Json, quotes: Collection[str]) -> bool:
    target = finding.get("target") if isinstance(finding, Mapping) else None
    if not isinstance(target, Mapping):
        return False
    return target.get("kind") == "quote" and target.get("id") in quotes


def _resting(snapshot: Snapshot, quotes: Collection[str]) -> list[Evidence]:
    return [item for item in snapshot.table(Evidence).values() if item.quote in quotes]


def _forget_in(workspace: Workspace, write: Writer, wave: str, numbers: Collection[int]) -> None:
    from persona_studio.evidence.columns import coded, packed, without

    raw = workspace.database.connection
    keys = [number for number, _ in rows.read_keys(raw, wave)]
    places = [keys.index(number) for number in numbers]
    left: dict[int, tuple[set[str], tuple[str, ...]]] = {}
    for position in rows.coded_positions(raw, wave):
        kept = rows.read_coded(raw, wave, position)
        if kept is not None:
            less = without(coded(*kept), places)
            left[position] = set(kept.labels) - set(less.labels), less.labels
            rows.recode(raw, (wave, position), less.labels, packed(less))
    for number in numbers:
        rows.remove_row(raw, wave, number)
    for item in list(workspace.snapshot.table(Placement).values()):
        if item.row in numbers and workspace.snapshot.table(Scale)[item.scale].wave == wave:
            write.remove(Placement, item.id)
    if wave in workspace.snapshot.table(Wave):
        _tell_less(workspace.snapshot, write, wave, len(numbers))
        _drop_choices(workspace, write, wave, left)
        _leave_groups(workspace, write, wave, numbers)
        theming.leave(write, workspace.snapshot, wave, numbers)


def _tell_less(snapshot: Snapshot, write: Writer, wave: str, count: int) -> None:
    """Let the wave say how many of its people were forgotten; nobody can tell their names apart."""
    found = snapshot.table(Wave)[wave]
    report = dict(found.report) if isinstance(found.report, Mapping) else {}
    report["forgotten"] = int(report.get("forgotten", 0)) + count
    write.change(Wave, wave, n=max(0, found.n - count), report=report, names=())


def _drop_choices(
    workspace: Workspace,
    write: Writer,
    wave: str,
    left: Mapping[int, tuple[set[str], tuple[str, ...]]],
) -> None:
    """Take out choices that only the person had given; the steps of a scale are nobody's.

    `left` tells of each position which texts are gone and which are still there.
    """
    plan = workspace.snapshot.table(Wave)[wave].plan
    for question in workspace.snapshot.questions_of(wave):
        gone, kept = left.get(question.position, (set(), ()))
        if not gone or question.role not in ("single_choice", "multi_select", "yes_no"):
            continue
        read = Reader(question)
        own = _ticked(read, gone) - _ticked(read, kept)
        options = tuple(o for o in question.options if read.choice(o) not in own)
        merged = {t: choice for t, choice in question.merged.items() if read.choice(t) not in own}
        if options != question.options or merged != question.merged:
            write.change(Question, question.id, options=options, merged=merged)
            plan = _without_options(plan, question.column, options)
    write.change(Wave, wave, plan=plan)


def _ticked(read: Reader, texts: Iterable[str]) -> set[str]:
    return {tick for text in texts for tick in read.ticks(text)}


def _without_options(plan: Json, column: int, options: Collection[str]) -> Json:
    role = (plan or {}).get("roles", {}).get(str(column))
    if not isinstance(role, Mapping):
        return plan
    kept = [option for option in role.get("options", ()) if option in options]
    roles = {**plan["roles"], str(column): {**role, "options": kept}}
    return {**plan, "roles": roles}


def _leave_groups(workspace: Workspace, write: Writer, wave: str, numbers: Collection[int]) -> None:
    for found in workspace.snapshot.table(Segmentation).values():
        if found.wave != wave:
            continue
        for number in numbers:
            segment = rows.remove_membership(workspace.database.connection, found.id, number)
            if segment is not None:
                write.change(Segment, segment, n=max(0, write.get(Segment, segment).n - 1))
        write.change(Segmentation, found.id, result=_without_rows(found.result, numbers))


def _without_rows(result: Json, numbers: Collection[int]) -> Json:
    """Return what is told of a grouping without the dots and examples of some rows.

    Golden questions were tried on these people, too: they have to be looked for again.
    """
    if not isinstance(result, Mapping):
        return result
    out = {name: each for name, each in result.items() if name != GOLDEN}
    shown = out.get("map")
    if isinstance(shown, Mapping) and isinstance(shown.get("rows"), list):
        kept = [i for i, row in enumerate(shown["rows"]) if row not in numbers]
        out["map"] = {
            name: [each[i] for i in kept] if name in _DOTS else each for name, each in shown.items()
        }
    typical = out.get("typical")
    if isinstance(typical, list):
        out["typical"] = [[row for row in rows_ if row not in numbers] for rows_ in typical]
    return out
