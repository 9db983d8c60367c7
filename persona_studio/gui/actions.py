# SPDX-License-Identifier: MIT
"""Everything the window can do, as rows of data: menus, shortcuts and Ctrl+K are made from them.

To add one: write a row; `slot` is a method of the main window, or of the room named in `room`,
which is entered first; an empty slot only enters the room.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from persona_studio.gui.marking import QT_TRANSLATE_NOOP

FILE = QT_TRANSLATE_NOOP("actions", "File")
EDIT = QT_TRANSLATE_NOOP("actions", "Edit")
GO = QT_TRANSLATE_NOOP("actions", "Go")
PERSONA = QT_TRANSLATE_NOOP("actions", "Persona")
VIEW = QT_TRANSLATE_NOOP("actions", "View")
HELP = QT_TRANSLATE_NOOP("actions", "Help")
MENUS = (FILE, EDIT, GO, PERSONA, VIEW, HELP)


@dataclass(frozen=True)
class Action:
    """One thing to do.

    `needs` says when it can be: "" always, "project" open, "editing" allowed, "board" in front.
    """

    id: str
    text: str
    shortcut: str
    menu: str
    slot: str
    room: str = ""
    needs: str = ""
    icon: str = ""

    @property
    def name(self) -> str:
        """The text in the user's language."""
        return QCoreApplication.translate("actions", self.text)


