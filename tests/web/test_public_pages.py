"""What stands on the plain pages that everybody may read."""

from __future__ import annotations

import re

from tests.client import StrictClient

PARTS = [
    "Status",
    "Waarvoor geldt deze verklaring?",
    "Bekende afwijkingen",
    "Akkoord en register",
    "Loopt u ergens tegenaan?",
]
OF_A_DEVIATION = ("Oorzaak: ", "Gevolg: ", "Maatregel: ", "Datum: ")


def test_the_accessibility_statement_says_all_that_it_must(client: StrictClient) -> None:
    """A11Y-4: status, scope, of each deviation why, what it means, what is done and when; who signs; whom to mail."""
    page = client.get("/toegankelijkheid")
    assert [one.text for one in page.find("//main//h2")] == PARTS
    assert re.search(r"Status: [A-E], ", page.text)
    told = ["".join(one.itertext()) for one in page.find("//main//dd")]
    assert len(told) == len(page.find("//main//dt")) == 2
    assert [one for one in told if any(part not in one for part in OF_A_DEVIATION)] == []
    assert [one for one in told if not re.search(r"Datum: .*\d{1,2} [a-z]+ 20\d\d\.$", one)] == []
    assert page.find("//main//a[starts-with(@href, 'https://www.toegankelijkheidsverklaring.nl/register')]")
    assert page.find("//main//a[starts-with(@href, 'mailto:')]")
    assert page.find("//footer//a[@href='/toegankelijkheid']")
