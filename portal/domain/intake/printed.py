"""The words of a row of the plan as its file prints them, and a field of the plan from words of the file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from forms.cleaning import clean_line, clean_text
from forms.richtext import to_plain
from forms.spec import Kind, Question
from portal.domain.intake.coming_back import ComeBack, are_alike, same_words

_NUMBER = re.compile(r"(\d{1,2}[a-z]?(?:\.\d{1,2})*)[.)]?\s+(?=\S)")
_LONG = frozenset({"omschrijving", "tekst"})


def printed_words(question: Question, values: Mapping[str, Any]) -> dict[str, str]:
    """What the file says of a row with these values."""
    kind = question.kind
    if kind is Kind.PARTIJEN:
        return {"naam": _with_kind(values["naam"], question.choice_label(values["soort"]) if values["soort"] else "")}
    if kind is Kind.DOELSTELLINGEN:
        return {"tekst": values["tekst"]}
    if kind is Kind.ACTIES:
        what = f"{values['paragraaf']} {to_plain(values['omschrijving'])}".strip()
        return {"omschrijving": what, **{name: values[name] for name in ("verantwoordelijke", "tijdslijn")}}
    return {name: values[name] for name in ("activiteit", "mijlpaal", "tijdslijn")}


def words_in_file(question: Question, fields: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """What a row of a file says, as `printed_words`. A party stands on one line: a name may end in a kind itself."""
    words = {name: cell for name, cell in zip(fields, cells, strict=True) if name}
    return {"naam": _with_kind(words["naam"], words.get("soort", ""))} if question.kind is Kind.PARTIJEN else words


def _with_kind(name: str, kind: str) -> str:
    return f"{name} ({kind})" if kind else name


def says_the_same(name: str, one: str, other: str, come_back: ComeBack) -> bool:
    """True when a field says the same. A goal is typed in the small Markdown, any other field is printed plain."""
    if name != "tekst":
        return same_words(one, other)
    return are_alike(one, other) or are_alike(come_back(one), come_back(other))


def stored_values(question: Question, words: Mapping[str, str], now: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the plan for words of a file, in a row that has the values `now`."""
    values: dict[str, Any] = {}
    for name, text in words.items():
        if name == "naam":
            values |= _party(question, clean_line(text))
        elif name == "omschrijving":
            values |= _numbered(clean_text(text), now)
        else:
            values[name] = clean_text(text) if name in _LONG else clean_line(text)
    return values


def _party(question: Question, text: str) -> dict[str, str]:
    kind = next((one for one in question.choices if text.endswith(f" ({one.label})")), None)
    return {"naam": text.removesuffix(f" ({kind.label})"), "soort": kind.key} if kind else {"naam": text, "soort": ""}


def _numbered(text: str, now: Mapping[str, Any]) -> dict[str, str]:
    """The number and the words of an action. The same words keep their look, which a cell of Word does not have."""
    number = now.get("paragraaf", "")
    if number and text.startswith(f"{number} "):
        return {"omschrijving": text[len(number) :].strip()}
    found = _NUMBER.match(text) if number else None
    rest = text[found.end() :] if found else text
    values = {"paragraaf": found[1] if found else ""} if number else {}
    if same_words(rest, to_plain(now.get("omschrijving", ""))):
        return values
    return {**values, "omschrijving": rest}
