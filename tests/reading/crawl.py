"""Every form that a person comes across: following the links from Start, a few pages of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

from flask import Flask
from lxml import html
from lxml.etree import _Element
from werkzeug.exceptions import HTTPException

from tests.client import StrictClient

# So many pages of one kind: the same view, asked for with the same words behind its question mark.
PAGES_OF_A_KIND = 10
# So many of one view at the most: a report has a page per number, and the overview one per way to filter.
PAGES_OF_A_VIEW = 70
# A report has a page for each of its numbers and sentences, all alike: of the first so many have every form.
FEWER_OF = {"rapporten.getal": 12, "rapporten.zin": 40}


@dataclass(frozen=True)
class FoundForm:
    """One way to send a form: the page it stands on, its place there, where it goes, and the view that takes it."""

    page: str
    place: int
    method: str
    target: str
    endpoint: str
    element: _Element

    @property
    def texts_and_choices(self) -> list[str]:
        """The names of what a person types or chooses in it, also in fields elsewhere on the page."""
        return [control.get("name") for control in controls(self.element) if _is_made_by_a_person(control)]


def controls(form: _Element) -> list[_Element]:
    """The fields with a name that are sent with a form."""
    kinds = "self::input or self::select or self::textarea"
    found = form.xpath(f".//*[{kinds}][@name][not(@form)]")
    return found + (form.xpath(f"//*[{kinds}][@name][@form='{form.get('id')}']") if form.get("id") else [])


def _is_made_by_a_person(control: _Element) -> bool:
    return control.get("type") not in ("hidden", "submit", "button") and control.get("disabled") is None


def pages_of(client: StrictClient, start: str = "/") -> Iterator[tuple[str, _Element]]:
    """Every page that somebody gets to by links, a few of each kind: its address and what stands there."""
    seen, waiting, kinds, views = {start}, [start], Counter[object](), Counter[str]()
    while waiting:
        address = waiting.pop(0)
        client.get(address, None)
        response = client.response
        assert response is not None
        if response.status_code != 200 or response.mimetype != "text/html":
            continue
        page = html.fromstring(response.get_data(as_text=True))
        yield address, page
        for link in page.xpath("//a/@href"):
            to = urldefrag(urljoin(f"http://localhost{address}", link))[0].removeprefix("http://localhost")
            kind = _kind(client.app, to)
            most = FEWER_OF.get(kind[0], PAGES_OF_A_VIEW) if kind else 0
            if to not in seen and kind and kinds[kind] < PAGES_OF_A_KIND and views[kind[0]] < most:
                kinds[kind] += 1
                views[kind[0]] += 1
                seen.add(to)
                waiting.append(to)


def _kind(app: Flask, address: str) -> tuple[str, object, object] | None:
    """The view of a page and what else tells pages of one kind from others; None for what is no page of ours."""
    parts = urlsplit(address)
    # A file to download has no forms.
    if parts.netloc or "." in parts.path.rpartition("/")[2]:
        return None
    try:
        endpoint, values = app.url_map.bind("localhost").match(parts.path or "/")
    except HTTPException:
        return None
    words = (value for name, value in values.items() if isinstance(value, str))
    return endpoint, tuple(words), tuple(sorted(parse_qs(parts.query)))


def forms_on(app: Flask, address: str, page: _Element) -> Iterator[FoundForm]:
    """The forms of one page; one that has buttons for several addresses for each of these."""
    urls = app.url_map.bind("localhost")
    for place, form in enumerate(page.xpath("//form")):
        method = (form.get("method") or "get").upper()
        for target in dict.fromkeys(button.get("formaction") or _action(form, address) for button in buttons(form)):
            path = urlsplit(urljoin(f"http://localhost{address}", target)).path
            yield FoundForm(address, place, method, target, urls.match(path, method=method)[0], form)


def _action(form: _Element, address: str) -> str:
    return form.get("action") or address


def buttons(form: _Element) -> list[_Element]:
    """The buttons that send a form."""
    sends = "not(@type) or @type='submit'"
    inside = form.xpath(f".//button[{sends}][not(@form)]")
    return inside + (form.xpath(f"//button[{sends}][@form='{form.get('id')}']") if form.get("id") else [])
