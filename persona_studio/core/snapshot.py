# SPDX-License-Identifier: MIT
"""The whole project as it stands, in memory: every journalled value by id, with a few look-ups.

Snapshots are immutable. After an edit a new one is made that shares every untouched table, so
rules, scores, posters and views can be plain functions of (snapshot, today).
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar, cast

from persona_studio.core.nouns import JOURNALLED, TABLE_OF
from persona_studio.core.persona import Claim, Evidence, Persona, Picture
from persona_studio.core.research import (
    Project,
    Question,
    Quote,
    Segment,
    Segmentation,
    Source,
    Theme,
    Wave,
)
from persona_studio.core.reviewing import SignOff, Waiver
from persona_studio.core.sections import SETTING, Section, arranged

T = TypeVar("T")


class Snapshot:
    """An immutable picture of a project; `table(Claim)` gives claims by id."""

    def __init__(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        self._tables = {name: MappingProxyType(dict(tables.get(name, {}))) for name in JOURNALLED}

    def table(self, kind: type[T]) -> Mapping[str, T]:
        """Return all values of one kind by id, in the file's order."""
        return cast("Mapping[str, T]", self._tables[TABLE_OF[kind]])

    def replaced(self, table: str, fresh: Mapping[str, Any], gone: Iterable[str]) -> "Snapshot":
        """Return a snapshot with `fresh` values in one table and without its `gone` ids."""
        rows = dict(self._tables[table])
        rows.update(fresh)
        for key in gone:
            rows.pop(key, None)
        copy = object.__new__(Snapshot)
        copy._tables = self._tables | {table: MappingProxyType(rows)}
        return copy

    def differing(self, other: "Snapshot", kind: type) -> frozenset[str]:
        """Return the ids of one kind whose values are not the same in both snapshots."""
        ours: Mapping[str, Any] = self.table(kind)
        theirs: Mapping[str, Any] = other.table(kind)
        return frozenset(k for k in ours.keys() | theirs.keys() if ours.get(k) != theirs.get(k))

    @cached_property
    def project(self) -> Project:
        """The project's own value."""
        return next(iter(self.table(Project).values()))

    @property
    def settings(self) -> Mapping[str, Any]:
        """Setting values by name."""
        return {key: setting.value for key, setting in self._tables["setting"].items()}

    @cached_property
    def personas(self) -> tuple[Persona, ...]:
        """Personas that are not retired, in board order."""
        alive = (p for p in self.table(Persona).values() if p.retired is None)
        return tuple(sorted(alive, key=lambda p: (p.position, p.id)))

    @cached_property
    def _sections(self) -> Mapping[str, Section]:
        used = {claim.section for claim in self.table(Claim).values()}
        chosen = self._tables["setting"].get(SETTING)
        return {each.id: each for each in arranged(chosen and chosen.value, used)}

    @property
    def sections(self) -> tuple[Section, ...]:
        """Every section in the project's order, the hidden ones too."""
        return tuple(self._sections.values())

    def section(self, section: str) -> Section:
        """Return a section as the project names it; one that is nowhere goes by its id."""
        found = self._sections.get(section)
        return found or Section(section, section.replace("_", " ").capitalize())

    @cached_property
    def _claims(self) -> Mapping[str | None, tuple[Claim, ...]]:
        found: dict[str | None, list[Claim]] = {}
        for claim in self.table(Claim).values():
            found.setdefault(claim.persona, []).append(claim)
        order = {section: place for place, section in enumerate(self._sections)}
        return {
            persona: tuple(sorted(claims, key=lambda c: (order[c.section], c.position, c.id)))
            for persona, claims in found.items()
        }

    def claims_of(self, persona: str | None, section: str | None = None) -> tuple[Claim, ...]:
        """Claims of a persona (None: the parking lot), by section and position."""
        claims = self._claims.get(persona, ())
        return claims if section is None else tuple(c for c in claims if c.section == section)

    @cached_property
    def _evidence(self) -> Mapping[str, tuple[Evidence, ...]]:
        found: dict[str, list[Evidence]] = {}
        for item in self.table(Evidence).values():
            found.setdefault(item.claim, []).append(item)
        return {claim: tuple(sorted(items, key=lambda e: e.id)) for claim, items in found.items()}

    def evidence_of(self, claim: str) -> tuple[Evidence, ...]:
        """Evidence of one claim, in a stable order."""
        return self._evidence.get(claim, ())

    @cached_property
    def _questions(self) -> Mapping[str, tuple[Question, ...]]:
        found: dict[str, list[Question]] = {}
        for question in self.table(Question).values():
            found.setdefault(question.wave, []).append(question)
        return {w: tuple(sorted(qs, key=lambda q: q.position)) for w, qs in found.items()}

    def questions_of(self, wave: str) -> tuple[Question, ...]:
        """Questions of one wave, in the order of the file."""
        return self._questions.get(wave, ())

    @cached_property
    def _asked(self) -> Mapping[tuple[str, str], Question]:
        every = self.table(Question).values()
        return {(q.wave, q.variable): q for q in sorted(every, key=lambda q: -q.position)}

    def question(self, wave: str, variable: str) -> Question | None:
        """Return the column that asked `variable` in `wave`, if it was asked."""
        return self._asked.get((wave, variable))

    def waves_of(self, source: str) -> tuple[Wave, ...]:
        """Waves of one source, oldest first; undated ones go by when they were imported."""
        waves = (w for w in self.table(Wave).values() if w.source == source)
        return tuple(sorted(waves, key=_wave_order))

    def newest_of(self, source: str) -> tuple[Wave, ...]:
        """Return the newest wave of a source, and the newest of people rolled up from one."""
        found = {wave.derived_from is not None: wave for wave in self.waves_of(source)}
        return tuple(found[rolled] for rolled in sorted(found))

    def segments_of(self, segmentation: str) -> tuple[Segment, ...]:
        """Segments of one segmentation, largest first as numbered."""
        segments = (s for s in self.table(Segment).values() if s.segmentation == segmentation)
        return tuple(sorted(segments, key=lambda s: s.number))

    def sign_off_of(self, persona: str) -> SignOff | None:
        """Return the newest sign-off of a persona."""
        signed = [s for s in self.table(SignOff).values() if s.persona == persona]
        return max(signed, key=lambda s: (s.signed_on is not None, s.signed_on, s.id), default=None)

    def waiver_of(self, rule: str, target: str) -> Waiver | None:
        """Return the waiver of one finding; the latest where there are several."""
        found = [w for w in self.table(Waiver).values() if w.rule == rule and w.target == target]
        return max(found, key=lambda w: (w.until is None, w.until or w.created, w.id), default=None)

    def source_of(self, wave: str) -> Source:
        """Return the source a wave belongs to."""
        return self.table(Source)[self.table(Wave)[wave].source]

    def segmentation_of(self, segment: str) -> Segmentation | None:
        """Return the segmentation a segment belongs to."""
        found = self.table(Segment).get(segment)
        return self.table(Segmentation).get(found.segmentation) if found else None

    def quote(self, quote: str) -> Quote | None:
        """Return one quote."""
        return self.table(Quote).get(quote)

    def theme(self, theme: str) -> Theme | None:
        """Return one theme."""
        return self.table(Theme).get(theme)

    def picture(self, picture: str | None) -> Picture | None:
        """Return one picture."""
        return self.table(Picture).get(picture) if picture else None


def _wave_order(wave: Wave) -> tuple[str, str, str]:
    when = wave.collected_on.isoformat() if wave.collected_on else ""
    imported = wave.imported_at.isoformat() if wave.imported_at else ""
    return (when or imported[:10], imported, wave.id)
