"""Looking at a file that somebody chose: read it, keep its figures as a concept, and say what there is to say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from sqlalchemy import func, select

from forms.dutch.dates import day_short
from portal.domain import clock
from portal.domain.instroom.checks import that_do_not_add_up
from portal.domain.instroom.figures import CijferRegel, Plek, Waarneming
from portal.domain.instroom.imports import BestandSoort, ImportStatus, Melding
from portal.domain.instroom.in_time import that_differ_in_time
from portal.domain.instroom.periods import Periode
from portal.domain.instroom.reading.gemeenten import GemeenteInRegio, Gemeentelijst
from portal.domain.instroom.reading.read import read
from portal.domain.instroom.reading.told import Leesverslag, OnleesbaarBestand
from portal.domain.instroom.reading.wishes import LeesWens
from portal.domain.roles import Actor
from portal.extensions import db
from portal.locking import lock_row
from portal.models import Gemeente, InstroomBron, InstroomCijfer, InstroomImport, InstroomMelding, Regio
from portal.services.instroom import cube, jumps, staging, taking
from portal.services.instroom.taking import InstroomProblem

# A file with figures of more years is a whole series.
_MOST_YEARS = 2


class FoutenInBestand(InstroomProblem):
    """A file with faults, of which nothing was kept: they stand in `verslag`."""

    def __init__(self, verslag: Leesverslag) -> None:
        super().__init__("In dit bestand staan fouten. Er is niets ingelezen.")
        self.verslag = verslag


@dataclass(frozen=True)
class Aangeboden:
    """A file as it was chosen, and what the person said beside it."""

    naam: str
    soort: BestandSoort
    inhoud: bytes
    periode: Periode | None = None
    indicator: str = ""
    peildatum: date | None = None
    toelichting: str = ""


class GelezenRegels(Iterable[CijferRegel]):
    """The figures of a file that was read whole, by the hundred thousand: what it is of and what it says side by side.

    Where each stood in the file is told while reading, and not kept.
    """

    def __init__(self, regels: Iterable[CijferRegel]) -> None:
        self._plekken: list[Plek] = []
        self._waarnemingen: list[Waarneming] = []
        for plek, waarneming, _ in regels:
            self._plekken.append(plek)
            self._waarnemingen.append(waarneming)

    def __len__(self) -> int:
        return len(self._plekken)

    def __iter__(self) -> Iterator[CijferRegel]:
        return map(CijferRegel, self._plekken, self._waarnemingen)


def look_at(bron: InstroomBron, file: Aangeboden, *, actor: Actor) -> InstroomImport:
    """Keep the figures of a file as a concept. Raises FoutenInBestand when anything is wrong with it.

    It is read before anybody else has to wait; the same file that waits already (a double click) is that one.
    """
    verslag = Leesverslag()
    regels = _read(file, verslag)
    kept = staging.Bestand(file.naam, file.soort, _mark(file), file.peildatum, file.toelichting.strip())
    lock_row(InstroomBron, bron.id)
    if waiting := _waiting(bron, kept):
        return waiting
    concept = staging.stage(bron, kept, regels, actor=actor)
    # A table rounded to fives never adds up.
    odd = [] if file.soort is BestandSoort.CIZ_GEMEENTEN else _odd(bron, regels)
    _note(concept, [*verslag.meldingen, *_seen_before(concept), *odd, *jumps.found_in(concept, names())])
    return concept


def _odd(bron: InstroomBron, regels: GelezenRegels) -> list[Melding]:
    """What does not add up. A file of a year or two is looked at beside what counts already; a whole series is not."""
    found = that_do_not_add_up(regels, names())
    years = {(plek.indicator, plek.periode[:4]) for plek, _, _ in regels}
    if len(years) > _MOST_YEARS:
        return found
    known: dict[Plek, Waarneming] = {}
    for indicator, jaar in sorted(years):
        known |= cube.figures_of(bron.id, indicator, jaar)
    return [*found, *that_differ_in_time({plek: one for plek, one, _ in regels}, known, names())]


def _read(file: Aangeboden, verslag: Leesverslag) -> GelezenRegels:
    wens, regels = LeesWens(clock.today(), file.periode, file.indicator), GelezenRegels(())
    try:
        regels = GelezenRegels(read(file.soort, file.inhoud, wens, gemeenten(), verslag))
    except OnleesbaarBestand as problem:
        verslag.fout("", str(problem))
    if not regels and not verslag.aantal_fouten:
        verslag.fout("", "Er staan geen cijfers in dit bestand.")
    if verslag.aantal_fouten:
        raise FoutenInBestand(verslag)
    return regels


def _mark(file: Aangeboden) -> str:
    """What tells a file from another one, together with what was said of it."""
    said = f"{file.periode.code if file.periode else ''} {file.indicator} "
    return sha256(said.encode() + file.inhoud).hexdigest()


def _waiting(bron: InstroomBron, kept: staging.Bestand) -> InstroomImport | None:
    """The very same file, said the same of, that waits already."""
    return db.session.scalar(
        select(InstroomImport)
        .where(
            InstroomImport.bron_id == bron.id,
            InstroomImport.status == ImportStatus.CONCEPT,
            InstroomImport.soort == kept.soort,
            InstroomImport.sha256 == kept.sha256,
            InstroomImport.bestandsnaam == kept.naam,
            InstroomImport.toelichting == kept.toelichting,
            InstroomImport.peildatum.is_not_distinct_from(kept.peildatum),
        )
        .limit(1)
    )


def _note(concept: InstroomImport, meldingen: list[Melding]) -> None:
    first = db.session.scalar(
        select(func.count()).select_from(InstroomMelding).where(InstroomMelding.import_id == concept.id)
    )
    db.session.add_all(
        InstroomMelding(
            import_id=concept.id,
            nummer=number,
            waar=one.waar[:200],
            tekst=one.tekst,
            vraagt_antwoord=one.vraagt_antwoord,
        )
        for number, one in enumerate(meldingen, start=(first or 0) + 1)
    )
    db.session.flush()
    db.session.expire(concept, ["meldingen"])


def _seen_before(concept: InstroomImport) -> list[Melding]:
    """The very same file, taken in before."""
    earlier = db.session.scalar(
        select(InstroomImport)
        .where(
            InstroomImport.bron_id == concept.bron_id,
            InstroomImport.sha256 == concept.sha256,
            InstroomImport.status == ImportStatus.INGELEZEN,
        )
        .order_by(InstroomImport.id.desc())
        .limit(1)
    )
    if earlier is None or earlier.ingelezen_op is None:
        return []
    return [Melding(f"Precies dit bestand is al ingelezen op {day_short(earlier.ingelezen_op.date())}.")]


def gemeenten() -> Gemeentelijst:
    """The gemeenten with their regions, as the beheerder keeps them."""
    rows = db.session.execute(select(Gemeente.code, Gemeente.naam, Regio.code).join(Regio))
    return Gemeentelijst((GemeenteInRegio(*row) for row in rows), names())


def names() -> dict[str, str]:
    """The names of all regions by their codes, in the order of the alphabet."""
    found = db.session.execute(select(Regio.code, Regio.naam).order_by(Regio.naam)).all()
    return {code: naam for code, naam in found}  # noqa: C416 - a row is no pair for dict


def correct(
    bron: InstroomBron, plek: Plek, waarneming: Waarneming, *, reden: str, peildatum: date | None, actor: Actor
) -> InstroomImport:
    """Let one figure of a source say something else, with the reason. It is a file of one figure, and counts at once.

    Raises InstroomProblem when it says the same as what counts.
    """
    kept = staging.Bestand("met de hand", BestandSoort.CORRECTIE, peildatum=peildatum, toelichting=reden)
    concept = staging.stage(bron, kept, [CijferRegel(plek, waarneming)], actor=actor)
    taking.take_in(concept, actor=actor)
    return concept


def figures_in(found: InstroomImport) -> int:
    """How many figures a file has."""
    return (
        db.session.scalar(select(func.count()).select_from(InstroomCijfer).where(InstroomCijfer.import_id == found.id))
        or 0
    )
