"""The portal's own sentence about how alike two people coded."""

from __future__ import annotations

from exports.national.counting.over_rounds import EERSTE
from exports.national.counting.twice import DUBBEL
from exports.national.sentences.phrases import Numbers, capitalised, count_of
from forms.dutch.words import one_or_many

_HOW = (
    "Hoe gelijk zij codeerden, staat hieronder per soort tekst als Krippendorffs alfa: 1 is steeds gelijk, 0 is "
    "toeval. Vanaf 0,80 is het coderen betrouwbaar, vanaf 0,67 voorlopig bruikbaar. Bij minder dan tien teksten "
    "noemen wij geen getal."
)


def coded_twice(w: Numbers) -> str | None:
    """How much was coded twice, how often otherwise and how many of those were settled; None without a sample."""
    if not w.has(DUBBEL):
        return None
    if not w.n(DUBBEL):
        return "Een deel van de teksten is aangewezen om dubbel te coderen. Dat is nog niet gebeurd."
    # A report about several rounds tells how the last of them was coded.
    whence = "uit de laatste uitvraag " if w.has(EERSTE) else ""
    many = capitalised(count_of(w, DUBBEL, f"tekst {whence}is", f"teksten {whence}zijn"))
    return f"{many} ook gecodeerd door een tweede persoon, die niet zag wat de eerste koos. {_differing(w)} {_HOW}"


def _differing(w: Numbers) -> str:
    if not w.n("dubbel_anders"):
        return "Die koos steeds dezelfde codes."
    return f"Bij {{dubbel_anders}} koos die andere codes; {_settled(w)}."


def _settled(w: Numbers) -> str:
    settled, all_of_them = w.n("dubbel_besproken"), w.n("dubbel_anders")
    if not settled:
        return "geen daarvan is besproken"
    if settled == all_of_them:
        return one_or_many(settled, "dat verschil is besproken", "die verschillen zijn alle besproken")
    return f"{{dubbel_besproken}} daarvan {one_or_many(settled, 'is', 'zijn')} besproken"
