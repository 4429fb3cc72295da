"""The national reports: making, editing, agreeing on, reading and downloading them."""

from flask import Blueprint

from portal.domain.report.flags import own_key
from portal.web.rapporten.bars import bars, only_numbers

blueprint = Blueprint("rapporten", __name__, url_prefix="/rapporten")
blueprint.add_app_template_filter(bars, "balken")
blueprint.add_app_template_filter(only_numbers, "alleen_cijfers")
blueprint.add_app_template_filter(own_key, "eigen_sleutel")

from portal.web.rapporten import (  # noqa: E402
    akkoord,  # noqa: F401
    besluiten,  # noqa: F401
    bestanden,  # noqa: F401
    getallen,  # noqa: F401
    lezen,  # noqa: F401
    lijst,  # noqa: F401
    teksten,  # noqa: F401
    zinnen,  # noqa: F401
)
