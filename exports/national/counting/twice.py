"""What a second person coded too: how much, how alike, and how many differences were settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exports.national.counting.agreement import Agreement, agreement
from exports.national.counting.tally import by_key, printed
from exports.national.data import Dubbel, RapportData, Steekproef
from exports.national.tree import Aard, Waarde
from forms.codes import CodeSoort

DUBBEL = "dubbel_gecodeerd"


@dataclass(frozen=True)
class Twice:
    """One kind of texts of which a sample was drawn. `naam` is what people call it."""

    steekproef: Steekproef
    naam: str
    teksten: Sequence[Dubbel]

    @property
    def hoe_gelijk(self) -> Agreement:
        """How alike the two coded."""
        return agreement((one.a, one.b) for one in self.teksten)

    @property
    def anders(self) -> Sequence[Dubbel]:
        """The texts to which they gave other codes."""
        return [one for one in self.teksten if set(one.a) != set(one.b)]

    @property
    def besproken(self) -> int:
        """How many of those were settled."""
        return sum(one.besproken for one in self.anders)


def coded_twice(data: RapportData) -> tuple[Twice, ...]:
    """Each sample of the round with its texts that were coded twice."""
    labels = {one.key: one.label for one in data.vragen}
    return tuple(
        Twice(one, labels.get(one.vraag, CodeSoort(one.soort).label), tuple(_texts(data, one)))
        for one in data.steekproeven
    )


def _texts(data: RapportData, one: Steekproef) -> Sequence[Dubbel]:
    if one.soort == CodeSoort.ACTIES.value:
        found = [actie.dubbel for actie in data.beeld.acties]
    else:
        said = (text for text in data.beeld.said(one.soort) if one.vraag in ("", text.over))
        found = [text.dubbel for text in said]
    return [two for two in found if two is not None]


def totals(data: RapportData) -> dict[str, Waarde]:
    """Over all kinds together; {} when no sample was drawn."""
    found = coded_twice(data)
    if not found:
        return {}
    return by_key(
        _value(DUBBEL, "Teksten die een tweede persoon ook codeerde.", sum(len(one.teksten) for one in found)),
        _value("dubbel_anders", "Teksten waaraan de tweede andere codes gaf.", sum(len(one.anders) for one in found)),
        _value(
            "dubbel_besproken",
            "Verschillen die zijn besproken.",
            sum(one.besproken for one in found),
        ),
    )


def _value(sleutel: str, uitleg: str, aantal: int) -> Waarde:
    return Waarde(sleutel, uitleg, printed(aantal), aantal, aard=Aard.FEIT)
