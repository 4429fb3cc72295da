"""Pages for the people of a region: their plan, part by part."""

from flask import Blueprint

blueprint = Blueprint("regio", __name__)

from portal.web.regio import bijlagen, indienen, lijsten, onderdeel, plan, plannen, word  # noqa: E402, F401
