# SPDX-License-Identifier: MIT
"""The review as a report: what was found, kept, signed and changed, and the settings in force.

As a document of pages, or as a table for a spreadsheet with a row for each finding and each rule.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from itertools import groupby
from typing import TYPE_CHECKING

from persona_studio.core import clock
from persona_studio.core.persona import Persona
from persona_studio.core.reviewing import Finding
from persona_studio.evidence.assess import short_date
from persona_studio.evidence.strength import KINDS
from persona_studio.publish.paragraphs import Block, Flow, Para, under
from persona_studio.publish.sheet import long_date
from persona_studio.review.checklist import Entry, by_persona, count, said_of
from persona_studio.review.rule import parts_of
from persona_studio.review.rules import BY_ID
from persona_studio.workspace import rule_settings, signing
from persona_studio.workspace.rule_settings import InForce

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

WEIGHTS = {"B": "Blocker", "W": "Warning", "N": "Note"}
PACE_WORDS = {
    "slow": "Slow: everything ages half as fast as usual.",
    "normal": "Normal.",
    "fast": "Fast: everything ages twice as fast as usual.",
}
COLUMNS = (
    "record",
    "rule",
    "name",
    "severity",
    "state",
    "persona",
    "about",
    "sentence",
    "fixes",
    "reason",
    "until",
    "setting",
)


@dataclass(frozen=True)
class Report:
    """Everything a review report says, free of the project: it may be set on another thread."""

    flow: Flow
    rows: tuple[tuple[str, ...], ...]
    findings: int = 0


def report_of(workspace: "Workspace") -> Report:
    """Return the report of a project as it stands today."""
    project, today = workspace.snapshot.project, clock.today()
    findings = workspace.findings()
    still = [finding for finding in findings if finding.waived is None]
    decide = [finding for finding in still if finding.severity != "N"]
    notes = [finding for finding in still if finding.severity == "N"]
    kept = [finding for finding in findings if finding.waived is not None]
    personas = workspace.snapshot.personas
    blocks = [
        _opening(workspace, findings, today),
        *under(Para("Personas", "heading"), [_persona(workspace, p) for p in personas]),
        *_chapter(f"To decide ({len(decide)})", decide, workspace),
        *_chapter(f"Notes ({len(notes)})", notes, workspace),
        *_chapter(f"Kept with a reason ({len(kept)})", kept, workspace),
        *_changes(workspace, today),
        *_settings(workspace),
    ]
    title = f"Review of {project.name}"
    flow = Flow(title, f"{title} · {long_date(today)}", tuple(blocks))
    return Report(flow, tuple(_rows(workspace, findings)), len(findings))


def written(
    report: Report, suffix: str, *, progress: Callable[[int, int], None] | None = None
) -> tuple[bytes, int | None]:
    """Return the file of a report and its pages: a table for .csv, else a PDF."""
    if suffix.casefold() == ".csv":
        return as_csv(report), None
    from persona_studio.publish.flow import make
    from persona_studio.publish.typeset import ensure_gui

    ensure_gui()
    return make(report.flow, report=progress)


def as_csv(report: Report) -> bytes:
    """Return the report as a table that spreadsheets read right and carry nothing out of."""
    from persona_studio.evidence.cells import tame

    text = StringIO(newline="")
    out = csv.writer(text)
    out.writerow(COLUMNS)
    for row in report.rows:
        out.writerow([tame(" ".join(cell.split())) for cell in row])
    return text.getvalue().encode("utf-8-sig", "replace")


def _opening(workspace: "Workspace", findings: Sequence[Finding], today: date) -> Block:
    project, found = workspace.snapshot.project, count(findings)
    snapshot = workspace.snapshot
    claims = [c for p in snapshot.personas for c in snapshot.claims_of(p.id)]
    holding = sum(workspace.assess(claim.id).mark == "filled" for claim in claims)
    told = [f"{found.to_decide} to decide", f"{found.notes} notes", f"{found.kept} kept"]
    told.append(f"{holding} of {len(claims)} claims hold")
    return (
        Para(f"Review of {project.name}", "title"),
        Para(" · ".join(part for part in (project.client, long_date(today)) if part), "lead"),
        Para(" · ".join(told), "lead"),
    )


def _persona(workspace: "Workspace", persona: Persona) -> Block:
    found = workspace.judging.strength(persona.id)
    kinds = ", ".join(KINDS.get(kind, kind) for kind in found.kinds)
    people = "1 person" if found.people == 1 else f"{found.people} people"
    rests = f"{found.label}: {people}" + (f" ({kinds})" if kinds else "")
    return (
        Para(persona.name, "head", f"{found.score} of 100"),
        Para(f"{rests}. {persona.tagline}", "body"),
        Para(_signed(workspace, persona), "quiet"),
    )


def _signed(workspace: "Workspace", persona: Persona) -> str:
    standing = signing.standing(workspace.snapshot, persona)
    last = standing.sign_off
    if last is None or last.signed_on is None:
        return "Never signed off."
    told = f"Signed off on {long_date(last.signed_on)} by {last.name}."
    if last.content_hash:
        told += f" Content {last.content_hash}."
    return told if standing.state == "signed" else f"{told} Changed since."


def _chapter(title: str, findings: Sequence[Finding], workspace: "Workspace") -> list[Block]:
    """Return findings by persona under a heading; those alike stand as one, each named."""
    blocks: list[Block] = []
    for group in by_persona(findings, workspace.snapshot):
        name = group.persona.name if group.persona else "The whole set"
        listed = [_entry(entry) for entry in group.entries]
        blocks += under(Para(name, "sub"), listed)
    return under(Para(title, "heading"), blocks)


def _entry(entry: Entry) -> Block:
    first, rule = entry.first, BY_ID[entry.first.rule]
    head, rest = said_of(entry)
    paras = [Para(head, "head", WEIGHTS[first.severity]), Para(rest)]
    if len(entry.findings) > 1:
        paras += [Para(f"· {_about(finding)}") for finding in entry.findings]
    paras += [Para(_why_kept(finding)) for finding in entry.findings if finding.waived]
    return (*paras, Para(f"{rule.name} ({rule.id})", "quiet"))


def _about(finding: Finding) -> str:
    return finding.target.text or parts_of(finding.sentence)[0]


def _why_kept(finding: Finding) -> str:
    waiver = finding.waived
    if waiver is None:
        return ""
    when = f" on {long_date(waiver.created)}" if waiver.created else ""
    until = f" until {long_date(waiver.until)}" if waiver.until else ""
    return f"Kept{when}{until}{f' by {waiver.who}' if waiver.who else ''}: {waiver.reason}"


def _changes(workspace: "Workspace", today: date) -> list[Block]:
    """Return what is other than it was signed, persona by persona."""
    blocks: list[Block] = []
    for persona in workspace.snapshot.personas:
        listed: list[Block] = []
        for change in signing.since(workspace, persona):
            found = change.difference
            day = short_date(change.day, today) if change.day else ""
            sentences = [Para(sentence) for sentence in found.sentences]
            touched = [Para(f"Last touched {day}: {change.step}", "quiet")] if day else []
            listed.append((Para(found.text or persona.name, "head"), *sentences, *touched))
        blocks += under(Para(persona.name, "sub"), listed)
    return under(Para("Changed since the sign-off", "heading"), blocks)


def _settings(workspace: "Workspace") -> list[Block]:
    """Return the settings in force: the pace, how sure verdicts are, and every rule."""
    snapshot = workspace.snapshot
    sure = "99" if rule_settings.strict(snapshot) else "95"
    whole = (
        Para(PACE_WORDS[rule_settings.pace(snapshot)], "row", "Pace"),
        Para(f"Right {sure} times in 100.", "row", "Verdicts"),
    )
    blocks: list[Block] = [whole]
    standing = rule_settings.in_force(snapshot)
    for family, mine in groupby(standing, key=lambda each: each.family):
        rows = [
            (Para(f"{each.rule.name}. {in_words(each)}", "row", each.rule.id),) for each in mine
        ]
        blocks += under(Para(family, "sub"), rows)
    return under(Para("Settings in force", "heading"), blocks)


def in_words(stands: InForce) -> str:
    """Return how a rule stands: off, its weight where chosen, its numbers, and what is usual."""
    if not stands.on:
        return "Switched off."
    rule, told = stands.rule, []
    if stands.severity:
        told.append(f"always a {WEIGHTS[stands.severity].lower()}")
    for name, value in stands.limits.items():
        usual = rule.limits[name]
        words = rule.read(name, value)
        told.append(words if value == usual else f"{words} (usually {rule.shown(name, usual)})")
    return f"{'; '.join(told)}.".capitalize() if told else ""


def _rows(workspace: "Workspace", findings: Sequence[Finding]) -> Iterator[tuple[str, ...]]:
    snapshot = workspace.snapshot
    standing = {each.rule.id: each for each in rule_settings.in_force(snapshot)}
    personas = snapshot.table(Persona)
    for finding in findings:
        rule, waived = BY_ID[finding.rule], finding.waived
        persona = personas.get(finding.target.persona or "")
        yield (
            "finding",
            rule.id,
            rule.name,
            WEIGHTS[finding.severity],
            "kept" if waived else "open",
            persona.name if persona else "",
            finding.target.text,
            finding.sentence,
            "; ".join(fix.label for fix in finding.fixes),
            waived.reason if waived else "",
            waived.until.isoformat() if waived and waived.until else "",
            in_words(standing[rule.id]),
        )
    yield _setting("review.pace", "Pace", rule_settings.pace(snapshot))
    yield _setting(
        "review.strict", "Verdicts are surer", str(rule_settings.strict(snapshot)).lower()
    )
    for stands in standing.values():
        yield _setting(stands.rule.id, stands.rule.name, in_words(stands), on=stands.on)


def _setting(rule: str, name: str, words: str, *, on: bool = True) -> tuple[str, ...]:
    filled = {"record": "setting", "rule": rule, "name": name, "setting": words}
    filled["state"] = "on" if on else "off"
    return tuple(filled.get(column, "") for column in COLUMNS)
