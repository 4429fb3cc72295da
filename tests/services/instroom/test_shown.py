"""What people see of figures: added up, small ones hidden, the source with the first place first."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain.instroom.figures import CijferRegel, Plek, Teken, Waarneming, total_of
from portal.domain.instroom.imports import BestandSoort
from portal.domain.instroom.shown import Verborgen
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import InstroomBron, InstroomImport, Regio
from portal.services.instroom import earlier, shown, sources, staging, taking
from portal.services.instroom.staging import Bestand
from tests.worlds.people import make_regio, make_user


@pytest.fixture(autouse=True)
def regios(app: Flask) -> None:
    for naam in ("Bosstreek", "Kuststreek"):
        make_regio(naam)


def take(bron: InstroomBron, figures: Mapping[Plek, Waarneming]) -> None:
    rows = [CijferRegel(*one) for one in figures.items()]
    taking.take_in(staging.stage(bron, Bestand("cijfers.csv", BestandSoort.SJABLOON), rows, actor=None), actor=None)


def of(gebied: str, indicator: str = "instroom") -> Plek:
    return total_of(indicator, gebied, "2024")


def test_small_numbers_are_hidden_and_a_nought_is_not() -> None:
    bron = sources.add_source("Bron")
    take(bron, {of("A"): Waarneming(4), of("B"): Waarneming(5), of("C"): Waarneming(0), of("D"): Waarneming(1234)})
    found = shown.shown_figures(bron, "instroom")
    assert [found[of(gebied)].tekst for gebied in "ABCD"] == ["<5", "5", "0", "1.234"]
    assert found[of("A")].waarde is None


def test_what_is_no_count_of_clients_is_shown_however_small() -> None:
    bron = sources.add_source("Bron")
    take(bron, {of("A", "inwoners"): Waarneming(3)})
    assert shown.shown_figures(bron, "inwoners")[of("A", "inwoners")].tekst == "3"


def test_a_sign_is_told_in_words_and_is_no_nought() -> None:
    bron = sources.add_source("Bron")
    take(bron, {of("A"): Waarneming(None, Teken.GEHEIM)})
    one = shown.shown_figures(bron, "instroom")[of("A")]
    assert (one.waarde, one.tekst, one.uitleg) == (None, "geheim", "De bron houdt dit cijfer geheim")


def test_a_range_is_shown_as_the_source_gave_it() -> None:
    bron = sources.add_source("Bron")
    take(bron, {of("A"): Waarneming(300, waarde_tot=400)})
    assert shown.shown_figures(bron, "instroom")[of("A")].tekst == "300–400"


def test_a_correction_is_seen_at_once() -> None:
    bron = sources.add_source("Bron")
    take(bron, {of("A"): Waarneming(10)})
    assert shown.shown_figures(bron, "instroom")[of("A")].waarde == 10
    take(bron, {of("A"): Waarneming(11)})
    assert shown.shown_figures(bron, "instroom")[of("A")].waarde == 11


def test_only_sources_that_have_the_figure_and_the_first_one_first() -> None:
    late, early, other = (sources.add_source(naam, voorrang=turn) for naam, turn in (("A", 9), ("B", 1), ("C", 0)))
    take(late, {of("A"): Waarneming(10)})
    take(early, {of("A"): Waarneming(11)})
    take(other, {of("A", "stand"): Waarneming(12)})
    assert [one.naam for one in shown.sources_of("instroom")] == ["B", "A"]


@pytest.fixture
def bron() -> InstroomBron:
    """A source in which two regions add up to the country: 3 and 650."""
    bron = sources.add_source("Bron")
    one, other = codes()
    take(bron, {of(one): Waarneming(3), of(other): Waarneming(650)})
    return bron


def codes() -> list[str]:
    return list(db.session.scalars(select(Regio.code).order_by(Regio.naam)))


def texts(bron: InstroomBron) -> list[str]:
    """Of both regions and the country."""
    found = shown.shown_figures(bron, "instroom")
    return [found[of(code)].tekst for code in (*codes(), "NL")]


def test_what_would_tell_a_small_number_is_not_shown(bron: InstroomBron) -> None:
    assert texts(bron) == ["<5", "niet getoond", "653"]
    assert shown.shown_figures(bron, "instroom")[of(codes()[1])].verborgen is Verborgen.HERLEIDBAAR


def test_a_correction_does_not_tell_what_stood_there(bron: InstroomBron) -> None:
    """680 - 30 would be 650, and 653 - 650 what was hidden."""
    take(bron, {of(codes()[0]): Waarneming(30)})
    assert texts(bron) == ["niet getoond", "niet getoond", "680"]


def test_a_file_that_was_taken_back_does_not_tell_it_either(bron: InstroomBron) -> None:
    take(bron, {of(codes()[0]): Waarneming(30)})
    done = db.session.scalars(select(InstroomImport).order_by(InstroomImport.volgorde.desc())).first()
    assert done is not None
    taking.undo(done, actor=make_user(Rol.COORDINATOR).actor)
    assert texts(bron) == ["<5", "niet getoond", "653"]


def test_two_sources_that_say_the_same_hide_the_same(bron: InstroomBron) -> None:
    other = sources.add_source("Andere bron")
    take(other, {of(codes()[1]): Waarneming(650)})
    assert shown.shown_figures(other, "instroom")[of(codes()[1])].tekst == "niet getoond"


def test_what_is_kept_between_changes_says_what_a_new_process_says(bron: InstroomBron) -> None:
    one, other = codes()
    said = [texts(bron)]
    for figures in ({of(one): Waarneming(30)}, {of(other): Waarneming(640), of(one): Waarneming(33)}):
        take(bron, figures)
        said.append(texts(bron))
    taking.undo(db.session.scalars(select(InstroomImport)).all()[1], actor=make_user(Rol.COORDINATOR).actor)
    said.append(texts(bron))
    assert said == [
        ["<5", "niet getoond", "653"],
        ["niet getoond", "niet getoond", "680"],
        ["niet getoond", "niet getoond", "673"],
        ["niet getoond", "niet getoond", "673"],
    ]
    shown.forget()
    assert texts(bron) == said[-1]


def test_a_change_that_did_not_happen_was_never_shown(bron: InstroomBron) -> None:
    """Read before it was saved, and then not saved: the next change follows on what was there."""
    before = texts(bron)
    with db.session.begin_nested() as point:
        take(bron, {of(codes()[0]): Waarneming(30)})
        assert texts(bron) != before
        point.rollback()
    take(bron, {of(codes()[0])._replace(periode="2023"): Waarneming(8)})
    assert texts(bron) == before


def test_a_change_has_only_its_own_years_decided_again(bron: InstroomBron, monkeypatch: pytest.MonkeyPatch) -> None:
    before = texts(bron)
    asked: list[set[str]] = []
    said = earlier.said
    monkeypatch.setattr(earlier, "said", lambda indicator, years: asked.append(years) or said(indicator, years))
    take(bron, {of(codes()[0])._replace(periode="2023"): Waarneming(700)})
    assert texts(bron) == before
    assert texts(bron) == before
    assert asked == [{"2023"}]


def test_a_range_is_not_shown_beside_hidden_numbers_of_its_year(bron: InstroomBron) -> None:
    """600-660 clients in all but one region would tell what that one has."""
    take(bron, {total_of("instroom", "NL", "2024-K1"): Waarneming(600, waarde_tot=660)})
    take(bron, {total_of("instroom", "NL", "2022"): Waarneming(300, waarde_tot=400)})
    found = shown.shown_figures(bron, "instroom")
    assert found[total_of("instroom", "NL", "2024-K1")].tekst == "niet getoond"
    assert found[total_of("instroom", "NL", "2022")].tekst == "300–400"


def test_a_range_that_may_be_small_says_nothing_of_it() -> None:
    bron = sources.add_source("Bron")
    take(bron, {of("A"): Waarneming(3, waarde_tot=12), of("B"): Waarneming(1, waarde_tot=4)})
    found = shown.shown_figures(bron, "instroom")
    assert [found[of(gebied)].tekst for gebied in "AB"] == ["niet getoond", "<5"]


def test_an_average_does_not_tell_what_a_hidden_total_is(bron: InstroomBron) -> None:
    other = codes()[1]
    take(bron, {of(gebied, "instroom_per_maand"): Waarneming(54) for gebied in (other, "NL")})
    take(bron, {total_of("instroom_per_maand", other, "2022"): Waarneming(54)})
    found = shown.shown_figures(bron, "instroom_per_maand")
    # The total of the country is shown, so its average tells nothing; that of the other region is not.
    assert found[of("NL", "instroom_per_maand")].tekst == "54"
    assert found[of(other, "instroom_per_maand")].verborgen is Verborgen.HERLEIDBAAR
    assert found[total_of("instroom_per_maand", other, "2022")].tekst == "54"
