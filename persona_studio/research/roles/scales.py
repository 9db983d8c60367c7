# SPDX-License-Identifier: MIT
"""Scales people answer on: families of steps from low to high, and ranges of numbers."""

import re
from collections.abc import Sequence

from persona_studio.evidence.reading import fold

FAMILIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "likert",
        (
            "strongly disagree|completely disagree|totally disagree|disagree strongly|disagree a lot"
            "|stimme gar nicht zu|stimme überhaupt nicht zu|trifft gar nicht zu|pas du tout d'accord"
            "|totalmente en desacuerdo|muy en desacuerdo|全くそう思わない|非常不同意|لا أوافق بشدة|полностью не согласен",
            "disagree|somewhat disagree|moderately disagree|disagree somewhat|stimme nicht zu"
            "|trifft nicht zu|plutôt pas d'accord|pas d'accord|en desacuerdo|そう思わない|不同意|لا أوافق"
            "|не согласен",
            "slightly disagree|disagree slightly|stimme eher nicht zu|trifft eher nicht zu",
            "neither|neutral|neither agree nor disagree|neither disagree nor agree|undecided|unsure|teils-teils|teils teils|weder noch|weder/noch"
            "|ni d'accord ni pas d'accord|neutre|ni de acuerdo ni en desacuerdo|neutro|どちらでもない|どちらともいえない"
            "|一般|中立|محايد|нейтрально",
            "slightly agree|agree slightly|stimme eher zu|trifft eher zu",
            "agree|somewhat agree|moderately agree|agree somewhat|stimme zu|trifft zu|plutôt d'accord"
            "|d'accord|de acuerdo|そう思う|同意|أوافق|согласен",
            "strongly agree|completely agree|totally agree|agree strongly|agree a lot|stimme voll zu"
            "|stimme voll und ganz zu|stimme völlig zu|trifft voll zu|tout à fait d'accord|totalmente de acuerdo|muy de acuerdo"
            "|とてもそう思う|強くそう思う|非常同意|أوافق بشدة|полностью согласен",
        ),
    ),
    (
        "likert",
        (
            "very dissatisfied|extremely dissatisfied|sehr unzufrieden|très insatisfait|muy insatisfecho|とても不満|非常不满意|غير راض جدا|غير راضٍ جداً",
            "dissatisfied|somewhat dissatisfied|moderately dissatisfied|unzufrieden|eher unzufrieden|insatisfait|plutôt insatisfait|insatisfecho|不満|不满意|غير راض|غير راضٍ",
            "neither satisfied nor dissatisfied|neutral|teils-teils|neutre|どちらでもない|一般|محايد|ni satisfait ni insatisfait",
            "satisfied|somewhat satisfied|moderately satisfied|zufrieden|eher zufrieden|satisfait|plutôt satisfait|satisfecho|満足|满意|راض|راضٍ",
            "very satisfied|extremely satisfied|sehr zufrieden|très satisfait|muy satisfecho|とても満足|非常满意|راض جدا|راضٍ جداً",
        ),
    ),
    (
        "ordinal",
        (
            "never|nie|niemals|gar nicht|jamais|nunca|nooit|mai|never have|hardly ever or never",
            "hardly ever|almost never|once|once in a while|seldom|selten|eher selten|rarely|rarement|raramente|rara vez"
            "|less than once a month|zelden|less often|a few times a year|less often than once a month",
            "a few times a month|monthly|once a month|occasionally|manchmal|sometimes|parfois|a veces|soms|gelegentlich"
            "|about half the time|several times a month|at least once a month",
            "weekly|once a week|often|frequently|häufig|eher häufig|oft|souvent|a menudo|vaak|about once a week"
            "|a few times a week|several times a week|most of the time|usually|at least once a week|several times per week",
            "very often|sehr häufig|sehr oft|très souvent|most working days|daily|every day|once a day|täglich"
            "|chaque jour|a lot|almost always|almost every day",
            "always|immer|toujours|siempre|altijd|several times a day|multiple times per day|more than once a day",
        ),
    ),
    (
        "ordinal",
        (
            "very unlikely|extremely unlikely|not at all likely|sehr unwahrscheinlich",
            "unlikely|somewhat unlikely|unwahrscheinlich|not very likely",
            "neutral|neither likely nor unlikely|maybe",
            "likely|somewhat likely|wahrscheinlich|moderately likely",
            "very likely|extremely likely|sehr wahrscheinlich|certainly|definitely",
        ),
    ),
    (
        "likert",
        (
            "very unfavorably|very unfavourably|very unfavorable|very negative|strongly dislike",
            "unfavorably|unfavourably|somewhat unfavorably|somewhat unfavourably|negative|dislike|unfavorable",
            "neither favorably nor unfavorably (neutral)|neither favorably nor unfavorably|neutral",
            "favorably|favourably|somewhat favorably|somewhat favourably|positive|like|favorable",
            "very favorably|very favourably|very positive|strongly like|very favorable",
        ),
    ),
    (
        "ordinal",
        (
            "not at all important|unimportant|unwichtig|not important",
            "slightly important|somewhat unimportant|not very important|not so important|weniger wichtig",
            "moderately important|neutral|neither",
            "important|somewhat important|wichtig|very important|quite important",
            "extremely important|essential|sehr wichtig|critical",
        ),
    ),
    (
        "ordinal",
        (
            "not at all|none|no|never|not at all familiar|not at all rude|überhaupt nicht|pas du tout|no, not at all rude|no, not rude at all",
            "not much|not very|a little|slightly|hardly|wenig|not too|un peu|very little|not very masculine|yes, a little",
            "some|somewhat|moderately|a moderate amount|mittel|teilweise|half|yes, somewhat rude",
            "a lot|very|quite a bit|much|viel|beaucoup|mostly|yes, very rude",
            "extremely|a great deal|completely|entirely|sehr viel|fully",
        ),
    ),
    (
        "ordinal",
        (
            "very poor|terrible|awful|sehr schlecht|très mauvais",
            "poor|bad|below average|schlecht|mauvais|malo",
            "fair|average|ok|okay|mediocre|mittel|moyen|regular|so-so",
            "good|above average|gut|bon|bueno",
            "very good|great|sehr gut|très bon|muy bueno",
            "excellent|outstanding|ausgezeichnet|perfect",
        ),
    ),
    (
        "ordinal",
        (
            "lowest|very low|trivial|sehr niedrig",
            "low|minor|niedrig|gering|basse|bajo|not difficult at all|easy",
            "medium|normal|moderate|mittel|normale|medio|average",
            "high|major|hoch|haute|alto|difficult",
            "urgent|very high|critical|highest|sehr hoch|very difficult",
        ),
    ),
    (
        "ordinal",
        (
            "less than high school degree|less than high school|no formal education|primary|primary school"
            "|elementary school|some high school",
            "high school degree|high school|secondary|secondary school|high school or ged|high school graduate",
            "some college or associate degree|some college|associate degree|vocational training"
            "|trade school|technical school|some university",
            "bachelor degree|bachelor's degree|bachelor|bachelors degree|college degree|undergraduate"
            "|university degree|bachelor’s degree",
            "graduate degree|master's degree|master degree|master|masters degree|postgraduate|master’s degree|some postgraduate",
            "doctorate|doctoral degree|phd|ph.d.|professional degree|post graduate degree",
        ),
    ),
    (
        "ordinal",
        (
            "rare|blue rare",
            "medium rare",
            "medium",
            "medium well",
            "well|well done",
        ),
    ),
    (
        "ordinal",
        (
            "staff|junior|intern|entry level|trainee",
            "intermediate|mid|mid level|associate",
            "senior|specialist|lead|team lead|department lead|supervisor",
            "manager|management",
            "director|head|executive|vp|c-level|principal|senior management",
        ),
    ),
    (
        "ordinal",
        ("cold|subscribed|s|small|xs", "warm|medium|m", "hot|large|l", "xl|extra large", "xxl"),
    ),
)
OUTSIDE = frozenset(
    "prefer not to answer|prefer not to say|don't know|i don't know|dont know|not sure|no answer"
    "|n/a|na|not applicable|weiß nicht|weiss nicht|keine angabe|k. a.|k.a.|other|none of these|unfamiliar (n/a)"
    "|ne sait pas|no sabe|rather not say|-|unknown|i don’t know|no opinion|don’t know|わからない".split(
        "|"
    )
)
_BAND = re.compile(
    r"(?P<less><|≤|under|less than|below|up to|unter|bis|moins de|menos de|fewer than|younger than"
    r"|no more than)?\s*(?P<low>[€$£]?\s*\d[\d.,'\u202f ]*)\s*(?P<unit>k|m|%|€)?\s*"
    r"(?P<rest>\+|-|–|—|‒|−|to|bis|à|and|or|und|oder|years?|jahre|or more|and over|and up|employees"
    r"|hours?|months?|minutes?|a|until|ans|años|times?|>).*",
    re.IGNORECASE | re.DOTALL,
)
_SIMPLE = re.compile(
    r"(?P<less><|≤|under|less than|below|up to|unter|bis zu|moins de|menos de|fewer than|younger than"
    r"|>|≥|over|more than|above|über|mehr als|plus de|más de|older than)\s*(?P<low>[€$£]?\s*\d[\d.,']*).*",
    re.IGNORECASE | re.DOTALL,
)
_STEP = re.compile(r"\s*\(?(\d{1,2})\)?\s*(?:[-–—=.:)]\s*|\s+)(\D.*)")


