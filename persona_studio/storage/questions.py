# SPDX-License-Identifier: MIT
"""Questions over the waves of a source: which spellings of a choice count as one."""

from collections.abc import Mapping

from persona_studio.core.research import Question
from persona_studio.storage.writer import Writer


def spell(write: Writer, variable: str, merged: Mapping[str, str]) -> None:
    """Set which spellings mean which choice, in every wave that asked the question.

    A spelling that means itself is no entry; where a meaning is itself a spelling, its own meaning
    counts.
    """
    table = {text: meant(text, merged) for text in merged}
    table = {text: choice for text, choice in table.items() if choice != text}
    for question in write.find(Question, variable=variable):
        if question.merged != table:
            write.change(Question, question.id, merged=table)


def meant(text: str, merged: Mapping[str, str]) -> str:
    """Return the choice a spelling means in the end."""
    seen = [text]
    while (following := merged.get(seen[-1], seen[-1])) not in seen:
        seen.append(following)
    return seen[-1]
