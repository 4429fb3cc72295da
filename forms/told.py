"""What a filled-in form says, field by field, in the words that people read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wtforms import BooleanField, Field, SelectFieldBase

from forms.base import BaseForm
from forms.fields import LongText, Revision

# What a form holds for itself.
_BOOKKEEPING = ("csrf_token",)


@dataclass(frozen=True)
class Told:
    """One field: what it is called and what it says ("" for nothing). `is_markdown`: typed in the small Markdown."""

    name: str
    label: str
    text: str
    is_markdown: bool = False


def told(form: BaseForm) -> tuple[Told, ...]:
    """The fields of a form in its order, without what it keeps for itself (token, revision)."""
    return tuple(
        Told(field.short_name, field.label.text, _text(field), isinstance(field, LongText))
        for field in form
        if field.short_name not in _BOOKKEEPING and not isinstance(field, Revision)
    )


def _text(field: Field) -> str:
    if isinstance(field, BooleanField):
        return "Ja" if field.data else ""
    if isinstance(field, SelectFieldBase):
        return ", ".join(_label(field, key) for key in _chosen(field.data))
    return str(field._value()).strip()


def _chosen(data: Any) -> list[Any]:
    return [key for key in (data if isinstance(data, list) else [data]) if key]


def _label(field: SelectFieldBase, key: Any) -> str:
    """The words of a choice; its key when it is no longer offered."""
    return next((str(one.label) for one in field.choices or () if one.value == key), str(key))
