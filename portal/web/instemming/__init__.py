"""Pages about who agrees with a plan: the register, asking, besluiten, and links for who has no account."""

from portal.web.instemming import links, register, vrijstellen
from portal.web.instemming.blueprint import blueprint

__all__ = ["blueprint", "links", "register", "vrijstellen"]
