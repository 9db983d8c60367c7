# SPDX-License-Identifier: MIT
"""From sheets to a finished PDF and a report of what came of it."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import chain

from persona_studio.core.errors import StudioError
from persona_studio.publish import language, safety, tiles, tiling, wording
from persona_studio.publish.document import Document, Finish, Meta, Placed
from persona_studio.publish.fit import Report
from persona_studio.publish.portraits import portrait_of
from persona_studio.publish.request import Request
from persona_studio.publish.sheet import Sheet
from persona_studio.publish.templates import template_of
from persona_studio.publish.templates.head import FACE
from persona_studio.publish.templates.template import Member, Order, Template
from persona_studio.publish.theme import PAPERS, THEMES, Paper, Theme, sizes, turned
from persona_studio.publish.tiling import Tiling
from persona_studio.publish.typeset import ONE_AT_A_TIME, Typesetter, clean

__all__ = ["Exported", "Request", "export", "template_of"]


@dataclass(frozen=True)
class Exported:
    """The file's bytes, one report a persona, what was placed on each page, a name for each."""

    pdf: bytes
    reports: tuple[Report, ...]
    placed: tuple[tuple[Placed, ...], ...] = ()
    missing: dict[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    tiling: Tiling | None = None
    meta: Meta = field(default_factory=partial(Meta, ""))

    @property
    def pages(self) -> int:
        """How many pages the file has."""
        return len(self.placed)


def export(request: Request, *, report: Callable[[int, int], None] | None = None) -> Exported:
    """Set every persona of the request and return the PDF; the same request, the same bytes.

    May run on any thread once `typeset.ensure_gui` was called on the main one.
    """
    template = template_of(request.template)
    paper = _paper(request, template)
    way = tiling.chosen(paper, request.tile, fewer=request.fewer) if request.tile else None
    scale = way.scale if way else 1.0
    with ONE_AT_A_TIME, _nothing_collected():
        meta = _meta(request)
        document = Document(meta, Finish(request.print_shop, tagged=way is None))
        setter = Typesetter(meta.east)
        reports = []
        alone = [(sheet,) for sheet in request.sheets]
        units = [request.sheets] if template.together and alone else alone
        for done, unit in enumerate(units):
            if report is not None:
                report(done, len(units))
            with document.part():
                reports.append(_one(request, template, unit, (document, setter, paper, scale)))
        if not reports:
            raise StudioError("There is nothing to print.", "Choose at least one persona.")
        names = tuple(_names(reports))
        document.name_pages(names)
        pdf = document.close()
        if request.client_safe:
            safety.ensure_safe(pdf)
        if way is not None:
            poster = tiles.Poster(pdf, document.pages, names)
            return _tiled(poster, reports, setter.missing, (way, meta))
    placed = tuple(tuple(page.placed) for page in document.pages)
    return Exported(pdf, tuple(reports), placed, dict(setter.missing), names, meta=meta)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Look for no garbage meanwhile: all that pages are made of is in use until the file is done.

    With a hundred posters looking for it took a tenth of the time.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _names(reports: Sequence[Report]) -> Iterator[str]:
    """Say whose page each is, and which of several."""
    for found in reports:
        yield found.name
        yield from (f"{found.name} · sheet {number}" for number in range(2, found.pages + 1))


def _tiled(
    poster: tiles.Poster,
    reports: Sequence[Report],
    missing: dict[str, str],
    how: tuple[Tiling, Meta],
) -> Exported:
    """Spread the finished poster over sheets."""
    way, meta = how
    found = tiles.tiled(poster, way, meta)
    for report in reports:
        report.cautions += found.cautions
    told = (found.placed, dict(missing), found.names)
    return Exported(found.pdf, tuple(reports), *told, way, meta)


def _paper(request: Request, template: Template) -> Paper:
    """Return the sheet asked for, the way round it is wanted."""
    name = request.paper or template.papers[0]
    if name not in template.papers:
        papers = ", ".join(template.papers)
        raise StudioError(
            f"{template.title} is not made for this paper.",
            f"Choose one of: {papers}.",
            kind="unknown",
        )
    wanted = template.landscape if request.landscape is None else request.landscape
    if wanted != template.landscape and not template.turns:
        way = "landscape" if template.landscape else "portrait"
        raise StudioError(
            f"{template.title} is only made {way}.",
            "Leave its orientation out.",
            kind="unsupported",
        )
    if request.print_shop and request.tile:
        raise StudioError(
            "A print shop needs the poster whole.", "Leave out the sheets.", kind="unsupported"
        )
    return turned(PAPERS[name], landscape=wanted)


def _meta(request: Request) -> Meta:
    names = ", ".join(sheet.name for sheet in request.sheets)
    told = tuple(chain.from_iterable(map(wording.telling, request.sheets)))
    spoken = request.language or language.proposed(told)
    title = clean(request.title or names) or template_of(request.template).title
    return Meta(title, request.author, spoken, language.eastern(told, spoken))


def _one(
    request: Request,
    template: Template,
    unit: tuple[Sheet, ...],
    tools: tuple[Document, Typesetter, Paper, float],
) -> Report:
    """Set one persona, or several together.

    What will be shrunk is set so much larger, and reported as it will be printed.
    """
    document, setter, paper, scale = tools
    usual = template.read_from(paper) / scale
    distance = request.distance / scale if request.distance else usual
    before = set(setter.missing)
    widest = min(FACE * sizes(distance).largest, paper.width)
    faces = [portrait_of(sheet.portrait, widest) for sheet in unit]
    group = tuple(
        Member(sheet, _theme(request.theme or sheet.colour), face)
        for sheet, (face, _) in zip(unit, faces, strict=True)
    )
    order = Order(
        document,
        setter,
        unit[0],
        paper,
        group[0].theme,
        distance,
        group[0].face,
        group,
        request.comparison,
        request.side,
        usual,
    )
    found = template.compose(order)
    known = [ppi / scale for _, ppi in faces if ppi is not None]
    found.ppi = min(known, default=None)
    found.shrink(scale)
    found.missing = {g: t for g, t in setter.missing.items() if g not in before}
    return found


def _theme(name: str) -> Theme:
    if name not in THEMES:
        raise StudioError(
            "There is no such colour.", f"Choose one of: {', '.join(THEMES)}.", kind="unknown"
        )
    return THEMES[name]
