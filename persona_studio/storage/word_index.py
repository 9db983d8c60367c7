# SPDX-License-Identifier: MIT
"""A full-text index of answers, in memory only: nothing of it is ever in the project file.

So there is nothing to take out of the file when somebody is forgotten, and a stranger's file can
bring no virtual table. SQLite's FTS5 does the searching where it is built in, else a plain scan;
both see the same words (`evidence.passages`) and find the same.
"""

import sqlite3
from collections.abc import Iterable
from functools import cache
from typing import Protocol

from persona_studio.evidence.passages import phrases_of, says, words_of


class WordIndex(Protocol):
    """Texts by number; `find` returns the numbers of those that say every word of a query."""

    def add(self, texts: Iterable[tuple[int, str]]) -> None:
        """Take in (number, text) pairs; numbers rise and never come twice."""

    def find(self, query: str) -> list[int]:
        """Return the numbers of the texts that say all words of a query, rising."""

    def close(self) -> None:
        """Forget everything."""


@cache
def has_fts5() -> bool:
    """Tell whether this SQLite can search full text."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5 (said)")
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
    return True


class FullText:
    """The index by FTS5: words come folded and parted already, so its ASCII tokenizer is enough."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        self._connection.execute(
            "CREATE VIRTUAL TABLE said USING fts5 (words, content = '', tokenize = 'ascii')"
        )

    def add(self, texts: Iterable[tuple[int, str]]) -> None:
        """Take in texts."""
        self._connection.executemany(
            "INSERT INTO said (rowid, words) VALUES (?, ?)",
            ((number, " ".join(words_of(text))) for number, text in texts),
        )

    def find(self, query: str) -> list[int]:
        """Ask for every phrase, the last word of each as a beginning."""
        phrases = phrases_of(query)
        if not phrases:
            return []
        asked = " ".join(f'"{phrase}" *' for phrase in phrases)
        rows = self._connection.execute(
            "SELECT rowid FROM said WHERE said MATCH ? ORDER BY rowid", (asked,)
        )
        return [number for (number,) in rows]

    def close(self) -> None:
        """Let the memory go."""
        self._connection.close()


class PlainScan:
    """The index without FTS5: the folded words of every text, looked through one by one."""

    def __init__(self) -> None:
        self._texts: list[tuple[int, str]] = []

    def add(self, texts: Iterable[tuple[int, str]]) -> None:
        """Take in texts."""
        self._texts.extend((number, " ".join(words_of(text))) for number, text in texts)

    def find(self, query: str) -> list[int]:
        """Look through all texts."""
        phrases = phrases_of(query)
        return [number for number, words in self._texts if phrases and says(words, phrases)]

    def close(self) -> None:
        """Let the memory go."""
        self._texts.clear()


def new_index() -> WordIndex:
    """Return an empty index of the best kind there is."""
    return FullText() if has_fts5() else PlainScan()
