"""How sure the portal is of what it found, and what it must tell of a whole file, in Dutch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial

from rapidfuzz import fuzz

from forms.dutch.words import counted, listed
from forms.national import Soort, editions
from forms.spec import Format, QuestionRole
from portal.domain.intake.document import ReadDocument
from portal.domain.intake.recognise.closed import chosen_keys
from portal.domain.intake.recognise.found import How, SaidLines, Sighting, Walked
from portal.domain.intake.recognise.places import PlanPlace, places_of
from portal.domain.intake.recognise.rows import Rows
from portal.domain.intake.recognise.walk import walk
from portal.domain.intake.recognise.words import plain_words

_SAME, _ALIKE = 95.0, 75.0
# From this share of the parts on a file is of an edition; below it other editions are tried.
_MOST, _FEW = 0.6, 0.25
_OTHER_TITLE, _SAME_TITLE = 60.0, 97.0
_OTHER_REGION = 45.0
_FIRST_LINES = 10
_LABELS = frozenset({How.MARK, How.CELL, How.HEADING, How.LINE})

EMPTY = "Er staan geen woorden in dit bestand. Kies een ander bestand."
EMPTY_FORMAT = "Dit is een leeg invulformat: bij geen enkel onderdeel is iets ingevuld. Kies het ingevulde bestand."
NO_FORMAT = (
    "Wij vinden in dit bestand geen enkel onderdeel van het invulformat. Is dit het goede bestand? Heeft uw plan een"
    " andere opzet? Plak de teksten dan in de onderdelen, en voeg het bestand toe als bijlage."
)
A_SHEET = "Dit is een antwoordblad van een uitvraag (“{title}”), geen plan van aanpak. Kies het bestand met uw plan."
OTHER_EDITION = (
    "Dit bestand is gemaakt met een ander format: “{title}”. Uw plan heeft “{own}”. Wij vonden {seen}. Kijk"
    " goed wat er niet is geplaatst."
)
TWO_PLANS = (
    "In dit bestand staan twee plannen: {twice} staan er twee keer in. Wij plaatsten het eerste plan. Het tweede staat"
    " onder Niet geplaatst."
)


class Zekerheid(StrEnum):
    """How sure the portal is that words belong where it put them."""

    ZEKER = "zeker"
    WAARSCHIJNLIJK = "waarschijnlijk"
    ONZEKER = "onzeker"
    NIETS = ""


def judged(
    place: PlanPlace, seen: Sequence[Sighting], rows: Rows | None, said: Sequence[SaidLines]
) -> tuple[str, list[str]]:
    """How sure it is what was found for a place, and why it is not certain. Of an empty place: why it is empty."""
    mine = [one for one in seen if one.section is place.section]
    if not said and not (rows and rows.rows):
        return Zekerheid.NIETS, [_empty(place, mine)]
    doubts = [*_of_label(mine), *_of_content(place, rows, said)]
    levels = [level for level, _ in doubts]
    worst = next((one for one in (Zekerheid.ONZEKER, Zekerheid.WAARSCHIJNLIJK) if one in levels), Zekerheid.ZEKER)
    return worst, list(dict.fromkeys(told for _, told in doubts))


def _empty(place: PlanPlace, seen: Sequence[Sighting]) -> str:
    if seen or place.is_national_goal:
        return "Hier is in het bestand niets ingevuld."
    return f"“{place.section.name}” staat niet in het bestand."


_Doubt = tuple[Zekerheid, str]


def _of_label(seen: Sequence[Sighting]) -> Iterator[_Doubt]:
    labels = [one for one in seen if one.how in _LABELS]
    if not labels:
        told = "Gevonden aan de toelichting van het format." if seen else "Er stond geen naam van een onderdeel boven."
        told = "Gevonden aan de koppen van de tabel." if any(one.how is How.COLUMNS for one in seen) else told
        yield Zekerheid.WAARSCHIJNLIJK if seen else Zekerheid.ONZEKER, told
        return
    best = max(labels, key=lambda one: one.score)
    if best.score < _SAME:
        level = Zekerheid.WAARSCHIJNLIJK if best.score >= _ALIKE else Zekerheid.ONZEKER
        yield level, f"In het bestand heet dit “{best.words}”."
    if all(one.how is How.LINE for one in labels):
        yield Zekerheid.WAARSCHIJNLIJK, "De naam van het onderdeel stond op een gewone regel, niet in een tabel of kop."
    if len(labels) > 1:
        where = listed(one.where for one in labels)
        yield (
            Zekerheid.WAARSCHIJNLIJK,
            f"Dit onderdeel staat {len(labels)} keer in het bestand ({where}). De stukken staan nu onder elkaar.",
        )


def _of_content(place: PlanPlace, rows: Rows | None, said: Sequence[SaidLines]) -> Iterator[_Doubt]:
    if rows:
        level = Zekerheid.ONZEKER if rows.is_unsure else Zekerheid.WAARSCHIJNLIJK
        yield from ((level, told) for told in rows.doubts)
        return
    text = " ".join(one.text for one in said)
    if place.section.example and plain_words(text) == plain_words(place.section.example):
        yield Zekerheid.ONZEKER, "Dit is de voorbeeldtekst van het portaal."
    if place.is_closed and not chosen_keys(place.question, text):
        yield Zekerheid.ONZEKER, "Dit is geen van de antwoorden die u hier kunt kiezen."
    found = places_of_part(place)
    if found and place in found[1:] and not place.is_closed and not place.is_national_goal and found[0].is_list:
        yield Zekerheid.WAARSCHIJNLIJK, f"Dit stond bij “{found[0].name}”, maar niet in de lijst."


def places_of_part(place: PlanPlace) -> tuple[PlanPlace, ...]:
    """The places of the same part, without the national goal."""
    section = place.section
    return tuple(PlanPlace(one.key, one, section) for one in section.questions)


def only_first(format_: Format, walked: Walked) -> Walked:
    """Of two plans in one file the words of the second have no place."""
    twice = _twice(walked)
    if not _are_two_plans(walked, twice):
        return walked
    cut = min(one.before for one in twice.values())
    said = [*walked.said[:cut], *(replace(one, place=None) for one in walked.said[cut:])]
    return replace(walked, said=said)


def _twice(walked: Walked) -> dict[str, Sighting]:
    """The second label of each part that has one."""
    count: Counter[str] = Counter()
    found: dict[str, Sighting] = {}
    for one in walked.seen:
        if one.how in _LABELS:
            count[one.section.key] += 1
            if count[one.section.key] == 2:
                found[one.section.key] = one
    return found


def _are_two_plans(walked: Walked, twice: dict[str, Sighting]) -> bool:
    seen = {one.section.key for one in walked.seen if one.how in _LABELS}
    return len(twice) > 2 and len(twice) >= _MOST * len(seen)


def whole_file(format_: Format, document: ReadDocument, walked: Walked, plan_name: str) -> tuple[str, list[str]]:
    """Why a file can't be taken in ("" when it can), and what to tell of it."""
    share = _share(format_, walked)
    other = _other_edition(format_, document, share) if share < _MOST else None
    has_words = any(one.words if isinstance(one, SaidLines) else sum(one.words) for one in walked.said)
    if other and other in editions(Soort.PROGRESS):
        return A_SHEET.format(title=other.title), []
    if not has_words:
        return EMPTY_FORMAT if share or other else EMPTY, []
    if not share and not other:
        return NO_FORMAT, []
    told = [_told_of_edition(format_, walked, other), _told_of_title(format_, document) if other is None else ""]
    told += [_told_of_few(format_, walked, share) if other is None else "", _told_of_twice(walked)]
    return "", list(filter(None, [*told, _told_of_region(format_, walked, plan_name)]))


