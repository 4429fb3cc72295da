"""Where the views of this room tie themselves to."""

from flask import Blueprint

from portal.domain.round.sentence import reminders_in_words

blueprint = Blueprint("uitvragen", __name__, url_prefix="/landelijk/uitvragen")
blueprint.add_app_template_filter(reminders_in_words, "herinner_zin")
