# SPDX-License-Identifier: MIT
"""All that stands behind a persona's claims, as the sheets that tell all need it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from persona_studio.core import clock
from persona_studio.core.persona import Claim, Persona
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.assess import Assessment, short_date
from persona_studio.evidence.grounds import is_assumption
from persona_studio.publish.claims import Changed, Ledger, Proven, Told
from persona_studio.publish.sheet import initials, long_date
from persona_studio.workspace import behind, signing

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

_STATES = {"filled": "Well backed", "half": "Partly backed", "slashed": "Contradicted"}
_QUOTES = "\"' \u201c\u201d\u201e\u00ab\u00bb"


def ledger_of(workspace: "Workspace", snapshot: Snapshot, persona: Persona) -> Ledger:
    """Return every claim with its counts, sources and quotes, and what changed since signing.

    `snapshot` is the workspace's own, or what is left of it for others' eyes.
    """
    letters = initials(persona.name) or "P"
    order = [section.id for section in snapshot.sections]
    claims = sorted(
        (claim for claim in snapshot.claims_of(persona.id) if claim.text.strip()),
        key=lambda claim: order.index(claim.section) if claim.section in order else len(order),
    )
    proven = tuple(
        _proven(workspace, snapshot, claim, f"{letters}{number}")
        for number, claim in enumerate(claims, start=1)
    )
    return Ledger(proven, tuple(_changes(workspace, persona)), _signed(workspace, persona))


def _proven(workspace: "Workspace", snapshot: Snapshot, claim: Claim, code: str) -> Proven:
    found = workspace.assess(claim.id)
    return Proven(
        code=code,
        section=snapshot.section(claim.section).title,
        text=claim.text,
        mark=found.mark,
        state=_state(found),
        n=(found.n_for, found.n_total) if found.n_total else None,
        measured=found.interval is not None,
        told=tuple(
            Told(
                ground.name,
                long_date(ground.day) if ground.day else "",
                ground.n_for,
                ground.n_against,
            )
            for ground in found.grounds
        ),
        spoken=tuple(_words(snapshot, claim, "supports")),
        opposed=tuple(_words(snapshot, claim, "contradicts")),
        remark=_remark(claim, found) or " ".join(_other_people(workspace, found)),
        key=claim.key,
    )


def _state(found: Assessment) -> str:
    """Return the word for a mark; a ring may be untested, or tested with too few people."""
    if found.mark != "ring":
        return _STATES[found.mark]
    if found.verdict == "cannot_tell":
        return "Can't tell yet"
    return "Assumption" if found.assumption else "No evidence yet"


def _words(snapshot: Snapshot, claim: Claim, stance: str) -> Iterator[str]:
    """Yield the cleared quotes and the notes on one side of a claim."""
    for item in snapshot.evidence_of(claim.id):
        if item.stance != stance or is_assumption(item, snapshot):
            continue
        quote = snapshot.quote(item.quote) if item.quote else None
        if quote is not None and quote.consent != "none":
            yield quote.text.strip(_QUOTES)
        elif item.note.strip():
            yield item.note.strip(_QUOTES)
    if stance == "contradicts" and claim.dissent.strip():
        yield claim.dissent.strip()


def _remark(claim: Claim, found: Assessment) -> str:
    """Say who assumes a claim and how it will be tested, where it is an assumption."""
    assumed = found.assumption
    if assumed is None or found.mark == "filled":
        return ""
    who = f"Assumed by {assumed.who}" if assumed.who else "Assumption"
    since = assumed.renewed or assumed.since
    parts = [f"{who} since {long_date(since)}" if since else who, assumed.how_to_test]
    parts.append(f"test by {long_date(assumed.test_by)}" if assumed.test_by else "")
    return " · ".join(part.strip() for part in parts if part.strip())


def _other_people(workspace: "Workspace", found: Assessment) -> Iterator[str]:
    """Say of each measure that counts whose answers they are, where they are another wave's."""
    told = (behind.whose(workspace, measured.evidence).words for measured in found.measured)
    yield from dict.fromkeys(filter(None, told))


def _changes(workspace: "Workspace", persona: Persona) -> Iterator[Changed]:
    today = clock.today()
    for change in signing.since(workspace, persona):
        when = f"Last touched {short_date(change.day, today)}: {change.step}" if change.day else ""
        found = change.difference
        yield Changed(found.text or persona.name, found.sentences, when)


def _signed(workspace: "Workspace", persona: Persona) -> str:
    """Say when and by whom the persona was signed, and whether it still is as it was then."""
    standing = signing.standing(workspace.snapshot, persona)
    last = standing.sign_off
    if last is None or last.signed_on is None:
        return ""
    told = f"Signed off on {long_date(last.signed_on)}" + (f" by {last.name}" if last.name else "")
    return f"{told}." if standing.state == "changed" else f"{told}; nothing has changed since."
