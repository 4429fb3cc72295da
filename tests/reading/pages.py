"""Reading a page as the strictest reader would: `read_page` parses it, `problems_of` says what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml.etree import _Element

from tests.reading.html import read_html

LABELLED = "self::select or self::textarea or self::input[not(@type='hidden' or @type='submit' or @type='button')]"
HANDLERS = "//@*[starts-with(name(), 'on')]"


@dataclass(frozen=True)
class Page:
    """One HTML page as somebody got it."""

    url: str
    status: int
    html: str

    @cached_property
    def tree(self) -> _Element:
        """The parsed page."""
        return self._read[0]

    @cached_property
    def parse_errors(self) -> list[str]:
        """What an HTML parser would have to repair."""
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[_Element, list[str]]:
        return read_html(self.html)

    def find(self, xpath: str) -> list[_Element]:
        """The elements that the XPath finds."""
        return list(self.tree.xpath(xpath))

    def one(self, xpath: str) -> _Element:
        """The only element that the XPath finds; fails when there are none or more."""
        found = self.find(xpath)
        assert len(found) == 1, f"{self.url}: {len(found)} × {xpath}"
        return found[0]

    @property
    def title(self) -> str:
        """The words of <title>."""
        return " ".join(words(element) for element in self.find("//head/title"))

    @property
    def h1(self) -> str:
        """The words of the h1."""
        return " ".join(words(element) for element in self.find("//h1"))

    @property
    def text(self) -> str:
        """All words of <main>, with single spaces."""
        return " ".join(words(element) for element in self.find("//main"))

    @property
    def links(self) -> dict[str, str]:
        """Words → address of every link in <main>."""
        return {words(link): link.get("href") for link in self.find("//main//a[@href]")}

    @property
    def errors(self) -> list[str]:
        """The sentences of the list of errors above the form."""
        return [words(item) for item in self.find("//*[@data-error-summary]//li")]


def words(element: _Element) -> str:
    """The words inside an element, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def problems_of(page: Page) -> list[str]:
    """Everything that is wrong with a page, in words; empty when nothing is."""
    checks = (_parsing, _language, _headings, _title, _ids, _forms, _labels, _references, _inline)
    return [problem for check in checks for problem in check(page)]


def _parsing(page: Page) -> Iterator[str]:
    yield from page.parse_errors


def _language(page: Page) -> Iterator[str]:
    if page.tree.get("lang") != "nl":
        yield "<html> zegt niet lang=nl"


def _headings(page: Page) -> Iterator[str]:
    count = len(page.find("//h1"))
    if count != 1:
        yield f"{count} × h1"
    elif not page.find("//main//h1"):
        yield "de h1 staat niet in <main>"


def _title(page: Page) -> Iterator[str]:
    if not page.title.endswith("– Regioportaal"):
        yield f"title eindigt niet op “– Regioportaal”: {page.title!r}"
    beginning = " ".join(page.h1.split()[:3])
    if beginning.casefold() not in page.title.casefold():
        yield f"title {page.title!r} zegt niet wat de h1 zegt: {page.h1!r}"


def _ids(page: Page) -> Iterator[str]:
    for name, count in Counter(page.tree.xpath("//@id")).items():
        if count > 1:
            yield f"id {name!r} staat er {count} keer"


def _forms(page: Page) -> Iterator[str]:
    for form in page.find("//form"):
        where = f"formulier {form.get('action')!r}"
        method = (form.get("method") or "").lower()
        if not form.get("action"):
            yield f"{where} heeft geen action"
        if method not in ("get", "post"):
            yield f"{where} heeft geen method"
        if method == "post" and not form.xpath(".//input[@name='csrf_token' and @value != '']"):
            yield f"{where} heeft geen csrf_token"
        if form.get("novalidate") is None and form.xpath(".//*[@required]"):
            yield f"{where} heeft required zonder novalidate"
    if page.find("//button[@disabled] | //input[@type='submit'][@disabled]"):
        yield "een knop staat uit (FORM-8)"


def _labels(page: Page) -> Iterator[str]:
    labelled = set(page.tree.xpath("//label/@for"))
    for control in page.find(f"//*[{LABELLED}]"):
        named = control.get("aria-label") or control.get("aria-labelledby") or control.xpath("ancestor::label")
        if not named and control.get("id") not in labelled:
            yield f"veld {control.get('name')!r} heeft geen label"
    for button in page.find("//button"):
        if not words(button) and not button.get("aria-label"):
            yield "een knop zonder tekst"


def _references(page: Page) -> Iterator[str]:
    ids = set(page.tree.xpath("//@id"))
    for attribute in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
        for value in page.tree.xpath(f"//@{attribute}"):
            yield from (f"{attribute} wijst naar {name!r}, dat er niet is" for name in value.split() if name not in ids)
    for link in page.tree.xpath("//a[starts-with(@href, '#')]/@href"):
        if link[1:] and link[1:] not in ids:
            yield f"link naar {link!r}, dat er niet is"


def _inline(page: Page) -> Iterator[str]:
    if page.find("//style") or page.tree.xpath("//@style"):
        yield "stijl in de pagina zelf"
    if page.find("//script[not(@src) and not(@type='application/json')]"):
        yield "script in de pagina zelf"
    for handler in page.tree.xpath(HANDLERS):
        yield f"script in een attribuut: {handler!r}"
