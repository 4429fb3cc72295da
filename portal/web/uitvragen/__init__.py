"""The national pages of rounds: what is asked, who answered, and what a coördinator decides."""

from flask import Blueprint

from portal.domain.round.sentence import reminders_in_words

blueprint = Blueprint("uitvragen", __name__, url_prefix="/landelijk/uitvragen")
blueprint.add_app_template_filter(reminders_in_words, "herinner_zin")

from portal.web.uitvragen import bladen, lijst, maken, uitvraag, vragen  # noqa: E402, F401
