"""Writing one plan through the services, as its contacts would: part by part, over some weeks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random

from forms.spec import Kind
from portal.demo.actions import Values, draw_actions, draw_milestones, quarters_after
from portal.demo.facts import DemoFacts
from portal.demo.paragraphs import compose, groups_of
from portal.demo.pdf import title_page
from portal.demo.story import Verhaal
from portal.demo.texts import doelen, partijen
from portal.domain import clock
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Answer, Plan
from portal.services.filling import revisions
from portal.services.plan import answers, attachments, pen, rows, steps

# What a text says about the groups, so that the closed answer fits it.
DOELGROEP_WOORDEN = {"jongeren": "jong", "ambulant": "ambulant"}


@dataclass
class DemoWriter:
    """The contacts of one plan at work. `actors` are the people that take turns; the first does most."""

    plan: Plan
    verhaal: Verhaal
    facts: DemoFacts
    actors: list[Actor]
    deadline: date
    # Each part has dice of its own: a region writes the same words at every stage and on every day.
    rng: Random = field(default_factory=Random)

    def take_dice(self, name: str) -> None:
        """Draw from now on with the dice of this part of this plan."""
        self.rng = Random(f"{self.verhaal.codes[0]} {name}")

    def write(self, step_keys: Iterable[str], moments: Iterable[datetime]) -> None:
        """Fill in these parts completely, one at each moment."""
        for key, moment in zip(step_keys, moments, strict=True):
            self.take_dice(key)
            actor = self.actors[0] if self.rng.random() < 0.7 else self.actors[-1]
            with clock.stopped_at(moment):
                FILLERS.get(key, _long_text)(self, key, actor)

    def begin(self, step_key: str, moment: datetime) -> None:
        """Start with a part of one long text, and leave it at its first paragraph."""
        self.take_dice(step_key)
        with clock.stopped_at(moment):
            text = compose(self.rng, self.text_file(step_key), self.facts.woorden, groups=1)
            self.save(self.actors[0], **{step_key: text})

    def improve(self, question_key: str, moment: datetime) -> None:
        """Let the other side add a paragraph, so that there is an earlier text to look back at."""
        self.take_dice(f"aanvulling {question_key} {moment.year}")
        row = db.session.get_one(Answer, (self.plan.id, question_key))
        extra = self.rng.choice(groups_of("aanvulling")["aanvulling"]).format(**self.facts.woorden)
        with clock.stopped_at(moment):
            self.save(self.actors[-1], **{question_key: f"{row.text}\n\n{extra}"})

    def declare_later(self, step_key: str, moment: datetime) -> None:
        """Say that a part follows later, with a reason."""
        self.take_dice(f"{step_key} later")
        step = pen.format_of(self.plan).step(step_key)
        assert step is not None
        reden = self.rng.choice(groups_of("volgt_later")["reden"]).format(**self.facts.woorden)
        with clock.stopped_at(moment):
            steps.declare_later(self.plan, step, reden=reden, actor=self.actors[0])

    def attach(self, moment: datetime) -> None:
        """Attach the region's longer document."""
        titel = f"Regionaal plan {self.plan.naam}"
        lines = [
            f"Regioaanpak instroom Wlz-ggz-W, {self.facts.jaar} en verder",
            "Dit is een verzonnen document bij een verzonnen plan (demo).",
        ]
        bestand = f"Regionaal plan {self.plan.regios[0].naam.replace('/', '-')} (demo).pdf"
        with clock.stopped_at(moment):
            attachments.add_bijlage(
                self.plan,
                naam=f"{titel} (demo)",
                bestandsnaam=bestand,
                inhoud=title_page(titel, lines),
                actor=self.actors[0],
            )

    def text_file(self, step_key: str) -> str:
        """The file with the texts for a part: how a region works together has one for each kind of structure."""
        return f"projectstructuur_{self.verhaal.vorm}" if step_key == "projectstructuur" else step_key

    def save(self, actor: Actor, **texts: str) -> None:
        """Save answers, starting from their newest revision."""
        present = {key: db.session.get(Answer, (self.plan.id, key)) for key in texts}
        edits = [
            revisions.AnswerEdit(key, text, row.revision if (row := present[key]) else 0) for key, text in texts.items()
        ]
        result = answers.save_answers(self.plan, edits, actor=actor)
        assert not result.conflicts


def _long_text(writer: DemoWriter, key: str, actor: Actor) -> None:
    writer.save(actor, **{key: compose(writer.rng, key, writer.facts.woorden)})


