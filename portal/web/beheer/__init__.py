"""Technical administration: accounts, invitations, regions and the outbox."""

from portal.web.beheer import accounts, outbox, regios, tweede_stap, uitnodigen
from portal.web.beheer.blueprint import blueprint

__all__ = ["accounts", "blueprint", "outbox", "regios", "tweede_stap", "uitnodigen"]
