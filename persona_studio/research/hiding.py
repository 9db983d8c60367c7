# SPDX-License-Identifier: MIT
"""What is hidden in a file before anything of it is stored, and what is kept of names."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from persona_studio.evidence import own_names, privacy
from persona_studio.evidence.names import digest_of, form_of
from persona_studio.research.keeping import Change
from persona_studio.research.plan import Plan, Role, Use

NAMES_MOST = 20_000
"""Different names of which a digest is kept of one file."""


def change_of(use: Use, role: Role) -> Change | None:
    """Return what hides personal data in the cells of a column that is stored; None for nothing.

    In words all that looks like it is hidden, in short answers what can be nothing else. A
    private column that is kept for a reason is kept as it is.
    """
    if use == "mask":
        return privacy.mask
    return privacy.mask_certain if use == "keep" and not role.pii else None


def is_clean_of(use: Use) -> Callable[[Sequence[str]], bool]:
    """Return what tells at once that the change of a column would change none of some cells."""
    return privacy.is_clean if use == "mask" else privacy.is_certainly_clean


def names_people(plan: Plan) -> list[int]:
    """Return the columns whose names are hidden in the own words of the same row."""
    return [n for n in range(1, plan.columns_count + 1) if _names_people(plan, n)]


class Hiding:
    """What a single cell becomes before it is stored, for whoever shows a file before that."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._names = names_people(plan)

    def stored(self, cells: Sequence[str], column: int) -> str | None:
        """Return what is stored of one cell of a row; None where it stays out or becomes a code."""
        use, role = self._plan.use(column), self._plan.roles.get(column) or Role("free_text")
        text = cells[column - 1] if column <= len(cells) else ""
        if use in ("leave_out", "pseudonymise"):
            return None
        if use == "keep" and role.role == "respondent_id":
            return None if privacy.mask_certain(text)[1] else text
        if use == "mask":
            text = self.unnamed(cells, column)[0]
        change = change_of(use, role)
        return change(text)[0] if change else text

    def unnamed(self, cells: Sequence[str], column: int) -> tuple[str, int]:
        """Return words without the names of who says them, and how many were hidden."""
        text = cells[column - 1] if column <= len(cells) else ""
        parts = own_names.parts(" ".join(cells[n - 1] for n in self._names if n <= len(cells)))
        return own_names.hide(text, parts) if parts else (text, 0)


class OwnNames:
    """Hides the names of people in their own words, and gathers the forms of all names."""

    def __init__(self, plan: Plan) -> None:
        columns = range(1, plan.columns_count + 1)
        self._names = [n - 1 for n in names_people(plan)]
        self._words = [n - 1 for n in columns if plan.use(n) == "mask"]
        self._forms: set[str] = set()
        self._parts: dict[tuple[str, ...], list[str]] = {}
        self.hidden = 0

    def take(self, columns: list[Sequence[str]]) -> None:
        """Take in the columns of some rows; those of words are replaced where a name stands."""
        if not self._names:
            return
        called = list(self._rows(columns, self._names))
        if len(self._parts) > NAMES_MOST:
            self._parts.clear()
        self._learn(set(called).difference(self._parts))
        own = map(self._parts.__getitem__, called)
        said = self._rows(columns, self._words)
        for row, (parts, words) in enumerate(zip(own, said, strict=False)):
            if parts and own_names.speaks_of(" ".join(words), parts):
                self._hide(columns, row, parts)

    def digests(self, key: bytes) -> tuple[str, ...]:
        """Return what is kept of the names: keyed, and in an order that tells of nobody."""
        forms = self._forms - {""}
        return tuple(sorted({digest_of(key, form) for form in forms}))

    def _learn(self, fresh: Collection[tuple[str, ...]]) -> None:
        """Take down the names that rows give of their people and that were not met before."""
        if len(self._forms) < NAMES_MOST:
            self._forms.update(form_of(name) for cells in fresh for name in {*cells, _whole(cells)})
        self._parts |= {cells: own_names.parts(_whole(cells)) for cells in fresh}

    def _hide(self, columns: list[Sequence[str]], row: int, parts: Sequence[str]) -> None:
        for place in self._words:
            text, n = own_names.hide(columns[place][row], parts)
            if n:
                cells = columns[place] = list(columns[place])
                cells[row] = text
                self.hidden += n

    def _rows(
        self, columns: Sequence[Sequence[str]], wanted: Sequence[int]
    ) -> Iterator[tuple[str, ...]]:
        return zip(*(columns[place] for place in wanted), strict=True)


def _whole(cells: Iterable[str]) -> str:
    return " ".join(cells)


def _names_people(plan: Plan, column: int) -> bool:
    role = plan.roles.get(column)
    return role is not None and role.pii == "name" and plan.use(column) != "keep"