def of_words(texts: Sequence[str]) -> tuple[str, tuple[str, ...]] | None:
    """Return the kind of scale (likert or ordinal) the choices are on, and their order."""
    said = {text: fold(text).rstrip(".!") for text in texts}
    inside = [text for text in texts if said[text] not in OUTSIDE]
    best: tuple[float, str, list[tuple[int, int, str]]] | None = None
    for kind, steps in FAMILIES:
        places = {word: i for i, step in enumerate(steps) for word in step.split("|")}
        found = [(places[said[t]], n, t) for n, t in enumerate(inside) if said[t] in places]
        if len(found) < 2 or len(found) < 0.75 * len(inside) or len({f[0] for f in found}) < 2:
            continue
        if len(found) < 3 and len(inside) > 2:
            continue
        if best is None or len(found) > best[0]:
            best = (len(found), kind, sorted(found))
    if best is None or (len(inside) < 3 and best[1] == "ordinal"):
        return None
    return best[1], tuple(text for _, _, text in best[2])


def of_ranges(texts: Sequence[str]) -> tuple[str, ...] | None:
    """Return the choices in order when they are ranges of numbers ("18-24", "65+", "< 18")."""
    inside = [text for text in texts if fold(text) not in OUTSIDE]
    lows = [(low, text) for text in inside if (low := _low(text)) is not None]
    if len(inside) < 2 or len(lows) < 2 or len(lows) < 0.7 * len(inside):
        return None
    if len({low for low, _ in lows}) < len(lows) * 0.8:
        return None
    return tuple(text for _, text in sorted(lows, key=lambda each: each[0]))


