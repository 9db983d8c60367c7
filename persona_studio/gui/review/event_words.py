# SPDX-License-Identifier: MIT
"""How events of the world outside are told."""

from PySide6.QtCore import QCoreApplication

from persona_studio.core import clock
from persona_studio.core.persona import Claim, Persona
from persona_studio.core.reviewing import ChangeEvent
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.assess import short_date
from persona_studio.gui.marking import QT_TRANSLATE_NOOP

_KINDS = {
    "product": QT_TRANSLATE_NOOP("events", "Product"),
    "law": QT_TRANSLATE_NOOP("events", "Law"),
    "price": QT_TRANSLATE_NOOP("events", "Price"),
    "market": QT_TRANSLATE_NOOP("events", "Market"),
    "other": QT_TRANSLATE_NOOP("events", "Something else"),
}


def tr(text: str) -> str:
    """Return a word of events in the user's language."""
    return QCoreApplication.translate("events", text)


def kind_name(kind: str) -> str:
    """Return a kind of event in words."""
    return tr(_KINDS[kind])


def about(event: ChangeEvent, snapshot: Snapshot) -> str:
    """Return when an event happened, its kind, and whom it touches."""
    parts = [kind_name(event.kind)]
    if event.happened_on:
        parts.insert(0, short_date(event.happened_on, clock.today()))
        if event.happened_on > clock.today():
            parts.append(tr("still to come"))
    names = [_name(key, snapshot) for key in event.touches]
    told = ", ".join(name for name in names if name)
    parts.append(tr("touches {0}").format(told) if told else tr("touches every claim"))
    return " · ".join(parts)


def _name(key: str, snapshot: Snapshot) -> str:
    if key in {section.id for section in snapshot.sections}:
        return snapshot.section(key).title
    if key in snapshot.table(Persona):
        return snapshot.table(Persona)[key].name
    claim = snapshot.table(Claim).get(key)
    return f"“{claim.text}”" if claim else ""
