"""Writes the sentences, cells and own texts of one report, with what the coördinator edited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from exports.national.appendices.quoted import Quoted
from exports.national.choices import choices_of
from exports.national.counting.asked import for_some
from exports.national.counting.tally import NIET_GECODEERD, ZONDER_THEMA, Tally, theme_part, visible_codes
from exports.national.data import CodeBeeld, RapportData
from exports.national.messages.asked import EarlierRequest
from exports.national.messages.box import MessageEdit, box_of
from exports.national.messages.quotes import QuoteEdit, quotable_of, quoted
from exports.national.sentences import register
from exports.national.sentences.kinds import Make
from exports.national.sentences.living import parts_of
from exports.national.sentences.phrases import Numbers
from exports.national.span import round_of_sheet
from exports.national.tree import VORIGE, Boodschap, Cel, Deel, EigenTekst, Lijst, Tabel, Verandering, Waarde, Zin


@dataclass(frozen=True)
class TextEdit:
    """What the coördinator made of a sentence, or an own text of a chapter.

    `gezien`: the printed values when it was last edited or confirmed (`register.to_remember`). An empty text leaves
    the sentence out.
    """

    tekst: str
    revision: int
    gezien: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ReportWriter:
    """What every chapter is written with."""

    data: RapportData
    waarden: Mapping[str, Waarde]
    edits: Mapping[str, TextEdit]
    own_texts: Mapping[str, TextEdit]
    tally: Tally
    messages: Sequence[MessageEdit] = ()
    quotes: Sequence[QuoteEdit] = ()
    # What the report of the round before asked, with what came of it.
    earlier: Sequence[EarlierRequest] = ()
    # For the appendices: the texts that the chapters quote, with what stands beside each.
    aangehaald: Quoted = field(default_factory=lambda: Quoted({}))
    # The names of rounds by answer sheet, in a report over several of them.
    rondes: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        data: RapportData,
        waarden: Mapping[str, Waarde],
        edits: Mapping[str, TextEdit],
        own_texts: Mapping[str, TextEdit],
        messages: Sequence[MessageEdit] = (),
        quotes: Sequence[QuoteEdit] = (),
        earlier: Sequence[EarlierRequest] = (),
    ) -> ReportWriter:
        """A writer for this data."""
        tally = Tally.of(data.beeld, visible_codes(data.codes, data.beeld), choices_of(data))
        rondes = round_of_sheet(data)
        return cls(data, waarden, edits, own_texts, tally, messages, quotes, earlier, rondes=rondes)

    def has(self, key: str) -> bool:
        """True when this was asked."""
        return key in self.waarden

    def n(self, key: str) -> int:
        """A number; 0 when it was not asked."""
        waarde = self.waarden.get(key)
        return (waarde.aantal or 0) if waarde else 0

    def sentences(self, hoofdstuk: str) -> tuple[Zin, ...]:
        """The sentences of a chapter that have something to say."""
        return tuple(zin for one in register.of_chapter(hoofdstuk) for zin in self.sentence(one.sleutel, one.make))

    def heading(self, hoofdstuk: str, naam: str) -> Zin:
        """The heading of a chapter. It can't be left out: an emptied one is the short name."""
        one = register.heading(hoofdstuk)
        return self.heading_of(one.sleutel, one.make(Numbers(self.waarden)) or naam, naam)

    def heading_of(self, sleutel: str, sjabloon: str, naam: str) -> Zin:
        """A heading with this text, unless a person wrote another."""
        edit = self.edits.get(sleutel)
        if edit is None or edit.tekst.strip():
            return self._sentence(sleutel, sjabloon)
        return Zin(sleutel, "", (Deel(naam),), bewerkt=True, revision=edit.revision)

    def about(self, token: str, make: Make) -> tuple[Zin, ...]:
        """The sentence about one theme or one party, whose number has this token."""
        over = (token, *(f"{token}_{part}" for part in ("regios", "beantwoord", "open")))
        known = tuple(one for one in over if one in self.waarden)
        return tuple(replace(zin, over=known) for zin in self.sentence(f"{token}_stand", make))

    def sentence(self, sleutel: str, make: Make) -> tuple[Zin, ...]:
        """A sentence as (), or as the one that is printed: the portal's own, or as it was edited.

        An edited sentence stays, also when the portal has nothing to say any more: a person has to look at it.
        """
        own = make(Numbers(self.waarden))
        if own is None and sleutel not in self.edits:
            return ()
        return (self._sentence(sleutel, own or ""),)

    def own_text(self, hoofdstuk: str) -> EigenTekst:
        """The own text at the end of a chapter; empty when there is none."""
        edit = self.own_texts.get(hoofdstuk)
        return EigenTekst(hoofdstuk, edit.tekst.strip(), edit.revision) if edit else EigenTekst(hoofdstuk, "")

    def boxes(self) -> tuple[Boodschap, ...]:
        """The messages of the second page, in their order."""
        return tuple(box_of(one, self.waarden) for one in self.messages if one.kader)

    def said_of(self, token: str) -> tuple[Boodschap, ...]:
        """What the coördinator says of the theme with this token, as () or one."""
        return tuple(box_of(one, self.waarden) for one in self.messages if not one.kader and one.sleutel == token)

    def quoted(self, soort: str, token: str) -> tuple[Lijst, ...]:
        """The texts that were chosen for the theme with this token, as a list or ()."""
        mine = [one for one in self.quotes if one.sleutel == token]
        if not mine:
            return ()
        theme = next((code.id for code in self.data.codes if token == f"{soort}_{theme_part(code.id)}"), None)
        texts = quotable_of(self.data, soort, passages_of=theme)
        return quoted(mine, {one.id: one for one in texts}, self.data.regionamen)

    def is_edited(self, hoofdstuk: str) -> bool:
        """True when a person changed a sentence of this chapter, or wrote a text of its own in it."""
        sentences = {register.heading(hoofdstuk).sleutel, *(one.sleutel for one in register.of_chapter(hoofdstuk))}
        own = self.own_texts.get(hoofdstuk)
        return bool(sentences & self.edits.keys()) or bool(own and own.tekst.strip())

    @property
    def for_some(self) -> bool:
        """True when the round asked some regions only: every number is of those."""
        return for_some(self.data.ronde)

    @property
    def all_regions(self) -> tuple[str, str]:
        """The last row of a table of regions: what they are called together, and the token of their number."""
        return ("Gevraagde regio’s" if self.for_some else "Alle regio’s"), "regios"

    def cell(self, key: str) -> Cel:
        """The cell of a living number; a dash when it does not exist."""
        waarde = self.waarden.get(key)
        return Cel(waarde.aantal, key) if waarde and waarde.aantal is not None else Cel(None)

    def cell_then(self, key: str) -> Cel:
        """The cell of that number in the previous round."""
        return self.cell(f"{key}{VORIGE}")

    def table(
        self, sleutel: str, titel: str, koppen: Sequence[str], rijen: Iterable[tuple[str, str]], *, totaal: bool = True
    ) -> Tabel:
        """A table of words with their number, and the previous round beside it when there is one.

        `rijen` are label and token; with `totaal` the last one adds up.
        """
        rows = tuple(rijen)
        then = any(self.cell_then(key).waarde is not None for _, key in rows)
        return Tabel(
            sleutel,
            titel,
            (*koppen, *(("Vorige ronde",) if then else ())),
            tuple((Cel(label), self.cell(key), *((self.cell_then(key),) if then else ())) for label, key in rows),
            (6, 2, 2) if then else (6, 2),
            totaalrij=totaal,
        )

    def themes(self, soort: str, prefix: str = "") -> tuple[tuple[str, str, CodeBeeld | None], ...]:
        """The themes that texts have: label, token of the number of texts, code. What is not coded comes last."""
        start = prefix or soort
        parts = (
            *((code.naam, f"{start}_thema_{code.id}", code) for code in self.tally.theme_codes(soort)),
            ("Geen thema past", f"{start}_{ZONDER_THEMA}", None),
            ("Nog niet ingedeeld", f"{start}_{NIET_GECODEERD}", None),
        )
        return tuple(part for part in parts if self.n(part[1]))

    def _sentence(self, sleutel: str, eigen: str) -> Zin:
        edit = self.edits.get(sleutel)
        if edit is None:
            printed, gone = parts_of(eigen, self.waarden)
            return Zin(sleutel, eigen, printed, vervallen=gone)
        if not edit.tekst.strip():
            printed, _ = parts_of(eigen, self.waarden)
            return Zin(sleutel, eigen, printed, bewerkt=True, weggelaten=True, revision=edit.revision)
        printed, gone = parts_of(edit.tekst, self.waarden)
        return Zin(
            sleutel,
            edit.tekst,
            printed,
            bewerkt=True,
            revision=edit.revision,
            vlaggen=self._flags(edit),
            vervallen=gone,
        )

    def _flags(self, edit: TextEdit) -> tuple[Verandering, ...]:
        """What a person saw in the sentence and reads otherwise now; or can't be read any more."""
        now = {key: self.waarden[key].tekst if key in self.waarden else "" for key in edit.gezien}
        return tuple(Verandering(key, was, now[key]) for key, was in edit.gezien.items() if was != now[key])
