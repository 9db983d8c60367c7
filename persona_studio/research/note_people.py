# SPDX-License-Identifier: MIT
"""Who speaks in a note: one person, or several, each under a heading that names one.

A part begins at a heading (`## Participant 3`, in .docx a heading style, in plain text a short
line of its own) that holds a code such as K-0008 or counts people. Headings of one level only;
two different people at least, else the whole note is one person's.
"""

import re
from dataclasses import dataclass

_CODE = re.compile(r"\b(?!Q\d)([A-Z]{1,5}[-_]?\d{2,8})\b")
_PERSON = re.compile(
    r"\b(?:interview\w*|participants?|respondents?|persons?|customers?|users?|subjects?|"
    r"teilnehmer\w*|gespr[äa]ch|befragte\w*|proband\w*|kund(?:e|in)|entretien|r[ée]pondant\w*|"
    r"personne|participante?|entrevista\w*|persona|cliente?|intervistat?[oa]?|deelnemer|gesprek|"
    r"entrevistad[oa]|uczestni(?:k|czka)|rozm[óo]wca|intervju\w*|deltag(?:are|er)|haastattelu|"
    r"haastateltava|osallistuja|účastník|rozhovor|респондент\w*|участни(?:к|ца)|интервью|"
    r"учасни(?:к|ця)|інтерв.ю|kat\u0131l\u0131mc\u0131|görüşme|συμμετέχ\w+|συνέντευξη|المشارك|مشارك|مقابلة|"
    r"משתתפת|משתתף|ראיון|מרואיינת|מרואיין|प्रतिभागी|साक्षात्कार|受访者|受訪者|参与者|參與者|访谈|"
    r"訪談|参加者|回答者|対象者|被験者|インタビュー|참가자|참여자|응답자|인터뷰)"
    r"\s*(?:no\.?|nr\.?|n[°º]|№|#)?\s*(\d{1,4}|[A-Z])\b|^P\s?(\d{1,4})\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
_PLAIN_MOST = 80
_CLOSED = '.!?"”\u3002\uff01\uff1f\u061f'


@dataclass(frozen=True)
class Part:
    """One person's words; `key` is the code they are known by, "" where there is none."""

    key: str
    text: str


def parts(text: str) -> tuple[list[Part], str]:
    """Return the parts of a note, and what stands before the first of several."""
    lines = text.split("\n")
    heads = _heads(lines)
    if len({name for _, name in heads}) < 2:
        return [Part(code(lines), text)], ""
    ends = [row for row, _ in heads[1:]] + [len(lines)]
    found: dict[str, list[str]] = {}
    for (row, name), end in zip(heads, ends, strict=True):
        found.setdefault(name, []).append("\n".join(lines[row:end]).strip())
    people = [
        Part(name if _CODE.fullmatch(name) else "", "\n\n".join(said))
        for name, said in found.items()
    ]
    return people, "\n".join(lines[: heads[0][0]]).strip()


def code(lines: list[str]) -> str:
    """Return the code in the first line that holds something, "" without one."""
    first = next((line for line in lines if line.strip()), "")
    found = _CODE.search(first)
    return found[1] if found else ""


def code_in(name: str) -> str:
    """Return the code in a file's name."""
    found = _CODE.search(name.replace("_", " "))
    return found[1] if found else ""


def _heads(lines: list[str]) -> list[tuple[int, str]]:
    """Return (line, person) of the headings that begin a part, of the level that has most."""
    levels: dict[int, list[tuple[int, str]]] = {}
    for row, line in enumerate(lines):
        level, said = _heading(lines, row, line)
        name = _named(said) if said else ""
        if name:
            levels.setdefault(level, []).append((row, name))
    most = max((len({name for _, name in heads}) for heads in levels.values()), default=0)
    return next((h for _, h in sorted(levels.items()) if len({n for _, n in h}) == most), [])


def _heading(lines: list[str], row: int, line: str) -> tuple[int, str]:
    """Return level and words of a heading; a line of its own in plain text has level 7."""
    if found := _HEADING.match(line):
        return len(found[1]), found[2].strip()
    alone = row == 0 or not lines[row - 1].strip(" -=*_")
    if alone and 0 < len(line.strip()) <= _PLAIN_MOST and line.strip()[-1] not in _CLOSED:
        return 7, line.strip(" =*:-_")
    return 0, ""


def _named(said: str) -> str:
    """Return the person a heading names: a code, else the counting words."""
    if found := _CODE.search(said):
        return found[1]
    counted = _PERSON.search(said)
    return " ".join(counted[0].casefold().split()) if counted else ""
