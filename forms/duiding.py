"""What a region is asked under each view of its figures: *Herkennen jullie dit?*, and a box for its own words.

Source of the questions to talk about: the regiobeeld in the programme's eindrapportage. Three of them presuppose a
finding: `portal/domain/instroom/findings.py` says where it holds.
"""

from __future__ import annotations

from forms.spec import Block, Format, Kind, Question, Section

HERKENNEN = "Herkennen jullie dit?"
_BOX = "Wat betekent dit cijfer hier? Schrijf het op zoals u het in uw plan zou schrijven."


def _section(key: str, label: str) -> Section:
    question = Question(f"duiding_{key}", f"Uw duiding: {label}", Kind.LONG_TEXT, required=False, guidance=_BOX)
    return Section(key, label, questions=(question,))


DUIDING = Format(
    key="duiding",
    title=HERKENNEN,
    intro=(),
    blocks=(
        Block(
            key="duiding",
            title=f"A. {HERKENNEN}",
            sections=(
                _section("totaal", "totale instroom"),
                _section("leeftijd", "leeftijd"),
                _section("herkomst", "herkomst"),
                _section("zorgzwaarte", "zorgzwaarteprofiel"),
            ),
            one_page=True,
        ),
    ),
)
# Which view each question is about.
VIEW_OF = {one.key: section.key for section in DUIDING.blocks[0].sections for one in section.questions}
DUIDING_STAP = DUIDING.steps[0]
