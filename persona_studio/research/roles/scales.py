# SPDX-License-Identifier: MIT
"""Scales people answer on: families of steps from low to high, and ranges of numbers."""

import re
from collections.abc import Sequence
from pathlib import Path

from persona_studio.evidence.reading import fold


def _load() -> tuple[tuple[tuple[str, tuple[str, ...]], ...], frozenset[str]]:
    """Read the scales that are shipped beside this module: families of steps, and what is none."""
    families: list[tuple[str, list[str]]] = []
    for line in Path(__file__).with_name("scales.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            families.append((line.strip("[]"), []))
        elif line and not line.startswith("#"):
            families[-1][1].append("|".join(fold(word) for word in line.split(" | ")))
    outside = {step for kind, steps in families if kind == "outside" for step in steps}
    scales = [(kind, tuple(steps)) for kind, steps in families if kind != "outside"]
    return tuple(scales), frozenset(outside)


FAMILIES, OUTSIDE = _load()
_BELOW = (
    r"<|≤|under|less than|below|up to|unter|bis zu|bis|moins de|menos de|fewer than|younger than"
    r"|no more than"
)
_ABOVE = r">|≥|over|more than|above|über|mehr als|plus de|más de|older than"
_LOW = r"(?P<low>[€$£]?\s*\d[\d.,'\u202f ]*)"
_BAND = re.compile(
    rf"(?P<less>{_BELOW})?\s*{_LOW}\s*(?P<unit>k|m|%|€)?\s*"
    r"(?P<rest>\+|-|\u2013|\u2014|\u2012|\u2212|to|bis|à|and|or|und|oder|years?|jahre|employees"
    r"|hours?|months?|minutes?|a|until|ans|años|times?|>).*",
    re.IGNORECASE | re.DOTALL,
)
_SIMPLE = re.compile(rf"(?P<less>{_BELOW}|{_ABOVE})\s*{_LOW}.*", re.IGNORECASE | re.DOTALL)
_STEP = re.compile(r"\s*\(?(\d{1,2})\)?\s*(?:[-\u2013\u2014=.:)]\s*|\s+)(\D.*)")


def of_words(texts: Sequence[str]) -> tuple[str, tuple[str, ...]] | None:
    """Return the kind of scale (likert or ordinal) the choices are on, and their order."""
    said = {text: fold(text).rstrip(".!") for text in texts}
    inside = [text for text in texts if said[text] not in OUTSIDE]
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


_DEGREES = (
    ("not at all", "überhaupt nicht", "gar nicht", "nicht", "pas du tout", "not", "no"),
    ("not very", "not so", "kaum", "hardly", "wenig", "a little", "slightly", "peu", "not too"),
    ("somewhat", "mäßig", "moderately", "fairly", "etwas", "eher", "assez", "plutôt", "rather"),
    ("", "quite", "ziemlich"),
    ("very", "sehr", "très", "muy", "molto", "mostly"),
    ("extremely", "completely", "totally", "äußerst", "extrem", "absolutely"),
)


def of_degrees(texts: Sequence[str]) -> tuple[str, ...] | None:
    """Return the choices in order when they are degrees of one word ("very", "not very" ...)."""
    inside = [text for text in texts if fold(text) not in OUTSIDE]
    if not 3 <= len(inside) <= 9:
        return None
    tails: dict[str, list[tuple[int, str]]] = {}
    for text in inside:
        for degree, tail in _split_degree(fold(text)):
            tails.setdefault(tail, []).append((degree, text))
    tail, found = max(tails.items(), key=lambda item: len(item[1]), default=("", []))
    if not tail or len(found) < max(3, 0.75 * len(inside)):
        return None
    if len({degree for degree, _ in found}) < len(found):
        return None
    return tuple(text for _, text in sorted(found))


def _split_degree(text: str) -> list[tuple[int, str]]:
    prefixes = [(fold(p), n) for n, step in enumerate(_DEGREES) for p in step]
    prefix, degree = max(
        ((p, n) for p, n in prefixes if not p or text.startswith(p + " ")), key=lambda x: len(x[0])
    )
    return [(degree, text[len(prefix) :].strip())]


def of_ranges(texts: Sequence[str]) -> tuple[str, ...] | None:
    """Return the choices in order when they are ranges of numbers ("18-24", "65+", "< 18")."""
    inside = [text for text in texts if fold(text) not in OUTSIDE]
    lows = [(low, text) for text in inside if (low := _low(text)) is not None]
    if len(inside) < 2 or len(lows) < 2 or len(lows) < 0.7 * len(inside):
        return None
    if len({low for low, _ in lows}) < len(lows) * 0.8:
        return None
    return tuple(text for _, text in sorted(lows, key=lambda each: each[0]))


def of_steps(texts: Sequence[str]) -> tuple[str, ...] | None:
    """Return the choices in order when each begins with its number ("4 - agree")."""
    inside = [text for text in texts if fold(text) not in OUTSIDE]
    ends = [text for text in inside if text.strip().isdigit()]
    if codes := _codes(inside):
        return codes
    found = [(int(m[1]), t) for t in inside if (m := _STEP.fullmatch(t))]
    found += [(int(t), t) for t in ends]
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


def _low(text: str) -> float | None:
    text = text.strip()
    if len(text) > 45:
        return None
    if text.isdigit():
        return float(text)
    if found := _SIMPLE.fullmatch(text):
        number = _number(found["low"])
        up = bool(re.fullmatch(_ABOVE, found["less"].casefold()))
        return None if number is None else number + (0.5 if up else -0.5)
    if found := _BAND.fullmatch(text):
        number = _number(found["low"])
        if number is None:
            return None
        if (found["unit"] or "").casefold() == "k":
            number *= 1000
        return number - (0.5 if found["less"] else 0)
    return None


def _number(text: str) -> float | None:
    bare = re.sub(r"[^\d.,]", "", text).rstrip(".,")
    bare = re.sub(r"[.,](?=\d{3}(\D|$))", "", bare).replace(",", ".")
    try:
        return float(bare)
    except ValueError:
        return None
