"""How one living value is made: from regions, from texts, or from words. All values are counted through here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Protocol, TypeVar

from exports.national.choices import options_of, questions_asked, role_of
from exports.national.counting.asked import counted
from exports.national.data import Beeld, CodeBeeld, Keuzes, Optie, RegioBeeld, Vraag
from exports.national.tree import Aard, Waarde
from forms.dutch.numbers import dutch_number
from forms.dutch.words import listed
from forms.spec import QuestionRole

_ODD = re.compile(r"[^a-z0-9]+")
REGIOS = "_regios"
ZONDER_THEMA, NIET_GECODEERD = "zonder_thema", "niet_gecodeerd"
GEEN_REGIO = "geen enkele regio"


class CodedText(Protocol):
    """What actions, successes, lessons and expectations have in common."""

    @property
    def id(self) -> int: ...
    @property
    def regios(self) -> tuple[str, ...]: ...
    @property
    def codes(self) -> tuple[int, ...]: ...
    @property
    def gecodeerd(self) -> bool: ...
    @property
    def codering_oud(self) -> bool: ...


Text = TypeVar("Text", bound=CodedText)


@dataclass(frozen=True)
class Tally:
    """Makes the values of one round; it knows the order of the regions, the codes that are shown and the choices.

    `beeld` holds the regions that counts are of, `buiten` those that a round for some regions did not ask.
    """

    beeld: Beeld
    codes: tuple[CodeBeeld, ...]
    keuzes: Keuzes
    volgorde: Mapping[str, int]
    bekend: Mapping[str, frozenset[int]]
    buiten: tuple[RegioBeeld, ...] = ()
    # What the values that it makes say of themselves (`Waarde`).
    vraag: str = ""
    naar_thema: bool = False
    naar_status: bool = False
    aard: Aard = Aard.TELLING

    @classmethod
    def of(cls, beeld: Beeld, codes: tuple[CodeBeeld, ...], keuzes: Keuzes) -> Tally:
        """A counter for this round. `codes` are those that are shown, in the order of the book."""
        soorten, counts = {code.soort for code in codes}, counted(beeld)
        return cls(
            counts,
            codes,
            keuzes,
            {regio.code: place for place, regio in enumerate(beeld.regios)},
            {soort: frozenset(code.id for code in codes if code.soort == soort) for soort in soorten},
            () if counts is beeld else tuple(one for one in beeld.regios if one not in counts.regios),
        )

    def regions(self, sleutel: str, uitleg: str, regios: Iterable[RegioBeeld]) -> Waarde:
        """How many regions; each counts once."""
        codes = self._in_order(regio.code for regio in regios)
        return self.value(sleutel, uitleg, len(codes), codes)

    def texts(self, sleutel: str, uitleg: str, soort: str, items: Sequence[CodedText]) -> Waarde:
        """How many actions or texts; the regions behind them are known too."""
        ids = _ids(items)
        return self.value(sleutel, uitleg, len(ids), self._regions_of(items), soort, ids)

    def regions_behind(self, van: str, uitleg: str, soort: str, items: Sequence[CodedText]) -> Waarde:
        """How many different regions stand behind these actions or texts, which `van` is the number of."""
        codes = self._regions_of(items)
        return self.value(f"{van}{REGIOS}", uitleg, len(codes), codes, soort, _ids(items), regios_van=van)

    def value(
        self,
        sleutel: str,
        uitleg: str,
        aantal: int,
        regios: tuple[str, ...],
        soort: str = "",
        items: tuple[int, ...] = (),
        regios_van: str = "",
    ) -> Waarde:
        """A number with what stands behind it."""
        return Waarde(
            sleutel,
            uitleg,
            printed(aantal),
            aantal,
            regios,
            soort,
            items,
            aard=self.aard,
            regios_van=regios_van,
            vraag=self.vraag,
            naar_thema=self.naar_thema,
            naar_status=self.naar_status,
        )

    def theme_codes(self, soort: str) -> tuple[CodeBeeld, ...]:
        """The codes of one kind that are shown."""
        return tuple(code for code in self.codes if code.soort == soort)

    def theme_parts(self, soort: str) -> tuple[tuple[str, str], ...]:
        """The parts of tokens by theme, each with words that say what is counted."""
        return (
            *((theme_part(code.id), f"met het thema “{code.naam}”") for code in self.theme_codes(soort)),
            (ZONDER_THEMA, "waarbij geen enkel thema uit het codeboek past"),
            (NIET_GECODEERD, "die nog niet bij een thema zijn ingedeeld"),
        )

    def groups_of(self, soort: str, item: CodedText) -> tuple[str, ...]:
        """The parts of tokens under which a text counts: its themes, none that fits, or not coded yet."""
        if not item.gecodeerd:
            return (NIET_GECODEERD,)
        known = self.bekend.get(soort, frozenset())
        found = tuple(theme_part(code) for code in dict.fromkeys(item.codes) if code in known)
        return found or (ZONDER_THEMA,)

    def grouped(self, soort: str, items: Iterable[Text]) -> dict[str, list[Text]]:
        """Texts by the parts of tokens under which they count; none under a part that nobody named."""
        groups: dict[str, list[Text]] = defaultdict(list)
        for one in items:
            for part in self.groups_of(soort, one):
                groups[part].append(one)
        return groups

    def _regions_of(self, items: Iterable[CodedText]) -> tuple[str, ...]:
        return self._in_order(code for item in items for code in item.regios)

    def _in_order(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Each region once, as they stand in every list."""
        return tuple(sorted(dict.fromkeys(codes), key=lambda code: self.volgorde.get(code, len(self.volgorde))))


