"""People whose page saves by itself, each with a connection that stays open, as a browser does."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from sqlalchemy import select

from benchmarks import wsgi
from benchmarks.editions import PLAN
from benchmarks.world import LONG_TEXTS, World
from forms.build import revision_name
from forms.spec import Kind
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Answer, Lidmaatschap, PlanRegio


@dataclass
class Writer:
    """Somebody with one question of a plan open, and what the page knows of it."""

    plan_id: int
    question_key: str
    person: wsgi.SignedIn
    fields: dict[str, str]
    saved: int = 0
    failures: list[str] = field(default_factory=list)
    ms: list[float] = field(default_factory=list)

    @property
    def path(self) -> str:
        """Where the page of the question saves to."""
        return f"/plannen/{self.plan_id}/onderdeel/{PLAN.step_of(self.question_key).key}"

    @property
    def text(self) -> str:
        """What the person typed until now, as it must be in the database after the last save."""
        return self.fields[self.question_key]

    def save(self, connection: http.client.HTTPConnection) -> None:
        """Type a few more words and save them."""
        self.fields[self.question_key] = _typed_on(self.text, self.saved)
        start = time.perf_counter()
        status, answer = self._post(connection)
        self.ms.append((time.perf_counter() - start) * 1000)
        if status == 200:
            self.saved += 1
            self.fields.update({name: str(number) for name, number in answer["revisies"].items()})
        else:
            self.failures.append(f"{status} {answer.get('melding', '')}")

    def _post(self, connection: http.client.HTTPConnection) -> tuple[int, dict[str, dict[str, int]]]:
        headers = {
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": self.person.cookie,
            "User-Agent": wsgi.AGENT,
        }
        connection.request("POST", self.path, urlencode({**self.fields, "csrf_token": self.person.csrf}), headers)
        response = connection.getresponse()
        body = response.read()
        return response.status, json.loads(body) if response.headers.get_content_subtype() == "json" else {}


def _typed_on(text: str, count: int) -> str:
    """The text with its last sentence replaced: of one length, and different after every save."""
    return f"{text.partition('⟨')[0].rstrip()} ⟨{count + 1:05d}⟩"


def writers_of(world: World, per_plan: int) -> list[Writer]:
    """For each plan its first `per_plan` contacts, each with another open question. The plans come by turns."""
    with world.app.app_context():
        plan_ids = list(db.session.scalars(select(PlanRegio.plan_id).order_by(PlanRegio.plan_id)))
        contacts = _contacts()
        answers = {(row.plan_id, row.question_key): row for row in db.session.scalars(select(Answer))}
    # Outside the context: each sign-in needs one of its own.
    return [
        _writer(world, plan_id, LONG_TEXTS[place], contacts[plan_id][place], answers)
        for place in range(per_plan)
        for plan_id in plan_ids
    ]


def _contacts() -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    query = select(PlanRegio.plan_id, Lidmaatschap.account_id).where(
        PlanRegio.regio_id == Lidmaatschap.regio_id, Lidmaatschap.rol == Rol.REGIOCONTACT
    )
    for plan_id, account_id in db.session.execute(query.order_by(Lidmaatschap.account_id)):
        found.setdefault(plan_id, []).append(account_id)
    return found


def _writer(world: World, plan_id: int, key: str, user_id: int, answers: dict[tuple[int, str], Answer]) -> Writer:
    fields: dict[str, str] = {}
    for question in PLAN.step_of(key).questions:
        row = answers.get((plan_id, question.key))
        if not question.kind.is_list:
            fields[revision_name(question)] = str(row.revision if row else 0)
            # Boxes that are not ticked are not sent.
            if question.kind is not Kind.CHOICES:
                fields[question.key] = row.text if row else ""
    return Writer(plan_id, key, wsgi.sign_in(world.app, user_id), fields)


def work(port: int, writers: Sequence[Writer], until: Callable[[Writer], bool]) -> float:
    """Let all writers save at the same time, each until it is enough. Returns how many seconds that took."""
    ready = threading.Barrier(len(writers) + 1)
    threads = [threading.Thread(target=_one, args=(port, writer, until, ready)) for writer in writers]
    for thread in threads:
        thread.start()
    ready.wait()
    start = time.perf_counter()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


def _one(port: int, writer: Writer, until: Callable[[Writer], bool], ready: threading.Barrier) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    ready.wait()
    while not until(writer):
        try:
            writer.save(connection)
        except (OSError, http.client.HTTPException) as error:
            writer.failures.append(repr(error))
            connection.close()
    connection.close()


def lost(world: World, writers: Sequence[Writer]) -> list[str]:
    """What was saved and is not in the database as it should be, one line each. Empty: nothing was lost."""
    with world.app.app_context():
        answers = {(row.plan_id, row.question_key): row for row in db.session.scalars(select(Answer))}
    problems = []
    for writer in writers:
        row = answers[writer.plan_id, writer.question_key]
        revision = int(writer.fields[f"revisie_{writer.question_key}"])
        if (row.revision, row.text) != (revision, writer.text):
            problems.append(f"plan {writer.plan_id} {writer.question_key}: revision {row.revision}, not {revision}")
    return problems
