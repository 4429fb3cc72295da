"""What the review page says and offers, decided before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import url_for

from forms.dutch.dates import moment_in_words, moment_nearby
from portal.domain import clock
from portal.domain.plan.states import VersieStatus
from portal.domain.policy import Action
from portal.domain.review.compare import PartDiff
from portal.models import Plan
from portal.services.review.reading import Beside, SubmissionReading
from portal.services.review.reviews import UNDER_REVIEW
from portal.web.access import may

_WORDS = {
    Beside.VORIGE: "Met de vorige indiening",
    Beside.VASTGESTELD: "Met het vastgestelde plan",
    Beside.NIETS: "Niet vergelijken",
}


@dataclass(frozen=True)
class Way:
    """Something that a person can go to. `is_current`: they are there; `look` is that of its button."""

    label: str
    url: str
    is_current: bool = False
    look: str = "primary-action"


@dataclass(frozen=True)
class Notice:
    """Why there is nothing to review now."""

    title: str | None
    text: str


@dataclass(frozen=True)
class ReviewPage:
    """A submission on the page of a reviewer: which parts, compared with what, and what can be decided."""

    plan: Plan
    reading: SubmissionReading
    beside: Beside
    only_changed: bool
    remarks_url: str | None

    @property
    def parts(self) -> tuple[PartDiff, ...]:
        """The parts on the page."""
        return tuple(self.reading.changed) if self.only_changed else self.reading.parts

    @property
    def is_compared(self) -> bool:
        """True when another submission stands beside this one."""
        return self.reading.base is not None

    @property
    def under_review(self) -> bool:
        """True while it waits for a reviewer or is being reviewed."""
        return self.plan.status in UNDER_REVIEW

    @property
    def status(self) -> str:
        """What this submission is, or else the plan."""
        return VersieStatus.VASTGESTELD if self.reading.indiening.is_vastgesteld else self.plan.status

    @property
    def notice(self) -> Notice | None:
        """Why there is nothing to review now; None while there is."""
        versie = self.plan.versie
        match self.plan.status:
            case VersieStatus.TERUGGESTUURD:
                when = moment_nearby(versie.status_sinds, clock.today())
                text = f"Het plan is {when} teruggestuurd. De regio past het aan en dient het opnieuw in."
                return Notice(self._what_is_read, text)
            case VersieStatus.CONCEPT:
                what = f"versie {versie.nummer}" if versie.nummer > 1 else "een nieuwe indiening"
                return Notice(self._what_is_read, f"De regio werkt aan {what}. U ziet die pas als de regio indient.")
            case VersieStatus.VASTGESTELD:
                return Notice(None, f"Dit plan is vastgesteld op {moment_in_words(versie.status_sinds)}.")
        return None

    @property
    def _what_is_read(self) -> str:
        return (
            "U leest het vastgestelde plan" if self.reading.indiening.is_vastgesteld else "U leest de laatste indiening"
        )

    # --- comparing

    @property
    def base_name(self) -> str:
        """With what it is compared, inside a sentence."""
        return "het vastgestelde plan" if self.beside is Beside.VASTGESTELD else "de vorige indiening"

    @property
    def not_compared(self) -> str:
        """Why nothing is marked, when nothing is compared."""
        if self.reading.previous:
            return "U leest het plan zonder wijzigingen te zien."
        return "Dit is de eerste indiening. Er is nog niets om mee te vergelijken."

    @property
    def comparisons(self) -> list[Way]:
        """With what it can be compared; nothing for a first submission."""
        if not self.reading.previous:
            return []
        offered = [one for one in Beside if one is not Beside.VASTGESTELD or self.reading.accepted]
        return [Way(_WORDS[one], self._url(met=one.value), one is self.beside) for one in offered]

    @property
    def turn(self) -> Way | None:
        """From all parts to those that changed, and back."""
        if not self.is_compared:
            return None
        if self.only_changed:
            return Way("Alle onderdelen", self._url(met=self.beside.value))
        return Way("Alleen gewijzigde onderdelen", self._url(met=self.beside.value, toon="gewijzigd"))

    def _url(self, **args: Any) -> str:
        return url_for("beoordelen.plan", plan_id=self.plan.id, **args)

    # --- who reviews, and what can be decided

    @property
    def reviewer(self) -> str:
        """Who reviews it now; "" when nobody does, or nobody knows who."""
        versie = self.plan.versie
        return versie.beoordelaar.naam if versie.beoordelaar and self.is_taken else ""

    @property
    def reviewer_sentence(self) -> str:
        """Who reviews it, did so before, or did so in the end."""
        last, final = self.plan.versie.beoordelaar, self.reading.indiening.versie.beoordelaar
        if self.is_taken:
            return last.naam if last else "Onbekend"
        if self.plan.status is VersieStatus.INGEDIEND:
            return f"Niemand beoordeelt dit plan nu.{f' Vorige keer deed {last.naam} dat.' if last else ''}"
        return final.naam if final else "Niemand"

    @property
    def is_taken(self) -> bool:
        """True while somebody is reviewing it."""
        return self.plan.status is VersieStatus.IN_BEHANDELING

    @property
    def can_be_taken(self) -> bool:
        """True while it waits for a reviewer."""
        return self.plan.status is VersieStatus.INGEDIEND

    @property
    def has_bar(self) -> bool:
        """True when something can be done with it."""
        return self.under_review or self.plan.status is VersieStatus.VASTGESTELD

    @property
    def buttons(self) -> list[Way]:
        """The buttons of the bar, the most important one first."""
        found = self._decisions() if self.is_taken else []
        if self.remarks_url:
            found.append(Way("Opmerking", f"{self.remarks_url}#opmerking-maken", look="secondary-action"))
        return found

    @property
    def reopen_url(self) -> str | None:
        """Where the decision can be taken back, by who may."""
        if self.plan.status is VersieStatus.VASTGESTELD and may(Action.PLAN_BESLUITEN, self.plan):
            return url_for("beoordelen.heropenen", plan_id=self.plan.id)
        return None

    def _decisions(self) -> list[Way]:
        if not may(Action.PLAN_BESLUITEN, self.plan):
            return [Way("Advies geven", "#advies")]
        back = url_for("beoordelen.terugsturen", plan_id=self.plan.id)
        return [
            Way("Vaststellen", url_for("beoordelen.vaststellen", plan_id=self.plan.id)),
            Way("Terugsturen (kies onderdelen)", back, look="secondary-action"),
        ]
