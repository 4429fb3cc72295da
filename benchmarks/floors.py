"""What a page is measured against.

Floor A: a bare Flask view that runs one indexed query and renders a template of as many bytes as the page.
Floor B: a view of the portal for somebody who is signed in, that renders the page's own template from data that is
ready. Anything the template still wants from the database raises DetachedInstanceError.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask, before_render_template, render_template, render_template_string
from jinja2 import Template
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.domain.policy import Action
from portal.extensions import db
from portal.models import Regio
from portal.web.access import access

Captured = tuple[str, dict[str, Any]]


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


@contextmanager
def captured(app: Flask) -> Iterator[list[Captured]]:
    """Catch what each rendered page gets, cut loose from the database before the page is drawn."""
    found: list[Captured] = []

    def catch(sender: Flask, template: Template, context: dict[str, Any], **extra: object) -> None:
        db.session.expunge_all()
        given: dict[str, Any] = {}
        sender.update_template_context(given)
        found.append((str(template.name), {key: value for key, value in context.items() if key not in given}))

    with before_render_template.connected_to(catch, app):
        yield found


def add_ready_view(app: Flask) -> dict[str, Captured]:
    """Floor B: a view at `ready_path(name)` for each page that is put in the returned dict.

    To be called before the first request.
    """
    ready: dict[str, Captured] = {}

    @app.get("/_vloer/<name>")
    @access(Action.EIGEN_ACCOUNT)
    def ready_page(name: str) -> str:
        template, context = ready[name]
        return render_template(template, **context)

    return ready


def ready_path(name: str) -> str:
    """The path of floor B for the page with this name."""
    return f"/_vloer/{name}"
