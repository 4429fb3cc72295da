"""The report of a round for some regions: every number is of those that it asked, in every format and on screen."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from zipfile import ZipFile

from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.excel.national import national_xlsx
from exports.national.build import Stamp, build
from exports.national.counting.values import living_values
from exports.national.data import RapportData, Stand
from exports.national.messages.box import MessageEdit
from exports.national.messages.drafts import drafts_of
from exports.national.sentences.phrases import Numbers
from exports.national.tree import Kaart, Lijngrafiek, NationaalRapport, Tabel, Waarde
from exports.word.national import national_docx
from portal.domain.report.states import RapportStatus
from portal.domain.roles import Rol
from tests.client import StrictClient
from tests.examples.nation import example_data
from tests.examples.pilot import beside_pilot, narrowed, pilot_data
from tests.exports.national.small import zinnen
from tests.exports.national.worlds import worlds
from tests.reading.drawn import excel_lines, page_lines
from tests.reading.pdf import pages_of
from tests.worlds.people import make_user
from tests.worlds.report_pages import put_data

FILES = ("rapport.docx", "rapport.xlsx", "rapport.pdf", "rapport.pptx", "oplegnotitie.docx", "kamerbrief.docx")
PAGES = ("/alles", "/boodschappen", "/teksten/proces", "/getallen/geantwoord", "/getallen/regios", "/voorleggen")
# A date is no count: "31 december 2023", "2023-12-31", "31-12-2023"; nor is ZK31.
_DATE = re.compile(
    r"\b31 (januari|maart|mei|juli|augustus|oktober|december|jan|mrt|jul|aug|okt|dec)\b|\S*-31\b|\b31-\S*"
)
# How many rows a sheet has: every region has one, also to say that it was not asked.
_ROWS = re.compile(r"^Leesmij: (Regio’s|Respons) \| .* \| 31$", re.M)
_ALL = re.compile(r"\b31\b")


def all_of_them(text: str) -> list[str]:
    """Where 31 stands in a text, with the words around it."""
    text = _DATE.sub("", text)
    return [text[max(0, one.start() - 60) : one.end() + 60] for one in _ALL.finditer(text)]


def words_in(content: bytes, name: str) -> str:
    """All words of a file, those in its charts and the numbers behind them too."""
    if name.endswith("pdf"):
        return "\n".join(pages_of(content))
    if name.endswith("xlsx"):
        return _ROWS.sub("", excel_lines(content))
    with ZipFile(io.BytesIO(content)) as file:
        parts = [file.read(one).decode("utf-8") for one in file.namelist() if one.endswith(".xml")]
        inside = [file.read(one) for one in file.namelist() if one.endswith(".xlsx")]
    # A number of a style or a width is no word: only what stands between tags is.
    found = "\n".join(text for part in parts for text in re.findall(r">([^<>]+)<", part))
    return "\n".join([found, *(words_in(one, "inside.xlsx") for one in inside)])


def test_no_document_and_no_page_of_a_pilot_counts_all_regions(app: Flask, client: StrictClient) -> None:
    rapport = put_data(pilot_data(), RapportStatus.CONCEPT)
    client.sign_in(make_user(Rol.COORDINATOR))

    def fetched(path: str) -> bytes:
        client.get(f"/rapporten/{rapport.id}/{path}")
        assert client.response is not None
        assert client.response.status_code == 200
        return client.response.data

    found = {name: all_of_them(words_in(fetched(name), name)) for name in FILES}
    found["data.json"] = re.findall(r'"(?:aantal|vorige|tekst)": "?31\b', fetched("data.json").decode())
    found |= {path: all_of_them(page_lines(client.get(f"/rapporten/{rapport.id}{path}"))) for path in PAGES}
    assert not any(found.values()), found


def test_the_same_search_finds_it_in_a_round_for_all() -> None:
    data, rapport = example_data(), report_of(example_data())
    files = {"docx": national_docx(rapport), "xlsx": national_xlsx(data, rapport, portaal="")}
    assert all(all_of_them(words_in(content, name)) for name, content in files.items())


def test_it_says_whom_it_asked_and_with_whom_it_compares() -> None:
    said = {key: zin.tekst for key, zin in zinnen(report_of(pilot_data())).items()}
    assert said["proces_kop"] == "5 van de 6 gevraagde regio’s hebben deze uitvraag beantwoord"
    assert said["proces_niet_gevraagd"] == (
        "Deze uitvraag ging alleen naar Amstelland en De Meerlanden, Drenthe, Midden-IJssel, Twente, Zeeland en "
        "Zuid-Holland Noord. De 25 andere regio’s zijn niet gevraagd en tellen in deze rapportage niet mee."
    )
    assert said["proces_vorige"] == (
        "De vorige uitvraag, “Kwartaaluitvraag Q4 2023”, ging niet naar dezelfde regio’s. Wij vergelijken alleen de 5 "
        "regio’s die beide keren antwoordden."
    )
    assert "gevraagde regio’s" in drafts_of(Numbers(living_values(pilot_data())))[0].bevinding
    # A sum over six regions is not held against the target of the country.
    assert "doelen_samen" not in {one.sleutel for one in drafts_of(Numbers(living_values(pilot_data())))}
    (sums,) = [one for one in blocks(report_of(pilot_data()), Tabel) if one.sleutel == "doelen_samen"]
    assert len(sums.rijen) == 2
    (kaart,) = blocks(report_of(pilot_data()), Kaart)
    assert sum(one.status == "niet_gevraagd" for one in kaart.tegels) == 25


def test_a_pilot_does_not_make_the_lines_fall() -> None:
    (lines,) = blocks(report_of(beside_pilot()), Lijngrafiek)
    (without,) = blocks(report_of(example_data()), Lijngrafiek)
    assert (lines.momenten, lines.lijnen) == (without.momenten, without.lijnen)
    assert lines.bron == f"{without.bron} Niet getekend, want zo’n uitvraag ging naar andere regio’s: “Proefuitvraag”."
    assert not blocks(report_of(pilot_data()), Lijngrafiek)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(worlds(), st.integers(1, 31))
def test_no_number_is_of_more_regions_than_were_asked(data: RapportData, size: int) -> None:
    data = for_the_first(data, size)
    asked = [one.code for one in data.beeld.regios if one.stand is not Stand.NIET_GEVRAAGD]
    values = living_values(data)
    assert values["regios"].regios == tuple(asked)
    outside = ("niet_gevraagd", "niet_gevraagd_namen")
    assert not [key for key, one in values.items() if not key.endswith(outside) and not_asked(one, asked)]


def not_asked(waarde: Waarde, asked: list[str]) -> bool:
    """True when a region stands behind it that was not asked; of the round before that says nothing."""
    return not waarde.van_vorige_ronde and not set(waarde.regios) <= set(asked)


def for_the_first(data: RapportData, size: int) -> RapportData:
    """The same world as a pilot for so many regions; of the others it knows nothing."""
    chosen = data.beeld.regios[:size]
    # Who is marked "niet gevraagd" later has nothing that counts.
    asked = tuple(one.code for one in chosen if one.stand is not Stand.NIET_GEVRAAGD)
    beeld = narrowed(data.beeld, replace(data.ronde, alleen_voor=asked))
    ronde = replace(data.ronde, alleen_voor=tuple(one.code for one in chosen) or ("ZK00",))
    # What an earlier round of a span asked besides is told of those that it asked.
    return replace(data, beeld=replace(beeld, ronde=ronde), reeks=())


def report_of(data: RapportData) -> NationaalRapport:
    return build(data, stamp=Stamp("Concept", 1), edits={}, messages=MESSAGES)


def blocks(rapport: NationaalRapport, kind: type) -> list:  # type: ignore[type-arg]
    return [blok for one in rapport.all_chapters() for blok in one.blokken if isinstance(blok, kind)]


MESSAGES = (MessageEdit("doel", "{doel_ja} van de {regios} regio’s verwachten de doelstelling te halen."),)
