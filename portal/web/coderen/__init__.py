"""Coding what regions wrote, one text at a time; the texts behind a code; and the national code book."""

from flask import Blueprint

blueprint = Blueprint("coderen", __name__, url_prefix="/landelijk")

from portal.web.coderen import codeboek, code_wijzigen, overzicht, tekst, teksten  # noqa: E402, F401, I001
