"""The terugkoppeling of a round: writing and sending it, and reading it in the region."""

from portal.web.terugkoppeling import hier, lezen, voorbereiden
from portal.web.terugkoppeling.blueprint import blueprint

__all__ = ["blueprint", "hier", "lezen", "voorbereiden"]
