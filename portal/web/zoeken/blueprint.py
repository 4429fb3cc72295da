"""Where the views of this room tie themselves to."""

from flask import Blueprint

blueprint = Blueprint("zoeken", __name__)
