"""What was handed in last time, as it would be said now: another edition has other keys, choices and words.

Pure: works on the content of a sheet as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forms.spec import Format, Kind, Question

Content = Mapping[str, Any]


def as_asked_now(last: Content, *, then: Format, now: Format) -> dict[str, Any]:
    """The content of last time with the keys of now. Progress and expectations also have their words of then."""
    same = then.key == now.key
    answers = {"answers": last["answers"], "afwijkingen": last["afwijkingen"]} if same else _answers(last, then, now)
    return {**last, **answers, "voortgang": _progress(last, then, now), "regels": _rows(last, then, now)}


def _answers(last: Content, then: Format, now: Format) -> dict[str, Any]:
    differing = {code: _given(texts, then, now) for code, texts in last["afwijkingen"].items()}
    return {"answers": _given(last["answers"], then, now), "afwijkingen": differing}


def _given(texts: Mapping[str, str], then: Format, now: Format) -> dict[str, str]:
    """The answers to questions that are asked again: with the same key, or in the same part of the count."""
    asked = ((one, _earlier(one, then)) for one in now.questions if not one.kind.is_list)
    found = {one.key: _chosen(one, was, texts.get(was.key, "")) for one, was in asked if was}
    return {key: text for key, text in found.items() if text}


def _earlier(question: Question, then: Format) -> Question | None:
    if question.role:
        return then.of_role(question.role)
    return next((one for one in then.questions if one.key == question.key and one.kind is question.kind), None)


def _chosen(now: Question, was: Question, stored: str) -> str:
    """A text as it is; of choices those that can still be made."""
    if not now.choices:
        return stored
    kept = (now.choice(key) for key in was.counted(stored).split())
    return " ".join(choice.key for choice in kept if choice)


def _progress(last: Content, then: Format, now: Format) -> dict[str, dict[str, Any]]:
    was, asked = then.of_kind(Kind.VOORTGANG), now.of_kind(Kind.VOORTGANG)
    if was is None or asked is None:
        return dict(last["voortgang"])
    return {key: _told(one, was, asked) for key, one in last["voortgang"].items()}


def _told(one: Content, was: Question, asked: Question) -> dict[str, Any]:
    """What was said of one action, and of where it went otherwise."""
    differing = {code: {**it, **_status(it["status"], was, asked)} for code, it in one["afwijkingen"].items()}
    return {**one, **_status(one["status"], was, asked), "afwijkingen": differing}


def _status(stored: str, was: Question, asked: Question) -> dict[str, str]:
    """The key of now (none of its choices when it can't be chosen any more), and what it was called then."""
    counted = was.counted(stored)
    choice = asked.choice(counted)
    return {"status": choice.key if choice else counted, "label": was.choice_label(stored) if stored else ""}


def _rows(last: Content, then: Format, now: Format) -> dict[str, list[dict[str, Any]]]:
    was, asked = then.of_kind(Kind.VERWACHTINGEN), now.of_kind(Kind.VERWACHTINGEN)
    return {kind: [{**row, **_party(row["aan"], was, asked)} for row in rows] for kind, rows in last["regels"].items()}


def _party(stored: str, was: Question | None, asked: Question | None) -> dict[str, str]:
    """The key of now (that of then when it can't be chosen any more), and what the party was called then."""
    choice = asked.choice(was.counted(stored)) if was and asked and stored else None
    return {"aan": choice.key if choice else stored, "aan_label": was.choice_label(stored) if was else stored}
