"""Where the views of this room tie themselves to."""

from flask import Blueprint

blueprint = Blueprint("instemming", __name__)
