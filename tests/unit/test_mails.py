"""How far a mail is, and addresses of groups."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from portal.domain.mail import MailFacts, MailStatus, mail_status, try_again_after
from portal.domain.people.shared_address import looks_shared

NOW = datetime(2024, 1, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        (MailFacts(), MailStatus.WACHTEND),
        (MailFacts(verzonden_op=NOW), MailStatus.VERZONDEN),
        (MailFacts(mislukt_op=NOW), MailStatus.MISLUKT),
        (MailFacts(geclaimd_op=NOW - timedelta(minutes=9)), MailStatus.BEZIG),
        (MailFacts(geclaimd_op=NOW - timedelta(minutes=10)), MailStatus.ONZEKER),
    ],
)
def test_the_status_follows_from_what_happened(facts: MailFacts, status: MailStatus) -> None:
    assert mail_status(facts, NOW) is status


def test_the_sender_waits_longer_every_time_and_then_gives_up() -> None:
    waits = [try_again_after(attempts) for attempts in range(1, 8)]
    assert waits == sorted(wait for wait in waits if wait)
    assert try_again_after(8) is None


@pytest.mark.parametrize(
    "email", ["info@x.nl", "Secretariaat@x.nl", "wmo.secretariaat@x.nl", "team-zorg@x.nl", "zorginkoop@x.nl"]
)
def test_the_mailbox_of_a_group_is_seen(email: str) -> None:
    assert looks_shared(email)


@pytest.mark.parametrize(
    "email", ["kim.deboer@x.nl", "kees.post@x.nl", "k.informatie@x.nl", "teamira@x.nl", "@", "", "123@x.nl"]
)
def test_the_address_of_a_person_is_not(email: str) -> None:
    assert not looks_shared(email)
