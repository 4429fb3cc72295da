"""The sentence under a timeline: how it is read, and what the portal filled in by itself."""

from __future__ import annotations

from datetime import date

from forms.timeline.reading import read_timeline
from forms.timeline.rhythm import in_words
from forms.timeline.window import Window

NOTHING_READ = "Hier is geen datum of periode in gelezen. De tekst blijft staan zoals u die typt."


def timeline_hint(text: str, *, reference_year: int | None = None, begin: date | None = None) -> str:
    """How `text` is read by `read_timeline`, as a sentence. Empty when nothing was typed."""
    if not text.strip():
        return ""
    window = read_timeline(text, reference_year=reference_year, begin=begin)
    if window is None:
        return NOTHING_READ
    if window == read_timeline(text):
        return f"Gelezen als {in_words(text, window)}."
    return _with_what_was_filled_in(text, window, reference_year)


def _with_what_was_filled_in(text: str, window: Window, year: int | None) -> str:
    if year is None or read_timeline(text, reference_year=year) != window:
        return f"Gelezen als {in_words(text, window)}: dan begint het plan."
    read = in_words(text, window)
    name = read if window.name == window.describe() else f"{window.name} ({read})"
    return f"Gelezen als {name}. U noemt geen jaar, daarom geldt het jaar van het plan: {year}."
