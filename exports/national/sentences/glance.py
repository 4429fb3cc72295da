"""The heading of Nederland in één blik."""

from __future__ import annotations

from exports.national.sentences.kinds import declare
from exports.national.sentences.phrases import Numbers, regions_that
from forms.dutch.words import one_or_many


def _heading(w: Numbers) -> str:
    zin = regions_that(w, "geantwoord", "antwoordde", "antwoordden")
    if not w.n("acties_bekend") or not w.n("acties_afgerond"):
        return zin
    is_ = one_or_many(w.n("acties_afgerond"), "is", "zijn")
    return f"{zin}; {{acties_afgerond}} van de {{acties}} acties {is_} afgerond"


BLIK = declare("blik", kop=_heading)
