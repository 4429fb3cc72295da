"""What the portal drafts of a theme that many regions name: how many say it, and nothing about why or what now.

As with the second page a draft is only a beginning: a person chooses it, writes more, or puts it aside.
"""

from __future__ import annotations

from collections.abc import Mapping

from exports.national.counting.reasons import BEIDE
from exports.national.counting.tally import REGIOS
from exports.national.data import CodeBeeld
from exports.national.messages.drafts import Draft
from exports.national.sentences.phrases import Numbers, capitalised, count_of, regions
from exports.national.tree import VORIGE
from forms.codes import CodeSoort
from forms.counted import ActieStatus
from forms.dutch.words import one_or_many

# What fewer regions name is a theme to look up, not one that the report owes a word.
FEWEST_REGIONS = 5


def theme_drafts(w: Numbers, themes: Mapping[str, CodeBeeld]) -> tuple[Draft, ...]:
    """The drafts of these themes, by the token of the number of their texts, in the order of the code book."""
    named = ((token, code) for token, code in themes.items() if w.n(f"{token}{REGIOS}") >= FEWEST_REGIONS)
    return tuple(Draft(token, _said(w, token, _soort(code.soort)), _more(w, token)) for token, code in named)


def _soort(soort: str) -> CodeSoort:
    """The kind of a code; a book of its own of a question has the name of that question."""
    return CodeSoort(soort) if soort in set(CodeSoort) else CodeSoort.EIGEN


def _said(w: Numbers, token: str, soort: CodeSoort) -> str:
    regios, number = regions(w, f"{token}{REGIOS}"), w.n(f"{token}{REGIOS}")
    texts = count_of(w, token, soort.een, soort.meer)
    if soort is CodeSoort.ACTIES:
        return f"{capitalised(regios)} {one_or_many(number, 'werkt', 'werken')} hieraan, met {texts}."
    return f"{capitalised(regios)} {one_or_many(number, 'noemt', 'noemen')} dit, in {texts}."


def _more(w: Numbers, token: str) -> str:
    return " ".join(filter(None, (_attention(w, f"{token}_{ActieStatus.AANDACHT}"), _before(w, token))))


def _attention(w: Numbers, token: str) -> str:
    if not w.n(token):
        return ""
    return f"Van deze acties {one_or_many(w.n(token), 'vraagt', 'vragen')} er {{{token}}} aandacht."


def _before(w: Numbers, token: str) -> str:
    """How many of the regions that answered both rounds named it then and name it now; "" when nobody counted that."""
    key = f"{token}_beide{REGIOS}"
    then = w.before(key)
    if then is None or not w.n(BEIDE):
        return ""
    toen = f"{{{key}{VORIGE}}}" if then else "niemand"
    nu = f"{{{key}}}" if w.n(key) else "niemand"
    return f"Van de {regions(w, BEIDE)} die ook de vorige uitvraag beantwoordden noemde toen {toen} dit, nu {nu}."
