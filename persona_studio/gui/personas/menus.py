# SPDX-License-Identifier: MIT
"""The menus of the board: of the claims that are meant, and of a persona."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from persona_studio.core import words
from persona_studio.core.persona import Claim, Persona
from persona_studio.core.research import Segment, Segmentation
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.verdict import WORDS
from persona_studio.gui.direction import mirrored
from persona_studio.gui.personas.claim_commands import ClaimCommands
from persona_studio.gui.personas.gestures import Gestures
from persona_studio.gui.personas.place import PARKING


def _tr(text: str) -> str:
    return QCoreApplication.translate("board", text)


def claim_menu(
    parent: QWidget,
    claims: Sequence[Claim],
    commands: ClaimCommands,
    gestures: Gestures,
) -> QMenu:
    """Return the menu of the selected claims."""
    menu = QMenu(parent)
    ids = [claim.id for claim in claims]
    for text, keys, command in (
        (_tr("Edit"), "Return", "edit"),
        (_tr("Add below"), "Ctrl+N", "add"),
        (_tr("Duplicate"), "Ctrl+D", "duplicate"),
        (_tr("Move to\u2026"), "Ctrl+M", "move_to"),
        (_tr("Copy to\u2026"), "Ctrl+Alt+M", "copy_to"),
    ):
        _add(menu, text, partial(commands.run, command), keys)
    if any(claim.persona for claim in claims):
        _add(menu, _tr("Move to the parking lot"), lambda: commands.send(ids, PARKING))
    menu.addSeparator()
    _add(menu, _tr("What stands behind it"), lambda: commands.run("detail"), "F4")
    _add(menu, _tr("What review says of it"), lambda: commands.run("findings"), "F8")
    _add(menu, _tr("Mark as assumption"), lambda: commands.run("assume"), "Ctrl+Shift+M")
    star = _add(menu, _tr("Key claim"), lambda: commands.run("star"), "Ctrl+Shift+K")
    star.setCheckable(True)
    star.setChecked(all(claim.key for claim in claims))
    _quantifiers(menu, claims, gestures)
    menu.addSeparator()
    _add(menu, _tr("Remove"), lambda: commands.run("remove"), "Del")
    return menu


def persona_menu(
    parent: QWidget,
    persona: Persona,
    snapshot: Snapshot,
    gestures: Gestures,
    rename: Callable[[], None],
    choose_picture: Callable[[], None],
) -> QMenu:
    """Return the menu of a persona."""
    menu = QMenu(parent)
    key, order = persona.id, [each.id for each in snapshot.personas]
    place = order.index(key) if key in order else 0
    _add(menu, _tr("Rename"), rename, "F2")
    _looks(menu, persona, gestures)
    _add(menu, _tr("Picture\u2026"), choose_picture)
    _choices(
        menu.addMenu(_tr("Group of people")),
        [(_tr("None: everyone counts"), None), *_groups(snapshot)],
        persona.segment,
        lambda segment: gestures.change_persona(key, "Link to a group", segment=segment),
    )
    menu.addSeparator()
    on = -1 if mirrored() else 1
    for name, to in ((_tr("Move left"), place - on), (_tr("Move right"), place + on)):
        move = _add(menu, name, partial(gestures.shift_persona, key, to))
        move.setEnabled(0 <= to < len(order))
    menu.addSeparator()
    _add(menu, _tr("Put away, keep for the record"), lambda: gestures.retire_persona(key))
    away = menu.addMenu(_tr("Delete"))
    _add(
        away,
        _tr("Delete, keep the claims in the parking lot"),
        lambda: gestures.remove_persona(key, keep_claims=True),
    )
    _add(
        away,
        _tr("Delete with all claims"),
        lambda: gestures.remove_persona(key, keep_claims=False),
    )
    return menu


def _looks(menu: QMenu, persona: Persona, gestures: Gestures) -> None:
    roles = {
        "primary": _tr("Primary: we design for them"),
        "secondary": _tr("Secondary: served along the way"),
        "negative": _tr("Not for us"),
    }
    _choices(
        menu.addMenu(_tr("Role")),
        [(roles[role], role) for role in words.PERSONA_ROLES],
        persona.role,
        lambda role: gestures.change_persona(persona.id, "Change role", role=role),
    )
    colours = {
        "teal": _tr("Teal"),
        "plum": _tr("Plum"),
        "rust": _tr("Rust"),
        "blue": _tr("Blue"),
        "slate": _tr("Slate"),
    }
    _choices(
        menu.addMenu(_tr("Colour")),
        [(colours[colour], colour) for colour in words.THEMES],
        persona.colour,
        lambda colour: gestures.change_persona(persona.id, "Change colour", colour=colour),
    )


def _quantifiers(menu: QMenu, claims: Sequence[Claim], gestures: Gestures) -> None:
    ids = [claim.id for claim in claims]
    shared = {claim.quantifier for claim in claims}
    none_yet: list[tuple[str, str | None]] = [(_tr("Not said"), None)]
    said = [(WORDS[word].capitalize(), word) for word in words.QUANTIFIERS]
    _choices(
        menu.addMenu(_tr("Holds for")),
        none_yet + list(said),
        shared.pop() if len(shared) == 1 else "",
        lambda word: gestures.set_quantifier(ids, word),
    )


def _groups(snapshot: Snapshot) -> list[tuple[str, str | None]]:
    many = len(snapshot.table(Segmentation)) > 1
    return [
        (_group_name(segment, grouping if many else None), segment.id)
        for grouping in snapshot.table(Segmentation).values()
        for segment in snapshot.segments_of(grouping.id)
    ]


def _group_name(segment: Segment, grouping: Segmentation | None) -> str:
    name = segment.name or _tr("Group {0}").format(segment.number + 1)
    where = f"{grouping.name}: " if grouping and grouping.name else ""
    return _tr("{0}{1} ({2} people)").format(where, name, segment.n)


def _choices(
    menu: QMenu,
    choices: Sequence[tuple[str, str | None]],
    now: str | None,
    choose: Callable[[str | None], None],
) -> None:
    group = QActionGroup(menu)
    for text, value in choices:
        action = _add(menu, text, partial(choose, value))
        action.setCheckable(True)
        action.setChecked(value == now)
        group.addAction(action)


def _add(menu: QMenu, text: str, run: Callable[[], None], keys: str = "") -> QAction:
    action = menu.addAction(text.replace("&", "&&"))
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
    action.triggered.connect(lambda: run())
    return action
