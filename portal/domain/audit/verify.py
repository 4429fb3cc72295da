"""Is the log what was written? Lines and seals are read once, in their order; what is wrong is told in Dutch."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from forms.dutch.words import counted
from portal.domain.audit.chain import ChainKey, Running, Seal, is_whole, key_of
from portal.domain.audit.line import moment_of
from portal.domain.audit.terms import SHORTEST_TERM

# A seal is made every minute or so; a line that stands open for longer lost its seal, or nobody makes any.
LONGEST_OPEN = timedelta(hours=1)
# More are counted, not named: who made a thousand changes is not helped by a thousand sentences.
MOST_NAMED = 50


@dataclass(frozen=True)
class StoredLine:
    """A line as the database has it: its number, all it says as one text, its mark and when it was written."""

    id: int
    content: str
    merk: str
    op: str


@dataclass(frozen=True)
class Cleared:
    """A segment that was taken away when its term was over: up to which line and which seal, and when."""

    segment: str
    tot_regel: int
    tot_zegel: int
    op: str


@dataclass
class Findings:
    """What came out. `faults` are sentences; without any the log is what was written."""

    regels: int = 0
    zegels: int = 0
    andere_sleutel: int = 0
    open: int = 0
    faults: list[str] = field(default_factory=list)
    unnamed: int = 0

    @property
    def is_sound(self) -> bool:
        """True when nothing is wrong."""
        return not self.faults

    def say(self, fault: str) -> None:
        """Note one fault more."""
        if len(self.faults) < MOST_NAMED:
            self.faults.append(fault)
        else:
            self.unnamed += 1


def verify(
    lines: Iterable[StoredLine],
    seals: Iterable[Seal],
    cleared: Collection[Cleared],
    *,
    key: ChainKey,
    last_given: int,
    now: datetime,
) -> Findings:
    """Read the whole log against its seals; lines and seals come by number.

    `last_given` is the last number that the database gave to a line: how it is known that the end was cut off.
    """
    return _Walk(iter(lines), cleared, key, Findings()).through(seals, last_given, now)


class _Walk:
    """One reading of the log."""

    def __init__(
        self, lines: Iterator[StoredLine], cleared: Collection[Cleared], key: ChainKey, found: Findings
    ) -> None:
        self._lines, self._key, self._found = lines, key, found
        self._kept = {one.tot_zegel: one for one in cleared}
        self._gone_to = max((one.tot_regel for one in cleared), default=0)
        self._ahead: StoredLine | None = next(lines, None)
        self._last_line = 0

    def through(self, seals: Iterable[Seal], last_given: int, now: datetime) -> Findings:
        before: Seal | None = None
        for seal in seals:
            self._check_seal(seal, before)
            self._check_term(seal)
            self._check_lines(seal)
            before = seal
        self._check_open(now)
        self._check_end(before, last_given)
        return self._found

    def _check_seal(self, seal: Seal, before: Seal | None) -> None:
        self._found.zegels += 1
        after = before.nummer + 1 if before else 1
        if seal.nummer != after and seal.nummer not in self._kept:
            self._found.say(f"Voor zegel {seal.nummer} ontbreekt zegel {after}.")
        elif before and seal.nummer == after and seal.vorige != before.hash:
            self._found.say(f"Zegel {seal.nummer} sluit niet aan op zegel {before.nummer}.")
        if seal.hash != seal.hashed():
            self._found.say(f"Zegel {seal.nummer} is gewijzigd.")
        elif self._key.made(seal.merk) and not self._key.fits(seal.merk, seal.hash):
            self._found.say(f"Zegel {seal.nummer} is niet door het portaal gemaakt.")

    def _check_term(self, seal: Seal) -> None:
        early = self._kept.get(seal.nummer)
        if early and moment_of(early.op) - moment_of(seal.op) < SHORTEST_TERM:
            self._found.say(f"Segment {early.segment} is opgeruimd voordat de termijn voorbij was.")

    def _check_lines(self, seal: Seal) -> None:
        running, wrong = Running(), len(self._found.faults) + self._found.unnamed
        for line in self._up_to(seal.laatste_id):
            self._check_line(line, key_of(seal.merk))
            running.add(line.id, line.content, line.merk)
        if seal.laatste_id <= self._gone_to:
            if running.count:
                self._found.say(f"Segment {seal.segment} is opgeruimd, maar heeft nog regels.")
        elif (running.count, running.digest) != (seal.aantal, seal.regels):
            self._say_lines(seal, running.count, named=len(self._found.faults) + self._found.unnamed > wrong)

    def _say_lines(self, seal: Seal, count: int, *, named: bool) -> None:
        where = f"regel {seal.eerste_id} tot en met {seal.laatste_id} (zegel {seal.nummer})"
        if count < seal.aantal:
            self._found.say(f"Weg: {counted(seal.aantal - count, 'regel', 'regels')} tussen {where}.")
        elif count > seal.aantal:
            self._found.say(f"Ingevoegd: {counted(count - seal.aantal, 'regel', 'regels')} tussen {where}.")
        elif not named:
            self._found.say(f"Verwisseld of gewijzigd: {where}.")

    def _check_line(self, line: StoredLine, key_name: str) -> None:
        self._found.regels += 1
        self._last_line = line.id
        if key_of(line.merk) != key_name:
            self._found.say(f"Regel {line.id} heeft een ander merk dan de regels eromheen.")
        elif not self._key.made(line.merk):
            self._found.andere_sleutel += 1
        elif not is_whole(line.content) or not self._key.fits(line.merk, line.content):
            self._found.say(f"Regel {line.id} is gewijzigd, of is niet door het portaal geschreven.")

    def _check_open(self, now: datetime) -> None:
        """The lines without a seal: each has its mark, and none stands there twice or for long."""
        seen: dict[str, int] = {}
        for line in self._up_to(None):
            self._check_line(line, self._key.name)
            if line.merk in seen:
                self._found.say(f"Regel {line.id} is een kopie van regel {seen[line.merk]}.")
            elif not self._found.open and now - moment_of(line.op) > LONGEST_OPEN:
                self._found.say(f"Vanaf regel {line.id} ontbreken de zegels, of staat het onderhoud stil.")
            seen[line.merk] = line.id
            self._found.open += 1

    def _check_end(self, last: Seal | None, last_given: int) -> None:
        written = max(self._last_line, last.laatste_id if last else 0)
        if last_given > written:
            self._found.say(f"Het einde ontbreekt: er was een regel {last_given}, de laatste is nu {written}.")

    def _up_to(self, line_id: int | None) -> Iterator[StoredLine]:
        """The lines that come next, up to and with this one; None for all."""
        while self._ahead is not None and (line_id is None or self._ahead.id <= line_id):
            line, self._ahead = self._ahead, next(self._lines, None)
            yield line
