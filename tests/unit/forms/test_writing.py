"""Runs become small Markdown that reads back as those runs, and never loses a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.richtext import Paragraph, Run, parse, to_words
from forms.richtext.writing import to_markdown


@pytest.mark.parametrize(
    ("runs", "markdown"),
    [
        ([Run("Wij "), Run("moeten ", bold=True), Run("nu", italic=True)], "Wij **moeten** *nu*"),
        ([Run("door"), Run("gaan", bold=True)], "doorgaan"),
        ([Run("vet en ", bold=True), Run("schuin", bold=True, italic=True)], "**vet en *schuin***"),
        ([Run("lees "), Run("dit", href="https://a.test/b c")], "lees [dit](https://a.test/b%20c)"),
        ([Run("https://a.test", href="https://a.test/")], "https://a.test"),
        ([Run("weg", href="file:///c:/map")], "weg"),
        ([Run("*let op*")], "\\*let op\\*"),
        ([Run("[x](https://a.test)")], "\\[x](https://a.test)"),
        ([Run("* exclusief")], "\\* exclusief"),
        ([Run("kop | wie\n---|---")], "  kop | wie\n---|---"),
        ([Run("vet\n\nen door ", bold=True), Run(" gewoon")], "**vet**\n**en door** gewoon"),
        ([Run("  "), Run("\t")], ""),
    ],
)
def test_runs_are_written_by_the_rules_of_pasting(runs: list[Run], markdown: str) -> None:
    assert to_markdown(runs) == markdown


_TEXT = st.text(alphabet="ab *[](|\\-.1\n:/", max_size=8) | st.sampled_from(
    ["**", "](https://a.test)", "[a", "https://a.test"]
)
_HREF = st.sampled_from([None, None, None, "https://a.test/", "mailto:a@b.test", "ftp://x"])


@given(st.lists(st.builds(Run, _TEXT, st.booleans(), st.booleans(), _HREF), max_size=5))
def test_every_word_stays_whatever_the_look(runs: list[Run]) -> None:
    words = "".join(run.text for run in runs).translate(str.maketrans("[]", "()")).split()
    read = [word.translate(str.maketrans("[]", "()")) for word in to_words(to_markdown(runs))]
    # A bullet or a number that somebody typed becomes one of a list, and a backslash typed before it is read as ours.
    assert [word for word in words if word not in read and word.lstrip("\\") not in {"-", "1.", "*"}] == []


def test_one_look_reads_back_as_it_was() -> None:
    runs = (Run("Wij "), Run("moeten", bold=True), Run(" nu "), Run("door", italic=True), Run("."))
    assert parse(to_markdown(runs)) == (Paragraph(runs),)
