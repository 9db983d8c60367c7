# SPDX-License-Identifier: MIT
"""Marks screen text that stands in tables of data, so that the translation tools find it."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the tools look for this name
    """Return the text as it is; `QCoreApplication.translate(context, text)` translates it later."""
    return text
