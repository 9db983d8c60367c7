# SPDX-License-Identifier: MIT
"""What the room calls things: roles, kinds of source, private data, marks between cells."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.research.telling import CHOSEN

_R = "research"
ROLES = {
    "respondent_id": QT_TRANSLATE_NOOP("research", "Person"),
    "single_choice": QT_TRANSLATE_NOOP("research", "One answer"),
    "multi_select": QT_TRANSLATE_NOOP("research", "Several answers"),
    "ordinal": QT_TRANSLATE_NOOP("research", "Steps in order"),
    "likert": QT_TRANSLATE_NOOP("research", "Scale"),
    "yes_no": QT_TRANSLATE_NOOP("research", "Yes or no"),
    "numeric": QT_TRANSLATE_NOOP("research", "Number"),
    "free_text": QT_TRANSLATE_NOOP("research", "Own words"),
    "ignore": QT_TRANSLATE_NOOP("research", "Not needed"),
    "nps": QT_TRANSLATE_NOOP("research", "Would recommend, 0 to 10"),
    "timestamp": QT_TRANSLATE_NOOP("research", "Date and time"),
    "date": QT_TRANSLATE_NOOP("research", "Date"),
    "duration": QT_TRANSLATE_NOOP("research", "Time taken"),
    "record_id": QT_TRANSLATE_NOOP("research", "Record number"),
    "pii": QT_TRANSLATE_NOOP("research", "Personal data"),
}
"""Roles in the order of the keys 1-9, then the rest."""

PRIVATE = {
    "name": QT_TRANSLATE_NOOP("research", "name"),
    "email": QT_TRANSLATE_NOOP("research", "e-mail"),
    "phone": QT_TRANSLATE_NOOP("research", "phone"),
    "address": QT_TRANSLATE_NOOP("research", "address"),
    "ip": QT_TRANSLATE_NOOP("research", "IP address"),
    "location": QT_TRANSLATE_NOOP("research", "location"),
    "id_number": QT_TRANSLATE_NOOP("research", "id number"),
    "handle": QT_TRANSLATE_NOOP("research", "account name"),
    "iban": QT_TRANSLATE_NOOP("research", "bank account"),
    "card": QT_TRANSLATE_NOOP("research", "bank card"),
    "url": QT_TRANSLATE_NOOP("research", "personal link"),
}
FATES = {
    "keep": QT_TRANSLATE_NOOP("research", "Kept as it is"),
    "mask": QT_TRANSLATE_NOOP("research", "What was found is hidden"),
    "pseudonymise": QT_TRANSLATE_NOOP("research", "Replaced by a code"),
    "leave_out": QT_TRANSLATE_NOOP("research", "Left out"),
}
CELL_ACTIONS = {
    "keep": QT_TRANSLATE_NOOP("research", "Keep as text"),
    "missing": QT_TRANSLATE_NOOP("research", "Treat as missing"),
    "skip": QT_TRANSLATE_NOOP("research", "Pass over these rows"),
}
FILE_ACTIONS = {
    "keep": QT_TRANSLATE_NOOP("research", "It is right so"),
    "missing": QT_TRANSLATE_NOOP("research", "Treat as missing"),
    "skip": QT_TRANSLATE_NOOP("research", "Pass over these rows"),
}
DECIDED = {
    "keep": QT_TRANSLATE_NOOP("research", "kept"),
    "missing": QT_TRANSLATE_NOOP("research", "treated as missing"),
    "skip": QT_TRANSLATE_NOOP("research", "rows passed over"),
}
KINDS = {
    "survey": QT_TRANSLATE_NOOP("research", "Survey"),
    "interviews": QT_TRANSLATE_NOOP("research", "Interviews"),
    "observation": QT_TRANSLATE_NOOP("research", "Observation"),
    "analytics": QT_TRANSLATE_NOOP("research", "Web or shop analytics"),
    "sales_support": QT_TRANSLATE_NOOP("research", "Sales and support"),
    "social": QT_TRANSLATE_NOOP("research", "Social media"),
    "competitor": QT_TRANSLATE_NOOP("research", "Competitors"),
    "assumption": QT_TRANSLATE_NOOP("research", "Assumption"),
}
HITS = {
    "email": (
        QT_TRANSLATE_NOOP("research", "{0} e-mail address"),
        QT_TRANSLATE_NOOP("research", "{0} e-mail addresses"),
    ),
    "phone": (
        QT_TRANSLATE_NOOP("research", "{0} phone number"),
        QT_TRANSLATE_NOOP("research", "{0} phone numbers"),
    ),
    "url": (
        QT_TRANSLATE_NOOP("research", "{0} personal link"),
        QT_TRANSLATE_NOOP("research", "{0} personal links"),
    ),
    "handle": (
        QT_TRANSLATE_NOOP("research", "{0} account name"),
        QT_TRANSLATE_NOOP("research", "{0} account names"),
    ),
    "ip": (
        QT_TRANSLATE_NOOP("research", "{0} network address"),
        QT_TRANSLATE_NOOP("research", "{0} network addresses"),
    ),
    "iban": (
        QT_TRANSLATE_NOOP("research", "{0} bank account"),
        QT_TRANSLATE_NOOP("research", "{0} bank accounts"),
    ),
    "card": (
        QT_TRANSLATE_NOOP("research", "{0} bank card"),
        QT_TRANSLATE_NOOP("research", "{0} bank cards"),
    ),
    "name": (
        QT_TRANSLATE_NOOP("research", "{0} name"),
        QT_TRANSLATE_NOOP("research", "{0} names"),
    ),
}
"""Kinds of passages found in words, one and many."""

_HIT = (
    QT_TRANSLATE_NOOP("research", "{0} passage"),
    QT_TRANSLATE_NOOP("research", "{0} passages"),
)
SAMPLINGS = {
    "": QT_TRANSLATE_NOOP("research", "not said"),
    "everyone": QT_TRANSLATE_NOOP("research", "everyone we serve"),
    "random": QT_TRANSLATE_NOOP("research", "a random draw"),
    "volunteers": QT_TRANSLATE_NOOP("research", "volunteers"),
    "convenience": QT_TRANSLATE_NOOP("research", "whoever was at hand"),
}
MARKS = {
    ",": QT_TRANSLATE_NOOP("research", "comma"),
    ";": QT_TRANSLATE_NOOP("research", "semicolon"),
    "\t": QT_TRANSLATE_NOOP("research", "tab"),
    "|": QT_TRANSLATE_NOOP("research", "bar"),
}
SEPARATORS = {
    **MARKS,
    "\n": QT_TRANSLATE_NOOP("research", "new line"),
    "、": QT_TRANSLATE_NOOP("research", "ideographic comma"),
    "،": QT_TRANSLATE_NOOP("research", "Arabic comma"),
    "┋": QT_TRANSLATE_NOOP("research", "dotted bar"),
}
"""Marks that part the choices of one cell."""

ICONS = {
    "respondent_id": "user",
    "record_id": "hash",
    "timestamp": "clock",
    "date": "calendar",
    "single_choice": "circle-dot",
    "multi_select": "list-checks",
    "ordinal": "list-ordered",
    "likert": "sliders-horizontal",
    "nps": "gauge",
    "yes_no": "toggle-left",
    "numeric": "chart-column",
    "duration": "timer",
    "free_text": "quote",
    "pii": "lock",
    "ignore": "circle-slash",
}
"""The sign of each role."""

DATE_ORDERS = {
    "ymd": QT_TRANSLATE_NOOP("research", "year first"),
    "dmy": QT_TRANSLATE_NOOP("research", "day first"),
    "mdy": QT_TRANSLATE_NOOP("research", "month first"),
}
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": QT_TRANSLATE_NOOP("research", "Western (Windows)"),
    "mac_roman": QT_TRANSLATE_NOOP("research", "Western (old Mac)"),
    "cp1250": QT_TRANSLATE_NOOP("research", "Central European"),
    "iso8859-2": QT_TRANSLATE_NOOP("research", "Central European (ISO)"),
    "mac_latin2": QT_TRANSLATE_NOOP("research", "Central European (old Mac)"),
    "cp1257": QT_TRANSLATE_NOOP("research", "Baltic"),
    "cp1251": QT_TRANSLATE_NOOP("research", "Cyrillic"),
    "koi8-r": QT_TRANSLATE_NOOP("research", "Cyrillic (KOI8)"),
    "mac_cyrillic": QT_TRANSLATE_NOOP("research", "Cyrillic (old Mac)"),
    "cp1253": QT_TRANSLATE_NOOP("research", "Greek"),
    "cp1254": QT_TRANSLATE_NOOP("research", "Turkish"),
    "cp1255": QT_TRANSLATE_NOOP("research", "Hebrew"),
    "cp1256": QT_TRANSLATE_NOOP("research", "Arabic"),
    "cp1258": QT_TRANSLATE_NOOP("research", "Vietnamese"),
    "cp932": QT_TRANSLATE_NOOP("research", "Japanese"),
    "gb18030": QT_TRANSLATE_NOOP("research", "Chinese (simplified)"),
    "big5": QT_TRANSLATE_NOOP("research", "Chinese (traditional)"),
    "euc_kr": QT_TRANSLATE_NOOP("research", "Korean"),
}
CHOICE_ROLES = ("single_choice", "multi_select", "ordinal", "likert", "yes_no", "nps")


def say(text: str) -> str:
    """Return a word of these tables in the user's language."""
    return QCoreApplication.translate(_R, text)


