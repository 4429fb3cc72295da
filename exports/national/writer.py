"""Writes the sentences, cells and own texts of one report, with what the coördinator edited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from exports.national import sentences
from exports.national.choices import keuzes_van
from exports.national.counting import NIET_GECODEERD, ZONDER_THEMA, Teller, visible_codes
from exports.national.data import Code, RapportData
from exports.national.living import delen
from exports.national.phrases import Woorden
from exports.national.sentence_kinds import Maak
from exports.national.tree import VORIGE, Cel, Deel, EigenTekst, Tabel, Verandering, Waarde, Zin


@dataclass(frozen=True)
class Bewerking:
    """What the coördinator made of a sentence, or an own text of a chapter.

    `gezien`: the printed values when it was last edited or confirmed (`sentences.te_onthouden`). An empty text leaves
    the sentence out.
    """

    tekst: str
    revision: int
    gezien: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Schrijver:
    """What every chapter is written with."""

    data: RapportData
    waarden: Mapping[str, Waarde]
    bewerkingen: Mapping[str, Bewerking]
    eigen_teksten: Mapping[str, Bewerking]
    teller: Teller

    @classmethod
    def of(
        cls,
        data: RapportData,
        waarden: Mapping[str, Waarde],
        bewerkingen: Mapping[str, Bewerking],
        eigen_teksten: Mapping[str, Bewerking],
    ) -> Schrijver:
        """A writer for this data."""
        teller = Teller.of(data.beeld, visible_codes(data.codes, data.beeld), keuzes_van(data))
        return cls(data, waarden, bewerkingen, eigen_teksten, teller)

    def heeft(self, key: str) -> bool:
        """True when this was asked."""
        return key in self.waarden

    def n(self, key: str) -> int:
        """A number; 0 when it was not asked."""
        waarde = self.waarden.get(key)
        return (waarde.aantal or 0) if waarde else 0

    def zinnen(self, hoofdstuk: str) -> tuple[Zin, ...]:
        """The sentences of a chapter that have something to say."""
        return tuple(zin for one in sentences.of_chapter(hoofdstuk) for zin in self.maak(one.sleutel, one.maak))

    def kop(self, hoofdstuk: str, naam: str) -> Zin:
        """The heading of a chapter. It can't be left out: an emptied one is the short name."""
        one = sentences.heading(hoofdstuk)
        return self.kop_van(one.sleutel, one.maak(Woorden(self.waarden)) or naam, naam)

    def kop_van(self, sleutel: str, sjabloon: str, naam: str) -> Zin:
        """A heading with this text, unless a person wrote another."""
        bewerking = self.bewerkingen.get(sleutel)
        if bewerking is None or bewerking.tekst.strip():
            return self._zin(sleutel, sjabloon)
        return Zin(sleutel, "", (Deel(naam),), bewerkt=True, revision=bewerking.revision)

    def stand(self, token: str, maak: Maak) -> tuple[Zin, ...]:
        """The sentence about one theme or one party, whose number has this token."""
        over = (token, *(f"{token}_{part}" for part in ("regios", "beantwoord", "open")))
        known = tuple(one for one in over if one in self.waarden)
        return tuple(replace(zin, over=known) for zin in self.maak(f"{token}_stand", maak))

    def maak(self, sleutel: str, maak: Maak) -> tuple[Zin, ...]:
        """A sentence as (), or as the one that is printed: the portal's own, or as it was edited.

        An edited sentence stays, also when the portal has nothing to say any more: a person has to look at it.
        """
        own = maak(Woorden(self.waarden))
        if own is None and sleutel not in self.bewerkingen:
            return ()
        return (self._zin(sleutel, own or ""),)

    def eigen(self, hoofdstuk: str) -> EigenTekst:
        """The own text at the end of a chapter; empty when there is none."""
        bewerking = self.eigen_teksten.get(hoofdstuk)
        return (
            EigenTekst(hoofdstuk, bewerking.tekst.strip(), bewerking.revision)
            if bewerking
            else EigenTekst(hoofdstuk, "")
        )

    def cel(self, key: str) -> Cel:
        """The cell of a living number; a dash when it does not exist."""
        waarde = self.waarden.get(key)
        return Cel(waarde.aantal, key) if waarde and waarde.aantal is not None else Cel(None)

    def toen(self, key: str) -> Cel:
        """The cell of that number in the previous round."""
        return self.cel(f"{key}{VORIGE}")

    def tabel(
        self, sleutel: str, titel: str, koppen: Sequence[str], rijen: Iterable[tuple[str, str]], *, totaal: bool = True
    ) -> Tabel:
        """A table of words with their number, and the previous round beside it when there is one.

        `rijen` are label and token; with `totaal` the last one adds up.
        """
        rows = tuple(rijen)
        then = any(self.toen(key).waarde is not None for _, key in rows)
        return Tabel(
            sleutel,
            titel,
            (*koppen, *(("Vorige ronde",) if then else ())),
            tuple((Cel(label), self.cel(key), *((self.toen(key),) if then else ())) for label, key in rows),
            (6, 2, 2) if then else (6, 2),
            totaalrij=totaal,
        )

    def themas(self, soort: str, prefix: str = "") -> tuple[tuple[str, str, Code | None], ...]:
        """The themes that texts have: label, token of the number of texts, code. What is not coded comes last."""
        start = prefix or soort
        parts = (
            *((code.naam, f"{start}_thema_{code.id}", code) for code in self.teller.thema_codes(soort)),
            ("Geen thema past", f"{start}_{ZONDER_THEMA}", None),
            ("Nog niet ingedeeld", f"{start}_{NIET_GECODEERD}", None),
        )
        return tuple(part for part in parts if self.n(part[1]))

    def _zin(self, sleutel: str, eigen: str) -> Zin:
        bewerking = self.bewerkingen.get(sleutel)
        if bewerking is None:
            printed, gone = delen(eigen, self.waarden)
            return Zin(sleutel, eigen, printed, vervallen=gone)
        if not bewerking.tekst.strip():
            printed, _ = delen(eigen, self.waarden)
            return Zin(sleutel, eigen, printed, bewerkt=True, weggelaten=True, revision=bewerking.revision)
        printed, gone = delen(bewerking.tekst, self.waarden)
        return Zin(
            sleutel,
            bewerking.tekst,
            printed,
            bewerkt=True,
            revision=bewerking.revision,
            vlaggen=self._vlaggen(bewerking),
            vervallen=gone,
        )

    def _vlaggen(self, bewerking: Bewerking) -> tuple[Verandering, ...]:
        """What a person saw in the sentence and reads otherwise now; or can't be read any more."""
        now = {key: self.waarden[key].tekst if key in self.waarden else "" for key in bewerking.gezien}
        return tuple(Verandering(key, was, now[key]) for key, was in bewerking.gezien.items() if was != now[key])
