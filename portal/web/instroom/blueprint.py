"""Where the views of this room tie themselves to."""

from flask import Blueprint

blueprint = Blueprint("instroom", __name__, url_prefix="/instroom")
