"""Pages for the people of a region: what a round asks of them, question by question."""

from flask import Blueprint

blueprint = Blueprint("antwoordbladen", __name__)

from portal.web.antwoordbladen import acties, blad, eerder, indienen, lezen, regels, vraag, word  # noqa: E402, F401
