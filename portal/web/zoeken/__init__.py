"""Searching over all plans and answers."""

from portal.web.zoeken import zoeken
from portal.web.zoeken.blueprint import blueprint

__all__ = ["blueprint", "zoeken"]
