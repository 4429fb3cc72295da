"""In a walk of many pages axe looks only at what it did not see before: nothing that is made otherwise is left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import accessibility

KNOWN = (
    "<html lang=nl><title>Proef</title><main><h1>Proef</h1><p class=a>Woord</p>"
    "<a href=/x>Naar x</a><button type=button>Doe</button><label for=i>Naam</label><input id=i></main></html>"
)


@pytest.fixture
def known(page: Page, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Page:
    """A page that axe looked at."""
    own = accessibility.Sound(tmp_path / "axe.sound")
    monkeypatch.setattr(accessibility, "sound", lambda: own)
    page.set_content(KNOWN)
    assert accessibility.assert_accessible_where_new(page)
    return page


def test_other_words_and_more_of_the_same_are_not_looked_at_again(known: Page) -> None:
    known.set_content(KNOWN.replace("Woord", "Iets anders").replace("</main>", "<p class=a>Nog een</p></main>"))
    assert not accessibility.assert_accessible_where_new(known)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("<p class=a>", "<p class=b>"),
        ("<p class=a>", "<p class=a hidden>"),
        ("<p class=a>", "<p class=a><b>Woord</b>"),
        ("type=button", "type=submit"),
        ("<input id=i>", "<input id=i><input id=i>"),
        ("<label for=i>Naam</label>", "<label for=j>Naam</label>"),
        ("<a href=/x>Naar x</a>", "<p class=a><a href=/x>Naar x</a></p>"),
    ],
)
def test_what_is_made_otherwise_is_looked_at(known: Page, monkeypatch: pytest.MonkeyPatch, was: str, now: str) -> None:
    looked: list[Page] = []
    monkeypatch.setattr(accessibility, "assert_accessible", looked.append)
    known.set_content(KNOWN.replace(was, now))
    assert accessibility.assert_accessible_where_new(known)
    assert looked == [known]


def test_what_axe_refuses_is_refused_each_time(known: Page) -> None:
    for _ in range(2):
        known.set_content(KNOWN.replace("Naar x", ""))
        with pytest.raises(AssertionError, match="link-name"):
            accessibility.assert_accessible_where_new(known)


def test_what_axe_saw_in_another_process_is_not_looked_at_again(tmp_path: Path) -> None:
    mine, theirs = accessibility.Sound(tmp_path / "axe.sound"), accessibility.Sound(tmp_path / "axe.sound")
    mine.add({"MAIN > P a", "MAIN > P\nb"})
    theirs.add({"MAIN > A"})
    assert theirs.has_all({"MAIN > P a", "MAIN > P\nb", "MAIN > A"})
    assert mine.has_all({"MAIN > A", "MAIN > P a"})
    assert not mine.has_all({"MAIN > A", "MAIN > B"})


def test_a_line_that_is_half_written_is_not_read(tmp_path: Path) -> None:
    kept = tmp_path / "axe.sound"
    kept.write_bytes(b'"MAIN > P"\n"MAIN > ')
    seen = accessibility.Sound(kept)
    assert seen.has_all({"MAIN > P"})
    assert not seen.has_all({"MAIN > "})
    with kept.open("ab") as more:
        more.write(b'A"\n')
    assert seen.has_all({"MAIN > P", "MAIN > A"})
