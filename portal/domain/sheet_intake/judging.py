"""What a whole file is: this sheet, that of another round or region, a plan, or something else altogether."""

from __future__ import annotations

from collections.abc import Iterator

from forms.national import Soort, editions
from forms.spec import Format
from portal.domain.intake.document import ReadDocument
from portal.domain.intake.recognise.walk import walk
from portal.domain.intake.recognise.words import plain_words
from portal.domain.sheet_intake.asked import SheetAsked
from portal.domain.sheet_intake.gathered import Read

# From this share of the questions on a file is of an edition; below it other editions are tried.
_MOST, _FEW = 0.6, 0.5
# The title stands above the questions; what stands above every page comes first or last.
_FIRST, _LAST = 15, 8
_LONGEST_TITLE = 1_000

EMPTY = "Er staan geen woorden in dit bestand. Kies een ander bestand."
EMPTY_SHEET = "Dit is een leeg antwoordblad: bij geen enkele vraag is iets ingevuld. Kies het ingevulde bestand."
NO_SHEET = (
    "Wij vinden in dit bestand geen enkele vraag van deze uitvraag. Is dit het goede bestand? Download de vragen als"
    " Word-bestand, vul dat in en kies dat."
)
OTHER_SHEET = (
    "Dit is het antwoordblad van {name} voor “{round}”. U bent bij {own_name}, “{own_round}”. Er is niets overgenomen."
    " Kies het bestand van dit antwoordblad."
)
A_PLAN = (
    "Dit is een plan van aanpak (“{title}”), geen antwoordblad. Er is niets overgenomen. Een plan leest u in bij uw"
    " plan."
)
OTHER_EDITION = (
    "In dit bestand staan de vragen van een andere uitvraag (“{title}”). Er is niets overgenomen. Download de vragen"
    " van deze uitvraag als Word-bestand, vul dat in en kies dat."
)
NO_TITLE = "In het bestand staat niet van welke uitvraag en welke regio het is. Kijk goed of dit uw antwoorden zijn."
FEW = "Wij vonden maar {seen} van de {total} vragen. Is dit het goede bestand?"


def whole_file(asked: SheetAsked, document: ReadDocument, found: Read, *, has_answers: bool) -> tuple[str, list[str]]:
    """Why a file can't be taken in ("" when it can), and what to tell of it."""
    if not any(one.text.strip() for one in document.paragraphs()):
        return EMPTY, []
    is_ours, other = _titles(asked, document)
    if other and not is_ours:
        names = {"own_name": asked.name, "own_round": asked.round_name}
        return OTHER_SHEET.format(round=other[0], name=other[1], **names), []
    share = len(found.seen) / len(asked.format.sections)
    if share < _MOST and not is_ours and (edition := _other_edition(asked.format, document, share)):
        told = A_PLAN if edition in editions(Soort.PLAN) else OTHER_EDITION
        return told.format(title=edition.title), []
    if not found.seen:
        return NO_SHEET, []
    if not has_answers and not found.left:
        return EMPTY_SHEET, []
    return "", list(_told(asked, found, share, is_ours=is_ours))


def _told(asked: SheetAsked, found: Read, share: float, *, is_ours: bool) -> Iterator[str]:
    if not is_ours:
        yield NO_TITLE
    if share < _FEW:
        yield FEW.format(seen=len(found.seen), total=len(asked.format.sections))


def _titles(asked: SheetAsked, document: ReadDocument) -> tuple[bool, tuple[str, str] | None]:
    """Whether the file says that it is this sheet; and which other sheet it says that it is."""
    paragraphs = list(document.paragraphs())
    ends = (*paragraphs[:_FIRST], *paragraphs[-_LAST:])
    lines = [line for one in ends if (line := plain_words(one.text[:_LONGEST_TITLE]))]
    ours = any(_says(line, asked.round_name, asked.name) for line in lines)
    other = next((one for one in asked.others for line in lines if _says(line, *one)), None)
    return ours, other


def _says(line: str, round_name: str, name: str) -> bool:
    """True for a title of a sheet, and for what stands above each of its pages."""
    own, above = plain_words(f"{round_name} {name}"), plain_words(f"{name} {round_name}")
    return line in (own, above) or line.startswith(f"{above} ")


def _other_edition(format_: Format, document: ReadDocument, share: float) -> Format | None:
    others = [one for soort in Soort for one in editions(soort) if one is not format_]
    shares = [(_share(one, document), one) for one in others]
    best, found = max(shares, key=lambda one: one[0], default=(0.0, format_))
    return found if best >= _MOST and best > share else None


def _share(format_: Format, document: ReadDocument) -> float:
    return len({one.section.key for one in walk(format_, document).seen}) / len(format_.sections)
