# SPDX-License-Identifier: MIT
"""What can be done on the import page now, with its key: found by Ctrl+K like everything else."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget
from shiboken6 import isValid

from persona_studio.gui.palette import Entry
from persona_studio.gui.research import words
from persona_studio.gui.research.import_pages import ImportPages
from persona_studio.gui.research.page_tabs import CHECK, COLUMNS

_DIGITS = 9
_PAGES = ("table", "sliders-horizontal", "shield-check", "triangle-alert", "refresh-cw")


def bind(owner: QWidget, *keys: tuple[str, QWidget, Callable[[], None]]) -> dict[QWidget, str]:
    """Let keys do what buttons do, anywhere in `owner`; return the key of each button."""
    for key, _, act in keys:
        shortcut = QShortcut(QKeySequence(key), owner)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
    return {button: key for key, button, _ in keys}


def deeds(page: QWidget, pages: ImportPages, keys: Mapping[QWidget, str]) -> Iterator[Entry]:
    """Yield the buttons that can be pressed, the pages, and what keys do on the page in front.

    `keys` are those of buttons.
    """
    keys = {**keys, pages.next.detail.yes: "Y", pages.next.detail.no: "N"}
    for button in page.findChildren(QAbstractButton):
        name = _name_of(button)
        if name and button.isVisible() and button.isEnabled() and not _is_part(button):
            yield Entry(name, _key(keys.get(button, "")), "command", partial(_press, button))
    if pages.isHidden():
        return
    for place in range(pages.tabs.count()):
        if pages.tabs.isTabVisible(place):
            show = pages.tabs.wanting(place)
            yield Entry(pages.tabs.tabText(place), _key(f"Ctrl+{place + 1}"), _PAGES[place], show)
    if pages.currentIndex() == CHECK:
        for text, key, act in pages.check.table.deeds():
            yield Entry(text, _key(key), "table", act)
    elif pages.currentIndex() == COLUMNS:
        yield from _roles(pages)


def _roles(pages: ImportPages) -> Iterator[Entry]:
    """Yield what the question in front may be, by digit."""
    entry = pages.columns.list.entry
    if entry is None:
        return
    meanings = [*list(words.ROLES.values())[:_DIGITS], words.ROLES["pii"]]
    for place, meaning in enumerate(meanings, start=1):
        digit = place % 10
        said = QCoreApplication.translate("import_deeds", "{0} is: {1}")
        text = said.format(entry.title, words.say(meaning))
        yield Entry(text, str(digit), "tags", partial(pages.columns.detail.tell_role, digit))


def _name_of(button: QAbstractButton) -> str:
    said = button.accessibleName() or button.text() or button.toolTip()
    return said.replace("&&", "&")


def _is_part(button: QAbstractButton) -> bool:
    """Tell buttons that a field or a table brings along."""
    return not isinstance(button.parent(), QWidget) or isinstance(button.parent(), QComboBox)


def _key(key: str) -> str:
    return QKeySequence(key).toString()


def _press(button: QAbstractButton) -> None:
    if isValid(button) and button.isVisible() and button.isEnabled():
        button.click()
