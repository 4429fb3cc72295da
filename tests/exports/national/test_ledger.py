"""Every number of a small nation: what it is, what stands behind it, and the words that say what it counts.

The list was read by hand. It is what appendix C and the Excel file tell the kerngroep, so that a word that changes in
it is a word that people read. A change that is meant: `python -m tests.exports.national.ledger`, and read what differs.
"""

from __future__ import annotations

from tests.exports.national.ledger import LEDGER, ledger


def test_every_number_is_as_it_was_read() -> None:
    assert ledger().splitlines() == LEDGER.read_text(encoding="utf-8").splitlines()
