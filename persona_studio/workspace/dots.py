# SPDX-License-Identifier: MIT
"""What the room's last vote said of each claim: dots to be shown beside it, never evidence."""

from collections.abc import Mapping

from persona_studio.core.persona import Claim
from persona_studio.core.snapshot import Snapshot
from persona_studio.core.workshop import Exercise, Vote, WorkshopSession
from persona_studio.evidence.voting import ranked


def dots_of_claims(snapshot: Snapshot) -> Mapping[str, int]:
    """Return the dots of claims in the latest vote that is over, those without any left out.

    A claim that is being voted on shows none, so that nobody votes with what others said before.
    """
    rounds = [e for e in snapshot.table(Exercise).values() if e.kind == "vote"]
    meetings = snapshot.table(WorkshopSession)
    rounds.sort(key=lambda e: (str(meetings[e.workshop].held_on or ""), e.position))
    votes: dict[str, list[Vote]] = {}
    for vote in snapshot.table(Vote).values():
        votes.setdefault(vote.round, []).append(vote)
    found: dict[str, int] = {}
    for asked in rounds:
        ranks = ranked(asked.options, votes.get(asked.id, ()))
        found.update({rank.option.id: rank.dots for rank in ranks})
    hidden = {option.id for each in rounds if not each.closed for option in each.options}
    there = snapshot.table(Claim)
    return {key: dots for key, dots in found.items() if dots and key in there and key not in hidden}
