"""The mails about instemming: to leads and contacts with an account, and to guests who have only an address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from portal.domain.consent.leads import Kant
from portal.domain.consent.links import LinkStand
from portal.domain.roles import Actor
from portal.models import Instemming, InstemmingAntwoord, Leeslink, Plan, User
from portal.services import people
from portal.services.consent import register, tokens
from portal.services.mail import outbox
from portal.services.mail.outbox import About, Letter


@dataclass(frozen=True)
class Gast:
    """Somebody without an account, as a mail needs him or her."""

    naam: str
    email: str
    id: None = None


def guest(link: Leeslink) -> Gast:
    """To whom a link was made."""
    return Gast(link.naam, link.email)


def link_made(plan: Plan, link: Leeslink, token: str, *, bericht: str, last_day: date, van: str) -> None:
    """Mail a link to the one address it was made for."""
    what = (
        "Wilt u instemmen met het plan van aanpak" if link.instemming_id else "Wilt u meelezen met het plan van aanpak"
    )
    outbox.post(
        f"leeslink:{link.id}",
        "leeslink",
        guest(link),
        f"{what} van {plan.naam}?",
        "leeslink",
        plan=plan,
        link=link,
        token=token,
        bericht=bericht,
        tot=last_day,
        van=van,
    )


def code_made(link: Leeslink, code_id: int, code: str) -> None:
    """Mail a one-time code to the address of a link."""
    subject = f"Uw code voor het plan van aanpak van {link.plan.naam}"
    outbox.post(
        f"leeslink_code:{code_id}", "leeslink_code", guest(link), subject, "leeslink_code", plan=link.plan, code=code
    )


def remark_answered(link: Leeslink, reactie_id: int, *, niet_voor: datetime) -> None:
    """Tell who remarked by a link that there is a reaction. Without a token: the link of the earlier mail goes on."""
    subject = f"Een reactie op uw opmerking bij het plan van aanpak van {link.plan.naam}"
    key = f"leeslink_reactie:{link.id}:{reactie_id}"
    outbox.post(key, "leeslink_reactie", guest(link), subject, "leeslink_reactie", niet_voor=niet_voor, plan=link.plan)


def side_asked(plan: Plan, row: Instemming, kant: Kant, *, van: str) -> None:
    """Ask the contact persons of a side to agree."""
    moment = row.gevraagd_op.isoformat() if row.gevraagd_op else ""
    key, over = f"instemming_gevraagd:{row.id}:{moment}", About(row.id, f"{plan.naam}, namens {kant.label}")
    subject = f"Stemt u in met het plan van aanpak van {plan.naam}?"
    _tell(_of_side(plan, kant), "instemming_gevraagd", key, subject, over, plan=plan, kant=kant, van=van)


def answered(plan: Plan, row: Instemming, answer: InstemmingAntwoord, *, actor: Actor | None) -> None:
    """Tell the other contact persons what a party answered."""
    told = [one for one in _contacts(plan) if actor is None or one.id != actor.user_id]
    over = About(row.id, f"{plan.naam}: {row.naam} ({answer.stand.label.lower()})")
    subject = f"{row.naam}: {answer.stand.label.lower()} (plan van aanpak van {plan.naam})"
    key = f"instemming_ontvangen:{answer.id}"
    _tell(told, "instemming_ontvangen", key, subject, over, plan=plan, row=row, answer=answer)


def changed(plan: Plan, mark: str) -> None:
    """Tell who agreed to another text than this one, which is handed in now, that the plan changed: once per text."""
    for row in register.of_plan(plan):
        for said in _last_of_each(row):
            if said.stand.agrees and said.tekst.checksum != mark:
                _tell_changed(plan, row, said, mark)


def _last_of_each(row: Instemming) -> Iterable[InstemmingAntwoord]:
    """What every person who spoke for a party said last."""
    return {(one.account_id, one.account_id is None): one for one in row.antwoorden}.values()


def _tell_changed(plan: Plan, row: Instemming, said: InstemmingAntwoord, mark: str) -> None:
    if said.account is not None:
        _tell_account(plan, row, said.account, mark)
    else:
        _tell_guest(plan, row, said, mark)


def _tell_account(plan: Plan, row: Instemming, account: User, mark: str) -> None:
    key, over = f"instemming_gewijzigd:{row.id}:{mark[:20]}", About(row.id, f"{plan.naam}, namens {row.naam}")
    whose = f"de instemming van {row.titel}" if row.soort.decides_in_a_meeting else "uw instemming"
    subject = f"Gewijzigd na {whose}: {plan.naam}"
    _tell([account], "instemming_gewijzigd", key, subject, over, plan=plan, row=row)


def _tell_guest(plan: Plan, row: Instemming, said: InstemmingAntwoord, mark: str) -> None:
    """To who answered, also when somebody else has a newer link.

    When the link still works, it gets a new token for this mail: the one in the earlier mail works no more.
    """
    link = next(one for one in row.links if one.id == said.leeslink_id)
    key = f"leeslink_gewijzigd:{row.id}:{mark[:20]}"
    # Looked up first: a mail that was made already holds the token of now.
    if outbox.has(key):
        return
    token = tokens.renew(link) if link.stand is LinkStand.WERKT else ""
    outbox.post(
        key,
        "leeslink_gewijzigd",
        guest(link),
        f"Gewijzigd na uw instemming: plan van aanpak van {plan.naam}",
        "leeslink_gewijzigd",
        plan=plan,
        row=row,
        said=said,
        token=token,
    )


def _of_side(plan: Plan, kant: Kant) -> list[User]:
    found = people.contacts_of_plan(plan)
    return [one.account for one in found if (one.regio_id, one.namens) == (kant.regio_id, kant.namens)]


def _contacts(plan: Plan) -> Iterable[User]:
    """Each contact person once, also of a joint plan."""
    return {one.account_id: one.account for one in people.contacts_of_plan(plan)}.values()


def _tell(who: Iterable[User], soort: str, key: str, subject: str, over: About, **context: object) -> None:
    outbox.post_many([Letter(f"{key}:{one.id}", soort, one, subject, soort, context, over=over) for one in who])
