"""The JSON of a national report reads back as exactly the same data, whatever people wrote in it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.national.data import Beeld, DoelstellingBeeld, RapportData, RegioBeeld, Ronde, Stand, Uitspraak
from forms.cleaning import clean_text
from portal.services.report.stored_data import from_json, to_json
from tests.examples.nation import example_data

RONDE = Ronde(1, "Q1 2024", date(2024, 1, 1), date(2024, 3, 31), date(2024, 4, 30))
ODD = (
    "</script><script>alert(1)</script>",
    "=1+1",
    '"aanhalingen" en \\ en \n\t',
    "emoji 👩🏽‍⚕️ en vlag 🇳🇱",
    "\u200fמימין לשמאל\u202e om",
    "\u2028 en \u2029 en \u0000 en \x1b",
    "  ruimte  ",
    "",
)

texts = st.text() | st.sampled_from(ODD)
numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)
days = st.none() | st.dates()
ids = st.integers(0, 2**63 - 1)
regios = st.builds(
    RegioBeeld,
    code=texts,
    naam=texts,
    stand=st.sampled_from(Stand),
    ingediend_op=st.none() | st.datetimes(timezones=st.just(UTC)),
    keuzes=st.dictionaries(texts, texts, max_size=3),
)
statements = st.builds(
    Uitspraak, id=ids, regios=st.lists(texts, max_size=3).map(tuple), tekst=texts, antwoord_datum=days
)
goals = st.builds(
    DoelstellingBeeld, id=ids, tekst=texts, nulwaarde=st.none() | st.floats(allow_nan=False, allow_infinity=False)
)


def data_of(regio: RegioBeeld, said: Uitspraak, goal: DoelstellingBeeld, moment: datetime) -> RapportData:
    beeld = Beeld(RONDE, (regio,), lessen=(said,))
    return RapportData(moment, beeld, beeld, (RONDE,), (), doelstellingen=(goal,))


@settings(max_examples=200)
@given(st.builds(data_of, regios, statements, goals, st.datetimes(timezones=st.just(UTC))))
def test_data_reads_back_exactly(data: RapportData) -> None:
    text = to_json(data)
    assert from_json(text) == data
    assert to_json(from_json(text)) == text


def test_a_whole_country_reads_back_exactly() -> None:
    data = example_data()
    assert from_json(to_json(data)) == data
    assert type(from_json(to_json(data)).beeld.regios[0].stand) is Stand


def test_the_order_in_which_choices_were_found_does_not_matter() -> None:
    one = RegioBeeld("ZK1", "Aland", Stand.BEANTWOORD, keuzes={"a": "1", "b": "2"})
    other = RegioBeeld("ZK1", "Aland", Stand.BEANTWOORD, keuzes={"b": "2", "a": "1"})
    moment = datetime(2024, 4, 15, tzinfo=UTC)
    said, goal = Uitspraak(1, "lessen", (), 1), DoelstellingBeeld(1, 1, "Doel")
    assert to_json(data_of(one, said, goal, moment)) == to_json(data_of(other, said, goal, moment))


@pytest.mark.parametrize("text", ODD)
def test_a_text_as_our_fields_keep_it_is_the_same_after_storing(text: str) -> None:
    """A database of either kind takes the JSON: a sign that PostgreSQL refuses never stands in it as such."""
    said = Uitspraak(1, "lessen", ("ZK1",), 1, tekst=clean_text(text))
    data = data_of(
        RegioBeeld("ZK1", "Aland", Stand.BEANTWOORD), said, DoelstellingBeeld(1, 1, "Doel"), datetime.now(UTC)
    )
    stored = to_json(data)
    assert "\x00" not in stored
    assert from_json(stored).beeld.lessen[0].tekst == clean_text(text)


def test_what_is_no_data_of_a_report_is_refused() -> None:
    with pytest.raises(msgspec.DecodeError):
        from_json("{")
    changed = json.loads(to_json(example_data()))
    changed["beeld"]["regios"][0]["stand"] = "misschien"
    with pytest.raises(msgspec.ValidationError):
        from_json(json.dumps(changed))
