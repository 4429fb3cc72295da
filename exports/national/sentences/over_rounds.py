"""The portal's own sentences of the chapter over rounds."""

from __future__ import annotations

from exports.national.counting.over_rounds import (
    AFGEROND_NU,
    AFGEROND_TOEN,
    BEIDE,
    DOEL_NU,
    DOEL_TOEN,
    EERSTE,
    ONGELEZEN,
    UITVRAGEN,
)
from exports.national.sentences.kinds import Make, declare, fixed
from exports.national.sentences.phrases import FEW_REGIONS, Numbers
from forms.dutch.words import one_or_many


def _who(w: Numbers) -> str:
    return "De enige regio die" if w.n(BEIDE) == 1 else "De {" + BEIDE + "} regio’s die"


def _both(w: Numbers) -> str | None:
    """What changed from the first round to the last, over the regions that answered both."""
    if not w.n(BEIDE):
        return None
    delen = []
    if w.has(DOEL_TOEN, DOEL_NU):
        toen = f"{{{DOEL_TOEN}}} van hen {one_or_many(w.n(DOEL_TOEN), 'verwachtte', 'verwachtten')}"
        delen.append(f"In “{{{EERSTE}}}” {toen} de doelstelling helemaal te halen, in “{{ronde}}” {{{DOEL_NU}}}.")
    if w.has(AFGEROND_TOEN, AFGEROND_NU):
        waren = one_or_many(w.n(AFGEROND_TOEN), "was", "waren")
        delen.append(f"Van hun acties {waren} er toen {{{AFGEROND_TOEN}}} afgerond en nu {{{AFGEROND_NU}}}.")
    if not delen:
        return None
    weinig = " Dat zijn weinig regio’s: vergelijk met zorg." if w.n(BEIDE) < FEW_REGIONS else ""
    antwoordde = one_or_many(w.n(BEIDE), "antwoordde", "antwoordden")
    begin = f"{_who(w)} beide keren {antwoordde}, vergelijken wij met zichzelf.{weinig}"
    return f"{begin} {' '.join(delen)}"


VERLOOP = declare(
    "verloop",
    kop=lambda w: f"Deze rapportage gaat over de uitvragen {{{UITVRAGEN}}}",
    uitleg=fixed(
        "De cijfers in de andere hoofdstukken zijn van de laatste uitvraag, “{ronde}”. Redenen, successen, lessen en "
        "verwachtingen komen uit al deze uitvragen; bij een tekst staat uit welke. Een tekst die een regio herhaalde, "
        "telt daar één keer. In de tabellen hieronder telt elke uitvraag voor zich. Niet elke keer antwoordden "
        "dezelfde regio’s."
    ),
    beide=_both,
    ongelezen=lambda w: (
        f"{{{ONGELEZEN}}} teksten zijn nog niet ingedeeld. Zij tellen bij geen thema mee."
        if w.n(ONGELEZEN) > 1
        else None
    ),
)


def from_rounds(wat: str) -> Make:
    """Of which rounds the texts in a chapter are; nothing in a report of one round."""
    return lambda w: f"{wat} in dit hoofdstuk zijn van de uitvragen {{{UITVRAGEN}}}." if w.has(UITVRAGEN) else None


def was(w: Numbers) -> str | None:
    """How to read an answer with the one before it; nothing in a report of one round."""
    if not w.has(UITVRAGEN):
        return None
    return (
        "Bij “Overleg” en “Doel halen” staat het laatste antwoord, en achter “was” dat van de keer ervoor als het "
        "anders was. Antwoordde een regio op de laatste uitvraag niet, dan staat tussen haakjes bij welke uitvraag zij "
        "dit zei."
    )
