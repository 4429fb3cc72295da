"""The national pages of rounds: what is asked, who answered, and what a coördinator decides."""

from portal.web.uitvragen import bladen, lijst, maken, proef, uitvraag, vragen
from portal.web.uitvragen.blueprint import blueprint

__all__ = ["bladen", "blueprint", "lijst", "maken", "proef", "uitvraag", "vragen"]
