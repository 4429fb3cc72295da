"""Filling in a form of a page and sending it as a browser would."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from lxml.etree import _Element
from werkzeug.datastructures import MultiDict

from tests.reading.pages import Page, words

# A file to send: its name and its content.
Upload = tuple[str, bytes]


def find_form(page: Page, button: str) -> tuple[_Element, _Element]:
    """The form with a button of these words, and that button; fails with the words that are there."""
    buttons = page.find("//button[@form or ancestor::form][not(@type) or @type='submit']")
    found = [one for one in buttons if button in (words(one), one.get("aria-label"))]
    assert found, f"{page.url}: geen knop {button!r}; wel: {[words(one) for one in buttons]}"
    if found[0].get("form"):
        return page.one(f"//form[@id='{found[0].get('form')}']"), found[0]
    return found[0].xpath("ancestor::form[1]")[0], found[0]


def filled_in(form: _Element, button: _Element, changes: dict[str, Any]) -> MultiDict[str, Any]:
    """What a browser would send: the present values, with `changes` by field name.

    A change is a text, a list of texts (several boxes ticked), an Upload, or None (box not ticked). A file field that
    nobody touched is sent as an empty file, as browsers do. Fails for a field that the form does not have.
    """
    data: MultiDict[str, Any] = MultiDict()
    names = set()
    for control in _controls(form):
        name = control.get("name")
        if name and control.get("disabled") is None:
            names.add(name)
            if name not in changes:
                _add_present(data, name, control)
    unknown = set(changes) - names
    assert not unknown, f"het formulier heeft geen veld {sorted(unknown)}; wel: {sorted(names)}"
    for name, value in changes.items():
        for one in value if isinstance(value, list) else [value]:
            if one is not None:
                data.add(name, (BytesIO(one[1]), one[0]) if isinstance(one, tuple) else one)
    if button.get("name"):
        data.add(button.get("name"), button.get("value") or "")
    return data


def _controls(form: _Element) -> list[_Element]:
    """The fields of a form: those inside it, and those elsewhere on the page that name it."""
    kinds = "self::input or self::select or self::textarea"
    inside = form.xpath(f".//*[{kinds}][not(@form)]")
    return inside + (form.xpath(f"//*[{kinds}][@form='{form.get('id')}']") if form.get("id") else [])


def _add_present(data: MultiDict[str, Any], name: str, control: _Element) -> None:
    kind = control.get("type", "text") if control.tag == "input" else control.tag
    if kind in ("checkbox", "radio"):
        if control.get("checked") is not None:
            data.add(name, control.get("value", "on"))
    elif kind == "select":
        options = control.xpath(".//option[@selected]") or control.xpath("(.//option)[1]")
        for option in options:
            data.add(name, option.get("value", words(option)))
    elif kind == "textarea":
        # The parser already dropped the one line end that HTML ignores; browsers send CRLF.
        data.add(name, (control.text or "").replace("\r\n", "\n").replace("\n", "\r\n"))
    elif kind == "file":
        data.add(name, (BytesIO(b""), ""))
    elif kind not in ("submit", "button", "reset", "image"):
        data.add(name, control.get("value", ""))
