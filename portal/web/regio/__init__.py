"""Pages for the people of a region: their plan, part by part."""

from flask import Blueprint

blueprint = Blueprint("regio", __name__)

from portal.web.regio import (  # noqa: E402
    bijlagen,  # noqa: F401
    indienen,  # noqa: F401
    lijsten,  # noqa: F401
    meelezen,  # noqa: F401
    nieuwe_versie,  # noqa: F401
    onderdeel,  # noqa: F401
    plan,  # noqa: F401
    plannen,  # noqa: F401
    word,  # noqa: F401
)
