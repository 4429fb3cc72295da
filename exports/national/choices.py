"""What could be chosen in the plans and sheets of a report, in the words of their editions.

Everything in the data of a report is counted under the key that all editions share (`Choice.counted`), so plans and
sheets of several editions stand beside each other; only the words differ.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from exports.national.data import Keuzes, Optie, RapportData, Vraag
from forms.national import Soort, all_choices, first
from forms.spec import Choice, Format, Kind, Question, QuestionRole


def choices_of(data: RapportData) -> Keuzes:
    """What could be chosen. Data of before it told so is of the first editions."""
    return data.keuzes or _FIRST


def choices_in(plans: Iterable[Format], questionnaire: Format) -> Keuzes:
    """What could be chosen in these plans (the oldest edition first) and in the answers to this round."""
    return Keuzes(
        structuren=_together(plans, QuestionRole.STRUCTUUR),
        statussen=_options(questionnaire.choices_of(Kind.VOORTGANG)),
        geadresseerden=_options(questionnaire.choices_of(Kind.VERWACHTINGEN)),
    )


def earlier_statuses() -> tuple[Optie, ...]:
    """How an action could go in any edition: an earlier round may have told what this one does not ask any more."""
    return _options(all_choices(Soort.PROGRESS, Kind.VOORTGANG))


def questions_of(format_: Format, own: Collection[str] = ()) -> tuple[Vraag, ...]:
    """The questions of a round, in order; `own` are the keys of those that the coördinator wrote."""
    return tuple(
        replace(_question(question, section.label), eigen=question.key in own)
        for section in format_.sections
        for question in section.questions
    )


def questions_asked(vragen: Sequence[Vraag]) -> Sequence[Vraag]:
    """The questions of a round; of one that does not tell them the national ones of before it did."""
    return vragen or _FIRST_QUESTIONS


def role_of(vraag: Vraag) -> str:
    """The part a question plays in the count, also of one that was frozen before it told so; "" for none."""
    return vraag.rol or _FIRST_ROLES.get(vraag.key, "")


def options_of(vraag: Vraag) -> tuple[Optie, ...]:
    """What could be chosen; of a question that was frozen before it told so what it was then."""
    return vraag.opties or _FIRST_OPTIONS.get(role_of(vraag), ())


def _question(question: Question, onderdeel: str) -> Vraag:
    options = () if question.kind.is_list else _options(question.choices)
    role = question.role.value if question.role else ""
    return Vraag(question.key, onderdeel, question.label, question.kind.value, options, role)


def _together(plans: Iterable[Format], role: QuestionRole) -> tuple[Optie, ...]:
    """The choices of all these editions, each counted answer once, in the order and words of the newest."""
    found: dict[str, Optie] = {}
    for one in reversed(list(plans)):
        question = one.of_role(role)
        for optie in _options(question.choices) if question else ():
            found.setdefault(optie.key, optie)
    return tuple(found.values())


def _options(choices: Iterable[Choice]) -> tuple[Optie, ...]:
    return tuple(Optie(one.counted, one.label, one.in_sentence, one.in_full) for one in choices)


_FIRST_PLAN, _FIRST_ROUND = first(Soort.PLAN), first(Soort.PROGRESS)
_FIRST = choices_in([_FIRST_PLAN], _FIRST_ROUND)
_FIRST_QUESTIONS = questions_of(_FIRST_ROUND)
_FIRST_ROLES = {vraag.key: vraag.rol for vraag in _FIRST_QUESTIONS}
_FIRST_OPTIONS = {vraag.rol: vraag.opties for vraag in _FIRST_QUESTIONS if vraag.rol}
