"""Pages that open without signing in, and the start page."""

from flask import Blueprint

blueprint = Blueprint("public", __name__)

from portal.web.public import pages, start  # noqa: E402, F401
