"""How the pages of Flask-Security are drawn."""

from __future__ import annotations

from typing import Any

from flask import render_template, request


def render(template: str, **context: Any) -> str:
    """Draw a page; the sign-in page says in our own words what went wrong."""
    form = context.get("login_user_form")
    if form is not None and request.method == "POST":
        form.explain()
    return render_template(template, **context)