def counted(one: str, many: str, count: int) -> str:
    """Return `one` or `many` in the user's language, "{0}" filled with the count."""
    return say(one if count == 1 else many).format(f"{count:,}")


def role(name: str) -> str:
    """Return what a role is called."""
    return say(ROLES.get(name, name))


def encoding(name: str | None) -> str:
    """Return what an encoding is called; unknown ones keep their own name."""
    return say(ENCODINGS.get(name or "", name or ""))


def mark(separator: str | None) -> str:
    """Return what a mark between cells or choices is called, "" for none."""
    if not separator:
        return ""
    bare = separator.strip(" ") or separator
    return say(SEPARATORS.get(bare, bare))


_SURE = {
    "filled": QT_TRANSLATE_NOOP("research", "Sure: {0}."),
    "half": QT_TRANSLATE_NOOP("research", "Fairly sure: {0}."),
    "ring": QT_TRANSLATE_NOOP("research", "A guess: {0}."),
}
_YOURS = QT_TRANSLATE_NOOP("research", "Chosen by you.")


def sure(share: float, why: str) -> tuple[str, str]:
    """Return the mark of how sure something is, and how sure and why in words."""
    level = "filled" if share >= 0.85 else "half" if share >= 0.6 else "ring"
    if why == CHOSEN:
        return level, say(_YOURS)
    return level, say(_SURE[level]).format(why) if why else ""


def hits(found: Iterable[tuple[str, int]]) -> str:
    """Return how many passages of each kind were found, in words."""
    return ", ".join(counted(*HITS.get(kind, _HIT), count) for kind, count in found)


def percent(share: float) -> str:
    """Return a share as a whole percentage; a little is not nothing."""
    return "< 1 %" if 0 < share < 0.005 else f"{share:.0%}".replace("%", " %")
