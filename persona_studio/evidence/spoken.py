# SPDX-License-Identifier: MIT
"""How a line from data reads: the question quietly first, then what people answered; no numpy.

A claim keeps its plain words ("How do you usually pay? With my phone"). They are parted for the eye
alone, on boards and posters; tables, files and screen readers tell them whole.
"""

import re
import unicodedata
from collections.abc import Sequence

from persona_studio.core.persona import Claim
from persona_studio.core.research import Question
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.verdict import WORDS, said_first

_FIELD = r"[*_]{0,3}(?:\{\{[^{}]*\}\}|\$\{[^{}]*\}|\[\[[^\[\]]*\]\])[*_]{0,3}"
_ADDRESS = re.compile(rf"^(?:\w+,? ){{0,3}}{_FIELD} ?[,!.:;-]+ ?(?=\S)")
_LAST = re.compile(rf", ?{_FIELD}(?= ?(?:[?!.,;:]|$))")
_WITHIN = re.compile(_FIELD)
_COUNTED = tuple(filter(None, map(said_first, WORDS)))
_LONGEST = 160
_ENDS = ("?", ":", ".")
_SIGN = re.compile(r"\s*\(([^\w\s])\)(?=\W*$)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_TENTHS = re.compile(r"[.,]\d$")


def without_fields(label: str) -> str:
    """Return a question without the fields a survey tool would have filled in.

    A short address goes whole ("Hi {{name}}, what ...?"), so does one after a comma at the end;
    one that a sentence needs leaves a gap ("…"). Where nothing else is there it stays as it is.
    """
    if not _WITHIN.search(label):
        return label
    bare = _ADDRESS.sub("", " ".join(label.split()))
    bare = " ".join(_WITHIN.sub("…", _LAST.sub("", bare)).split())
    if not re.search(r"\w", bare):
        return label
    return bare[:1].upper() + bare[1:]


def asked_as(question: Question) -> str:
    """Return how people were asked: the question's own text where its heading is a code ("Q3")."""
    label, text = question.label.strip(), " ".join(question.text.split())
    coded = len(label.split()) == 1 and not question.group and not text.startswith(label)
    return text if coded and 0 < len(text) <= _LONGEST else label


def listed_as(question: Question) -> str:
    """Return a question as one line of a list; of a choice, what tells it from the others first."""
    label, text = without_fields(question.label or question.text), " ".join(question.text.split())
    chosen = bool(question.group) and question.role == "multi_select"
    return (
        f"{label} \u00b7 {question.group}" if chosen and text.startswith(question.group) else label
    )


def parted(text: str, label: str) -> tuple[str, str]:
    """Return (question, answer) of a line that repeats its question, ("", text) of any other.

    For how many it holds stays with the answer. A sign in brackets after the question ("(£)")
    goes to the numbers of the answer.
    """
    asked = without_fields(label.strip())
    counted = next((word for word in _COUNTED if text.startswith(word)), "")
    said = text[len(counted) :]
    joint = " " if asked.endswith(_ENDS) else ": "
    answer = said.removeprefix(asked + joint).strip()
    if not asked or not answer or not said.startswith(asked + joint):
        return "", text
    sign = _SIGN.search(asked)
    if sign and answer[0].isdigit() and (told := _with_sign(answer, sign[1])):
        asked, answer = asked[: sign.start()] + asked[sign.end() :], told
    return asked.rstrip(": "), counted + answer


def _with_sign(answer: str, sign: str) -> str:
    """Return an answer with its money or percent sign, "" where the sign is neither."""
    if sign == "%":
        return _NUMBER.sub(r"\g<0> %", answer)
    if unicodedata.category(sign) != "Sc":
        return ""
    return _NUMBER.sub(lambda n: f"{sign}{n[0]}{'0' if _TENTHS.search(n[0]) else ''}", answer)


def end_of_scale(op: str, step: str, steps: Sequence[str]) -> str:
    """Return how an end of a scale of words reads ("Agree or strongly agree"), "" for no end."""
    outer = list(steps if op == "at_most" else reversed(steps))[:2]
    if step not in outer:
        return ""
    return step if step == outer[0] else f"{step} or {outer[0][:1].lower()}{outer[0][1:]}"


def lead_and_line(claim: Claim, snapshot: Snapshot) -> tuple[str, str]:
    """Return a claim's words parted by the first question behind it that they repeat."""
    for item in snapshot.evidence_of(claim.id):
        if item.measure is None or item.wave is None:
            continue
        question = snapshot.question(item.wave, item.measure.question)
        for label in (question.group, asked_as(question), question.label) if question else ():
            lead, line = parted(claim.text, label)
            if lead:
                return lead, line
    return "", claim.text
