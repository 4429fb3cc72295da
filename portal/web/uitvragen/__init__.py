"""The national pages of rounds: what is asked, who answered, and what a coördinator decides."""

from portal.web.uitvragen import bladen, klaarzetten, lijst, maken, proef, uitvraag, vragen
from portal.web.uitvragen.blueprint import blueprint

__all__ = ["bladen", "blueprint", "klaarzetten", "lijst", "maken", "proef", "uitvraag", "vragen"]
