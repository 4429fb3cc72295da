"""Where the views of this room tie themselves to."""

from flask import Blueprint

blueprint = Blueprint("tweede_stap", __name__, url_prefix="/account/tweede-stap")
