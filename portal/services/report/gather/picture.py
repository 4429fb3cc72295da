"""The picture of one round (Beeld) from its sheets: regions, actions and what regions stated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from exports.national.data import (
    ActieBeeld,
    AntwoordBeeld,
    Beeld,
    DoelstandBeeld,
    Elders,
    RegioBeeld,
    Ronde,
    Stand,
    Uitspraak,
)
from exports.sheet import Reply
from forms.spec import Format, Kind, Question
from portal.domain.coding.state import CodeSoort, Drager, action_text
from portal.domain.plan.states import ActieVorm
from portal.domain.sheet.explained import Explanation, explanations
from portal.domain.sheet.small import Masking
from portal.services.report.gather.codes import CodingReader
from portal.services.report.gather.doubles import NO_DOUBLES, Doubles
from portal.services.report.gather.plans import plan_name, window
from portal.services.report.gather.sheets import RegioNaam, Sheet
from portal.services.report.gather.standings import standings

_CLOSED = (Kind.CHOICE, Kind.CHOICES)
# The lists in which regions state something; each is coded with codes of its own.
STATEMENTS = (CodeSoort.SUCCESSEN, CodeSoort.LESSEN, CodeSoort.VERWACHTINGEN)


@dataclass(frozen=True)
class Reader:
    """What is the same for all sheets of a round. Without `texts` the words stay out, with everything else.

    Small numbers of clients are told to nobody (`masking`): it is asked once for all rounds, sheets and plans.
    Answers are read as the national count knows them (`Choice.counted`). `keys` gives the key of a question in the
    round of the report, for an earlier round that called it otherwise.
    """

    format_: Format
    book: CodingReader
    masking: Masking
    replies: Mapping[int, Reply] = field(default_factory=dict)
    texts: bool = True
    keys: Mapping[str, str] = field(default_factory=dict)
    doubles: Doubles = NO_DOUBLES

    def counted(self, kind: Kind, stored: str) -> str:
        """A choice in the rows of a list as it is counted."""
        question = self.format_.of_kind(kind)
        return question.counted(stored) if question else stored

    @property
    def told(self) -> tuple[Question, ...]:
        """The questions of which the answer is one text or choice."""
        return tuple(one for one in self.format_.questions if not one.kind.is_list)

    @property
    def asks_progress(self) -> bool:
        """True when the round asks how actions go: one with only own questions does not."""
        return any(one.kind is Kind.VOORTGANG for one in self.format_.questions)

    @property
    def asks_goals(self) -> bool:
        """True when the round asks where goals stand."""
        return self.format_.of_kind(Kind.DOELSTANDEN) is not None


def same_role(then: Format, now: Format) -> dict[str, str]:
    """The keys of now of the questions that play the same part in both."""
    pairs = ((one.key, now.of_role(one.role)) for one in then.questions if one.role)
    return {key: asked.key for key, asked in pairs if asked}


@dataclass
class SheetPart:
    """What one sheet gives. `actions_of` is the submission of the plan whose actions are still to be read."""

    sheet: Sheet
    regios: list[RegioBeeld]
    acties: list[ActieBeeld] = field(default_factory=list)
    uitspraken: dict[CodeSoort, list[Uitspraak]] = field(default_factory=dict)
    antwoorden: dict[str, list[AntwoordBeeld]] = field(default_factory=dict)
    actions_of: int | None = None
    doelstanden: list[DoelstandBeeld] = field(default_factory=list)


def part_of(sheet: Sheet, reader: Reader) -> SheetPart:
    """Everything of one sheet; its content is not kept."""
    content = sheet.content
    part = SheetPart(_bare(sheet), [_regio(sheet, regio, reader) for regio in sheet.regios])
    if content is None:
        part.actions_of = sheet.plan_indiening_id
        return part
    # What was answered is about the actions in the answers, also when the sheet follows a newer plan by now.
    part.acties = actions(sheet, content["acties"], content["voortgang"], reader)
    part.uitspraken = {soort: list(_statements(sheet, content["regels"], soort, reader)) for soort in STATEMENTS}
    for one in explanations(reader.format_, content):
        part.uitspraken.setdefault(one.soort, []).extend(_explanation(sheet, one, reader))
    part.doelstanden = standings(sheet, content, reader.masking)
    if reader.texts:
        part.antwoorden = {one.code: list(_answers(one.code, content, reader)) for one in sheet.regios}
    return part


def _bare(sheet: Sheet) -> Sheet:
    return Sheet(sheet.blad_id, sheet.regios, sheet.stand, sheet.plan_id, sheet.plan_indiening_id)


def _regio(sheet: Sheet, regio: RegioNaam, reader: Reader) -> RegioBeeld:
    return RegioBeeld(
        code=regio.code,
        naam=regio.naam,
        stand=sheet.stand,
        plan_id=sheet.plan_id,
        plan_naam=plan_name(sheet) if sheet.plan_id else "",
        projectstructuur=sheet.projectstructuur,
        blad_id=sheet.blad_id,
        ingediend_op=sheet.ingediend_op,
        namens=sheet.namens.value if sheet.namens else "",
        wordt_gecorrigeerd=sheet.wordt_gecorrigeerd,
        keuzes=_choices(sheet.content, regio.code, reader) if sheet.content else {},
        tegel=regio.tegel,
        mag_met_naam=sheet.mag_met_naam,
    )


def _choices(content: Mapping[str, Any], code: str, reader: Reader) -> dict[str, str]:
    """The closed answers that count for a region, in the order of the questions; one that was left empty is empty."""
    given = {**content["answers"], **content["afwijkingen"].get(code, {})}
    closed = (one for one in reader.told if one.kind in _CLOSED)
    return {reader.keys.get(one.key, one.key): one.counted(given.get(one.key, "")) for one in closed}


def _answers(code: str, content: Mapping[str, Any], reader: Reader) -> Iterator[AntwoordBeeld]:
    own: Mapping[str, str] = content["afwijkingen"].get(code, {})
    for question in reader.told:
        text = own.get(question.key) or content["answers"].get(question.key, "")
        stand = Stand.BEANTWOORD if text else Stand.NIET_BEANTWOORD
        yield AntwoordBeeld(code, question.key, stand, question.counted(text), eigen=question.key in own)


def actions(
    sheet: Sheet, rows: Sequence[Mapping[str, Any]], progress: Mapping[str, Mapping[str, Any]], reader: Reader
) -> list[ActieBeeld]:
    """The actions among the rows of a plan, in its order, with how they go by the id of the action."""
    stand = sheet.stand if reader.asks_progress else Stand.NIET_GEVRAAGD
    return [
        _action(sheet, row, stand, progress.get(str(row["id"]), {}), reader)
        for row in rows
        if ActieVorm(row["vorm"]).is_action
    ]


def _action(
    sheet: Sheet, row: Mapping[str, Any], stand: Stand, progress: Mapping[str, Any], reader: Reader
) -> ActieBeeld:
    coded = reader.book.of_action(row["id"], action_text(row))
    return ActieBeeld(
        id=row["id"],
        # Only a plan in force has actions.
        plan_id=sheet.plan_id or 0,
        regios=sheet.codes,
        stand=stand,
        status=reader.counted(Kind.VOORTGANG, progress.get("status", "")),
        codes=coded.codes,
        gecodeerd=coded.gecodeerd,
        codering_oud=coded.codering_oud,
        passages=coded.passages if reader.texts else (),
        dubbel=reader.doubles.of(Drager.ACTIE, row["id"]),
        blad_id=sheet.blad_id,
        elders=tuple(
            Elders(
                code,
                reader.counted(Kind.VOORTGANG, one["status"]),
                one["toelichting"] if reader.texts else "",
            )
            for code, one in progress.get("afwijkingen", {}).items()
        ),
        **(_words(row, progress) if reader.texts else {}),
    )


def _words(row: Mapping[str, Any], progress: Mapping[str, Any]) -> dict[str, Any]:
    van, tot = window(row)
    return {
        "paragraaf": row["paragraaf"],
        "omschrijving": row["omschrijving"],
        "verantwoordelijke": row["verantwoordelijke"],
        "tijdslijn": row["tijdslijn"],
        "venster_van": van,
        "venster_tot": tot,
        "toelichting": progress.get("toelichting", ""),
    }


def _statements(
    sheet: Sheet, regels: Mapping[str, Sequence[Mapping[str, Any]]], soort: CodeSoort, reader: Reader
) -> Iterator[Uitspraak]:
    for row in regels.get(soort.value, ()):
        coded = reader.book.of_row(row["id"], row["tekst"])
        reply = reader.replies.get(row["id"])
        yield Uitspraak(
            id=row["id"],
            soort=soort.value,
            regios=(row["regio_code"],) if row["regio_code"] else sheet.codes,
            blad_id=sheet.blad_id,
            aan=reader.counted(Kind.VERWACHTINGEN, row["aan"]),
            tekst=row["tekst"] if reader.texts else "",
            codes=coded.codes,
            gecodeerd=coded.gecodeerd,
            codering_oud=coded.codering_oud,
            passages=coded.passages if reader.texts else (),
            dubbel=reader.doubles.of(Drager.REGEL, row["id"]),
            antwoord=reply.tekst if reply else "",
            antwoord_van=reply.organisatie if reply else "",
            antwoord_datum=reply.datum if reply else None,
        )


def _explanation(sheet: Sheet, one: Explanation, reader: Reader) -> Iterator[Uitspraak]:
    """With its place; handing in made that, so that there is always one."""
    found = reader.book.of_place(sheet.blad_id, one.place, one.tekst)
    if found is None:
        return
    plek_id, coded = found
    yield Uitspraak(
        id=plek_id,
        soort=one.soort.value,
        regios=tuple(code for code in sheet.codes if code in one.regios),
        blad_id=sheet.blad_id,
        tekst=one.tekst if reader.texts else "",
        codes=coded.codes,
        gecodeerd=coded.gecodeerd,
        codering_oud=coded.codering_oud,
        passages=coded.passages if reader.texts else (),
        dubbel=reader.doubles.of(Drager.PLEK, plek_id),
        over=one.over,
        keuze=one.keuze,
        actie_id=one.actie["id"] if one.actie else None,
    )


def picture(ronde: Ronde, alle: Sequence[RegioNaam], parts: Sequence[SheetPart]) -> Beeld:
    """The picture of a round from its sheets by name; regions without a sheet were not asked."""
    seen = {one.code: one for part in parts for one in part.regios}
    return Beeld(
        ronde=ronde,
        regios=tuple(seen.get(regio.code) or _not_asked(regio) for regio in alle),
        acties=tuple(actie for part in parts for actie in part.acties),
        successen=_all(parts, CodeSoort.SUCCESSEN),
        lessen=_all(parts, CodeSoort.LESSEN),
        verwachtingen=_all(parts, CodeSoort.VERWACHTINGEN),
        redenen=_all(parts, CodeSoort.REDENEN),
        eigen=_all(parts, CodeSoort.EIGEN),
    )


def _not_asked(regio: RegioNaam) -> RegioBeeld:
    return RegioBeeld(regio.code, regio.naam, Stand.NIET_GEVRAAGD, tegel=regio.tegel)


def _all(parts: Sequence[SheetPart], soort: CodeSoort) -> tuple[Uitspraak, ...]:
    return tuple(one for part in parts for one in part.uitspraken.get(soort, ()))


def answers(beeld: Beeld, parts: Sequence[SheetPart], reader: Reader) -> tuple[AntwoordBeeld, ...]:
    """One for every region and question, also of regions that did not answer or were not asked."""
    given = {code: found for part in parts for code, found in part.antwoorden.items()}
    return tuple(
        one
        for regio in beeld.regios
        for one in given.get(regio.code) or (AntwoordBeeld(regio.code, vraag.key, regio.stand) for vraag in reader.told)
    )
