"""Pages and buttons for remarks on a plan."""

from flask import Blueprint

blueprint = Blueprint("opmerkingen", __name__)

from portal.web.opmerkingen import pages  # noqa: E402, F401