def _algemeen(writer: DemoWriter, key: str, actor: Actor) -> None:
    streek = ("Noord", "Oost", "Zuid", "West")[writer.plan.regios[0].id % 4]
    words = {"regio": writer.plan.regios[0].naam, "streek": streek}
    chosen = sorted(writer.rng.sample(range(len(partijen.SOMS)), writer.rng.randint(3, 8)))
    for naam, soort in [*partijen.ALTIJD, *(partijen.SOMS[at] for at in chosen)]:
        rows.add_row(writer.plan, Kind.PARTIJEN, {"naam": naam.format(**words), "soort": soort}, actor=actor)


def _doelstellingen(writer: DemoWriter, key: str, actor: Actor) -> None:
    _national_goal(writer, actor)
    for doel in writer.rng.sample(doelen.AANVULLEND, writer.rng.randint(1, 4)):
        rows.add_row(writer.plan, Kind.DOELSTELLINGEN, _goal(writer, doel), actor=actor)


def _national_goal(writer: DemoWriter, actor: Actor) -> None:
    row = rows.rows_of(writer.plan, Kind.DOELSTELLINGEN)[0]
    facts, rng = writer.facts, writer.rng
    if rng.random() < 0.25:
        values = {"tekst": rng.choice(doelen.LANDELIJK_ZONDER_GETAL).format(**facts.woorden)}
    else:
        tekst = rng.choice(doelen.LANDELIJK_INGEVULD).format(**facts.woorden)
        figures = (str(facts.nulwaarde), str(facts.streefwaarde))
        values = {
            "tekst": tekst,
            **_figures(writer, "Instroom per maand", figures, "cliënten per maand"),
            "smart": "SMT",
            "telt_clienten": "ja",
        }
    rows.change_row(writer.plan, Kind.DOELSTELLINGEN, row.id, values, base_revision=row.revision, actor=actor)


def _goal(writer: DemoWriter, doel: doelen.DemoGoal) -> Values:
    values: Values = {
        "tekst": doel.tekst.format(**writer.facts.woorden),
        "smart": doel.smart,
        "telt_clienten": doel.telt_clienten,
    }
    if doel.van and doel.naar:
        figures = (doel.van, doel.naar.format(**writer.facts.woorden))
        values |= _figures(writer, doel.indicator, figures, doel.eenheid)
    return values


def _figures(writer: DemoWriter, indicator: str, figures: tuple[str, str], eenheid: str) -> Values:
    jaar = writer.facts.jaar
    return {
        "indicator": indicator,
        "nulwaarde": figures[0],
        "peildatum": f"1 januari {jaar - 1}",
        "streefwaarde": figures[1],
        "eenheid": eenheid,
        "einddatum": f"31 december {jaar}",
    }


def _doelgroep(writer: DemoWriter, key: str, actor: Actor) -> None:
    text = compose(writer.rng, key, writer.facts.woorden)
    kinds = " ".join(key for key, word in DOELGROEP_WOORDEN.items() if word in text) or "anders"
    writer.save(actor, doelgroep=text, doelgroep_soorten=kinds)


def _acties(writer: DemoWriter, key: str, actor: Actor) -> None:
    quarters = quarters_after(writer.deadline, writer.rng)
    for values in draw_actions(writer.rng, writer.facts.woorden, quarters):
        rows.add_row(writer.plan, Kind.ACTIES, values, actor=actor)
    if writer.rng.random() < 0.5:
        writer.save(actor, acties_toelichting=compose(writer.rng, "acties_toelichting", writer.facts.woorden))


def _projectstructuur(writer: DemoWriter, key: str, actor: Actor) -> None:
    text = compose(writer.rng, writer.text_file(key), writer.facts.woorden)
    writer.save(actor, projectstructuur=text, projectstructuur_vorm=writer.verhaal.vorm)


def _planning(writer: DemoWriter, key: str, actor: Actor) -> None:
    if writer.rng.random() < 0.12:
        writer.save(actor, planning_toelichting="Zie Acties!")
        return
    quarters = quarters_after(writer.deadline, writer.rng)
    for values in draw_milestones(writer.rng, writer.facts.woorden, quarters):
        rows.add_row(writer.plan, Kind.MIJLPALEN, values, actor=actor)


FILLERS: dict[str, Callable[[DemoWriter, str, Actor], None]] = {
    "algemeen": _algemeen,
    "doelstellingen": _doelstellingen,
    "doelgroep": _doelgroep,
    "acties": _acties,
    "projectstructuur": _projectstructuur,
    "planning": _planning,
}
