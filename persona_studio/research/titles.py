# SPDX-License-Identifier: MIT
"""What a new source may be called: the name of its file, as a person would say it.

A day stays, since it tells waves apart. What tools and people add to keep files apart goes: the
time of day, the number of a copy, "final", "v3".
"""

import re

from persona_studio.research.handed import Handed, stem

_DAY = re.compile(
    r"(?<!\d)(?:(?P<y>(?:19|20)\d\d)(?P<s>[-_.]?)(?P<m>0[1-9]|1[0-2])"
    r"(?P=s)(?P<d>0[1-9]|[12]\d|3[01])"
    r"|(?P<month>(?:19|20)\d\d[-_.](?:0[1-9]|1[0-2]))(?![-_.:]\d)"
    r"|(?P<far>\d{1,2}[-_.]\d{1,2}[-_.](?:19|20)\d\d))"
    r"(?P<time>[T _-]*(?:at )?\d{1,2}[-_.:h]\d{2}(?:[-_.:]\d{2})?(?:\.\d+)?|[T _-]?\d{6}|T\d{4})?"
    r"(?P<half>\s?[AaPp][Mm]\b|Z\b)?(?!\d)"
)
_BETWEEN = re.compile(r"[_+]+|%20|\.(?=\S)(?!(?<=\d\.)\d)")
_HYPHEN = re.compile(r"-(?!\d)|(?<!\d)-")
_COPY_OF = re.compile(
    r"^(?:copy of|kopie von|copie de|copia d[ei]|cópia de|kopia)\s+", re.IGNORECASE
)
_VERSION = re.compile(
    r"(?:\s*\(\d+(?:-\d+)?\)|(?:^|[\s-]+)(?:(?:copy|kopie|copie|copia|cópia|kopia)(?: \d+)?"
    r"|(?<=20\d\d\s)\d{1,2}[.:]\d{2}|final\d*|finale?|definitivo?|v\d+(?:\.\d+)*|version \d+"
    r"|rev\d+|draft|entwurf|\d{10,}))$",
    re.IGNORECASE,
)


def title(where: Handed) -> str:
    """Return what a new source of what was handed over may be called."""
    return readable(stem(where))


def readable(name: str) -> str:
    """Return a file's name without its ending as words; as it is where nothing would be left."""
    joined = " " not in _without_versions(_BETWEEN.sub(" ", _DAY.sub("", name)))
    parts, start = [], 0
    for day in _DAY.finditer(name):
        parts += [_words(name[start : day.start()], joined), _day(day)]
        start = day.end()
    text = " ".join(filter(None, [*parts, _words(name[start:], joined)]))
    if not re.search(r"\w", text):
        return " ".join(name.split())
    return text[:1].upper() + text[1:] if text.split()[0].islower() else text


def _words(text: str, joined: bool) -> str:
    """Return a part of a name as words; `joined` by hyphens where nothing else parts them."""
    said = _BETWEEN.sub(" ", text)
    said = " ".join((_HYPHEN.sub(" ", said) if joined else said).split()).strip(" -")
    return _without_versions(_COPY_OF.sub("", said))


def _without_versions(said: str) -> str:
    said = said.strip(" -")
    while _VERSION.search(said):
        said = _VERSION.sub("", said).strip(" -")
    return said


def _day(found: re.Match[str]) -> str:
    if found["y"]:
        return f"{found['y']}-{found['m']}-{found['d']}"
    month = found["month"]
    return re.sub(r"[_.]", "-", month) if month else found["far"].replace("_", "-")