def theme_part(code_id: int) -> str:
    """The part of a token that stands for a theme."""
    return f"thema_{code_id}"


def _ids(items: Iterable[CodedText]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(item.id for item in items))


@cache
def printed(number: int) -> str:
    """A number as it is printed; kept, because a report has a thousand of them and few differ."""
    return dutch_number(number)


def worded(sleutel: str, uitleg: str, tekst: str, regios: Iterable[str] = ()) -> Waarde:
    """A value that is words."""
    return Waarde(sleutel, uitleg, tekst, regios=tuple(regios), aard=Aard.FEIT)


def named_first(waarde: Waarde, sleutel: str) -> Waarde:
    """The number of a theme once more, named because that theme stands first (or second, or third)."""
    return replace(waarde, sleutel=sleutel, telling=waarde.zelfde_als, aard=Aard.EENMALIG)


def named_in_order(
    prefix: str, rangen: Iterable[str], named: Iterable[tuple[str, Waarde]], uitleg: Callable[[str], str]
) -> dict[str, Waarde]:
    """What was named most by its place (`rangen`): its name, and its number once more.

    `named`: each name with its number, the first first; `uitleg` says of a place what stands there.
    """
    found: dict[str, Waarde] = {}
    for place, (naam, number) in zip(rangen, named, strict=False):
        key = f"{prefix}_{place}"
        found |= by_key(worded(key, uitleg(place), naam, number.regios), named_first(number, f"{key}{REGIOS}"))
    return found


def by_key(*waarden: Waarde) -> dict[str, Waarde]:
    """Values by their token."""
    return {waarde.sleutel: waarde for waarde in waarden}


def visible_codes(codes: Iterable[CodeBeeld], beeld: Beeld) -> tuple[CodeBeeld, ...]:
    """The codes to show: all in use, and retired ones while a text has them."""
    used = {
        code
        for items in (beeld.acties, beeld.successen, beeld.lessen, beeld.verwachtingen, beeld.redenen, beeld.eigen)
        for item in items
        for code in item.codes
    }
    return tuple(code for code in codes if not code.vervallen or code.id in used)


def names_in_words(names: Sequence[str]) -> str:
    """ "Drenthe, Twente en Zeeland"; a comma goes before the last "en" when a name has that word itself."""
    if not names:
        return GEEN_REGIO
    *before, last = names
    if before and any(" en " in name for name in (before[-1], last)):
        return f"{', '.join(before)}, en {last}"
    return listed(names)


@lru_cache(1024)
def token_part(key: str) -> str:
    """A key as a part of a token: small letters, digits and underscores."""
    return _ODD.sub("_", key.lower()).strip("_") or "onbekend"


def with_unknown(choices: Sequence[Optie], found: Iterable[str]) -> tuple[Optie, ...]:
    """All choices, and behind them what was chosen and is no longer offered, with the part of its token as key."""
    known = {token_part(choice.key): replace(choice, key=token_part(choice.key)) for choice in choices}
    for key in sorted(set(found)):
        known.setdefault(token_part(key), Optie(token_part(key), key))
    return tuple(known.values())


@dataclass(frozen=True)
class ClosedQuestion:
    """A closed question: the start of its tokens, what it is about (in a sentence), and its choices."""

    key: str
    prefix: str
    over: str
    opties: tuple[Optie, ...]
    # Asked by this round alone: no sentence of the report knows it.
    is_own: bool = False


AFSTEMMING, DOEL = "afstemming", "doel"
# The two that sentences of the report name, by the part they play: start of the tokens, and what they are about.
_NATIONAL = {
    QuestionRole.AFSTEMMING.value: (AFSTEMMING, "over de afstemming"),
    QuestionRole.DOELSTELLING.value: (DOEL, "over de doelstelling"),
}


def is_asked(vragen: Sequence[Vraag], soort: str) -> bool:
    """True when the round asks for this list; a round without a list of questions asks the national ones."""
    return any(vraag.kind == soort for vraag in questions_asked(vragen))


def closed_questions(vragen: Sequence[Vraag]) -> tuple[ClosedQuestion, ...]:
    """The closed questions of a round; its own questions come last."""
    asked = [vraag for vraag in questions_asked(vragen) if vraag.opties or role_of(vraag) in _NATIONAL]
    by_role = {role_of(vraag): vraag for vraag in asked}
    national = (
        ClosedQuestion(by_role[role].key, *words, options_of(by_role[role]))
        for role, words in _NATIONAL.items()
        if role in by_role
    )
    return (*national, *(_own_question(vraag) for vraag in asked if role_of(vraag) not in _NATIONAL))


def own_prefix(vraag: Vraag) -> str:
    """The start of the tokens of a question that no sentence of the report knows."""
    return f"vraag_{token_part(vraag.key)}"


def _own_question(vraag: Vraag) -> ClosedQuestion:
    return ClosedQuestion(vraag.key, own_prefix(vraag), f"bij de vraag “{vraag.label}”", vraag.opties, is_own=True)
