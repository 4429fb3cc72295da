"""What templates of a plan, an answer sheet, a report or a regiobeeld ask about its remarks, read once per request."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from flask import Flask, g, request, url_for

from exports.national.tree import NationaalRapport
from forms.spec import Step
from portal.domain.review.remarks import Zicht, choices
from portal.domain.roles import Actor
from portal.models import Antwoordblad, BladIndiening, Opmerking, Rapport
from portal.services.instroom.talk import Regiobeeld
from portal.services.remark import remarks
from portal.services.remark.action_names import LABEL_LENGTH, ActionName
from portal.services.remark.readers import readable_for
from portal.services.remark.remarked import OnReport, Remarked, Thing, remarked
from portal.services.sheet import submit
from portal.web.access import may, signed_in
from portal.web.opmerkingen.forms import ACTION, SENTENCE, RemarkForm
from portal.web.opmerkingen.places import present_place
from portal.web.opmerkingen.words import Words, numbered, title_of, words_for

NOT_IN_VIEW = "een actie die niet (meer) in het plan staat"


@dataclass
class Remarks:
    """The remarks on one plan, answer sheet, report or regiobeeld as one person sees them."""

    subject: Remarked
    actor: Actor

    @property
    def thing(self) -> Thing:
        """The plan, the sheet, the report or the regiobeeld."""
        return self.subject.thing

    @cached_property
    def words(self) -> Words:
        """How the page speaks of it."""
        return words_for(self.thing)

    def address(self, view: str, **values: Any) -> str:
        """The address of a view about it: "lijst", "toevoegen", or one of the verbs of a thread."""
        values[self.words.id_name] = getattr(self.thing, self.words.id_of)
        return url_for(f"opmerkingen.{view}{self.words.suffix}", **values)

    @cached_property
    def threads(self) -> list[Opmerking]:
        """All threads that the person may read, open ones first."""
        return remarks.threads_of(self.thing, self.seen)

    @cached_property
    def names(self) -> dict[int, ActionName]:
        """The actions that the person knows of."""
        return self.subject.action_names(self.actor)

    @cached_property
    def seen(self) -> frozenset[Zicht]:
        """Which remarks the person may read; none for who has nothing to do with it."""
        return readable_for(self.thing, self.actor)

    @property
    def takes_remarks(self) -> bool:
        """False when the person only reads: the plan went up in another one, the report is vastgesteld."""
        return not self.subject.only_read_because and may(self.subject.takes_part, self.thing)

    def settles(self, thread: Opmerking) -> bool:
        """True when the person can call this thread resolved, or open it again."""
        return not self.subject.why_not_settled(thread, self.actor)

    def title_of(self, step_key: str) -> str:
        """How a step is called."""
        step = self.subject.format.step(step_key)
        return title_of(self.thing, step) if step else ""

    def heading_of(self, step: Step) -> str:
        """The same with its number."""
        return numbered(self.thing, step)

    def answered_after(self, thread: Opmerking) -> BladIndiening | None:
        """The answers that were handed in after an open thread on them began: it was about what stood there before."""
        found = self._newest_answers
        return found if found and not thread.opgelost_op and found.ingediend_op > thread.op else None

    @cached_property
    def _newest_answers(self) -> BladIndiening | None:
        return submit.counting_submission(self.thing) if isinstance(self.thing, Antwoordblad) else None

    def open_on(self, step_key: str) -> list[Opmerking]:
        """The open threads on a step."""
        return [one for one in self.threads if one.step_key == step_key and one.opgelost_op is None]

    def open_anchors(self, step_key: str) -> dict[str, Opmerking]:
        """The first open thread on each sentence of a step, by the key of the sentence."""
        return {one.anker: one for one in reversed(self.open_on(step_key)) if one.anker}

    def resolved_on(self, step_key: str) -> list[Opmerking]:
        """The resolved threads on a step."""
        return [one for one in self.threads if one.step_key == step_key and one.opgelost_op is not None]

    def parts(self, shown: str) -> list[tuple[Step, list[Opmerking]]]:
        """The steps that have threads with those that are `shown` ("open", "opgelost" or "alle"), open ones first."""
        found = (
            (step, [*self._open(step.key, shown), *self._resolved(step.key, shown)])
            for step in self.subject.format.steps
        )
        return [(step, threads) for step, threads in found if threads]

    def _open(self, step_key: str, shown: str) -> list[Opmerking]:
        return [] if shown == "opgelost" else self.open_on(step_key)

    def _resolved(self, step_key: str, shown: str) -> list[Opmerking]:
        return [] if shown == "open" else self.resolved_on(step_key)

    def open_on_action(self, actie_id: int) -> list[Opmerking]:
        """The open threads on an action."""
        return [one for one in self.threads if one.actie_id == actie_id and one.opgelost_op is None]

    def action_label(self, thread: Opmerking) -> str | None:
        """How the action or sentence of a thread is called, as this person reads it; None for one on a whole step."""
        if thread.anker is not None:
            words = self.subject.anchors(thread.step_key).get(thread.anker)
            return _short(words) if words else "een zin die niet meer in het rapport staat"
        if thread.actie_id is None:
            return None
        name = self.names.get(thread.actie_id)
        if name is None:
            return NOT_IN_VIEW
        return name.label if name.present else f"{name.label} (verwijderd)"

    def places(self, step_key: str | None = None) -> list[tuple[str, str]]:
        """What a remark can be about: the steps (or only this one), and below their own step the actions."""
        found = []
        for step in self.subject.format.steps:
            if step_key in (None, step.key):
                whole = f"{self.words.whole_part}: {self.title_of(step.key)}" if step_key else self.heading_of(step)
                found.append((step.key, whole))
                if step.key in (step_key, self._chapter_of_a_sentence):
                    anchors = self.subject.anchors(step.key).items()
                    found += [(f"{SENTENCE}{step.key}/{key}", _short(words)) for key, words in anchors]
                if step.key == self.subject.actions_step:
                    found += [(f"{ACTION}{one.id}", f"Actie {one.label}") for one in self.names.values() if one.present]
        return found

    def form(self, step_key: str | None = None, *, bound: bool = False) -> RemarkForm:
        """An empty form for a new remark (on this step), or one bound to what was typed."""
        places = self.places(step_key)
        form = RemarkForm() if bound else RemarkForm(formdata=None, data=self._picked(places, step_key))
        if step_key is None:
            places = [("", self._pick_one), *places]
        of_region, reviewer = self.subject.is_of_region(self.actor), may(self.subject.reviews, self.thing)
        readers = [one for one in choices(of_region=of_region, reviewer=reviewer) if one[0] in self.seen]
        return form.offer(places, readers, prefix=f"opmerking-{step_key or 'nieuw'}")

    @property
    def _chapter_of_a_sentence(self) -> str:
        """The chapter of the sentence that was picked: on a page with all chapters only its sentences are offered."""
        picked = request.form.get("over", "")
        return picked.removeprefix(SENTENCE).partition("/")[0] if picked.startswith(SENTENCE) else ""

    @property
    def _pick_one(self) -> str:
        """Of a report only its chapters are offered when no chapter was chosen: it has hundreds of sentences."""
        smaller = "" if isinstance(self.thing, Rapport | Regiobeeld) else " of een actie"
        return f"Kies {self.words.a_part}{smaller}"

    def _picked(self, places: list[tuple[str, str]], step_key: str | None) -> dict[str, str]:
        """What was picked by following a link ("Opmerking maken" beside an action), else the step itself."""
        asked = request.args.get("over", "")
        picked = asked if asked in {key for key, _ in places} else step_key or ""
        return {"over": picked, "plek": present_place()}


def _short(words: str) -> str:
    return words if len(words) <= LABEL_LENGTH else f"{words[:LABEL_LENGTH].rstrip()}…"


def give_tree(rapport: Rapport, tree: NationaalRapport) -> None:
    """A page that drew a report lends what it drew, so that it is not made again for its remarks."""
    kept: dict[Thing, Remarks] = g.setdefault("opmerkingen", {})
    kept.setdefault(rapport, Remarks(OnReport(rapport, tree), signed_in()))


def remarks_on(thing: Thing) -> Remarks:
    """The remarks on a plan, sheet, report or regiobeeld for the person behind this request; read once."""
    kept: dict[Thing, Remarks] = g.setdefault("opmerkingen", {})
    if thing not in kept:
        kept[thing] = Remarks(remarked(thing), signed_in())
    return kept[thing]


def open_remarks(thing: Thing) -> dict[str, int]:
    """How many open remarks each step has for this person, without reading them; counted once."""
    kept: dict[Thing, dict[str, int]] = g.setdefault("open_opmerkingen", {})
    if thing not in kept:
        kept[thing] = remarks.open_counts(thing, readable_for(thing, signed_in()))
    return kept[thing]


def register(app: Flask) -> None:
    """Add what the templates of all that is remarked on use."""
    app.jinja_env.globals.update(
        opmerkingen_bij=remarks_on, open_opmerkingen=open_remarks, opmerking_plek=present_place
    )
