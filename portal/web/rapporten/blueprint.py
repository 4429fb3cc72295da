"""Where the views of this room tie themselves to."""

from flask import Blueprint

from exports.look.status import look_of
from exports.look.tiles import tile_lines
from portal.domain.report.flags import own_key
from portal.web.drawings import drawing_of
from portal.web.rapporten.bars import bars, only_numbers
from portal.web.rapporten.blocks import block_kind, not_drawn
from portal.web.rapporten.lines import line_drawing

blueprint = Blueprint("rapporten", __name__, url_prefix="/rapporten")
blueprint.add_app_template_filter(bars, "balken")
blueprint.add_app_template_filter(only_numbers, "alleen_cijfers")
blueprint.add_app_template_filter(block_kind, "soort_blok")
blueprint.add_app_template_filter(line_drawing, "lijntekening")
blueprint.add_app_template_filter(drawing_of, "figuurtekening")
blueprint.add_app_template_filter(look_of, "uiterlijk")
blueprint.add_app_template_filter(tile_lines, "tegelregels")
blueprint.add_app_template_filter(not_drawn, "niet_getekend")
blueprint.add_app_template_filter(own_key, "eigen_sleutel")
