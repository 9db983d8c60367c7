# SPDX-License-Identifier: MIT
"""Who is in a file, before it is imported: a short digest of each person's key, and no key."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from persona_studio.evidence import privacy
from persona_studio.research import note_files, notes
from persona_studio.research.handed import Handed
from persona_studio.research.importing import complete
from persona_studio.research.plan import Plan
from persona_studio.research.rows import read

WIDTH = 8
_REPORT_EVERY = 5_000


@dataclass(frozen=True)
class Keys:
    """The digests of the different people of a file; `linked` is False where none are named."""

    linked: bool
    digests: frozenset[bytes] = frozenset()


def digest_of(respondent: str) -> bytes:
    """Return what stands for a respondent key where only being the same counts."""
    return blake2b(respondent.encode("utf-8", "replace"), digest_size=WIDTH).digest()


def person_column(plan: Plan) -> int | None:
    """Return the column that names the person of a row: an id, else the first pseudonym."""
    kept = [n for n in range(1, plan.columns_count + 1) if plan.use(n) != "leave_out"]
    orders = plan.orders if plan.roll_up else None
    if orders and orders.customer in kept:
        return orders.customer
    named = [n for n in kept if n in plan.roles and plan.roles[n].role == "respondent_id"]
    coded = [n for n in kept if plan.use(n) == "pseudonymise"]
    return next(iter([*named, *coded]), None)


def keys_job(
    where: Handed,
    plan: Mapping[str, Any],
    key: bytes,
    *,
    report: Callable[[int, int], None],
) -> Keys:
    """Read a file by its plan and return who is in it; rows that are passed over do not count."""
    settled = complete(where, plan)
    if note_files.is_notes(where):
        names = [note.key for note in notes.notes_of(where)]
        return Keys(all(names), frozenset(map(digest_of, filter(None, names))))
    column = person_column(settled)
    if column is None:
        return Keys(linked=False)
    skip, coded = frozenset(settled.skip_rows), settled.use(column) == "pseudonymise"
    texts: set[str] = set()
    for number, cells in read(where, settled):
        if number not in skip:
            texts.add(cells[column - 1])
        if number % _REPORT_EVERY == 0:
            report(number, settled.data_rows or 0)
    found = {text for text in texts if text.strip()}
    people = (privacy.pseudonym(key, t) if coded else t.strip() for t in found)
    return Keys(linked=True, digests=frozenset(map(digest_of, people)))
