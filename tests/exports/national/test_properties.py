"""What holds for every report, in any world a round can be in."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.national.build import TextEdit, build
from exports.national.choices import choices_of
from exports.national.counting.lists import theme_lists
from exports.national.counting.tally import Tally, visible_codes
from exports.national.counting.values import living_values
from exports.national.data import RapportData
from exports.national.sentences.living import VERVALLEN
from exports.national.tree import Blok, EigenTekst, Grafiek, Lijst, NationaalRapport, Tabel, Zin
from tests.exports.national.small import STEMPEL
from tests.exports.national.worlds import TEXTS, worlds

ANY_WORLD = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def blocks(report: NationaalRapport) -> list[Blok]:
    return [blok for one in report.all_chapters() for blok in (one.kop, *one.blokken)]


@ANY_WORLD
@given(worlds())
def test_every_sentence_is_whole(data: RapportData) -> None:
    report = build(data, stamp=STEMPEL, edits={})
    keys = []
    for zin in (blok for blok in blocks(report) if isinstance(blok, Zin)):
        keys.append(zin.sleutel)
        assert zin.tekst.strip()
        assert not zin.bewerkt
        if zin.sleutel.startswith("regio_"):
            continue
        assert VERVALLEN not in zin.tekst
        assert zin.vervallen == ()
        assert all(deel.tekst == report.waarden[deel.sleutel].tekst for deel in zin.delen if deel.sleutel)
        # Every number in our own words is alive, but for fixed facts and names.
        assert not re.search(r"\d", "".join(d.tekst for d in zin.delen if not d.sleutel)) or zin.sleutel in FACTS
        assert "  " not in "".join("x" if deel.sleutel else deel.tekst for deel in zin.delen)
    assert len(keys) == len(set(keys))


FACTS = {"aanleiding_wet", "aanleiding_afspraken", "aanleiding_doel"}


@ANY_WORLD
@given(worlds())
def test_no_chapter_table_or_list_is_empty_and_every_number_is_a_living_value(data: RapportData) -> None:
    report = build(data, stamp=STEMPEL, edits={})
    assert all(one.has_content for one in report.all_chapters() if one.sleutel != "stand" or one.delen)
    for blok in blocks(report):
        if isinstance(blok, Lijst):
            assert blok.punten
        if isinstance(blok, Tabel):
            assert blok.rijen
            assert {len(rij) for rij in blok.rijen} == {len(blok.koppen)} == {len(blok.breedtes)}
            cells = [cel for rij in blok.rijen for cel in rij if isinstance(cel.waarde, int)]
            assert cells or blok.sleutel.endswith("_antwoorden") or blok.sleutel == "regios"
            # Of one region, or of another round, nothing else in the report tells.
            by_round = blok.sleutel in ("regios", "acties_rondes") or blok.sleutel.startswith("verloop_")
            living = [cel for cel in cells if cel.sleutel or not by_round]
            assert all(report.waarden[cel.sleutel].aantal == cel.waarde for cel in living)
        if isinstance(blok, Grafiek):
            assert blok.reeksen
            assert {len(reeks.waarden) for reeks in blok.reeksen} == {len(blok.categorieen)}
            assert blok.categorieen


@ANY_WORLD
@given(worlds())
def test_the_numbers_add_up(data: RapportData) -> None:
    values = living_values(data)

    def total(*keys: str) -> int:
        return sum(values[key].aantal or 0 for key in keys)

    def of(prefix: str, *without: str) -> list[str]:
        pattern = re.compile(rf"{prefix}_[a-z0-9_]+")
        endings = ("_regios", "_vorige", *without)
        return [key for key in values if pattern.fullmatch(key) and not key.endswith(endings)]

    assert total("geantwoord", "niet_beantwoord", "niet_gevraagd") == total("regios") == len(data.beeld.regios)
    assert total("gevraagd", "niet_gevraagd") == total("regios")
    assert total("regios_met_plan", "regios_zonder_plan") == total("regios")
    assert total(*of("structuur", "_vast")) == total("regios")
    for prefix in ("afstemming", "doel"):
        if f"{prefix}_niet_gevraagd" in values:
            assert total(*of(prefix, "afstemming_ja", "ja_of_deels")) == total("regios")
    statussen = [key for key in STATUSSEN if f"acties_{key}" in values]
    assert total(*(f"acties_{key}" for key in statussen)) == total("acties") == len(data.beeld.acties)
    for theme in (key for key in values if re.fullmatch(r"acties_(thema_\d+|zonder_thema|niet_gecodeerd)", key)):
        assert total(*(f"{theme}_{key}" for key in statussen)) == total(theme)
    if "verwachtingen" in values:
        assert total("verwachtingen_beantwoord", "verwachtingen_open") == total("verwachtingen")


@ANY_WORLD
@given(worlds())
def test_every_text_is_printed_once_or_counted_as_left_out(data: RapportData) -> None:
    report = build(data, stamp=STEMPEL, edits={})
    teller = Tally.of(data.beeld, visible_codes(data.codes, data.beeld), choices_of(data))
    for soort in ("successen", "lessen"):
        if soort not in report.waarden:
            continue
        lists = theme_lists(teller, soort)
        shown = [id_ for one in lists for said in one.getoond for id_ in said.ids]
        left = {one.id for found in lists for one in found.meer}
        assert len(shown) == len(set(shown))
        assert set(shown) | left == {one.id for one in data.beeld.said(soort)}


STATUSSEN = (
    "niet_gestart", "op_schema", "aandacht", "afgerond", "gestopt", "uitgesteld", "zonder_antwoord", "niet_gevraagd",
)  # fmt: skip


# Texts of several kinds together, and actions of an earlier round: the report holds no such list.
OF_NO_ONE_KIND = ("uitvragen_niet_gecodeerd", "uitvragen_afgerond")


@ANY_WORLD
@given(worlds())
def test_a_number_is_that_of_the_regions_and_texts_behind_it(data: RapportData) -> None:
    known = {regio.code for regio in data.beeld.regios}
    for key, waarde in living_values(data).items():
        assert waarde.tekst
        if key.endswith("_vorige") or waarde.aantal is None:
            continue
        assert set(waarde.regios) <= known
        assert len(set(waarde.regios)) == len(waarde.regios)
        assert len(set(waarde.items)) == len(waarde.items)
        if waarde.soort and not key.endswith("_regios"):
            assert waarde.aantal == len(waarde.items)
        elif not key.startswith(("plannen", "verwachtingen_partijen", *OF_NO_ONE_KIND)) or key.endswith("_regios"):
            assert waarde.aantal == len(waarde.regios)


@ANY_WORLD
@given(worlds(), st.sampled_from(TEXTS), st.integers(1, 9))
def test_whatever_a_person_makes_of_the_sentences_the_report_is_made(
    data: RapportData, tekst: str, revision: int
) -> None:
    own = build(data, stamp=STEMPEL, edits={})
    keys = [blok.sleutel for blok in blocks(own) if isinstance(blok, Zin) and not blok.sleutel.startswith("regio_")]
    chapters = [blok.hoofdstuk for blok in blocks(own) if isinstance(blok, EigenTekst)]
    edits = {key: TextEdit(tekst, revision, {"weg": "1"}) for key in keys}
    own_texts = {key: TextEdit(tekst, revision) for key in chapters}
    report = build(data, stamp=STEMPEL, edits=edits, own_texts=own_texts)
    edited = [blok for blok in blocks(report) if isinstance(blok, Zin) and blok.sleutel in keys]
    assert len(edited) == len(keys)
    assert [blok.revision for blok in blocks(report) if isinstance(blok, EigenTekst)] == [revision] * len(chapters)
    assert all(zin.bewerkt and zin.revision == revision for zin in edited)
    assert all(zin.vlaggen for zin in edited) == bool(tekst.strip()) or not edited
    assert report.waarden == own.waarden
