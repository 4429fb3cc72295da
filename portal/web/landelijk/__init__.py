"""National pages: overview of plans, starting plans, contact persons."""

from flask import Blueprint

blueprint = Blueprint("landelijk", __name__, url_prefix="/landelijk")

from portal.web.landelijk import beheren, contacten, overzicht, plannen, samenvatten, samenvatting  # noqa: E402, F401