ACTIONS: tuple[Action, ...] = (
    Action(
        "new_project",
        QT_TRANSLATE_NOOP("actions", "New project…"),
        "Ctrl+N",
        FILE,
        "new_project",
        icon="file-plus",
    ),
    Action(
        "open_project",
        QT_TRANSLATE_NOOP("actions", "Open a project…"),
        "Ctrl+O",
        FILE,
        "choose_project",
        icon="folder-open",
    ),
    Action(
        "open_sample",
        QT_TRANSLATE_NOOP("actions", "Try the sample workshop"),
        "Ctrl+Shift+T",
        FILE,
        "open_sample",
        icon="presentation",
    ),
    Action(
        "restore_backup",
        QT_TRANSLATE_NOOP("actions", "Restore a backup…"),
        "Ctrl+Shift+B",
        FILE,
        "show_backups",
        icon="archive-restore",
    ),
    Action(
        "import_file",
        QT_TRANSLATE_NOOP("actions", "Import a research file…"),
        "Ctrl+I",
        FILE,
        "choose_files",
        room="research",
        needs="editing",
        icon="upload",
    ),
    Action(
        "save_pdf",
        QT_TRANSLATE_NOOP("actions", "Save the poster as PDF…"),
        "Ctrl+P",
        FILE,
        "save",
        room="print",
        needs="project",
        icon="printer",
    ),
    Action(
        "save_copy",
        QT_TRANSLATE_NOOP("actions", "Save a copy…"),
        "Ctrl+Shift+C",
        FILE,
        "save_copy",
        needs="project",
        icon="copy",
    ),
    Action(
        "close_project",
        QT_TRANSLATE_NOOP("actions", "Close project"),
        "Ctrl+W",
        FILE,
        "close_project",
        needs="project",
        icon="x",
    ),
    Action(
        "quit",
        QT_TRANSLATE_NOOP("actions", "Quit"),
        "Ctrl+Q",
        FILE,
        "close",
        icon="arrow-right",
    ),
    Action(
        "undo",
        QT_TRANSLATE_NOOP("actions", "Undo"),
        "Ctrl+Z",
        EDIT,
        "undo",
        needs="editing",
        icon="undo-2",
    ),
    Action(
        "redo",
        QT_TRANSLATE_NOOP("actions", "Redo"),
        "Ctrl+Shift+Z",
        EDIT,
        "redo",
        needs="editing",
        icon="redo-2",
    ),
    Action(
        "find",
        QT_TRANSLATE_NOOP("actions", "Find or do anything…"),
        "Ctrl+K",
        EDIT,
        "show_palette",
        icon="search",
    ),
    Action(
        "go_research",
        QT_TRANSLATE_NOOP("actions", "Research"),
        "Alt+1",
        GO,
        "",
        room="research",
        needs="project",
        icon="newspaper",
    ),
    Action(
        "go_patterns",
        QT_TRANSLATE_NOOP("actions", "Patterns"),
        "Alt+2",
        GO,
        "",
        room="patterns",
        needs="project",
        icon="patterns",
    ),
    Action(
        "go_personas",
        QT_TRANSLATE_NOOP("actions", "Personas"),
        "Alt+3",
        GO,
        "",
        room="personas",
        needs="project",
        icon="board",
    ),
    Action(
        "go_review",
        QT_TRANSLATE_NOOP("actions", "Review"),
        "Alt+4",
        GO,
        "",
        room="review",
        needs="project",
        icon="list-checks",
    ),
    Action(
        "go_print",
        QT_TRANSLATE_NOOP("actions", "Print"),
        "Alt+5",
        GO,
        "",
        room="print",
        needs="project",
        icon="printer",
    ),
    Action(
        "settings",
        QT_TRANSLATE_NOOP("actions", "Settings"),
        "Ctrl+,",
        GO,
        "",
        room="settings",
        needs="project",
        icon="settings",
    ),
    Action(
        "read_said",
        QT_TRANSLATE_NOOP("actions", "Read what people said"),
        "Ctrl+Shift+R",
        GO,
        "read_said",
        room="research",
        needs="project",
        icon="quote",
    ),
    Action(
        "add_persona",
        QT_TRANSLATE_NOOP("actions", "New persona"),
        "Ctrl+Shift+P",
        PERSONA,
        "add_persona",
        room="personas",
        needs="editing",
        icon="user-plus",
    ),
    Action(
        "add_claim",
        QT_TRANSLATE_NOOP("actions", "Add a claim"),
        "Ctrl+Shift+A",
        PERSONA,
        "add_claim",
        room="personas",
        needs="board",
        icon="plus",
    ),
    Action(
        "move_claim",
        QT_TRANSLATE_NOOP("actions", "Move the claim to…"),
        "Ctrl+M",
        PERSONA,
        "move_claim",
        room="personas",
        needs="board",
        icon="arrow-right",
    ),
    Action(
        "duplicate_claim",
        QT_TRANSLATE_NOOP("actions", "Duplicate the claim"),
        "Ctrl+D",
        PERSONA,
        "duplicate_claim",
        room="personas",
        needs="board",
        icon="copy",
    ),
    Action(
        "show_evidence",
        QT_TRANSLATE_NOOP("actions", "What stands behind the claim"),
        "F4",
        PERSONA,
        "show_evidence",
        room="personas",
        needs="board",
        icon="link",
    ),
    Action(
        "assume_claim",
        QT_TRANSLATE_NOOP("actions", "Mark the claim as assumption"),
        "Ctrl+Shift+M",
        PERSONA,
        "assume_claim",
        room="personas",
        needs="board",
        icon="circle-question-mark",
    ),
    Action(
        "star_claim",
        QT_TRANSLATE_NOOP("actions", "Key claim, or ordinary again"),
        "Ctrl+Shift+K",
        PERSONA,
        "star_claim",
        room="personas",
        needs="board",
        icon="star",
    ),
    Action(
        "remove_claim",
        QT_TRANSLATE_NOOP("actions", "Remove the claim"),
        "Ctrl+Del",
        PERSONA,
        "remove_claim",
        room="personas",
        needs="board",
        icon="trash-2",
    ),
    Action(
        "look_for_groups",
        QT_TRANSLATE_NOOP("actions", "Look for groups of similar people"),
        "Ctrl+G",
        PERSONA,
        "look",
        room="patterns",
        needs="editing",
        icon="patterns",
    ),
    Action(
        "draft_personas",
        QT_TRANSLATE_NOOP("actions", "Make draft personas of the groups"),
        "Ctrl+Shift+G",
        PERSONA,
        "draft",
        room="patterns",
        needs="editing",
        icon="users",
    ),
    Action(
        "sign_off",
        QT_TRANSLATE_NOOP("actions", "Sign off the personas…"),
        "Ctrl+Shift+S",
        PERSONA,
        "start_signing",
        room="review",
        needs="editing",
        icon="signature",
    ),
    Action(
        "switch_dark",
        QT_TRANSLATE_NOOP("actions", "Switch between light and dark"),
        "Ctrl+Shift+L",
        VIEW,
        "switch_dark",
        icon="moon",
    ),
    Action(
        "full_screen",
        QT_TRANSLATE_NOOP("actions", "Full screen"),
        "F11",
        VIEW,
        "full_screen",
        icon="maximize",
    ),
    Action(
        "about",
        QT_TRANSLATE_NOOP("actions", "About Persona Studio"),
        "Shift+F1",
        HELP,
        "about",
        icon="info",
    ),
)
