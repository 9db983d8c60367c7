# SPDX-License-Identifier: MIT
"""How stored figures of groups read on the screen; no widgets."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QCoreApplication

from persona_studio.core.fields import Json
from persona_studio.core.research import Segment, Segmentation, Source, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.tokens import GROUPS_LIGHT
from persona_studio.workspace.lines import said, speaks_alone

MUCH = 0.5
"""A question that forms more of the groups than this is asked about."""
SKETCH = 100
LEAST_FOR_SHARES = 30
"""Below so many people counts are shown, not shares."""
_BANDS = ((0.85, "very steady"), (0.75, "steady"), (0.6, "not steady"), (0.0, "do not trust"))


def percent(share: float) -> str:
    """Return a share (0-1) in whole per cent."""
    return f"{round(100 * share)} %"


def colour_of(number: int) -> str:
    """Return the colour of a group; up to six groups have one each."""
    names = tuple(GROUPS_LIGHT)
    return names[number % len(names)]


def wave_name(snapshot: Snapshot, wave: Wave) -> str:
    """Return how a wave is called: its source and when it was collected."""
    source = snapshot.table(Source)[wave.source].name
    when = wave.collected_on or wave.imported_at
    name = f"{source}, {when:%B %Y}" if when else source
    if wave.derived_from is None:
        return name
    return f"{name} · {QCoreApplication.translate('patterns', 'customers')}"


def called(snapshot: Snapshot, wave: str) -> str:
    """Return how a wave is called, "" where it is gone."""
    found = snapshot.table(Wave).get(wave)
    return wave_name(snapshot, found) if found else ""


def searched(snapshot: Snapshot, wave: str) -> str:
    """Return why no groups can be looked for while another wave is searched."""
    words = _tr("Groups are being looked for in {0}. This one can be asked after that.")
    return words.format(called(snapshot, wave))


def short(item: Mapping[str, Json]) -> str:
    """Return an answer that fits a row: alone where it speaks for itself."""
    if item["op"] in ("at_least", "at_most") and isinstance(item["value"], str):
        return said(item)
    if speaks_alone(item):
        return str(item["answer"])
    return f"{item['answer']}: {item['label']}"


def figures(item: Mapping[str, Json]) -> str:
    """Return the group's share against everyone's, or counts where the group is small."""
    if item["n"] < LEAST_FOR_SHARES:
        return _tr("{k} of {n}").format(k=item["k"], n=item["n"])
    mine, all_ = percent(item["share"]), percent(item["everyone"])
    return _tr("{mine} against {all}").format(mine=mine, all=all_)


def told(item: Mapping[str, Json]) -> str:
    """Return a whole sentence on an answer, for tool tips and screen readers."""
    return _tr("{said}: {k} of {n} people, {everyone} of everyone").format(
        said=said(item), k=item["k"], n=item["n"], everyone=percent(item["everyone"])
    )


def steady(stability: float) -> str:
    """Return how steady a group is, in words."""
    return next(name for least, name in _BANDS if stability >= least)


def trusted(stability: float) -> bool:
    """Tell whether a group comes back often enough to be shown to others."""
    return stability >= _BANDS[-2][0]


def size_of(segment: Segment, everyone: int) -> str:
    """Return how large and how steady a group is."""
    share = segment.n / max(1, everyone)
    parts = [_tr("{n} people, {share}").format(n=segment.n, share=percent(share))]
    if segment.stability is not None:
        parts.append(steady(segment.stability))
    if segment.n < max(LEAST_FOR_SHARES, 0.05 * everyone):
        parts.append(_tr("small group"))
    return " · ".join(parts)


def hardly(segment: Segment) -> str:
    """Return what people of a group hardly ever say, empty where nothing stands out."""
    few = [
        short(item) for item in segment.under if item["share"] <= 0.25 and item["op"] != "at_most"
    ]
    return _tr("Hardly ever: {what}").format(what="; ".join(few)) if few else ""


def leader(segmentation: Segmentation) -> str:
    """Return the question that alone forms more than half of the groups, empty where none does."""
    forms = segmentation.result.get("forms", {})
    name, share = max(forms.items(), key=lambda item: item[1], default=("", 0.0))
    return name if share > MUCH else ""


def confidence(segmentation: Segmentation) -> str:
    """Return how far a second way of looking finds the same groups, empty where none was tried."""
    agreement = segmentation.result.get("agreement")
    if agreement is None:
        return ""
    share = percent(agreement)
    if agreement >= 0.9:
        words = _tr(
            "A second, different way of looking puts {share} of people into the same groups."
        )
    elif agreement >= 0.75:
        words = _tr(
            "A second way of looking puts {share} of people into the same groups: mostly so."
        )
    else:
        words = _tr(
            "A second way of looking puts only {share} of people into the same groups: the borders "
            "depend on how one looks."
        )
    return words.format(share=share)


def small(verdict: str, people: int) -> str:
    """Return what a small sample means where no groups were found in it, else nothing."""
    if verdict != "none" or people >= SKETCH:
        return ""
    return _tr("Only {n} people: so few can hide groups that are there.").format(n=people)


def noticed(segmentation: Segmentation) -> dict[str, str]:
    """Return what the search noticed of single questions: why left out, by how many skipped."""
    out = dict(segmentation.result.get("left_out", {}))
    for block in segmentation.result.get("skipped", ()):
        words = _tr("{n} people skipped this block").format(n=block["n"])
        out.update({name: words for name in block["questions"] if name not in out})
    return out


def leading(segmentation: Segmentation, labels: Mapping[str, str]) -> str:
    """Return a caution where one question alone forms more than half of the groups."""
    name = leader(segmentation)
    if not name:
        return ""
    share = segmentation.result["forms"][name]
    return _tr(
        "“{question}” alone forms {share} of these groups. Set it to low, or leave it out?"
    ).format(question=labels.get(name, name), share=percent(share))


def tip_of(lines: list[str]) -> str:
    """Return lines as a tool tip in which nothing is read as markup."""
    return "<qt>" + "<br>".join(escape(line) for line in lines) + "</qt>"


def _tr(text: str) -> str:
    return QCoreApplication.translate("patterns", text)
