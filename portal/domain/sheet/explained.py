"""The explanations on an answer sheet: texts that stand in no list, and get codes all the same. Pure.

Which question gives them is declared in its edition (`Question.codes`): a text, or the list of statuses, of which the
explanations count that need a reason. Where a text stands is told as elsewhere (`BladHistorie.veld`): the key of its
question, or "voortgang:<id of the action>", with the code of the region where one of a joint plan differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from forms.codes import CodeSoort
from forms.spec import Format, Kind, Question, Section

_TEXTS = (Kind.LONG_TEXT, Kind.SHORT_TEXT)
_EXPLANATIONS = (CodeSoort.REDENEN, CodeSoort.EIGEN)


@dataclass(frozen=True)
class Explanation:
    """One text. `regio_code` "": of all regions of the sheet that wrote none of their own; `regios` are their codes.

    `over` is what it explains, as it is counted: the status of an action, or the part that the closed question above it
    plays. `keuze` is what was chosen there. `actie` is the row of the action, for one that explains a status.
    """

    soort: CodeSoort
    vraag: str
    veld: str
    regio_code: str
    tekst: str
    regios: tuple[str, ...]
    over: str
    keuze: str = ""
    actie: Mapping[str, Any] | None = None

    @property
    def place(self) -> tuple[str, str]:
        """What tells it from the others on its sheet."""
        return self.veld, self.regio_code


def explanations(format_: Format, content: Mapping[str, Any]) -> Iterator[Explanation]:
    """Those on a sheet as it was handed in, in the order of the questions; an empty text is none.

    `content` needs `regios`, `answers`, `afwijkingen`, `voortgang` and `acties` of a snapshot.
    """
    for section in format_.sections:
        for question in section.questions:
            if question.codes not in _EXPLANATIONS:
                continue
            if question.kind in _TEXTS:
                yield from _of_text(section, question, question.codes, content)
            elif question.kind is Kind.VOORTGANG:
                yield from _of_actions(question, question.codes, content)


def _of_text(
    section: Section, question: Question, soort: CodeSoort, content: Mapping[str, Any]
) -> Iterator[Explanation]:
    own = {code: given[question.key] for code, given in content["afwijkingen"].items() if given.get(question.key)}
    codes = _codes(content)
    shared = content["answers"].get(question.key, "")
    rest = tuple(code for code in codes if code not in own)
    for code, text, regios in [("", shared, rest), *((one, own[one], (one,)) for one in codes if one in own)]:
        if text.strip() and regios:
            chosen = _chosen(section, content, code)
            yield Explanation(soort, question.key, question.key, code, text, regios, _about(section), chosen)


def _closed(section: Section) -> Question | None:
    return next((one for one in section.questions if one.role and one.choices), None)


def _about(section: Section) -> str:
    """The part that the closed question plays, or the kind of the list, that a text stands under."""
    closed = _closed(section)
    if closed and closed.role:
        return closed.role.value
    return next((one.kind.value for one in section.questions if one.kind.is_list), section.key)


def _chosen(section: Section, content: Mapping[str, Any], code: str) -> str:
    closed = _closed(section)
    if closed is None:
        return ""
    given = {**content["answers"], **content["afwijkingen"].get(code, {})}
    return closed.counted(given.get(closed.key, ""))


def _of_actions(question: Question, soort: CodeSoort, content: Mapping[str, Any]) -> Iterator[Explanation]:
    wanted = {one.key for one in question.choices if one.needs_reason}
    for actie in content["acties"]:
        told = content["voortgang"].get(str(actie["id"]))
        if told is None:
            continue
        elsewhere: Mapping[str, Mapping[str, str]] = told.get("afwijkingen", {})
        rest = tuple(code for code in _codes(content) if code not in elsewhere)
        lines = [("", told, rest), *((code, one, (code,)) for code, one in elsewhere.items())]
        for code, line, regios in lines:
            if line["status"] in wanted and line["toelichting"].strip() and regios:
                yield Explanation(
                    soort,
                    question.key,
                    f"{Kind.VOORTGANG.value}:{actie['id']}",
                    code,
                    line["toelichting"],
                    regios,
                    question.counted(line["status"]),
                    actie=actie,
                )


def _codes(content: Mapping[str, Any]) -> list[str]:
    return [one["code"] for one in content["regios"]]
