"""A mistake of ours must not cost anybody a text."""

from __future__ import annotations

import pytest

from portal.services.plan import steps
from tests.client import StrictClient
from tests.worlds.people import make_contact
from tests.worlds.plan import make_plan


def test_a_crash_while_saving_gives_the_typed_text_back(client: StrictClient, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = make_plan()
    client.sign_in(make_contact(plan.regios[0]))
    client.get(f"/plannen/{plan.id}/onderdeel/achtergrond")

    def crash(*args: object, **kwargs: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(steps, "save_step", crash)
        page = client.submit(
            "Opslaan en verder",
            achtergrond="Een hele middag werk van Anna, en zij wil het niet nog eens typen.",
            status=500,
        )
    assert page.h1 == "Er ging iets mis in het portaal"
    assert "Een hele middag werk van Anna, en zij wil het niet nog eens typen." in page.text

    client.submit("Opnieuw versturen")
    assert (
        "Een hele middag werk van Anna, en zij wil het niet nog eens typen."
        in client.get(f"/plannen/{plan.id}/onderdeel/achtergrond").text
    )
