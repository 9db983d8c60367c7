# SPDX-License-Identifier: MIT
"""Writes small projects for tests, value by value, with readable ids."""

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from persona_studio.core.nouns import JOURNALLED, TABLE_OF
from persona_studio.core.persona import Claim, Evidence, Measure, Persona
from persona_studio.core.research import (
    Project,
    Question,
    Quote,
    Segment,
    Segmentation,
    Setting,
    Source,
    Theme,
    ThemeItem,
    Wave,
)
from persona_studio.core.snapshot import Snapshot

TODAY = date(2026, 6, 15)
T = TypeVar("T")


class Draft:
    """A project under construction; every method adds a value and returns its id."""

    def __init__(self) -> None:
        self.values: dict[str, dict[str, Any]] = {name: {} for name in JOURNALLED}
        self.add(Project("p", "Test", created=date(2026, 1, 1)))

    def add(self, value: Any) -> str:
        self.values[TABLE_OF[type(value)]][value.id] = value
        return str(value.id)

    def fresh(self, kind: type) -> str:
        name = TABLE_OF[kind]
        return f"{name}{len(self.values[name]) + 1}"

    def setting(self, name: str, value: Any) -> str:
        return self.add(Setting(name, value))

    def source(self, kind: str = "survey", name: str = "", **more: Any) -> str:
        key = self.fresh(Source)
        return self.add(Source(key, name or kind.capitalize(), kind, **more))

    def wave(self, source: str, collected: date | None = date(2026, 5, 1), **more: Any) -> str:
        return self.add(Wave(self.fresh(Wave), source, collected, **more))

    def question(self, wave: str, variable: str, **more: Any) -> str:
        key = f"{wave}-{variable}"
        place = sum(q.wave == wave for q in self.values["question"].values())
        return self.add(Question(key, wave, variable, place, place + 1, variable, **more))

    def persona(self, name: str = "Maya", **more: Any) -> str:
        key = self.fresh(Persona)
        fields = {"position": len(self.values["persona"]), "created": date(2026, 5, 1)}
        return self.add(Persona(key, name, **(fields | more)))

    def claim(self, persona: str | None, text: str = "Prefers phone", **more: Any) -> str:
        key = self.fresh(Claim)
        fields = {"created": date(2026, 5, 1), "position": len(self.values["claim"])}
        return self.add(Claim(key, persona, text=text, **(fields | more)))

    def evidence(self, claim: str, source: str, **more: Any) -> str:
        return self.add(Evidence(self.fresh(Evidence), claim, source, **more))

    def measured(self, claim: str, wave: str, k: int, n: int, **more: Any) -> str:
        variable = more.pop("variable", "channel")
        if f"{wave}-{variable}" not in self.values["question"]:
            self.question(wave, variable)
        measure = Measure(variable, "is", "Phone", more.pop("base", "segment"))
        source = self.values["wave"][wave].source
        return self.evidence(
            claim, source, wave=wave, measure=measure, n_for=k, n_against=n - k, **more
        )

    def quoted(self, claim: str, wave: str, row: int, **more: Any) -> str:
        quote = self.add(Quote(self.fresh(Quote), wave, f"{wave}-q", row, f"words of {row}"))
        return self.evidence(
            claim, self.values["wave"][wave].source, wave=wave, quote=quote, **more
        )

    def themed(self, claim: str, wave: str, rows: list[int]) -> str:
        theme = self.add(Theme(self.fresh(Theme), "Theme"))
        for row in rows:
            quote = self.add(Quote(self.fresh(Quote), wave, f"{wave}-q", row, f"words of {row}"))
            self.add(ThemeItem(self.fresh(ThemeItem), theme, quote))
        return self.evidence(claim, self.values["wave"][wave].source, theme=theme)

    def assumption(self, claim: str, **more: Any) -> str:
        sources = self.values["source"].values()
        known = next((s.id for s in sources if s.kind == "assumption"), None)
        return self.evidence(claim, known or self.source("assumption"), stance="neutral", **more)

    def segment(self, wave: str, questions: tuple[str, ...], stability: float = 0.9) -> str:
        key = self.fresh(Segmentation)
        self.add(Segmentation(key, wave, "Groups", questions=questions, k=1))
        return self.add(Segment(self.fresh(Segment), key, 0, "One", 40, stability))

    def change(self, kind: type[T], key: str, /, **values: Any) -> None:
        table = self.values[TABLE_OF[kind]]
        table[key] = replace(table[key], **values)

    def snapshot(self) -> Snapshot:
        return Snapshot(self.values)
