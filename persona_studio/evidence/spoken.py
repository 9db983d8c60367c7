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
from persona_studio.evidence.question_words import speaks_of
from persona_studio.evidence.silent import says_something
from persona_studio.evidence.verdict import WORDS, said_first

_FIELD = r"[*_]{0,3}(?:\{\{[^{}]*\}\}|\$\{[^{}]*\}|\[\[[^\[\]]*\]\])[*_]{0,3}"
_MARK = r",!.:;\-\uff0c\uff01\u3002\uff1a\u060c"
_ADDRESS = re.compile(rf"^(?:\w+,? ){{0,3}}{_FIELD} ?[{_MARK}]+ ?(?=\S)")
_LAST = re.compile(rf"[,\uff0c\u060c] ?{_FIELD}(?= ?(?:[?\uff1f\u061f{_MARK}]|$))")
_WITHIN = re.compile(_FIELD)
_COUNTED = tuple(filter(None, map(said_first, WORDS)))
_LONGEST = 160
_BETWEEN = " -:\u2013\u2014\u00b7[]"  # a grid's question and one of its rows
_NAME_WORDS = 3  # of what is a name, no sentence
_ASKING = ("?", ":", ";", "\uff1f", "\uff1a", "\u061f", "\u037e", "\u0589", "\u055e")
"""Latin and wide ? and :, question marks of Arabic, Greek and Armenian, Armenian's full stop."""
_ENDS = (*_ASKING, ".", "!", "\u3002", "\uff0e", "\uff01", "\u0964", "\u06d4")
_WIDE_ENDS = "\u3002\uff01\uff0e\uff1a\uff1f"
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_LETTERS_A_WORD = 2
_SIGN = re.compile(r"\s*[(\uff08]([^\w\s])[)\uff09](?=\W*$)")
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
    """Return how people were asked: the question's own text where its heading is a code ("Q3").

    A sentence people agree with is told without the question over all of them ("How far do you
    agree? - I come to sit down").
    """
    if sentence := row_of_grid(question):
        return sentence
    label, text = question.label.strip(), " ".join(question.text.split())
    coded = len(label.split()) == 1 and not question.group and not text.startswith(label)
    return text if coded and 0 < len(text) <= _LONGEST else label


def row_of_grid(question: Question) -> str:
    """Return the sentence of a grid that people agree with, "" for any other question."""
    label, over = " ".join(question.label.split()), " ".join(question.group.split())
    agreed = any(speaks_of("agreeing", str(step)) for step in question.order)
    if not agreed or not over or not label.startswith(over):
        return ""
    row = label.removeprefix(over).strip(_BETWEEN)
    return row if is_sentence(row) else ""


def listed_as(question: Question) -> str:
    """Return a question as one line of a list; of a choice, what tells it from the others first."""
    label, text = without_fields(question.label or question.text), " ".join(question.text.split())
    chosen = bool(question.group) and question.role == "multi_select"
    return (
        f"{label} \u00b7 {question.group}" if chosen and text.startswith(question.group) else label
    )


def is_asked(label: str) -> bool:
    """Tell whether a question's words ask or announce an answer, in any script's marks."""
    return label.endswith(_ASKING)


def joint(asked: str) -> str:
    """Return what stands between a question and its answer; a wide mark has its space in it."""
    if asked.endswith(_ENDS):
        return "" if asked[-1] in _WIDE_ENDS else " "
    return "\uff1a" if _WIDE.match(asked[-1:]) else ": "


def many_words(text: str) -> int:
    """Return how many words a text has; of scripts without spaces two letters make one."""
    letters = len(_UNSPACED.findall(text))
    return len(_UNSPACED.sub(" ", text).split()) + letters // _LETTERS_A_WORD


def is_sentence(text: str) -> bool:
    """Tell a sentence one can agree with ("I come to sit down") from a name ("Satisfaction")."""
    return many_words(text) > _NAME_WORDS


def parted(text: str, label: str, *, silent: bool = False) -> tuple[str, str]:
    """Return (question, answer) of a line that repeats its question, ("", text) of any other.

    A yes, "None" or "Other" stays with its question, which is what it says something about, unless
    `silent` ones are to be parted too. For how many a line holds stays with the answer. A sign in
    brackets after the question ("(£)") goes to the numbers of the answer.
    """
    asked = without_fields(label.strip())
    counted = next((word for word in _COUNTED if text.startswith(word)), "")
    said = text[len(counted) :]
    joints = (": ", joint(asked)) if asked and not asked[-1].isascii() else (joint(asked),)
    begun = next((asked + each for each in joints if said.startswith(asked + each)), "")
    answer = said.removeprefix(begun).strip()
    if not asked or not answer or not begun:
        return "", text
    if not (silent or says_something(answer) or any(map(str.isdigit, answer))):
        return "", text
    sign = _SIGN.search(asked)
    if sign and answer[0].isdigit() and (told := _with_sign(answer, sign[1])):
        asked, answer = asked[: sign.start()] + asked[sign.end() :], told
    return asked.rstrip(": \uff1a"), counted + answer


def _with_sign(answer: str, sign: str) -> str:
    """Return an answer with its money or percent sign, "" where the sign is neither."""
    if sign == "%":
        return _NUMBER.sub(r"\g<0> %", answer)
    if unicodedata.category(sign) != "Sc":
        return ""
    return _NUMBER.sub(lambda n: f"{sign}{n[0]}{'0' if _TENTHS.search(n[0]) else ''}", answer)


def end_of_scale(op: str, step: str, steps: Sequence[str]) -> str:
    """Return how an end of a scale of words reads ("Agree or strongly agree"), "" for no end.

    Steps of another language get no English word between them: "Stimme zu / Stimme voll zu".
    """
    outer = list(steps if op == "at_most" else reversed(steps))[:2]
    if step not in outer:
        return ""
    if step == outer[0]:
        return step
    if speaks_of("english step", f"{step}, {outer[0]}"):
        return f"{step} or {outer[0][:1].lower()}{outer[0][1:]}"
    return f"{step} / {outer[0]}"


def lead_and_line(claim: Claim, snapshot: Snapshot, *, silent: bool = False) -> tuple[str, str]:
    """Return a claim's words parted by the first question behind it that they repeat."""
    for item in snapshot.evidence_of(claim.id):
        if item.measure is None or item.wave is None:
            continue
        question = snapshot.question(item.wave, item.measure.question)
        for label in (question.group, asked_as(question), question.label) if question else ():
            lead, line = parted(claim.text, label, silent=silent)
            if lead:
                return lead, line
    return "", claim.text
