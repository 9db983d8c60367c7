# SPDX-License-Identifier: MIT
"""The look at run time: which mode is on, its palette, stylesheet, fonts and persona colours."""

from functools import cache
from typing import Literal, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from persona_studio import paths
from persona_studio.gui.stylesheet import sheet
from persona_studio.gui.tokens import (
    BASE_PX,
    DARK,
    GROUPS_DARK,
    GROUPS_LIGHT,
    LIGHT,
    PERSONAS_DARK,
    PERSONAS_LIGHT,
    PersonaColour,
    Tokens,
)

Mode = Literal["light", "dark", "system"]
MODES: tuple[Mode, ...] = ("light", "dark", "system")
Direction = Literal["language", "left", "right"]
_DIRECTIONS = {
    "left": Qt.LayoutDirection.LeftToRight,
    "right": Qt.LayoutDirection.RightToLeft,
}
FAMILY = "Studio Inter"
FALLBACKS = (
    "Studio Noto Sans",
    "Studio Noto Sans Arabic",
    "Studio Noto Sans Hebrew",
    "Studio Noto Sans Devanagari",
    "Studio Noto Emoji",
)


class Theme(QObject):
    """What is on now; `changed` fires after the application wears another mode."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode: Mode = "light"
        self.dark = False
        self.tokens: Tokens = LIGHT

    def colour(self, name: str) -> QColor:
        """Return a token by name ("ink", "accent", ...) for painting."""
        return QColor(getattr(self.tokens, name))

    def persona(self, colour: str) -> PersonaColour:
        """Return the colours of a persona theme (teal, plum...) or of a group in this mode."""
        known = PERSONAS_DARK if self.dark else PERSONAS_LIGHT
        groups = GROUPS_DARK if self.dark else GROUPS_LIGHT
        return groups.get(colour) or known.get(colour, known["slate"])

    def set_mode(self, mode: Mode) -> None:
        """Choose light, dark or what the computer says, and put it on."""
        self.mode = mode
        self.dark = mode == "dark" or (mode == "system" and _system_is_dark())
        self.tokens = DARK if self.dark else LIGHT
        self._wear()

    def set_direction(self, direction: str) -> None:
        """Let the window begin at the left, at the right, or as its language is read."""
        auto = Qt.LayoutDirection.LayoutDirectionAuto
        QGuiApplication.setLayoutDirection(_DIRECTIONS.get(direction, auto))
        self.changed.emit()

    def follow_system(self) -> None:
        """Keep up with the computer's own switch while the mode is "system"."""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_switched)

    def _system_switched(self) -> None:
        if self.mode == "system":
            self.set_mode("system")

    def _wear(self) -> None:
        application = cast("QApplication | None", QApplication.instance())
        if application is None:
            return
        family = load_fonts()
        application.setStyle("Fusion")
        application.setFont(base_font(family))
        application.setPalette(palette(self.tokens))
        application.setStyleSheet(sheet(self.tokens, _pictures(dark=self.dark)))
        self.changed.emit()


@cache
def theme() -> Theme:
    """Return the one theme of the program."""
    return Theme()


@cache
def load_fonts() -> str:
    """Load the interface's own face and return the family to use."""
    _load("StudioInter-*.ttf")
    return FAMILY if FAMILY in QFontDatabase.families() else QFont().defaultFamily()


@cache
def load_more_fonts() -> None:
    """Load the faces of other scripts (once, after the first paint), for what clients write."""
    _load("StudioNoto*.ttf")


def _load(pattern: str) -> None:
    for path in sorted((paths.resources() / "fonts").glob(pattern)):
        QFontDatabase.addApplicationFont(str(path))


def base_font(family: str) -> QFont:
    """Return the font of ordinary text."""
    font = QFont()
    font.setFamilies([family, *FALLBACKS])
    font.setPixelSize(BASE_PX)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the studio's font in a size (px) and weight, for delegates and painters."""
    made = base_font(load_fonts())
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made


def palette(tokens: Tokens) -> QPalette:
    """Return Qt's palette of one mode, for everything no rule of the stylesheet reaches."""
    role = QPalette.ColorRole
    pairs = {
        role.Window: tokens.background,
        role.WindowText: tokens.ink,
        role.Base: tokens.paper,
        role.AlternateBase: tokens.background,
        role.Text: tokens.ink,
        role.PlaceholderText: tokens.faint,
        role.Button: tokens.paper,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.wrong,
        role.ToolTipBase: tokens.paper,
        role.ToolTipText: tokens.ink,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Light: tokens.paper,
        role.Midlight: tokens.line,
        role.Mid: tokens.line_strong,
        role.Dark: tokens.faint,
        role.Shadow: tokens.line_strong,
        role.Accent: tokens.accent,
    }
    made = QPalette()
    for name, colour in pairs.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.faint))
    return made


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _pictures(*, dark: bool) -> dict[str, str]:
    folder = paths.resources() / "icons" / "style"
    suffix = "dark" if dark else "light"
    return {
        "arrow": (folder / f"arrow-{suffix}.svg").as_posix(),
        "tick": (folder / f"tick-{suffix}.svg").as_posix(),
    }
