"""Every form of the portal, sent twice at once and once more after that: what it makes is made once.

The forms are found by machine: whoever adds one need not add it here, only say what to type when any words won't do.
"""

from __future__ import annotations

from typing import Any

from flask import Flask
from lxml import html

from portal.extensions import db
from portal.models import User
from tests.client import StrictClient
from tests.reading.crawl import FoundForm, buttons
from tests.reading.filling import typed
from tests.reading.forms import filled_in
from tests.running import snapshot
from tests.running.at_once import at_once
from tests.running.walk import Walk

# Who sees the most forms comes last, so that every role sends some.
PEOPLE = ("regiolezer", "lezer", "beheerder", "contact", "kernlid", "coordinator")

# Views whose form stands on no page of the small country, and why; their own tests send them.
NOT_SEEN = {
    "antwoordbladen.hier": "an open page asks for it by itself",
    "instroom.hier": "an open page asks for it by itself",
    "landelijk.hier": "an open page asks for it by itself",
    "rapporten.boodschap_hier": "an open page asks for it by itself",
    "rapporten.hier": "an open page asks for it by itself",
    "rapporten.hoor_hier": "an open page asks for it by itself",
    "regio.hier": "an open page asks for it by itself",
    "regio.hier_aangepast": "an open page asks for it by itself",
    "terugkoppeling.hier": "an open page asks for it by itself",
    "account.uitnodiging": "opens with a link from a mail",
    "account.verder": "stands on the page that asks to sign in again",
    "antwoordbladen.plan_volgen": "only when the plan in force changed during a round",
    "coderen.tweede_ongedaan": "only just after coding as the second",
    "instroom.aankondigen": "only while no figures are announced: see tests/services/instroom/test_publishing.py",
    "landelijk.samenvatting_klopt": "only when a plan changed after it was condensed",
    "landelijk.samenvatting_weghalen": "only after emptying a condensed text",
    "landelijk.splitsen": "of a joint plan, the last among more plans than are opened",
    "rapporten.boodschap_kiezen": "only of a draft: a small country has none",
    "rapporten.boodschap_verplaatsen": "only when two messages were chosen",
    "rapporten.boodschap_wegleggen": "only of a message or a draft",
    "rapporten.citaat_verplaatsen": "only when two texts are quoted",
    "rapporten.citaten_kiezen": "one of many themes, behind a fold; sent twice it chooses the same",
    "rapporten.themas_wegleggen": "only of drafts of themes that many regions name",
    "rapporten.vertel": "only of a report that was adopted and asked something",
    "rapporten.haal_weg": "only of a sentence that was changed and whose number changed",
    "rapporten.klopt": "only of a sentence whose number changed",
    "leeslink.antwoorden": "opens with a link from a mail, for who has no account",
    "leeslink.opmerken": "opens with a link from a mail, for who has no account",
    "regio.tabel_ongedaan": "only just after a table gave rows",
    "account.blijven": "a script asks for it, and it saves nothing",
    "regio.tabel_overnemen": "stands above what would change: see tests/web/plan/test_list_in_excel.py",
    "regio.tabel_terug_bekijken": "stands above what would change, and saves nothing",
    "regio.tabel_terugdraaien": "only just after a workbook was taken over",
    "regio.tabel_toevoegen": "stands below the preview of a table",
    "regio.voorbeeld": "a script asks for it, and it saves nothing",
    "security.forgot_password": "for who has not signed in",
    "security.login": "for who has not signed in",
    "security.reset_password": "for who has not signed in",
}
# Views that take what a telephone or a key shows, or are about somebody who has one: see tests/web/people.
ASKS_A_DEVICE = {
    "beheer.tweede_stap_bevestigen",
    "beheer.tweede_stap_laten",
    "beheer.tweede_stap_wissen",
    "tweede_stap.antwoord",
    "tweede_stap.app_instellen",
    "tweede_stap.app_weghalen",
    "tweede_stap.bevestigd",
    "tweede_stap.herstelcodes_maken",
    "tweede_stap.met_passkey",
    "tweede_stap.passkey_instellen",
    "tweede_stap.passkey_weghalen",
}


