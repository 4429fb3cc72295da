"""Where the views of this room tie themselves to."""

from flask import Blueprint

blueprint = Blueprint("landelijk", __name__, url_prefix="/landelijk")
