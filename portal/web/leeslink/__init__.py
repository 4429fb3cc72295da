"""Pages for who reads alone with a link: the plan, an answer with a one-time code, and remarks under a name."""

from portal.web.leeslink import instemmen, lezen, ontvangen
from portal.web.leeslink.blueprint import blueprint

__all__ = ["blueprint", "instemmen", "lezen", "ontvangen"]
