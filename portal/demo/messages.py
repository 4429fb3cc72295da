"""What the coördinator of the demo wrote on the second page of a report, and of its themes, with quotes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from functools import cache

from exports.national.messages.drafts import Draft
from exports.national.messages.quotes import Quotable
from portal.demo.paragraphs import TEXTS
from portal.demo.people import Cast
from portal.domain.report.messages import Uitkomst
from portal.domain.roles import Actor
from portal.models import Rapport
from portal.services.report import messages, quotes, reports, requests
from portal.services.report.messages import MessageTexts

# How long a quote may be, and how many stand with a theme.
SHORTEST, LONGEST, QUOTES = 40, 230, 2
# What is asked, of whom, and how many weeks after the round closed.
ASKED = {
    "doel": ("Vertel wat u hiervoor nodig heeft, en van wie.", "alle regio’s", 14),
    "acties": ("Geef wonen voor deze groep een plek in de woondeals.", "VNG en VWS", 10),
    "verwachtingen_twee_rondes": ("Antwoord op elke verwachting: wat kan, wat niet, en wanneer.", "", 6),
    "doelen_samen": ("Noem uw aandeel in het landelijke doel, of zeg waarom dat niet kan.", "regio’s zonder getal", 14),
    "lessen": ("Deel op de kennisbijeenkomst wat u hiervan leerde.", "de kerngroep en regio’s", 8),
}


def write_messages(rapport: Rapport, cast: Cast) -> None:
    """Choose, write and order the messages of a report, and say something of every theme."""
    actor = cast.coordinator.actor
    waarden = reports.values_of(rapport)
    for draft in messages.of_report(rapport, waarden).voorstellen:
        if draft.sleutel in ASKED:
            _save(rapport, draft.sleutel, _asked(rapport, draft), actor)
        else:
            messages.put_aside(rapport, draft.sleutel, actor=actor)
    for sleutel, code in messages.themes_of(rapport).items():
        said = _themes().get(code.soort, {}).get(code.naam)
        if said and sleutel in waarden and waarden[sleutel].aantal:
            _save(rapport, sleutel, _filled(said, sleutel), actor)
            _quote(rapport, sleutel, actor)
    untouched = messages.themes_to_touch(rapport, waarden)
    messages.put_themes_aside(rapport, [one.sleutel for one in untouched], actor=actor)


def _asked(rapport: Rapport, draft: Draft) -> MessageTexts:
    wat_nu, aan, weken = ASKED[draft.sleutel]
    typed = messages.from_draft(draft, reports.values_of(rapport))
    return replace(typed, wat_nu=wat_nu, aan=aan or typed.aan, datum=rapport.uitvraag.deadline + timedelta(weeks=weken))


_PARTS = ("bevinding", "waarom", "wat_nu")


@cache
def _themes() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads((TEXTS / "themas.toml").read_text(encoding="utf-8"))


def _filled(said: dict[str, str], sleutel: str) -> MessageTexts:
    """The texts with the tokens of this theme."""
    regios = f"{sleutel}_regios"
    texts = [said[one].replace("{n}", f"{{{sleutel}}}").replace("{r}", f"{{{regios}}}") for one in _PARTS]
    return MessageTexts(texts[0], texts[1], texts[2])


def _save(rapport: Rapport, sleutel: str, typed: MessageTexts, actor: Actor) -> None:
    messages.save(rapport, sleutel, typed, base_revision=0, seen_revision=rapport.revision, actor=actor)


def _quote(rapport: Rapport, sleutel: str, actor: Actor) -> None:
    """Two texts that say something, of different regions and in different words."""
    picked = list(_telling(quotes.quotable(rapport, sleutel)))[:QUOTES]
    ids = [one.id for one in picked]
    quotes.choose(rapport, sleutel, ids, ids, seen="", actor=actor)


def _telling(texts: Iterable[Quotable]) -> Iterable[Quotable]:
    seen: set[str] = set()
    fitting = [one for one in texts if SHORTEST <= len(one.tekst) <= LONGEST and "cliënten is samen" not in one.tekst]
    for one in sorted(fitting, key=lambda one: (not one.mag_met_naam, -len(one.tekst))):
        words = re.sub(r"\d+", "", one.tekst)[:30]
        if not seen.intersection({words, *one.regios}):
            seen |= {words, *one.regios}
            yield one


OUTCOMES = (
    (Uitkomst.GEBEURD, "De meeste regio’s vertelden het in deze ronde. Hun antwoorden staan in dit rapport."),
    (Uitkomst.DEELS, "De VNG besprak het met haar commissie. Een afspraak in de woondeals is er nog niet."),
    (Uitkomst.NIET, "Daar was nog geen tijd voor. Het verzoek blijft staan."),
)


def tell_outcomes(rapport: Rapport, cast: Cast) -> None:
    """What came of what this report asked: the first happened, the second in part, the third did not."""
    for one, (uitkomst, toelichting) in zip(requests.of_report(rapport), OUTCOMES, strict=False):
        requests.tell(
            rapport,
            one.sleutel,
            uitkomst=uitkomst,
            toelichting=toelichting,
            seen=one.gezien,
            actor=cast.coordinator.actor,
        )
