"""How far a mail is, and addresses of groups."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from portal.domain.mail import NO_SERVER, MailFacts, MailStatus, mail_status, soort_label, try_again_after
from portal.domain.people.shared_address import looks_shared

NOW = datetime(2024, 1, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        (MailFacts(), MailStatus.WACHTEND),
        (MailFacts(verzonden_op=NOW), MailStatus.VERZONDEN),
        (MailFacts(mislukt_op=NOW), MailStatus.MISLUKT),
        (MailFacts(mislukt_op=NOW, fout=NO_SERVER), MailStatus.BEWAARD),
        (MailFacts(geclaimd_op=NOW - timedelta(minutes=9)), MailStatus.BEZIG),
        (MailFacts(geclaimd_op=NOW - timedelta(minutes=10)), MailStatus.ONZEKER),
    ],
)
def test_the_status_follows_from_what_happened(facts: MailFacts, status: MailStatus) -> None:
    assert mail_status(facts, NOW) is status


def test_the_sender_waits_longer_every_time_and_then_gives_up() -> None:
    waits = [try_again_after(attempts) for attempts in range(1, 8)]
    assert waits == sorted(wait for wait in waits if wait)
    assert (waits[0], waits[-1]) == (timedelta(minutes=2), timedelta(hours=24))
    assert try_again_after(8) is None


def test_what_a_mail_is_about_has_words_also_when_it_is_of_another_time() -> None:
    assert soort_label("blad_ingediend") == "Antwoorden ingediend"
    assert soort_label("plan_verplaatst_naar") == "Plan verplaatst naar"


def test_every_status_has_its_own_name() -> None:
    assert [status.label for status in MailStatus] == [
        "Wachtend",
        "Bezig",
        "Verzonden",
        "Mislukt",
        "Onzeker",
        "Niet verzonden",
    ]


@pytest.mark.parametrize(
    "email",
    ["info@x.nl", "Secretariaat@x.nl", "wmo.secretariaat@x.nl", "team-zorg@x.nl", "zorginkoop@x.nl", "info"],
)
def test_the_mailbox_of_a_group_is_seen(email: str) -> None:
    assert looks_shared(email)


@pytest.mark.parametrize(
    "email",
    ["kim.deboer@x.nl", "kees.post@x.nl", "k.informatie@x.nl", "teamira@x.nl", "kim@x.team", "@", "", "123@x.nl"],
)
def test_the_address_of_a_person_is_not(email: str) -> None:
    assert not looks_shared(email)
