# SPDX-License-Identifier: MIT
"""Columns with personal data and columns that name a person or a record."""

from persona_studio.evidence.privacy import kind_of
from persona_studio.research.plan import Role
from persona_studio.research.profile import Profile
from persona_studio.research.roles import vocabulary as words
from persona_studio.research.shapes import DATE, NUMBER

_SAMPLE = 200
_CERTAIN = ("email", "ip", "iban", "card")


def by_form(column: Profile) -> Role | None:
    """Return the role of a column whose cells look like personal data."""
    kind = _by_form(column)
    if kind is None:
        return None
    return Role("pii", 0.95, f"most cells look like personal data ({kind})", pii=kind)


def by_heading(column: Profile) -> Role | None:
    """Return the role of a column whose heading announces personal data."""
    kind = words.personal_kind(column.label) or words.personal_kind(column.text)
    if kind is None and (column.unique > 0.3 or column.open_ended) and column.words_each < 6:
        kind = words.asks_for(column.said)
    if kind is None or not _may_be(kind, column) or column.holds_own_heading:
        return None
    return Role("pii", 0.85, f"the heading announces personal data ({kind})", pii=kind)


def _by_form(column: Profile) -> str | None:
    texts = column.texts[:_SAMPLE]
    if not texts:
        return None
    found: dict[str, int] = {}
    for text in texts:
        if len(text) < 120 and (kind := kind_of(text)):
            found[kind] = found.get(kind, 0) + 1
    for kind, n in found.items():
        if kind in _CERTAIN and n >= 0.5 * len(texts):
            return "id_number" if kind in ("iban", "card") else kind
        if kind == "handle" and n >= 0.8 * len(texts):
            return "handle"
        if kind == "phone" and n >= 0.7 * len(texts) and not _counts(column):
            return None if _numbers_orders(column) else "phone"
        if kind in ("id_number", "address", "location") and n >= 0.7 * len(texts):
            return kind
    return None


def _numbers_orders(column: Profile) -> bool:
    """Tell by the heading that long numbers are those of orders: 303-0000001."""
    return _is_called("record", column) and words.speaks_of("of an order", column.said)


def _counts(column: Profile) -> bool:
    return words.speaks_of("counted", column.said) or column.share(DATE) > 0.5


def _may_be(kind: str, column: Profile) -> bool:
    """Tell whether the content does not speak against what the heading says."""
    if not column.filled:
        return True
    if kind == "name" and _coded(column):
        return False
    if kind == "name":
        return column.share(NUMBER) < 0.5 and column.words_each <= 6
    if kind in ("phone", "id_number", "address", "location", "ip"):
        return column.words_each <= 15
    return True


def identity(column: Profile) -> Role | None:
    """Return the role of a column that names the respondent or the record of a row."""
    if not column.filled or column.words_each > 1.5:
        return None
    label, first = column.label or column.text, column.number == 1
    respondent = _is_called("respondent", column)
    record = _is_called("record", column)
    coded = _coded(column)
    often = column.open_ended or column.unique > 0.95
    if column.share(DATE) > 0.5 or not (often or (coded and (respondent or column.unique > 0.1))):
        return None
    if respondent:
        sure = 0.9 if words.speaks_of("person", column.said) else 0.85
        return Role("respondent_id", sure, f"“{label}” names a person, and cells are codes")
    if record:
        return Role("record_id", 0.8, f"“{label}” names a record, and cells are codes")
    if not first or column.unique < 1 or column.rows < 5:
        return None
    if column.share(NUMBER) < 0.9 and not _coded(column):
        return None
    return Role("respondent_id", 0.6, "the first column, and no cell repeats")


def _is_called(pattern: str, column: Profile) -> bool:
    return words.is_called(pattern, column.label) or words.is_called(pattern, column.text)


def _coded(column: Profile) -> bool:
    """Tell whether cells are codes: no spaces, letters or marks mixed with digits."""
    texts = column.texts[:_SAMPLE]
    coded = sum(
        1
        for text in texts
        if " " not in text
        and any(c.isdigit() for c in text)
        and not text.replace(".", "").replace(",", "").isdigit()
    )
    return coded >= 0.8 * len(texts) and len(texts) >= 5
