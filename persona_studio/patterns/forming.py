# SPDX-License-Identifier: MIT
"""Which of the chosen questions form groups, coded as numbers, and why the others do not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json
from persona_studio.evidence.columns import Mask, Numbers
from persona_studio.patterns.basis import why_out
from persona_studio.patterns.blocks import Blocks
from persona_studio.patterns.groups import thinned
from persona_studio.patterns.linked import linked
from persona_studio.patterns.prepare import blocks_coded, blocks_of, learn, widths
from persona_studio.patterns.request import WEIGHTS, GroupRequest, Matrix
from persona_studio.patterns.skips import Skip, beside, shown_everything, skips
from persona_studio.patterns.telling import telling

GATE_ROWS = 1_000
_ALONE = "goes with no other question here"


@dataclass(frozen=True, eq=False)
class Coded:
    """The basis as numbers: one coding a block, to be spread over rows, and rows to fit on.

    `order` are the rows that were shown everything, in the order of their content; `skipped` the
    blocks that some were not shown; `whole` is what there was before questions that go with no
    other were left out.
    """

    codings: list[Json]
    blocks: Blocks
    order: Numbers
    left_out: Mapping[str, str]
    skipped: tuple[Skip, ...] = ()
    whole: "Coded | None" = None

    @property
    def shapes(self) -> list[tuple[int, bool]]:
        """How many columns each block has, and whether each is an option of its own."""
        kinds = (coding["kind"] == "multi" for coding in self.codings)
        return list(zip(widths(self.codings), kinds, strict=True))

    def few(self) -> Matrix:
        """Return the rows on which is decided: at most 1,000, because heaps grow with rows."""
        return self.blocks.rows(thinned(self.order, GATE_ROWS))

    def only(self, kept: Mask, reason: str) -> "Coded":
        """Return some of the blocks; the variables of the others are left out for a reason."""
        pairs = list(zip(self.codings, kept, strict=True))
        others = [v for coding, keep in pairs if not keep for v in coding["variables"]]
        return Coded(
            [coding for coding, keep in pairs if keep],
            self.blocks.only(kept),
            self.order,
            {**self.left_out, **dict.fromkeys(others, reason)},
            self.skipped,
            self,
        )


def coded_of(request: GroupRequest) -> Coded:
    """Code the basis; questions that cannot take part are left out with the reason."""
    answers, left_out, used = request.answers, dict[str, str](), []
    for variable in request.basis:
        question = answers.questions.get(variable)
        reason = "not asked in this wave" if question is None else why_out(question, answers)
        if reason is None:
            used.append(variable)
        else:
            left_out[variable] = reason
    found = skips(used, answers)
    whole, not_asked = shown_everything(found, len(answers))
    for skip in not_asked:
        reason = f"{skip.share:.0%} skipped this block".replace("%", " %")
        left_out.update(dict.fromkeys(skip.variables, reason))
    codings = _codings(request, [v for v in used if v not in left_out], found, left_out)
    if len(codings) < 2:
        forming = [answers.questions[v] for coding in codings for v in coding["variables"]]
        raise _too_few(dict.fromkeys(question.group or question.label for question in forming))
    blocks = blocks_coded(codings, answers)
    order = blocks.order()
    return Coded(codings, blocks, order[whole[order]], left_out, tuple(found))


def _too_few(forming: Iterable[str]) -> StudioError:
    """Return what is said where fewer than two questions can form groups."""
    names = ", ".join(f"“{label}”" for label in forming)
    return StudioError(
        f"Only one question forms groups here: {names}. It takes two."
        if names
        else "None of these questions can form groups. It takes two.",
        "Let others form groups too, on what people need, want or do: in Patterns set them to "
        "“Forms groups”, on the command line name them by --questions. `--questions all` also "
        "takes those that otherwise only describe groups, as age and satisfaction do.",
        kind="too_few_questions",
    )


def _codings(
    request: GroupRequest, used: Sequence[str], found: Sequence[Skip], left_out: dict[str, str]
) -> list[Json]:
    answers, codings = request.answers, []
    for variables in blocks_of(used, answers):
        weight = WEIGHTS[request.weights.get(variables[0], "normal")]
        coding = learn(variables, answers, weight, beside(variables, found))
        if coding is None:
            left_out.update(dict.fromkeys(variables, "everyone gave the same answer"))
        else:
            codings.append(coding)
    return codings


def linked_only(coded: Coded) -> Coded:
    """Leave out questions that go with no other, unless a person gave them more weight."""
    kept = linked(coded.few(), coded.shapes)
    kept |= np.array([coding["weight"] > 1 for coding in coded.codings])
    return coded if kept.sum() < 2 or kept.all() else coded.only(kept, _ALONE)


def telling_too(coded: Coded, k: int, seed: int) -> Coded:
    """Take back questions that seemed to go with no other where they tell k groups apart."""
    whole = coded.whole
    if whole is None:
        return coded
    used = {variable for coding in coded.codings for variable in coding["variables"]}
    forming = np.array([coding["variables"][0] in used for coding in whole.codings])
    return whole.only(telling(whole.codings, whole.few(), forming, k, seed), _ALONE)
