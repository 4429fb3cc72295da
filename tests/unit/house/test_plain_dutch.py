"""Plain Dutch (norm TAAL-1): no sentence of a template is longer than a person keeps in mind.

Simple on purpose. It reads the words between tags, and leaves out what a template fills in.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
MOST_WORDS = 25
# Words of offices for which there is a plain one.
STIFF = {
    "middels": "met",
    "teneinde": "om te",
    "dient te": "moet",
    "dienen te": "moeten",
    "conform": "volgens",
    "inzake": "over",
    "derhalve": "daarom",
    "betreffende": "over",
    "indien": "als",
    "alsmede": "en ook",
    "onderhavige": "dit",
    "desbetreffende": "deze",
    "geschiedt": "gebeurt",
}
TEMPLATES = sorted((ROOT / "templates").rglob("*.html")) + sorted((ROOT / "templates").rglob("*.txt"))
# Tags inside a line of text; every other tag ends a sentence.
INLINE = r"</?(?:a|abbr|b|code|em|i|span|strong|time)\b[^>]*>"


def sentences_of(template: str) -> list[str]:
    """The sentences a template says, with "…" where it fills something in."""
    text = re.sub(r"{#.*?#}|<(script|svg)\b.*?</\1>", "\n\n", template, flags=re.DOTALL)
    text = re.sub(INLINE, "", text)
    text = re.sub(r"{%.*?%}|<[^>]*>", "\n\n", text, flags=re.DOTALL)
    text = re.sub(r"{{.*?}}", "…", text, flags=re.DOTALL)
    pieces = re.split(r"\n\s*\n|(?<=[.!?:])\s+", text)
    return [" ".join(piece.split()) for piece in pieces if piece.strip()]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_sentences_are_short(path: Path) -> None:
    sentences = sentences_of(path.read_text(encoding="utf-8"))
    assert [sentence for sentence in sentences if len(sentence.split()) > MOST_WORDS] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_words_are_plain(path: Path) -> None:
    text = " ".join(sentences_of(path.read_text(encoding="utf-8"))).casefold()
    assert {stiff: plain for stiff, plain in STIFF.items() if re.search(rf"\b{stiff}\b", text)} == {}


def test_sentences_are_read_across_links_and_not_across_paragraphs() -> None:
    template = '<p>Ga naar <a href="{{ url }}">de start</a>. Klaar {{ naam }}!</p>\n<p>Tweede stuk</p>{# weg #}'
    assert sentences_of(template) == ["Ga naar de start.", "Klaar …!", "Tweede stuk"]
