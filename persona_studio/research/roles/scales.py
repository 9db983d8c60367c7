# SPDX-License-Identifier: MIT
"""Scales people answer on: families of steps from low to high, and ranges of numbers."""

import re
from collections.abc import Sequence
from pathlib import Path

from persona_studio.evidence import silent
from persona_studio.evidence.reading import fold
from persona_studio.research.roles.degrees import bare


def _load() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Read the families of steps that are shipped beside this module."""
    families: list[tuple[str, list[str]]] = []
    for line in Path(__file__).with_name("scales.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            families.append((line.strip("[]"), []))
        elif line and not line.startswith("#"):
            families[-1][1].append("|".join(bare(word) for word in line.split(" | ")))
    return tuple((kind, tuple(steps)) for kind, steps in families)


FAMILIES = _load()
OUTSIDE = frozenset(map(bare, silent.texts("off the scale")))
_STEP = re.compile(r"\s*\(?(\d{1,2})\)?\s*(?:[-\u2013\u2014=.:)]\s*|\s+)(\D.*)")


def is_step(text: str) -> bool:
    """Tell whether a text may be a step of a scale: "don't know" and "other" are none."""
    return bare(text) not in OUTSIDE


def inside_of(texts: Sequence[str]) -> list[str]:
    """Return the texts that may be steps."""
    return list(filter(is_step, texts))


def of_words(texts: Sequence[str]) -> tuple[str, tuple[str, ...]] | None:
    """Return the kind of scale (likert or ordinal) the choices are on, and their order."""
    said = {text: bare(text) for text in texts}
    inside = inside_of(texts)
    best: tuple[float, str, list[tuple[int, int, str]]] | None = None
    for kind, steps in FAMILIES:
        places = {word: i for i, step in enumerate(steps) for word in step.split("|")}
        found = [(places[said[t]], n, t) for n, t in enumerate(inside) if said[t] in places]
        if len(found) < 2 or len(found) < 0.75 * len(inside) or len({f[0] for f in found}) < 2:
            continue
        if len(found) < 3 and len(inside) > 2:
            continue
        if best is None or len(found) > best[0]:
            best = (len(found), kind, sorted(found))
    if best is None or (len(inside) < 3 and best[1] == "ordinal"):
        return None
    return best[1], tuple(text for _, _, text in best[2])


def of_steps(texts: Sequence[str]) -> tuple[str, ...] | None:
    """Return the choices in order when each begins with its number ("4 - agree")."""
    inside = inside_of(texts)
    ends = [text for text in inside if fold(text).isdigit()]
    if codes := _codes(inside):
        return codes
    found = [(int(m[1]), t) for t in inside if (m := _STEP.fullmatch(t))]
    found += [(int(fold(t)), t) for t in ends]
    worded = len(found) > len(ends)
    if len(inside) < 3 or not worded or len(found) < len(inside):
        return None
    if len({n for n, _ in found}) < len(found):
        return None
    return tuple(text for _, text in sorted(found))


def _codes(texts: Sequence[str]) -> tuple[str, ...] | None:
    """Return answer codes in order: the same letters before a running number (AO01, AO02 ...)."""
    found = [re.fullmatch(r"([A-Za-z]{1,4})(\d{1,2})", text.strip()) for text in texts]
    if not 3 <= len(texts) <= 11 or not all(found):
        return None
    pairs = [(m[1], int(m[2]), t) for m, t in zip(found, texts, strict=True) if m]
    numbers = sorted(number for _, number, _ in pairs)
    if len({letters for letters, _, _ in pairs}) > 1 or numbers[-1] - numbers[0] >= len(texts) + 2:
        return None
    return tuple(text for _, _, text in sorted(pairs))
