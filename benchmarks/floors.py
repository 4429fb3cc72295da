"""What a page is measured against.

Floor A: a bare Flask view that runs one indexed query and renders a template of as many bytes as the page.
Floor B: a view of the portal for somebody who is signed in, that renders the page's own template from data that is
ready.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from flask import Flask, before_render_template, render_template, render_template_string, template_rendered
from jinja2 import Template
from sqlalchemy import select
from sqlalchemy.orm import Session

from benchmarks.statements import statements
from portal.domain.policy import Action
from portal.extensions import db
from portal.models import Regio
from portal.web.access import access


def bare_view(url: str, size: int) -> Flask:
    """Floor A, for a page of `size` bytes on the database of this URL."""
    from sqlalchemy import create_engine

    app = Flask("floor_a")
    engine = create_engine(url)
    page = "<!doctype html><title>{{ naam }}</title>" + "x" * size

    @app.get("/")
    def floor() -> str:
        with Session(engine) as session:
            naam = session.scalar(select(Regio.naam).where(Regio.code == "ZK01"))
        return render_template_string(page, naam=naam)

    return app


@dataclass
class Drawn:
    """A page that was drawn: its template, what that got, and how often it asked the database while it was drawn."""

    template: str
    context: dict[str, Any]
    asked: int = 0


@contextmanager
def captured(app: Flask) -> Iterator[list[Drawn]]:
    """Catch what each page gets that is drawn in the block.

    It is cut loose from the database when it was drawn: by then the template has what it asks for.
    """
    found: list[Drawn] = []
    with app.app_context():
        engine = db.engine

    def catch(sender: Flask, template: Template, context: dict[str, Any], **extra: object) -> None:
        given: dict[str, Any] = {}
        sender.update_template_context(given)
        own = {key: value for key, value in context.items() if key not in given}
        found.append(Drawn(str(template.name), own, -len(seen)))

    def cut_loose(sender: Flask, **extra: object) -> None:
        found[-1].asked += len(seen)
        db.session.expunge_all()

    with (
        statements(engine) as seen,
        before_render_template.connected_to(catch, app),
        template_rendered.connected_to(cut_loose, app),
    ):
        yield found


def add_ready_view(app: Flask) -> dict[str, Drawn]:
    """Floor B: a view at `ready_path(name)` for each page that is put in the returned dict.

    To be called before the first request.
    """
    ready: dict[str, Drawn] = {}

    @app.get("/_vloer/<name>")
    @access(Action.EIGEN_ACCOUNT)
    def ready_page(name: str) -> str:
        return render_template(ready[name].template, **ready[name].context)

    return ready


def ready_path(name: str) -> str:
    """The path of floor B for the page with this name."""
    return f"/_vloer/{name}"
