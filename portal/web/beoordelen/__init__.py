"""Pages for reviewers: read a submission beside the one before, advise, send back, accept."""

from flask import Blueprint

blueprint = Blueprint("beoordelen", __name__)

from portal.web.beoordelen import advies, besluiten, marking, plan  # noqa: E402, F401
