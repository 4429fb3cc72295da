"""The words of what happened, as they are stored beside the kind of event; the sentences are in the rooms' `events`."""

from __future__ import annotations

from portal.domain.stored.format import Record, StoredFormat, Version


class PlanEventWords(Record):
    """The words of an event of a plan. Each kind has its own; `stap` is the key of a step."""

    regios: str = ""
    regio: str = ""
    deadline: str = ""
    onderdeel: str = ""
    stap: str = ""
    naam: str = ""
    namens: str = ""
    akkoord: str = ""
    aan: str = ""
    onderdelen: str = ""


class RoundEventWords(Record):
    """The words of an event of a round or a sheet."""

    regios: str = ""
    datum: str = ""
    onderdeel: str = ""
    stap: str = ""


class ReportEventWordsV1(Record):
    """As version 1 had them: the stamp did not tell which text parties read."""

    versie: str = ""
    hoofdstuk: str = ""
    partij: str = ""
    partijen: str = ""
    akkoord: list[str] = []
    zonder_akkoord: list[str] = []
    reden: str = ""
    gemaakt_door: str = ""
    vastgesteld_op: str = ""


class ReportEventWords(Record):
    """The words of an event of a report; from `akkoord` on: the stamp it got when it was vastgesteld.

    `teksten`: in sentences, of which text each party spoke.
    """

    versie: str = ""
    hoofdstuk: str = ""
    partij: str = ""
    partijen: str = ""
    akkoord: list[str] = []
    zonder_akkoord: list[str] = []
    reden: str = ""
    gemaakt_door: str = ""
    vastgesteld_op: str = ""
    teksten: list[str] = []


PLAN_EVENT = StoredFormat("plan_gebeurtenis", (Version(PlanEventWords),))
ROUND_EVENT = StoredFormat("uitvraag_gebeurtenis", (Version(RoundEventWords),))
REPORT_EVENT = StoredFormat("rapport_gebeurtenis", (Version(ReportEventWordsV1, dict), Version(ReportEventWords)))
