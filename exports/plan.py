"""What an exporter gets of one plan: plain values, never a database row.

`portal/services/plan/document.py` makes it, from the working copy or from a frozen submission alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from forms.plan_marks import PlanMarks
from forms.spec import Format


@dataclass(frozen=True)
class PartijRow:
    """A party; `soort` is a choice label ("Zorgaanbieder") or empty."""

    naam: str
    soort: str = ""
    id: int = 0


@dataclass(frozen=True)
class DoelstellingRow:
    """A goal; its figures and dates as typed. `landelijk` marks the national sentence.

    `gelezen` says in words what was read in a field, where that tells more than the field itself; `eigen_eenheid` holds
    the fields that name a unit of their own or no number, so that `eenheid` does not belong behind them.
    """

    tekst: str
    landelijk: bool = False
    indicator: str = ""
    nulwaarde: str = ""
    peildatum: str = ""
    streefwaarde: str = ""
    eenheid: str = ""
    einddatum: str = ""
    gelezen: Mapping[str, str] = field(default_factory=dict)
    eigen_eenheid: frozenset[str] = frozenset()
    id: int = 0


@dataclass(frozen=True)
class ActieRow:
    """An action or a heading above actions (`is_action` False).

    `on_its_own` marks a number that is heading and action at once ("4", "5d"). `venster` is how the timeline was
    read, in words ("1 januari t/m 31 maart 2024"), or empty.
    """

    paragraaf: str
    omschrijving: str
    verantwoordelijke: str = ""
    tijdslijn: str = ""
    venster: str = ""
    is_action: bool = True
    on_its_own: bool = False
    is_mijlpaal: bool = False
    id: int = 0


@dataclass(frozen=True)
class MijlpaalRow:
    """A milestone of the planning, or an action that is one: then `actie_id` says which."""

    activiteit: str
    mijlpaal: str
    datum_gereed: str = ""
    venster: str = ""
    id: int = 0
    actie_id: int = 0


@dataclass(frozen=True)
class InstemmingRow:
    """A party of the register of instemming, and in words where it stands."""

    naam: str
    woorden: str
    toelichting: str = ""


@dataclass(frozen=True)
class PlanDocument:
    """A whole plan as it goes on paper.

    `answers` maps the key of a text or closed question to the text as typed (Markdown), or to the *labels* of the
    chosen answers. A key that is missing was not answered. `volgt_later` maps the key of a step to the reason.
    `ingediend_op` is when this very text was submitted; None for a working copy. `is_concept`: it can still change.
    `geldigheid`: why it is not the plan that counts, when it is not.
    """

    format: Format
    naam: str
    status: str
    peilmoment: datetime
    answers: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    partijen: tuple[PartijRow, ...] = ()
    doelstellingen: tuple[DoelstellingRow, ...] = ()
    acties: tuple[ActieRow, ...] = ()
    mijlpalen: tuple[MijlpaalRow, ...] = ()
    volgt_later: Mapping[str, str] = field(default_factory=dict)
    bijlagen: tuple[str, ...] = ()
    demo: bool = False
    ingediend_op: datetime | None = None
    is_concept: bool = False
    geldigheid: str = ""
    # Who agreed, as it stands at a moment of its own: also after this text was handed in. Nothing: nobody was asked.
    instemming: tuple[InstemmingRow, ...] = ()
    instemming_op: datetime | None = None
    # How the plan was, for a file that may come back with changes. None: the file carries no marks.
    merken: PlanMarks | None = None

    def text(self, question_key: str) -> str:
        """The typed text of a question; labels of chosen answers with commas; empty when not answered."""
        answer = self.answers.get(question_key, "")
        return answer if isinstance(answer, str) else ", ".join(answer)