def of_steps(texts: Sequence[str]) -> tuple[str, ...] | None:
    """Return the choices in order when each begins with its number ("4 - agree")."""
    inside = [text for text in texts if fold(text) not in OUTSIDE]
    ends = [text for text in inside if text.strip().isdigit()]
    found = [(int(m[1]), t) for t in inside if (m := _STEP.fullmatch(t))]
    found += [(int(t), t) for t in ends]
    worded = len(found) > len(ends)
    if len(inside) < 3 or not worded or len(found) < len(inside):
        return None
    if len({n for n, _ in found}) < len(found):
        return None
    return tuple(text for _, text in sorted(found))


def _low(text: str) -> float | None:
    text = text.strip()
    if len(text) > 45:
        return None
    if found := _SIMPLE.fullmatch(text):
        number = _number(found["low"])
        up = found["less"].casefold() in (">", "≥", "over", "more than", "above", "über")
        return None if number is None else number + (0.5 if up else -0.5)
    if found := _BAND.fullmatch(text):
        number = _number(found["low"])
        if number is None:
            return None
        if (found["unit"] or "").casefold() == "k":
            number *= 1000
        return number - (0.5 if found["less"] else 0)
    return None


def _number(text: str) -> float | None:
    bare = re.sub(r"[^\d.,]", "", text).rstrip(".,")
    bare = re.sub(r"[.,](?=\d{3}(\D|$))", "", bare).replace(",", ".")
    try:
        return float(bare)
    except ValueError:
        return None
