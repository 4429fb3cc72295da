"""Technical administration: accounts, invitations, regions, the outbox and the audit log."""

from portal.web.beheer import accounts, auditlog, outbox, regios, tweede_stap, uitnodigen
from portal.web.beheer.blueprint import blueprint

__all__ = ["accounts", "auditlog", "blueprint", "outbox", "regios", "tweede_stap", "uitnodigen"]
