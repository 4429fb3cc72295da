"""Where the views of this room tie themselves to."""

from flask import Blueprint

from portal.domain.report.flags import own_key
from portal.web.rapporten.bars import bars, only_numbers
from portal.web.rapporten.blocks import block_kind, not_drawn

blueprint = Blueprint("rapporten", __name__, url_prefix="/rapporten")
blueprint.add_app_template_filter(bars, "balken")
blueprint.add_app_template_filter(only_numbers, "alleen_cijfers")
blueprint.add_app_template_filter(block_kind, "soort_blok")
blueprint.add_app_template_filter(not_drawn, "niet_getekend")
blueprint.add_app_template_filter(own_key, "eigen_sleutel")
