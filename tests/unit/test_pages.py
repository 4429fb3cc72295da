"""The strict reader sees each mistake it is there for, and a good page passes."""

from __future__ import annotations

import pytest

from tests.reading.forms import filled_in, find_form
from tests.reading.pages import Page, problems_of

GOOD = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Mijn plan – Regioportaal</title></head>
<body><main><h1>Mijn plan</h1>
<form method="post" action="/opslaan" novalidate><input type="hidden" name="csrf_token" value="x">
<label for="naam">Naam</label><p id="naam-toelichting">Kort</p>
<input id="naam" name="naam" value="Oud" aria-describedby="naam-toelichting" required>
<label for="tekst">Tekst</label><textarea id="tekst" name="tekst">
regel een
regel twee</textarea>
<input type="checkbox" id="ja" name="ja" value="1" checked><label for="ja">Ja</label>
<label for="soort">Soort</label>
<select id="soort" name="soort"><option value="a">A</option><option value="b" selected>B</option></select>
<button name="actie" value="bewaren">Opslaan</button><button name="actie" value="weg">Weg</button></form>
</main></body></html>"""


def page(html: str = GOOD) -> Page:
    """A page that nobody served."""
    return Page("/proef", 200, html)


def test_a_good_page_has_no_problems() -> None:
    assert problems_of(page()) == []


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        ("</main>", "</div></main>", "hier staat </div>, gelezen wordt </main>"),
        ("</form>", "", "hier staat </main>, gelezen wordt </form>"),
        ("<h1>", "<p><h1>", "hier staat <h1>, gelezen wordt </p>"),
        ("<h1>", "<form action='/x'><h1>", "hier staat <form>"),
        ("<h1>", "<table><p></p></table><h1>", "hier staat <table>, gelezen wordt <p>"),
        ("<h1>", "<a href='/'><a href='/'></a></a><h1>", "hier staat <a>, gelezen wordt </a>"),
        ("<h1>", "&onzin;<h1>", "unknown-named-character-reference"),
        ("<h1>", "<h1 class='a' class='b'>", "duplicate-attribute"),
        ("<!doctype html>", "", "doctype"),
        ('lang="nl"', 'lang="en"', "lang=nl"),
        ("<h1>Mijn plan</h1>", "<h2>Mijn plan</h2>", "0 × h1"),
        ("<h1>Mijn plan</h1>", "<h1>Mijn plan</h1><h1>Nog een</h1>", "2 × h1"),
        ("<title>Mijn plan", "<title>Iets anders", "zegt niet wat de h1 zegt"),
        (" – Regioportaal", "", "eindigt niet"),
        ('id="tekst"', 'id="naam"', "'naam' staat er 2 keer"),
        ('action="/opslaan"', "", "heeft geen action"),
        ('method="post"', "", "heeft geen method"),
        ('name="csrf_token" value="x"', 'name="csrf_token" value=""', "heeft geen csrf_token"),
        (" novalidate", "", "required zonder novalidate"),
        ('<label for="naam">Naam</label>', "", "veld 'naam' heeft geen label"),
        ('id="naam-toelichting"', "", "aria-describedby wijst naar 'naam-toelichting'"),
        (
            '<button name="actie" value="bewaren">',
            '<button name="actie" value="bewaren" disabled>',
            "een knop staat uit",
        ),
        ("<h1>", '<h1 style="color:red">', "stijl in de pagina zelf"),
        ("</main>", "<script>1</script></main>", "script in de pagina zelf"),
        ("<h1>", '<h1 onclick="x()">', "script in een attribuut"),
        ("</form>", '</form><a href="#weg">x</a>', "link naar '#weg'"),
    ],
)
def test_a_mistake_is_seen(right: str, wrong: str, problem: str) -> None:
    assert right in GOOD
    found = problems_of(page(GOOD.replace(right, wrong, 1)))
    assert [one for one in found if problem in one], found


def test_a_form_is_sent_as_a_browser_does() -> None:
    form, button = find_form(page(), "Opslaan")
    assert filled_in(form, button, {"naam": "Nieuw"}).to_dict(flat=False) == {
        "csrf_token": ["x"],
        "tekst": ["regel een\r\nregel twee"],
        "ja": ["1"],
        "soort": ["b"],
        "naam": ["Nieuw"],
        "actie": ["bewaren"],
    }


def test_a_box_can_be_emptied_and_an_unknown_field_fails() -> None:
    form, button = find_form(page(), "Weg")
    sent = filled_in(form, button, {"ja": None})
    assert "ja" not in sent
    assert sent["actie"] == "weg"
    with pytest.raises(AssertionError, match="heeft geen veld \\['onbekend'\\]"):
        filled_in(form, button, {"onbekend": "x"})


def test_a_button_that_is_not_there_fails_with_those_that_are() -> None:
    with pytest.raises(AssertionError, match="geen knop 'Versturen'; wel: \\['Opslaan', 'Weg'\\]"):
        find_form(page(), "Versturen")