def test_what_is_sent_twice_at_once_is_done_once(app: Flask, walk: Walk) -> None:
    walk.be_there()
    country = snapshot.Beside()
    forms = found(app, walk)
    problems = []
    for endpoint, (name, form) in sorted(forms.items()):
        sender = Sender(app, walk.people[name], form)
        once, again = sender.send_once(), sender.send_again()
        country.put_back()
        at_the_same_time = sender.send_twice()
        country.put_back()
        problems += sender.problems
        if not once == again == at_the_same_time:
            problems.append(f"{endpoint}: {once}, nog eens {again}, tegelijk {at_the_same_time}")
    assert not problems, "\n".join(problems)
    posted = {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    assert posted - set(forms) == set(NOT_SEEN) | ASKS_A_DEVICE


def found(app: Flask, walk: Walk) -> dict[str, tuple[str, FoundForm]]:
    """A form for each view that takes one, with who sends it."""
    return {
        form.endpoint: (name, form)
        for name in PEOPLE
        for form in walk.forms_of(app, name)
        if form.method == "POST" and form.endpoint not in ASKS_A_DEVICE
    }


class Sender:
    """Somebody who fills in a form and sends it, in ways that people do."""

    def __init__(self, app: Flask, user_id: int, form: FoundForm) -> None:
        self.app, self.form, self.user_id = app, form, user_id
        self.problems: list[str] = []

    def send_once(self) -> dict[str, int]:
        """Once: by how many rows tables grew."""
        self.client = self._client()
        self._fill_in(self.client)
        self.before = snapshot.counts()
        self._note(self._post(self.client), worst=399)
        return snapshot.grown(self.before)

    def send_again(self) -> dict[str, int]:
        """The same once more, as after going back. It may be refused."""
        self._note(self._post(self.client), worst=499)
        return snapshot.grown(self.before)

    def send_twice(self) -> dict[str, int]:
        """Twice at the same moment, as a double click does. One of the two may be refused.

        The form is that of before: in a country that was put back its page would be the same.
        """
        clients = [self._client() for _ in range(2)]
        before = snapshot.counts()
        first, second = at_once(self.app, lambda number: self._post(clients[number]), people=2)
        self._note(min(first, second), worst=399)
        self._note(max(first, second), worst=499)
        return snapshot.grown(before)

    def _note(self, status: int, *, worst: int) -> None:
        if status > worst:
            self.problems.append(f"{self.form.endpoint}: {status}")

    def _client(self) -> StrictClient:
        return StrictClient(self.app, reads_pages=False).sign_in(db.session.get_one(User, self.user_id))

    def _fill_in(self, client: StrictClient) -> None:
        client.get(self.form.page)
        assert client.response is not None
        page = html.fromstring(client.response.get_data(as_text=True))
        form, button = self._found_on(page.xpath("//form"))
        self.filled = form, button, dict(typed(form))

    def _found_on(self, forms: list[Any]) -> tuple[Any, Any]:
        """The form with its button: where it stood, or where it stands now that its list is longer or shorter."""
        target = self.form.target
        here = [form for form in forms[self.form.place :][:1] if (form.get("action") or target) == target]
        return next(
            (form, one)
            for form in (*here, *forms)
            for one in buttons(form)
            if target in (one.get("formaction"), form.get("action") or (target if form in here else ""))
        )

    def _post(self, client: StrictClient) -> int:
        """Send it. Not by the client's own method: that watches what the whole app writes, others' posts as well."""
        kind = self.filled[0].get("enctype")
        with self.app.app_context():
            data = filled_in(*self.filled)
            return client.browser.post(self.form.target, data=data, content_type=kind, buffered=True).status_code
