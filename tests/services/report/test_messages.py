"""The messages of a report: drafted until somebody touches them, then chosen, written, ordered or put aside."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from exports.national.messages import drafts, theme_drafts
from exports.national.messages.drafts import Draft
from exports.national.tree import Lijst
from portal.domain.report.messages import Waiting
from portal.domain.roles import Actor, Rol
from portal.models import Rapport, RapportBoodschap, RapportHistorie, RegelSoort, Uitvraag
from portal.services.report import messages, quotes, ready, reports
from portal.services.report.messages import MessageTexts
from portal.services.report.problems import NoSuchText, ReportProblem, TextConflict
from tests.worlds.feedback import add_regel, hand_in
from tests.worlds.nation import make_code, put_coding
from tests.worlds.people import make_regio, make_user
from tests.worlds.report import adopt, present
from tests.worlds.round import make_blad
from tests.worlds.rows import all_rows

TYPED = MessageTexts("{geantwoord} regio antwoordde.", "", "Vraag het na.", "VNG", date(2024, 4, 1))


@pytest.fixture
def rapport(uitvraag: Uitvraag, kim: Actor, monkeypatch: pytest.MonkeyPatch) -> Rapport:
    """A report for which the portal drafts two messages."""
    monkeypatch.setattr(drafts, "FEWEST_REGIONS", 1)
    rules = [lambda w, key=key: Draft(key, f"{{geantwoord}} {key}.", "", "", "{ronde}") for key in ("een", "twee")]
    monkeypatch.setattr(drafts, "RULES", tuple(rules))
    return reports.make(uitvraag, actor=kim)


def save(rapport: Rapport, sleutel: str, typed: MessageTexts, base: int, actor: Actor) -> RapportBoodschap:
    return messages.save(rapport, sleutel, typed, base_revision=base, seen_revision=rapport.revision, actor=actor)


def standing(rapport: Rapport) -> tuple[list[str], list[str], list[str]]:
    """Keys of what is chosen, drafted and put aside."""
    found = messages.of_report(rapport, reports.tree_of(rapport, demo=False).waarden)
    return tuple([one.sleutel for one in part] for part in (found.gekozen, found.voorstellen, found.weggelegd))  # type: ignore[return-value]


def printed(rapport: Rapport) -> list[str]:
    return [one.tekst for one in messages.messages_in(reports.tree_of(rapport, demo=False))]


def test_a_report_with_an_untouched_draft_does_not_go_to_the_kerngroep(rapport: Rapport, kim: Actor) -> None:
    with pytest.raises(ReportProblem, match="staan 2 voorstellen voor een kernboodschap"):
        present(rapport, kim)
    messages.choose(rapport, "een", seen_revision=rapport.revision, actor=kim)
    messages.put_aside(rapport, "twee", actor=kim)
    assert standing(rapport) == (["een"], [], ["twee"])
    present(rapport, kim)
    adopt(rapport, kim)
    assert printed(rapport) == ["1 een."]
    assert not ready.why_not_now(rapport, kim)


def test_what_is_written_is_printed_with_its_numbers_and_what_is_asked(rapport: Rapport, kim: Actor) -> None:
    row = save(rapport, "eigen_1", TYPED, 0, kim)
    assert (row.revision, row.gezien) == (1, {"geantwoord": "1"})
    assert printed(rapport) == ["1 regio antwoordde. Vraag het na. Gevraagd aan VNG, vóór 1 april 2024."]
    assert save(rapport, "eigen_1", TYPED, 0, kim).revision == 1, "sent twice is saved once"


def test_a_colleague_is_not_overwritten(rapport: Rapport, kim: Actor) -> None:
    save(rapport, "een", TYPED, 0, kim)
    with pytest.raises(TextConflict) as caught:
        save(rapport, "een", MessageTexts("Iets anders."), 0, make_user(Rol.COORDINATOR).actor)
    assert caught.value.theirs == "{geantwoord} regio antwoordde.\n\nVraag het na.\n\nVNG, 1 april 2024"
    save(rapport, "een", MessageTexts("Iets anders."), 1, kim)
    (kept,) = all_rows(RapportHistorie)
    assert kept.tekst.startswith("{geantwoord} regio antwoordde.")


def test_a_number_that_changes_is_looked_at_again(rapport: Rapport, kim: Actor) -> None:
    messages.put_aside(rapport, "twee", actor=kim)
    save(rapport, "een", TYPED, 0, kim)
    hand_in(next(blad for blad in rapport.uitvraag.bladen if blad.naam == "Bland"))
    reports.remake(rapport, actor=kim, seen_revision=rapport.revision)
    assert messages.to_look_at(rapport, reports.tree_of(rapport, demo=False)) == Waiting(changed=1)
    save(rapport, "een", TYPED, 1, kim)
    assert messages.to_look_at(rapport, reports.tree_of(rapport, demo=False)) == Waiting()


def test_the_order_is_that_of_the_coordinator_and_a_double_click_moves_once(rapport: Rapport, kim: Actor) -> None:
    for key in ("een", "twee"):
        messages.choose(rapport, key, seen_revision=rapport.revision, actor=kim)
    for _ in range(2):
        messages.move(rapport, "twee", up=True, seen_place=1)
    assert standing(rapport)[0] == ["twee", "een"]


def test_the_next_version_begins_with_the_messages_of_the_one_before(rapport: Rapport, kim: Actor) -> None:
    messages.put_aside(rapport, "twee", actor=kim)
    save(rapport, "een", TYPED, 0, kim)
    present(rapport, kim)
    adopt(rapport, kim)
    newer = reports.make(rapport.uitvraag, actor=kim)
    assert standing(newer) == (["een"], [], ["twee"])
    assert printed(newer) == printed(rapport)


def test_a_key_that_names_no_message_is_refused(app: Flask, rapport: Rapport, kim: Actor) -> None:
    with pytest.raises(NoSuchText):
        save(rapport, "onzin", TYPED, 0, kim)
    with pytest.raises(ReportProblem, match="Schrijf op wat u ziet"):
        save(rapport, "een", MessageTexts(" "), 0, kim)


# --- themes and quotes


@pytest.fixture
def themed(uitvraag: Uitvraag, kim: Actor) -> tuple[Rapport, str]:
    """A report, and the token of a theme about which a region told a success."""
    blad = make_blad(uitvraag, make_regio("Cland"))
    succes = add_regel(blad, "Wij bellen elkaar", soort=RegelSoort.SUCCES)
    hand_in(blad, succes)
    code = make_code("successen", "Bellen")
    put_coding(succes, [code], door=make_user(Rol.COORDINATOR))
    return reports.make(uitvraag, actor=kim), f"successen_thema_{code.id}"


def test_what_is_said_of_a_theme_stands_with_it_and_not_on_the_second_page(
    themed: tuple[Rapport, str], kim: Actor
) -> None:
    rapport, theme = themed
    save(rapport, theme, MessageTexts("Wij zien dit.", "Daarom.", "En nu?"), 0, kim)
    (box,) = messages.messages_in(reports.tree_of(rapport, demo=False))
    assert (box.kader, box.tekst) == (False, "Wij zien dit. Daarom. En nu?")
    assert standing(rapport)[0] == []


@pytest.fixture
def much_named(themed: tuple[Rapport, str], monkeypatch: pytest.MonkeyPatch) -> tuple[Rapport, str]:
    """A report for which the portal drafts something of a theme, and its token."""
    monkeypatch.setattr(theme_drafts, "FEWEST_REGIONS", 1)
    return themed


def test_a_theme_that_many_regions_name_keeps_the_report_until_somebody_looked(
    much_named: tuple[Rapport, str], kim: Actor
) -> None:
    rapport, theme = much_named
    with pytest.raises(ReportProblem, match="Bij 1 thema dat veel regio’s noemen staat een voorstel"):
        present(rapport, kim)
    assert messages.put_themes_aside(rapport, [theme, theme, "onzin"], actor=kim) == 1
    assert messages.put_themes_aside(rapport, [theme], actor=kim) == 0, "sent twice puts nothing aside again"
    assert not ready.why_not_now(rapport, kim)
    assert not printed(rapport), "what was put aside is not printed"


def test_a_draft_of_a_theme_is_printed_with_its_theme_once_chosen(much_named: tuple[Rapport, str], kim: Actor) -> None:
    rapport, theme = much_named
    messages.choose(rapport, theme, seen_revision=rapport.revision, actor=kim)
    assert printed(rapport) == ["1 regio noemt dit, in 1 succes."]
    assert not ready.why_not_now(rapport, kim)


def test_a_theme_of_few_regions_is_no_draft(themed: tuple[Rapport, str], kim: Actor) -> None:
    rapport, _ = themed
    assert messages.to_look_at(rapport, reports.tree_of(rapport, demo=False)) == Waiting()


def test_a_quote_has_a_name_only_when_its_region_agreed(themed: tuple[Rapport, str], kim: Actor) -> None:
    rapport, theme = themed
    (text, *_) = quotes.quotable(rapport, theme)
    quotes.choose(rapport, theme, [text.id], [text.id], seen="", actor=kim)
    assert [(one.item_id, one.met_naam) for one in quotes.chosen(rapport, theme)] == [(text.id, False)]
    for blad in rapport.uitvraag.bladen:
        blad.citaat_met_naam = True
    reports.remake(rapport, actor=kim, seen_revision=rapport.revision)
    quotes.choose(rapport, theme, [text.id], [text.id], seen=f"{text.id}:0", actor=kim)
    tree = reports.tree_of(rapport, demo=False)
    points = [
        punt for one in tree.all_chapters() for blok in one.blokken if isinstance(blok, Lijst) for punt in blok.punten
    ]
    (quoted,) = [one for one in points if one.tekst.startswith("“")]
    assert quoted.tekst == f"“{text.tekst}”"
    assert quoted.bron


def test_who_chose_from_an_older_page_overwrites_nothing(themed: tuple[Rapport, str], kim: Actor) -> None:
    rapport, theme = themed
    (text, *_) = quotes.quotable(rapport, theme)
    quotes.choose(rapport, theme, [text.id], [], seen="", actor=kim)
    quotes.choose(rapport, theme, [text.id], [], seen="", actor=kim)
    with pytest.raises(ReportProblem, match="koos intussen andere citaten"):
        quotes.choose(rapport, theme, [], [], seen="", actor=kim)
    with pytest.raises(NoSuchText):
        quotes.quotable(rapport, "lessen_thema_999999")
