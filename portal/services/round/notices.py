"""The mails about a round: to whom and when, each once. One mail per person, however many regions it is about.

A last day for one sheet is told once because it is decided once, under a lock. Deciding it again later (the old day
after all) is told again: otherwise the last thing that people heard would not be so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from forms.dutch.dates import still_until
from portal.domain import clock
from portal.domain.mail import is_near
from portal.domain.round.states import BladStatus
from portal.models import Antwoordblad, Uitvraag
from portal.services.mail import outbox
from portal.services.mail.outbox import About, Letter
from portal.services.round.lines import Contact, SheetLine, contacts_of, sheet_lines


def opened(uitvraag: Uitvraag) -> int:
    """Tell the contact persons of all regions that are asked. Returns how many mails are new."""
    lines = [line for line in sheet_lines([uitvraag.id]) if not line.facts.niet_gevraagd]
    return _post(uitvraag, lines, f"uitvraag_open:{uitvraag.id}", "uitvraag_open", uitvraag.naam)


def closed(uitvraag: Uitvraag) -> int:
    """Tell only those whose answer, or whose correction, was not handed in: what now?"""
    lines = _not_handed_in(uitvraag)
    subject = f"{uitvraag.naam} is gesloten"
    return _post(uitvraag, lines, f"uitvraag_gesloten:{_moment(uitvraag)}", "uitvraag_gesloten", subject)


def told_when_closed(uitvraag: Uitvraag) -> list[str]:
    """The names of who gets a mail when the round closes, each once, by name."""
    names = {person: person.naam for person in _by_person(uitvraag, _not_handed_in(uitvraag))}
    return sorted(names.values(), key=str.casefold)


def _not_handed_in(uitvraag: Uitvraag) -> list[SheetLine]:
    return [
        line
        for line in sheet_lines([uitvraag.id])
        if line.facts.status is not BladStatus.INGEDIEND and not line.facts.niet_gevraagd
    ]


def reopened(uitvraag: Uitvraag, reason: str) -> int:
    """Tell all regions that are asked that they can answer, or correct, again."""
    lines = [line for line in sheet_lines([uitvraag.id]) if not line.facts.niet_gevraagd]
    subject = f"{uitvraag.naam} is weer open"
    key = f"uitvraag_heropend:{_moment(uitvraag)}"
    return _post(uitvraag, lines, key, "uitvraag_heropend", subject, reason=reason)


def extended(blad: Antwoordblad) -> int:
    """Tell the contact persons of a sheet that they have more time."""
    subject = f"Uitstel voor {blad.uitvraag.naam}"
    return _post_one(blad, f"uitstel:{blad.id}:{clock.now().isoformat()}", "uitstel", subject)


def sheet_reopened(blad: Antwoordblad, reden: str) -> int:
    """Tell the contact persons of a sheet that they can answer, or correct, although the round is closed."""
    subject = f"U kunt uw antwoorden weer aanpassen: {blad.uitvraag.naam}"
    key = f"blad_heropend:{blad.id}:{clock.now().isoformat()}"
    return _post_one(blad, key, "uitvraag_heropend", subject, template="blad_heropend", reden=reden)


def sheet_sent_back(blad: Antwoordblad, reden: str) -> int:
    """Tell the contact persons of a sheet that their answers came back, why and until when."""
    subject = f"Pas uw antwoorden aan: {blad.uitvraag.naam}"
    key = f"blad_teruggestuurd:{blad.id}:{clock.now().isoformat()}"
    return _post_one(blad, key, "blad_teruggestuurd", subject, reden=reden)


def asked_after_all(blad: Antwoordblad) -> int:
    """Tell the contact persons of a sheet of an open round that their answer is asked after all."""
    return _post_one(blad, f"toch_gevraagd:{blad.id}:{clock.today()}", "uitvraag_open", blad.uitvraag.naam)


def _post(
    uitvraag: Uitvraag, lines: Iterable[SheetLine], key: str, template: str, onderwerp: str, **words: object
) -> int:
    """One mail for each person about all their sheets among these."""
    return outbox.post_many(
        [
            Letter(
                f"{key}:{person.id}",
                template,
                person,
                onderwerp,
                template,
                {"uitvraag": uitvraag, "bladen": own, **words},
                over=_about(uitvraag, own),
                urgent=_is_urgent(own),
            )
            for person, own in _by_person(uitvraag, lines).items()
        ]
    )


def _by_person(uitvraag: Uitvraag, lines: Iterable[SheetLine]) -> dict[Contact, list[SheetLine]]:
    contacts = contacts_of([uitvraag.id])
    by_person: dict[Contact, list[SheetLine]] = {}
    for line in lines:
        for contact in contacts.get(line.blad_id, ()):
            by_person.setdefault(contact, []).append(line)
    return by_person


def _post_one(blad: Antwoordblad, key: str, soort: str, onderwerp: str, *, template: str = "", **words: object) -> int:
    (line,) = (line for line in sheet_lines([blad.uitvraag_id]) if line.blad_id == blad.id)
    context = {"uitvraag": blad.uitvraag, "bladen": [line], **words}
    return outbox.post_many(
        [
            Letter(
                f"{key}:{person.id}",
                soort,
                person,
                onderwerp,
                template or soort,
                context,
                over=_about(blad.uitvraag, [line]),
                urgent=_is_urgent([line]),
            )
            for person in contacts_of([blad.uitvraag_id]).get(blad.id, ())
        ]
    )


def _about(uitvraag: Uitvraag, lines: Sequence[SheetLine]) -> About:
    """The round, the regions, and until when something is asked of them."""
    sheets = (
        f"{one.naam}, {still_until(one.until, clock.today())}" if one.awaits_answer else one.naam for one in lines
    )
    return About(uitvraag.id, f"{uitvraag.naam}: {'; '.join(sheets)}")


def _is_urgent(lines: Sequence[SheetLine]) -> bool:
    return any(one.awaits_answer and is_near(one.until, clock.today()) for one in lines)


def _moment(uitvraag: Uitvraag) -> str:
    """A round can be closed and reopened more than once; each time is told once."""
    return f"{uitvraag.id}:{uitvraag.status_sinds.isoformat()}"
