# SPDX-License-Identifier: MIT
"""What is asked before a wave, a source or a person goes: everything that rests on it, in words."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from persona_studio import paths
from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim
from persona_studio.core.research import Source, Wave
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.marking import QT_TRANSLATE_NOOP
from persona_studio.gui.research import words
from persona_studio.gui.research.decision_page import Decision, Line
from persona_studio.gui.research.sources_page import when
from persona_studio.workspace import forgetting, stakes
from persona_studio.workspace.forgetting import Traces
from persona_studio.workspace.stakes import Stakes

_LOST = QT_TRANSLATE_NOOP("research", "{0} piece of evidence would lose its ground.")
_LOST_MANY = QT_TRANSLATE_NOOP("research", "{0} pieces of evidence would lose their ground.")
_QUOTE = QT_TRANSLATE_NOOP("research", "{0} quote goes with it.")
_QUOTES = QT_TRANSLATE_NOOP("research", "{0} quotes go with it.")
_ROW = QT_TRANSLATE_NOOP("research", "{0} row of answers goes.")
_ROWS = QT_TRANSLATE_NOOP("research", "{0} rows of answers go.")
_HELD = QT_TRANSLATE_NOOP("research", "Delete {0} backup that holds them too")
_HELD_MANY = QT_TRANSLATE_NOOP("research", "Delete {0} backups that hold them too")


def wave_goes(bridge: Bridge, wave: str) -> Decision:
    """Return what is asked before a wave is removed."""
    from persona_studio.storage import waves

    snapshot = bridge.snapshot
    derived = {w.id for w in snapshot.table(Wave).values() if w.derived_from == wave}

    def act(_ticked: bool) -> None:
        with bridge.edit(_tr("Remove wave")) as write:
            waves.remove(write, wave)

    name = f"{snapshot.source_of(wave).name}, {when(snapshot.table(Wave)[wave])}"
    found = stakes.of_waves(snapshot, {wave, *derived})
    return _goes(_tr("Remove {0}?").format(name), found, act)


def source_goes(bridge: Bridge, source: str) -> Decision:
    """Return what is asked before a source is removed with all its waves."""
    from persona_studio.storage import waves

    name = bridge.snapshot.table(Source)[source].name

    def act(_ticked: bool) -> None:
        with bridge.edit(_tr("Remove {0}").format(name)) as write:
            waves.remove_source(write, source)

    found = stakes.of_source(bridge.snapshot, source)
    return _goes(_tr("Remove {0} with all its waves?").format(name), found, act)


def person_goes(bridge: Bridge, wave: str, row: int) -> Decision:
    """Return what is asked before a person is forgotten for good."""
    return _forgetting(bridge, forgetting.traces(bridge.workspace, wave, row, paths.backups()))


def person_named_goes(bridge: Bridge, told: str) -> Decision:
    """Return what is asked before the person of an id, or behind a code, is forgotten."""
    return _forgetting(bridge, forgetting.traces_of(bridge.workspace, told, paths.backups()))


def _forgetting(bridge: Bridge, found: Traces) -> Decision:
    def act(ticked: bool) -> None:
        _forget(bridge, found, backups_too=ticked)

    parts = [words.counted(_ROW, _ROWS, len(found.rows))]
    if found.quotes:
        parts.append(words.counted(_QUOTE, _QUOTES, len(found.quotes)))
    if found.evidence:
        parts.append(words.counted(_LOST, _LOST_MANY, found.evidence))
    held = len(found.backups)
    return Decision(
        _tr("Forget this person?"),
        " ".join(parts),
        _traces(bridge, found),
        _tr(
            "Nothing brings them back, and the steps that could be undone until now go too. "
            "Copies you saved or sent elsewhere are yours to delete."
        ),
        _tr("Forget for good"),
        act,
        words.counted(_HELD, _HELD_MANY, held) if held else "",
    )


def _goes(title: str, found: Stakes, act: Callable[[bool], None]) -> Decision:
    parts = [_tr("No evidence rests on it.")]
    if found.lines:
        parts = [words.counted(_LOST, _LOST_MANY, found.evidence)]
    if found.quotes:
        parts.append(words.counted(_QUOTE, _QUOTES, found.quotes))
    lines = [
        Line(
            _tr("{0}: {1} (loses {2} of {3})").format(
                stake.persona or _tr("Parking lot"), stake.text, stake.lost, stake.of
            ),
            stake.claim,
        )
        for stake in found.lines
    ]
    lines += [Line(_tr("{0} loses the group it was drafted from").format(n)) for n in found.groups]
    return Decision(title, " ".join(parts), lines, _tr("Undo brings it back."), _tr("Remove"), act)


def _traces(bridge: Bridge, found: Traces) -> list[Line]:
    """Return every place the person is in, then the lines that say their words."""
    snapshot = bridge.snapshot
    lines = []
    for wave, row in found.rows:
        there = snapshot.table(Wave).get(wave)
        name = f"{snapshot.source_of(wave).name}, {when(there)}" if there else _tr("a removed wave")
        lines.append(Line(_tr("{0}: row {1}").format(name, row)))
    for claim in found.lines:
        text = snapshot.table(Claim)[claim].text
        lines.append(Line(_tr("Stays, in their own words: {0}").format(text), claim))
    held = _tr("Backup of {0:%d %B %Y, %H:%M}")
    lines.extend(Line(held.format(copy.taken_at)) for copy in found.backups)
    return lines


def _forget(bridge: Bridge, found: Traces, *, backups_too: bool) -> None:
    from persona_studio.storage import backup

    try:
        forgetting.forget(bridge.workspace, found)
    except StudioError as error:
        bridge.failed.emit(error)
        return
    if backups_too:
        for copy in forgetting.holding(bridge.workspace, found.rows, paths.backups()):
            backup.remove(copy)


def _tr(text: str) -> str:
    return QCoreApplication.translate("decisions", text)
