"""HTML as a browser's parser builds it, and what that parser had to repair."""

from __future__ import annotations

import turbohtml
from lxml import etree
from lxml.etree import _Element

Tags = list[tuple[str, int]]


def read_html(html: str) -> tuple[_Element, list[str]]:
    """The tree of a whole page, and each thing that is wrong with how it is written, in words."""
    document = turbohtml.parse(html)
    return etree.fromstring(document.inner_xml), _repairs(html, document)


def read_fragment(html: str) -> tuple[_Element, list[str]]:
    """The same of a part of a page; its elements stand in one around them."""
    fragment = turbohtml.parse_fragment(html)
    # Wrong names and signs are told of a whole page only.
    errors = _repairs(f"<!doctype html><html><head></head><body>{html}</body></html>")
    return etree.fromstring(f"<fragment>{fragment.inner_xml}</fragment>"), errors


def _repairs(html: str, document: turbohtml.Document | None = None) -> list[str]:
    document = document or turbohtml.parse(html)
    errors = [f"regel {error.line}: {error.code}" for error in document.errors]
    if not html.lower().startswith("<!doctype html>"):
        errors.insert(0, "de pagina begint niet met <!doctype html>")
    # The parser does not tell of tags that it moves, adds or leaves out; then what it writes has other tags.
    return errors + _misplaced(_tags(html), _tags(document.serialize()))


def _tags(html: str) -> Tags:
    """Every tag with its line, in order, such as ("/p", 12). One that closes itself stands for two."""
    found: Tags = []
    for token in turbohtml.tokenize(html):
        if token.type is turbohtml.TokenType.START_TAG:
            found.append((f"{token.tag}", token.line))
            if token.self_closing:
                found.append((f"/{token.tag}", token.line))
        elif token.type is turbohtml.TokenType.END_TAG:
            found.append((f"/{token.tag}", token.line))
    return found


def _misplaced(written: Tags, built: Tags) -> list[str]:
    """Where the parser first built something else than is written."""
    for (tag, line), (other, _) in zip(written, built, strict=False):
        if tag != other:
            return [f"regel {line}: hier staat <{tag}>, gelezen wordt <{other}>"]
    return [] if len(written) == len(built) else ["aan het eind: er is een tag te veel of te weinig"]
