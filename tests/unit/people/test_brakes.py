"""How long somebody waits who mistypes a password, and which addresses count together (BIO-1)."""

from __future__ import annotations

import pytest

from portal.domain.people.brakes import network_of, wait_after, waiting


@pytest.mark.parametrize(
    ("failures", "calm", "busy"),
    [(1, 0, 2), (4, 0, 16), (5, 2, 32), (6, 4, 64), (11, 128, 300), (12, 256, 300), (13, 300, 300), (400, 300, 300)],
)
def test_the_wait_doubles_sooner_where_very_many_failed(failures: int, calm: int, busy: int) -> None:
    assert wait_after(failures, busy=False) == calm
    assert wait_after(failures, busy=True) == busy


def test_who_did_not_fail_does_not_wait() -> None:
    assert wait_after(0, busy=True) == wait_after(0, busy=False) == 0


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", "onbekend"),
        (None, "onbekend"),
        ("een socket", "onbekend"),
    ],
)
def test_an_address_of_ipv6_counts_with_its_sixty_four(address: str | None, network: str) -> None:
    assert network_of(address) == network


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(1, "1 seconde"), (2, "2 seconden"), (119, "119 seconden"), (120, "2 minuten"), (121, "3 minuten")],
)
def test_the_wait_in_words(seconds: int, said: str) -> None:
    assert waiting(seconds) == said
