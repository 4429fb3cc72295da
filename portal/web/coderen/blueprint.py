"""Where the views of this room tie themselves to."""

from flask import Blueprint

blueprint = Blueprint("coderen", __name__, url_prefix="/landelijk")
