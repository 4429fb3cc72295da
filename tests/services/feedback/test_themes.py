"""What others said by theme: regions are counted, and nobody is named."""

from __future__ import annotations

import pytest
from flask import Flask

from exports.feedback import Telling, ThemeCount
from portal.domain.coding.state import CodeSoort
from portal.domain.round.states import UitvraagStatus
from portal.models import BladRegel, RegelSoort, Uitvraag, User
from portal.services.coding import items
from portal.services.feedback import feedback
from portal.services.feedback.counts import national_counts
from tests.worlds.coding import code, give, make_code_book, make_coder
from tests.worlds.feedback import add_regel, hand_in
from tests.worlds.people import make_regio
from tests.worlds.round import make_blad, make_uitvraag

SUCCES, VERWACHTING = RegelSoort.SUCCES, RegelSoort.VERWACHTING


@pytest.fixture
def uitvraag(app: Flask) -> Uitvraag:
    make_code_book()
    return make_uitvraag(status=UitvraagStatus.GESLOTEN)


@pytest.fixture
def coder(app: Flask) -> User:
    return make_coder()


def give_codes(regel: BladRegel, uitvraag: Uitvraag, by: User, *namen: str) -> None:
    item = items.find(CodeSoort(regel.soort.value), regel.id, uitvraag)
    assert item is not None
    give(item, *(code(naam) for naam in namen), by=by)


def test_regions_are_counted_per_theme(uitvraag: Uitvraag, coder: User) -> None:
    """A joint sheet of two regions, with a row for one of them; a region that says a theme twice counts once."""
    joint = make_blad(uitvraag, make_regio("Modelland"), make_regio("Proefdal"))
    shared = add_regel(joint, "Wij overleggen", soort=SUCCES)
    of_one = add_regel(joint, "Vaker bellen", soort=SUCCES, regio=joint.regios[0])
    hand_in(joint, shared, of_one)
    alone = make_blad(uitvraag, make_regio("Schetsveen"))
    twice, again = (add_regel(alone, tekst, soort=SUCCES) for tekst in ("Samen", "Nog eens samen"))
    none, not_yet = (add_regel(alone, tekst, soort=SUCCES) for tekst in ("Mooi weer", "Later"))
    never = add_regel(alone, "Niet ingediend", soort=SUCCES)
    hand_in(alone, twice, again, none, not_yet)

    give_codes(shared, uitvraag, coder, "successen/Samenwerking", "successen/Commitment")
    give_codes(of_one, uitvraag, coder, "successen/Commitment")
    give_codes(twice, uitvraag, coder, "successen/Samenwerking")
    give_codes(again, uitvraag, coder, "successen/Samenwerking")
    give_codes(none, uitvraag, coder)
    assert never.id

    (successen,) = national_counts(uitvraag).themas
    assert successen == ThemeCount(
        "Successen",
        regios=3,
        tellingen=(Telling("Samenwerking in de regio", 3), Telling("Commitment voor passende zorg", 2)),
        geen_thema=1,
        niet_ingedeeld=1,
    )
    assert successen.naam == "Successen (3 regio’s)"


def test_what_a_region_expects_of_itself_is_not_of_others(uitvraag: Uitvraag, coder: User) -> None:
    blad = make_blad(uitvraag, make_regio())
    ours, theirs = add_regel(blad, "Zelf doen", "regio"), add_regel(blad, "Meer geld", "vws")
    hand_in(blad, ours, theirs)
    give_codes(theirs, uitvraag, coder, "verwachtingen/Vertrouwen")
    (found,) = national_counts(uitvraag).themas
    assert (found.lijst, found.regios, found.niet_ingedeeld) == ("Verwachtingen van landelijke partijen", 1, 0)


def test_a_merged_code_counts_as_the_one_that_took_its_place(uitvraag: Uitvraag, coder: User) -> None:
    blad = make_blad(uitvraag, make_regio())
    regel = add_regel(blad, "Samen", soort=SUCCES)
    hand_in(blad, regel)
    give_codes(regel, uitvraag, coder, "successen/Samenwerking")
    code("successen/Samenwerking").samengevoegd_in_id = code("successen/Commitment").id
    assert national_counts(uitvraag).themas[0].tellingen == (Telling("Commitment voor passende zorg", 1),)


def test_where_nothing_was_coded_nothing_is_said_of_themes(uitvraag: Uitvraag) -> None:
    blad = make_blad(uitvraag, make_regio())
    hand_in(blad, add_regel(blad, "Samen", soort=SUCCES))
    assert national_counts(uitvraag).themas == ()


def test_what_was_sent_keeps_its_counts(uitvraag: Uitvraag, coder: User) -> None:
    blad = make_blad(uitvraag, make_regio("Modelland"))
    regel = add_regel(blad, "Samen", soort=SUCCES)
    hand_in(blad, regel)
    give_codes(regel, uitvraag, coder, "successen/Samenwerking")
    uitvraag.vervolg = "Wij bellen."
    feedback.send(uitvraag, seen_revision=uitvraag.revision, actor=coder.actor)
    give_codes(regel, uitvraag, coder, "successen/Commitment")
    sent = feedback.sent(blad)
    assert sent is not None
    assert [one.tellingen for one in sent.landelijk.themas] == [(Telling("Samenwerking in de regio", 1),)]
