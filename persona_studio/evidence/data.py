# SPDX-License-Identifier: MIT
"""Where rules and re-checks read a project's answers; no numpy here.

A wave never changes, so what was worked out on one stays true: `once` keeps it by what was asked.
Whoever owns the project forgets all of it when a wave, a question or a grouping changes.
"""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from persona_studio.core.persona import Measure, Persona
from persona_studio.core.research import Question, Segmentation, Wave
from persona_studio.core.snapshot import Snapshot

if TYPE_CHECKING:
    from persona_studio.evidence.assign import Model
    from persona_studio.evidence.columns import Answers, Numbers
    from persona_studio.evidence.measures import Counted

T = TypeVar("T")
MOST_KEPT = 50_000


def _nobody(*_: object) -> None:
    return None


@dataclass(frozen=True, eq=False)
class Data:
    """A wave's answers, a persona's rows at home, a frozen grouping, one row as it was written.

    `members` returns (wave id, row numbers) of a persona's segment, None without one. `model`
    returns the frozen grouping of a segmentation, None where it cannot be run. `row` returns
    (respondent key, cells by question position) of one row, None where it is not there.
    """

    answers: "Callable[[str], Answers]"
    members: Callable[[Persona], tuple[str, Collection[int]] | None] = _nobody
    model: "Callable[[Segmentation], Model | None]" = _nobody
    row: Callable[[str, int], tuple[str, Sequence[str]] | None] = _nobody
    kept: dict[Hashable, Any] = field(default_factory=dict)

    def once(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """Return what `work_out` returned the first time it was asked for by this key."""
        if key not in self.kept:
            if len(self.kept) >= MOST_KEPT:
                self.kept.clear()
            self.kept[key] = work_out()
        found: T = self.kept[key]
        return found

    def forget(self) -> None:
        """Forget what was worked out."""
        self.kept.clear()

    def respondent(self, wave: str, row: int) -> tuple[str, str]:
        """Return who a row is: keys of waves that are not linked mean nobody elsewhere."""
        found = self.once(("row", wave, row), lambda: self.row(wave, row))
        return (wave, found[0] if found else f"row {row}")

    def cell(self, question: Question, row: int) -> str | None:
        """Return what a row says to a question, None where the row is not there."""
        wave, place = question.wave, question.position
        found = self.once(("row", wave, row), lambda: self.row(wave, row))
        if found is None:
            return None
        return found[1][place] if place < len(found[1]) else ""


def people_of(persona: Persona, wave: str, snapshot: Snapshot, data: Data) -> "Numbers | None":
    """Return the rows of a persona's people on a wave, None where it must be everyone.

    People of a group found on another wave are known again where both waves are linked.
    """

    def find() -> "Numbers | None":
        from persona_studio.evidence.measures import members_on

        home = data.members(persona)
        if home is None:
            return None
        waves = snapshot.table(Wave)
        linked = waves[home[0]].linked and waves[wave].linked
        return members_on(data.answers(home[0]), home[1], data.answers(wave), linked=linked)

    return data.once(("people", persona.segment, wave), find) if persona.segment else None


def counted(
    measure: Measure, persona: Persona | None, wave: str, snapshot: Snapshot, data: Data
) -> "Counted":
    """Count a measure among its base on a wave."""
    from persona_studio.evidence.measures import count

    whose = persona if measure.base == "segment" else None

    def work_out() -> "Counted":
        members = people_of(whose, wave, snapshot, data) if whose else None
        return count(measure, data.answers(wave), members)

    return data.once(("count", wave, measure.condition, whose and whose.segment), work_out)


def same_person(who: tuple[str, str], waves: Mapping[str, Wave]) -> tuple[str, str]:
    """Return a respondent's name across waves: the key alone where it is linked."""
    wave, key = who
    found = waves.get(wave)
    return ("", key) if found and found.linked else who