def _share(format_: Format, walked: Walked) -> float:
    return len({one.section.key for one in walked.seen}) / len(format_.sections)


def _other_edition(format_: Format, document: ReadDocument, share: float) -> Format | None:
    others = [one for soort in Soort for one in editions(soort) if one is not format_]
    shares = [(_share(one, walk(one, document)), one) for one in others]
    best, found = max(shares, key=lambda one: one[0], default=(0.0, format_))
    return found if best >= _MOST and best > share else None


def _seen(format_: Format, walked: Walked) -> str:
    seen = len({one.section.key for one in walked.seen})
    return f"{seen} van de {len(format_.sections)} onderdelen"


def _told_of_edition(format_: Format, walked: Walked, other: Format | None) -> str:
    if other is None:
        return ""
    return OTHER_EDITION.format(title=other.title, own=format_.title, seen=_seen(format_, walked))


def _told_of_few(format_: Format, walked: Walked, share: float) -> str:
    return f"Wij vonden maar {_seen(format_, walked)}. Is dit het goede bestand?" if share < _FEW else ""


def _told_of_title(format_: Format, document: ReadDocument) -> str:
    """The first lines say what a file is: a title that is nearly that of the format is that of something else."""
    alike = partial(fuzz.ratio, plain_words(format_.title))
    lines = [one.text for one, _ in zip(document.paragraphs(), range(_FIRST_LINES), strict=False)]
    best = max(lines, key=lambda line: alike(plain_words(line)), default="")
    if not _OTHER_TITLE <= alike(plain_words(best)) < _SAME_TITLE:
        return ""
    return f"Boven dit bestand staat een andere titel: “{best.strip()}”. Hoort het bij dit plan?"


def _told_of_twice(walked: Walked) -> str:
    twice = _twice(walked)
    parts = counted(len(twice), "onderdeel", "onderdelen")
    return TWO_PLANS.format(twice=parts) if _are_two_plans(walked, twice) else ""


def _told_of_region(format_: Format, walked: Walked, plan_name: str) -> str:
    asked = format_.of_role(QuestionRole.REGIO_NAAM)
    place = places_of(format_).by_key.get(asked.key) if asked else None
    name = " ".join(one.text for one in walked.said if isinstance(one, SaidLines) and place and one.place is place)
    alike = fuzz.token_set_ratio(plain_words(name), plain_words(plan_name))
    if not name or not plan_name or alike >= _OTHER_REGION:
        return ""
    return f"In het bestand staat als regio “{name.strip()}”. Dit plan is van {plan_name}. Is dit het goede bestand?"
