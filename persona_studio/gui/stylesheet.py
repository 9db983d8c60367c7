# SPDX-License-Identifier: MIT
"""The one stylesheet of the window, a template over the tokens.

Widgets choose a rule by the dynamic property `kind` (see `gui/widgets`), never by own sheets.
"""

from dataclasses import asdict
from string import Template

from persona_studio.gui.tokens import Tokens

_SHEET = Template("""
QWidget { color: $ink; }
QMainWindow, QDialog, QWidget[kind="page"], QStackedWidget { background: $background; }
QWidget[kind="paper"] { background: $paper; }
QToolTip {
    color: $ink; background: $paper; border: 1px solid $line_strong; padding: 4px 6px;
}

QLabel { background: transparent; }
QLabel[kind="display"] { font-size: 26px; font-weight: 600; }
QLabel[kind="title"] { font-size: 19px; font-weight: 600; }
QLabel[kind="name"] { font-size: 15px; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="muted"] { color: $muted; }
QLabel[kind="quiet"] { color: $muted; font-size: 12px; }
QLabel[kind="faint"] { color: $faint; font-size: 11px; }
QLabel[kind="section"] { color: $muted; font-size: 11px; font-weight: 600; }
QLabel[kind="wrong"] { color: $wrong; font-size: 12px; }
QLabel[kind="caution"] { color: $caution; font-size: 12px; }
QLabel[kind="clock"] { font-size: 19px; font-weight: 600; }
QLabel[kind="over"] { color: $caution; font-size: 19px; font-weight: 600; }
QLabel[kind="logo"] { color: $accent; font-size: 16px; font-weight: 700; }
QLabel[kind="key"] {
    color: $faint; font-size: 11px; background: $paper; border: 1px solid $line;
    border-radius: 4px; padding: 1px 5px;
}
QLabel[kind="badge"] {
    color: $paper; background: $wrong; font-size: 10px; font-weight: 700;
    border-radius: 8px; padding: 0 4px;
}

QFrame[kind="card"] {
    background: $paper; border: 1px solid $line; border-radius: 12px;
}
QFrame[kind="card"][quiet="true"] { background: transparent; }
QFrame[kind="hairline"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="topbar"] { background: $paper; border: none; border-bottom: 1px solid $line; }
QFrame[kind="rail"] { background: $paper; border: none; border-right: 1px solid $line; }
QFrame[kind="banner"] { background: $tint; border: 1px solid $line; border-radius: 8px; }
QFrame[kind="banner"][tone="error"] { background: $wrong_tint; border-color: $wrong; }
QFrame[kind="banner"][tone="caution"] { background: $caution_tint; border-color: $caution; }
QFrame[kind="popup"] {
    background: $paper; border: 1px solid $line_strong; border-radius: 12px;
}

QPushButton {
    background: $paper; color: $ink; border: 1px solid $line_strong; border-radius: 8px;
    padding: 5px 13px; min-height: 18px; font-weight: 500;
}
QPushButton:hover { background: $well; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 12px; }
QPushButton:disabled { color: $faint; background: $background; border-color: $line; }
QPushButton[kind="primary"] {
    background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent; }
QPushButton[kind="primary"]:focus { border: 3px double $on_accent; padding: 3px 11px; }
QPushButton[kind="primary"]:disabled { background: $well; color: $faint; border-color: $line; }
QPushButton[kind="link"] {
    background: transparent; color: $accent; border: 1px solid transparent; padding: 2px 4px;
    text-align: left;
}
QPushButton[kind="link"][flush="true"] { padding-left: 0; border-left-width: 0; }
QPushButton[kind="link"]:disabled {
    color: $muted; background: transparent; border-color: transparent;
}
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus, QPushButton[kind="link"][flush="true"]:focus {
    border: 1px solid $accent; border-radius: 4px;
}
QPushButton[kind="find"] {
    background: $background; color: $faint; border-color: $line; text-align: left;
    padding: 5px 10px; font-weight: 400;
}
QPushButton[kind="find"]:hover { border-color: $line_strong; }
QPushButton[kind="find"]:focus { border: 1px solid $accent; padding: 5px 10px; }
QPushButton[kind="row"] {
    background: transparent; border: 1px solid transparent; text-align: left; padding: 0;
    min-height: 50px;
}
QPushButton[kind="row"]:hover { background: $well; }
QPushButton[kind="row"]:focus { border: 1px solid $accent; padding: 0; }
QPushButton[kind="start"] { text-align: left; min-height: 26px; }
QPushButton[kind="primary"][wide="true"] { text-align: left; min-height: 26px; }
QPushButton[kind="calls"] {
    background: transparent; color: $caution; border: 1px solid $caution; border-radius: 9px;
    padding: 0 6px; min-height: 16px; font-size: 11px; font-weight: 700;
}
QPushButton[kind="calls"][blocks="true"] {
    background: $wrong; color: $paper; border-color: $wrong;
}
QPushButton[kind="calls"]:focus { border: 2px solid $accent; padding: 0 5px; }
QPushButton[kind="chip"] {
    background: $well; color: $muted; border: 1px solid $well; border-radius: 13px;
    padding: 3px 11px; min-height: 18px; font-size: 12px;
}
QPushButton[kind="chip"]:hover { border-color: $line_strong; }
QPushButton[kind="chip"]:checked {
    background: $tint; color: $accent; border-color: $tint; font-weight: 600;
}
QPushButton[kind="chip"]:focus { border: 1px solid $accent; padding: 3px 11px; }
QPushButton[kind="chip"]:disabled { color: $faint; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: 8px; }
QToolButton:hover { background: $well; }
QToolButton:pressed { background: $line; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton::menu-indicator { image: none; }
QToolButton[kind="face"] { border: 1px solid $line; }
QToolButton[kind="face"]:focus { border: 2px solid $accent; }
QToolButton[kind="face"]:checked { border: 2px solid $accent; background: $tint; }
QToolButton[kind="rail"] {
    color: $muted; font-size: 11px; font-weight: 500; padding: 7px 2px 6px 2px;
}
QToolButton[kind="rail"]:checked { background: $tint; color: $accent; font-weight: 600; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QComboBox {
    background: $paper; color: $ink; border: 1px solid $line_strong; border-radius: 8px;
    padding: 5px 9px; min-height: 18px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QDateEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 4px 8px; }
QLineEdit { padding: 1px 9px; min-height: 26px; }
QLineEdit:focus { padding: 0 8px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $faint; }
QPlainTextEdit[kind="reading"] { border: 1px solid transparent; padding: 0; }
QPlainTextEdit[kind="reading"]:focus { border: 1px solid $line_strong; padding: 0; }
QLineEdit[kind="search"] { background: $background; border-color: $line; padding-left: 2px; }
QLineEdit[kind="search"]:focus { border-color: $accent; padding-left: 1px; }
QLineEdit[kind="bare"] {
    background: transparent; border: none; padding: 0; font-size: 15px; min-height: 18px;
}
QComboBox { combobox-popup: 0; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$arrow"); width: 14px; height: 14px; }
QComboBox QAbstractItemView {
    background: $paper; border: 1px solid $line_strong; outline: 0; padding: 4px;
    selection-background-color: $tint; selection-color: $accent;
}
QComboBox QAbstractItemView::item { min-height: 24px; padding: 1px 4px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QSpinBox:disabled, QDoubleSpinBox:disabled { color: $faint; }

QCalendarWidget QWidget { background: $paper; }
QCalendarWidget QToolButton { color: $ink; font-weight: 600; padding: 4px 8px; margin: 2px; }
QCalendarWidget QSpinBox { min-height: 14px; padding: 2px 4px; }
QCalendarWidget QAbstractItemView {
    color: $ink; gridline-color: $paper;
    selection-background-color: $accent; selection-color: $on_accent;
}
QCalendarWidget QAbstractItemView:disabled { color: $faint; }

QCheckBox[kind="strong"] { font-weight: 600; }
QCheckBox, QRadioButton { background: transparent; spacing: 8px; padding: 2px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid $accent; border-radius: 4px; }
QCheckBox::indicator, QListView::indicator {
    width: 14px; height: 14px; border: 1px solid $faint; border-radius: 4px; background: $paper;
}
QCheckBox::indicator:checked, QListView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$tick");
}
QRadioButton::indicator {
    width: 14px; height: 14px; border: 1px solid $faint; border-radius: 8px; background: $paper;
}
QRadioButton::indicator:checked { border: 5px solid $accent; width: 6px; height: 6px; }

QMenuBar { background: $paper; color: $muted; padding: 2px 8px; font-size: 12px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 6px; }
QMenuBar::item:selected { background: $well; color: $ink; }
QMenu {
    background: $paper; border: 1px solid $line_strong; border-radius: 8px; padding: 5px;
}
QMenu::item { padding: 5px 28px 5px 12px; border-radius: 6px; }
QMenu::item:selected { background: $tint; color: $accent; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }

QAbstractItemView { background: $paper; border: none; outline: 0; }
QListView[kind="menu"] {
    background: $paper; border: 1px solid $line; border-radius: 8px; padding: 5px;
}
QListView[kind="menu"]::item { padding: 5px 8px; border-radius: 6px; color: $ink; }
QListView[kind="menu"]::item:hover { background: $well; }
QListView[kind="menu"]::item:selected { background: $tint; color: $accent; }
QListView[kind="menu"]:focus { border-color: $accent; }
QListView[kind="plain"] { background: transparent; }
QTableView {
    background: $paper; gridline-color: $line; border: none;
    selection-background-color: $tint; selection-color: $ink;
}
QTableView::item { padding: 0 8px; border-bottom: 1px solid $line; }
QTableView::item:selected { background: $tint; color: $ink; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QHeaderView { background: $paper; border: none; }
QHeaderView::section {
    background: $paper; color: $ink; border: none; border-bottom: 1px solid $line;
    padding: 6px 10px; font-weight: 600;
}
QTableCornerButton::section { background: $paper; border: none; }

QScrollArea { background: transparent; border: none; }
QScrollArea[kind="read"] { border: 1px solid transparent; border-radius: 6px; }
QScrollArea[kind="read"]:focus { border-color: $accent; }
QScrollArea > QWidget > QWidget[kind="clear"], QWidget[kind="clear"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar {
    background: $well; border: none; border-radius: 3px; max-height: 6px; min-height: 6px;
    color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSplitter::handle { background: transparent; }
QTabBar::tab {
    background: transparent; color: $muted; padding: 6px 12px; border: none;
    border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar:focus { outline: 0; }
QTabBar::tab:selected:focus {
    background: $tint; border: 1px solid $accent; border-bottom-width: 2px;
    border-top-left-radius: 6px; border-top-right-radius: 6px; padding: 5px 11px 6px 11px;
}
QTabWidget::pane { border: none; border-top: 1px solid $line; }
""")


def sheet(tokens: Tokens, pictures: dict[str, str]) -> str:
    """Return the stylesheet of one mode; `pictures` gives the file paths of `arrow` and `tick`."""
    return _SHEET.substitute(asdict(tokens) | pictures)
