"""Runs → the small Markdown that reads back as those runs: the way in for text of a document.

`portal/static/src/paste.js` does the same for what is pasted; the rules stand in docs/decisions/kleine-markdown.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from .blocks import Run
from .inline import LINK, possible_markup, runs_of, safe_address
from .tables import is_rule

# An asterisk of the text itself, for as long as the markup around it is not written yet.
_STAR = "\ue000"
_STARS = re.compile(f"[*{_STAR}]+")
_TYPED_STAR = re.compile(r"^\*(?=\s)")
_ENDS = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)
_UNSAFE = re.compile(r"[()<>\[\]\"\\\s]")
_BRACKETS = str.maketrans("[]", "()")
_LOOKS = ("href", "bold", "italic")


def to_markdown(runs: Iterable[Run]) -> str:
    """Return runs as small Markdown: a line for each of their lines, without blank ones.

    Bold or italic of part of a word is lost, and so is a link that is no http, https or mailto address. Words stay.
    """
    return lines_to_markdown(lines_of(runs))


def lines_to_markdown(tidy: Iterable[Sequence[Run]]) -> str:
    """The same for lines that `lines_of` returned."""
    lines = [_written(line) for line in tidy]
    for place in range(1, len(lines)):
        # Spaces in front keep a line from being the heads of a table.
        if is_rule(lines[place]):
            lines[place - 1] = f"  {lines[place - 1]}"
    return "\n".join(lines)


def lines_of(runs: Iterable[Run]) -> list[list[Run]]:
    """Return the runs line by line, tidy: no blank lines, no spaces at the ends of a line or twice between runs."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        if "\n" not in run.text:
            lines[-1].append(run)
            continue
        first, *others = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=text)] for text in others]
    return [tidy for line in lines if (tidy := _tidied(line))]


def _tidied(line: Sequence[Run]) -> list[Run]:
    tidy: list[Run] = []
    for run in line:
        text = run.text.lstrip() if not tidy or tidy[-1].text[-1].isspace() else run.text
        if text:
            tidy.append(run if text == run.text else replace(run, text=text))
    while tidy and tidy[-1].text.isspace():
        tidy.pop()
    if tidy and tidy[-1].text[-1].isspace():
        tidy[-1] = replace(tidy[-1], text=tidy[-1].text.rstrip())
    return tidy


def _written(line: Sequence[Run]) -> str:
    """The line with its looks; without them when it would not read as these words."""
    plain = "".join(run.text for run in line)
    if not any(run.bold or run.italic or run.href for run in line) and "*" not in plain and "](" not in plain:
        return plain
    runs = [replace(run, text=_unmarked(run.text), href=_address(run.href)) for run in line]
    marked = _escaped(_marked(runs, _LOOKS, "", ""))
    if not _reads_as(marked, plain):
        marked = _escaped(_unmarked(plain))
    return _TYPED_STAR.sub(r"\\*", marked)


def _unmarked(text: str) -> str:
    return LINK.sub(_no_link, text).replace("*", _STAR)


def _no_link(match: re.Match[str]) -> str:
    """Words that the parser would take for a link get the backslash that says that they are none."""
    return f"\\{match[0]}" if match[1].strip() and safe_address(match[2]) else match[0]


def _address(href: str | None) -> str | None:
    if not href:
        return None
    encoded = _UNSAFE.sub(lambda sign: f"%{ord(sign[0]):02x}" if ord(sign[0]) < 128 else "%20", href.strip())
    return safe_address(encoded)


def _reads_as(markdown: str, plain: str) -> bool:
    read = "".join(run.text for run in runs_of(markdown))
    return read.translate(_BRACKETS) == plain.translate(_BRACKETS)


def _marked(runs: Sequence[Run], looks: Sequence[str], before: str, after: str) -> str:
    """Neighbours of one look together, one look at a time: the link outside, then bold, then italic."""
    if not looks:
        return "".join(run.text for run in runs)
    groups = [list(same) for _, same in groupby(runs, key=attrgetter(looks[0]))]
    done = ""
    for place, group in enumerate(groups):
        follows = groups[place + 1][0].text[:1] if place + 1 < len(groups) else after
        # Two kinds of markup that touch would read as a third: "**a***b*".
        last = "a" if done.endswith("*") else (done[-1:] or before)
        done += _wrapped(group, looks, last, follows)
    return done


def _wrapped(group: Sequence[Run], looks: Sequence[str], before: str, after: str) -> str:
    look, *others = looks
    value = getattr(group[0], look)
    text = "".join(run.text for run in group)

    def inner(left: str, right: str) -> str:
        return _marked(group, others, left, right)

    if not value or not text.strip():
        return inner(before, after)
    if look == "href":
        return _linked(value, text, inner)
    return _starred("**" if look == "bold" else "*", text, before, after, inner)


def _starred(sign: str, text: str, before: str, after: str, inner: Callable[[str, str], str]) -> str:
    start, shown, end = _parts(text)
    touches = may_touch(start or before) and may_touch(end or after)
    if not touches or shown.startswith(_STAR) or shown.endswith((_STAR, "\\")):
        return inner(before, after)
    return f"{start}{sign}{inner(sign, sign).strip()}{sign}{end}"


def _linked(href: str, text: str, inner: Callable[[str, str], str]) -> str:
    start, shown, end = _parts(text)
    if shown == href or f"{shown}/" == href:
        return f"{start}{shown}{end}"
    return f"{start}[{inner('[', ']').strip().translate(_BRACKETS)}]({href}){end}"


def _parts(text: str) -> tuple[str, str, str]:
    match = _ENDS.fullmatch(text)
    return (match[1], match[2], match[3]) if match else ("", text, "")


def may_touch(sign: str) -> bool:
    """True for what may stand outside an asterisk: nothing, a space or punctuation, but no backslash."""
    last = sign[-1:]
    return not last or (last != "\\" and (last.isspace() or unicodedata.category(last)[0] == "P"))


def _escaped(line: str) -> str:
    """A backslash before asterisks of the text that could be markup without it."""
    if _STAR not in line:
        return line
    own = {match.start() for match in _STARS.finditer(line) if _STAR in match[0]}
    bare = line.replace(_STAR, "*")
    places = own.intersection(possible_markup(bare))
    return "".join(f"\\{sign}" if place in places else sign for place, sign in enumerate(bare))
