"""What reading the log finds: each way to change it, in the sealed part and in the part that waits for its seal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from portal.domain.audit.chain import ChainKey, Running, Seal, content_of, key_from
from portal.domain.audit.line import AuditLine, Oorsprong, Resultaat, moment
from portal.domain.audit.verify import Cleared, Findings, StoredLine, verify

KEY, OTHER = key_from("geheim van het portaal"), key_from("geheim van een ander")
START = datetime(2024, 3, 1, 12, tzinfo=UTC)
Log = tuple[list[StoredLine], list[Seal]]


def line(number: int, *, key: ChainKey = KEY, actie: str = "plan: indienen", at: datetime | None = None) -> StoredLine:
    """A line as the portal writes it; each a second after the one before."""
    op = moment(at or START + timedelta(seconds=number))
    content = content_of(
        AuditLine(op, Oorsprong.WEB, 7, actie, "plan", str(number), Resultaat.GELUKT, f"verzoek{number}")
    )
    return StoredLine(number, content, key.mark(content), op)


def seal(lines: list[StoredLine], before: Seal | None, *, key: ChainKey = KEY) -> Seal:
    """The seal over these lines."""
    running = Running()
    for one in lines:
        running.add(one.id, one.content, one.merk)
    return Seal(
        before.nummer + 1 if before else 1,
        lines[0].op[:7],
        lines[0].id,
        lines[-1].id,
        running.count,
        running.digest,
        before.hash if before else "",
        lines[-1].op,
    ).closed(key)


def a_log() -> Log:
    """Twelve lines: two seals of five, and two lines that wait."""
    lines = [line(number) for number in range(1, 13)]
    one = seal(lines[:5], None)
    return lines, [one, seal(lines[5:10], one)]


def read(log: Log, cleared: list[Cleared] | None = None, *, last_given: int = 12, later: float = 0) -> Findings:
    lines, seals = log
    now = START + timedelta(minutes=1, hours=later)
    return verify(lines, seals, cleared or [], key=KEY, last_given=last_given, now=now)


def test_a_log_that_nobody_touched_is_sound() -> None:
    found = read(a_log())
    assert (found.faults, found.regels, found.zegels, found.open) == ([], 12, 2, 2)


def changed(lines: list[StoredLine], place: int) -> list[StoredLine]:
    """One line says something else; its mark is as it was."""
    one = lines[place]
    return [*lines[:place], replace(one, content=one.content.replace("indienen", "intrekken")), *lines[place + 1 :]]


def redated(lines: list[StoredLine], place: int) -> list[StoredLine]:
    one = lines[place]
    op = moment(START - timedelta(days=9))
    return [*lines[:place], replace(one, op=op, content=one.content.replace(one.op, op)), *lines[place + 1 :]]


def moved_between_fields(lines: list[StoredLine], place: int) -> list[StoredLine]:
    one = lines[place]
    return [*lines[:place], replace(one, content=f"{one.content}\x1fx"), *lines[place + 1 :]]


def cut_out(lines: list[StoredLine], place: int) -> list[StoredLine]:
    return [*lines[:place], *lines[place + 1 :]]


def doubled(lines: list[StoredLine], place: int) -> list[StoredLine]:
    """A copy between two others: every line behind it gets the next number, so that none is there twice."""
    return [*lines[: place + 1], *(replace(one, id=one.id + 1) for one in lines[place:])]


def swapped(lines: list[StoredLine], place: int) -> list[StoredLine]:
    one, two = lines[place], lines[place + 1]
    return [*lines[:place], replace(two, id=one.id), replace(one, id=two.id), *lines[place + 2 :]]


SEALED = {
    changed: ["Regel 3 is gewijzigd, of is niet door het portaal geschreven."],
    redated: ["Regel 3 is gewijzigd, of is niet door het portaal geschreven."],
    moved_between_fields: ["Regel 3 is gewijzigd, of is niet door het portaal geschreven."],
    cut_out: ["Weg: 1 regel tussen regel 1 tot en met 5 (zegel 1)."],
    doubled: [
        "Verwisseld of gewijzigd: regel 1 tot en met 5 (zegel 1).",
        "Verwisseld of gewijzigd: regel 6 tot en met 10 (zegel 2).",
    ],
    swapped: ["Verwisseld of gewijzigd: regel 1 tot en met 5 (zegel 1)."],
}


@pytest.mark.parametrize("change", SEALED, ids=lambda one: one.__name__)
def test_what_somebody_did_to_a_sealed_line_is_found(
    change: Callable[[list[StoredLine], int], list[StoredLine]],
) -> None:
    lines, seals = a_log()
    assert read((change(lines, 2), seals)).faults == SEALED[change]


OPEN = {
    changed: ["Regel 11 is gewijzigd, of is niet door het portaal geschreven."],
    redated: [
        "Regel 11 is gewijzigd, of is niet door het portaal geschreven.",
        "Vanaf regel 11 ontbreken de zegels, of staat het onderhoud stil.",
    ],
    doubled: ["Regel 12 is een kopie van regel 11."],
}


@pytest.mark.parametrize("change", OPEN, ids=lambda one: one.__name__)
def test_what_somebody_did_to_a_line_that_waits_for_its_seal_is_found(
    change: Callable[[list[StoredLine], int], list[StoredLine]],
) -> None:
    lines, seals = a_log()
    assert read((change(lines, 10), seals)).faults == OPEN[change]


def test_a_line_between_sealed_ones_is_found_whoever_made_it() -> None:
    lines, seals = a_log()
    later = [*lines[:7], *(replace(one, id=one.id + 1) for one in lines[7:])]
    by_hand = replace(line(8), merk=OTHER.mark(lines[7].content))
    assert read(([*later[:7], by_hand, *later[7:]], seals)).faults == [
        "Regel 8 heeft een ander merk dan de regels eromheen.",
    ]
    # With a number before all others it is one too many.
    assert read(([replace(line(0), id=0), *lines], seals)).faults == [
        "Ingevoegd: 1 regel tussen regel 1 tot en met 5 (zegel 1)."
    ]


def test_a_line_that_only_the_portal_can_make_is_asked_for_its_mark() -> None:
    lines, seals = a_log()
    forged = replace(line(13), merk=f"{KEY.name}:{'0' * 32}")
    assert read(([*lines, forged], seals), last_given=13).faults == [
        "Regel 13 is gewijzigd, of is niet door het portaal geschreven."
    ]
    stranger = line(13, key=OTHER)
    assert read(([*lines, stranger], seals), last_given=13).faults == [
        "Regel 13 heeft een ander merk dan de regels eromheen."
    ]
    # Sealed meanwhile by a portal that did not look at it.
    sealed = [*seals, seal([*lines[10:], stranger], seals[1])]
    assert read(([*lines, stranger], sealed), last_given=13).faults == [
        "Regel 13 heeft een ander merk dan de regels eromheen."
    ]


@pytest.mark.parametrize("kept", [11, 10, 7])
def test_an_end_that_was_cut_off_is_found(kept: int) -> None:
    lines, seals = a_log()
    faults = read((lines[:kept], seals)).faults
    assert faults[-1].startswith("Het einde ontbreekt: er was een regel 12") or kept < 10
    assert ("Weg: 3 regels tussen regel 6 tot en met 10 (zegel 2)." in faults) == (kept == 7)
    assert faults


def test_an_end_that_went_with_its_seal_is_found_by_the_numbers_that_were_given() -> None:
    lines, seals = a_log()
    assert read((lines[:5], seals[:1])).faults == ["Het einde ontbreekt: er was een regel 12, de laatste is nu 5."]


def test_seals_that_went_leave_lines_that_stand_open_for_too_long() -> None:
    lines, seals = a_log()
    assert read((lines, seals[:1]), later=2).faults == [
        "Vanaf regel 6 ontbreken de zegels, of staat het onderhoud stil."
    ]


def test_a_seal_that_was_changed_made_by_another_or_cut_out_is_found() -> None:
    lines, seals = a_log()
    third = seal(lines[10:], seals[1])
    assert read((lines, [replace(seals[0], op=moment(START)), seals[1]])).faults == ["Zegel 1 is gewijzigd."]
    again = seal(lines[:5], None, key=replace(OTHER, name=KEY.name))
    assert read((lines, [again, seals[1]])).faults == ["Zegel 1 is niet door het portaal gemaakt."]
    assert read((lines, [seals[0], third])).faults == [
        "Voor zegel 3 ontbreekt zegel 2.",
        "Ingevoegd: 5 regels tussen regel 11 tot en met 12 (zegel 3).",
    ]


def test_all_seals_made_anew_hang_together_and_lack_the_mark_of_the_portal() -> None:
    lines, _ = a_log()
    lines = cut_out(lines, 2)
    one = seal(lines[:4], None, key=replace(OTHER, name=KEY.name))
    two = seal(lines[4:9], one, key=replace(OTHER, name=KEY.name))
    assert read((lines, [one, two])).faults == [
        "Zegel 1 is niet door het portaal gemaakt.",
        "Zegel 2 is niet door het portaal gemaakt.",
    ]


def test_lines_of_an_earlier_secret_are_counted_and_held_by_their_seal() -> None:
    lines = [line(number, key=OTHER) for number in range(1, 6)]
    one = seal(lines, None, key=OTHER)
    found = read((lines, [one]), last_given=5)
    assert (found.faults, found.andere_sleutel) == ([], 5)
    assert read((changed(lines, 2), [one]), last_given=5).faults == [
        "Verwisseld of gewijzigd: regel 1 tot en met 5 (zegel 1)."
    ]


LATER = timedelta(days=190)


def a_log_of_two_months() -> Log:
    lines = [*(line(number) for number in range(1, 6)), *(line(n, at=START + LATER) for n in range(6, 9))]
    one = seal(lines[:5], None)
    return lines, [one, seal(lines[5:], one)]


def test_a_segment_that_went_when_its_term_was_over_leaves_its_seal_and_no_fault() -> None:
    lines, seals = a_log_of_two_months()
    gone = Cleared("2024-03", 5, 1, moment(START + LATER))
    assert read((lines[5:], seals), [gone], last_given=8, later=24 * 190).faults == []
    assert read((lines[4:], seals), [gone], last_given=8, later=24 * 190).faults == [
        "Segment 2024-03 is opgeruimd, maar heeft nog regels."
    ]
    early = replace(gone, op=moment(START + timedelta(days=30)))
    assert read((lines[5:], seals), [early], last_given=8, later=24 * 190).faults == [
        "Segment 2024-03 is opgeruimd voordat de termijn voorbij was."
    ]
    assert read((lines[5:], seals), last_given=8, later=24 * 190).faults == [
        "Weg: 5 regels tussen regel 1 tot en met 5 (zegel 1)."
    ]


def test_of_very_many_faults_the_first_are_named_and_the_rest_are_counted() -> None:
    lines = [line(number) for number in range(1, 101)]
    one = seal(lines, None)
    found = read(([replace(each, merk=f"{KEY.name}:nee") for each in lines], [one]), last_given=100)
    assert (len(found.faults), found.unnamed) == (50, 50)
