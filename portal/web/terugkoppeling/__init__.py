"""The terugkoppeling of a round: writing and sending it, and reading it in the region."""

from flask import Blueprint

blueprint = Blueprint("terugkoppeling", __name__)

from portal.web.terugkoppeling import lezen, voorbereiden  # noqa: E402, F401
