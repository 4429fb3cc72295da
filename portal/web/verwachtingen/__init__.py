"""What regions expect of national parties: the national list, answering it, and what a region got as answer."""

from flask import Blueprint

blueprint = Blueprint("verwachtingen", __name__)

from portal.web.verwachtingen import beantwoorden, lijst, van_regio  # noqa: E402, F401
