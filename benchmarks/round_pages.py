"""The main pages of the review and of the rounds."""

from __future__ import annotations

from benchmarks.pages import Pages
from benchmarks.rounds_world import RoundsWorld


def round_pages(world: RoundsWorld) -> Pages:
    """The pages of reviewing and answering, and the national lists: name, path, and the id of who looks."""
    plan, blad = f"/plannen/{world.world.plan_id}", f"/antwoordbladen/{world.blad_id}"
    contact, coordinator = world.world.contact_id, world.world.coordinator_id
    return {
        **growing_pages(world),
        "beoordelen (met vorige versie)": (f"{plan}/beoordelen", coordinator),
        "beoordelen (alleen gewijzigd)": (f"{plan}/beoordelen?toon=gewijzigd", coordinator),
        "vraag 2 (20 acties)": (f"{blad}/vraag/voortgang", contact),
        "verwachtingen": ("/landelijk/verwachtingen", coordinator),
        "verwachtingen (8 uitvragen)": ("/landelijk/verwachtingen?uitvraag=alle", coordinator),
        "samenvatting": ("/landelijk/samenvatting", coordinator),
    }


def growing_pages(world: RoundsWorld) -> Pages:
    """The pages that must stay fast when there are ten times as many regions: what everybody opens first."""
    contact, coordinator, ronde = world.world.contact_id, world.world.coordinator_id, world.uitvraag_id
    return {
        "start (contact, uitvraag open)": ("/", contact),
        "start (coördinator, uitvraag open)": ("/", coordinator),
        "mijn plan (onder beoordeling)": (f"/plannen/{world.world.plan_id}", contact),
        "antwoordblad": (f"/antwoordbladen/{world.blad_id}", contact),
        "antwoordblad controleren": (f"/antwoordbladen/{world.blad_id}/controleren", contact),
        "overzicht": ("/landelijk/plannen", coordinator),
        "overzicht (filter)": (
            f"/landelijk/plannen?plan=ingediend&sorteer=-deadline&kaart=uitvraag&ronde={ronde}",
            coordinator,
        ),
        # A typing error is looked for in every name.
        "overzicht (filter en zoek)": ("/landelijk/plannen?zoek=zeelant&antwoord=ingediend", coordinator),
        "uitvragen (8 uitvragen)": ("/landelijk/uitvragen", coordinator),
        "een uitvraag": (f"/landelijk/uitvragen/{ronde}", coordinator),
        "verloop (8 uitvragen)": ("/verloop", coordinator),
        "verloop van acties": ("/verloop/acties?toon=alle", coordinator),
        "verloop van een regio": ("/verloop/regio/1", coordinator),
    }
