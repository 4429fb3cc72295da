"""One line of text → runs: markdown-it-py with three rules of ours in place of its own.

Bold and italic are written with asterisks and never begin or end inside a word ("5*3*2"). Links are written
``[tekst](adres)``; a bare web address links to itself. A backslash stays visible, unless it stands before
asterisks or a link that would have been markup without it.
"""

from __future__ import annotations

import re
from itertools import accumulate, groupby
from operator import or_
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from .blocks import Run

_ADDRESS = r"(?:https?://|mailto:)(?:[^\s()<>\[\]\"\\]|\([^\s()<>\[\]\"\\]{0,500}\)){1,2000}"
LINK = re.compile(rf"\[([^\[\]\n]{{1,1000}})\]\(({_ADDRESS})\)", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"\bhttps?://[^\s<>\"\[\]*\\]{1,2000}", re.IGNORECASE)
_CLOSING_PUNCTUATION = ".,;:!?'’”»…"
_MAY_BE_MARKED = re.compile(r"\*|\]\(|https?://", re.IGNORECASE)
_ESCAPED_STARS = re.compile(r"\\(\*+)")
_STARS = re.compile(r"\*+")
_LONGEST_RUN_OF_STARS = 3


def runs_of(line: str) -> list[Run]:
    """Return the runs of one line (without line ends), with neighbours of one look joined."""
    if not _MAY_BE_MARKED.search(line):
        return [Run(line)] if line else []
    tokens = _PARSER.inline.parse(line, _PARSER, {"needed": _needed_escapes(line)}, [])
    runs = joined(_drawn(tokens))
    return [cut for run in runs for cut in _with_bare_addresses(run) if cut.text] if "://" in line else runs


def joined(runs: list[Run]) -> list[Run]:
    """Return the runs with neighbours of one look as one run, and without empty ones."""
    if len(runs) < 2:
        return [run for run in runs if run.text]
    groups = groupby((run for run in runs if run.text), key=_look)
    return [Run("".join([run.text for run in same]), *look) for look, same in groups]


def _look(run: Run) -> tuple[bool, bool, str | None]:
    return run.bold, run.italic, run.href


def safe_address(address: str) -> str | None:
    """Return the address encoded for a link; None when it is no working http, https or mailto address."""
    try:
        scheme, colon, rest = address.partition(":")
        encoded = _PARSER.normalizeLink(scheme.lower() + colon + rest)
        parts = urlsplit(encoded)
        port_is_valid = parts.port is None or parts.port >= 0
    except ValueError:
        return None
    is_web = parts.scheme in {"http", "https"} and bool(parts.hostname) and port_is_valid
    is_mail = parts.scheme == "mailto" and "@" in parts.path
    return encoded if (is_web or is_mail) and encoded.isascii() else None


def _drawn(tokens: list[Token]) -> list[Run]:
    """Turn the parser's open and close tokens into runs that each know their own look."""
    runs, bold, italic, href = [], 0, 0, None
    for token in tokens:
        if token.type == "text":
            runs.append(Run(token.content, bold > 0, italic > 0, href))
        elif token.tag == "strong":
            bold += token.nesting
        elif token.tag == "em":
            italic += token.nesting
        elif token.tag == "a":
            href = str(token.attrs["href"]) if token.nesting > 0 else None
    return runs


def _with_bare_addresses(run: Run) -> list[Run]:
    """Cut a run at the bare web addresses in it, and link those to themselves."""
    if run.href or "://" not in run.text:
        return [run]
    result, done = [], 0
    for match in _BARE_ADDRESS.finditer(run.text):
        shown = _without_closing_punctuation(match[0])
        href = safe_address(shown)
        if href:
            result.append(Run(run.text[done : match.start()], run.bold, run.italic))
            result.append(Run(shown, run.bold, run.italic, href))
            done = match.start() + len(shown)
    return [*result, Run(run.text[done:], run.bold, run.italic)]


