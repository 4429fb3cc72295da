"""Small worlds by hand: a few regions, plans and texts of which every count is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from exports.national.build import Stamp, TextEdit, build
from exports.national.counting.values import living_values
from exports.national.data import ActieBeeld, Beeld, CodeBeeld, RapportData, RegioBeeld, Ronde, Stand, Uitspraak, Vraag
from exports.national.tree import NationaalRapport, Waarde, Zin
from tests.examples.nation import example_data

PEILMOMENT = datetime(2024, 4, 24, 8, 30, tzinfo=UTC)
VORIGE_RONDE = Ronde(1, "Ronde een", date(2023, 10, 1), date(2023, 12, 31), date(2024, 1, 19))
RONDE = Ronde(2, "Ronde twee", date(2024, 1, 1), date(2024, 3, 31), date(2024, 4, 19))
HULPMIDDEL, CASUISTIEK = CodeBeeld(1, "acties", "Hulpmiddel"), CodeBeeld(2, "acties", "Casuïstiek")
SAMEN, INZET = CodeBeeld(3, "successen", "Samen"), CodeBeeld(4, "successen", "Inzet")
TIJD, DATA = CodeBeeld(5, "lessen", "Tijd"), CodeBeeld(6, "lessen", "Data")
GELD = CodeBeeld(7, "verwachtingen", "Geld")
WONEN, MENSEN = CodeBeeld(10, "redenen", "Woningtekort"), CodeBeeld(11, "redenen", "Arbeidsmarkt")
CODES = (HULPMIDDEL, CASUISTIEK, SAMEN, INZET, TIJD, DATA, GELD, WONEN, MENSEN)
VRAGEN = example_data().vragen
BEANTWOORD, STIL, NIET_GEVRAAGD = Stand.BEANTWOORD, Stand.NIET_BEANTWOORD, Stand.NIET_GEVRAAGD
STEMPEL = Stamp("Concept", 1)


def regio(
    code: str, stand: Stand = BEANTWOORD, *, plan: int | None = 1, structuur: str = "", **keuzes: str
) -> RegioBeeld:
    """A region; `doel="ja"` and `afstemming="nee"` are its closed answers."""
    keys = {"doel": "doel_verwachting", "afstemming": "afstemming_vorm"}
    chosen = {keys.get(key, key): value for key, value in keuzes.items()}
    return RegioBeeld(code, f"Regio {code}", stand, plan_id=plan, projectstructuur=structuur, keuzes=chosen)


def regios(aantal: int, beantwoord: int, niet_gevraagd: int = 0) -> tuple[RegioBeeld, ...]:
    """So many regions with a plan each, of which so many answered, and so many of the others were not asked."""
    standen = [BEANTWOORD] * beantwoord + [NIET_GEVRAAGD] * niet_gevraagd
    standen += [STIL] * (aantal - len(standen))
    return tuple(regio(f"R{number:02}", stand, plan=number) for number, stand in enumerate(standen, 1))


def actie(
    id_: int, *codes: str, status: str = "", stand: Stand = BEANTWOORD, themas: tuple[CodeBeeld, ...] = ()
) -> ActieBeeld:
    """An action of these regions, coded when it has themes."""
    return ActieBeeld(
        id_,
        1,
        codes,
        stand,
        status=status,
        codes=tuple(one.id for one in themas),
        gecodeerd=bool(themas),
        omschrijving="x",
    )


def uitspraak(id_: int, soort: str, *codes: str, themas: tuple[CodeBeeld, ...] | None = None, **more: str) -> Uitspraak:
    """A success, lesson or expectation of these regions; not coded yet without `themas`, none fits with ()."""
    return Uitspraak(
        id_,
        soort,
        codes,
        blad_id=1,
        tekst=more.pop("tekst", f"Tekst {id_}"),
        codes=tuple(one.id for one in themas or ()),
        gecodeerd=themas is not None,
        **more,
    )


def beeld(
    regios: tuple[RegioBeeld, ...],
    acties: tuple[ActieBeeld, ...] = (),
    uitspraken: tuple[Uitspraak, ...] = (),
    ronde: Ronde = RONDE,
) -> Beeld:
    """The picture of one round."""
    per_soort = {
        soort: tuple(one for one in uitspraken if one.soort == soort)
        for soort in ("successen", "lessen", "verwachtingen", "redenen", "eigen")
    }
    return Beeld(ronde, regios, acties, **per_soort)


def vroeger(nu: Beeld) -> Beeld:
    """The same picture as that of the previous round."""
    return replace(nu, ronde=VORIGE_RONDE)


def data(
    nu: Beeld, vorige: Beeld | None = None, codes: tuple[CodeBeeld, ...] = CODES, vragen: tuple[Vraag, ...] = VRAGEN
) -> RapportData:
    """Everything for one report."""
    rondes = (vorige.ronde, nu.ronde) if vorige else (nu.ronde,)
    return RapportData(PEILMOMENT, nu, vorige, rondes, codes, vragen=vragen)


def geteld(nu: Beeld, vorige: Beeld | None = None, **more: object) -> dict[str, Waarde]:
    """The living values of a picture."""
    return living_values(data(nu, vorige, **more))  # type: ignore[arg-type]


def rapport(
    nu: Beeld,
    vorige: Beeld | None = None,
    edits: Mapping[str, TextEdit] | None = None,
    own_texts: Mapping[str, TextEdit] | None = None,
) -> NationaalRapport:
    """The report of a picture."""
    return build(data(nu, vorige), stamp=STEMPEL, edits=edits or {}, own_texts=own_texts or {})


def zinnen(report: NationaalRapport) -> dict[str, Zin]:
    """All sentences of a report by key, headings too."""
    found = {}
    for hoofdstuk in report.all_chapters():
        for blok in (hoofdstuk.kop, *hoofdstuk.blokken):
            if isinstance(blok, Zin):
                assert blok.sleutel not in found, f"{blok.sleutel} staat er twee keer"
                found[blok.sleutel] = blok
    return found


def gezegd(nu: Beeld, vorige: Beeld | None = None) -> dict[str, str]:
    """What the sentences say, by key."""
    return {key: zin.tekst for key, zin in zinnen(rapport(nu, vorige)).items()}
