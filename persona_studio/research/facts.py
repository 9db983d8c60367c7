# SPDX-License-Identifier: MIT
"""What one column holds, for the eye: commonest answers, spread, gaps, examples, odd cells.

Facts hold the file's own texts. They are shown, never stored, and whoever shows them hides those
of a column that stays out.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from persona_studio.core.research import Question
from persona_studio.evidence import privacy
from persona_studio.evidence.reading import NUMERIC, Reader, decimal_mark, fold, number
from persona_studio.research.hiding import change_of
from persona_studio.research.plan import Role
from persona_studio.research.profile import Profile
from persona_studio.research.roles import dates
from persona_studio.research.shapes import NO_ANSWER

CHOICES = ("single_choice", "multi_select", "ordinal", "likert", "nps", "yes_no")
DATES = ("timestamp", "date")
TOPS, EXAMPLES, SHOWN, BINS = 24, 3, 5, 14
LONGEST = 300

Counts = Mapping[str, int]


@dataclass(frozen=True)
class Facts:
    """One column in figures; `partial` when it has too many different texts to count them all.

    `tops` are the commonest answers, or the steps of a scale in order, `more` says how many
    different ones are not among them. `bars` are equal ranges from `low` to `high`. `blanks`
    are texts that mean, or could mean, "no answer". `odd` are texts that are not what the role
    expects. `hits` counts passages of personal data by kind, `masked` shows a few of them hidden.
    `telling` is a text that settles
    whether the day or the month comes first.
    """

    rows: int = 0
    filled: int = 0
    distinct: int = 0
    partial: bool = False
    tops: tuple[tuple[str, int], ...] = ()
    more: int = 0
    bars: tuple[int, ...] = ()
    low: str = ""
    high: str = ""
    examples: tuple[str, ...] = ()
    blanks: tuple[tuple[str, int], ...] = ()
    odd: tuple[tuple[str, int], ...] = ()
    hits: tuple[tuple[str, int], ...] = ()
    masked: tuple[str, ...] = ()
    telling: str = ""

    @property
    def missing(self) -> float:
        """Share of rows without an answer, 0-1."""
        return 1 - self.filled / self.rows if self.rows and not self.partial else 0.0


def facts_of(column: Profile, role: Role) -> Facts:
    """Return what a column holds, read by its role."""
    reader = Reader(_question(role))
    answers = {text: n for text, n in column.counts.items() if not reader.is_missing(text)}
    tops, more = _tops(answers, role, reader)
    bars, low, high = _spread(answers, role)
    hits, masked = _hits(answers, role)
    return Facts(
        rows=column.rows,
        filled=sum(answers.values()),
        distinct=len(answers),
        partial=column.open_ended,
        tops=tops,
        more=more,
        bars=bars,
        low=low,
        high=high,
        examples=tuple(text[:LONGEST] for text in islice(answers, EXAMPLES)),
        blanks=_blanks(column.counts, reader),
        odd=_odd(answers, role),
        hits=hits,
        masked=masked,
        telling=telling(answers, role) if role.role in DATES else "",
    )


def telling(texts: Iterable[str], role: Role) -> str:
    """Return a date that can be read in one order only: its first or second number is past 12."""
    for text in texts:
        day, month = dates.parse(text, "dmy"), dates.parse(text, "mdy")
        if (day is None) != (month is None):
            return text
    return ""


def _question(role: Role) -> Question:
    return Question(
        "",
        "",
        role=role.role,
        options=role.options,
        order=role.order,
        separator=role.separator,
        missing=role.missing,
    )


def _tops(answers: Counts, role: Role, reader: Reader) -> tuple[tuple[tuple[str, int], ...], int]:
    if role.role not in CHOICES:
        return (), 0
    found: Counter[str] = Counter()
    shown = {fold(text): text for text in (*role.options, *role.order)}
    for text, n in answers.items():
        for tick in reader.ticks(text) if reader.many else (fold(text),):
            shown.setdefault(tick, tick if reader.many else text.strip())
            found[tick] += n
    steps = [fold(step) for step in role.order]
    ranked = [(step, found[step]) for step in steps]
    ranked += [(tick, n) for tick, n in found.most_common() if tick not in set(steps)]
    tops = tuple((shown[tick][:LONGEST], n) for tick, n in ranked[:TOPS])
    return tops, max(0, len(ranked) - TOPS)


def _spread(answers: Counts, role: Role) -> tuple[tuple[int, ...], str, str]:
    """Return the counts of equal ranges of numbers or of time, and both ends."""
    if role.role in DATES:
        days = [(dates.parse(text, role.date_order or "dmy"), n) for text, n in answers.items()]
        pairs = [(float(day.toordinal()), n) for day, n in days if day]
        low, high, bars = _ranges(pairs)
        ends = [date.fromordinal(round(end)).isoformat() for end in (low, high)]
    elif role.role in ("numeric", "duration"):
        decimal = role.decimal or decimal_mark(answers)
        values = [(number(text, decimal), n) for text, n in answers.items()]
        low, high, bars = _ranges([(value, n) for value, n in values if value is not None])
        ends = [f"{end:,.6g}" for end in (low, high)]
    else:
        return (), "", ""
    return (bars, ends[0], ends[1]) if bars else ((), "", "")


def _ranges(pairs: Sequence[tuple[float, int]]) -> tuple[float, float, tuple[int, ...]]:
    if not pairs:
        return 1.0, 1.0, ()
    low, high = min(v for v, _ in pairs), max(v for v, _ in pairs)
    bins = [0] * (BINS if high > low else 1)
    for value, n in pairs:
        place = int((value - low) / (high - low) * len(bins)) if high > low else 0
        bins[min(place, len(bins) - 1)] += n
    return low, high, tuple(bins)


def _blanks(counts: Counts, reader: Reader) -> tuple[tuple[str, int], ...]:
    found: Counter[str] = Counter()
    for text, n in counts.items():
        if text.strip() and (reader.is_missing(text) or fold(text) in NO_ANSWER):
            found[text.strip()] += n
    return tuple(found.most_common(TOPS))


def fitting(role: Role) -> Callable[[str], bool] | None:
    """Return what tells whether a cell is what the role expects; None where anything is."""
    if role.choice:
        return None
    if role.role in DATES:
        order = role.date_order or "dmy"
        return lambda text: dates.parse(text, order) is not None or dates.is_clock(text)
    if role.role in ("numeric", "nps"):
        decimal = role.decimal or "."
        return lambda text: number(text, decimal) is not None
    if role.role == "duration":
        return _is_length
    if role.role in NUMERIC and role.order:
        steps = {fold(step) for step in role.order}
        return lambda text: fold(text) in steps
    return None


def missing_of(role: Role) -> Callable[[object], bool]:
    """Return what tells whether a cell of a column means no answer."""
    return Reader(_question(role)).is_missing


def _odd(answers: Counts, role: Role) -> tuple[tuple[str, int], ...]:
    """Return the texts that are not what the role expects, commonest first."""
    fits = fitting(role)
    odd = {text: n for text, n in answers.items() if fits and not fits(text)}
    return tuple(Counter(odd).most_common())


def _is_length(text: str) -> bool:
    return number(text) is not None or dates.is_clock(text) or dates.is_length(text)


def _hits(answers: Counts, role: Role) -> tuple[tuple[tuple[str, int], ...], tuple[str, ...]]:
    """Return how many passages an import would hide, by kind, and a few of those answers."""
    hide = _hiding(role)
    found: Counter[str] = Counter()
    shown: list[str] = []
    for text, n in answers.items():
        hidden, count = hide(text)
        if count:
            shown += [hidden[:LONGEST]] if len(shown) < SHOWN else []
            for hit in privacy.find(text):
                found[hit.kind] += n
    return tuple(found.most_common()), tuple(shown)


def _hiding(role: Role) -> Callable[[str], tuple[str, int]]:
    return change_of("mask" if role.role == "free_text" else "keep", role) or _nothing


def _nothing(text: str) -> tuple[str, int]:
    return text, 0