def _without_closing_punctuation(address: str) -> str:
    """Leave the full stop, or the bracket around the address, to the sentence."""
    address = address.rstrip(_CLOSING_PUNCTUATION)
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(_CLOSING_PUNCTUATION)
    return address


def _needed_escapes(line: str) -> frozenset[int]:
    """Return where a backslash before asterisks is needed: without it, the asterisks could be markup.

    They could when they can open and later ones can close, or the other way round. The pasting of Word text
    (portal/static/src/paste.js) writes its backslashes by the same rule.
    """
    escapes = list(_ESCAPED_STARS.finditer(line))
    if not escapes:
        return frozenset()
    bare = _ESCAPED_STARS.sub(r"\1", line)
    # The n-th backslash gone moves everything after it n places to the left.
    where = {match.start() - gone: match.start() for gone, match in enumerate(escapes)}
    return frozenset(where[start] for start in possible_markup(bare) if start in where)


def possible_markup(line: str) -> list[int]:
    """Return where asterisks begin that could open or close bold or italic, given the others in this line."""
    state = StateInline(line, _PARSER, {}, [])
    scans = [(match.start(), state.scanDelims(match.start(), False)) for match in _STARS.finditer(line)]
    scans = [(start, scan) for start, scan in scans if scan.length <= _LONGEST_RUN_OF_STARS]
    opened_before = [False, *accumulate((scan.can_open for _, scan in scans), or_)]
    closed_after = [False, *accumulate((scan.can_close for _, scan in reversed(scans)), or_)][-2::-1]
    return [
        start
        for (start, scan), opened, closed in zip(scans, opened_before, closed_after, strict=False)
        if (scan.can_open and closed) or (scan.can_close and opened)
    ]


def _asterisks(state: StateInline, silent: bool) -> bool:
    """Rule: one to three asterisks around words are bold and italic; more, or inside a word, are text."""
    if silent or state.src[state.pos] != "*":
        return False
    scanned = state.scanDelims(state.pos, False)
    if scanned.length > _LONGEST_RUN_OF_STARS or not (scanned.can_open or scanned.can_close):
        state.append_pending("*" * scanned.length)
    else:
        for _ in range(scanned.length):
            state.push("text", "", 0).content = "*"
            place = len(state.tokens) - 1
            state.delimiters.append(Delimiter(ord("*"), scanned.length, place, -1, scanned.can_open, scanned.can_close))
    state.pos += scanned.length
    return True


def _backslash(state: StateInline, silent: bool) -> bool:
    """Rule: a backslash goes only where it kept asterisks or a link from being markup."""
    if silent or state.src[state.pos] != "\\":
        return False
    stars = _STARS.match(state.src, state.pos + 1)
    if stars:
        state.append_pending(stars[0] if state.pos in state.env["needed"] else "\\" + stars[0])
        state.pos = stars.end()
        return True
    if _link_at(state, state.pos + 1):
        state.append_pending("[")
        state.pos += 2
        return True
    return False


def _link_at(state: StateInline, place: int) -> tuple[re.Match[str], str] | None:
    match = LINK.match(state.src, place, state.posMax)
    href = safe_address(match[2]) if match and match[1].strip() else None
    return (match, href) if match and href else None


def _link(state: StateInline, silent: bool) -> bool:
    """Rule: ``[tekst](adres)``; the text may be bold or italic. Anything else in brackets is text."""
    found = None if silent or state.src[state.pos] != "[" else _link_at(state, state.pos)
    if not found:
        return False
    match, href = found
    end = state.posMax
    state.pos, state.posMax = match.span(1)
    state.push("link_open", "a", 1).attrs["href"] = href
    state.md.inline.tokenize(state)
    state.push("link_close", "a", -1)
    state.pos, state.posMax = match.end(), end
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero")
    parser.inline.ruler.at("emphasis", _asterisks)
    parser.inline.ruler.at("escape", _backslash)
    parser.inline.ruler.at("link", _link)
    return parser.enable(["emphasis", "escape", "link"])


_PARSER = _parser()
