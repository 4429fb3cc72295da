"""Pages for reviewers: read a submission beside the one before, advise, send back, accept."""

from portal.web.beoordelen import advies, besluiten, plan
from portal.web.beoordelen.blueprint import blueprint

__all__ = ["advies", "besluiten", "blueprint", "plan"]
