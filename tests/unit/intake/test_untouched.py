"""A plan that goes out as Word and comes back untouched is that very plan, whatever people typed in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from exports.plan import ActieRow, DoelstellingRow, MijlpaalRow, PartijRow, PlanDocument
from exports.word.plan import plan_docx
from forms.cleaning import clean_line, clean_text
from forms.marks import mark_of
from forms.national import Soort, first
from forms.plan_marks import PlanMarks
from forms.spec import Kind
from portal.domain.intake.printed import printed_words, says_the_same, words_in_file
from portal.domain.intake.read import read
from portal.domain.intake.recognise.places import PlanPlace, places_of
from portal.domain.intake.recognise.recognise import recognise
from portal.domain.intake.row_edits import ListNow, PlanRowNow, WordRow, list_edit
from portal.domain.intake.text_edits import text_edit
from portal.domain.intake.under_way import account, answer_for
from portal.domain.stored.intake import IntakeContent
from portal.services.intake.coming_back import as_it_comes_back

PLAN = first(Soort.PLAN)
PLACES = places_of(PLAN).by_key
MOMENT = datetime(2026, 3, 1, tzinfo=UTC)
TEXTS = [one.key for one in PLAN.questions if one.kind is Kind.LONG_TEXT]
# What looks like a label, a number, a mark of the small Markdown or a line of the portal itself.
ODD = [
    "Gewoon.", "- een", "- twee", "  - diep", "1. een", "2. twee", "4", "5a.1 Overleggen", "Planning", "Acties:",
    "Zie Acties!", "Volgt later", "Nulwaarde: 3", "Actie gereed", "Omschrijving", "**vet**", "*schuin*", "**half",
    "[hier](https://voorbeeld.example)", "| a | b |", "|---|---|", "| 1 | **2** |", "een | pijp", "a*b", "\\*ster",
    "# kop", "• bol", "1) haak", "kop:", "> citaat", "---", "", "", "m²", "x  y", "Naam (Gemeente)", "a, b en c",
]  # fmt: skip
LINES = st.one_of(st.sampled_from(ODD), st.text(max_size=8))
TYPED = st.lists(LINES, max_size=7).map("\n".join).map(clean_text)
WORDS = LINES.map(clean_line).filter(str.strip)


@dataclass(frozen=True)
class Listed:
    """A list of a plan: of each row its values by field."""

    kind: Kind
    rows: tuple[dict[str, str], ...]


def lists() -> st.SearchStrategy[list[Listed]]:
    row = {
        Kind.PARTIJEN: st.fixed_dictionaries({"naam": WORDS, "soort": st.sampled_from(["", "gemeente"])}),
        Kind.DOELSTELLINGEN: st.fixed_dictionaries({"tekst": TYPED.filter(lambda text: bool(text.strip()))}),
        Kind.ACTIES: st.fixed_dictionaries(
            {
                "paragraaf": st.sampled_from(["", "4", "5a.1"]),
                "omschrijving": TYPED.filter(lambda text: bool(text.strip("-* \n"))),
                "verantwoordelijke": LINES.map(clean_line),
                "tijdslijn": LINES.map(clean_line),
            }
        ),
        Kind.MIJLPALEN: st.fixed_dictionaries(
            {"activiteit": LINES.map(clean_line), "mijlpaal": WORDS, "tijdslijn": LINES.map(clean_line)}
        ),
    }
    return st.tuples(*(st.lists(one, max_size=3).map(partial(_listed, kind)) for kind, one in row.items())).map(list)


def _listed(kind: Kind, many: list[dict[str, str]]) -> Listed:
    return Listed(kind, tuple(many))


def document(answers: dict[str, str], listed: list[Listed]) -> PlanDocument:
    of = {one.kind: one.rows for one in listed}
    revisions = {(kind, number): 1 for kind, many in of.items() for number in range(2, 2 + len(many))}
    label = PLAN.question("partijen").choice_label
    return PlanDocument(
        PLAN,
        "Proefstreek",
        "Concept",
        MOMENT,
        {key: text for key, text in answers.items() if text},
        partijen=tuple(
            PartijRow(row["naam"], label(row["soort"]) if row["soort"] else "", number)
            for number, row in enumerate(of[Kind.PARTIJEN], start=2)
        ),
        doelstellingen=(
            DoelstellingRow("Landelijk.", landelijk=True, id=1),
            *(DoelstellingRow(row["tekst"], id=at) for at, row in enumerate(of[Kind.DOELSTELLINGEN], start=2)),
        ),
        acties=tuple(
            ActieRow(row["paragraaf"], row["omschrijving"], row["verantwoordelijke"], row["tijdslijn"], id=number)
            for number, row in enumerate(of[Kind.ACTIES], start=2)
        ),
        mijlpalen=tuple(
            MijlpaalRow(row["activiteit"], row["mijlpaal"], row["tijdslijn"], id=number)
            for number, row in enumerate(of[Kind.MIJLPALEN], start=2)
        ),
        merken=PlanMarks("p1", MOMENT, dict.fromkeys(answers, 1), {**revisions, (Kind.DOELSTELLINGEN, 1): 1}),
    )


@settings(max_examples=12, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(TEXTS, TYPED)), lists())
def test_a_plan_that_nobody_edited_gives_no_change(answers: dict[str, str], listed: list[Listed]) -> None:
    content = comes_back(document(answers, listed))
    assert account(PLAN, content).adds_up
    assert [one.tekst for one in content.stukken if not one.doel] == []
    edited = [
        key for key in TEXTS if text_edit(answers[key], answers[key], said(content, key), as_it_comes_back).is_edited
    ]
    assert edited == []
    assert [edit for one in listed for edit in edits(content, one)] == []


def comes_back(plan: PlanDocument) -> IntakeContent:
    return recognise(PLAN, read("plan.docx", plan_docx(plan)), name="plan.docx", plan_name="Proefstreek", owner="p1")


def said(content: IntakeContent, key: str) -> str:
    return answer_for(content, PLACES[key])


def edits(content: IntakeContent, listed: Listed) -> list[object]:
    place = next(one for one in PLACES.values() if one.is_list and one.question.kind is listed.kind)
    present = [
        PlanRowNow(number, printed_words(place.question, row)) for number, row in enumerate(listed.rows, start=2)
    ]
    words = {one.row_id: one.words for one in present}
    now = ListNow(
        present, {}, lambda row_id, _: words.get(row_id), 99, "", partial(says_the_same, come_back=as_it_comes_back)
    )
    return list(list_edit(now, rows_in(content, place)).edits)


def rows_in(content: IntakeContent, place: PlanPlace) -> list[WordRow]:
    found = content.delen[place.key].lijst
    rows = found.rijen if found else []
    marks = [mark_of(row.merk) for row in rows]
    assert found is None or None not in marks
    return [
        WordRow(int(mark.name), mark.revision, mark.place, words_in_file(place.question, found.velden, row.cellen))
        for row, mark in zip(rows, marks, strict=True)
        if found and mark
    ]


@settings(max_examples=25, deadline=None)
@given(TYPED)
def test_what_comes_back_is_the_same_when_it_goes_out_again(text: str) -> None:
    once = as_it_comes_back(text)
    assert not text_edit(text, once, once, as_it_comes_back).is_edited
    assert says_the_same("tekst", once, as_it_comes_back(once), as_it_comes_back)


@settings(max_examples=12, deadline=None)
@given(TYPED.filter(lambda text: "vet" not in text), st.sampled_from(["Erbij gezet.", "- nog een punt"]))
def test_one_paragraph_more_is_that_paragraph_and_nothing_else(text: str, more: str) -> None:
    file = f"{as_it_comes_back(text)}\n\n{more}".strip()
    edit = text_edit(text, f"Van een collega.\n\n{text}", file, as_it_comes_back)
    assert edit.text.startswith("Van een collega.")
    assert more in edit.text
