"""Which column of a table is which field of a list: by its head, or else by what stands in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from forms.spec import Question
from forms.timeline import read_timeline
from portal.domain.plan.table.grid import Grid

# Other words for a field, as they stand above columns. The words of the edition itself count as well.
_WORDS: Mapping[str, tuple[str, ...]] = {
    "naam": ("naam", "partij", "partijen", "organisatie", "organisaties", "instelling", "aanbieder", "deelnemer"),
    "soort": ("soort", "type", "categorie"),
    "tekst": ("doel", "doelen", "doelstelling", "doelstellingen"),
    "indicator": ("indicator", "indicatoren", "kpi", "meetbaar"),
    "nulwaarde": ("nulwaarde", "nulmeting", "beginwaarde", "huidig", "huidige waarde", "start"),
    "peildatum": ("peildatum", "meetdatum", "gemeten op"),
    "streefwaarde": ("streefwaarde", "streven", "norm", "target", "doelwaarde", "gewenst"),
    "eenheid": ("eenheid", "per"),
    "einddatum": ("einddatum", "wanneer", "gereed", "datum", "deadline", "termijn"),
    "paragraaf": ("paragraaf", "nr", "nummer", "no"),
    "omschrijving": ("actie", "acties", "omschrijving", "wat", "maatregel", "activiteit", "taak", "beschrijving"),
    "verantwoordelijke": (
        "verantwoordelijk", "verantwoordelijke", "wie", "trekker", "trekkers", "coordinator", "eigenaar", "actiehouder",
        "partij", "partijen", "uitvoerder", "uitvoering",
    ),
    "tijdslijn": (
        "tijdslijn", "tijdlijn", "wanneer", "planning", "datum", "gereed", "periode", "termijn", "deadline", "looptijd",
        "tijdpad", "kwartaal",
    ),
    "themas": ("thema", "themas"),
    "activiteit": ("activiteit", "activiteiten", "actie", "wat"),
    "mijlpaal": ("mijlpaal", "mijlpalen", "resultaat", "product", "oplevering"),
}  # fmt: skip
# The field without which a row says nothing.
MAIN = {"partijen": "naam", "doelstellingen": "tekst", "acties": "omschrijving", "mijlpalen": "mijlpaal"}

_PARTY = re.compile(r"zorgkantoor|gemeente|aanbieder|verzekeraar|ggz|cliënt|partij|werkgroep", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}[a-z]?(\.\d{1,2})*[.)]?")
# Of so many values at least the kind must be clear.
_MOSTLY = 0.6
_HEAD_IS_SHORT = 120
# A score from which a head is nothing but the word for the field.
_LITERAL = 3
# Heads stand at the top: more than so many rows above them are no title.
_MOST_ABOVE = 5


def matched(question: Question, grid: Grid) -> tuple[tuple[str, ...], bool]:
    """For each column the name of its field ("" for none), and whether the first row holds heads."""
    by_head = _by_head(question, grid[0])
    has_head = any(by_head) and (len(grid) > 1 or _is_only_heads(question, grid[0], by_head))
    heads = grid[0] if has_head else [""] * len(grid[0])
    return _filled_up(question, by_head if has_head else heads, grid[has_head:], heads), has_head


def _is_only_heads(question: Question, cells: Sequence[str], by_head: Sequence[str]) -> bool:
    """True for a single row of two or more cells that are all literally the name of a field."""
    named = [
        name and _score(question, name, cell) >= _LITERAL for cell, name in zip(cells, by_head, strict=True) if cell
    ]
    return len(named) > 1 and all(named)


def rows_above_heads(question: Question, grid: Grid) -> int:
    """How many rows stand above the heads, such as a title that nobody merged; 0 when the first row may be the heads.

    Only a row in which two cells or more are literally the name of a field is surely the heads.
    """
    found = (at for at, row in enumerate(grid[: _MOST_ABOVE + 1]) if _literal(question, row) > 1)
    return next(found, 0)


def _literal(question: Question, cells: Sequence[str]) -> int:
    found = zip(cells, _by_head(question, cells), strict=True)
    return sum(bool(name) and _score(question, name, cell) >= _LITERAL for cell, name in found)


def fits(question: Question) -> Callable[[Grid], int]:
    """How well the heads of a table are those of this list."""
    return lambda grid: sum(map(bool, _by_head(question, grid[0]))) * 10_000 + len(grid)


def _by_head(question: Question, heads: Sequence[str]) -> list[str]:
    """Each field once, for the head that names it best; of two alike the first."""
    scores = sorted(
        (-_score(question, field.name, head), at, field.name)
        for at, head in enumerate(heads)
        for field in question.row
        if head and len(head) <= _HEAD_IS_SHORT
    )
    found = [""] * len(heads)
    for score, at, name in scores:
        if score and not found[at] and name not in found:
            found[at] = name
    return found


def _score(question: Question, name: str, head: str) -> int:
    field = question.row_field(name)
    own = {_plain(words) for words in (field.label, field.heading, field.short)} if field else set()
    words = _plain(head)
    if words in own:
        return 4
    others = [one for one in _WORDS.get(name, ()) if one in words.split() or one == words]
    if not others:
        return 0
    # "Actie" and not "Wie" in "Wie doet welke actie?": the main field only when it begins with it.
    return 3 if words in others else 2 if words.split()[0] in others else 1


def _plain(words: str) -> str:
    """Small letters without accents and signs."""
    bare = unicodedata.normalize("NFKD", words.lower())
    return " ".join(re.findall(r"[a-z0-9]+", "".join(one for one in bare if not unicodedata.combining(one))))


def _filled_up(question: Question, found: Sequence[str], rows: Grid, heads: Sequence[str]) -> tuple[str, ...]:
    """Columns without a head that says it, by what is in them; what is longest is the text of the row.

    A number says nothing about a column that has another head, such as a budget.
    """
    fields = list(found)
    values = [[line for row in rows if (line := row[at])] for at in range(len(fields))]
    for name, is_kind in _kinds(question):
        free = [at for at, field in enumerate(fields) if not field and values[at]]
        if name == "paragraaf":
            free = [at for at in free if not heads[at]]
        if name not in fields:
            best = next((at for at in free if _share(values[at], is_kind) >= _MOSTLY), None)
            fields = [name if at == best else field for at, field in enumerate(fields)]
    main = MAIN[question.kind.value]
    free = [at for at, field in enumerate(fields) if not field and values[at]]
    if main not in fields and free:
        fields[max(free, key=lambda at: sum(map(len, values[at])))] = main
    return tuple(fields)


def _kinds(question: Question) -> list[tuple[str, Callable[[str], bool]]]:
    labels = {choice.label.casefold() for choice in question.choices}
    kinds: dict[str, Callable[[str], bool]] = {
        "soort": lambda value: value.casefold() in labels,
        "themas": lambda value: value.casefold() in labels,
        "paragraaf": lambda value: bool(_NUMBER.fullmatch(value)),
        "tijdslijn": _is_time,
        "einddatum": _is_time,
        "verantwoordelijke": lambda value: len(value) < 160 and bool(_PARTY.search(value)),
    }
    return [(name, test) for name, test in kinds.items() if question.row_field(name)]


def _is_time(value: str) -> bool:
    return len(value) < 60 and read_timeline(value, reference_year=2026) is not None


def _share(values: Sequence[str], is_kind: Callable[[str], bool]) -> float:
    """Of how many of the first values the kind is clear; of a cell with lines, of its lines."""
    lines = [line.strip() for value in values[:50] for line in value.split("\n") if line.strip()][:100]
    return sum(map(is_kind, lines)) / len(lines) if lines else 0.0
