"""Where the views of this room tie themselves to."""

from flask import Blueprint

blueprint = Blueprint("beheer", __name__, url_prefix="/beheer")
