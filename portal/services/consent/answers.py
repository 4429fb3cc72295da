"""What a party answers: a lead who signed in, who has a link and a code, a college or raad as a contact tells it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from portal.domain import clock
from portal.domain.consent.leads import Kant, own_sides
from portal.domain.consent.links import LinkStand
from portal.domain.consent.states import InstemmingSoort, InstemmingStand
from portal.domain.plan.events import EventSoort
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Instemming, InstemmingAntwoord, InstemmingTekst, Leeslink, Plan
from portal.services.consent import links, notices, register, texts
from portal.services.filling.freezing import Content, checksum
from portal.services.plan import events, pen

CHANGED = "Het plan is gewijzigd terwijl u dit invulde. Lees wat er nu staat en geef dan uw antwoord."


@dataclass(frozen=True)
class GegevenAntwoord:
    """What somebody answers. `gezien`: the checksum of the text that stood on the page."""

    stand: InstemmingStand
    gezien: str
    persoon: str
    functie: str = ""
    voorbehoud_tot: date | None = None
    besluit_op: date | None = None
    toelichting: str = ""


def say_for_side(plan: Plan, kant_key: str, said: GegevenAntwoord, *, actor: Actor) -> InstemmingAntwoord:
    """A lead answers for a side that he or she speaks for.

    Raises PlanProblem when the plan changed meanwhile, or the side is not the own one.
    """
    pen.lock_plan(plan)
    mine = own_sides(actor, register.sides(plan))
    kant = next((one for one in mine if one.key == kant_key), None)
    if kant is None:
        raise pen.PlanProblem("U bent geen contactpersoon van deze kant. Kies opnieuw.")
    return _say(plan, register.of_side(plan, kant), said, actor=actor, copy=_as_seen(plan, said.gezien))


def agree_by_handing_in(plan: Plan, kanten: tuple[Kant, ...], copy: Content, *, actor: Actor) -> None:
    """Who hands in agrees for these sides, unless the newest answer of a side says so of this very text already."""
    for kant in kanten:
        row = register.of_side(plan, kant)
        if not _agreed_to(row, copy):
            _add(row, _by_handing_in(row, actor), actor=actor, tekst=texts.keep(plan, copy))


def _by_handing_in(row: Instemming, actor: Actor) -> GegevenAntwoord:
    """A reservation of which the day is still to come goes along: the achterban was not consulted by this press."""
    day = row.reserved_until
    stand = InstemmingStand.VOORBEHOUD if day else InstemmingStand.INGESTEMD
    return GegevenAntwoord(stand, "", actor.naam, voorbehoud_tot=day)


def _agreed_to(row: Instemming, copy: Content) -> bool:
    said = row.antwoord
    return said is not None and said.stand.agrees and said.tekst.checksum == checksum(copy)


def write_down(
    plan: Plan, soort: InstemmingSoort, naam: str, said: GegevenAntwoord, *, besluit_op: date, actor: Actor
) -> InstemmingAntwoord:
    """A contact writes down what a college or raad decided, and on which day.

    Raises PlanProblem when the plan changed meanwhile. Raises ValueError for a party that speaks for itself.
    """
    if not soort.decides_in_a_meeting:
        raise ValueError(f"{soort} speaks for itself")
    pen.lock_plan(plan)
    copy = _as_seen(plan, said.gezien)
    said = replace(said, besluit_op=besluit_op)
    row = register.of_meeting(plan, soort, naam)
    again = row.antwoord
    if again and _same(again, said) and again.tekst.checksum == checksum(copy):
        return again
    answer = _add(row, said, actor=actor, tekst=texts.keep(plan, copy))
    words = {"naam": naam, "akkoord": said.stand.label.lower()}
    events.record(plan, EventSoort.INSTEMMING_OPGESCHREVEN, actor, notitie=said.toelichting, **words)
    return answer


def say_by_link(link: Leeslink, said: GegevenAntwoord) -> InstemmingAntwoord:
    """Somebody who has a link, and typed a code that was mailed to its address, answers for its party.

    Raises PlanProblem when the plan changed or the link was withdrawn meanwhile, and ValueError for a link that asks
    nothing.
    """
    if link.instemming is None:
        raise ValueError("this link is for reading only")
    links.lock(link)
    links.require_own(link.plan)
    if link.stand is not LinkStand.WERKT:
        raise pen.PlanProblem("Deze link werkt niet meer. Vraag uw contactpersoon in de regio om een nieuwe.")
    return _say(link.plan, link.instemming, said, link=link, copy=_as_seen(link.plan, said.gezien))


def was_said(link: Leeslink, said: GegevenAntwoord) -> bool:
    """True when this very answer came by this link already: somebody pressed twice, or went back."""
    before = link.instemming.antwoord if link.instemming else None
    return before is not None and before.leeslink_id == link.id and _same(before, said)


def _as_seen(plan: Plan, gezien: str) -> Content:
    copy, mark = texts.now(plan)
    if mark != gezien:
        raise pen.PlanProblem(CHANGED)
    return copy


def _say(
    plan: Plan,
    row: Instemming,
    said: GegevenAntwoord,
    *,
    copy: Content,
    actor: Actor | None = None,
    link: Leeslink | None = None,
) -> InstemmingAntwoord:
    again = row.antwoord
    # Who was asked again and says the same as before, has answered again.
    if again and not row.asked_again and _same(again, said) and again.tekst.checksum == said.gezien:
        return again
    answer = _add(row, said, actor=actor, link=link, tekst=texts.keep(plan, copy))
    words = {"naam": row.naam, "aan": said.persoon, "akkoord": said.stand.label.lower()}
    soort = EventSoort.INSTEMMING_GEGEVEN if actor else EventSoort.INSTEMMING_ONTVANGEN
    events.record(plan, soort, actor, notitie=said.toelichting, **words)
    notices.answered(plan, row, answer, actor=actor)
    return answer


def _same(before: InstemmingAntwoord, said: GegevenAntwoord) -> bool:
    names = ("stand", "persoon", "functie", "voorbehoud_tot", "besluit_op", "toelichting")
    return all(getattr(before, name) == getattr(said, name) for name in names)


def _add(
    row: Instemming,
    said: GegevenAntwoord,
    *,
    tekst: InstemmingTekst,
    actor: Actor | None = None,
    link: Leeslink | None = None,
) -> InstemmingAntwoord:
    answer = InstemmingAntwoord(
        stand=said.stand,
        tekst_id=tekst.id,
        persoon=said.persoon,
        functie=said.functie,
        account_id=actor.user_id if actor else None,
        leeslink_id=link.id if link else None,
        voorbehoud_tot=said.voorbehoud_tot,
        besluit_op=said.besluit_op,
        toelichting=said.toelichting,
        op=clock.now(),
    )
    row.antwoorden.append(answer)
    db.session.flush()
    return answer
