"""The brake on guessing passwords (BIO-1, 5.17.01): how long somebody waits, and which failures count together.

Only failures count. First they cost nothing (people mistype), then a wait that doubles, and at last there is no more
until the window ends. A network in which very many fail only makes its people wait from their first own failure on:
whoever types the right password at once never waits for what others in the building do.
"""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from forms.dutch.words import counted

# So many failures in a row cost nothing.
FREE = 4
LONGEST_WAIT = 300
# A provider gives a household or an office at least a /64: whoever has one address of it has all.
IPV6_PREFIX = 64


def wait_after(failures: int, *, busy: bool) -> int:
    """The seconds to wait after so many failures for one account; `busy`: from a network where very many failed."""
    steps = failures if busy else failures - FREE
    return min(2**steps, LONGEST_WAIT) if steps > 0 else 0


def network_of(address: str | None) -> str:
    """What an address belongs to: itself, and of IPv6 its /64. What is no address is one network together."""
    try:
        found = ip_address(address or "")
    except ValueError:
        return "onbekend"
    if isinstance(found, IPv6Address):
        mapped = found.ipv4_mapped
        return str(mapped or ip_network((int(found), IPV6_PREFIX), strict=False))
    return str(found)


def waiting(seconds: int) -> str:
    """How long, as a sentence says it: in seconds, and from two minutes on in whole minutes."""
    if seconds < 120:
        return counted(seconds, "seconde", "seconden")
    return counted(-(-seconds // 60), "minuut", "minuten")
